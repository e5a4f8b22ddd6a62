"""Grammatical functions round a trigger: who is its object, whom its "of" names.

A frame of the ontology says in which function its subject stands; each function is one rule.
``object`` is the deep object: what the passive makes its subject (UD obj and nsubj:pass).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extract.claims.context import Context
from extract.claims.functions import described, embedded, nominal, owners, parsed, verbal
from extract.claims.functions.companions import with_companions
from extract.claims.functions.groups import Group
from extract.claims.triggers import Trigger

FUNCTIONS: Mapping[str, Callable[[Context, Trigger], Group]] = {
    "alone": nominal.alone,
    "apposition": described.described,
    "case-of": nominal.case_of,
    "cause-subject": verbal.cause_subject,
    "equated": embedded.equated,
    "exhorted": embedded.exhorted,
    "content-subject": parsed.content_subject,
    "freed": nominal.freed,
    "headline-unnamed": verbal.headline_unnamed,
    "object": verbal.object_,
    "of": nominal.of,
    "person-before": nominal.person_before,
    "possessor": nominal.possessor,
    "predicative": parsed.predicative,
    "prosecuted": embedded.prosecuted,
    "said-of": described.said_of,
    "sought": embedded.sought,
    "speaker": nominal.speaker,
    "subject": verbal.subject,
}

PARSED: Mapping[str, Callable[[Context, Trigger], Group | None]] = {
    "object": parsed.object_,
    "of": owners.of,
    "subject": parsed.subject,
}
"""The functions that a dependency tree gives, where there is one; asked first."""


_DONE = frozenset({"object", "sought", "subject"})


def _has_subject(context: Context, trigger: Trigger) -> bool:
    """Whether a phrase without an object is of its verb's subject: "X spent months IN JAIL"."""
    phrase = trigger.frame.pos == "phrase" and "subject" in trigger.frame.subject
    return phrase and bool(parsed.subject(context, trigger))


def fillers(context: Context, trigger: Trigger, function: str) -> Group:
    """The references to persons that stand in that function of the trigger; none, if unclear.

    ``prep:x`` is the object of preposition x. Raises KeyError for a function without a rule.
    """
    if function.startswith("prep:"):
        return nominal.by_preposition(context, trigger, function.removeprefix("prep:"))
    by_tree = PARSED.get(function)
    found = by_tree(context, trigger) if by_tree else None
    if function == "object" and found is None and _has_subject(context, trigger):
        found = ()
    found = FUNCTIONS[function](context, trigger) if found is None else found
    return with_companions(context, trigger, found) if function in _DONE else found
