"""Whether words of the lexicon stand in a clause."""

from __future__ import annotations

from extract.claims.clauses import Clause
from extract.claims.context import Context


def words(context: Context, clause: Clause) -> frozenset[str]:
    """The words of a clause in lower case."""
    return frozenset(context.lower(i) for i in range(clause.first, clause.end))


def lemma_in(context: Context, clause: Clause, *path: str) -> bool:
    """Whether a word of the clause is an inflection of one in that list of the lexicon."""
    return any(clause.holds(i) for i in context.bases[path])
