"""What the rules make of a sentence: of whom each of its triggers speaks, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.claims.context import Context
from extract.claims.gapping import own_term, respective, shares
from extract.claims.making import Sentence, claims_of
from extract.claims.reach import agrees, all_triggers
from extract.claims.status import Stance, comparison, stance
from extract.claims.subjects import Subject, each_of, subjects
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import Claim, Rejection
from ontology import ontology


def alternatives(context: Context) -> list[list[Trigger]]:
    """The triggers, those of one type that overlap together: the first that says something counts.

    Those whose part of speech is the word's go first, then the longest.
    """
    found: list[list[Trigger]] = []
    for trigger in sorted(all_triggers(context), key=lambda t: (t.first, t.first - t.end)):
        rivals = (
            group
            for group in found
            if any(t.type is trigger.type and trigger.first < t.end for t in group)
        )
        group = next(rivals, None)
        if group is None:
            found.append([trigger])
        else:
            group.append(trigger)
    return [
        sorted(group, key=lambda t: (not agrees(context, t), t.first - t.end)) for group in found
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the rules make of triggers of one type that overlap: of whom they speak.

    ``position`` is None where the words make no claim; ``passed`` are those whom the rules found,
    taken or not.
    """

    trigger: Trigger
    readings: int
    position: Stance | None
    made: tuple[tuple[Subject, Claim], ...] = ()
    rejections: tuple[Rejection, ...] = ()
    passed: frozenset[str] = frozenset()

    @property
    def chosen(self) -> frozenset[str]:
        """Of whom the rules make claims."""
        return frozenset(subject.referent for subject, _ in self.made if subject.referent)

    @property
    def considered(self) -> frozenset[str]:
        """All whom the rules considered: of the others they know nothing."""
        return self.chosen | self.passed


def reading(sentence: Sentence, group: list[Trigger]) -> Reading:
    """The reading by the first of the triggers that says something of somebody."""
    found = None
    for trigger in group:
        here = _by(sentence, trigger, len(group))
        if here.made or here.rejections:
            return here
        found = found if found is not None and found.position is not None else here
    if found is None:
        raise ValueError("a group of triggers is never empty")
    return found


def _by(sentence: Sentence, trigger: Trigger, readings: int) -> Reading:
    context = sentence.context
    first = comparison(context, trigger) or 0
    every = subjects(context, trigger)
    position = stance(context, trigger)
    about = tuple(subject for subject in every if subject.first >= first)
    found = [] if position is None else [*_of_trigger(sentence, trigger, about, position)]
    return Reading(
        trigger=trigger,
        readings=readings,
        position=position,
        made=tuple(item for item in found if not isinstance(item, Rejection)),
        rejections=tuple(item for item in found if isinstance(item, Rejection)),
        passed=frozenset(subject.referent for subject in every if subject.referent),
    )


def _of_trigger(
    sentence: Sentence, trigger: Trigger, about: tuple[Subject, ...], position: Stance
) -> Iterator[tuple[Subject, Claim] | Rejection]:
    """What one trigger says of each of its subjects."""
    context = sentence.context
    for subject, term in _terms(context, trigger, about):
        if subject.kind == "person" and subject.referent is None:
            yield _unresolved(context, subject, trigger)
        elif not (
            _judges(context, trigger, subject.reference) or _calls(trigger, subject.reference)
        ):
            for claim in claims_of(sentence, trigger, subject, position, term):
                yield subject, claim


def _terms(
    context: Context, trigger: Trigger, about: tuple[Subject, ...]
) -> Iterator[tuple[Subject, str | None]]:
    """The subjects, each with a term of its own where the sentence deals out several."""
    dealt = shares(context, trigger) if about else ()
    elsewhere = {ref.first for share in dealt for ref in share.people}
    mine = [subject for subject in about if subject.first not in elsewhere]
    if not mine:
        return
    each = respective(context, trigger, [s.referent or "" for s in mine])
    first = own_term(context, trigger) if dealt else None
    own = str(first.value) if first is not None else None
    yield from ((subject, each.get(subject.referent or "", own)) for subject in mine)
    for share in dealt:
        for ref in share.people:
            for subject in each_of(ref):
                yield replace(subject, function=mine[0].function), share.duration


def _judges(context: Context, trigger: Trigger, ref: Reference | None) -> bool:
    """Whether it is a judge who does it to others: "Judge X upheld the detention"."""
    if ref is None or ref.form != "name" or ref.end > trigger.first:
        return False
    does = trigger.frame.pos in ("verb", "adjective")
    judged = ontology().says(trigger.type.name, "judgment") and does
    acts = not any(t.dep == "nsubj:pass" for t in context.sentence.tokens[ref.first : ref.end])
    titled = any(context.listed(i, "places", "courts") for i in range(ref.begin, ref.first))
    genitive = context.lower(ref.end) in ("'s", "’s")
    return titled and acts and not genitive and (judged or trigger.frame.pos != "verb")


def _calls(trigger: Trigger, ref: Reference | None) -> bool:
    """Whether the verb's form is but the noun by which they are called: "the ACCUSED were kept"."""
    if ref is None or ref.form == "name" or trigger.frame.pos != "verb":
        return False
    return ref.first < trigger.first and trigger.end == ref.end


def _unresolved(context: Context, subject: Subject, trigger: Trigger) -> Rejection:
    text = context.sentence.span(subject.first, subject.end)
    start, end = context.sentence.stored(subject.first, subject.end)
    why = subject.reference.reason if subject.reference else ""
    return Rejection(
        document=context.document.name,
        stage="claims",
        reason=f"{trigger.type.name}: nobody is meant for certain by {text!r}: {why or 'unnamed'}",
        start=start,
        end=end,
    )
