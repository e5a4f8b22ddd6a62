"""Claims with what the build adds to them: an id, the entity they are about, a day of speaking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from extract.values import Claim, Document, Extraction
from kg.identity import Entity, Member
from kg.iris import digest
from ontology.dates import Interval, interval
from ontology.load import ontology


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
