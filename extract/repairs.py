"""Mend what a parser may say of a sentence and Universal Dependencies never do.

Only impossible shapes are touched, in place: what may be right stays as the parser has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.sentences import Token

_CORE = ("nsubj", "csubj", "obj", "iobj", "aux", "cop")
_NUMBERING = frozenset({"no.", "nr.", "№"})


def mend(tokens: list[Token]) -> list[Token]:
    """Mend the tokens of a parsed sentence and return them."""
    for i in range(len(tokens)):
        _verb_with_a_subject(tokens, i)
        _verb_after_its_subject(tokens, i)
        _verb_before_its_object(tokens, i)
        _participle_with_an_object(tokens, i)
        _by_people_described(tokens, i)
        _subject_beside_its_verb(tokens, i)
        _number_of_the_noun_before(tokens, i)
        _within_its_clause(tokens, i)
        _content_before_its_verb(tokens, i)
        _saying_set_between(tokens, i)
    return tokens


def _verb_with_a_subject(tokens: list[Token], i: int) -> None:
    """An attribute has no subject: "X accused president Y" is a clause, its noun the object."""
    token, at = tokens[i], tokens[i].head
    if token.dep != "amod" or token.pos != "VERB" or at < i or not has(tokens, i, "nsubj"):
        return
    noun = tokens[at]
    tokens[i] = token._replace(head=i if noun.head == at else noun.head, dep=noun.dep)
    tokens[at] = noun._replace(head=i, dep="obj")


def _verb_after_its_subject(tokens: list[Token], i: int) -> None:
    """A noun has no subject where a verb stands between: "the king GRANTED pardons to X"."""
    token, at = tokens[i], tokens[i].head
    if token.dep != "amod" or token.pos != "VERB" or at < i or has(tokens, at, "cop", "det"):
        return
    if tokens[at].pos != "NOUN" or has(tokens, i, "nsubj") or "Tense=Past" not in token.morph:
        return
    subject = next((k for k in children(tokens, at) if tokens[k].dep == "nsubj" and k < i), None)
    if subject is None:
        return
    noun = tokens[at]
    tokens[i] = token._replace(head=i if noun.head == at else noun.head, dep=noun.dep)
    tokens[at] = noun._replace(head=i, dep="obj")
    for k in children(tokens, at):
        if k < i:
            tokens[k] = tokens[k]._replace(head=i)


def _verb_before_its_object(tokens: list[Token], i: int) -> None:
    """A sentence has a verb: "A court SENTENCED blogger X", "The court OVERTURNED X's conviction".

    Where all hangs on the noun after the only verb, that noun is the verb's object, and the noun
    right before it the subject.
    """
    token = tokens[i]
    if token.dep != "amod" or "Tense=Past" not in token.morph or i < 2:
        return
    top = i
    while tokens[top].head > top:
        top = tokens[top].head
    rooted = tokens[top].head == top and tokens[top].pos in ("NOUN", "PROPN")
    verbs = [k for k, t in enumerate(tokens) if "VerbForm=Fin" in t.morph and k != i]
    before = i - 1
    nominal = tokens[before].pos in ("NOUN", "PROPN") and tokens[before].head >= i
    if not rooted or top == i or not nominal or any(tokens[k].head == k for k in verbs):
        return
    if any(tokens[k].dep.startswith(("aux", "cop", "nsubj")) for k in children(tokens, top)):
        return
    if tokens[0].head > i and tokens[0].dep == "case":
        return
    for k in children(tokens, top):
        joined = tokens[k].dep == "acl" and has(tokens, k, "cc")
        if k > top and (joined or tokens[k].dep.startswith(("obl", "obj", "advmod", "punct"))):
            tokens[k] = tokens[k]._replace(head=i, dep="conj" if joined else tokens[k].dep)
    for k in [*children(tokens, top), *children(tokens, tokens[before].head)]:
        if k < before and tokens[k].dep in ("det", "amod", "compound") and tokens[k].head > i:
            tokens[k] = tokens[k]._replace(head=before)
    tokens[before] = tokens[before]._replace(head=i, dep="nsubj")
    tokens[i] = token._replace(head=i, dep="ROOT", pos="VERB")
    tokens[top] = tokens[top]._replace(head=i, dep="obj")


def _participle_with_an_object(tokens: list[Token], i: int) -> None:
    """What is done to a noun has no object: "Police DETAINED X" is a clause, and no noun."""
    token, at = tokens[i], tokens[i].head
    if (
        token.dep != "acl"
        or "Tense=Past" not in token.morph
        or at != i - 1
        or tokens[at].head != at
    ):
        return
    found = [k for k in children(tokens, i) if tokens[k].dep == "obj" and k > i]
    if not found or has(tokens, i, "aux", "nsubj", "mark") or tokens[found[0]].pos != "PROPN":
        return
    for k in children(tokens, at):
        if k > i:  # what the parser hung on the noun before the verb is the verb's, or its object's
            owner = found[0] if tokens[k].dep in ("appos", "conj", "flat") else i
            tokens[k] = tokens[k]._replace(head=owner)
    tokens[i] = token._replace(head=i, dep="ROOT")
    tokens[at] = tokens[at]._replace(head=i, dep="nsubj")


def _by_people_described(tokens: list[Token], i: int) -> None:
    """A preposition takes no past participle: "by masked men" is by men, who are masked."""
    token, at = tokens[i], i - 1
    if not token.dep.startswith(("advcl", "acl")) or "VerbForm=Part" not in token.morph:
        return
    if "Tense=Pres" in token.morph or i == 0 or i + 1 >= len(tokens):
        return
    core = [k for k in children(tokens, i) if tokens[k].dep.startswith(_CORE)]
    marked = tokens[at].pos == "ADP" and tokens[at].dep == "mark" and tokens[at].head == i
    if not marked or core != [i + 1]:
        return
    for k in children(tokens, i):
        if k == at or k > i:  # what follows belongs to the clause
            tokens[k] = tokens[k]._replace(head=i + 1 if k == at else token.head)
    tokens[at] = tokens[at]._replace(dep="case")
    dep = "obl:agent" if passive(tokens, token.head) else "obl"
    tokens[i + 1] = tokens[i + 1]._replace(head=token.head, dep=dep)
    tokens[i] = token._replace(head=i + 1, dep="amod", pos="ADJ")


def _subject_beside_its_verb(tokens: list[Token], i: int) -> None:
    """A finite verb has no attribute: an only word before it is its subject."""
    token, verb = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    if token.dep != "amod" or token.head != i + 1 or not token.capital:
        return
    finite = verb.pos in ("VERB", "AUX") and "VerbForm=Fin" in verb.morph
    if finite and not has(tokens, i + 1, "nsubj", "csubj"):
        tokens[i] = token._replace(dep="nsubj", pos="PROPN")


def _number_of_the_noun_before(tokens: list[Token], i: int) -> None:
    """A noun's number is part of it: "Colony No. 2"; what follows the number is not."""
    if i == 0 or i + 1 >= len(tokens) or tokens[i].lower not in _NUMBERING:
        return
    noun = tokens[i - 1]
    numbered = noun.pos in ("NOUN", "PROPN") and tokens[i + 1].text[:1].isdigit()
    if not numbered or tokens[i].head in (i, i - 1) or tokens[i + 1].head not in (i, i - 1):
        return
    for k in children(tokens, i):
        if k > i + 1 and noun.head != i:
            dep = "obl" if tokens[noun.head].pos == "VERB" else tokens[k].dep
            tokens[k] = tokens[k]._replace(head=noun.head, dep=dep)
    tokens[i] = tokens[i]._replace(head=i - 1, dep="flat")


