"""Where atoms stand among a sentence's tokens."""

from __future__ import annotations

from extract.expressions.atoms import Reading
from extract.sentences import Sentence


def tokens_of(sentence: Sentence, read: Reading, first: int, end: int) -> tuple[int, int]:
    """The tokens in which the atoms ``[first, end)`` stand."""
    start = sentence.start + read.atoms[first].start
    stop = sentence.start + read.atoms[end - 1].end
    tokens = sentence.tokens
    begin = next(i for i, token in enumerate(tokens) if token.end > start)
    return begin, next((i for i, t in enumerate(tokens) if t.start >= stop), len(tokens))
