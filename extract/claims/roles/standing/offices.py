"""The words of an office, with the offices joined to it.

An office in a body ("editor of the paper X") is an affiliation; any other is an occupation. So
``profession`` yields nothing where ``employer`` finds a body.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.reach import all_triggers
from extract.claims.roles.standing.bodies import body
from extract.claims.roles.standing.modifiers import HYPHENS, modified
from extract.claims.roles.words import office_held
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def profession(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The office with its modifiers and portfolio; nothing where it is one of a body."""
    calling = context.listed(trigger.end - 1, "standing", "callings")
    if body(context, trigger, subject) is not None and not calling:
        return
    if _continues(context, trigger):
        return
    end = _coordinated(context, trigger)
    if end > trigger.end:
        yield context.sentence.span(modified(context, trigger), end)
    elif not _compounds(context, trigger):
        yield from _post(context, trigger)


def _compounds(context: Context, trigger: Trigger) -> bool:
    """Whether the noun is but the first part of a name for an office: "STUDENT leader"."""
    if context.language.words("names", "linking"):
        return False  # where compounds are one word, this is "docent WISKUNDE"
    tokens = context.sentence.tokens
    after = tokens[trigger.end : trigger.end + 1]
    if after and after[0].text in HYPHENS and after[0].start == tokens[trigger.end - 1].end:
        return True  # "EDITOR-in-chief"
    top = tokens[trigger.end - 1].head
    joined = tokens[trigger.end - 1].dep in ("compound", "amod") or top == trigger.end
    between = tokens[trigger.end : top]
    common = tokens[top].pos == "NOUN" and top < trigger.end + 4
    return (
        trigger.end <= top
        and joined
        and common
        and all(token.pos in ("NOUN", "PROPN", "ADJ") for token in between)
    )


def _offices(context: Context) -> Iterator[Trigger]:
    """The nouns of the sentence that may be offices."""
    for other in all_triggers(context):
        if other.frame.subject == ("apposition",) and "role" in other.frame.roles:
            yield other


def _coordinated(context: Context, trigger: Trigger) -> int:
    """The end of the offices joined to this one: "writer AND FORMER DEPUTY X"."""
    joins = context.language.words("clauses", "conjunctions")
    if context.lower(trigger.end) not in joins:
        return trigger.end
    belonging = context.language.words("standing", "belonging")
    for other in _offices(context):
        between = context.sentence.tokens[trigger.end + 1 : other.first]
        if other.first > trigger.end and all(token.pos in ("NOUN", "ADJ") for token in between):
            return trigger.end if context.lower(other.end) in belonging else other.end
    return trigger.end


def _continues(context: Context, trigger: Trigger) -> bool:
    """Whether an office before this one was read together with it."""
    return any(
        other.first < trigger.first and trigger.first < _coordinated(context, other)
        for other in _offices(context)
    )


def _post(context: Context, trigger: Trigger) -> Iterator[str]:
    """The office with its modifiers: "former HUMAN RIGHTS LAWYER", "Minister (Justice)"."""
    first = modified(context, trigger)
    words = context.sentence.span(first, trigger.first) + " " if first < trigger.first else ""
    joined = context.sentence.span(first, trigger.end) if words else ""
    for whole in office_held(context, trigger):
        own = context.sentence.span(trigger.first, trigger.end)
        yield joined + str(whole).removeprefix(own) if words else whole


def title(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The office with its modifiers alone: "DEPUTY CHAIRMAN of X", "het LID Y (X)"."""
    yield context.sentence.span(modified(context, trigger), trigger.end)
