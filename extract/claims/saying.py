"""Verbs of saying and denying, and what they are about: a content clause or an infinitive."""

from __future__ import annotations

from extract.claims.clauses import Clause, base, clause_at, clauses_over
from extract.claims.context import Context
from extract.claims.lookup import lemma_in, words
from extract.claims.reach import head
from extract.claims.scope import completes, passive
from extract.claims.triggers import Trigger


def said(context: Context, trigger: Trigger) -> bool:
    """Whether somebody else than the writer says it, named or not ("it is reported that")."""
    own = clause_at(context.clauses, trigger.first)
    over = [c for c in clauses_over(context.clauses, own) if c is not own]
    first_person = context.language.words("pronouns", "speaker")
    return any(says(context, c) and first_person.isdisjoint(words(context, c)) for c in over)


def told(context: Context, trigger: Trigger) -> bool:
    """Whether the subject of its clause tells it: "X says to have been beaten"."""
    clause = clause_at(context.clauses, trigger.first)
    verb = saying_verb(context, clause)
    return verb is not None and verb < trigger.first and infinitive(context, trigger)


def infinitive(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger is, or goes with, an infinitive with its marker: "te zijn gemarteld"."""
    if trigger.frame.pos != "verb" and not trigger.frame.requires:
        return False
    clause = clause_at(context.clauses, trigger.first)
    near = range(max(clause.first, trigger.first - 4), min(clause.end - 1, trigger.end + 1))
    tokens = context.sentence.tokens
    marks = context.forms["clauses", "infinitive_markers"]
    marks = tuple(i for i in marks if tokens[i].pos != "ADV")  # "TE laat behandeld"
    return any(i in near and not tokens[i + 1].capital for i in marks)


def says(context: Context, clause: Clause) -> bool:
    """Whether it is a clause of saying or denying whose content clause follows."""
    return _opens_content(context, clause) and saying_verb(context, clause) is not None


def saying_verb(context: Context, clause: Clause) -> int | None:
    """The verb of saying or denying in the clause."""
    lists = (("attribution", "reporting"), ("attribution", "alleging"), ("status", "deniers"))
    found = (i for path in lists for i in context.bases[path] if clause.holds(i))
    return min(found, default=None)


def _opens_content(context: Context, clause: Clause) -> bool:
    """Whether the next clause begins with "that"."""
    after = next((c for c in context.clauses if c.first == clause.end), None)
    return after is not None and after.opener in context.language.words("clauses", "saying_openers")


def denied(context: Context, trigger: Trigger) -> bool:
    """Whether somebody denies what the trigger says, in its clause or in the one over it."""
    if context.tree is not None:
        verb = completes(context, trigger, "status", "deniers")
        return verb is not None and not refused(context, trigger)
    own = clause_at(context.clauses, trigger.first)
    first = base(context.clauses, own).first
    over = [c for c in context.clauses if c.end == first and _opens_content(context, c)]
    return denied_in(context, own, trigger) or any(
        lemma_in(context, c, "status", "deniers") for c in over
    )


def refused(context: Context, trigger: Trigger) -> bool:
    """Whether somebody refuses it: "refused to release her", "was denied a visit"."""
    if completes(context, trigger, "status", "refusing") is not None:
        return True
    verb = completes(context, trigger, "status", "deniers")
    if verb is None:
        return False
    if trigger.frame.pos != "verb" and passive(context, verb):
        return True
    return trigger.type.custody == "ends" and _judged(context, trigger, verb)


def _judged(context: Context, trigger: Trigger, verb: int) -> bool:
    """Whether what ends custody is not denied but refused: by a court, or where it was asked for.

    "The JUDGE denied him bail", "rejected a MOTION to release him".
    """
    tree = context.tree
    if tree is None:
        return False
    judges = any(context.listed(i, "places", "courts") for i in tree.subjects(verb))
    above = tree.head(head(tree, trigger))
    asked = above is not None and above != verb and tree.tokens[above].pos == "NOUN"
    return judges or asked


def denied_in(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether the clause has a verb of denying that is not the trigger itself."""
    return any(
        clause.holds(i) and not trigger.first <= i < trigger.end
        for i in context.bases["status", "deniers"]
    )
