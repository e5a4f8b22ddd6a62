"""The language of a headline: too short for stop words, so a dictionary decides."""

from __future__ import annotations

from functools import lru_cache

from simplemma import langdetect

from extract.languages.pack import tags


@lru_cache(maxsize=1 << 12)
def title_language(text: str, default: str) -> str:
    """The language with a pack that knows most of the title's words; the default on a tie."""
    scores = langdetect(text, lang=tags())
    best = sorted(
        ((score, tag == default, tag) for tag, score in scores if tag in tags()), reverse=True
    )
    return best[0][2] if best else default
