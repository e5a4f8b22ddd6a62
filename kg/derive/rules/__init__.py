"""When two claims of one subject and one type can be about one event: a module a rule.

Each module has ``compatible(one, other)``, false where the rule forbids it, and
``agreement(one, other)``, how much speaks for it. Both are symmetric, and look at nothing but the
:func:`meaning` of the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from kg.statements import Statement


class Rule(Protocol):
    """What a module of this folder offers."""

    def compatible(self, one: Statement, other: Statement) -> bool:
        """Whether the two can be about one event."""

    def agreement(self, one: Statement, other: Statement) -> int:
        """How many things the two both say, and say alike."""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, by the name of their module."""
    names = sorted(item.name for item in iter_modules(__path__))
    return tuple(cast(Rule, import_module(f"{__name__}.{name}")) for name in names)


def meaning(item: Statement) -> tuple[object, ...]:
    """What a claim says of its event, apart from its subject and type: its date and arguments."""
    return (item.claim.date, item.claim.args)


def compatible(one: Statement, others: Iterable[Statement]) -> bool:
    """Whether a claim can be about the event of all the others."""
    return all(rule.compatible(one, other) for other in others for rule in rules())


def agreement(one: Statement, others: Iterable[Statement]) -> int:
    """How much speaks for a claim being about the event of the others."""
    return max(sum(rule.agreement(one, other) for rule in rules()) for other in others)
