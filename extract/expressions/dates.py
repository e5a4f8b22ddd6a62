"""Dates as EDTF, as precise as the text and no more.

A date without a year is resolved on the document's date: a past event is the latest such date
before it, one marked as coming ("aanstaande") the earliest after it. Nothing else is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.expressions.spans import ValueSpan
from extract.languages import Pack
from extract.sentences import Sentence


def date_spans(
    sentence: Sentence, language: Pack, written: tuple[str, str] | None
) -> tuple[ValueSpan, ...]:
    """Every date of the sentence; ``written`` bounds when the document was written (EDTF).

    An answer is written between the day its question was put and the day it came in: what is
    coming is after the first, what is past is before the second.
    """
    return tuple(_found(sentence, language, written))


def _found(
    sentence: Sentence, language: Pack, written: tuple[str, str] | None
) -> Iterator[ValueSpan]:
    months = {name: i for i, name in enumerate(language.lexicon["dates"]["months"], start=1)}
    end = 0
    for i, token in enumerate(sentence.tokens):
        month = months.get(token.text) or months.get(token.lower)
        if month is None and _bare_year(sentence, i, language) and i >= end:
            yield ValueSpan(first=i, end=i + 1, value=f"{int(token.text):04}")
        if month is None or i < end:
            continue
        day, first = _day(sentence, i, language)
        year, end = _year(sentence, i + 1, first)
        coming, end = _direction(sentence, end, first, language)
        value = _written(year, month, day) if year else _resolved(month, day, written, coming)
        if value:
            yield ValueSpan(first=first, end=end, value=value)


def _bare_year(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether the figures are a year by the preposition before them: "in 2019"."""
    text, before = sentence.tokens[i].text, sentence.tokens[i - 1].lower if i else ""
    return (
        text.isdecimal() and 1900 <= int(text) <= 2100 and before in language.words("dates", "in")
    )


def _day(sentence: Sentence, month_at: int, language: Pack) -> tuple[int | None, int]:
    before = sentence.tokens[month_at - 1].text if month_at else ""
    if before.isdecimal() and 1 <= int(before) <= 31:
        return int(before), month_at - 1
    return None, month_at


def _year(sentence: Sentence, at: int, first: int) -> tuple[int | None, int]:
    text = sentence.tokens[at].text if at < len(sentence.tokens) else ""
    if text == "," and at + 1 < len(sentence.tokens):
        year, end = _year(sentence, at + 1, first)
        return (year, end) if year else (None, at)
    return (int(text), at + 1) if text.isdecimal() and 1000 <= int(text) <= 2999 else (None, at)


def _direction(sentence: Sentence, end: int, first: int, language: Pack) -> tuple[bool, int]:
    tokens = sentence.tokens
    after = tokens[end].lower if end < len(tokens) else ""
    before = tokens[first - 1].lower if first else ""
    if after in language.words("dates", "next"):
        return True, end + 1
    if after in language.words("dates", "last"):
        return False, end + 1
    return before in language.words("dates", "next"), end


def _resolved(
    month: int, day: int | None, written: tuple[str, str] | None, coming: bool
) -> str | None:
    today = written[0 if coming else 1] if written else ""
    if len(today) < (10 if day else 7):
        return None
    year, now = int(today[:4]), today[5 : 10 if day else 7]
    here = f"{month:02}-{day:02}" if day else f"{month:02}"
    if coming:
        return _written(year if here >= now else year + 1, month, day)
    return _written(year if here <= now else year - 1, month, day)


def _written(year: int, month: int, day: int | None) -> str:
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
