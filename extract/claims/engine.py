"""Claims of a sentence: each trigger, its subjects, arguments, date, status and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from extract.claims.arguments import Args, arguments
from extract.claims.context import Context
from extract.claims.dating import date_of, same_time
from extract.claims.discourse import last_date
from extract.claims.gapping import own_term, respective, shares
from extract.claims.reach import agrees, all_triggers, past
from extract.claims.status import Stance, comparison, stance
from extract.claims.subjects import Subject, each_of, subjects
from extract.claims.triggers import Trigger
from extract.confidence import confidence
from extract.confidence.signs import signs
from extract.mentions.references import Reference
from extract.mentions.referents import Directory, phrase_key
from extract.values import Claim, Mention, Quote, Rejection, Source
from ontology import ontology


def claims(context: Context, directory: Directory, extractor: str) -> Iterator[Claim | Rejection]:
    """The sentence's claims in the order of their triggers, and what was dropped and why."""
    quote = _quote(context)
    made: list[Claim] = []
    for alternatives in _alternatives(context):
        for trigger in alternatives:
            found = tuple(_of_trigger(context, trigger, quote, directory))
            for item in found:
                if isinstance(item, Rejection):
                    yield item
                elif not _repeats(item, made):
                    made = [other for other in made if not _repeats(other, [item])]
                    made.append(replace(item, extractor=extractor))
            if found:
                break
    yield from _narrowed(made)


def _narrowed(made: list[Claim]) -> Iterator[Claim]:
    """The claims without those that another of the sentence says more narrowly of the same one."""
    for claim in made:
        narrower = (
            other
            for other in made
            if ontology().types[other.type].narrows == claim.type
            and other.subject.referent == claim.subject.referent
        )
        if next(narrower, None) is None:
            yield claim


def _of_trigger(
    context: Context, trigger: Trigger, quote: Quote, directory: Directory
) -> Iterator[Claim | Rejection]:
    """What one trigger says of each of its subjects."""
    first = comparison(context, trigger) or 0
    about = tuple(subject for subject in subjects(context, trigger) if subject.first >= first)
    position = stance(context, trigger) if about else None
    if position is None:
        return
    for subject, term in _terms(context, trigger, about):
        if subject.kind == "person" and subject.referent is None:
            yield _unresolved(context, subject, trigger)
            continue
        if _judges(context, trigger, subject.reference) or _calls(trigger, subject.reference):
            continue
        for args in arguments(context, trigger, subject.reference):
            args = args if term is None else _with_term(trigger, args, term)
            claim = _claim(context, trigger, subject, args, position, quote, directory)
            claim = _dated(context, trigger, claim)
            yield _weighed(claim, trigger, signs(context, trigger, subject, claim))


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


def _with_term(trigger: Trigger, args: Args, term: str) -> Args:
    """The arguments with another duration; without one where it is ""."""
    role = next(role.name for role in trigger.type.roles if role.range == "duration")
    others = tuple(item for item in args if item[0] != role)
    return tuple(sorted((*others, (role, term)))) if term else others


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


def _weighed(claim: Claim, trigger: Trigger, found: tuple[str, ...]) -> Claim:
    return replace(claim, signs=found, confidence=confidence(found, trigger.type.parent))


def _alternatives(context: Context) -> list[list[Trigger]]:
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


def _claim(
    context: Context,
    trigger: Trigger,
    subject: Subject,
    args: Args,
    position: Stance,
    quote: Quote,
    directory: Directory,
) -> Claim:
    text = context.sentence.span(subject.first, subject.end)
    key = subject.referent or phrase_key(text, subject.kind)
    start, end = context.sentence.stored(subject.first, subject.end)
    position = _voiced(trigger, args, position)
    spoken = tuple(_spoken(name, directory) for name in position.attributed_to)
    args = _with_speaker(trigger, args, spoken)
    cites = _cites(context, trigger, subject)
    if not cites and not context.cites and not ontology().says(trigger.type.name, "standing"):
        cites = context.later
    return Claim(
        document=context.document.id,
        language=context.language.tag,
        type=trigger.type.name,
        subject=Mention(text=text, start=start, end=end, referent=key),
        status=position.status,
        quote=quote,
        section=context.section.id,
        date=None if position.status == "asked" else date_of(context, trigger, cites),
        attributed_to=spoken,
        cites=cites,
        args=args,
    )


