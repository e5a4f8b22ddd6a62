"""One event told more than once in a document: what is told without its date has the other's.

A headline tells the news of the text under it, and the text comes back to what it told before
("his arrest", "the court found him guilty"). A date is taken over only where all tellings of such
an event that have one agree, nothing else that they say differs, and no word says that it happened
more than once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from extract.languages import pack
from extract.values import ArgValue, Claim, Document
from ontology import ontology
from ontology.dates import interval

_NEWS = timedelta(days=31)  # a headline tells what happened this long before it at most
_TOLD = ("asserted", "reported", "alleged")
_MEASURED = ("integer", "boolean", "duration", "term")


def retold(document: Document, made: Iterable[Claim]) -> Iterator[Claim]:
    """The claims in order, each event that another telling dates with that date."""
    told = tuple(made)
    about = _by_person(told)
    claims = tuple(_sharpened(claim, about[claim.subject.referent]) for claim in told)
    about = _by_person(claims)
    headline = _headline(document)
    for claim in claims:
        date = None
        if claim.date is None and claim.status in _TOLD:
            tells = _as_news if _within(claim, headline) else _as_known
            date = tells(document, claim, about[claim.subject.referent])
        yield replace(claim, date=date) if date is not None else claim


def _by_person(claims: tuple[Claim, ...]) -> Mapping[str, Sequence[Claim]]:
    """The claims about each person: only these can tell of one event."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.subject.referent].append(claim)
    return found


def _sharpened(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """The claim, what is only known to be the news of the day with the very day told of it."""
    if claim.date is None or not claim.date.endswith("~") or claim.status not in _TOLD:
        return claim
    about = interval(claim.date)
    days = {
        other.date
        for other in claims
        if other.date and _alike(claim, other, exact=False) and not other.date.endswith("~")
    }
    if len(days) != 1:
        return claim
    day = interval(next(iter(days)))
    if None in (about.earliest, about.latest, day.earliest, day.latest):
        return claim
    within = about.earliest <= day.earliest and day.latest <= about.latest  # type: ignore[operator]
    return replace(claim, date=day.edtf) if within else claim


def _headline(document: Document) -> tuple[int, int]:
    """Where the heading stands with which the document begins; an empty place without one."""
    first = next((p for p in document.passages if p.kind != "furniture"), None)
    if first is None or first.kind != "heading":
        return 0, 0
    return first.pieces[0].start, first.pieces[-1].end


def _within(claim: Claim, place: tuple[int, int]) -> bool:
    return place[0] <= claim.quote.start < place[1]


def _as_news(document: Document, claim: Claim, claims: Sequence[Claim]) -> str | None:
    """The date of what a headline tells: that of the one such event which is news."""
    if ontology().types[claim.type].nature != "event":
        return None
    dates = (c.date for c in claims if _alike(claim, c, exact=False) and c.date)
    return _one([date for date in dates if _is_news(document, date)])


def _is_news(document: Document, date: str) -> bool:
    written = document.metadata.date
    if written is None:
        return True
    today, then = interval(written), interval(date)
    if today.latest is None or today.earliest is None or then.latest is None:
        return False
    return today.earliest - _NEWS <= then.latest and (then.earliest or today.latest) <= today.latest


def _as_known(document: Document, claim: Claim, claims: Sequence[Claim]) -> str | None:
    """The date of an event of which the document tells one of the kind."""
    if not _once(claim.type) or _again(claim):
        return None
    others = [c for c in claims if c is not claim and _alike(claim, c, exact=True)]
    if any(_again(other) for other in others):
        return None
    same = _one([c.date for c in others if c.date and c.type == claim.type])
    return same or _one([c.date for c in others if c.date and _beside(document, claim, c)])


def _once(name: str) -> bool:
    """Whether what a document tells of the type, of one person, is one event unless it says so."""
    return ontology().says(name, "told_again") or ontology().types[name].custody == "death"


def _again(claim: Claim) -> bool:
    """Whether a word of the sentence says that it happened more than once."""
    words = "".join(c if c.isalnum() else " " for c in claim.quote.text.lower()).split()
    text = f" {' '.join(words)} "
    return any(f" {again} " in text for again in pack(claim.language).words("dating", "another"))


def _alike(claim: Claim, other: Claim, *, exact: bool) -> bool:
    """Whether two claims about one person may tell of one event: nothing in them differs."""
    if other is claim or other.status not in _TOLD:
        return False
    if claim.type != other.type and not (_verdict(claim.type) and _verdict(other.type)):
        return False
    mine, theirs = dict(claim.args), dict(other.args)
    return all(
        _agree(claim.type, name, mine[name], theirs[name], exact=exact)
        for name in mine.keys() & theirs.keys()
    )


def _verdict(name: str) -> bool:
    """Whether it is a court's decision on a charge: guilt and punishment are one judgment."""
    kind = ontology().types[name]
    return _once(name) and kind.role("charge") is not None and kind.role("court") is not None


def _agree(claim_type: str, name: str, one: ArgValue, other: ArgValue, *, exact: bool) -> bool:
    role = ontology().types[claim_type].role(name)
    if role is None or one == other:
        return True
    if role.range in _MEASURED:
        return False
    if role.range not in ("place", "organisation") or not exact:
        return True  # wordings of one charge, agent or cause differ
    return bool(_words(one) & _words(other))


def _words(value: ArgValue) -> frozenset[str]:
    return frozenset(str(value).casefold().replace("-", " ").split())


def _beside(document: Document, claim: Claim, other: Claim) -> bool:
    """Whether the other stands in the same sentence or the one before: one narrative."""
    if other.quote.start == claim.quote.start:
        return True
    gap = document.text[other.quote.end : claim.quote.start]
    return other.quote.end <= claim.quote.start and not gap.strip() and "\n\n" not in gap


def _one(dates: list[str]) -> str | None:
    """The one date that all say, the most precise; None where they differ or are open."""
    if not dates or any("/" in date for date in dates):
        return None
    finest = max(dates, key=len)
    return finest if all(finest.startswith(date.rstrip("~")) for date in dates) else None
