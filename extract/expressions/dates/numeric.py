"""Dates in figures alone: which figure is the day."""

from __future__ import annotations

Parts = tuple[int, int, int]


def numeric(value: tuple[int, ...], day_first: frozenset[str]) -> tuple[Parts, bool] | None:
    """Year, month and day of (first, second, last, mark, short), and whether the year is short.

    None where day and month could change places and the language does not say which is first,
    or where there is no such month.

    >>> numeric((3, 4, 2021, ord("/"), 0), frozenset("/"))
    ((2021, 4, 3), False)
    >>> numeric((3, 4, 2021, ord("/"), 0), frozenset("."))
    """
    first, second, last, mark, short = value
    if first > 31:
        return (first, second, last), False
    if second > 12 and chr(mark) not in day_first:
        first, second = second, first
    elif first <= 12 and first != second and chr(mark) not in day_first:
        return None
    return ((last, second, first), bool(short)) if 1 <= second <= 12 else None
