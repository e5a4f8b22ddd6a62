"""Durations as ISO 8601: "vier jaar en drie maanden" is P4Y3M, "41-day-long" is P41D.

Ages ("the 45-year-old"), rates ("24 hours a day"), points in time ("two years ago") and choices
("three to five years") are none. A sentence for life is ``life``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from extract.expressions.ages import is_age
from extract.expressions.amounts import amount
from extract.expressions.atoms import Atom, Reading, time_read
from extract.expressions.dates.tense import direction
from extract.expressions.kinds import KINDS, compiled, kinds
from extract.expressions.places import tokens_of
from extract.expressions.spans import Length, ValueSpan
from extract.languages import Pack
from extract.sentences import Sentence
from ontology.dates import LIFE

_ORDER = "YMWDH"
_SMALLER = MappingProxyType({"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("H", 24)})
_SIDE = "(?:BEFORE|AFTER)(?=COMMA|STOP|$)"
_POINT = compiled(f"AGO|EARLIER|LATER|NOW|{_SIDE}")
_RATE = compiled("(?:PER|ONE|EVERY) UNIT")
_CHOICE = compiled("(?:NUMBER|ONE|FRACTION|DAY|FIGURE) (?:UNTIL|THROUGH|DASH|OR) $")
_JOIN = compiled("COMMA? AND?")
_UNITS = kinds("UNIT UNITS LONG")
_COUNTS = kinds("UNITS COUNTED")  # "24 hours a day", "twice a week"
_BEFORE_HOURS = kinds("CLOCK ABOUT UNTIL SINCE")  # "om 9 uur"


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(
        "(?P<guess> ONE UNIT OR NUMBER )"
        "| (?P<plain> PLAIN DASH? PERIOD (?:DASH? LASTING | AND ONE? HALF (?!OF))? )"
        "| (?P<long> LONG | ANY_FIGURE DASH LONG ) | (?P<word> UNIT ) | (?P<life> LIFE )"
    )


def duration_spans(sentence: Sentence, language: Pack) -> tuple[ValueSpan, ...]:
    """Every duration of the sentence, parts joined by "and" as one."""
    read = time_read(sentence.text, language.tag)
    if read is None:
        return ()
    found = [
        length
        for length in _lengths(read, language)
        if not _ahead(sentence, read, length, language) and not is_age(read, length, language)
    ]
    spans = sorted([*_joined(read, found), *_lives(read, language)])
    return tuple(
        ValueSpan(first=first, end=end, value=value)
        for start, stop, value in spans
        for first, end in [tokens_of(sentence, read, start, stop)]
    )


def _lengths(read: Reading, language: Pack) -> Iterator[Length]:
    for match in _pattern().finditer(read.kinds):
        first, end = match.span()
        if match.lastgroup == "life" or _is_other(read, first, end):
            continue
        number, unit = _said(read.atoms[first:end], match.lastgroup == "word")
        if parts := _parts(number, unit):
            hyphened = KINDS["DASH"] in read.kinds[first:end]
            yield Length(first, end, parts, match.lastgroup == "long" or hyphened)


def _said(atoms: tuple[Atom, ...], alone: bool) -> tuple[float, str]:
    """The number and the unit that atoms say; a unit alone says its own number if it has one."""
    unit = next(str(a.value) for a in atoms if a.kind in _UNITS)
    number, _, named = unit.rpartition(" ")
    if number:  # "tweejarig"
        return float(number), named
    if alone:
        return (0.0 if unit[0] == "1" and len(unit) == 2 else 1.0), unit
    if len(atoms) == 4 and atoms[0].kind == KINDS["ONE"] and atoms[3].kind == KINDS["NUMBER"]:
        return float(atoms[3].number), unit
    return amount([a for a in atoms if a.kind not in _UNITS]), unit


def _parts(number: float, unit: str) -> tuple[tuple[int, str], ...]:
    """Whole numbers of units: 2.5 years are two years and six months; nothing where none are."""
    total, letter = number * int(unit[:-1]), unit[-1]
    whole, rest = int(total), total - int(total)
    parts = [(whole, letter)] if whole else []
    if rest:
        if letter not in _SMALLER or (rest * _SMALLER[letter][1]) % 1:
            return ()
        if letter == "M":
            return ()  # half a month has no number of days
        parts.append((int(rest * _SMALLER[letter][1]), _SMALLER[letter][0]))
    return tuple(parts)


def _is_other(read: Reading, first: int, end: int) -> bool:
    """Whether it is a point in time, a rate, a choice or a time of the day."""
    after, before = read.kinds[end:], read.kinds[:first]
    hours = read.atoms[end - 1].value == "1H"
    return bool(
        _POINT.match(after)
        or _RATE.match(after)
        or _CHOICE.search(before)
        or (before[-1:] == KINDS["PER"])
        or (hours and before[-1:] in _BEFORE_HOURS)
        or (before[-1:] in _COUNTS and read.kinds[first] == KINDS["ONE"])
    )


def _ahead(sentence: Sentence, read: Reading, length: Length, language: Pack) -> bool:
    """Whether it is a point to come: "over twee weken", "in two weeks"."""
    before = read.atoms[length.first - 1] if length.first else None
    if before is None or before.text.lower() not in language.words("dating", "ahead"):
        return False
    return direction(sentence, *tokens_of(sentence, read, length.first, length.end), language) > 0


def _joined(read: Reading, lengths: list[Length]) -> Iterator[tuple[int, int, str]]:
    """Lengths of falling units as one, over "and" or a comma."""
    while lengths:
        length = lengths.pop(0)
        first, end, parts = length.first, length.end, length.parts
        while lengths and _falls(parts, lengths[0].parts):
            if not _JOIN.fullmatch(read.kinds[end : lengths[0].first]):
                break
            following = lengths.pop(0)
            end, parts = following.end, (*parts, *following.parts)
        yield first, end, _iso(parts)


def _falls(parts: tuple[tuple[int, str], ...], following: tuple[tuple[int, str], ...]) -> bool:
    (_, unit), (number, smaller) = parts[-1], following[0]
    limit = _SMALLER.get(unit, ("", 0))[1] if unit != "Y" or smaller == "M" else 365
    return _ORDER.index(unit) < _ORDER.index(smaller) and number < limit


def _iso(parts: tuple[tuple[int, str], ...]) -> str:
    """The parts in ISO 8601, hours after a T."""
    days = "".join(f"{number}{unit}" for number, unit in parts if unit != "H")
    hours = "".join(f"{number}{unit}" for number, unit in parts if unit == "H")
    return f"P{days}" + (f"T{hours}" if hours else "")


def _lives(read: Reading, language: Pack) -> Iterator[tuple[int, int, str]]:
    """ "Life" where it is a term: by the word before or after it, or by itself ("levenslang")."""
    before, after = (language.words("durations", name) for name in ("before_life", "after_life"))
    for i, atom in enumerate(read.atoms):
        if atom.kind != KINDS["LIFE"]:
            continue
        left = " ".join(a.text.lower() for a in read.atoms[max(0, i - 3) : i])
        right = " ".join(a.text.lower() for a in read.atoms[i + 1 : i + 3]) + " "
        if (
            not (before or after)
            or any(f" {left}".endswith(f" {words}") for words in before)
            or any(right.startswith(f"{words} ") for words in after)
        ):
            yield i, i + 1, LIFE
