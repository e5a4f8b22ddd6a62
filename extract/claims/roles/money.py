"""Sums of money: "EUR 8,000", "56,000 manat"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.reach import reach
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue

_MULTIPLES = 3  # words that may stand between the figure and the currency: "90 million dong"


def money(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The first sum in reach of the trigger: a figure with its currency before or after it."""
    units = context.language.words("money", "units")
    tokens = context.sentence.tokens
    for i in reach(context, trigger):
        if not tokens[i].text[:1].isdigit():
            continue
        if i and context.lower(i - 1) in units:
            yield context.sentence.span(i - 1, i + 1)
            return
        after = range(i + 1, min(i + 1 + _MULTIPLES, len(tokens)))
        unit = next((j for j in after if not tokens[j].lemmas.isdisjoint(units)), None)
        if unit is not None and all(tokens[j].word for j in range(i, unit)):
            yield context.sentence.span(i, unit + 1)
            return
