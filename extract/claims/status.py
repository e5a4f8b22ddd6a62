"""How firmly a claim is made: negation, hedges, plans and questions over its words."""

from __future__ import annotations

from dataclasses import dataclass

from extract.claims.attribution import according, cited_voice, denied, said, voices_over
from extract.claims.clauses import Clause, clause_at
from extract.claims.context import Context
from extract.claims.lookup import has, lemma_in, words
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
        voices = cited_voice(context)
        return Stance(status="reported" if voices else "asserted", attributed_to=voices)
    if _conditional(context, clause, trigger) or _possible(context, trigger):
        return None
    voices = tuple(dict.fromkeys([*voices_over(context, trigger), *cited_voice(context)]))
    status = _polarity(context, clause, trigger) or _evidence(context, trigger, clause, voices)
    return _asked(context, trigger, clause, Stance(status=status, attributed_to=voices))


def _conditional(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether the clause, or the sentence before its first comma, begins with "if"."""
    words = context.language.words("status", "conditionals")
    before = range(clause.first, trigger.first)
    opens = {0, clause.first, *(i for i in before if _subject_follows(context, i))}
    return any(context.lower(i) in words and not _begins_cause(context, i) for i in opens)


def _subject_follows(context: Context, i: int) -> bool:
    """Whether a pronoun that can only be a subject follows: "als hij", not "als leider"."""
    return context.lower(i + 1) in context.language.words("pronouns", "subject")


def _begins_cause(context: Context, i: int) -> bool:
    """Whether a phrase of cause begins here: "als gevolg van" is no condition."""
    phrase = " ".join(context.lower(j) for j in range(i, i + 3))
    return phrase in context.language.words("clauses", "causes")


def _possible(context: Context, trigger: Trigger) -> bool:
    """Whether a modal verb makes the trigger a mere possibility ("may be released").

    The modal governs the trigger where no other finite auxiliary stands between the two; in a
    Dutch subordinate clause it may follow ("die vrijgelaten kan worden").
    """
    if trigger.frame.pos != "verb":
        return False
    clause = clause_at(context.clauses, trigger.first)
    before = range(trigger.first - 1, clause.first - 1, -1)
    nearest = next((i for i in before if _modal(context, i) or _finite(context, i)), None)
    return (nearest is not None and _modal(context, nearest)) or _modal(context, trigger.end)


def _modal(context: Context, i: int) -> bool:
    """Whether token ``i`` is a modal verb, and no month ("in May")."""
    months = context.language.lexicon["dates"]["months"]
    if context.lower(i) not in context.language.words("status", "modals"):
        return False
    month = context.sentence.tokens[i].text in months
    return not month or not (context.governor(i) or context.lower(i - 1).isdigit())


def _finite(context: Context, i: int) -> bool:
    """Whether token ``i`` is an auxiliary in a finite form: "is", but not "worden"."""
    auxiliary = context.lower(i) in context.language.words("clauses", "auxiliaries")
    return auxiliary and len(context.sentence.tokens[i].lemmas) > 1


def _polarity(context: Context, clause: Clause, trigger: Trigger) -> Status | None:
    if _withheld(context, trigger):
        return "negated"
    if denied(context, trigger):
        return "denied"
    if trigger.frame.pos == "noun":
        near = range(max(clause.first, trigger.first - 3), trigger.first)
        if any(context.lower(i) in context.language.words("status", "negations") for i in near):
            return "negated"
    elif has(context, words(context, clause), "status", "negations"):
        return "negated"
    return "planned" if has(context, words(context, clause), "status", "plans") else None


def _withheld(context: Context, trigger: Trigger) -> bool:
    """Whether the words before say that there is no ground for it ("geen aanleiding om ...")."""
    before = f" {' '.join(context.lower(i) for i in range(trigger.first))} "
    return any(f" {words} " in before for words in context.language.words("status", "withheld"))


def _evidence(
    context: Context, trigger: Trigger, clause: Clause, voices: tuple[str, ...]
) -> Status:
    over = [c for c in context.clauses if c.first <= clause.first]
    hedged = any(_hedges(context, c, trigger) for c in over)
    named = any(according(context, c) is not None for c in over)
    if hedged and not named:
        return "alleged"
    if any(_alleging(context, c, clause) for c in over) or _accused(context, trigger, clause):
        return "alleged"
    return "reported" if voices or said(context, trigger) else "asserted"


def _hedges(context: Context, clause: Clause, trigger: Trigger) -> bool:
    return has(context, words(context, clause), "status", "hedges")


def _alleging(context: Context, clause: Clause, own: Clause) -> bool:
    return clause is not own and lemma_in(context, clause, "attribution", "alleging")


def _accused(context: Context, trigger: Trigger, clause: Clause) -> bool:
    """Whether the trigger noun is what somebody is accused of in its clause."""
    return trigger.frame.pos == "noun" and any(
        context.listed(i, "status", "accusing") and not context.listed(i, "names", "persons")
        for i in range(clause.first, trigger.first)
    )


def _asked(context: Context, trigger: Trigger, clause: Clause, found: Stance) -> Stance:
    """In a question: what it presupposes is its asker's word, what it asks is no claim yet."""
    if context.section.kind != "question" or not context.sentence.text.rstrip().endswith("?"):
        return found
    if found.attributed_to or (trigger.type.nature == "state" and trigger.frame.pos == "noun"):
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
