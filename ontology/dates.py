"""Vague dates as intervals: EDTF in, the first and last day that it may mean out.

The forms are those of EDTF levels 0 and 1 (Library of Congress, ISO 8601-2:2019) and the level 2
seasons, quarters and halves. General date parsers guess; this grammar refuses. A date that is
approximate (``~``, ``%``) may lie one unit of its own precision earlier or later; one that is
uncertain (``?``) keeps its bounds, for no bound would be safer.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

LIFE = "life"
"""The value of a duration that lasts as long as the person does."""

_DATE = re.compile(
    r"(?P<year>[0-9X]{4})(-(?P<month>[0-9X]{2})(-(?P<day>[0-9X]{2}))?)?(?P<mark>[?~%]?)"
)
_YEAR = re.compile(r"[0-9]+X*")
_DURATION = re.compile(
    r"P(?=[\dT])((?P<years>\d+)Y)?((?P<months>\d+)M)?((?P<weeks>\d+)W)?((?P<days>\d+)D)?"
    r"(T(?P<hours>\d+)H)?",
    re.ASCII,
)
# Code: first month and how many; winter takes the first months of its year and runs into the next.
_SEASONS = {
    **{21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (1, 14)},
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}


@dataclass(frozen=True, slots=True)
class Interval:
    """An EDTF date with the first and the last day it may mean; None where it is open."""

    edtf: str
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in whole months and, beside them, whole days and hours."""

    months: int
    days: int
    hours: int = 0


def interval(edtf: str) -> Interval:
    """The bounds of an EDTF date.

    Raises ValueError, with the reason, where it is no EDTF, no day of the calendar, or reversed.

    >>> interval("2013-05/2013-06").latest
    datetime.date(2013, 6, 30)
    >>> interval("2014/..")
    Interval(edtf='2014/..', earliest=datetime.date(2014, 1, 1), latest=None)
    """
    if "/" not in edtf:
        return Interval(edtf, *_bounds(edtf))
    start, _, end = edtf.partition("/")
    earliest, last_start = _end_point(edtf, start)
    first_end, latest = _end_point(edtf, end)
    if last_start is None and first_end is None:
        raise ValueError(f"the date {edtf!r} has no beginning and no end")
    if earliest and latest and earliest > latest:
        raise ValueError(f"the date {edtf!r} ends before it begins")
    return Interval(edtf, earliest, latest)


def beginning(edtf: str) -> Interval:
    """The bounds of the day on which it began: those of the first side of an interval.

    Raises ValueError as :func:`interval` does.

    >>> beginning("2014/..").latest, interval("2014/..").latest
    (datetime.date(2014, 12, 31), None)
    """
    whole = interval(edtf)
    start, slash, _ = edtf.partition("/")
    if not slash:
        return whole
    earliest, latest = _end_point(edtf, start)
    return Interval(edtf, earliest, latest or whole.latest)


def duration(iso: str) -> Duration:
    """The months, days and hours of an ISO 8601 duration of years, months, weeks, days and hours.

    Raises ValueError where it is none; a sentence for life (``LIFE``) has no length.

    >>> duration("P4Y3M").months, duration("P41D").days, duration("PT48H").hours
    (51, 41, 48)
    """
    found = _DURATION.fullmatch(iso)
    if found is None:
        raise ValueError(f"{iso!r} is not an ISO 8601 duration like P4Y3M or P41D")
    part = {name: int(value or 0) for name, value in found.groupdict().items()}
    months, days = 12 * part["years"] + part["months"], 7 * part["weeks"] + part["days"]
    return Duration(months, days, part["hours"])


def _end_point(edtf: str, text: str) -> tuple[date | None, date | None]:
    """Bounds of one side of an interval; nothing where it is open (``..``) or unknown ("")."""
    if text in ("", ".."):
        return None, None
    try:
        return _bounds(text)
    except ValueError as error:
        raise ValueError(f"in {edtf!r}: {error}") from error


def _bounds(text: str) -> tuple[date | None, date | None]:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not an EDTF date like 2014, 2014-03 or 2014-03-01")
    year, month, day = found["year"], found["month"], found["day"]
    try:
        first, last = _days(year, month, day)
    except ValueError as error:
        raise ValueError(f"the date {text!r} does not exist: {error}") from error
    return (first, last) if found["mark"] in ("", "?") else _widened(first, last)


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if not _YEAR.fullmatch(year):
        raise ValueError("a year's unknown digits are its last")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or (month == "XX" and day in (None, "XX")):
        return date(first, 1, 1), date(last, 12, 31)
    if first != last or not month.isdigit():
        raise ValueError("what follows an unknown part is unknown too")
    return _months(first, int(month)) if day is None else _day(first, int(month), day)


def _months(year: int, month: int) -> tuple[date, date]:
    first, count = _SEASONS.get(month, (month, 1))
    index = first - 1 + count - 1
    last_year, last_month = year + index // 12, index % 12 + 1
    if first > 12 or first < 1:
        raise ValueError(f"there is no month or season {month:02}")
    return date(year, first, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _day(year: int, month: int, day: str) -> tuple[date, date]:
    if day == "XX":
        date(year, month, 1)  # a season has no days
        return _months(year, month)
    if not day.isdigit():
        raise ValueError("a day is known or unknown, not half known")
    only = date(year, month, int(day))
    return only, only


def _widened(first: date, last: date) -> tuple[date | None, date | None]:
    """As long again on either side; open where the calendar ends."""
    length = last - first + timedelta(days=1)
    earliest = first - length if first - date.min >= length else None
    latest = last + length if date.max - last >= length else None
    return earliest, latest