def _with_speaker(trigger: Trigger, args: Args, spoken: tuple[str, ...]) -> Args:
    """The arguments of an act of speech, done by who says it where nobody else is named."""
    kind = trigger.type
    if not ontology().says(kind.name, "spoken") or kind.role("agent") is None or not spoken:
        return args
    return args if "agent" in dict(args) else tuple(sorted((*args, ("agent", spoken[0]))))


def _voiced(trigger: Trigger, args: Args, position: Stance) -> Stance:
    """The stance, reported where one of the arguments is who says it."""
    name = dict(args).get(trigger.frame.voice)
    if not isinstance(name, str) or position.status not in ("asserted", "reported"):
        return position
    return Stance(status="reported", attributed_to=(name, *position.attributed_to))


def _spoken(name: str, directory: Directory) -> str:
    return directory.label(name[1:]) if name.startswith("@") else name


def _dated(context: Context, trigger: Trigger, claim: Claim) -> Claim:
    if claim.date is None and same_time(context, trigger):
        date = last_date(context, claim.subject.referent)
        then = same_time(context, trigger, "at_the_time") and not _standing(claim.type)
        return replace(claim, date=(context.anchor if then else None) or date)
    if claim.status in ("asserted", "reported") and _to_come(context, claim.date):
        outcome = dict(claim.args).get("outcome")
        if outcome == "postponed":
            return claim  # the day is the new one of what was put off
        if outcome == "scheduled":
            return replace(claim, status="planned")
        if past(context, trigger):
            return replace(claim, date=None)  # what was done is not of a day to come
        return replace(claim, status="planned")
    return claim


def _standing(name: str) -> bool:
    return ontology().says(name, "standing")


def _to_come(context: Context, date: str | None) -> bool:
    """Whether the date begins after the words were written: nobody reports what is to come."""
    written = context.title_of.date if context.title_of else context.document.metadata.date
    begins = (date or "").partition("/")[0]
    if not written or not begins[:1].isdecimal():
        return False
    shared = min(len(begins), len(written))
    return begins[:shared] > written[:shared]


def _cites(context: Context, trigger: Trigger, subject: Subject) -> tuple[Source, ...]:
    """The footnotes bound to the claim: those after its trigger, or right after its subject.

    A marker glued to a name is that person's alone.
    """
    if context.title_of is not None:
        return (context.title_of,)
    if "apposition" in trigger.frame.subject and context.section.kind != "footnote":
        return ()  # the footnote is for what the sentence says, not for what it takes as known
    at = context.sentence.stored(trigger.first, trigger.end)[0]
    glued = {
        stored: ref
        for stored, _ in context.cites
        for ref in context.references
        if ref.form == "name" and context.sentence.stored(ref.first, ref.end)[1] == stored
    }
    last = context.sentence.stored(0, len(context.sentence.tokens))[1]
    return tuple(
        source
        for stored, source in context.cites
        if _bound(stored, glued.get(stored), subject, at, last)
    )


def _bound(stored: int, glued: object, subject: Subject, trigger: int, last: int) -> bool:
    ref = getattr(glued, "referent", None)
    if ref is not None and stored < last - 1:
        return bool(ref == subject.referent)
    return stored > trigger or stored >= last - 1


def _quote(context: Context) -> Quote:
    start, end = context.sentence.stored(0, len(context.sentence.tokens))
    return context.document.quote(start, end)


def _repeats(claim: Claim, made: list[Claim]) -> bool:
    """Whether the sentence has made this claim already, by another of its words."""
    return any(
        other.type == claim.type
        and other.subject.referent == claim.subject.referent
        and (other.args == claim.args or not set(dict(claim.args)) - set(dict(other.args)))
        and _same_args(claim, other)
        for other in made
    )


def _same_args(a: Claim, b: Claim) -> bool:
    mine: Mapping[str, object] = dict(a.args)
    theirs: Mapping[str, object] = dict(b.args)
    return all(_agree(a.type, key, value, theirs.get(key, value)) for key, value in mine.items())


def _agree(claim_type: str, role: str, one: object, other: object) -> bool:
    """Whether two fillers are one: equal, or the same complaint in more or fewer words."""
    kind = ontology().types[claim_type]
    known = kind.role(role)
    held = kind.nature == "state" or (ontology().says(claim_type, "spoken") and role == "agent")
    if one == other or not held or known is None or known.range != "text":
        return one == other
    a, b = str(one).lower(), str(other).lower()
    return a in b or b in a


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
