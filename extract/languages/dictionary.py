"""A general dictionary of a language, simplemma's: base forms, and which words there are.

It has no dictionary of some languages (Azerbaijani); of these no word is known, and each is its
own base form.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import simplemma

_LONGEST = 80  # letters; what is longer is no word, and trying its endings takes very long


@cache
def has_dictionary(tag: str) -> bool:
    """Whether there is a dictionary of the language.

    >>> has_dictionary("tr"), has_dictionary("az")
    (True, False)
    """
    try:
        simplemma.is_known("a", lang=tag)
    except ValueError:
        return False
    return True


def is_known(word: str, tag: str) -> bool:
    """Whether the language's dictionary has the word.

    >>> is_known("gevangenis", "nl"), is_known("həbsxana", "az")
    (True, False)
    """
    return len(word) <= _LONGEST and has_dictionary(tag) and simplemma.is_known(word, lang=tag)


def base_form(word: str, tag: str) -> str:
    """What the word is an inflection of, as far as the dictionary and its rules tell.

    >>> base_form("gevangenissen", "nl"), base_form("həbsxanalar", "az")
    ('gevangenis', 'həbsxanalar')
    """
    known = len(word) <= _LONGEST and has_dictionary(tag)
    return simplemma.lemmatize(word, lang=tag) if known else word


def shares(text: str, tags: Iterable[str]) -> dict[str, float]:
    """Which share of a short text's words each of the languages has, where it has a dictionary."""
    covered = tuple(tag for tag in tags if has_dictionary(tag))
    found = simplemma.langdetect(text, lang=covered) if covered else []
    return {tag: share for tag, share in found if tag in covered}
