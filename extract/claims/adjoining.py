"""The date of a trigger in the clause beside its own.

What a clause says that a date opens happened then ("until 23 May, WHEN he was freed"); what
happened while something dated did happened at its date ("was arrested WHEN he landed on 3 May");
a sentence was given when the clause beside it says so ("the term that WAS IMPOSED in May"); what
goes on "since", without a word more, began at the date told last; what an entry of a chronology
tells happened at the entry's date.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from extract.syntax import Tree
from ontology import ontology

_TOLD = ("conj", "parataxis", "xcomp")
_QUOTES = frozenset('"“”„«»')
_OPENING = 3  # tokens of "on which date"


def whence(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date that the clause of the trigger goes on from: "on 3 May, WHEN she was taken ..."."""
    if trigger.frame.pos == "noun":
        return None
    words = context.language.words("dating", "from_when")
    predicate = tree.clause(at)
    for span in context.dates:
        first = span.end + (context.lower(span.end) == ",")
        said = (" ".join(context.lower(first + i) for i in range(n + 1)) for n in range(_OPENING))
        if not any(phrase in words for phrase in said) or not first < predicate:
            continue
        if not any(_finite(tree, i) for i in range(first, predicate) if not _aids(tree, i, at)):
            return _point(span)
    return None


def meanwhile(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """The date of what happened as the trigger did: "was seized AS HE LEFT work on 3 May"."""
    if trigger.frame.pos == "noun" or trigger.type.nature != "event":
        return None
    whens = context.language.words("dating", "when")
    for clause in tree.dependents(tree.clause(at), "advcl"):
        opens = min(tree.below(clause))
        if opens > at and context.lower(opens) in whens:
            values = {_point(span) for span in _within(context, tree, clause)}
            return values.pop() if len(values) == 1 else None
    return None


def imposed(context: Context, tree: Tree, trigger: Trigger, at: int) -> str | None:
    """When the sentence was given that is told of: "serving a TERM IMPOSED in May"."""
    kind = trigger.type
    if not ontology().says(kind.name, "judgment") or kind.role("duration") is None:
        return None
    for noun in range(len(tree.tokens)):
        if not context.listed(noun, "dating", "terms") or not {noun, *tree.above(noun)} & {
            at,
            tree.clause(at),
        }:
            continue
        for told in range(noun + 1, min(noun + 6, len(tree.tokens))):
            if context.listed(told, "dating", "imposing") and _follows(tree, noun, told):
                values = {_point(span) for span in _within(context, tree, told)}
                return values.pop() if len(values) == 1 else None
    return None


def since_then(context: Context, trigger: Trigger) -> str | None:
    """From when, of what has lasted "since": the date told last before it."""
    if context.tree is None or trigger.type.nature != "state":
        return None
    words, tokens = context.language.lexicon["dates"]["since"], context.sentence.tokens
    for i in range(trigger.end, min(trigger.end + _OPENING + 3, len(tokens))):
        if context.lower(i) in words and (i + 1 == len(tokens) or not tokens[i + 1].word):
            told = [span for span in context.dates if span.end <= trigger.first]
            value = _point(told[-1]) if told else context.anchor
            return f"{value}/.." if value and "/" not in value else None
    return None


def entered(context: Context, trigger: Trigger) -> str | None:
    """The date of the entry of a chronology, of what its sentences tell and date no other way."""
    tree, day = context.tree, context.entry
    if tree is None or day is None or len(day) < len("2020-01") or context.dates:
        return None
    decided = context.listed(tree.clause(head(tree, trigger)), "dating", "deciding")
    begins = trigger.type.nature == "event" or trigger.type.custody == "begins" or decided
    lists = ("following", "later", "next", "preceding", "earlier")
    relative = {word for name in lists for word in context.language.lexicon["dates"][name]}
    if any(context.lower(i) in relative for i in range(len(tree.tokens))):
        return None  # "the following week"
    predicate = tree.clause(head(tree, trigger))
    spoken = any(tree.tokens[i].text in _QUOTES for i in range(len(tree.tokens)))
    before = any("Tense=Past" in tree.tokens[i].morph and context.listed(i, "tense", "auxiliaries")
                 for i in tree.dependents(predicate, "aux"))  # fmt: skip
    while tree.tokens[predicate].dep.partition(":")[0] in _TOLD:
        predicate = tree.clause(tree.tokens[predicate].head)
    main = tree.head(predicate) is None
    return day if main and not before and not spoken and begins else None


def _point(span: ValueSpan) -> str | None:
    value = span.value.removesuffix("/..").removeprefix("../")
    return None if "/" in value else value


def _within(context: Context, tree: Tree, clause: int) -> Iterator[ValueSpan]:
    """The dates of the clause itself."""
    inside = set(tree.below(clause))
    return (
        span
        for span in context.dates
        if span.first in inside
        and tree.clause(span.first) == clause
        and not span.value.startswith("../")
    )


def _follows(tree: Tree, noun: int, told: int) -> bool:
    """Whether the verb tells of the noun right before it; parsers take it for a main verb too."""
    between = range(noun + 1, told)
    return not any(tree.tokens[i].pos in ("VERB", "NOUN", "PUNCT", "CCONJ") for i in between)


def _finite(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos in ("VERB", "AUX") and "VerbForm=Fin" in tree.tokens[i].morph


def _aids(tree: Tree, i: int, at: int) -> bool:
    """Whether it is an auxiliary of the trigger's own predicate."""
    return tree.tokens[i].head in (at, tree.clause(at))
