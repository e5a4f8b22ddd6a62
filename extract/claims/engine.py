"""Claims of a sentence: what its triggers say, each claim once, weighed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.claims.candidates import Weighed
from extract.claims.context import Context
from extract.claims.making import Sentence
from extract.claims.reading import alternatives, reading
from extract.claims.sharing import shared
from extract.claims.weighing import weighed
from extract.mentions.referents import Directory
from extract.values import Claim, Quote, Rejection
from ontology import ontology

_BETWEEN = 2  # characters between a sentence and the next


def claims(
    context: Context, directory: Directory, extractor: str
) -> Iterator[Claim | Rejection | Weighed]:
    """The sentence's claims in the order of their triggers, and what was dropped and why.

    Everybody of whom its words may speak is told as well, with what was weighed: to learn from.
    """
    sentence = Sentence(
        context=context, directory=directory, extractor=extractor, quote=_quote(context)
    )
    readings = [reading(sentence, group) for group in alternatives(context)]
    for one in readings:
        yield from one.rejections
    made: list[Weighed] = []
    for item in weighed(sentence, readings):
        if item.claim is None:
            yield item
        elif not _repeats(item.claim, _claims_of(made)):
            made = [other for other in made if not _repeats_of(other, item.claim)]
            made.append(item)
    told = shared(list(_narrowed(made)), _just_said(context, sentence.quote))
    yield from told
    yield from _claims_of(told)


def _just_said(context: Context, quote: Quote) -> tuple[Claim, ...]:
    """The claims of the sentence before this one."""
    return tuple(c for c in context.said if 0 <= quote.start - c.quote.end <= _BETWEEN)


def _claims_of(made: list[Weighed]) -> list[Claim]:
    return [item.claim for item in made if item.claim is not None]


def _repeats_of(item: Weighed, claim: Claim) -> bool:
    return item.claim is not None and _repeats(item.claim, [claim])


def _narrowed(made: list[Weighed]) -> Iterator[Weighed]:
    """The claims without those that another of the sentence says more narrowly of the same one."""
    for item in made:
        narrower = (
            other
            for other in made
            if ontology().types[other.type].narrows == item.type
            and other.subject.referent == item.subject.referent
        )
        if next(narrower, None) is None:
            yield item


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
