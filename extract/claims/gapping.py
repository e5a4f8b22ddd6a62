"""Several terms under one verb: "A was sentenced to six years, B and C to four".

Of a second clause only its persons and its duration may remain (gapping); or the terms stand
together, each for one of those before them ("six and four years respectively").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan, number
from ontology.dates import LIFE

_BETWEEN = 2  # words between the persons and their term: "to", "each to"
_APART = 12  # words between a term and the persons of the next: "in prison, and the lawyer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Persons, and the duration that is theirs; the words of both end before token ``end``."""

    people: Group
    duration: str
    end: int


def shares(context: Context, trigger: Trigger) -> tuple[Share, ...]:
    """The persons who follow the trigger's own term, each group with its own.

    None where the type has no duration, or another verb follows.
    """
    first = own_term(context, trigger)
    if first is None:
        return ()
    return tuple(_following(context, max(first.end, trigger.end), str(first.value)))


def own_term(context: Context, trigger: Trigger) -> ValueSpan | None:
    """The trigger's own duration, where its type has one: the last before it, or the first after.

    "werd TOT TWAALF JAAR veroordeeld", "was sentenced TO TWELVE YEARS".
    """
    if not any(role.range == "duration" for role in trigger.type.roles):
        return None
    after = [span for span in context.durations if span.first >= trigger.end]
    before = [span for span in context.durations if span.end <= trigger.first]
    if before and not _parted(context, before[-1].end, trigger.first):
        return before[-1]
    return after[0] if after else None


def _parted(context: Context, first: int, end: int) -> bool:
    """Whether a comma, "and" or a name stands between."""
    joints = {",", ";", *_joints(context)}
    named = any(first <= ref.first < end for ref in context.references if ref.kind == "person")
    return named or any(context.lower(i) in joints for i in range(first, end))


def _following(context: Context, end: int, like: str) -> Iterator[Share]:
    for group in context.groups:
        begin = group[0].begin
        if begin < end or begin - end > _APART:
            continue
        share = _share(context, group, like)
        if share is None or not _joined(context, end, begin) or _verb(context, share.end):
            return
        yield share
        end = share.end


def _share(context: Context, group: Group, like: str) -> Share | None:
    """The group with the duration after it: "Y to four years", "Y four"."""
    at = group[-1].end
    linking = context.language.words("clauses", "sharing")
    for i in range(at, at + _BETWEEN):
        at += context.lower(i) in linking
    span = next((span for span in context.durations if span.first == at), None)
    if span is not None:
        return Share(people=group, duration=str(span.value), end=span.end)
    if context.listed(at, "durations", "life"):
        return Share(people=group, duration=LIFE, end=at + 1)
    count = number(context.lower(at), context.language)
    closes = context.lower(at + 1) in {"", ",", ".", ";", *_joints(context)}
    if not count or not closes or like[-1:] not in "YM":
        return None
    return Share(people=group, duration=f"P{count}{like[-1]}", end=at + 1)


def _joints(context: Context) -> frozenset[str]:
    return context.language.words("clauses", "conjunctions")


def _joined(context: Context, end: int, begin: int) -> bool:
    """Whether a comma or "and" parts the two, and no verb, colon or preposition of its own."""
    between = range(end, begin)
    joints = {",", ";", *_joints(context)}
    if not any(context.lower(i) in joints for i in between):
        return False
    tokens = context.sentence.tokens
    return not any(tokens[i].pos in ("VERB", "AUX") or tokens[i].text in ":.?" for i in between)


def _verb(context: Context, end: int) -> bool:
    """Whether a finite verb follows in the clause: "and Y for two days refused food"."""
    for token in context.sentence.tokens[end:]:
        if token.text in ",;.:" or token.lower in _joints(context):
            return False
        if token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
            return True
    return False


def respective(context: Context, trigger: Trigger, people: Sequence[str]) -> Mapping[str, str]:
    """The term of each of the people, in order, where the sentence says "respectively".

    Empty where it does not; with an empty term for each where it gives more or fewer.
    """
    if not context.forms["clauses", "respectively"] or own_term(context, trigger) is None:
        return {}
    last = context.durations[-1]
    found = [*_numbers(context, trigger.end, last, str(last.value)[-1:])]
    if len(found) != len(people):
        found = [""] * len(people)
    return dict(zip(people, found, strict=True))


def _numbers(context: Context, first: int, last: ValueSpan, unit: str) -> Iterator[str]:
    """The durations up to the last, bare numbers in its unit."""
    spans = {span.first: span for span in context.durations}
    i = first
    while i <= last.first:
        if i in spans:
            yield str(spans[i].value)
        elif count := number(context.lower(i), context.language):
            yield f"P{count}{unit}"
        i = spans[i].end if i in spans else i + 1
