"""A field that lists charges, taken apart: each with its articles of law and its wording.

The shapes of the genre: "Articles 12.1 (Wording); 28, 13.2 (Wording) and 14 (Wording)",
"Article 12.1 of the Code (wording)", "Article 59, Parts 1 (wording) and 17 (wording)",
"Article 12 of the Code. Wording", "wording (Article 12)", "wording; wording".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.languages import Pack, pack
from extract.languages.document import any_of

_NUMBER = re.compile(r"(?<![\w.])\d+[A-Za-z]?(?:[.\-/–]\d+)*(?:\(\d+\))*(?!\w)")
_ENDING = re.compile(r"^-[^\W\d_]{1,3}\b")  # of an ordinal: "278-ci"
_MOST_PARTS = 30  # an article has fewer
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One charge: its articles of law, and its wording, "" where the field gives none."""

    articles: tuple[str, ...]
    wording: str


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    article: str


def charges(value: str, language: Pack) -> tuple[Charge, ...]:
    """The charges of a field's value, in its order.

    >>> from extract.languages import pack
    >>> text = "Code Articles 28, 13.2 (Theft (of goods)); and 14 of the Code (Fraud)"
    >>> [(c.articles, c.wording) for c in charges(text, pack("en"))]
    [(('28', '13.2'), 'Theft (of goods)'), (('14',), 'Fraud')]
    >>> charges("Hooliganism (Article 221.3)", pack("en"))
    (Charge(articles=('221.3',), wording='Hooliganism (Article 221.3)'),)
    """
    numbers = list(_articles(value, language))
    if not numbers or _words_first(value[: numbers[0].start], language):
        return tuple(_worded(part, language) for part in _cut(value) if part)
    return tuple(_numbered(value, numbers, language))


def _numbered(value: str, numbers: Sequence[_Number], language: Pack) -> Iterator[Charge]:
    held: list[str] = []
    for index, number in enumerate(numbers):
        held.append(number.article)
        end = numbers[index + 1].start if index + 1 < len(numbers) else len(value)
        wording = _wording(value[number.end : end], language)
        if wording:
            yield Charge(articles=tuple(dict.fromkeys(held)), wording=wording)
            held = []
    if held:
        yield Charge(articles=tuple(dict.fromkeys(held)), wording="")


def _articles(value: str, language: Pack) -> Iterator[_Number]:
    """The numbers of articles outside brackets; that of a part with its article's."""
    top = _top(value)
    words, parts = (_named(language.tag, key) for key in ("words", "numbered"))
    path: list[str] = []  # the article, its part, its item
    levels: list[str] = []  # what the parts are called
    at = 0
    for match in _NUMBER.finditer(top):
        before, at = top[at : match.start()], match.end()
        number = match.group()
        fresh = re.search(rf"(?<!\w){words}(?!\w)", before, re.IGNORECASE)
        if _YEAR.fullmatch(number) and not fresh:
            continue
        part = re.search(rf"\b({parts})\s*$", before, re.IGNORECASE)
        more = levels and not fresh and number.isdecimal() and int(number) < _MOST_PARTS
        if path and part:
            called = part[1].lower().rstrip("s")
            depth = levels.index(called) + 1 if called in levels else len(levels) + 1
            path, levels = [*path[:depth], number], [*levels[: depth - 1], called]
        else:
            path, levels = ([*path[:-1], number], levels) if more else ([number], [])
        follows = re.match(rf"\s*,?\s*{parts}\s+\d", top[match.end() :], re.IGNORECASE)
        if not follows:
            article = path[0] + "".join(f"({one})" for one in path[1:])
            yield _Number(match.start(), match.end(), article)


def _named(tag: str, key: str) -> str:
    """A regular expression for a language's words for articles of law or their parts."""
    return any_of(sorted(pack(tag).words("articles", key), key=lambda word: (-len(word), word)))


def _top(value: str) -> str:
    """The value with what is in brackets blanked, at the same places."""
    depth, found = 0, []
    for index, char in enumerate(value):
        paragraph = char == "(" and re.match(r"\(\d+\)", value[index:]) and index > 0
        depth += char == "(" and not (depth == 0 and paragraph and value[index - 1].isdigit())
        found.append(" " if depth else char)
        depth -= char == ")" and depth > 0
    return "".join(found)


def _wording(tail: str, language: Pack) -> str:
    """What follows an article's number up to the next one, without the name of the law."""
    rest = _law(language.tag).sub("", _ENDING.sub("", tail), count=1)
    rest = re.sub(r"^[\s,;:.]+", "", rest)
    if rest.startswith("("):
        closed = next((i for i, char in enumerate(_top(rest)) if char != " "), len(rest))
        inside = rest[1:closed].strip()
        return inside.removesuffix(")") if _balanced(inside) < 0 else inside
    words = _links(language.tag).sub("", rest)
    return words if len(words.split()) > 1 else ""


def _balanced(text: str) -> int:
    return text.count("(") - text.count(")")


@cache
def _law(tag: str) -> re.Pattern[str]:
    of = _named(tag, "of")
    return re.compile(rf"^[\s,]*{of}(?:\s+[A-Z]\w*)+(?:\s*\((?=[^)]*\d{{4}})[^)]*\))?")


@cache
def _links(tag: str) -> re.Pattern[str]:
    """What joins two charges, at the end of the first."""
    language = pack(tag)
    joins = any_of(sorted(language.words("clauses", "conjunctions")))
    words = _named(language.tag, "words")
    parts = _named(language.tag, "numbered")
    return re.compile(rf"(?:[\s,;:.&]|\b(?:{joins}|{words}|{parts})(?!\w))+$", re.IGNORECASE)


def _words_first(before: str, language: Pack) -> bool:
    """Whether a charge's wording stands before its articles, not only the name of a law."""
    plain = _links(language.tag).sub("", before)
    return len([word for word in re.findall(r"[^\W\d_]+", plain) if word.islower()]) > 1


def _cut(value: str) -> list[str]:
    """The value at the semicolons outside brackets."""
    top, found, start = _top(value), [], 0
    for match in re.finditer(";|$", top):
        found.append(value[start : match.start()].strip(" ;,."))
        start = match.end()
    return found


def _worded(part: str, language: Pack) -> Charge:
    """A charge in words, with the articles that are named in it."""
    words = _named(language.tag, "words")
    named = re.search(rf"(?<!\w){words}\s+(?=\d)", part, re.IGNORECASE)
    numbers = _NUMBER.findall(part[named.end() :]) if named else []
    return Charge(articles=tuple(n for n in numbers if not _YEAR.fullmatch(n)), wording=part)
