"""The build's tables as JSON lines: claims, claims to review, entities, documents, rejects.

The keys of a claim are those of the contract, in its order; the same build gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extract.values import Box, Claim, Extraction, Recognition, Rejection, Source
from kg.identity import Entity
from kg.iris import document_path
from kg.statements import Statement


def line(record: Mapping[str, Any]) -> str:
    """One record as one line, with its line feed."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def claim_record(statement: Statement) -> dict[str, Any]:
    """A line of claims.jsonl; an accepted claim ends with what was decided, and when."""
    subject = statement.subject
    about = named(statement.claim, subject.kind, subject.label, subject.aliases)
    about = {"id": subject.id, **about}
    record = claim_fields(statement.claim, statement.id, statement.document, about)
    if statement.accepted:
        record["decision"] = {"decision": "accepted", "on": statement.accepted}
    return record


def named(claim: Claim, kind: str, label: str, aliases: Sequence[str]) -> dict[str, Any]:
    """The subject of a claim: its name, the words that stand for it, its other names."""
    words = claim.subject.text
    return {"label": label, "mention": words, "aliases": list(aliases), "kind": kind}


def claim_fields(
    claim: Claim, path: str, document: str, subject: Mapping[str, Any]
) -> dict[str, Any]:
    """A claim as a record, whoever its subject is in the end."""
    return {
        "id": path,
        "document": document,
        "language": claim.language,
        "type": claim.type,
        "subject": subject,
        "date": claim.date,
        "status": claim.status,
        "attributed_to": list(claim.attributed_to),
        "cites": [_source(source) for source in claim.cites],
        "args": {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in sorted(claim.args)
        },
        "quote": claim.quote.text,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "page": claim.quote.page,
        "boxes": [_box(box) for box in claim.quote.boxes],
        "ocr": None if claim.quote.recognised is None else claim.quote.recognised / 100,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
    }


def _box(box: Box) -> dict[str, Any]:
    """A place on a page, in points from its top left corner."""
    edges = {"left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}
    return {"page": box.page, **edges}


def _source(source: Source) -> dict[str, Any]:
    return {
        "marker": source.marker,
        "publisher": source.publisher,
        "title": source.title,
        "date": source.date,
        "page": source.page,
        "url": source.url,
    }


def entity_record(entity: Entity, names: Mapping[str, str]) -> dict[str, Any]:
    """A line of entities.jsonl; ``names`` gives each document's file name by its hash."""
    return {
        "id": entity.id,
        "kind": entity.kind,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "documents": sorted({names[document] for document, _ in entity.members}),
        "reasons": list(entity.reasons),
    }


def document_record(
    extraction: Extraction, copies: Sequence[str] = (), before: str | None = None
) -> dict[str, Any]:
    """A line of documents.jsonl.

    ``copies`` are other files with the same bytes, ``before`` the hash of the version it revises.
    """
    document = extraction.document
    about = document.metadata
    return {
        "id": document_path(document.id),
        "document": document.name,
        "sha256": document.id,
        "media_type": document.media_type,
        "language": about.language,
        "kind": about.kind,
        "title": about.title,
        "number": about.number,
        "date": about.date,
        "dates": [{"role": item.role, "date": item.date} for item in about.dates],
        "parties": [
            {"role": item.role, "name": item.name, "office": item.office, "party": item.party}
            for item in about.parties
        ],
        "pages": len(document.page_starts) or None,
        "ocr": _recognition(document.recognition),
        "characters": len(document.text),
        "claims": len(extraction.claims),
        "creators": list(about.given.creators),
        "publisher": about.given.publisher or None,
        "issued": about.given.issued or None,
        "modified": about.given.modified or None,
        "address": about.given.address or None,
        "identifier": about.given.identifier or None,
        "revision_of": document_path(before) if before else None,
        "copies": list(copies),
    }


def _recognition(read: Recognition | None) -> dict[str, Any] | None:
    return {"engine": read.engine, "pages": list(read.pages)} if read else None


def reject_record(rejection: Rejection) -> dict[str, Any]:
    """A line of rejects.jsonl."""
    return {
        "document": rejection.document,
        "stage": rejection.stage,
        "reason": rejection.reason,
        "advice": rejection.advice,
        "code": rejection.code,
        "start": rejection.start,
        "end": rejection.end,
    }


def reject_order(rejection: Rejection) -> tuple[str, str, int, int, str]:
    """How rejections are sorted: by document, stage and place."""
    start, end = rejection.start, rejection.end
    return (
        rejection.document, rejection.stage, -1 if start is None else start,
        -1 if end is None else end, rejection.reason,
    )  # fmt: skip


def lines(records: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """The records, a line each, in their order."""
    return (line(record) for record in records)
