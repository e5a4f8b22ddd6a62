"""The build: documents in, a data folder out.

A document's graph is replaced only where it has changed; identity and what is derived follow
from all documents and are made again. So a build that goes on from an earlier one leaves the
same bytes as one from scratch.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from types import MappingProxyType
from typing import Any

from pyoxigraph import Quad, Store

from extract.values import Extraction, Rejection
from kg.derive import derived_quads
from kg.errors import KgError
from kg.extracting import Extracted, extracted, fingerprint
from kg.files import gather, samples
from kg.gate import gated
from kg.identity import Entity, entities, entity_of
from kg.iris import DERIVED_GRAPH, IDENTITY_GRAPH, ONTOLOGY_GRAPH, document_graph
from kg.output_files import write_text
from kg.progress import Progress
from kg.quads import document_quads, identity_quads, ontology_quads
from kg.records import (
    claim_record,
    document_record,
    entity_record,
    lines,
    reject_order,
    reject_record,
)
from kg.review import FILE as DECISIONS
from kg.review import THRESHOLD, Decision, Held, read_decisions, routed
from kg.review.queue import QUEUE, review_order, review_record
from kg.statements import Statement, statements
from kg.store import FOLDER, canonical_lines, drop_graphs_except, replace_graph, writing
from kg.versions import revisions
from ontology.load import ontology

_REVIEWED = ("waiting", "accepted", "refused")

FLUSHED = 25_000
"""Quads after which what was written goes to disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSummary:
    """What a build did.

    ``rejections`` are the documents of which nothing could be read, and why; ``refused_claims``
    counts single claims that were dropped; ``waiting`` are too doubtful for the graph and wait
    for a decision, ``accepted`` and ``refused`` have had theirs; ``recognised`` counts the pages
    whose words were read from a picture (OCR).
    """

    documents: int
    claims: int
    entities: int
    people: int
    quads: int
    read: int
    reused: int
    removed: int
    refused_claims: int
    waiting: int
    accepted: int
    refused: int
    recognised: int
    rejections: tuple[Rejection, ...]
    seconds: float


def build(
    paths: Iterable[Path],
    out: Path,
    jobs: int = 1,
    progress: Progress | None = None,
    *,
    threshold: float = THRESHOLD,
    decisions: Path | None = None,
) -> BuildSummary:
    """Reads files and folders (none: the documents that ship with the package) into ``out``.

    A claim of less confidence than ``threshold`` waits in review.jsonl; ``decisions`` is the file
    of what was decided on claims (default: in ``out``). Raises :class:`KgError` where the folder
    cannot be written or another build holds it, or a decision is none; what is wrong with a
    document is in the summary and in rejects.jsonl, and stops nothing.
    """
    started = perf_counter()
    ontology()  # a definition that is not well formed fails here, not once a document
    given = [Path(path) for path in paths] or [samples()]
    _writable(out)
    decided = read_decisions(decisions or out / DECISIONS)
    found, missing = gather(given, leave_out=out)
    done = extracted(found, out, jobs, progress)
    read_at = perf_counter()
    summary = write_build(
        done.extractions, out, missing=missing, done=done, threshold=threshold, decisions=decided
    )
    del done  # what was read; the view needs its memory
    from kg.view import write as write_view

    write_view(out, out / "graph.html")
    seconds = {"read": read_at - started, "all": perf_counter() - started}
    _note_timings(out, seconds)
    return summary


def write_build(
    extractions: Iterable[Extraction],
    out: Path,
    *,
    missing: Sequence[Rejection] = (),
    done: Extracted | None = None,
    threshold: float = THRESHOLD,
    decisions: Mapping[str, Decision] = MappingProxyType({}),
) -> BuildSummary:
    """Writes everything but the view: tables, store, canonical graph, build.json."""
    started = perf_counter()
    _writable(out)
    parted = [routed(gated(item), decisions, threshold) for item in extractions]
    passed = sorted((item.extraction for item in parted), key=lambda item: item.document.name)
    held = sorted((one for item in parted for one in item.held), key=review_order)
    found = entities(passed)
    accepted = {d.claim: d.on for d in decisions.values() if d.decision == "accepted"}
    said = statements(passed, entity_of(found), accepted)
    rejected = (*missing, *(done.rejections if done else ()), *_unread(passed))
    store = _open(out)
    removed = _fill(store, passed, found, said)
    hashes = _tables(out, passed, found, said, held, rejected, done.copies if done else {})
    hashes["graph.nq"] = write_text(out / "graph.nq", canonical_lines(store))
    summary = BuildSummary(
        documents=len(passed),
        claims=len(said),
        entities=len(found),
        people=sum(1 for entity in found if entity.kind == "person"),
        quads=len(store),
        read=done.read if done else len(passed),
        reused=done.reused if done else 0,
        removed=removed,
        refused_claims=sum(1 for _ in _refused(passed)),
        waiting=sum(one.decision is None for one in held),
        accepted=sum(statement.accepted is not None for statement in said),
        refused=sum(one.decision is not None for one in held),
        recognised=sum(map(_recognised, passed)),
        rejections=tuple(sorted(rejected, key=reject_order)),
        seconds=perf_counter() - started,
    )
    write_text(out / "build.json", [_report(summary, hashes)])
    return summary


