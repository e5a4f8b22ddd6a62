"""Conflicts: claims that cannot both be right. They are listed, never resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kg.derive.custody import state_of
from kg.derive.nearby import ByMonth
from kg.derive.rules import meaning, what, when
from kg.iris import digest
from kg.statements import Statement
from ontology.load import ontology

_NEAR = 31
"""Two dates of one kind of event that are closer than this, in days, may well be one event's."""
_NEAR_MONTHS = 2
"""So many months apart lie, at most, two days that are so close."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims that contradict each other; ``kind`` is a term of the
    vocabulary conflicts."""

    kind: str
    claims: tuple[str, str]

    @property
    def id(self) -> str:
        """Its path below ``id:``."""
        return f"conflict/{digest(self.kind, self.claims)}"

    @property
    def iri(self) -> str:
        """The kind's term in the ontology."""
        return ontology().vocabularies["conflicts"][self.kind].iri


def conflicts(statements: Iterable[Statement]) -> tuple[Conflict, ...]:
    """Every conflict between two claims of one subject and type, by id."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for item in statements:
        groups[(item.subject.id, item.claim.type)].append(item)
    found = {
        Conflict(kind=kind, claims=_pair(one, other))
        for group in groups.values()
        for kind, pairs in _contradictions(group)
        for one, other in pairs
    }
    return tuple(sorted(found, key=lambda conflict: conflict.id))


def _contradictions(
    group: Iterable[Statement],
) -> Iterator[tuple[str, Iterable[tuple[Statement, Statement]]]]:
    """The kinds of conflict with the pairs of claims; what says the same is compared once."""
    alike: dict[object, list[Statement]] = defaultdict(list)
    for item in group:
        alike[(item.claim.status, meaning(item))].append(item)
    earlier = ByMonth[list[Statement]]()
    for same in alike.values():
        for others in earlier.near(same[0].when, _NEAR_MONTHS):
            for kind in _kinds(same[0], others[0]):
                yield kind, product(same, others)
        earlier.add(same[0].when, same)


def _kinds(one: Statement, other: Statement) -> Iterable[str]:
    if _opposed(one, other) and when.compatible(one, other) and what.compatible(one, other):
        yield "existence_denied"
    if not (one.factual and other.factual and _is_event(one)):
        return
    if when.compatible(one, other):
        yield from (k for k in what.differing(one, other) if k in ("duration", "outcome"))
    elif _near(one, other) and what.compatible(one, other):
        yield "date"


def _opposed(one: Statement, other: Statement) -> bool:
    return _says(one) * _says(other) < 0


def _says(item: Statement) -> int:
    """1 for a claim that it is so, -1 that it is not, 0 for what leaves it open."""
    if item.factual:
        return 1
    return -1 if item.claim.status in ("denied", "negated") else 0


def _is_event(item: Statement) -> bool:
    known = ontology().types.get(item.claim.type)
    return known is None or known.nature == "event"


def _near(one: Statement, other: Statement) -> bool:
    """Whether both bring the same change of custody on precise days close to each other."""
    if state_of(one.claim.type) is None or one.when is None or other.when is None:
        return False
    days = (one.when.earliest, one.when.latest, other.when.earliest, other.when.latest)
    known = [day for day in days if day is not None]
    return len(known) == len(days) and (max(known) - min(known)).days <= _NEAR


def _pair(one: Statement, other: Statement) -> tuple[str, str]:
    first, second = sorted((one.id, other.id))
    return first, second
