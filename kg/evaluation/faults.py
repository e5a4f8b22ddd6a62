"""What went wrong, one line a fault: missed, spurious, wrong date, argument, status or source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.evaluation.values import Gold, Outcome, Read, Value

KINDS = (
    "missed", "spurious", "wrong date", "wrong argument", "wrong status", "wrong source",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One of :data:`KINDS`, where it is, what was expected and what the graph has."""

    kind: str
    type: str
    document: str
    subject: str
    expected: str
    got: str
    quote: str


def faults(outcomes: Iterable[Outcome], most: int | None = None) -> tuple[Fault, ...]:
    """The faults by kind, type and document; at most so many of each kind."""
    every = sorted((fault for item in outcomes for fault in _of(item)), key=_order)
    seen: Counter[str] = Counter()
    kept = []
    for fault in every:
        seen[fault.kind] += 1
        if most is None or seen[fault.kind] <= most:
            kept.append(fault)
    return tuple(kept)


def _order(fault: Fault) -> tuple[int, str, str, str, str, str, str]:
    return (
        KINDS.index(fault.kind), fault.type, fault.document, fault.subject, fault.quote,
        fault.expected, fault.got,
    )  # fmt: skip


def _of(item: Outcome) -> Iterator[Fault]:
    gold, claim = item.gold, item.claim
    if gold is None or claim is None:
        yield _alone(item)
        return
    if not item.date_right:
        yield _fault("wrong date", gold, str(gold.dates[0]), str(claim.date))
    for key in item.args_wrong:
        wanted, got = gold.args[key], claim.args.get(key)
        yield _fault("wrong argument", gold, f"{key}: {_shown(wanted)}", _shown(got))
    if not item.status_right:
        yield _fault("wrong status", gold, gold.statuses[0], claim.status)
    if gold.markers and not item.cites_right:
        yield _fault("wrong source", gold, _listed(gold.markers), _listed(claim.markers))


def _fault(kind: str, gold: Gold, expected: str, got: str) -> Fault:
    return Fault(
        kind=kind, type=gold.type, document=gold.document, subject=gold.subject,
        expected=expected, got=got, quote=gold.quotes[0],
    )  # fmt: skip


def _alone(item: Outcome) -> Fault:
    if item.gold is not None:
        gold = item.gold
        return _fault("missed", gold, _told(gold.dates[0], gold.statuses[0], gold), "")
    claim = item.claim
    assert claim is not None
    return Fault(
        kind="spurious", type=claim.type, document=claim.document, subject=claim.names[0],
        expected="", got=_told(claim.date, claim.status, claim), quote=claim.quote,
    )  # fmt: skip


def _told(date: str | None, status: str, claim: Gold | Read) -> str:
    """The date, status and arguments of a claim in a line."""
    args = (f"{key}: {_shown(value)}" for key, value in sorted(claim.args.items()))
    return ", ".join([*([date] if date else []), status, *args])


def _shown(value: Value) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _listed(markers: Iterable[str]) -> str:
    return ", ".join(sorted(markers)) or "None"
