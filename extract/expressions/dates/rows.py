"""What a row of atoms that fits a rule of the grammar says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from extract.expressions.amounts import amount
from extract.expressions.atoms import Reading
from extract.expressions.dates.grammar import dates_pattern
from extract.expressions.dates.mentions import Base, Mention
from extract.expressions.dates.numeric import numeric
from extract.expressions.dates.row import SHIFTS, SIDES, Row, year_said
from extract.expressions.kinds import KINDS


def single_dates(reading: Reading, day_first: frozenset[str]) -> Iterator[Mention]:
    """The single dates of the text, from left to right."""
    for match in dates_pattern().finditer(reading.kinds):
        row = Row(reading.atoms, match.start(), match.end())
        if match.lastgroup == "numeric":
            yield from _numeric(row, day_first)
        elif match.lastgroup is not None:
            yield from _READERS[match.lastgroup](row)


def _numeric(row: Row, day_first: frozenset[str]) -> Iterator[Mention]:
    found = row.one("DATE")
    if found and isinstance(found.value, tuple) and (read := numeric(found.value, day_first)):
        (year, month, day), short = read
        base: Base = "short" if short else "text"
        yield row.mention(base=base, year=year, month=month, day=day)


def _calendar(row: Row) -> Iterator[Mention]:
    """A month, with or without its day and year."""
    said = year_said(row)
    days = row.all("DAY", "NTH")
    if said is not None:
        month, weekday = row.number("MONTH", "SHORT_MONTH"), row.number("WEEKDAY", "SHORT_WEEKDAY")
        day = days[0].number if days else None
        about = bool(row.all("PART", "HALF"))
        yield replace(said, month=month, day=day, weekday=weekday, about=about)


def _days(row: Row) -> Iterator[Mention]:
    said = year_said(row)
    both = [atom.number for atom in row.all("DAY", "NTH")]
    for pair in row.all("DAYS"):
        both += pair.value if isinstance(pair.value, tuple) else ()
    if said is not None and len(both) == 2:
        month = row.number("MONTH", "SHORT_MONTH")
        first = replace(said, month=month, day=both[0])
        yield replace(first, until=replace(first, day=both[1]))


def _days_listed(row: Row) -> Iterator[Mention]:
    """ "May 3 and 4, 2020" is two days."""
    for item in _days(row):
        yield replace(item, end=row.first + 2, until=None)
        if item.until is not None:
            yield replace(item.until, first=row.first + 3)


def _part(row: Row) -> Iterator[Mention]:
    """A part of a year ("begin 2014"); of a month that is meant only by "the month" not."""
    count, unit = row.unit
    if unit == "?" or row.one("LAST", "THIS", "NEXT"):
        said = year_said(row)
        if said is None and (count, unit) == (1, "M"):
            yield from (replace(item, about=True) for item in _turn(row))
    else:
        said = row.mention(base="covered") if (count, unit) == (1, "Y") else None
    if said is not None:
        yield replace(said, about=True)


def _season(row: Row) -> Iterator[Mention]:
    years = row.one("YEARS")
    if years and isinstance(years.value, tuple):
        if row.number("SEASON") == 24:  # only a winter lies in two years
            yield row.mention(year=years.value[0], month=24)
    elif (said := year_said(row)) is not None:
        yield replace(said, month=row.number("SEASON"))


def _share(row: Row) -> Iterator[Mention]:
    """The second quarter or half of a year; the half of a month is only about that month."""
    number = row.number("ORDINAL", "NTH") or 0
    said = year_said(row)
    quarter = row.one("QUARTER") is not None
    if said is None or not 1 <= number <= (4 if quarter else 2):
        return
    if month := row.number("MONTH", "SHORT_MONTH"):
        yield replace(said, month=month, about=True)
    else:
        yield replace(said, month=(32 if quarter else 39) + number)


def _decade(row: Row) -> Iterator[Mention]:
    found = row.one("DECADE", "NUMBER", "SHORT_YEAR")
    number = found.number if found else 1
    if number % 10 or not number:
        return
    if number >= 1000:
        yield row.mention(form="decade", year=number)
    elif row.one("THE") or (row.one("UNITS") and row.unit == (1, "Y")):
        yield row.mention(form="decade", base="short", year=number)


def _weekday(row: Row) -> Iterator[Mention]:
    weekday = row.number("WEEKDAY")
    if row.one("UNIT"):
        base, shift = next(SHIFTS[name] for name in SHIFTS if row.one(name))
        if row.unit == (1, "W"):
            yield row.mention(form="weekday", base=base, shift=shift, weekday=weekday)
    elif row.one("THIS"):
        yield row.mention(form="weekday", base="document", weekday=weekday)
    else:
        side = next((name for name in SIDES if row.one(name)), "")
        shift = int(side == "NEXT")  # "next Friday" may be the one after
        base = SIDES.get(side, "bare")
        yield row.mention(form="weekday", base=base, shift=shift, weekday=weekday)


def _weekend(row: Row) -> Iterator[Mention]:
    side = next((name for name in SIDES if row.one(name)), "")
    yield row.mention(form="weekend", base=SIDES.get(side, "bare"))


def _turn(row: Row) -> Iterator[Mention]:
    """ "Last year", "deze maand"; after an article, or of days, what follows the anchor."""
    base, shift = next(SHIFTS[name] for name in SHIFTS if row.one(name))
    count, unit = row.unit
    after_article = row.first > 0 and row.atoms[row.first - 1].kind == KINDS["THE"]
    if after_article or unit == "D":
        if shift > 0 and count == 1:
            yield row.mention(form="offset", base="anchor", unit=unit, shift=shift)
    elif count == 1 and unit in "YMW":
        yield row.mention(form="unit", base=base, unit=unit, shift=shift)


def _away(row: Row) -> Iterator[Mention]:
    number, (count, unit) = amount(row.all(*_AMOUNTS)), row.unit
    if unit == "Y" and number != int(number):  # "een half jaar later"
        number, unit = number * 12, "M"
    if number == int(number) and unit in "YMWD":
        sign = -1 if row.one("AGO") else 1
        shift = sign * int(number) * count
        yield row.mention(form="offset", base="document", unit=unit, shift=shift, about=unit == "W")


def _ahead(row: Row) -> Iterator[Mention]:
    yield from (replace(item, base="coming") for item in _away(row))


def _apart(row: Row) -> Iterator[Mention]:
    sign = -1 if row.one("EARLIER", "BEFORE") else 1
    for item in _away(row):
        yield replace(item, base="anchor", shift=sign * item.shift, about=False)


def _beside(row: Row) -> Iterator[Mention]:
    names = ("FOLLOWING", "LATER", "AFTER", "PRECEDING", "EARLIER", "BEFORE", "SAME", "THAT")
    if row.one("DAYTIME"):
        shift = 1 if row.one("FOLLOWING", "NEXT") else 0
        yield row.mention(form="offset", base="anchor", unit="D", shift=shift)
        return
    base, shift = next(SHIFTS[name] for name in names if row.one(name))
    count, unit = row.unit
    if count == 1 and unit in "YMD":
        yield row.mention(form="offset", base=base, unit=unit, shift=shift)


def _today(row: Row) -> Iterator[Mention]:
    shift = row.number("TODAY") or 0
    yield row.mention(form="offset", base="document", unit="D", shift=shift)


def _thence(row: Row) -> Iterator[Mention]:
    """ "Since then": from the anchor on."""
    yield replace(row.mention(form="offset", base="anchor"), opening="since")


def _nth(row: Row) -> Iterator[Mention]:
    yield row.mention(form="nth", base="anchor", day=row.number("NTH"))


def _years(row: Row) -> Iterator[Mention]:
    found = row.one("YEARS")
    if found and isinstance(found.value, tuple):
        first = row.mention(year=found.value[0])
        yield replace(first, until=replace(first, year=found.value[1]))


def _bare_year(row: Row) -> Iterator[Mention]:
    said = year_said(row)
    yield from () if said is None else (said,)


_AMOUNTS = ("NUMBER", "DAY", "FIGURE", "YEAR", "FRACTION", "HALF", "ONE")
_READERS: Mapping[str, Callable[[Row], Iterator[Mention]]] = MappingProxyType(
    {
        "days": _days, "days_after": _days, "days_listed": _days_listed,
        "day": _calendar, "day_after": _calendar, "month": _calendar, "part": _part,
        "season": _season, "share": _share, "decade": _decade,
        "weekday": _weekday, "weekend": _weekend, "away": _away, "ahead": _ahead, "apart": _apart,
        "beside": _beside, "turn": _turn, "today": _today,
        "thence": _thence, "nth": _nth, "years": _years,
        "year": _bare_year,
    }
)  # fmt: skip
