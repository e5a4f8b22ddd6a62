"""The people of whom the prose under a heading tells as one: those of the records it heads.

A list may tell of a case once, then give each of "the defendants" a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.sentences import Sentence
from extract.values import Document, Section

_MOST = 40  # records; more are a chapter, not a case


def cohort(document: Document, sentences: Sequence[Sentence]) -> tuple[Section, ...]:
    """The records that the last heading of the part heads, where they follow the part at once.

    None where fewer than two follow, or the heading is not in the part.
    """
    places = [sentence.stored(0, 1)[0] for sentence in sentences]
    after = [s for s in document.sections if s.names and places and s.start > places[-1]]
    following = sorted(after, key=lambda section: section.start)
    if not following or not following[0].category:
        return ()
    category = following[0].category
    if not any(_heads(sentence, category[-1]) for sentence in sentences):
        return ()
    own = tuple(takewhile(lambda s: s.category[: len(category)] == category, following))
    return own if 1 < len(own) <= _MOST else ()


def under_heading(sentences: Sequence[Sentence], category: str) -> int:
    """How many sentences go before those under the heading."""
    heads = [i for i, sentence in enumerate(sentences) if _heads(sentence, category)]
    return heads[-1] + 1 if heads else len(sentences)


def _heads(sentence: Sentence, category: str) -> bool:
    """Whether the sentence ends the block that is the heading."""
    words = " ".join(sentence.passage.text.split()).rstrip(".")
    last = sentence.stored(0, len(sentence.tokens))[1] >= sentence.passage.pieces[-1].end - 1
    return words.endswith(category) and last
