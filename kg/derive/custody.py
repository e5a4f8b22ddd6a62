"""Custody: from events with vague dates to the state someone is in, and since when.

What an event does to custody is said by its type in the ontology. An arrest without a date says
that someone was held once, not that they are; being held without a date is confirmed on the day
the document says it. A release without a date lies before the day on which it is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kg.iris import digest
from ontology.dates import beginning, interval
from ontology.load import ontology

CONFIRMED_FOR = 365
"""Days after the last confirmation for which a state is presumed; then it is unknown."""

_RANK = {"in_custody": 0, "house_arrest": 1, "at_liberty": 2, "dead": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A claim of a fact as evidence: its date's bounds, and the day on which it is stated.

    It began between ``earliest`` and ``begun``: of "2021/.." some day of 2021, of "2021" too.
    """

    claim: str
    document: str
    earliest: date | None
    begun: date | None
    latest: date | None
    stated: date | None

    @property
    def dated(self) -> bool:
        """Whether the claim gives a date."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A state of custody that an event or a confinement brings or confirms.

    It began between ``earliest`` and ``latest``; it is known to have held on ``at``, which is
    only ``presumed`` where an event has no date but the one before which it lies. ``lasting``
    says that the state is described, not its beginning.
    """

    person: str
    state: str
    earliest: date | None
    latest: date | None
    at: date
    presumed: bool
    lasting: bool
    documents: frozenset[str]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyInterval:
    """A time in custody or house arrest, with vague ends; ``end`` is None where none is known."""

    person: str
    state: str
    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None
    last_confirmed: date
    claims: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its path below ``id:``."""
        return f"custody/{digest(self.person, self.state, self.claims)}"


def witness(claim: str, document: str, edtf: str | None, stated: date | None) -> Witness:
    """A claim as evidence, by its path, its document, its date and the day it is stated on."""
    when, start = (interval(edtf), beginning(edtf)) if edtf else (None, None)
    return Witness(
        claim=claim,
        document=document,
        earliest=when.earliest if when else None,
        begun=start.latest if start else None,
        latest=when.latest if when else None,
        stated=stated,
    )


def state_of(claim_type: str) -> str | None:
    """The custody state that a claim type brings or confirms, None where it says nothing."""
    known = ontology().types.get(claim_type)
    if known is None:
        return None
    state = ontology().vocabularies["custody"][known.custody].facts.get("state")
    return str(state) if state else None


def points(person: str, claim_type: str, witnesses: Iterable[Witness]) -> tuple[Point, ...]:
    """What the claims of one event say of custody.

    Of an event that is one point at most. Being held is told without a date on many days: each
    day on which it is said confirms it anew.
    """
    known = ontology().types.get(claim_type)
    lasting = known is not None and known.nature == "state"
    parts: dict[date | None, list[Witness]] = defaultdict(list)
    for item in witnesses:
        parts[item.stated if lasting and not item.dated else None].append(item)
    made = (_point(person, claim_type, part) for part in parts.values())
    return tuple(item for item in made if item)


def _point(person: str, claim_type: str, witnesses: Iterable[Witness]) -> Point | None:
    """What the claims of one event say of custody, None where they say nothing certain."""
    state, found = state_of(claim_type), sorted(witnesses, key=lambda item: item.claim)
    if state is None or not found:
        return None
    lasting = ontology().types[claim_type].nature == "state"
    dated = [item for item in found if item.dated]
    stated = [item.stated for item in found if item.stated]
    first = min(dated, key=_width) if dated else None
    if first is None and (not stated or (not lasting and _RANK[state] < _RANK["at_liberty"])):
        return None
    at = _held_on(first, stated)
    if at is None:
        return None
    return Point(
        person=person,
        state=state,
        earliest=first.earliest if first else None,
        latest=_begun(first, at, lasting=lasting) if first else min(stated),
        at=at,
        presumed=first is None and not lasting,
        lasting=lasting,
        documents=frozenset(item.document for item in found),
        claims=tuple(item.claim for item in found),
    )


def _width(item: Witness) -> tuple[int, str]:
    if item.earliest is None or item.latest is None:
        return (10**7, item.claim)
    return ((item.latest - item.earliest).days, item.claim)


def _begun(first: Witness, at: date, *, lasting: bool) -> date:
    """The last day on which it can have begun."""
    return min((first.begun if lasting else first.latest) or at, at)


def _held_on(first: Witness | None, stated: Sequence[date]) -> date | None:
    """The last day on which the state is known to have held."""
    if first is None:
        return min(stated)
    if first.latest is not None:
        return first.latest
    last = max(stated, default=first.begun)
    return max((day for day in (last, first.earliest) if day), default=None)


def timeline(points: Iterable[Point]) -> dict[str, tuple[Point, ...]]:
    """Each person's points in time order.

    Being held, told without a date by a document that also dates the release, lies before it.
    """
    by_person: dict[str, list[Point]] = defaultdict(list)
    for item in points:
        by_person[item.person].append(item)
    return {
        person: tuple(sorted((p for p in items if not _overtaken(p, items)), key=_order))
        for person, items in sorted(by_person.items())
    }


def _overtaken(item: Point, others: Iterable[Point]) -> bool:
    if item.earliest is not None or not item.lasting:
        return False
    return any(
        _RANK[other.state] >= _RANK["at_liberty"]
        and other.earliest is not None
        and other.at <= item.at
        and bool(other.documents & item.documents)
        for other in others
    )


def _order(item: Point) -> tuple[date, int, tuple[str, ...]]:
    return (item.at, _RANK[item.state], item.claims)


def intervals(points: Iterable[Point]) -> tuple[CustodyInterval, ...]:
    """The times in custody and house arrest, by id."""
    runs = (run for line in timeline(points).values() for run in _runs(line))
    return tuple(sorted((_interval(*run) for run in runs), key=lambda item: item.id))


def _runs(
    line: Sequence[Point],
) -> Iterable[tuple[Point | None, Sequence[Point], Point | None]]:
    """Points of one state in a row, with the point before them and the point that ends them."""
    runs = [list(same) for _, same in groupby(line, key=lambda item: item.state)]
    for before, run, after in zip([[], *runs], runs, [*runs[1:], []], strict=False):
        if _RANK[run[0].state] < _RANK["at_liberty"]:
            yield (before[-1] if before else None), run, (after[0] if after else None)


def _interval(before: Point | None, run: Sequence[Point], end: Point | None) -> CustodyInterval:
    """A time in one state, which did not begin before another state was still confirmed."""
    latest = [item.latest for item in run if item.latest]
    if before and latest and min(latest) <= before.at:
        latest = [item.at for item in run]
    earliest = [item.earliest for item in run]
    return CustodyInterval(
        person=run[0].person,
        state=run[0].state,
        earliest_start=run[0].earliest if None in earliest[:1] else min(d for d in earliest if d),
        latest_start=min(latest, default=None),
        earliest_end=end.earliest if end else None,
        latest_end=end.latest if end else None,
        last_confirmed=max(item.at for item in run),
        claims=tuple(sorted({claim for item in run for claim in item.claims})),
    )


def states() -> Mapping[str, str]:
    """The IRI's local name of each custody state."""
    terms = ontology().vocabularies["custody_states"]
    return {name: str(item.facts["iri"]) for name, item in terms.items()}
