"""Where a candidate stands: how far from the trigger, on which side, and on what path of the tree.

The path is that of the dependency tree, as is usual for semantic roles (Gildea and Jurafsky,
"Automatic Labeling of Semantic Roles", 2002): the labels up from the trigger, then those down.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.candidates import Candidate
from extract.claims.context import Context
from extract.claims.functions import PARSED
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.syntax import Tree
from extract.syntax.tree import base

Feature = tuple[str, float]

FAR = 16
_WIDE, _DEEP = 40, 8
_OPENERS = frozenset({"SCONJ"})


def of_place(context: Context, candidate: Candidate) -> Iterator[Feature]:
    """The features of where the candidate stands; few, where the sentence does not name them."""
    subject, trigger = candidate.subject, candidate.trigger
    gap = max(subject.first - trigger.end, trigger.first - subject.end)
    yield "far", gap > FAR
    if candidate.chosen:
        yield "shallow", _shallow(context, trigger, subject.function)
    ref = subject.reference
    if context.tree is not None:
        yield from _of_slot(context, context.tree, trigger, ref)
    if ref is None:
        return
    yield "gap", max(0, min(_WIDE, gap))
    yield "before", ref.end <= trigger.first
    yield "inside", trigger.first <= ref.first < trigger.end
    yield from _of_order(context, trigger, ref)
    yield from _of_neighbours(context, ref)
    if context.tree is not None:
        yield from _of_tree(context.tree, trigger, ref)


def _shallow(context: Context, trigger: Trigger, function: str) -> bool:
    """Whether the tree did not say who stands in the function."""
    if context.tree is None:
        return True
    return function in PARSED and PARSED[function](context, trigger) is None


def _of_order(context: Context, trigger: Trigger, ref: Reference) -> Iterator[Feature]:
    """What stands between the two, and whether anybody else stands nearer."""
    tokens = context.sentence.tokens
    low, high = sorted((ref.first, trigger.first))
    between = tokens[min(ref.end, high) : high] if ref.first == low else tokens[low + 1 : high]
    people = [other for other in context.references if other.kind == "person"]
    nearest = min((abs(other.first - trigger.first) for other in people), default=0)
    yield "people between", sum(low < other.first < high for other in people)
    yield "marks between", sum(token.text in ",;:()" for token in between)
    yield "verbs between", sum(token.pos == "VERB" for token in between)
    yield "nouns between", sum(token.pos in ("NOUN", "PROPN") for token in between)
    yield "conjunctions between", sum(token.pos == "CCONJ" for token in between)
    yield "clauses between", sum(token.pos in _OPENERS for token in between)
    yield "nearest", abs(ref.first - trigger.first) <= nearest
    yield "first of all", bool(people) and people[0] is ref


def _of_neighbours(context: Context, ref: Reference) -> Iterator[Feature]:
    tokens = context.sentence.tokens
    yield f"left:{tokens[ref.begin - 1].pos if ref.begin else ''}", 1
    yield f"right:{tokens[ref.end].pos if ref.end < len(tokens) else ''}", 1
    titles = (("places", "courts"), ("names", "authorities"))
    before = range(ref.begin, ref.first)
    yield "official", any(context.listed(i, *path) for path in titles for i in before)


def _of_slot(
    context: Context, tree: Tree, trigger: Trigger, ref: Reference | None
) -> Iterator[Feature]:
    """Who or what stands where the trigger's subject has its place: the candidate or another."""
    at = head(tree, trigger)
    verb = tree.clause(at)
    place = trigger.frame.subject[0] if trigger.frame.subject else ""
    objects = place == "object" and not tree.passive(verb)
    filled = (*tree.dependents(verb, "obj"),) if objects else tree.subjects(verb)
    inside = range(ref.first, ref.end) if ref is not None else range(0)
    others = [i for i in filled if i not in inside]
    yield "holds the place", any(i in inside for i in filled)
    yield "place is free", not filled
    yield "place is a name's", any(tree.tokens[i].pos == "PROPN" for i in others)
    yield "place is a pronoun's", any(tree.tokens[i].pos == "PRON" for i in others)
    yield "place is a thing's", any(tree.tokens[i].pos == "NOUN" for i in others)
    yield "place is somebody's", any(_somebody(context, i) for i in others)
    yield "under the place", ref is not None and any(i in tree.above(ref.first) for i in others)


def _somebody(context: Context, i: int) -> bool:
    """Whether the noun is one for people: of them the trigger speaks, named or not."""
    lists = ("roles", "others", "kin")
    return context.listed(i, "names", "persons") or any(
        context.listed(i, "people", name) for name in lists
    )


def _of_tree(tree: Tree, trigger: Trigger, ref: Reference) -> Iterator[Feature]:
    at, place = head(tree, trigger), _top(tree, ref)
    up, down = _path(tree, at, place)
    yield "up", min(_DEEP, len(up))
    yield "down", min(_DEEP, len(down))
    yield f"path up:{' '.join(up)}", 1
    yield f"path down:{' '.join(down)}", 1
    yield f"is:{base(tree.tokens[place].dep)}", 1
    yield "same clause", tree.clause(at) == tree.clause(place)
    yield "preposition", tree.case(place) is not None


def _top(tree: Tree, ref: Reference) -> int:
    """The token of the reference on which its others depend."""
    inside = range(ref.first, ref.end)
    return next((i for i in inside if tree.tokens[i].head not in inside), ref.first)


def _path(tree: Tree, start: int, end: int) -> tuple[list[str], list[str]]:
    """The labels from one token up to the head that they share, and down to the other."""
    rising, falling = [start, *tree.above(start)], [end, *tree.above(end)]
    shared = next((i for i in rising if i in falling), None)
    up = rising if shared is None else rising[: rising.index(shared)]
    down = falling if shared is None else falling[: falling.index(shared)]
    labels = [[base(tree.tokens[i].dep) for i in part] for part in (up, down[::-1])]
    return labels[0][:_DEEP], labels[1][:_DEEP]
