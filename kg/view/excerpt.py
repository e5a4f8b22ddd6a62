"""Which people one page shows: all of them, or where they are too many those with most claims.

A page is drawn by a browser from one file. Beyond some thousands of claims it is no picture any
more, and takes long to open; the whole graph is there to be asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Store

from kg.describe import short
from kg.iris import kg
from kg.quads.graph import RDF_TYPE

PEOPLE = 1_500
CLAIMS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The people whose claims are shown, how many people and claims there are, and are shown."""

    people: frozenset[str]
    claims: int
    all_people: int
    all_claims: int


def excerpt(store: Store) -> Excerpt | None:
    """The people with most claims; None where one page can show everything."""
    every = sum(1 for _ in store.quads_for_pattern(None, RDF_TYPE, kg("Claim"), None))
    counts = _counts(store)
    if len(counts) <= PEOPLE and every <= CLAIMS:
        return None
    shown = dict(_most(sorted(counts.items(), key=lambda item: (-item[1], item[0]))))
    return Excerpt(
        people=frozenset(shown),
        claims=sum(shown.values()),
        all_people=len(counts),
        all_claims=every,
    )


def _counts(store: Store) -> Counter[str]:
    """How many claims there are of each person."""
    people = store.quads_for_pattern(None, RDF_TYPE, kg("Person"), None)
    named = {str(quad.subject) for quad in people}
    about = map(str, (q.object for q in store.quads_for_pattern(None, kg("subject"), None, None)))
    counts = Counter(name for name in about if name in named)
    return Counter({short(name[1:-1]): count for name, count in counts.items()})


def _most(counts: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The first people whose claims fit on a page, one at least."""
    room = CLAIMS
    for number, (person, claims) in enumerate(islice(counts, PEOPLE)):
        room -= claims
        if room < 0 and number:
            return
        yield person, claims
