"""The name of a prize."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.claims.context import Context
from extract.claims.roles.standing.modifiers import HYPHENS
from extract.claims.roles.words import noun_phrase
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def prize(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The name of the prize: the trigger with the capitalised words round it."""
    tokens, first, end = context.sentence.tokens, trigger.first, trigger.end
    if tokens[trigger.first].pos == "VERB":
        return
    links = context.language.words("clauses", "prepositions")
    while first and (tokens[first - 1].capital or tokens[first - 1].text in HYPHENS):
        first -= 1
    while first < trigger.first and not _of_name(context, first):
        first += 1
    while end < len(tokens) and (
        tokens[end].capital
        or (tokens[end].lower in links and end + 1 < len(tokens) and tokens[end + 1].capital
            and not any(s.first <= end + 1 < s.end for s in context.dates)
            and first == trigger.first and not tokens[first].capital)
    ):  # fmt: skip
        end += 1
    if any(token.capital for token in tokens[first:end]):
        yield context.sentence.span(first, end)


def prize_given(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The name of the prize that the verb hands over: "gave X its AWARD FOR COURAGE"."""
    for i in range(trigger.end, min(trigger.end + 14, len(context.sentence.tokens))):
        if not context.sentence.tokens[i].lemmas.isdisjoint(trigger.frame.requires):
            named = next(prize(context, replace(trigger, first=i, end=i + 1), subject), None)
            yield (
                named
                if named is not None
                else next(noun_phrase(context, replace(trigger, first=i, end=i + 1), subject))
            )
            return


def _of_name(context: Context, i: int) -> bool:
    """Whether the capitalised word is of a name, and not only the first of its sentence."""
    token = context.sentence.tokens[i]
    return token.capital and (i > 0 or token.pos in ("PROPN", "NOUN", ""))
