"""How firmly a claim is made: negation, hedges, plans and questions over its words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from extract.claims.attribution import according, cited_voice, voices_over
from extract.claims.charged import charging
from extract.claims.clauses import Clause, clause_at, clauses_over
from extract.claims.context import Context
from extract.claims.doubts import refuted
from extract.claims.gerunds import done, spoken_of
from extract.claims.mood import unstated
from extract.claims.quotations import said_beside
from extract.claims.reach import head
from extract.claims.saying import denied, refused, said, told
from extract.claims.scope import bears, completes, in_clause
from extract.claims.triggers import Trigger
from extract.claims.voices import sayings
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
        return _presupposed(context)
    if unstated(context, trigger) or (
        _answers(trigger)
        and any(_negates(context, i) for i in context.forms["status", "negations"])
    ):
        return None
    if (verb := spoken_of(context, trigger)) is not None:
        return _presupposed(context) if done(context, verb) else None
    voices = tuple(dict.fromkeys([*voices_over(context, trigger), *cited_voice(context)]))
    if not voices:
        voices = said_beside(context, trigger)
    if context.quotation.whole and not voices:
        voices = context.quotation.speakers
    status = _polarity(context, clause, trigger) or _evidence(context, trigger, clause, voices)
    return _asked(context, trigger, clause, Stance(status=status, attributed_to=voices))


def _presupposed(context: Context) -> Stance:
    """Of what the words take for granted: the word of whoever wrote them."""
    voices = cited_voice(context)
    return Stance(status="reported" if voices else "asserted", attributed_to=voices)


def _polarity(context: Context, clause: Clause, trigger: Trigger) -> Status | None:
    if _answers(trigger):
        return "denied"
    if _withheld(context, trigger) or refused(context, trigger):
        return "negated"
    if denied(context, trigger):
        return "denied"
    if refuted(context, trigger) or _negated(context, clause, trigger):
        return "negated"
    planned = _says(context, clause, trigger, "plans") or _scheduled(context, trigger)
    planned = planned or completes(context, trigger, "status", "planning") is not None
    return "planned" if planned else None


def _answers(trigger: Trigger) -> bool:
    """Whether it is the word for what was just told, of which a denial speaks."""
    return "last-alleged" in trigger.frame.subject


def _scheduled(context: Context, trigger: Trigger) -> bool:
    """Whether a verb in the present says of a noun that it is planned: "the case is DUE"."""
    tree = context.tree
    if tree is None or trigger.frame.pos != "noun":
        return False
    at = head(tree, trigger)
    verb = tree.head(at)
    if verb is None or not tree.tokens[at].dep.startswith("nsubj"):
        return False
    said = (verb, *tree.dependents(verb, "aux", "cop"))
    if any("Tense=Past" in tree.tokens[i].morph for i in said if i != verb):
        return False
    own = {verb, *tree.dependents(verb, "xcomp")}
    return bool(own & set(context.forms["status", "plans"]))


def _negated(context: Context, clause: Clause, trigger: Trigger) -> bool:
    if _negative(context, trigger) or _taken(context, trigger):
        return False
    if context.tree is not None:
        return any(
            _negates(context, i) and (bears(context, trigger, i) or in_clause(context, trigger, i))
            for i in context.forms["status", "negations"]
        )
    noun = trigger.frame.pos == "noun"
    first = max(clause.first, trigger.first - 3) if noun else clause.first
    return any(_negates(context, i) for i in range(first, trigger.first if noun else clause.end))


def _negative(context: Context, trigger: Trigger) -> bool:
    """Whether the frame itself is worded by a negation: "may not leave the country".

    Not so where it settles that something is false: that is the negation, and no wording.
    """
    if False in trigger.frame.args.values():
        return False
    own = {token.lower for token in context.sentence.tokens[trigger.first : trigger.end]}
    words = {token.lower for token in context.sentence.tokens}
    phrases = (set(phrase.split()) for phrase in trigger.frame.requires)
    worded = own.union(*(phrase for phrase in phrases if phrase <= words))
    return not worded.isdisjoint(context.language.words("status", "negations"))


def _taken(context: Context, trigger: Trigger) -> bool:
    """Whether a verb takes for granted what the noun says: "did not ACCEPT the charges"."""
    tree = context.tree
    verb = completes(context, trigger, "status", "attitudes")
    if tree is None or verb is None or trigger.frame.pos != "noun":
        return False
    marks = context.language.words("people", "definite") | context.language.words(
        "pronouns", "possessive"
    )
    noun = head(tree, trigger)
    return any(tree.tokens[i].lower in marks for i in tree.dependents(noun, "det", "nmod"))


def _says(context: Context, clause: Clause, trigger: Trigger, name: str) -> bool:
    """Whether a word or phrase of that list bears on the trigger: a hedge, a plan."""
    for i in context.forms["status", name]:
        inside = context.tree is not None or clause.holds(i)
        if inside and not _apart(context, trigger, i) and bears(context, trigger, i, shared=True):
            return True
    phrases = [phrase for phrase in context.phrases["status", name] if " " in phrase]
    return _among(context, phrases, clause.first, clause.end)


def _apart(context: Context, trigger: Trigger, i: int) -> bool:
    """Whether the word opens a cause, or is a verb beside the trigger's: "held and DUE ..."."""
    token = context.sentence.tokens[i]
    beside = token.pos == "VERB" and token.dep.startswith("conj") and i > trigger.first
    return beside or _causes(context, i)


