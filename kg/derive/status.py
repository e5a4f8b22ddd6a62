"""Who was in custody on a date, as far as the claims of the store say, or said by another date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, takewhile

from pyoxigraph import Store

from kg.derive.custody import CONFIRMED_FOR, Point, Witness, points, timeline, witness
from kg.iris import KG, path_of
from kg.store import select
from ontology.load import ontology

_PASSING = ("in_custody", "house_arrest", "at_liberty")
_QUERY = """
SELECT ?person ?label ?event ?type ?claim ?document ?date ?stated ?published WHERE {
  ?event kg:person ?person ; kg:eventType ?type ; a ?type .
  ?claim kg:claims ?event ; kg:status ?status ; oa:hasSource ?document .
  ?person skos:prefLabel ?label .
  VALUES ?status { %s }
  OPTIONAL { ?claim kg:date ?date }
  OPTIONAL { ?claim kg:statedOn ?stated }
  OPTIONAL { ?document kg:latest ?published }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """Someone's state on a date.

    ``state`` is a term of the vocabulary custody_states. ``presumed`` says that nobody confirms
    it for that very day; ``last_state`` and ``last_confirmed`` are the last that is known,
    ``evidence`` the claims for it. Between ``since_earliest`` and ``since_latest`` it began.
    """

    person: str
    label: str
    state: str
    presumed: bool
    last_state: str
    last_confirmed: date | None
    since_earliest: date | None
    since_latest: date | None
    evidence: tuple[str, ...]


def status_on(
    store: Store,
    on: date,
    known_by: date | None = None,
    *,
    people: Collection[str] | None = None,
) -> tuple[StatusRow, ...]:
    """The state on a date of everyone of whose custody the store says anything, by label.

    With ``known_by``, only what documents of that day or before say counts; with ``people``, only
    what is said of these.
    """
    labels, points = _points(store, known_by, people)
    rows = (_row(person, labels[person], line, on) for person, line in timeline(points).items())
    return tuple(sorted(rows, key=lambda row: (row.label, row.person)))


def _points(
    store: Store, known_by: date | None, people: Collection[str] | None
) -> tuple[Mapping[str, str], Sequence[Point]]:
    types = {f"{KG}{kind.class_name}": name for name, kind in ontology().types.items()}
    labels: dict[str, str] = {}
    witnesses: dict[tuple[str, str, str], list[Witness]] = defaultdict(list)
    for row in select(store, _QUERY % " ".join(_factual())):
        person, label, event, kind, claim, document, when, *days = (
            term.value if term else "" for term in row
        )
        stated, published = (date.fromisoformat(day) if day else None for day in days)
        if people is not None and path_of(person) not in people:
            continue
        if kind not in types or (known_by and (published is None or published > known_by)):
            continue
        labels[path_of(person)] = label
        witnesses[(path_of(person), types[kind], event)].append(
            witness(path_of(claim), document, when or None, stated)
        )
    made = (points(person, kind, found) for (person, kind, _), found in witnesses.items())
    return labels, list(chain.from_iterable(made))


def _factual() -> tuple[str, ...]:
    """The statuses that let a claim be read as a fact, as SPARQL writes them."""
    terms = ontology().vocabularies["statuses"].values()
    return tuple(f"<{item.iri}>" for item in terms if item.facts["factual"])


def _row(person: str, label: str, line: Sequence[Point], on: date) -> StatusRow:
    past = [item for item in line if item.at <= on or _holds(item, on)]
    last = past[-1] if past else None
    confirmed = min(last.at, on) if last else None
    state, run = _state(last, line, on), _run(past)
    return StatusRow(
        person=person,
        label=label,
        state=state,
        presumed=last is not None and state in _PASSING and (last.presumed or last.at < on),
        last_state=last.state if last else "unknown",
        last_confirmed=confirmed,
        since_earliest=run[0].earliest if run else None,
        since_latest=min((item.latest for item in run if item.latest), default=None),
        evidence=tuple(sorted({claim for item in run for claim in item.claims})),
    )


def _holds(item: Point, on: date) -> bool:
    """Whether a described state covers the day: it surely began by then, and is confirmed later."""
    if not item.lasting or item.earliest is None or item.latest is None:
        return False
    return item.latest <= on <= item.at


def _state(last: Point | None, line: Sequence[Point], on: date) -> str:
    """The state of the last point; unknown where nobody confirms it any more.

    A confirmation on a later day counts too: being held is then presumed for the days between.
    """
    if last is None:
        return "unknown"
    if last.state == "dead":
        return "dead"
    later = next((item for item in line if item.at > on), None)
    again = later is not None and later.state == last.state
    stale = on - last.at > timedelta(days=CONFIRMED_FOR) and not again
    changed = any(item.state != last.state and _perhaps(item, on) for item in line)
    return "unknown" if stale or changed else last.state


def _perhaps(item: Point, on: date) -> bool:
    """Whether the state may have begun by that day, and may not have."""
    begun = item.latest if item.lasting and item.latest else item.at
    return item.earliest is not None and item.earliest <= on < begun


def _run(past: Sequence[Point]) -> Sequence[Point]:
    """The last points in a row that agree on the state."""
    run = takewhile(lambda item: item.state == past[-1].state, reversed(past))
    return list(run)[::-1]
