"""Mend what a parser may say of a tree and Universal Dependencies never do.

Each function changes the list of tokens in place. Only impossible shapes are touched: what
may be right stays as the parser has it.
"""

from __future__ import annotations

from extract.sentences import Token

_CORE = ("nsubj", "csubj", "obj", "iobj", "aux", "cop")


def mend(tokens: list[Token], names: tuple[tuple[int, int], ...]) -> None:
    """Mend the tokens of a sentence, whose names ``[first, end)`` are nominals already."""
    for i in range(len(tokens)):
        _by_people_described(tokens, i)
        _subject_beside_its_verb(tokens, i)
    for first, end in names:
        _object_beside_its_verb(tokens, first, end)


def _by_people_described(tokens: list[Token], i: int) -> None:
    """A preposition takes no past participle: "by masked men" is by men, who are masked."""
    token, at = tokens[i], i - 1
    if not token.dep.startswith(("advcl", "acl")) or "VerbForm=Part" not in token.morph:
        return
    if "Tense=Pres" in token.morph or i == 0 or i + 1 >= len(tokens):
        return
    core = [k for k in _children(tokens, i) if tokens[k].dep.startswith(_CORE)]
    marked = tokens[at].pos == "ADP" and tokens[at].dep == "mark" and tokens[at].head == i
    if not marked or core != [i + 1]:
        return
    for k in _children(tokens, i):
        if k == at or k > i:  # what follows belongs to the clause
            tokens[k] = tokens[k]._replace(head=i + 1 if k == at else token.head)
    tokens[at] = tokens[at]._replace(dep="case")
    dep = "obl:agent" if _passive(tokens, token.head) else "obl"
    tokens[i + 1] = tokens[i + 1]._replace(head=token.head, dep=dep)
    tokens[i] = token._replace(head=i + 1, dep="amod", pos="ADJ")


def _subject_beside_its_verb(tokens: list[Token], i: int) -> None:
    """A finite verb has no attribute: an only word before it is its subject."""
    token, verb = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    if token.dep != "amod" or token.head != i + 1 or not token.capital:
        return
    finite = verb.pos in ("VERB", "AUX") and "VerbForm=Fin" in verb.morph
    if finite and not _has(tokens, i + 1, "nsubj", "csubj"):
        tokens[i] = token._replace(dep="nsubj", pos="PROPN")


def _object_beside_its_verb(tokens: list[Token], first: int, end: int) -> None:
    """A name that a verb has right after it, without preposition, is its object.

    What such a name would govern as an object is the verb's: "considers X a prisoner".
    """
    top = next((i for i in range(first, end) if tokens[i].head not in range(first, end)), None)
    if top is None or first == 0:
        return
    token, verb = tokens[top], tokens[top].head
    loose = token.dep in ("xcomp", "parataxis") and verb == first - 1
    if not loose or tokens[verb].pos != "VERB" or _passive(tokens, verb):
        return
    if _has(tokens, verb, "obj", "xcomp:", "cop") or _has(tokens, top, "case", "cop", "nsubj"):
        return
    tokens[top] = token._replace(dep="obj")
    for k in _children(tokens, top):
        if tokens[k].dep == "obj":
            tokens[k] = tokens[k]._replace(head=verb, dep="xcomp")


def _children(tokens: list[Token], i: int) -> list[int]:
    return [k for k, token in enumerate(tokens) if token.head == i and k != i]


def _has(tokens: list[Token], i: int, *deps: str) -> bool:
    return any(tokens[k].dep.startswith(deps) for k in _children(tokens, i))


def _passive(tokens: list[Token], i: int) -> bool:
    return _has(tokens, i, "aux:pass", "nsubj:pass", "csubj:pass")
