"""Words that fill a role: an office, a charge, an effect, as the document says it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims import phrases
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def bracketed(context: Context, subject: Reference | None) -> Iterator[str]:
    """What stands in brackets right after the subject's name: "X (PARTY)"."""
    if subject is None or context.lower(subject.end) != "(":
        return
    for i in range(subject.end + 1, min(subject.end + 5, len(context.sentence.tokens))):
        if context.lower(i) == ")" and i > subject.end + 1:
            yield context.sentence.span(subject.end + 1, i)
            return


def trigger(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The trigger itself."""
    yield context.sentence.span(trigger.first, trigger.end)


def office_held(context: Context, trigger: Trigger) -> Iterator[str]:
    """The office with its department: "Minister X (Justice)", "Minister van Justitie, X"."""
    word = context.sentence.span(trigger.first, trigger.end)
    end = _department_end(context, trigger.end)
    if end > trigger.end:
        yield context.sentence.span(trigger.first, _coordination_end(context, end))
        return
    held = next((ref for ref in context.references if ref.cue == trigger.first), None)
    department = next(bracketed(context, held), None)
    yield f"{word} ({department})" if department is not None else word


def _department_end(context: Context, end: int) -> int:
    """Where the department ends that follows an office: "of FOREIGN AFFAIRS"."""
    particles = context.language.words("names", "particles") | {"of", "for", "voor"}
    tokens, i = context.sentence.tokens, end
    while i < len(tokens) and tokens[i].lower in particles:
        i += 1
    if i == end or i >= len(tokens) or not tokens[i].capital:
        return end
    people = {ref.first for ref in context.references if ref.kind == "person"}
    while i < len(tokens) and tokens[i].capital and i not in people:
        i += 1
    return i


def _coordination_end(context: Context, end: int) -> int:
    """The end of a name that goes on over "and": "Health, Labour and Social Welfare"."""
    joins = context.language.words("clauses", "conjunctions")
    at = end
    while context.lower(at) == "," and (after := _capitals_end(context, at + 1)) > at + 1:
        at = after
    after = _capitals_end(context, at + 1)
    return after if context.lower(at) in joins and after > at + 1 else end


def _capitals_end(context: Context, first: int) -> int:
    """Where the words with a capital end that begin at ``first``, before whoever is named."""
    tokens, i = context.sentence.tokens, first
    named = {ref.first for ref in context.references if ref.kind in ("person", "country")}
    while i < len(tokens) and tokens[i].capital and i not in named:
        i += 1
    return i


def capital_modifier(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The capitalised word before the noun: "of TALYSH descent"."""
    if trigger.first and context.sentence.tokens[trigger.first - 1].capital:
        yield context.sentence.tokens[trigger.first - 1].text


def predicate(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """What the sentence says the noun was: its last words after the last noun phrase."""
    tokens = context.sentence.tokens
    end = len(tokens) - (not tokens[-1].word)
    start = end
    while start > trigger.end and not context.listed(start - 1, "clauses", "judgments"):
        start -= 1
    if trigger.end < start < end:
        yield context.sentence.span(start, end)


def effect_on(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The effect with what it is on: "serious consequences" and "for his health"."""
    found = phrases.after(context, trigger, "voor") or phrases.after(context, trigger, "for")
    if found is not None:
        effect = next(noun_phrase(context, trigger, None))
        yield f"{effect} {context.sentence.span(found[0] - 1, found[1])}"


def clause_start(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The noun phrase with which the clause begins, up to the trigger's own."""
    clause = clause_at(context.clauses, trigger.first)
    first = clause.first + bool(clause.opener)
    end = trigger.first - 1
    if end > first:
        yield context.sentence.span(first, end)


def content_clause(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The content clause that follows: "... accused that he had held a flag"."""
    following = [c for c in context.clauses if c.first >= trigger.end]
    if following and following[0].opener in context.language.words("clauses", "saying_openers"):
        end = following[0].end
        while end > following[0].first and not context.sentence.tokens[end - 1].word:
            end -= 1
        yield context.sentence.span(following[0].first + 1, end)


def noun_phrase(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The trigger noun with what stands between it and its article, else with one adjective."""
    first, language = trigger.first, context.language
    near = range(first - 1, max(-1, first - 4), -1)
    article = next(
        (i for i in near if context.lower(i) in language.words("clauses", "determiners")), None
    )
    if article is not None and not any(
        context.lower(i) in language.words("clauses", "prepositions") for i in range(article, first)
    ):
        first = article + 1
    elif first and context.sentence.tokens[first - 1].lower.endswith(("e", "en")):
        first -= 1
    yield context.sentence.span(first, trigger.end)


def rest(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The words of the clause after the trigger: what someone is called on to do."""
    clause = clause_at(context.clauses, trigger.first)
    end = clause.end - (not context.sentence.tokens[clause.end - 1].word)
    if end > trigger.end:
        yield context.sentence.span(trigger.end, end)
