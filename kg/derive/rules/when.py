"""Dates: two that cannot be the same day are two events; one left out forbids nothing."""

from __future__ import annotations

from kg.derive.vague import overlap
from kg.statements import Statement


def compatible(one: Statement, other: Statement) -> bool:
    """Whether the dates can be one."""
    return one.when is None or other.when is None or overlap(one.when, other.when)


def agreement(one: Statement, other: Statement) -> int:
    """1 where both are dated and the dates can be one."""
    return int(one.when is not None and other.when is not None and compatible(one, other))
