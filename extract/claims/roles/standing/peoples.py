"""The people or the country that someone is of."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.roles.standing.modifiers import HYPHENS
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def people(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The name of a people, where the next noun is a person and no cause of that people."""
    beside = (trigger.end, trigger.first - 1)
    if any(context.lower(i) and context.lower(i) in HYPHENS for i in beside):
        return
    after = trigger.end
    if after < len(context.sentence.tokens) and context.listed(after, "standing", "causes"):
        return
    yield context.sentence.span(trigger.first, trigger.end)


def nationality(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The capitalised words before "citizen", or the country after "of"."""
    first = trigger.first
    if first and context.sentence.tokens[first].capital:
        return  # part of a name: the "Model Citizen" society
    while first and (
        context.sentence.tokens[first - 1].capital or context.lower(first - 1) in ("-", "and", "en")
    ):
        first -= 1
    articles = context.language.words("clauses", "determiners")
    while first < trigger.first and (
        not context.sentence.tokens[first].capital or context.lower(first) in articles
    ):
        first += 1
    if first < trigger.first and not context.of_person(first):
        yield context.sentence.span(first, trigger.first)
        return
    for ref in context.references:
        if ref.kind == "country" and trigger.end < ref.first <= trigger.end + 3:
            yield ref.text
            return


def two_nations(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """Both adjectives of somebody of two countries: "GERMAN-IRANIAN engineer"."""
    tokens, first = context.sentence.tokens, trigger.first
    if first >= 2 and tokens[first - 1].text in ("-", "–") and tokens[first - 2].capital:
        yield context.sentence.span(first - 2, trigger.end)


def ethnic(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The people named after the word: "an ethnic UZBEK activist"."""
    tokens, end = context.sentence.tokens, trigger.end
    while end < len(tokens) and tokens[end].capital and tokens[end].word:
        end += 1
    if end > trigger.end and not any(ref.first == trigger.end for ref in context.references):
        yield context.sentence.span(trigger.end, end)
