"""Whom or what a claim is about: persons by reference, other kinds by name or noun phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.claims import functions
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Tokens ``[first, end)`` that stand for the claim's subject.

    ``referent`` is the key of a known referent, or None for a noun phrase that is its own name.
    """

    first: int
    end: int
    kind: Kind
    referent: str | None
    reference: Reference | None = None


def subjects(context: Context, trigger: Trigger) -> tuple[Subject, ...]:
    """The subjects of the trigger's claims; none where no function of the frame is filled."""
    for function in trigger.frame.subject:
        found = tuple(_found(context, trigger, function))
        if found:
            return found
    return ()


def _found(context: Context, trigger: Trigger, function: str) -> Iterator[Subject]:
    kind, _, rest = function.partition(" ")
    if kind == "named":
        yield from _named(context, trigger, rest)
    elif kind == "phrase":
        yield from _phrase(context, trigger)
    elif "person" in trigger.type.subject_kinds:
        for ref in functions.fillers(context, trigger, function):
            yield _of(ref)


def _of(ref: Reference) -> Subject:
    return Subject(
        first=ref.first, end=ref.end, kind=ref.kind, referent=ref.referent, reference=ref
    )


def _named(context: Context, trigger: Trigger, where: str) -> Iterator[Subject]:
    """The country or organisation of the clause: the first bare one, or that after ``where``."""
    clause = clause_at(context.clauses, trigger.first)
    kinds = [kind for kind in trigger.type.subject_kinds if kind != "person"]
    for ref in context.references:
        if ref.kind not in kinds or not clause.holds(ref.first):
            continue
        at = context.governor(ref.first)
        if (context.lower(at) if at is not None else "") == where:
            yield _of(ref)
            return


def _phrase(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """The subject as a noun phrase: what stands before the finite verb, or right after it."""
    clause = clause_at(context.clauses, trigger.first)
    finite = context.language.words("clauses", "auxiliaries")
    verbs = [i for i in range(clause.first, clause.end) if context.lower(i) in finite]
    if not verbs:
        return
    start = _determined(context, clause.first, verbs[0])
    end = verbs[0]
    if start is None:
        start, end = _determined(context, verbs[0] + 1, trigger.first), trigger.first
        end = _last_preposition(context, start, end) if start is not None else end
    if start is not None and end > start + 1:
        kind = next(k for k in ("document", "group") if k in trigger.type.subject_kinds)
        yield Subject(first=start + 1, end=end, kind=kind, referent=None)


def _determined(context: Context, first: int, end: int) -> int | None:
    determiners = context.language.words("clauses", "determiners")
    prepositions = context.language.words("clauses", "prepositions")
    for i in range(first, end):
        if context.lower(i) in prepositions:
            return None
        if context.lower(i) in determiners:
            return i
    return None


def _last_preposition(context: Context, first: int, end: int) -> int:
    prepositions = context.language.words("clauses", "prepositions")
    found = [i for i in range(first, end) if context.lower(i) in prepositions]
    return found[-1] if found else end
