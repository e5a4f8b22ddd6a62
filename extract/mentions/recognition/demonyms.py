"""Adjectives of countries, peoples and places, told by their endings and stems."""

from __future__ import annotations

from functools import lru_cache

from extract.languages import pack
from extract.languages.dictionary import is_known
from extract.languages.places import cities, countries, languages, regions


def demonym(lower: str, common: bool, tag: str) -> bool:
    """Whether it is an adjective of a country, people or place."""
    language = pack(tag)
    last = lower.rpartition("-")[2]
    if 0 < len(last) < len(lower) and is_known(last, tag):
        return demonym(last, True, tag)  # "Krim-Tataarse"
    if lower in language.words("names", "demonyms") or lower in languages(tag):
        return True
    if lower.endswith(tuple(language.words("names", "demonym_endings"))):
        return True
    if not lower.endswith(tuple(language.words("names", "adjective_endings"))):
        return False
    return common or of_country(lower, tag) or _of_place(lower, tag)


@lru_cache(maxsize=1 << 12)
def of_country(lower: str, tag: str) -> bool:
    """Whether it shares a country's stem: four letters, or all but the last two."""
    if any(_stem(lower, name) for name in languages(tag)):
        return True
    return any(_stem(lower, name) for name in countries(tag) if " " not in name)


@lru_cache(maxsize=1 << 12)
def _of_place(lower: str, tag: str) -> bool:
    return any(_stem(lower, name) for name in cities(tag) | regions(tag) if " " not in name)


def _stem(lower: str, name: str) -> bool:
    stem = name[: max(4, len(name) - 3)]
    return len(name) > 3 and lower.startswith(stem)
