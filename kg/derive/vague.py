"""Vague dates compared: how vague they are, and whether two can be one day."""

from __future__ import annotations

from ontology.dates import Interval

_OPEN = 10**7


def width(interval: Interval) -> int:
    """How many days lie between the bounds; more than any date has where one side is open."""
    if interval.earliest is None or interval.latest is None:
        return _OPEN
    return (interval.latest - interval.earliest).days


def overlap(one: Interval, other: Interval) -> bool:
    """Whether the two can be one day.

    >>> from ontology.dates import interval
    >>> overlap(interval("2021-12"), interval("2021-12-16"))
    True
    """
    return not (_before(one, other) or _before(other, one))


def _before(one: Interval, other: Interval) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)
