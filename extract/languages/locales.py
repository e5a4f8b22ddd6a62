"""CLDR's data of a language, as babel carries it."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def locale(tag: str) -> Locale:
    """The data of the language; CLDR's root, which names no country, where it has none.

    >>> locale("nl").language, locale("qqq").territories.get("NL")
    ('nl', None)
    """
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("root")
