"""Events: what claims of one subject and type that agree are about.

A claim joins the one event that it agrees with best; where two fit equally well it stays an
event of its own, for nothing says which of the two it means. An allegation may join an event
that others state as a fact, but adds nothing to it: it lends no date and no argument.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.values import ArgValue
from kg.derive.nearby import ByMonth
from kg.derive.rules import agreement, compatible, meaning
from kg.derive.vague import width
from kg.identity import Entity
from kg.iris import digest
from kg.statements import Statement
from ontology.load import ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the claims of ``statements`` are about. ``id`` is its path below ``id:``.

    ``kind`` is the class of what is not a fact ("AllegedEvent", "PlannedEvent" ...), None for
    a fact; ``date`` the most precise EDTF date; ``args`` pairs of role and value, sorted.
    """

    id: str
    type: str
    subject: Entity
    kind: str | None
    date: str | None
    args: tuple[tuple[str, ArgValue], ...]
    statements: tuple[Statement, ...]

    @property
    def telling(self) -> tuple[Statement, ...]:
        """The claims that may say what the event is: those that state it as a fact, if any."""
        return telling(self.statements)


def telling(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """The claims that state a fact; all of them where none does."""
    every = tuple(found)
    return tuple(item for item in every if item.factual) or every


def events(statements: Iterable[Statement]) -> tuple[Event, ...]:
    """The events that the claims are about, by id; the order of the claims is no matter."""
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for item in statements:
        groups[(item.subject.id, item.claim.type, _stance(item))].append(item)
    made = (_event(part) for group in groups.values() for part in _agreeing(group))
    return tuple(sorted(made, key=lambda event: event.id))


def _stance(statement: Statement) -> str:
    """Claims that it is so go together; each other status by itself."""
    status = statement.claim.status
    return "so" if statement.factual or status == "alleged" else status


@dataclass(frozen=True, slots=True)
class _Home:
    """An event in the making: its claims, and one of each that say the same of it."""

    claims: list[Statement]
    distinct: dict[object, Statement]

    def take(self, item: Statement) -> None:
        """Add a statement that tells of the event."""
        self.claims.append(item)
        self.distinct.setdefault(meaning(item), item)


def _agreeing(group: Iterable[Statement]) -> Iterable[Sequence[Statement]]:
    found = ByMonth[_Home]()
    for item in sorted(group, key=_precision):
        near = found.near(item.when)
        home = _best(item, [one for one in near if compatible(item, one.distinct.values())])
        if home is None:
            home = _Home([], {})
            found.add(item.when, home)
        home.take(item)
    return [home.claims for home in found.near(None)]


def _precision(item: Statement) -> tuple[bool, bool, int, str, int, str]:
    """Facts before allegations, then the most precise date, then the most arguments."""
    when = item.when
    return (
        not item.factual, when is None, width(when) if when else 0, item.claim.date or "",
        -len(item.claim.args), item.id,
    )  # fmt: skip


def _best(item: Statement, homes: Sequence[_Home]) -> _Home | None:
    if len(homes) < 2:
        return homes[0] if homes else None
    fits = [agreement(item, home.distinct.values()) for home in homes]
    best = max(fits)
    return homes[fits.index(best)] if fits.count(best) == 1 else None


def _event(group: Sequence[Statement]) -> Event:
    first, telling_ones = group[0], telling(group)
    return Event(
        id=f"event/{digest(first.id)}",
        type=first.claim.type,
        subject=first.subject,
        kind=_kind(first),
        date=first.claim.date,
        args=_union(telling_ones),
        statements=tuple(sorted(group, key=lambda item: item.id)),
    )


def _kind(first: Statement) -> str | None:
    facts = ontology().vocabularies["statuses"][first.claim.status].facts
    return None if facts["factual"] else str(facts["event"])


def _union(group: Iterable[Statement]) -> tuple[tuple[str, ArgValue], ...]:
    pairs = {(name, value) for item in group for name, value in item.claim.args}
    return tuple(sorted(pairs, key=lambda pair: (pair[0], repr(pair[1]))))
