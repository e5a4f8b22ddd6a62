"""Whether words of the lexicon stand in a clause."""

from __future__ import annotations

from extract.claims.clauses import Clause
from extract.claims.context import Context


def words(context: Context, clause: Clause) -> frozenset[str]:
    """The words of a clause in lower case."""
    return frozenset(context.lower(i) for i in range(clause.first, clause.end))


def has(context: Context, words: frozenset[str], *path: str) -> bool:
    """Whether one of the words, or a phrase of the sentence, is in that list of the lexicon."""
    text = f" {' '.join(context.lower(i) for i in range(len(context.sentence.tokens)))} "
    listed = context.language.words(*path)
    return bool(words & listed) or any(f" {phrase} " in text for phrase in listed if " " in phrase)


def lemma_in(context: Context, clause: Clause, *path: str) -> bool:
    """Whether a word of the clause is an inflection of one in that list of the lexicon."""
    return any(context.listed(i, *path) for i in range(clause.first, clause.end))
