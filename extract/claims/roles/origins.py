"""Where one is from, and what one lost: two countries in a word, a people, a part of the body."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue

_HYPHENS = "-‐‑–"


def both_countries(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The two halves of an adjective of two countries: "Spaans-Venezolaanse"."""
    halves = context.sentence.span(trigger.first, trigger.end).split("-")
    if len(halves) != 2 or not all(half[:1].isupper() for half in halves):
        return
    listed = f"*-{halves[0].lower()}"  # "Noord" and "Wit" are no countries
    if any(ending.startswith(listed) for ending in trigger.frame.triggers):
        yield from halves


def demonym(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The word for somebody of a country, where it is no adjective: "de NEDERLANDER X"."""
    tokens = context.sentence.tokens
    after = tokens[trigger.end] if trigger.end < len(tokens) else None
    goes_on = after is not None and after.pos in ("NOUN", "ADJ") and not after.capital
    if tokens[trigger.first].pos != "ADJ" and not goes_on:
        yield tokens[trigger.first].text


def citizen_of(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The countries after "of": "citizen of X and Y"."""
    at = trigger.end + 1
    for ref in context.references:
        joined = ref.first == at or context.lower(ref.first - 1) in context.language.words(
            "clauses", "conjunctions"
        )
        if ref.kind == "country" and at <= ref.first <= at + 4 and joined:
            yield ref.text


def people_after(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The people named after "ethnic": "an ethnic UZBEK"."""
    tokens = context.sentence.tokens
    if trigger.end < len(tokens) and tokens[trigger.end].capital:
        yield tokens[trigger.end].text


def body_part(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """What is hurt with the word that says so: "verlamde linkerhand", "linkerhand verlamd"."""
    tree = context.tree
    if tree is None:
        return
    for noun in (tree.tokens[trigger.first].head, *tree.subjects(trigger.first)):
        if context.listed(noun, "standing", "body_parts"):
            yield f"{tree.tokens[noun].text} {context.sentence.span(trigger.first, trigger.end)}"
            return


def loss(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The part of the body, or the weight, that someone lost."""
    tree = context.tree
    if tree is None:
        return
    for noun in tree.dependents(trigger.first, "obj"):
        of = (i for i in tree.dependents(noun, "nmod") if tree.case(i) == noun + 1)
        part = next((i for i in of if context.listed(i, "standing", "body_parts")), None)
        if part is not None and not context.listed(noun, "standing", "body_parts"):
            yield context.sentence.span(noun, part + 1)  # "a PART of her SIGHT"
            return
        if context.listed(noun, "standing", "body_parts"):
            first = min((noun, *tree.dependents(noun, "nummod", "amod")))
            yield context.sentence.span(first, noun + 1)
            return
