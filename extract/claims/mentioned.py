"""Dates that are not of the noun they stand near, since the sentence but mentions what it says.

"Two weeks after her RELEASE, on 3 May, she left": she left on 3 May. "On 3 May he spoke of his
ARREST": he spoke on 3 May. A date right after the noun is its own all the same.
"""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from extract.syntax import Tree
from ontology import ontology

_CLAUSAL = frozenset({"VERB", "AUX", "PRON", "SCONJ", "CCONJ"})
_APART = frozenset(",;:()–—")
_REMARKS = (
    ("dating", "remarking"),
    ("attribution", "reporting"),
    ("attribution", "alleging"),
    ("status", "wishing"),
    ("status", "attitudes"),
    ("status", "deniers"),
)


def only_mentioned(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether the trigger is a noun that is but mentioned, and the date that of something else."""
    tree = context.tree
    if tree is None or _follows(context, span, trigger):
        return False
    if trigger.frame.pos != "noun":
        return trigger.frame.pos == "phrase" and _counting(context, trigger)
    happened = trigger.type.nature == "event" or trigger.type.custody != "none"
    if ontology().says(trigger.type.name, "spoken") or not happened:
        return False
    noun = head(tree, trigger)
    beside = span.first >= trigger.end and _clear(context, trigger.end, span.first, ",")
    if beside and _since(context, tree, noun):
        return False  # "since his arrest, last January, he has not been heard of"
    if _counted_from(context, tree, noun) or _under_another(context, tree, span, noun):
        return True
    return not beside and _remarked(context, tree, trigger, noun)


def _follows(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether the date stands in the noun's own phrase after it: "his arrest in TOWN on 3 May"."""
    return span.first >= trigger.end and _clear(context, trigger.end, span.first)


def _clear(context: Context, first: int, end: int, *marks: str) -> bool:
    """Whether no clause or mark stands in the tokens ``[first, end)``, but for these marks."""
    between = context.sentence.tokens[first:end]
    return not any(
        token.pos in _CLAUSAL or token.text in _APART.difference(marks) for token in between
    )


def _counting(context: Context, trigger: Trigger) -> bool:
    """Whether the phrase itself says that something came after: "AFTER HER RELEASE"."""
    owned = context.lower(trigger.first + 1) in context.language.words("pronouns", "possessive")
    return owned and context.lower(trigger.first) in context.language.words("dating", "beside")


def _since(context: Context, tree: Tree, noun: int) -> bool:
    """Whether it is what something has lasted since."""
    case = tree.case(noun)
    return case is not None and context.lower(case) in context.language.lexicon["dates"]["since"]


def _counted_from(context: Context, tree: Tree, noun: int) -> bool:
    """Whether it is what something else came before or after: "a year AFTER his release"."""
    case = tree.case(noun)
    return case is not None and context.lower(case) in context.language.words("dating", "beside")


def _remarked(context: Context, tree: Tree, trigger: Trigger, noun: int) -> bool:
    """Whether somebody says, asks or thinks something of it: "CRITICISED his arrest"."""
    over = tree.head(noun)
    if over is None or not tree.tokens[noun].dep.startswith(("obj", "obl")):
        return False
    proclaimed = context.listed(over, "dating", "proclaiming")
    if proclaimed or not tree.tokens[over].lemmas.isdisjoint(trigger.frame.requires):
        return False
    return any(context.listed(over, *path) for path in _REMARKS)


def _under_another(context: Context, tree: Tree, span: ValueSpan, noun: int) -> bool:
    """Whether the date is of the noun over it: "a PROTEST on 3 May against her arrest"."""
    over = tree.head(noun)
    if over is None or tree.tokens[over].pos != "NOUN" or tree.tokens[noun].dep != "nmod":
        return False
    inside = range(span.first, span.end)
    own = next((i for i in tree.above(span.first) if i not in inside), None)
    aside = context.lower(span.first - 1) == "," or context.lower(span.first - 2) == ","
    return own == over or (aside and span.first > noun)
