"""Which court it was: in the clause, over it, or before "where"; and the town of its name."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import head, reach
from extract.claims.triggers import Trigger
from extract.languages.places import cities
from extract.mentions.references import Reference
from extract.syntax import Tree
from extract.values import ArgValue

Span = tuple[int, int]
_NEAR = 8  # words between a court and the clause that says what was done there


def court(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The noun phrase of the clause whose head is a court."""
    yield from (context.sentence.span(*span) for span in _in_clause(context, trigger))


def court_over(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The court that decides it: the subject of a verb over it ("A COURT extended his detention").

    The nearest verb with another subject alone: what a court says of others' acts is not its own.
    """
    yield from (context.sentence.span(*span) for span in _over(context, trigger, subject))


def court_where(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The court of which a clause with "where" tells: "the COURT of X, where she was given ..."."""
    yield from (context.sentence.span(*span) for span in _before_where(context, trigger))


def court_town(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The town of the court's name: "the TOWN City Court", "the court of TOWN"."""
    spans = (
        *_in_clause(context, trigger),
        *_over(context, trigger, subject),
        *_before_where(context, trigger),
    )
    for first, end in spans[:1]:
        for ref in context.references:
            if ref.kind == "place" and first <= ref.first < end:
                yield ref.text
                return
        if context.lower(first) in cities(context.language.tag) | _known(context):
            yield context.sentence.span(first, first + 1)


def _known(context: Context) -> frozenset[str]:
    return frozenset(name.lower() for name in context.language.words("places", "cities"))


def _in_clause(context: Context, trigger: Trigger) -> Iterator[Span]:
    within = reach(context, trigger)
    noun = trigger.frame.pos == "noun"
    for i in (i for i in within if i >= trigger.end or not noun):
        if not context.listed(i, "places", "courts"):
            continue
        if _titles(context, i):  # of a judge, whose court may stand before it
            refs = (r for r in context.references if r.end == i and _is_court(context, r))
            yield from ((ref.first, ref.end) for ref in refs)
            return
        yield _whole(context, i)
        return


def _over(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[Span]:
    tree = context.tree
    if tree is None:
        return
    top = head(tree, trigger)
    own = range(subject.first, subject.end) if subject is not None else range(0)
    found = (tuple(acting(tree, i)) for i in (top, *tree.above(top)))
    for i in next((those for those in found if those and not {*those} & {*own}), ()):
        first, end = _whole(context, i)
        if context.listed(i, "places", "courts") and not _titles(context, i):
            yield first, end
            return


def _before_where(context: Context, trigger: Trigger) -> Iterator[Span]:
    clause = clause_at(context.clauses, trigger.first)
    if context.lower(clause.first) not in context.language.words("places", "where"):
        return
    for i in range(clause.first - 1, max(-1, clause.first - _NEAR), -1):
        if context.listed(i, "places", "courts") and not _titles(context, i):
            yield _whole(context, i)
            return


def _whole(context: Context, i: int) -> Span:
    """The name of the court at token ``i``, with the town that follows: "court OF TOWN"."""
    named = next((r for r in context.references if r.first <= i < r.end), None)
    first, end = (named.first, named.end) if named else (i, i + 1)
    of = context.language.words("names", "genitives")
    if context.lower(end) in of and context.listed(end + 1, "places", "court_kinds"):
        end += 2  # "court of APPEAL"
    joins = of | context.language.words("places", "holding")
    place = next((r for r in context.references if r.first == end + 1), None)
    if place is not None and place.kind in ("place", "country") and context.lower(end) in joins:
        end = place.end
    return first, end


def acting(tree: Tree, verb: int) -> Iterator[int]:
    """The subjects of an active verb that are nobody's pronoun."""
    if tree.tokens[verb].pos == "VERB" and not tree.passive(verb):
        yield from (i for i in tree.subjects(verb) if tree.tokens[i].pos in ("NOUN", "PROPN"))


def _titles(context: Context, i: int) -> bool:
    """Whether the word is somebody's title: "Judge Jane Sample"."""
    bearers = [ref for ref in context.references if ref.kind == "person" and ref.form == "name"]
    return any(ref.begin <= i < ref.end for ref in bearers)


def _is_court(context: Context, ref: Reference) -> bool:
    return any(context.listed(i, "places", "courts") for i in range(ref.first, ref.end))
