"""Arguments: what both claims say of an event must agree; what one leaves out forbids nothing.

Names of courts, places and people are written in many ways and in more than one language, so
that two that differ prove nothing; measures, terms and what a state consists of do.
"""

from __future__ import annotations

from functools import cache

from extract.names import folded_words
from extract.values import ArgValue
from kg.statements import Statement
from ontology.load import ontology

_NONE: frozenset[str] = frozenset()


def compatible(one: Statement, other: Statement) -> bool:
    """Whether no argument that tells events apart differs."""
    return all(_agree(a, b) for a, b in _shared(one, other))


def agreement(one: Statement, other: Statement) -> int:
    """How many arguments that tell events apart are the same."""
    return sum(1 for a, b in _shared(one, other) if _agree(a, b))


def differing(one: Statement, other: Statement) -> tuple[str, ...]:
    """The arguments that tell events apart and in which the two differ."""
    mine, yours = dict(one.claim.args), dict(other.claim.args)
    names = sorted(_telling(one.claim.type) & mine.keys() & yours.keys())
    return tuple(name for name in names if not _agree(mine[name], yours[name]))


def _shared(one: Statement, other: Statement) -> list[tuple[ArgValue, ArgValue]]:
    mine, yours = dict(one.claim.args), dict(other.claim.args)
    if not mine or not yours:
        return []
    telling = _telling(one.claim.type)
    return [(mine[name], yours[name]) for name in telling & mine.keys() & yours.keys()]


@cache
def _telling(claim_type: str) -> frozenset[str]:
    known = ontology().types.get(claim_type)
    return frozenset(role.name for role in known.roles if role.distinguishing) if known else _NONE


def _agree(one: ArgValue, other: ArgValue) -> bool:
    if isinstance(one, tuple) or isinstance(other, tuple):
        return bool(_folded_all(one) & _folded_all(other))
    if isinstance(one, str) and isinstance(other, str):
        return _folded(one) == _folded(other)
    return one == other


def _folded_all(value: ArgValue) -> set[str]:
    return {_folded(item) for item in (value if isinstance(value, tuple) else (str(value),))}


def _folded(value: str) -> str:
    if any(character.isdigit() for character in value):
        return value.strip().casefold()
    return folded_words(value)
