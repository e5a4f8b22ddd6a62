"""Whose word a clause is, read off the dependency tree: its verb of saying and that verb's subject.

"X said (that) he was beaten" has the beating as the clausal complement of the saying;
"he was beaten, X said" has the saying set beside it (parataxis).
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.syntax import Tree, run

_UP = ("ccomp", "xcomp", "conj", "parataxis", "advcl", "obj", "obl", "nsubj", "nmod", "csubj",
       "compound", "iobj", "flat", "amod")  # fmt: skip
_PHRASE = frozenset({"acl", "advcl", "ccomp", "parataxis", "appos", "punct", "conj", "cc"})
_SAYING = (("attribution", "reporting"), ("attribution", "alleging"), ("status", "deniers"))


def governing(tree: Tree, trigger: Trigger) -> tuple[int, ...]:
    """The words over the trigger that speak of it: not those over a relative clause it is in."""
    at = head(tree, trigger)
    found = [at]
    while (above := tree.head(at)) is not None:
        if not tree.tokens[at].dep.startswith(_UP) or above in found:
            break
        found.append(above)
        at = above
    return tuple(found)


def sayings(context: Context, trigger: Trigger) -> Iterator[int]:
    """The verbs of saying whose content the trigger is in, the nearest first."""
    tree = context.tree
    if tree is None:
        return
    over = governing(tree, trigger)
    for below, at in zip((None, *over), over, strict=False):
        if below is not None and at not in range(trigger.first, trigger.end):
            copula = tree.has(below, "cop")
            told = copula or tree.tokens[below].pos in ("VERB", "AUX")  # not "was found GUILTY"
            clausal = tree.tokens[below].dep.startswith(("ccomp", "parataxis", "xcomp"))
            if clausal and told and says(context, at) and _states(context, tree, at, below):
                yield at
        for beside in (*tree.dependents(at, "parataxis"), *_closing(context, tree, at)):
            inside = beside in over or trigger.first <= beside < trigger.end
            active = tree.subjects(beside) and not tree.passive(beside)
            denies = context.listed(beside, "status", "deniers")  # "accusations HE DENIED"
            if not inside and active and says(context, beside) and not denies:
                yield beside


def _closing(context: Context, tree: Tree, at: int) -> Iterator[int]:
    """The verb that ends the sentence after a comma, its subject before it: "..., X confirmed".

    Parsers often take it for an adverbial clause.
    """
    for i in tree.dependents(at, "advcl", "conj", "ccomp"):
        marks = {tree.tokens[k].lower for k in tree.dependents(i, "mark")}
        if marks & context.language.words("clauses", "as"):
            yield i  # "..., as she told her mother"
        ends = not any(token.word for token in tree.tokens[i + 1 :])
        subject = min(tree.subjects(i), default=i)
        first = min(tree.below(subject)) if subject < i else i
        comma = any(token.text == "," for token in tree.tokens[max(first - 1, 0) : first + 1])
        if ends and subject < i and first > at and comma:
            yield i


def _states(context: Context, tree: Tree, verb: int, content: int) -> bool:
    """Whether a verb of finding states something: "found THAT he was ill", not "found him ill"."""
    finds = context.listed(verb, "attribution", "finding")
    return not finds or tree.has(content, "mark")


def says(context: Context, i: int) -> bool:
    """Whether the word is a verb of saying, claiming or denying."""
    if i in context.forms["attribution", "other_verbs"]:
        return False  # "founding" is no form of "find"
    return any(context.listed(i, *path) for path in _SAYING)


def speakers(context: Context, verb: int) -> Iterator[str]:
    """Who says it: the subject of the verb, ``@key`` for a known referent."""
    tree = context.tree
    if tree is None:
        return
    passive = tree.passive(verb)  # "was reported by X": X says it, not the subject
    subjects = tuple(tree.dependents(verb, "obl:agent")) if passive else tree.subjects(verb)
    for subject in subjects[:1]:
        if (named := _named(context, subject)) is not None:
            yield named.text if named.form == "name" else f"@{named.referent}"
        elif tree.tokens[subject].pos not in ("PRON", "DET"):
            yield context.sentence.span(*run({*tree.below(subject, _PHRASE)}, subject))


def _named(context: Context, subject: int) -> Reference | None:
    """Who is the subject: a name on its head or beside it, a pronoun that is known."""
    tree = context.tree
    heads = (subject, *(tree.dependents(subject, "appos") if tree else ()))
    for ref in context.references:
        covers = any(ref.first <= i < ref.end or ref.cue == i for i in heads)
        known = ref.form == "name" or ref.referent is not None
        if covers and known and ref.form != "possessive" and ref.kind not in ("place", "country"):
            return ref
    return None
