"""The build: documents in, a data folder out.

A document's graph is replaced only where it has changed; identity and what is derived follow
from all documents and are made again. So a build that goes on from an earlier one leaves the
same bytes as one from scratch.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from pyoxigraph import Store

from extract.values import Document, Extraction, Rejection
from kg.derive import derived_quads
from kg.errors import KgError
from kg.extracting import Extracted, extracted, fingerprint
from kg.files import gather, samples
from kg.identity import Entity, entities, entity_of
from kg.iris import DERIVED_GRAPH, IDENTITY_GRAPH, ONTOLOGY_GRAPH, document_graph
from kg.output_files import TextFile, write_text
from kg.passes import Notes, Passed, Second, tables
from kg.progress import Progress
from kg.quads import identity_quads, ontology_quads
from kg.records import entity_record, lines, reject_order, reject_record
from kg.review import FILE as DECISIONS
from kg.review import THRESHOLD, Decision, Routed, read_decisions
from kg.statements import Statement
from kg.store import FOLDER, canonical_lines, drop_graphs_except, replace_graph, writing
from ontology.load import ontology

_REVIEWED = ("waiting", "accepted", "refused")


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
        done.extractions,
        out,
        missing=missing,
        done=done,
        threshold=threshold,
        decisions=decided,
        progress=progress,
    )
    del done  # what was read; the view needs its memory
    from kg.view import write as write_view

    if progress:
        progress(1, 1, "writing graph.html")
    write_view(out, out / "graph.html")
    seconds = {"read": read_at - started, "all": perf_counter() - started}
    _note_timings(out, seconds)
    return summary


def write_build(
    extractions: Collection[Extraction],
    out: Path,
    *,
    missing: Sequence[Rejection] = (),
    done: Extracted | None = None,
    threshold: float = THRESHOLD,
    decisions: Mapping[str, Decision] = MappingProxyType({}),
    progress: Progress | None = None,
) -> BuildSummary:
    """Writes everything but the view: tables, store, canonical graph, build.json.

    Goes through the extractions twice, and holds one at a time; between the documents it keeps
    their names and dates, the names in them, and their claims in brief.
    """
    started = perf_counter()
    _writable(out)
    passed = Passed(extractions=extractions, decisions=decisions, threshold=threshold)
    notes = Notes()
    found = entities(notes.taken(passed))
    refused = done.rejections if done else ()
    accepted = {d.claim: d.on for d in decisions.values() if d.decision == "accepted"}
    rejected = tuple(sorted((*missing, *refused, *notes.unread), key=reject_order))
    store = _open(out)
    with tables(out) as files:
        second = Second(store, files, entity_of(found), accepted)
        each = _told(passed, len(notes.documents), progress)
        second.write(each, notes, done.copies if done else {})
        removed = _fill(store, notes.documents, found, second.said)
        _write_lists(files, notes, found, rejected)
    hashes = {name: file.sha256 for name, file in files.items()}
    hashes["graph.nq"] = write_text(out / "graph.nq", canonical_lines(store))
    quads, seconds = len(store), perf_counter() - started
    summary = _summary(notes, found, second.said, rejected, done, quads, removed, seconds)
    write_text(out / "build.json", [_report(summary, hashes)])
    return summary


def _write_lists(
    files: Mapping[str, TextFile],
    notes: Notes,
    found: Sequence[Entity],
    rejected: Sequence[Rejection],
) -> None:
    """Writes the tables of entities and of what was rejected, document or claim."""
    names = {document.id: document.name for document in notes.documents}
    files["entities.jsonl"].write(lines(entity_record(entity, names) for entity in found))
    rejects = sorted((*rejected, *notes.refused), key=reject_order)
    files["rejects.jsonl"].write(lines(map(reject_record, rejects)))


def _summary(
    notes: Notes,
    found: Sequence[Entity],
    said: Sequence[Statement],
    rejected: tuple[Rejection, ...],
    done: Extracted | None,
    quads: int,
    removed: int,
    seconds: float,
) -> BuildSummary:
    """What the build did, counted; ``done`` says what was read anew, all where it is None."""
    return BuildSummary(
        documents=len(notes.documents),
        claims=len(said),
        entities=len(found),
        people=sum(1 for entity in found if entity.kind == "person"),
        refused_claims=len(notes.refused),
        waiting=notes.waiting,
        accepted=sum(statement.accepted is not None for statement in said),
        refused=notes.decided,
        recognised=notes.recognised,
        quads=quads,
        read=done.read if done else len(notes.documents),
        reused=done.reused if done else 0,
        removed=removed,
        rejections=rejected,
        seconds=seconds,
    )


def _told(items: Iterable[Routed], total: int, progress: Progress | None) -> Iterator[Routed]:
    """The items, each told as it comes: this is the second time that the bar runs."""
    for number, item in enumerate(items, start=1):
        if progress:
            progress(number, total, f"writing {item.extraction.document.name}")
        yield item


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


def _fill(
    store: Store, documents: Sequence[Document], found: Sequence[Entity], said: Sequence[Statement]
) -> int:
    """Writes the graphs that rest on all documents; gives the number of documents that went."""
    replace_graph(store, IDENTITY_GRAPH, identity_quads(found, said))
    replace_graph(store, DERIVED_GRAPH, derived_quads(said, documents))
    replace_graph(store, ONTOLOGY_GRAPH, ontology_quads())
    kept = [IDENTITY_GRAPH, DERIVED_GRAPH, ONTOLOGY_GRAPH]
    removed = drop_graphs_except(store, [*kept, *(document_graph(one.id) for one in documents)])
    store.flush()
    return removed


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
