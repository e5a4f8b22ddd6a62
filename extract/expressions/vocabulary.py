"""What each word says to the grammar of dates and durations, from a language's ``dates.toml``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any

from extract.expressions.kinds import KINDS, kinds
from extract.languages import Pack, pack, tags
from extract.languages.calendar import Width, month_names, weekday_names
from extract.languages.locales import locale

_ACCENTS = re.compile("[\u0300-\u036f]")
Value = int | float | str
_TRIGGERS = kinds(
    "MONTH SHORT_MONTH WEEKDAY SEASON TODAY WEEKEND UNIT UNITS LONG DECADE LIFE THENCE DAYTIME"
)
_WIDTHS: tuple[tuple[Width, str], ...] = (("wide", ""), ("abbreviated", "short_"))


@dataclass(frozen=True, slots=True)
class Entry:
    """The kind of a word and what it means."""

    kind: str
    value: Value = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The temporal words of a language.

    ``phrases`` maps a first word to the expressions of more words that it begins;
    ``long`` maps the ends of compound adjectives to their unit ("-jarige", "-daagse");
    ``triggers`` are the words without which a text without figures has no date or duration;
    ``proper`` says that names of months and weekdays begin with a capital; ``day_first`` are the
    marks between figures with which the day comes before the month; ``suffixes`` what may stand
    after a word or figure with an apostrophe ("2021'de").
    """

    entries: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    long: Mapping[str, str]
    triggers: frozenset[str]
    proper: bool
    day_first: frozenset[str]
    suffixes: tuple[str, ...]


def fold(word: str) -> str:
    """The word in lower case and without accents.

    >>> fold("Één"), fold("drieënhalf")
    ('een', 'drieenhalf')
    """
    if word.isascii():
        return word.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", word.lower()))


@cache
def vocabulary(tag: str) -> Vocabulary:
    """The vocabulary of a language.

    Raises ValueError where a word is listed as of two kinds: the grammar could not tell which.
    """
    found: dict[str, Entry] = {}
    for word, entry in _entries(pack(tag)):
        if found.setdefault(word, entry) != entry:
            raise ValueError(f"dates.toml of {tag!r} lists {word!r} as of two kinds: keep one")
    for name in locale(tag).currencies.values():
        word = fold(name.split()[-1])
        verbs = (base for base in pack(tag).lemmas(word) if not word.startswith(base))
        if word.isalpha() and next(verbs, None) is None:  # "in 2022 she WON the prize"
            found.setdefault(word, Entry(KINDS["COUNTED"]))
    proper = next(iter(month_names(tag, "wide"))).istitle()
    long, day_first = pack(tag).lexicon["dates"]["long"], pack(tag).words("dating", "day_first")
    return _made(found, long, (pack(tag),), proper=proper, day_first=day_first)


@cache
def names_of_all() -> Vocabulary:
    """The months and weekdays of all languages: what a full date needs, wherever it stands."""
    found = {
        word: entry
        for tag in tags()
        for word, entry in (*_calendar(tag), *_meanings(pack(tag), "month", "short_month"))
    }
    found["of"] = Entry(KINDS["OF"])
    return _made(found, {}, map(pack, tags()), proper=False, day_first=frozenset("-."))


@cache
def words_of_dates() -> frozenset[str]:
    """The words that a date in full may have in any language, but for its figures."""
    names = names_of_all()
    rest = (part for phrases in names.phrases.values() for parts, _ in phrases for part in parts)
    return frozenset((*names.entries, *names.phrases, *rest))


def _made(
    found: dict[str, Entry],
    long: Mapping[str, str],
    packs: Iterable[Pack],
    *,
    proper: bool,
    day_first: frozenset[str],
) -> Vocabulary:
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for text, entry in found.items():
        first, *rest = text.split()
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), entry))
    return Vocabulary(
        entries=MappingProxyType({text: e for text, e in found.items() if " " not in text}),
        phrases=MappingProxyType(
            {
                first: tuple(sorted(rest, key=lambda r: -len(r[0])))
                for first, rest in phrases.items()
            }
        ),
        long=MappingProxyType(dict(long)),
        triggers=frozenset(text for text, entry in found.items() if entry.kind in _TRIGGERS),
        proper=proper,
        day_first=day_first,
        suffixes=tuple(
            sorted({end for one in packs for end in one.words("sentences", "suffixes")})
        ),
    )


def _entries(language: Pack) -> Iterator[tuple[str, Entry]]:
    yield from _calendar(language.tag)
    for part in sorted(language.words("dating", "day_parts")):  # "woensdagavond"
        for word, number in weekday_names(language.tag, "wide").items():
            yield fold(word) + part, Entry(KINDS["WEEKDAY"], number)
    for name, words in language.lexicon["dates"].items():
        kind = "short_month" if name == "month" else name
        if isinstance(words, Mapping):
            yield from _meanings(language, name, kind)
        else:
            yield from ((fold(word), Entry(KINDS[kind.upper()])) for word in words)
    yield from ((word, Entry(KINDS["LIFE"])) for word in language.words("durations", "life"))
    yield from _numbers(language)


def _meanings(language: Pack, name: str, kind: str) -> Iterator[tuple[str, Entry]]:
    words: Mapping[str, Value] = language.lexicon["dates"][name]
    if kind != "long":
        yield from ((fold(word), Entry(KINDS[kind.upper()], said)) for word, said in words.items())


def _calendar(tag: str) -> Iterator[tuple[str, Entry]]:
    """Names in full before short forms: where both are one ("mei"), the word is the name."""
    seen: set[str] = set()
    for (width, prefix), (names, name) in product(
        _WIDTHS, ((month_names, "month"), (weekday_names, "weekday"))
    ):
        for word, number in names(tag, width).items():
            if (key := fold(word)) not in seen:
                seen.add(key)
                yield key, Entry(KINDS[(prefix + name).upper()], number)


def _numbers(language: Pack) -> Iterator[tuple[str, Entry]]:
    rules: Mapping[str, Any] = language.lexicon["numerals"]
    ones = language.words("numerals", "ones")
    endings: Mapping[str, str] = language.lexicon["dates"]["long"]
    for word, number in language.numbers.items():
        yield word, Entry(KINDS["ONE" if word in ones else "NUMBER"], number)
        for ending, unit in endings.items():
            yield word + ending, Entry(KINDS["LONG"], f"{number} {unit}")
        for form in rules["halves"]:
            yield form.format(unit=word), Entry(KINDS["FRACTION"], number + 0.5)
    for word, number in language.lexicon["ordinals"].items():
        yield word, Entry(KINDS["ORDINAL"], number)
