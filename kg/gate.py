"""The last check before a claim enters the graph: what fails is refused, with the reason.

A claim enters only if its quote stands in its document word for word, its type and status are
the ontology's, and its date is a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.values import Claim, Extraction, Rejection
from ontology.dates import interval
from ontology.load import ontology


def gated(extraction: Extraction) -> Extraction:
    """The extraction with the claims that pass; those that do not are among its rejections."""
    faults = [(claim, next(_faults(extraction, claim), None)) for claim in extraction.claims]
    if not any(fault for _, fault in faults):
        return extraction
    refused = tuple(_rejection(extraction, claim, fault) for claim, fault in faults if fault)
    return replace(
        extraction,
        claims=tuple(claim for claim, fault in faults if fault is None),
        rejections=(*extraction.rejections, *refused),
    )


def _faults(extraction: Extraction, claim: Claim) -> Iterator[str]:
    known = ontology()
    if claim.document != extraction.document.id or not _stands(extraction, claim):
        yield "its quote does not stand in the document"
    if claim.type not in known.types:
        yield f"the ontology has no claim type {claim.type!r}"
    if claim.status not in known.vocabularies["statuses"]:
        yield f"there is no status {claim.status!r}"
    if all(referent.key != claim.subject.referent for referent in extraction.referents):
        yield "its subject is nobody of the document"
    for date in filter(None, (claim.date, *(source.date for source in claim.cites))):
        try:
            interval(date)
        except ValueError as error:
            yield str(error)


def _stands(extraction: Extraction, claim: Claim) -> bool:
    try:
        return extraction.document.quote(claim.quote.start, claim.quote.end) == claim.quote
    except ValueError:
        return False


def _rejection(extraction: Extraction, claim: Claim, reason: str) -> Rejection:
    return Rejection(
        document=extraction.document.name,
        stage="claims",
        reason=f"claim of type {claim.type} refused: {reason}",
        advice="correct the extractor; the claim is not in the graph",
        start=claim.quote.start,
        end=claim.quote.end,
    )
