"""Which people one page shows: all of them, or where they are too many those with most claims.

A page is drawn by a browser from one file. Beyond some thousands of claims it is no picture any
more, and takes long to open; the whole graph is there to be asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from kg.describe import short
from kg.iris import kg
from kg.quads.graph import RDF_TYPE
from kg.store import select

PEOPLE = 1_500
CLAIMS = 8_000
_COUNTED = """
SELECT ?person (COUNT(DISTINCT ?claim) AS ?claims)
WHERE { ?claim kg:subject ?person . ?person a kg:Person } GROUP BY ?person
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The people whose claims are shown, how many people and claims there are, and are shown."""

    people: frozenset[str]
    claims: int
    all_people: int
    all_claims: int


def excerpt(store: Store) -> Excerpt | None:
    """The people with most claims; None where one page can show everything."""
    counts = sorted(_counts(store))
    every = sum(1 for _ in store.quads_for_pattern(None, RDF_TYPE, kg("Claim"), None))
    if len(counts) <= PEOPLE and every <= CLAIMS:
        return None
    shown = dict(_most(counts))
    return Excerpt(
        people=frozenset(shown),
        claims=sum(shown.values()),
        all_people=len(counts),
        all_claims=every,
    )


def _counts(store: Store) -> Iterator[tuple[int, str]]:
    """Each person, after their claims as a negative number, so that most comes first."""
    for person, claims in select(store, _COUNTED):
        if person is not None and claims is not None:
            yield -int(claims.value), short(person.value)


def _most(counts: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """The first people whose claims fit on a page, one at least."""
    room = CLAIMS
    for number, (less, person) in enumerate(counts[:PEOPLE]):
        room += less
        if room < 0 and number:
            return
        yield person, -less
