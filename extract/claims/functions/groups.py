"""The persons of a sentence in groups, a coordination as one."""

from __future__ import annotations

from extract.claims.clauses import Clause, base
from extract.claims.context import Context
from extract.mentions.references import Reference

Group = tuple[Reference, ...]


def all_groups(context: Context) -> list[Group]:
    """Every group of persons, possessive pronouns included, in order."""
    possessives = [(ref,) for ref in context.references if ref.form == "possessive"]
    return sorted([*context.groups, *possessives], key=lambda group: group[0].first)


def bare_groups(context: Context, clause: Clause) -> list[Group]:
    """Groups of the clause, and of the one it goes on with, that no preposition governs."""
    first = base(context.clauses, clause)
    return [
        group
        for group in context.groups
        if (clause.holds(group[0].first) or first.holds(group[0].first))
        and group[0].form != "unnamed"
        and context.governor(group[0].begin) is None
    ]
