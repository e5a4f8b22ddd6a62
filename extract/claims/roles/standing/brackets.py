"""What the brackets after somebody's name say: a party, an office."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.roles.words import bracketed
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def bracket_name(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The name in brackets after the person's: "X (PARTY)", not "X (34)"."""
    for found in bracketed(context, subject):
        if not str(found)[:1].isdigit():
            yield found


def party_bracket(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The party in the brackets that the trigger opens: "X (PARTY)"."""
    tokens = context.sentence.tokens
    end = next((i for i in range(trigger.end, trigger.end + 6) if context.lower(i) == ")"), None)
    if end is None or end == trigger.end:
        return
    text = context.sentence.span(trigger.end, end)
    listed = text in context.language.words("names", "parties")
    known = any(
        ref.first == trigger.end and ref.kind == "organisation" for ref in context.references
    )
    short = end == trigger.end + 1 and 2 <= len(text) <= 8 and text.isalpha()
    if listed or known or (short and text.isupper() and tokens[trigger.first - 1].capital):
        yield text
