"""Who else may be meant: people of whom a trigger may speak though no rule of its frame finds them.

Rules name the subject where grammar and discourse leave no doubt. The others are weighed: by what
was learnt of where subjects stand (:mod:`extract.confidence`), one may be likely enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.claims.context import Context
from extract.claims.subjects import Subject
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import Claim, Mention, Quote

_TOLD = 2  # people of whom most was said, who may be meant where nobody is named


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidate:
    """Somebody of whom the trigger may speak.

    ``chosen`` says that the rules chose them, ``rivals`` how many others they chose for this
    trigger, ``picked`` and ``elsewhere`` for how many other triggers of the sentence they chose
    this one and anybody else; ``readings`` is how many frames read these words.
    """

    trigger: Trigger
    subject: Subject
    chosen: bool
    rivals: int = 0
    picked: int = 0
    elsewhere: int = 0
    readings: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A candidate with what was weighed, to learn from: ``claim`` is None where none was made.

    ``type`` is the claim type, ``subject`` the words that stand for its subject, ``names`` all
    that the document calls them.
    """

    type: str
    subject: Mention
    names: tuple[str, ...]
    quote: Quote
    features: Mapping[str, float]
    claim: Claim | None = None


def candidates(context: Context, trigger: Trigger, chosen: frozenset[str]) -> Iterator[Subject]:
    """The people of the sentence, and those told of before, of whom the trigger may speak.

    Those in ``chosen`` are left out: the rules have spoken of them. A pronoun that fits several
    stands for nobody: that is no matter of likelihood.
    """
    if "person" not in trigger.type.subject_kinds:
        return
    seen = set(chosen)
    for ref in _nearest_first(context, trigger):
        for key in ref.stands_for:
            if key not in seen:
                seen.add(key)
                yield Subject(
                    first=ref.first, end=ref.end, kind="person", referent=key, reference=ref
                )
    people = [ref for ref in context.references if ref.kind == "person"]
    if chosen or not all(ref.stands_for for ref in people):
        return  # somebody is spoken of, and it is not clear who
    for key in _told(context):
        if key not in seen:
            seen.add(key)
            first, end = trigger.first, trigger.end
            yield Subject(first=first, end=end, kind="person", referent=key)


def _nearest_first(context: Context, trigger: Trigger) -> list[Reference]:
    people = [ref for ref in context.references if ref.kind == "person"]
    return sorted(people, key=lambda ref: (abs(ref.first - trigger.first), ref.first))


def _told(context: Context) -> Iterator[str]:
    """The people spoken of last, and those of whom most was said."""
    if context.annotated.entry is not None:
        yield context.annotated.entry
    yield from context.annotated.recent
    counts: dict[str, int] = {}
    for claim in context.said:
        if claim.subject.referent.startswith("person:"):
            counts[claim.subject.referent] = counts.get(claim.subject.referent, 0) + 1
    yield from sorted(counts, key=lambda key: -counts[key])[:_TOLD]
