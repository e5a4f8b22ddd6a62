"""Ranges, lists and open intervals of single dates: what stands before and between them says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract.expressions.atoms import Reading
from extract.expressions.dates.mentions import Mention
from extract.expressions.dates.sense import Sense
from extract.expressions.kinds import KINDS, compiled

_TO = compiled("(?:UNTIL|THROUGH|DASH) THE?")
_NIGHT = compiled("ON THE?")  # "de nacht van 3 OP 4 maart"
_BOTH = compiled("AND THE?")  # "tussen 3 EN 9 mei"
_LIST = compiled("(?:COMMA|AND|COMMA AND) (?:IN|ON)? THE?")
_DAYS = compiled(
    "(?P<before>BETWEEN|ON|OF|BY|SINCE|UNTIL|THE|) (?P<days>(?:ANY_DAY COMMA)* ANY_DAY)"
    "(?P<join>AND|UNTIL|THROUGH|DASH|ON) THE? $"
)
_SINCE, _UNTIL, _ABOUT = KINDS["SINCE"], KINDS["UNTIL"], KINDS["ABOUT"]
_OVER = frozenset((KINDS["THE"], KINDS["IN"], KINDS["ON"], _ABOUT))


def combined(reading: Reading, found: Iterable[Mention], sense: Sense) -> tuple[Mention, ...]:
    """The dates of the text, in order: those that are dates, joined where they are one range."""
    done: list[Mention] = []
    for mention in found:
        last = done[-1] if done else None
        if not sense.accepts(mention, last):
            continue
        gap = reading.kinds[last.end : mention.first] if last else ""
        if last is not None and not last.until and _joins(reading, last, gap):
            done[-1] = _range(last, mention)
        else:
            if last is not None and _LIST.fullmatch(gap):
                done[-1] = _year_shared(last, mention)
            done += _days(reading, mention)
    return tuple(_opened(reading, mention) for mention in done)


def _joins(reading: Reading, last: Mention, gap: str) -> bool:
    before = reading.kind(last.first - 1)
    if _NIGHT.fullmatch(gap):
        return before == KINDS["OF"]
    return bool(_TO.fullmatch(gap) or (_BOTH.fullmatch(gap) and before == KINDS["BETWEEN"]))


def _range(first: Mention, last: Mention) -> Mention:
    return replace(_year_shared(first, last), end=last.end, until=last)


def _year_shared(first: Mention, last: Mention) -> Mention:
    """The first with the year that stands after the last: "januari en februari 2021"."""
    if not first.bare or first.form != "calendar" or last.form != "calendar":
        return first
    if first.month is None or last.month is None or (first.day is None) != (last.day is None):
        return first
    over = first.month > last.month
    if over and last.base != "text":
        return first
    year = last.year - over if last.year is not None else None
    return replace(first, base=last.base, year=year, shift=last.shift)


def _days(reading: Reading, mention: Mention) -> list[Mention]:
    """The mention, with the bare days before it that share its month: "4 en 9 maart 2020"."""
    before = reading.kinds[: mention.first]
    match = _DAYS.search(before) if mention.day is not None and not mention.until else None
    if match is None or mention.form != "calendar" or mention.weekday is not None:
        return [mention]
    places = [i for i in range(*match.span("days")) if reading.atoms[i].number]
    days = [replace(mention, first=i, end=i + 1, day=reading.atoms[i].number) for i in places]
    if match["join"] == KINDS["AND"] and match["before"] != KINDS["BETWEEN"]:
        return [*days, mention] if match["before"] else [mention]
    if match["join"] == KINDS["ON"] and match["before"] != KINDS["OF"]:
        return [mention]
    return [replace(days[-1], end=mention.end, until=mention)] if len(days) == 1 else [mention]


def _opened(reading: Reading, mention: Mention) -> Mention:
    """The mention with what stands before it: since, until, about."""
    i = mention.first - 1
    about = mention.about
    while reading.kind(i) in _OVER:
        about = about or reading.kind(i) == _ABOUT
        i -= 1
    if mention.until is not None:
        return mention
    if reading.kind(i) == _SINCE or reading.kind(mention.end) == KINDS["ONWARD"]:
        return replace(mention, about=about, opening="since")
    if reading.kind(i) == _UNTIL:
        return replace(mention, about=about, opening="until")
    return replace(mention, about=about)
