"""How firmly a claim is made, and by whom: status and attribution from the words over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.claims.clauses import Clause, clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.values import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """The status of a claim and whom it is attributed to, the nearest first."""

    status: Status
    attributed_to: tuple[str, ...] = ()


def stance(context: Context, trigger: Trigger) -> Stance | None:
    """The stance of the claim that the trigger makes; None where it makes none (a condition)."""
    clause = clause_at(context.clauses, trigger.first)
    if trigger.frame.subject == ("apposition",):
        # "opposition leader X" is the writer's own word, whatever the clause reports of X
        voices = _cited_voice(context)
        return Stance(status="reported" if voices else "asserted", attributed_to=voices)
    if _conditional(context, clause) or _possible(context, trigger):
        return None
    voices = tuple(dict.fromkeys([*_voices(context, trigger), *_cited_voice(context)]))
    status = _polarity(context, clause, trigger) or _evidence(context, trigger, clause, voices)
    return _asked(context, trigger, clause, Stance(status=status, attributed_to=voices))


def _conditional(context: Context, clause: Clause) -> bool:
    """Whether the clause, or the sentence before its first comma, begins with "if"."""
    words = context.language.words("status", "conditionals")
    return any(
        context.lower(i) in words and context.sentence.tokens[i].lower not in ("",)
        for i in {0, clause.first}
    ) and not context.language.words("clauses", "causes") & {
        " ".join(context.lower(i) for i in range(clause.first, clause.first + 3))
    }


def _possible(context: Context, trigger: Trigger) -> bool:
    """Whether a modal verb makes the trigger a mere possibility ("may be released")."""
    words = context.language.words("status", "modals")
    before = range(max(0, trigger.first - 3), trigger.first)
    return trigger.frame.pos == "verb" and any(context.lower(i) in words for i in before)


def _polarity(context: Context, clause: Clause, trigger: Trigger) -> Status | None:
    if _withheld(context, trigger):
        return "negated"
    if _lemma_in(context, clause, "status", "deniers") and not _is_denier(context, trigger):
        return "denied"
    if trigger.frame.pos == "noun":
        near = range(max(clause.first, trigger.first - 3), trigger.first)
        if any(context.lower(i) in context.language.words("status", "negations") for i in near):
            return "negated"
    elif _has(context, _words(context, clause), "status", "negations"):
        return "negated"
    return "planned" if _has(context, _words(context, clause), "status", "plans") else None


def _withheld(context: Context, trigger: Trigger) -> bool:
    """Whether the words before say that there is no ground for it ("geen aanleiding om ...")."""
    before = f" {' '.join(context.lower(i) for i in range(trigger.first))} "
    return any(f" {words} " in before for words in context.language.words("status", "withheld"))


def _is_denier(context: Context, trigger: Trigger) -> bool:
    return context.listed(trigger.first, "status", "deniers")


def _evidence(
    context: Context, trigger: Trigger, clause: Clause, voices: tuple[str, ...]
) -> Status:
    over = [c for c in context.clauses if c.first <= clause.first]
    hedged = any(_hedges(context, c, trigger) for c in over)
    according = any(_according(context, c) is not None for c in over)
    if hedged and not according:
        return "alleged"
    if any(_alleging(context, c, clause) for c in over):
        return "alleged"
    return "reported" if voices else "asserted"


def _hedges(context: Context, clause: Clause, trigger: Trigger) -> bool:
    return _has(context, _words(context, clause), "status", "hedges")


def _alleging(context: Context, clause: Clause, own: Clause) -> bool:
    return clause is not own and _lemma_in(context, clause, "attribution", "alleging")


def _asked(
    context: Context, trigger: Trigger, clause: Clause, found: Stance
) -> Stance:
    """In a question: what it presupposes is its asker's word, what it asks is no claim yet."""
    if context.section.kind != "question" or not context.sentence.text.rstrip().endswith("?"):
        return found
    if found.attributed_to or trigger.type.nature == "state" and trigger.frame.pos == "noun":
        return found
    presupposed = clause.opener in context.language.words("pronouns", "relative") or _factive(
        context, clause
    )
    if not presupposed and trigger.frame.pos != "noun":
        return Stance(status="asked", attributed_to=_asker(context))
    if _factive(context, clause) and context.confirmed:
        return Stance(status=found.status)
    return Stance(status="reported", attributed_to=_asker(context))


def _asker(context: Context) -> tuple[str, ...]:
    return (context.section.voice,) if context.section.voice else ()


def _factive(context: Context, clause: Clause) -> bool:
    before = range(clause.first)
    words = context.language.words("attribution", "presupposing")
    return any(context.lower(i) in words for i in before)


def _voices(context: Context, trigger: Trigger) -> Iterator[str]:
    clause = clause_at(context.clauses, trigger.first)
    over = [c for c in context.clauses if c.first <= clause.first]
    for c in reversed(over):
        if (named := _according(context, c)) is not None:
            yield named
        if c is not clause and _says(context, c, clause):
            yield from _speaker(context, c)
    yield from _carrier(context, trigger)
    if clause.opener in context.language.words("clauses", "saying_openers"):
        yield from _informed(context)


