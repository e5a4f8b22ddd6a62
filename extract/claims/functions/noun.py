"""What a noun that says who somebody is may be, and the names that it stands beside."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference

QUOTES = frozenset("\"'«»“”‘’„")
REACH = 14  # tokens that a noun's phrase takes at most


def names(context: Context) -> list[Reference]:
    """The names of persons in the sentence."""
    return [ref for ref in context.references if ref.kind == "person" and ref.form == "name"]


def name_at(context: Context, i: int) -> Reference | None:
    """The name that begins at token ``i``, a title before it passed over."""
    while context.lower(i) and (
        context.listed(i, "names", "titles") or context.sentence.tokens[i].text in QUOTES
    ):
        i += 1
    return next((ref for ref in names(context) if ref.first == i), None)


def adjectival(trigger: Trigger) -> bool:
    """Whether the type is told by an adjective as well: an age, a people, a country."""
    return trigger.type.role("role") is None and trigger.type.role("relation") is None


def plural(context: Context, trigger: Trigger) -> bool:
    """Whether the noun is of several: by its form, where the language has no morphology."""
    token = context.sentence.tokens[trigger.end - 1]
    return "Number=Plur" in token.morph or (
        not token.morph and len(token.lemmas) > 1 and token.lower.endswith(("s", "en"))
    )
