"""Durations as ISO 8601: "vier jaar en drie maanden" is P4Y3M, "41-day-long" is P41D."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.expressions.spans import ValueSpan
from extract.languages import Pack
from extract.sentences import Sentence

_UNITS = {"years": "Y", "months": "M", "weeks": "W", "days": "D"}
_JOINED = re.compile(r"(\d+)-(\w+)(?:-.*)?$")


def duration_spans(sentence: Sentence, language: Pack) -> tuple[ValueSpan, ...]:
    """Every duration of the sentence, parts joined by "and" as one."""
    return tuple(_joined(sentence, list(_parts(sentence, language)), language))


def number(word: str, language: Pack) -> int | None:
    """The number that a word or figure says, or None."""
    if word.isdecimal():
        return int(word)
    value = language.lexicon["numbers"].get(word)
    return value if isinstance(value, int) else None


def _parts(sentence: Sentence, language: Pack) -> Iterator[tuple[int, int, int, str]]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if match := _JOINED.match(token.lower):
            if unit := _unit(match[2], language):
                yield i, i + 1, int(match[1]), unit
        elif i + 2 < len(tokens) and tokens[i + 1].text == "-" and token.lower.isdecimal():
            if unit := _unit(tokens[i + 2].lower.strip("-"), language):
                yield i, i + 3, int(token.lower), unit
        elif i + 1 < len(tokens) and (unit := _unit(tokens[i + 1].lower, language)):
            amount = number(token.lower, language)
            if amount is not None:
                yield i, i + 2, amount, unit


def _unit(word: str, language: Pack) -> str | None:
    return next(
        (code for key, code in _UNITS.items() if word in language.words("durations", key)), None
    )


def _joined(
    sentence: Sentence, parts: list[tuple[int, int, int, str]], language: Pack
) -> Iterator[ValueSpan]:
    joiners = language.words("durations", "and")
    while parts:
        first, end, amount, unit = parts.pop(0)
        written = f"{amount}{unit}"
        while parts and _follows(sentence, end, parts[0][0], joiners) and unit != "D":
            _, end, amount, unit = parts.pop(0)
            written += f"{amount}{unit}"
        yield ValueSpan(first=first, end=end, value=f"P{written}")


def _follows(sentence: Sentence, end: int, start: int, joiners: frozenset[str]) -> bool:
    between = sentence.tokens[end:start]
    return len(between) <= 1 and all(token.lower in joiners for token in between)
