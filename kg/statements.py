"""Claims with what the build adds to them: an id, the entity they are about, a day of speaking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from extract.values import Claim, Document, Extraction, Mention, Quote
from kg.identity import Entity, Member
from kg.iris import digest
from ontology.dates import Interval, interval
from ontology.load import ontology

T = TypeVar("T")
_NO_WORDS = Mention(text="", start=0, end=0, referent="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim in the graph. ``id`` is its path below ``id:``.

    ``when`` is the bounds of the claim's date; ``factual`` says whether its status lets it be
    read as a fact of its source; ``document`` is the file's name; ``stated`` is the EDTF date on
    which the document says it: a question's claims on the day it was submitted, others on the
    day of the document; ``accepted`` is the day on which a reviewer let it in, if one did.
    """

    id: str
    claim: Claim
    subject: Entity
    document: str
    stated: str | None
    when: Interval | None
    factual: bool
    accepted: str | None = None

    @property
    def stated_on(self) -> date | None:
        """The last day on which the document can have said it."""
        return interval(self.stated).latest if self.stated else None

    @property
    def accepted_on(self) -> date | None:
        """The day on which a reviewer accepted it."""
        return date.fromisoformat(self.accepted) if self.accepted else None


def claim_id(claim: Claim) -> str:
    """The path of a claim: of document, place, type, subject's place and meaning.

    Not of confidence or extractor: a better run that reads the same gives the same id.
    """
    place = (claim.document, claim.quote.start, claim.quote.end, claim.type)
    subject = (claim.subject.start, claim.subject.end)
    return f"claim/{digest(*place, *subject, claim.status, claim.date, claim.args)}"


def statements(
    extractions: Iterable[Extraction],
    found: Mapping[Member, Entity],
    accepted: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Statement, ...]:
    """Every claim once, sorted by document, place, type and id.

    ``accepted`` has the day on which a reviewer accepted a claim, by its id.
    """
    made = {
        statement.id: statement
        for extraction in extractions
        for statement in _of_document(extraction, found, accepted)
    }
    return tuple(sorted(made.values(), key=_order))


def _of_document(
    extraction: Extraction, found: Mapping[Member, Entity], accepted: Mapping[str, str]
) -> Iterable[Statement]:
    document = extraction.document
    for claim in extraction.claims:
        path = claim_id(claim)
        yield Statement(
            id=path,
            claim=claim,
            subject=found[(document.id, claim.subject.referent)],
            document=document.name,
            stated=_stated(document, claim.section),
            when=interval(claim.date) if claim.date else None,
            factual=bool(ontology().vocabularies["statuses"][claim.status].facts["factual"]),
            accepted=accepted.get(path),
        )


def _stated(document: Document, section: str) -> str | None:
    kinds = {item.id: item.kind for item in document.sections}
    submitted = [item.date for item in document.metadata.dates if item.role == "submitted"]
    if kinds.get(section) == "question" and submitted:
        return submitted[0]
    return document.metadata.date


def _order(item: Statement) -> tuple[str, int, str, str]:
    return (item.document, item.claim.quote.start, item.claim.type, item.id)


class Brief:
    """Makes statements small: without what only the graph of their own document says.

    What is derived from the claims of all documents needs them all at once; it looks at the words
    of a quote, not at their places, and never at a mention. Values that are the same in many
    claims are kept once.
    """

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, item: Statement) -> Statement:
        """The statement, fit for :func:`kg.derive.derived_quads` and the identity graph."""
        claim, once = item.claim, self._once
        small = Claim(
            document=once(claim.document),
            language=once(claim.language),
            type=once(claim.type),
            subject=_NO_WORDS,
            status=once(claim.status),
            quote=once(Quote(text=claim.quote.text, start=0, end=0, page=None)),
            section="",
            date=once(claim.date),
            attributed_to=once(claim.attributed_to),
            cites=once(claim.cites),
            args=self._args(claim),
        )
        return replace(
            item, claim=small, document=once(item.document), stated=once(item.stated),
            when=once(item.when),
        )  # fmt: skip

    def _once(self, value: T) -> T:
        known: T = self._known.setdefault(value, value)
        return known

    def _args(self, claim: Claim) -> Any:
        """Its arguments; true and 1 are equal, but not the same."""
        kinds = tuple(type(value) for _, value in claim.args)
        return self._known.setdefault((claim.args, kinds), claim.args)
