"""The language of a headline: too short for stop words, so a dictionary decides."""

from __future__ import annotations

from functools import lru_cache

from extract.languages.dictionary import shares
from extract.languages.pack import tags


@lru_cache(maxsize=1 << 12)
def title_language(text: str, default: str) -> str:
    """The language with a pack that knows most of the title's words; the default on a tie."""
    found = shares(text, tags())
    return max(found, key=lambda tag: (found[tag], tag == default, tag), default=default)
