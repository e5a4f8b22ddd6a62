"""Who is named beside somebody of whom the same is said: "X was arrested TOGETHER WITH Y"."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.claims.reach import head, reach
from extract.claims.triggers import Trigger
from ontology import ontology

_BETWEEN = 5  # words between "together with" and the name: "her deputy, the lawyer"


def with_companions(context: Context, trigger: Trigger, found: Group) -> Group:
    """The group with those whom "together with" puts beside it.

    Only where it is done to somebody: of a passive, or of what puts or keeps in custody.
    """
    tree = context.tree
    if tree is None or not found or found[0].form == "possessive":
        return found
    called_for = ontology().says(trigger.type.name, "spoken")
    done = tree.passive(head(tree, trigger)) or called_for
    if not done and trigger.type.custody == "none":
        return found
    near = frozenset(reach(context, trigger))
    for group in context.groups:
        first = group[0]
        if first in found or first.begin not in near or first.form != "name":
            continue
        if _beside(context, first.begin):
            return (*found, *group)
    return found


def _beside(context: Context, begin: int) -> bool:
    """Whether words that put beside somebody stand before the phrase of the name."""
    joining = context.language.words("clauses", "together")
    for i in range(begin - 1, max(0, begin - 2 - _BETWEEN), -1):
        if f"{context.lower(i - 1)} {context.lower(i)}" in joining or context.lower(i) in joining:
            return True
        token = context.sentence.tokens[i]
        if token.pos in ("VERB", "AUX", "ADP", "SCONJ") or token.text in ";:.":
            return False
    return False
