"""Dates as documents write them, to EDTF with the precision that is written and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.languages.document import months


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A date in a text: its place there and what it says (EDTF level 0)."""

    start: int
    end: int
    edtf: str


def dates_in(text: str) -> Iterator[DateSpan]:
    """The dates in the text, from left to right; a bare year is not one.

    Day and month in figures are read day first, and with a slash only where that is certain.

    >>> [found.edtf for found in dates_in("3 december 2021, September 2021, March 4th, 2019")]
    ['2021-12-03', '2021-09', '2019-03-04']
    >>> [found.edtf for found in dates_in("2021-12-03; 31-12-2021; 4/5/2021; 32 mei 2021")]
    ['2021-12-03', '2021-12-31']
    """
    for match in _pattern().finditer(text):
        edtf = _edtf(match)
        if edtf:
            yield DateSpan(start=match.start(), end=match.end(), edtf=edtf)


def date_of(text: str) -> DateSpan | None:
    """The first date in the text, or None."""
    return next(dates_in(text), None)


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
    month = rf"(?P<{{0}}>{names})\.?"
    return re.compile(
        rf"(?<!\w)(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th|e)?(?:\s+of)?\s+{month.format('month1')}"
        rf",?\s+(?P<year1>\d{{4}})"
        rf"|{month.format('month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
        rf"|(?<!\d\s){month.format('month3')},?\s+(?P<year3>\d{{4}})"
        r"|(?P<year4>\d{4})-(?P<month4>\d{2})-(?P<day4>\d{2})"
        r"|(?P<day5>\d{1,2})[-.](?P<month5>\d{1,2})[-.](?P<year5>\d{4})"
        r"|(?P<day6>\d{1,2})/(?P<month6>\d{1,2})/(?P<year6>\d{4}))(?![\w]|-\d)",
        re.IGNORECASE,
    )


def _edtf(match: re.Match[str]) -> str | None:
    parts = {key[:-1]: value for key, value in match.groupdict().items() if value}
    month = _month(parts["month"])
    year, day = int(parts["year"]), int(parts.get("day", 0))
    if "day" in parts and not day:
        return None
    if match["day6"] and day <= 12:
        return None  # 4/5/2021 is April here and May there
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None
    return found.isoformat() if day else f"{year:04d}-{month:02d}"


def _month(word: str) -> int:
    return int(word) if word.isdigit() else months()[word.lower()]
