"""The two passes of a build over its documents, which holds no more than one of them at a time.

The first notes what identity, versions and rejects need to know of all documents; the second writes
what is one document's alone, its rows and its graph, and keeps its claims in brief.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pyoxigraph import Store

from extract.values import Document, Extraction, Rejection
from kg.extracting import Kept
from kg.gate import gated
from kg.identity import Entity, Member
from kg.iris import document_graph
from kg.output_files import TextFile, text_file
from kg.quads import document_quads
from kg.records import claim_record, document_record, lines
from kg.review import THRESHOLD, Decision, Routed, routed
from kg.review.queue import QUEUE, review_order, review_record
from kg.statements import Brief, Statement, statements
from kg.store import replace_graph
from kg.versions import revisions

TABLES = ("claims.jsonl", QUEUE, "entities.jsonl", "documents.jsonl", "rejects.jsonl")

_FLUSHED = 25_000
"""Quads after which what was written goes to disk: else it stays in memory until the end."""


@contextmanager
def tables(out: Path) -> Iterator[Mapping[str, TextFile]]:
    """The tables, open to be written; they are replaced together, where the block ends well."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(text_file(out / name)) for name in TABLES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """The extractions by the names of their documents, with the claims that enter the graph.

    Each time they are gone through they are read, checked and parted anew.
    """

    extractions: Collection[Extraction]
    decisions: Mapping[str, Decision]
    threshold: float = THRESHOLD

    def __iter__(self) -> Iterator[Routed]:
        for item in self._by_name():
            yield routed(gated(item), self.decisions, self.threshold)

    def _by_name(self) -> Iterable[Extraction]:
        if isinstance(self.extractions, Kept):  # is in that order
            return self.extractions
        return sorted(self.extractions, key=lambda item: item.document.name)


@dataclass(slots=True)
class Notes:
    """What of all documents is known after the first pass.

    ``documents`` have neither text nor parts; ``unread`` says why documents were read in vain,
    ``refused`` which single claims were dropped; ``waiting`` and ``decided`` count the claims that
    are held back, ``recognised`` pages that were read from pictures.
    """

    documents: list[Document] = field(default_factory=list)
    unread: list[Rejection] = field(default_factory=list)
    refused: list[Rejection] = field(default_factory=list)
    waiting: int = 0
    decided: int = 0
    recognised: int = 0

    def taken(self, items: Iterable[Routed]) -> Iterator[Extraction]:
        """The extractions as they pass, each noted."""
        for item in items:
            self._note(item)
            yield item.extraction

    def _note(self, item: Routed) -> None:
        document = item.extraction.document
        self.documents.append(_bare(document))
        for one in item.extraction.rejections:  # what is rejected whole has no place
            (self.unread if one.start is None else self.refused).append(one)
        self.waiting += sum(one.decision is None for one in item.held)
        self.decided += sum(one.decision is not None for one in item.held)
        self.recognised += len(document.recognition.pages) if document.recognition else 0


def _bare(document: Document) -> Document:
    return replace(
        document, text="", sections=(), passages=(), markers=(), sources=(), page_starts=(),
        lines=(), omissions=(),
    )  # fmt: skip


class Second:
    """The second pass: writes a document at a time; ``said`` are the claims of those written."""

    def __init__(
        self,
        store: Store,
        files: Mapping[str, TextFile],
        members: Mapping[Member, Entity],
        accepted: Mapping[str, str],
    ) -> None:
        self.said: list[Statement] = []
        self._store, self._files = store, files
        self._members, self._accepted = members, accepted
        self._brief, self._unflushed = Brief(), 0

    def write(
        self, items: Iterable[Routed], notes: Notes, copies: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Writes each document's rows and graph."""
        before = revisions(notes.documents)
        for item in items:
            key = item.extraction.document.id
            row = document_record(item.extraction, copies.get(key, ()), before.get(key))
            self._files["documents.jsonl"].write(lines([row]))
            held = sorted(item.held, key=review_order)
            self._files[QUEUE].write(lines(map(review_record, held)))
            self._claims(item.extraction)

    def _claims(self, item: Extraction) -> None:
        own = statements([item], self._members, self._accepted)
        self._files["claims.jsonl"].write(lines(map(claim_record, own)))
        quads = document_quads(item, own)
        self._unflushed += replace_graph(self._store, document_graph(item.document.id), quads)
        if self._unflushed > _FLUSHED:
            self._store.flush()
            self._unflushed = 0
        self.said.extend(map(self._brief, own))
