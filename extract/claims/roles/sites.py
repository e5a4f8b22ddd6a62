"""Where someone is held, moved or set free: the phrase of a prison, and the town it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue

Span = tuple[int, int]


def site_in(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison, by name or number, in which someone is: "in penal colony No. 3"."""
    for first, end in _phrases(context, trigger, "holding"):
        if _is_site(context, first, end) and _particular(context, first, end):
            yield context.sentence.span(first, end)
            return


def site_to(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison or hospital to which someone is brought, else the name after "to"."""
    timed = {i for span in context.dates for i in range(span.first, span.end)}
    found = [s for s in _phrases(context, trigger, "towards") if s[0] not in timed]
    for first, end in [s for s in found if _is_site(context, *s)] or found:
        if any(context.sentence.tokens[i].capital for i in range(first, end)) or _is_site(
            context, first, end
        ):
            yield context.sentence.span(first, end)
            return


def town_to(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The town or country to which someone is brought: "to COUNTRY", "to a prison in TOWN"."""
    for first, end in _phrases(context, trigger, "towards"):
        inner = context.lower(end) in context.language.words("places", "holding")
        stop = _phrase_end(context, end + 1) if inner else end
        named = [
            ref
            for ref in context.references
            if first <= ref.first < stop and ref.kind in ("place", "country")
        ]
        if named:
            yield named[-1].text
            return


def site(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison of the clause by name or number, whatever stands before it: "left NAME prison"."""
    clause = clause_at(context.clauses, trigger.first)
    found = [
        i for i in range(clause.first, clause.end) if context.listed(i, "places", "facilities")
    ]
    for i in sorted(found, key=lambda i: (i < trigger.first, abs(i - trigger.first))):
        first, end = i, _phrase_end(context, i)
        while first > clause.first and _of_name(context, first - 1):
            first -= 1
        if _particular(context, first, end):
            yield context.sentence.span(first, end)
            return


def _of_name(context: Context, i: int) -> bool:
    token = context.sentence.tokens[i]
    return token.capital and token.pos in ("PROPN", "ADJ", "NOUN", "")


def town(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The town of the prison in which someone is: TOWN of "in NAME prison in TOWN"."""
    for first, end in _phrases(context, trigger, "holding"):
        if not _is_site(context, first, end):
            continue
        inner = context.lower(end) in context.language.words("places", "prepositions")
        start = _past_articles(context, end + 1) if inner else end
        for ref in context.references:
            if inner and ref.first == start and ref.kind in ("place", "country"):
                yield ref.text
                return


def site_from(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison that someone leaves: "from NAME prison"."""
    for first, end in _phrases(context, trigger, "away"):
        if _is_site(context, first, end) and _particular(context, first, end):
            yield context.sentence.span(first, end)
            return


def _phrases(context: Context, trigger: Trigger, which: str) -> Iterator[Span]:
    """The noun phrases of the clause after one of those prepositions, nearest first."""
    clause = clause_at(context.clauses, trigger.first)
    prepositions = context.language.words("places", which)
    starts = [i for i in range(clause.first, clause.end) if _leads(context, i, prepositions)]
    for i in sorted(starts, key=lambda i: (i < trigger.first, abs(i - trigger.first))):
        first = _past_articles(context, i + 1)
        end = _phrase_end(context, first)
        if end > first:
            yield first, end


def _leads(context: Context, i: int, prepositions: frozenset[str]) -> bool:
    """Whether token ``i`` is, or ends, one of the prepositions: "from", "out OF"."""
    both = f"{context.lower(i - 1)} {context.lower(i)}"
    return context.lower(i) in prepositions or both in prepositions


def _past_articles(context: Context, i: int) -> int:
    while context.lower(i) in context.language.words("clauses", "determiners"):
        i += 1
    return i


def _phrase_end(context: Context, first: int) -> int:
    """Where the phrase ends: before a preposition, a verb, a comma, or a word that joins."""
    language, tokens = context.language, context.sentence.tokens
    stops = language.words("clauses", "prepositions") - language.words("names", "genitives")
    stops |= language.words("clauses", "conjunctions") | language.words("clauses", "openers")
    end = first
    while end < len(tokens) and (tokens[end].word or tokens[end].text in "-№"):
        verb = tokens[end].pos in ("VERB", "AUX", "ADV") and not tokens[end].capital
        if verb or tokens[end].lower in stops:
            break
        end += 1
    return end


def _is_site(context: Context, first: int, end: int) -> bool:
    return any(context.listed(i, "places", "facilities") for i in range(first, end))


def _particular(context: Context, first: int, end: int) -> bool:
    """Whether the phrase tells which one: by a name or a number."""
    words = [context.sentence.tokens[i].text for i in range(first, end)]
    return any(word[:1].isupper() or word[:1].isdigit() for word in words)