def _says(context: Context, clause: Clause, own: Clause) -> bool:
    after = next(c for c in context.clauses if c.first == clause.end)
    return after.opener in context.language.words("clauses", "saying_openers") and (
        _lemma_in(context, clause, "attribution", "reporting")
        or _lemma_in(context, clause, "attribution", "alleging")
    )


def _speaker(context: Context, clause: Clause) -> Iterator[str]:
    """Who says it: the subject of the clause of saying."""
    relative = clause.opener in context.language.words("pronouns", "relative")
    first, end = (0, clause.first) if relative else (clause.first, clause.end)
    named = [
        ref
        for ref in context.references
        if first <= ref.first < end and ref.form != "possessive" and ref.kind != "country"
    ]
    if relative:
        if context.listed(clause.first - 1, "attribution", "media"):
            yield _noun_phrase(context, clause.first - 1, 0)
            return
        named = named[-1:]
    bare = [ref for ref in named if relative or context.governor(ref.begin) is None]
    if bare:
        yield bare[0].text if bare[0].form == "name" else _name(context, bare[0].referent)
        return
    for i in range(first, end):
        if context.listed(i, "attribution", "media"):
            yield _noun_phrase(context, i, first)
            return


def _name(context: Context, referent: str | None) -> str:
    return f"@{referent}" if referent else ""


def _noun_phrase(context: Context, noun: int, first: int) -> str:
    """The noun with the adjectives and determiners before it."""
    start = noun
    while start > first and (
        context.sentence.tokens[start - 1].lower.endswith("e") or context.lower(start - 1) == "een"
    ):
        start -= 1
    return context.sentence.span(start, noun + 1)


def _according(context: Context, clause: Clause) -> str | None:
    for i in range(clause.first, clause.end - 1):
        if context.lower(i) in context.language.words("attribution", "according"):
            return _phrase(context, i + 1)
    return None


def _phrase(context: Context, start: int) -> str:
    """The words from ``start`` to the next comma or verb: a name, or a noun phrase."""
    if context.lower(start) == "to":
        start += 1
    named = [
        ref for ref in context.references if start <= ref.first <= start + 2 and ref.form == "name"
    ]
    if named and not any(_phrase_ends(context, i, start) for i in range(start, named[0].first)):
        return context.sentence.span(start, named[0].end)
    end = start
    while end < len(context.sentence.tokens) and not _phrase_ends(context, end, start):
        end += 1
    return context.sentence.span(start, max(end, start + 1))


def _phrase_ends(context: Context, i: int, start: int) -> bool:
    token = context.sentence.tokens[i]
    return i > start and (
        not token.word
        or token.lower in context.language.words("clauses", "auxiliaries")
        or token.lower in context.language.words("clauses", "prepositions")
        or i - start > 4
    )


def _informed(context: Context) -> Iterator[str]:
    """Whose word it is in "from the same source came the update that ..."."""
    language = context.language
    if not any(context.listed(i, "attribution", "words") for i in range(len(context.sentence.tokens))):
        return
    for i in range(1, len(context.sentence.tokens)):
        at = context.governor(i)
        if context.listed(i, "attribution", "media") and at is not None:
            if context.lower(at) in language.words("attribution", "from"):
                yield context.sentence.span(at + 1, i + 1)


def _carrier(context: Context, trigger: Trigger) -> Iterator[str]:
    """Whose word it is in "the report of X on ...": a named body between word and topic."""
    language = context.language
    for i in range(trigger.first):
        if not context.listed(i, "attribution", "words"):
            continue
        about = [
            j for j in range(i, trigger.first) if context.lower(j) in language.words("attribution", "about")
        ]
        for ref in context.references:
            if about and i < ref.first < about[0] and ref.kind in ("organisation", "person"):
                yield ref.text


def _cited_voice(context: Context) -> tuple[str, ...]:
    """The publisher of a headline, or of the words that a footnote quotes."""
    if context.title_of is not None:
        sources = [context.title_of]
    elif context.section.kind == "footnote":
        sources = [source for _, source in context.cites]
    else:
        sources = []
    return tuple(source.publisher for source in sources if source.publisher)


def _words(context: Context, clause: Clause) -> frozenset[str]:
    return frozenset(context.lower(i) for i in range(clause.first, clause.end))


def _has(context: Context, words: frozenset[str], *path: str) -> bool:
    text = f" {' '.join(context.lower(i) for i in range(len(context.sentence.tokens)))} "
    listed = context.language.words(*path)
    return bool(words & listed) or any(
        f" {phrase} " in text for phrase in listed if " " in phrase
    )


def _lemma_in(context: Context, clause: Clause, *path: str) -> bool:
    return any(context.listed(i, *path) for i in range(clause.first, clause.end))
