"""Subjects that stand in an earlier sentence: "this ruling", a case whose owner was just named."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from ontology import ontology

_NEAR = 160  # letters between a sentence and the one that it answers


def last_judged(context: Context, trigger: Trigger) -> str | None:
    """The subject of the last judgment spoken of, where the sentence refers back to one."""
    if not _refers_back(context):
        return None
    judged = [claim for claim in context.said if ontology().says(claim.type, "judgment")]
    return judged[-1].subject.referent if judged else None


def last_person(context: Context, trigger: Trigger) -> str | None:
    """Whose entry it is, else the one person whom the last sentence that names any names."""
    if context.annotated.entry is not None:
        return context.annotated.entry
    recent = context.annotated.recent
    return recent[0] if len(recent) == 1 else None


def last_same(context: Context, trigger: Trigger) -> str | None:
    """The subject of the last claim of the same type in the section."""
    same = [claim for claim in context.said if claim.type == trigger.type.name]
    return same[-1].subject.referent if same else None


def last_alleged(context: Context, trigger: Trigger) -> str | None:
    """Of whom the sentence before said that it was so, by somebody's word: "denied the ALLEGATION".

    None where several are meant, or more than a sentence stands between.
    """
    start = context.sentence.stored(0, 1)[0]
    near = [
        claim
        for claim in context.said
        if claim.type == trigger.type.name
        and claim.status in ("alleged", "reported")
        and 0 <= start - claim.quote.end <= _NEAR
    ]
    people = {claim.subject.referent for claim in near}
    return people.pop() if len(people) == 1 else None


def last_date(context: Context, referent: str) -> str | None:
    """The last date given for a referent in the section."""
    dated = [c.date for c in context.said if c.subject.referent == referent and c.date]
    return dated[-1] if dated else None


def _refers_back(context: Context) -> bool:
    """Whether "this ruling", "the verdict" stands in the sentence."""
    anaphors = context.language.words("clauses", "anaphors")
    return any(
        context.lower(i) in anaphors and context.listed(i + 1, "clauses", "judgments")
        for i in range(len(context.sentence.tokens) - 1)
    )
