"""Countries, cities and languages by their names in a language: from CLDR, through babel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from babel.core import get_global

from extract.languages.locales import locale

# unions, pseudo-locales and the unknown, which CLDR lists among the territories
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
# CLDR's exemplar cities of the other continents are mostly small towns named like persons
_CONTINENTS = frozenset({"Africa", "Asia", "Europe"})


@cache
def countries(tag: str) -> Mapping[str, str]:
    """Lower-case country names with their ISO 3166 codes.

    >>> countries("nl")["azerbeidzjan"], "europese unie" in countries("nl")
    ('AZ', False)
    """
    names = locale(tag).territories
    return MappingProxyType({name.lower(): code for code, name in names.items() if _country(code)})


def _country(code: str) -> bool:
    return code.isalpha() and len(code) == 2 and code not in _NO_COUNTRY


@cache
def regions(tag: str) -> frozenset[str]:
    """Lower-case names of continents and their parts."""
    names = locale(tag).territories
    return frozenset(name.lower() for code, name in names.items() if code.isdigit())


@cache
def cities(tag: str) -> frozenset[str]:
    """Lower-case names of the cities after which time zones are named.

    >>> "bakoe" in cities("nl"), "baku" in cities("en")
    (True, True)
    """
    return frozenset(name.lower() for name in _cities(tag))


def _cities(tag: str) -> Iterator[str]:
    named = locale(tag).time_zones
    for zone in get_global("zone_territories"):
        continent, _, last = zone.rpartition("/")
        if continent in _CONTINENTS:
            yield named.get(zone, {}).get("city") or last.replace("_", " ")


@cache
def languages(tag: str) -> frozenset[str]:
    """Lower-case names of languages of one word, which mostly are adjectives too.

    Those of ISO 639-1: names of the others are too often names of persons.
    """
    names = locale(tag).languages
    return frozenset(
        name.lower() for code, name in names.items() if len(code) == 2 and " " not in name
    )
