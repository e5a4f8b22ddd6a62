"""Plain text, as it comes out of a PDF or an editor: lines, blank lines, perhaps pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.languages.document import document_words
from extract.layout.blocks import Block, Layout, glued
from extract.layout.furniture import running_lines
from extract.layout.lines import Line, lines, page_starts
from extract.readers.encoding import decode
from extract.readers.signatures import foreign
from extract.structure.headings import Headings
from extract.values import Piece


@dataclass(frozen=True, slots=True)
class _Plain:
    media_type: str = "text/plain"

    def sureness(self, name: str, data: bytes) -> int:
        """Any text that no other format claims; the name says nothing here."""
        del name
        return 0 if foreign(data) else 1

    def layout(self, name: str, data: bytes) -> Layout:
        """Paragraphs between blank lines and page ends; running heads set apart."""
        text = decode(name, data)
        starts = page_starts(text)
        rows = lines(text, starts)
        running = frozenset[Line]()
        if starts:
            running = running_lines(text, rows, Headings(document_words()))
        return Layout(
            media_type=self.media_type,
            text=text,
            blocks=tuple(_blocks(rows, running)),
            page_starts=starts,
        )


FORMAT = _Plain()


def _blocks(rows: Sequence[Line], running: frozenset[Line]) -> Iterator[Block]:
    held: list[Line] = []
    for line in rows:
        if held and (line.blank or line in running or line.page != held[-1].page):
            yield _block("paragraph", held)
            held = []
        if line in running:
            yield _block("furniture", [line])
        elif not line.blank:
            held.append(line)
    if held:
        yield _block("paragraph", held)


def _block(kind: str, rows: Sequence[Line]) -> Block:
    pieces = tuple(Piece(start=line.start, end=line.end, glue=" ") for line in rows)
    return Block(
        kind="furniture" if kind == "furniture" else "paragraph",
        pieces=glued(pieces),
        page=rows[0].page,
    )