def _causes(context: Context, i: int) -> bool:
    """Whether the word opens a cause: "due to wounds", but not "due to be heard"."""
    phrase = f"{context.lower(i)} {context.lower(i + 1)}"
    if phrase not in context.language.words("status", "causes"):
        return False
    after = context.sentence.tokens[i + 2 : i + 3]
    return not after or after[0].pos not in ("VERB", "AUX")


def _among(context: Context, phrases: Collection[str], first: int, end: int) -> bool:
    """Whether one of the phrases stands in the tokens ``[first, end)``."""
    text = f" {' '.join(context.lower(i) for i in range(first, end))} " if phrases else ""
    return any(f" {phrase} " in text for phrase in phrases)


def _negates(context: Context, i: int) -> bool:
    """Whether token ``i`` negates: "niet", but not in "niet alleen"."""
    language = context.language
    return context.lower(i) in language.words("status", "negations") and context.lower(
        i + 1
    ) not in language.words("status", "not_only")


def _withheld(context: Context, trigger: Trigger) -> bool:
    """Whether the words before say that there is no ground for it ("geen aanleiding om ...")."""
    return _among(context, context.phrases["status", "withheld"], 0, trigger.first)


def _evidence(
    context: Context, trigger: Trigger, clause: Clause, voices: tuple[str, ...]
) -> Status:
    over = clauses_over(context.clauses, clause)
    hedged = any(_says(context, c, trigger, "hedges") for c in over)
    named = any(according(context, c, trigger) is not None for c in over)
    if hedged and not named:
        return "alleged"
    if _accused(context, trigger, clause) or any(
        _alleging(context, c) for c in over if c is not clause or told(context, trigger)
    ):
        return "alleged"
    verbs = tuple(verb for verb in sayings(context, trigger) if not _own_words(context, verb))
    if any(context.listed(i, "attribution", "alleging") for i in verbs):
        return "alleged"
    told_of = context.tree is None and said(context, trigger)
    quoted = context.quotation.whole
    return "reported" if voices or verbs or told_of or quoted else "asserted"


def _own_words(context: Context, verb: int) -> bool:
    """Whether the writer says it: "I can confirm that"."""
    tree, first_person = context.tree, context.language.words("pronouns", "speaker")
    return tree is not None and any(context.lower(i) in first_person for i in tree.subjects(verb))


def _alleging(context: Context, clause: Clause) -> bool:
    lists = (("attribution", "alleging"), ("attribution", "allegations"), ("status", "accusing"))
    return any(
        clause.holds(i) and not context.listed(i, "names", "persons")
        for path in lists
        for i in context.bases[path]
    )


def _accused(context: Context, trigger: Trigger, clause: Clause) -> bool:
    """Whether the trigger is what somebody is accused of, or convicted for, in its clause."""
    if charging(context, trigger):
        return True
    at = context.governor(trigger.first)
    grounds = at is not None and context.lower(at) in context.language.words("status", "grounds")
    lists = ["accusing", "prosecuting"] if grounds else ["accusing"]
    return trigger.frame.pos == "noun" and any(
        clause.first <= i < trigger.first and not context.listed(i, "names", "persons")
        for name in lists
        for i in context.bases["status", name]
    )


def _asked(context: Context, trigger: Trigger, clause: Clause, found: Stance) -> Stance:
    """In a question: what it presupposes is its asker's word, what it asks is no claim yet."""
    if not _question(context):
        return found
    if found.attributed_to or (trigger.type.nature == "state" and trigger.frame.pos == "noun"):
        return found
    if comparison(context, trigger) is not None:
        return Stance(status=found.status)
    presupposed = clause.opener in context.language.words("pronouns", "relative") or _factive(
        context, clause
    )
    if not presupposed and trigger.frame.pos != "noun":
        return Stance(status="asked", attributed_to=_asker(context))
    if _factive(context, clause) and context.confirmed:
        return Stance(status=found.status)
    return Stance(status="reported", attributed_to=_asker(context))


def comparison(context: Context, trigger: Trigger) -> int | None:
    """Where, in a question, the likeness begins that tells of the trigger; None where none does.

    "Are sanctions considered against X, AS WERE IMPOSED in the case of Y?" tells of Y's alone.
    """
    if not _question(context):
        return None
    verbs = (
        i
        for i in range(trigger.end, len(context.sentence.tokens))
        if trigger.frame.pos == "noun"
        and not context.sentence.tokens[i].lemmas.isdisjoint(trigger.frame.requires)
    )
    told = next(verbs, trigger.first)
    marks = [i for i in range(told) if context.lower(i) == ","]
    first = marks[-1] + 1 if marks else told
    return first if first in context.forms["status", "comparisons"] else None


def _question(context: Context) -> bool:
    return context.sentence.text.rstrip(" »”’\"')]").endswith("?")


def _asker(context: Context) -> tuple[str, ...]:
    return (context.section.voice,) if context.section.voice else ()


def _factive(context: Context, clause: Clause) -> bool:
    return any(i < clause.first for i in context.forms["attribution", "presupposing"])
