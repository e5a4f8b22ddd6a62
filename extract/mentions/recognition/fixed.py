"""Names that are known as such: countries, cities, regions, institutions, parties, media."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from extract.languages import pack
from extract.languages.places import cities, countries, regions
from extract.mentions.recognition.line import Line
from extract.mentions.recognition.words import word
from extract.values import Kind

_Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]


def fixed(line: Line, i: int) -> tuple[int, Kind] | None:
    """The end and the kind of the longest known name that begins at the token."""
    for words, kind in _phrases(line.language.tag).get(line.tokens[i].lower, ()):
        end = i + len(words)
        if end <= len(line.tokens) and all(
            _same(line, i + n, part) for n, part in enumerate(words)
        ):
            common = kind == "organisation" and _common(line, i, end)
            return None if common else (end, kind)
    return None


def _same(line: Line, i: int, part: str) -> bool:
    """Whether the token is that part of a name; acronyms ("REAL") only in capitals."""
    text = line.tokens[i].text
    exact = part.isupper() and not line.capitals
    return text == part if exact else text.lower() == part.lower()


def _common(line: Line, i: int, end: int) -> bool:
    """Whether it is one ordinary word that has its capital from the sentence or headline."""
    alone = end - i == 1 and line.word(i).native and not line.word(i).shout
    return alone and (line.opens(i) or i in line.headline) and line.lower(i - 1) != "("


@cache
def _phrases(tag: str) -> _Phrases:
    """Every known name by its first word, the longest first."""
    tokenizer = pack(tag).tokenizer()
    found: dict[str, dict[tuple[str, ...], Kind]] = {}
    for name, kind in _known(tag):
        words = tuple(token.text for token in tokenizer(name))
        found.setdefault(words[0].lower(), {}).setdefault(words, kind)
    return {
        first: tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, names in found.items()
    }


def _known(tag: str) -> Iterator[tuple[str, Kind]]:
    language = pack(tag)
    for path in (("names", "institutions"), ("names", "parties")):
        yield from ((name, "organisation") for name in sorted(language.words(*path)))
    yield from ((name, "country") for name in sorted(language.words("places", "countries")))
    yield from ((name, "country") for name in countries(tag))
    yield from ((name, "place") for name in sorted(language.words("places", "cities")))
    yield from ((name, "place") for name in sorted(regions(tag)) if not word(name, tag).ordinary)
    for name in sorted(cities(tag)):
        if not word(name.capitalize(), tag).ordinary:
            yield name, "place"
