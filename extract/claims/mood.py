"""What keeps a clause from saying that something is so: conditions, wishes, doubts, questions."""

from __future__ import annotations

from extract.claims.clauses import Clause, clause_at
from extract.claims.context import Context
from extract.claims.doubts import doubted, in_question
from extract.claims.modality import possible
from extract.claims.reach import head
from extract.claims.scope import completes
from extract.claims.triggers import Trigger
from extract.claims.wishes import asked_for, ordered, requested, wished
from ontology import ontology


def unstated(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger's clause does not say that what it speaks of is, or is not, so."""
    clause = clause_at(context.clauses, trigger.first)
    if ontology().says(trigger.type.name, "spoken"):  # a call is made, whether or not it is heard
        return _conditional(context, clause, trigger)
    return (
        _conditional(context, clause, trigger)
        or _deferred(context, trigger)
        or ordered(context, trigger)
        or doubted(context, clause)
        or asked_for(context, trigger)
        or requested(context, trigger)
        or _instead(context, trigger)
        or _opposed(context, trigger)
        or (
            (trigger.frame.pos == "verb" or bool(trigger.frame.requires))
            and (
                possible(context, clause, trigger)
                or clause.opener in context.language.words("status", "whether")
                or in_question(context, trigger)
                or wished(context, clause, trigger)
            )
        )
    )


def _deferred(context: Context, trigger: Trigger) -> bool:
    """Whether what would begin or end custody is put off: "his release was postponed"."""
    custody = trigger.type.custody != "none" and trigger.frame.pos == "noun"
    return custody and completes(context, trigger, "status", "deferring") is not None


def _instead(context: Context, trigger: Trigger) -> bool:
    """Whether something else is done: "INSTEAD OF being released"."""
    near = " ".join(context.lower(i) for i in range(max(0, trigger.first - 6), trigger.first))
    near = f" {near.rpartition(',')[2].strip()} "
    return any(f" {phrase} " in near for phrase in context.phrases["status", "instead"])


def _opposed(context: Context, trigger: Trigger) -> bool:
    """Whether it is what somebody is against in general: "fought AGAINST torture"."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "verb":
        return False
    noun = head(tree, trigger)
    case = tree.case(noun)
    against = case is not None and tree.tokens[case].lower in context.language.words(
        "status", "opposing"
    )
    owning = context.language.words("clauses", "case_of")
    links = (tree.case(i) for i in tree.dependents(noun, "nmod"))
    owned = any(case is not None and tree.tokens[case].lower in owning for case in links)
    return against and not owned and not tree.has(noun, "det", "nmod:poss")


def _conditional(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether the clause, or the sentence before its first comma, begins with "if"."""
    words = context.language.words("status", "conditionals")
    before = range(clause.first, trigger.first)
    past = context.language.words("status", "permitted")  # "Gisteren mocht hij naar huis"
    inner = (i for i in before if _subject_follows(context, i) and context.lower(i) not in past)
    opens = {0, clause.first, *inner}
    return any(context.lower(i) in words and not _begins_cause(context, i) for i in opens)


def _subject_follows(context: Context, i: int) -> bool:
    """Whether a pronoun that can only be a subject follows: "als hij", not "als leider"."""
    return context.lower(i + 1) in context.language.words("pronouns", "subject")


def _begins_cause(context: Context, i: int) -> bool:
    """Whether a phrase of cause begins here: "als gevolg van" is no condition."""
    phrase = " ".join(context.lower(j) for j in range(i, i + 3))
    return phrase in context.language.words("clauses", "causes")
