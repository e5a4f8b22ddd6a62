"""How long: the length of time that a verb has for its object."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def length(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The length of time right after the trigger: "received TWELVE YEARS and six months"."""
    owning = context.language.words("clauses", "case_of")  # "two years OF funding"
    for span in context.durations:
        if span.first == trigger.end and context.lower(span.end) not in owning:
            yield span.value
            return
