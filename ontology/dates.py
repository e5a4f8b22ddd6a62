"""Vague dates: the days between which an EDTF date can lie.

EDTF is https://www.loc.gov/standards/datetime/ (levels 0 and 1, as far as documents need it):
``2021``, ``2021-12``, ``2021-12-16``, ``202X``, ``2021-12-XX``, seasons ``2021-21`` to ``-24``,
qualified by ``?``, ``~`` or ``%``, and intervals ``2014/2016``, ``2014/..``, ``../2016``. A
qualifier says that a date is uncertain, not by how much, so it leaves the bounds as they are.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{2}[\dX]{2})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A vague date: no earlier than ``earliest``, no later than ``latest``; None is open."""

    earliest: date | None
    latest: date | None

    @property
    def days(self) -> int:
        """How many days it may be, a very large number where a side is open."""
        if self.earliest is None or self.latest is None:
            return 10**7
        return (self.latest - self.earliest).days

    def overlaps(self, other: Interval) -> bool:
        """Whether the two can be the same day.

        >>> bounds("2021-12").overlaps(bounds("2021-12-16"))
        True
        """
        return not (_before(self, other) or _before(other, self))


def _before(one: Interval, other: Interval) -> bool:
    if one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest


def bounds(edtf: str) -> Interval:
    """The first and the last day that an EDTF date can be.

    Raises ValueError where it is not EDTF of the kinds above.

    >>> bounds("2021-12").latest
    datetime.date(2021, 12, 31)
    >>> bounds("2014/..").latest is None
    True
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return Interval(earliest=_day(first, last=False), latest=_day(first, last=True))
    found = Interval(earliest=_day(first, last=False), latest=_day(last, last=True))
    if found.earliest and found.latest and found.latest < found.earliest:
        raise ValueError(f"{edtf!r} ends before it begins")
    return found


def _day(text: str, *, last: bool) -> date | None:
    if text in ("", ".."):
        return None
    match = _SHAPE.fullmatch(text.rstrip("?~%"))
    if not match:
        raise ValueError(f"{text!r} is not a date in EDTF")
    year, month, day = match.groups()
    number = int(year.replace("X", "9" if last else "0"))
    if month in (None, "XX"):
        return date(number, 12, 31) if last else date(number, 1, 1)
    if int(month) in _SEASONS:
        return _season(number, int(month), last=last)
    if day in (None, "XX"):
        return date(number, int(month), monthrange(number, int(month))[1] if last else 1)
    return date(number, int(month), int(day))


def _season(year: int, season: int, *, last: bool) -> date:
    month = _SEASONS[season][1 if last else 0]
    year, month = (year + 1, month - 12) if month > 12 else (year, month)
    return date(year, month, monthrange(year, month)[1] if last else 1)