def _recognised(item: Extraction) -> int:
    read = item.document.recognition
    return len(read.pages) if read else 0


def _unread(passed: Iterable[Extraction]) -> Iterator[Rejection]:
    """Why documents were read in vain: what is rejected has no place, for it is the whole."""
    return (item for one in passed for item in one.rejections if item.start is None)


def _refused(passed: Iterable[Extraction]) -> Iterator[Rejection]:
    """The rejections of single claims."""
    return (item for one in passed for item in one.rejections if item.start is not None)


def _writable(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise KgError(f"{out}: cannot be made: {reason}; give another folder: --out") from error


def _open(out: Path) -> Store:
    try:
        return writing(out)
    except (OSError, RuntimeError) as error:
        advice = "wait for another build to end, or delete that folder and build again"
        raise KgError(f"{out / FOLDER}: cannot be opened: {error}; {advice}") from error


def _quads(item: Extraction, claims: Mapping[str, Sequence[Statement]]) -> Sequence[Quad]:
    return document_quads(item, claims.get(item.document.id, ()))


def _fill(
    store: Store,
    passed: Sequence[Extraction],
    found: Sequence[Entity],
    said: Sequence[Statement],
) -> int:
    """Brings the store up to date; gives the number of documents that went."""
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in said:
        by_document[statement.claim.document].append(statement)
    kept = [IDENTITY_GRAPH, DERIVED_GRAPH, ONTOLOGY_GRAPH]
    waiting = 0
    for item in passed:
        path, quads = document_graph(item.document.id), _quads(item, by_document)
        waiting += len(quads) if replace_graph(store, path, quads) else 0
        if waiting > FLUSHED:  # else all that was written stays in memory until the end
            store.flush()
            waiting = 0
        kept.append(path)
    replace_graph(store, IDENTITY_GRAPH, identity_quads(found, said))
    replace_graph(store, DERIVED_GRAPH, derived_quads(said, (item.document for item in passed)))
    replace_graph(store, ONTOLOGY_GRAPH, ontology_quads())
    removed = drop_graphs_except(store, kept)
    store.flush()
    return removed


def _tables(
    out: Path,
    passed: Sequence[Extraction],
    found: Iterable[Entity],
    said: Iterable[Statement],
    held: Iterable[Held],
    rejected: Iterable[Rejection],
    copies: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    """Writes the tables; gives the hash of each."""
    names = {item.document.id: item.document.name for item in passed}
    before = revisions(item.document for item in passed)
    tables: dict[str, Iterable[Mapping[str, Any]]] = {
        "claims.jsonl": map(claim_record, said),
        QUEUE: map(review_record, held),
        "entities.jsonl": (entity_record(entity, names) for entity in found),
        "documents.jsonl": (
            document_record(item, copies.get(item.document.id, ()), before.get(item.document.id))
            for item in passed
        ),
        "rejects.jsonl": map(
            reject_record, sorted((*rejected, *_refused(passed)), key=reject_order)
        ),
    }
    return {name: write_text(out / name, lines(rows)) for name, rows in tables.items()}


def _report(summary: BuildSummary, hashes: Mapping[str, str]) -> str:
    counts = {
        name: getattr(summary, name)
        for name in ("documents", "claims", "entities", "people", "quads", "refused_claims")
    }
    counts["rejected_documents"] = len(summary.rejections)
    counts["recognised_pages"] = summary.recognised
    counts |= {f"review_{name}": getattr(summary, name) for name in _REVIEWED}
    versions = {name: version(name) for name in ("conscience-graph", "pyoxigraph", "spacy")}
    report = {
        "versions": {**versions, "extraction": fingerprint()},
        "counts": counts,
        "sha256": dict(sorted(hashes.items())),
        "run": {"read": summary.read, "reused": summary.reused, "removed": summary.removed},
    }
    return json.dumps(report, indent=2) + "\n"


def _note_timings(out: Path, seconds: Mapping[str, float]) -> None:
    """Adds the timings to build.json, the only file that is not the same each time."""
    path = out / "build.json"
    report = json.loads(path.read_text(encoding="utf-8"))
    report["seconds"] = {name: round(value, 3) for name, value in seconds.items()}
    write_text(path, [json.dumps(report, indent=2) + "\n"])
