"""Gold claims and claims paired one to one within a document, best pairs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.evaluation.agreement import (
    SCORED_ARGS,
    args_wrong,
    date_right,
    quotes_overlap,
    same_subject,
)
from kg.evaluation.values import Gold, Outcome, Read

FAMILIES = (
    ("arrest", "detention"),
    ("conviction", "sentence"),
    ("trial", "hearing"),
    ("pardon", "release"),
    ("occupation", "affiliation"),
    ("appeal_ruling", "conviction_quashed"),
)
"""Types that texts do not always tell apart: a claim of one is found for a claim of the other."""

_FAMILY = {name: names[0] for names in FAMILIES for name in names}
_SHARED = "charge"  # gold has a claim a charge, and a claim may name several
_NEAR = 0.5
# What makes one pair better than another: the date first, then arguments, then the very type.
_DATE, _ARGUMENT, _TYPE, _ASKED = 4.0, 2.0, 1.0, 0.5


def match(gold: Sequence[Gold], claims: Iterable[Read]) -> tuple[Outcome, ...]:
    """What became of every gold claim and of every claim of a type and document the gold has.

    Optional gold claims, and claims found for them, are left out.
    """
    wanted: dict[str, list[Gold]] = defaultdict(list)
    made: dict[str, list[Read]] = defaultdict(list)
    for item in gold:
        wanted[item.document].append(item)
    scored = {_family(item.type) for item in gold}
    for claim in claims:
        if claim.document in wanted and _family(claim.type) in scored:
            made[claim.document].append(claim)
    return tuple(
        outcome for name in sorted(wanted) for outcome in _document(wanted[name], made[name])
    )


def _document(gold: Sequence[Gold], claims: Sequence[Read]) -> Iterator[Outcome]:
    taken: set[int] = set()
    used: set[int] = set()
    for g, c in _ranked(gold, claims):
        shared = gold[g].type == claims[c].type == _SHARED
        if g not in taken and (c not in used or shared):
            if not gold[g].optional:
                yield _outcome(gold[g], claims[c], again=c in used)
            taken.add(g)
            used.add(c)
    missed = (item for g, item in enumerate(gold) if g not in taken and not item.optional)
    yield from (Outcome(gold=item) for item in missed)
    yield from (Outcome(claim=claim) for c, claim in enumerate(claims) if c not in used)


def _ranked(gold: Sequence[Gold], claims: Sequence[Read]) -> list[tuple[int, int]]:
    """The pairs that can be, best first; of equals the one that comes first in both."""
    scores = {(g, c): _score(a, b) for g, a in enumerate(gold) for c, b in enumerate(claims)}
    possible = [pair for pair, score in scores.items() if score]
    return sorted(possible, key=lambda pair: (-scores[pair], pair))


def fits(gold: Gold, claim: Read) -> bool:
    """Whether the claim is of the gold claim's type or one of its family, subject and place."""
    return _score(gold, claim) > 0


def _score(gold: Gold, claim: Read) -> float:
    """How well a claim fits a gold claim; 0 where it is not of that type, subject or place."""
    if _family(claim.type) not in map(_family, gold.types):
        return 0.0
    near = max(quotes_overlap(quote, claim.quote) for quote in gold.quotes)
    if near < _NEAR or not same_subject(gold.subject, claim.names):
        return 0.0
    asked = sum(key in gold.args for key in SCORED_ARGS)
    right = asked - len(args_wrong(gold, claim))
    extras = (
        (_DATE, date_right(gold, claim.date)),
        (_TYPE, gold.type == claim.type),
        (_ASKED, not gold.optional),
    )
    return near + _ARGUMENT * right + sum(weight for weight, holds in extras if holds)


def _outcome(gold: Gold, claim: Read, *, again: bool) -> Outcome:
    return Outcome(
        gold=gold,
        claim=claim,
        again=again,
        date_right=date_right(gold, claim.date),
        args_wrong=args_wrong(gold, claim),
        status_right=claim.status in gold.statuses,
        cites_right=bool(claim.markers & gold.markers),
    )


def _family(claim_type: str) -> str:
    return _FAMILY.get(claim_type, claim_type)
