"""Words of figures: a day, a year, a date, a range. What is none of these is junk."""

from __future__ import annotations

import re
from collections.abc import Iterator

Read = tuple[str, int | float | tuple[int, ...]]  # a kind's name and what the word means

_FORMS = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<date>\d{1,2}(?P<mark>[-./])\d{1,2}(?P=mark)(?:\d{4}|['’]?\d{2}))"
    r"|(?P<years>[12]\d{3}[-–/](?:[12]\d{3}|\d{2}))"
    r"|(?P<days>\d{1,2}[-–]\d{1,2})"
    r"|(?P<short>['’]\d{2})"
    r"|(?P<decade>(?:[12]\d)?\d0['’]?s)"
    r"|(?P<nth>\d{1,2}(?:st|nd|rd|th|e|de|ste))"
    r"|(?P<whole>\d+(?:[.,]\d{3})*)"
    r"|(?P<half>\d+[.,]5)"
)


def figure(word: str) -> Read:
    """The kind and the meaning of a word with figures.

    A date is (first, second, last, mark, whether its year is short).

    >>> figure("2019"), figure("31"), figure("20-22"), figure("15172/13")
    (('YEAR', 2019), ('DAY', 31), ('DAYS', (20, 22)), ('JUNK', 0))
    """
    match = _FORMS.fullmatch(word)
    if match is None or match.lastgroup is None:
        return "JUNK", 0
    kind = next(name for name, text in match.groupdict().items() if text)
    return next(_read(kind, word), ("JUNK", 0))


def _read(kind: str, word: str) -> Iterator[Read]:
    numbers = tuple(int(part) for part in re.findall(r"\d+", word))
    match kind:
        case "iso" | "date":
            yield from _date(word, *numbers)
        case "years":
            yield from _years(word, *numbers)
        case "days" if 0 < numbers[0] < numbers[1] <= 31:
            yield "DAYS", numbers
        case "short":
            yield "SHORT_YEAR", numbers[0]
        case "decade":
            yield "DECADE", numbers[0]
        case "nth" if 0 < numbers[0] <= 31:
            yield "NTH", numbers[0]
        case "whole":
            yield from _whole(word)
        case "half":
            yield "FRACTION", numbers[0] + 0.5


def _date(word: str, first: int, second: int, last: int) -> Iterator[Read]:
    """A short year without an apostrophe only where the rest can be nothing but a date."""
    mark = next(char for char in word if not char.isdecimal())
    short = word[-3] in "-./'’" and not word.startswith(f"{first:04}")
    if not short or first > 12 or mark == "-" or word[-3] in "'’":
        yield "DATE", (first, second, last, ord(mark), int(short))


def _years(word: str, first: int, last: int) -> Iterator[Read]:
    """Two years in order; with a slash or a short second year only two that follow each other."""
    if last < 100:
        last += first - first % 100 + (100 if first % 100 == 99 else 0)
    follows = last == first + 1
    if follows or (first < last and "/" not in word and len(word) == 9):
        yield "YEARS", (first, last)


def _whole(word: str) -> Iterator[Read]:
    number = int(re.sub(r"\D", "", word))
    if word.isdecimal() and len(word) <= 2 and 0 < number <= 31:
        yield "DAY", number
    elif word.isdecimal() and len(word) == 4 and 1000 <= number <= 2999:
        yield "YEAR", number
    else:
        yield "FIGURE", number
