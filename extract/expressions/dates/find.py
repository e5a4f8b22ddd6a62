"""Full dates in any text, of whichever language: for titles, citations and letterheads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.expressions.atoms import full_dates_read
from extract.expressions.dates.resolve import resolved
from extract.expressions.dates.rows import single_dates
from extract.expressions.dates.setting import Setting
from extract.expressions.kinds import KINDS
from extract.expressions.vocabulary import names_of_all

_FIGURES = frozenset(KINDS[name] for name in ["DAY", "FIGURE", "YEAR", "NTH", "NUMERAL", "JUNK"])


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A date in a text: its place there and what it says (EDTF level 0)."""

    start: int
    end: int
    edtf: str


def dates_in(text: str) -> Iterator[DateSpan]:
    """The dates in the text, from left to right, that have their month and year.

    Day and month in figures are read day first, and with a slash only where that is certain.

    >>> [found.edtf for found in dates_in("3 december 2021, September 2021, March 4th, 2019")]
    ['2021-12-03', '2021-09', '2019-03-04']
    >>> [found.edtf for found in dates_in("2021-12-03; 31-12-2021; 4/5/2021; 32 mei 2021")]
    ['2021-12-03', '2021-12-31']
    """
    read = full_dates_read(text)
    if read is None:
        return
    for mention in single_dates(read, names_of_all().day_first):
        if mention.month is None or mention.base != "text" or mention.until:
            continue
        if mention.day is None and read.kind(mention.first - 1) in _FIGURES:
            continue
        if edtf := resolved(mention, Setting()):
            atoms = read.atoms[mention.first : mention.end]
            yield DateSpan(start=atoms[0].start, end=atoms[-1].end, edtf=edtf)


def date_of(text: str) -> DateSpan | None:
    """The first date in the text, or None."""
    return next(dates_in(text), None)
