"""A claim made: of a trigger, its subject and arguments, with date, speakers and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.claims.arguments import Args, arguments
from extract.claims.context import Context
from extract.claims.dating import date_of, same_time
from extract.claims.discourse import last_date
from extract.claims.reach import past, reached
from extract.claims.status import Stance
from extract.claims.subjects import Subject
from extract.claims.triggers import Trigger
from extract.mentions.referents import Directory, phrase_key
from extract.values import Claim, Mention, Quote, Source, Status
from ontology import ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and what all its claims share."""

    context: Context
    directory: Directory
    extractor: str
    quote: Quote


def claims_of(
    sentence: Sentence,
    trigger: Trigger,
    subject: Subject,
    position: Stance,
    term: str | None = None,
) -> Iterator[Claim]:
    """The claims that the trigger makes of the subject, one for each set of arguments."""
    context = sentence.context
    for args in arguments(context, trigger, subject.reference):
        args = args if term is None else _with_term(trigger, args, term)
        claim = _claim(sentence, trigger, subject, args, position)
        yield _dated(context, trigger, claim)


def _with_term(trigger: Trigger, args: Args, term: str) -> Args:
    """The arguments with another duration; without one where it is ""."""
    role = next(role.name for role in trigger.type.roles if role.range == "duration")
    others = tuple(item for item in args if item[0] != role)
    return tuple(sorted((*others, (role, term)))) if term else others


def _claim(
    sentence: Sentence, trigger: Trigger, subject: Subject, args: Args, position: Stance
) -> Claim:
    context = sentence.context
    position = _voiced(trigger, args, position)
    spoken = tuple(_spoken(name, sentence.directory) for name in position.attributed_to)
    args = _with_speaker(trigger, args, spoken)
    cites = _cites(context, trigger, subject)
    if not cites and not context.cites and not ontology().says(trigger.type.name, "standing"):
        cites = context.later
    return Claim(
        document=context.document.id,
        language=context.language.tag,
        type=trigger.type.name,
        subject=mention_of(context, subject),
        status=position.status,
        quote=sentence.quote,
        section=context.section.id,
        date=None if position.status == "asked" else date_of(context, trigger, cites),
        attributed_to=spoken,
        cites=cites,
        args=args,
    )


def mention_of(context: Context, subject: Subject) -> Mention:
    """The words that stand for the subject, and whom they stand for."""
    text = context.sentence.span(subject.first, subject.end)
    start, end = context.sentence.stored(subject.first, subject.end)
    key = subject.referent or phrase_key(text, subject.kind)
    return Mention(text=text, start=start, end=end, referent=key)


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
    claim = _not_before(context, trigger, claim)
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


def _not_before(context: Context, trigger: Trigger, claim: Claim) -> Claim:
    """The claim of what happened at last: "was not freed UNTIL 3 May" tells that she was freed."""
    if claim.status != "negated" or trigger.type.nature != "event":
        return claim
    words = context.language.words("dating", "not_before")
    for span in reached(context, trigger, context.dates):
        last, pair = context.lower(span.first - 1), context.lower(span.first - 2)
        if {last, f"{pair} {last}"} & words:
            said: Status = "reported" if claim.attributed_to else "asserted"
            status = said if past(context, trigger) else "planned"
            return replace(claim, status=status, date=span.value.removeprefix("../"))
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
