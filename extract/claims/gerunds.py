"""Gerunds that are what a clause speaks of: they say what was done, whatever is said of it.

"Officials believed that JAILING X was not enough": the belief is of what was enough, and X was
jailed. What would be or is so leaves it open whether it was done.
"""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.claims.voices import says

_REACH = 12


def spoken_of(context: Context, trigger: Trigger) -> int | None:
    """The finite verb of which the trigger, a gerund with its object, is the subject, or None."""
    tokens = context.sentence.tokens
    morph = tokens[trigger.first].morph
    form = "VerbForm=Ger" in morph or ("VerbForm=Part" in morph and "Tense=Pres" in morph)
    gerund = trigger.frame.pos == "verb" and form
    if context.tree is None or not gerund or not _opens(context, trigger.first):
        return None
    for i in range(trigger.end, min(trigger.end + _REACH, len(tokens))):
        if not tokens[i].word or tokens[i].pos in ("SCONJ", "PRON"):
            return None
        if "VerbForm=Fin" in tokens[i].morph:
            objects = (ref for ref in context.references if trigger.end <= ref.first < i)
            return i if any(ref.kind == "person" for ref in objects) else None
    return None


def done(context: Context, finite: int) -> bool:
    """Whether what the finite verb tells is past: "jailing X WAS a mistake"."""
    modal = context.lower(finite) in context.language.words("status", "modals")
    return "Tense=Past" in context.sentence.tokens[finite].morph and not modal


def _opens(context: Context, i: int) -> bool:
    """Whether a clause may begin here: the sentence, after "that" or after a verb of saying."""
    opener = context.lower(i - 1) in context.language.words("clauses", "saying_openers")
    return i == 0 or opener or says(context, i - 1)
