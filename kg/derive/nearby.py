"""What lies near in time, so that few of many claims need comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from ontology.dates import Interval

T = TypeVar("T")
_LONGEST = 36
"""Months; a date that may mean more than these stands under none of them."""


class ByMonth(Generic[T]):
    """Items by the months that their vague dates may lie in.

    >>> from ontology.dates import interval
    >>> kept = ByMonth[str]()
    >>> for date in ("2021-12-16", "2021-12", "1999", "2014/.."):
    ...     kept.add(interval(date), date)
    >>> kept.near(interval("2021-12-31"))
    ['2021-12-16', '2021-12', '2014/..']
    """

    def __init__(self) -> None:
        self._items: list[T] = []
        self._months: dict[int, list[int]] = defaultdict(list)
        self._vague: list[int] = []

    def add(self, when: Interval | None, item: T) -> None:
        """Keeps an item under its date; ``when`` is None where it has none."""
        months = _months(when)
        for place in [self._vague] if months is None else map(self._months.__getitem__, months):
            place.append(len(self._items))
        self._items.append(item)

    def near(self, when: Interval | None, margin: int = 0) -> list[T]:
        """All items that may lie in the months of a date, or so many months from it.

        In the order in which they came; some that do not may be among them, none is left out.
        """
        months = _months(when, margin)
        if months is None:
            return list(self._items)
        found = {number for month in months for number in self._months.get(month, ())}
        return [self._items[number] for number in sorted(found.union(self._vague))]


def _months(when: Interval | None, margin: int = 0) -> Iterable[int] | None:
    """The months that a date may lie in, by number; None where they are unknown or too many."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    first = 12 * when.earliest.year + when.earliest.month
    last = 12 * when.latest.year + when.latest.month
    return range(first - margin, last + margin + 1) if last - first <= _LONGEST else None