def _within_its_clause(tokens: list[Token], i: int) -> None:
    """A relative clause ends its nominal: a phrase unbroken after it is of the clause.

    "X, who has been held in Y since May": since May he has been held.
    """
    token, noun = tokens[i], tokens[i].head
    if not token.dep.startswith("nmod") or not noun < i or not has(tokens, i, "case"):
        return
    verbs = [k for k in children(tokens, noun) if tokens[k].dep == "acl:relcl" and noun < k < i]
    if verbs and not any(t.dep == "punct" for t in tokens[verbs[-1] : i]):
        tokens[i] = token._replace(head=verbs[-1], dep="obl")


def _content_before_its_verb(tokens: list[Token], i: int) -> None:
    """No finite clause is adverbial without a word that says so: "he was freed, X told us"."""
    token = tokens[i]
    if token.dep != "advcl" or "VerbForm=Fin" not in token.morph or token.head < i:
        return
    inside = below(tokens, i)
    opens = tokens[inside[0]].pos not in ("SCONJ", "ADV")
    own = any(tokens[k].dep.startswith("nsubj") and k < i for k in children(tokens, i))
    if own and opens and not has(tokens, i, "mark", "case", "advmod:"):
        tokens[i] = token._replace(dep="ccomp")


def _saying_set_between(tokens: list[Token], i: int) -> None:
    """What no conjunction joins and commas set off is beside: "he is ill, the group says, and"."""
    token = tokens[i]
    subject = next((k for k in children(tokens, i) if tokens[k].dep == "nsubj" and k < i), None)
    if token.dep != "conj" or subject is None or i + 1 >= len(tokens):
        return
    joined = has(tokens, i, "cc", "obj", "xcomp", "ccomp")
    words = [k for k in below(tokens, subject) if tokens[k].dep != "punct"]
    if not joined and tokens[words[0] - 1].text == "," and tokens[i + 1].text == ",":
        tokens[i] = token._replace(dep="parataxis")


def below(tokens: list[Token], i: int) -> list[int]:
    """Token ``i`` and all that depends on it, in order."""
    found = [i]
    for at in found:
        found += [k for k in children(tokens, at) if k not in found]
    return sorted(found)


def children(tokens: list[Token], i: int) -> list[int]:
    """The tokens that depend on token ``i``."""
    return [k for k, token in enumerate(tokens) if token.head == i and k != i]


def has(tokens: list[Token], i: int, *deps: str) -> bool:
    """Whether a dependent of token ``i`` has a label that begins so."""
    return any(tokens[k].dep.startswith(deps) for k in children(tokens, i))


def passive(tokens: list[Token], i: int) -> bool:
    """Whether the verb at ``i`` is in the passive."""
    return has(tokens, i, "aux:pass", "nsubj:pass", "csubj:pass")
