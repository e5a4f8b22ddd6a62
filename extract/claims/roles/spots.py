"""What kind of spot it happened at, where no town is named: "in HIS CAR", "at THE GATE"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.reach import head
from extract.claims.roles.agents import phrase
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.syntax import Tree
from extract.values import ArgValue

_WHERE = ("obl", "nmod", "advmod")


def spot(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The house, vehicle or building at which it happened: a phrase of the verb itself.

    What stands further down in the sentence is where something else happened.
    """
    tree = context.tree
    for i in _phrases(tree, trigger) if tree is not None else ():
        if tree is None or not context.listed(i, "places", "spots"):
            continue
        case = tree.case(i)
        case = min(tree.below(i)) if case is None else case  # "AT her parents' home"
        if context.lower(case) not in context.language.words("places", "spot_prepositions"):
            continue
        joins = context.language.words("names", "genitives")
        first, end = phrase(tree.tokens, i, joins)
        yield context.sentence.span(max(first, case + 1), end)
        return


def _phrases(tree: Tree, trigger: Trigger) -> Iterator[int]:
    """The phrases that hang on the trigger, its verb, or the verb with which that is joined."""
    top = head(tree, trigger)
    seen: set[int] = set()
    for at in (top, tree.clause(top)):
        for i in tree.dependents(at, *_WHERE):
            if i not in seen and not trigger.first <= i < trigger.end:
                seen.add(i)
                yield i
