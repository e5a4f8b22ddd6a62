"""Markdown (CommonMark) with footnotes ``[^1]`` as Pandoc and GitHub write them.

markdown-it-py says what is a block and what is emphasis or link; the reader finds the words in
the stored text again, line by line, since its tokens carry line numbers alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extract.layout.blocks import Block, Layout, glued, joined, rows, spaced
from extract.layout.furniture import margins
from extract.layout.inline import Inline, read_inline
from extract.readers.encoding import decode
from extract.readers.signatures import foreign
from extract.values import Marker, Piece

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SUFFIXES = (".md", ".markdown", ".mkd")
_MARKUP = re.compile(rb"^#{1,6} \S|\*\*\S|\]\(\S+\)|^\[\^\w+\]:|^> \S|^\|.*\|\s*$", re.MULTILINE)
_LEAST = 3  # marks by which text is Markdown whatever its name
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_HEADER = re.compile(r"---[ \t]*\r?\n(?P<fields>(?:[\w-]+:.*\r?\n)+)---[ \t]*(?:\r?\n|$)")  # YAML
_NOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\]:[ \t]*")
_MARKER = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!:)")


@dataclass(frozen=True, slots=True)
class _Markdown:
    media_type: str = "text/markdown"

    def sureness(self, name: str, data: bytes) -> int:
        """By its marks; by its name only where there are few."""
        if foreign(data):
            return 0
        marked = sum(1 for _ in _MARKUP.finditer(data)) >= _LEAST
        return 2 if marked or name.lower().endswith(_SUFFIXES) else 0

    def layout(self, name: str, data: bytes) -> Layout:
        """Headings, paragraphs, list items, table rows and notes; repeated margins set apart."""
        text = decode(name, data)
        blocks = tuple(_noted(text, tuple(_blocks(text))))
        labels = {block.label for block in blocks if block.kind == "note"}
        return Layout(
            media_type=self.media_type,
            text=text,
            blocks=margins(text, blocks),
            markers=tuple(_markers(text, blocks, labels)),
        )


FORMAT = _Markdown()


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Without "reference" a note's definition stays a paragraph; without "code" an indented
    # paragraph of a note stays text; without "text_join" escapes keep their place.
    return MarkdownIt("commonmark").enable("table").disable(["reference", "code", "text_join"])


def _blocks(text: str) -> Iterator[Block]:
    header = _HEADER.match(text)
    begin = header.end() if header else 0
    if header:
        yield from _raw(text, _lines(text, *header.span("fields")))
    lines = _lines(text, begin, len(text))
    tokens = _parser().parse(text[begin:])
    items = 0
    cells: list[Block] = []
    for index, token in enumerate(tokens):
        items += (token.type == "list_item_open") - (token.type == "list_item_close")
        here = lines[slice(*token.map)] if token.map else []
        if token.type == "fence":
            yield from _raw(text, [at for at in here if not _is_fence(text, at, token.markup)])
        elif token.type == "html_block":
            yield from (replace(block, kind="furniture") for block in _raw(text, here))
        elif token.type == "tr_close" and cells:
            yield _row(cells)
            cells = []
        elif token.type == "inline" and here:
            opener = tokens[index - 1].type
            block = _inline(text, token, here, opener, cells[-1].end if cells else 0)
            if block and opener in ("td_open", "th_open"):
                cells.append(block)
            elif block:
                yield replace(block, apart=items > 0)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _LINE.finditer(text, start, end)]


def _inline(
    text: str, token: Token, lines: Sequence[tuple[int, int]], opener: str, after: int
) -> Block | None:
    read: Inline = read_inline(text, token, lines, after)
    if not read.pieces:
        return None
    return Block(
        kind="heading" if opener == "heading_open" else "paragraph",
        pieces=glued(read.pieces),
        lead=joined(text, glued(read.lead)).replace("\n", " ") if read.lead else "",
        emphasis=read.emphasis,
    )


def _row(cells: Sequence[Block]) -> Block:
    pieces = tuple(piece for cell in cells for piece in spaced(cell.pieces))
    return replace(cells[0], pieces=glued(pieces), lead="", apart=True)


def _is_fence(text: str, line: tuple[int, int], markup: str) -> bool:
    return text[slice(*line)].lstrip(" >").startswith(markup)


def _raw(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Block]:
    pieces = []
    for start, end in lines:
        run = text[start:end]
        if run.strip():
            begin = start + len(run) - len(run.lstrip())
            pieces.append(Piece(start=begin, end=start + len(run.rstrip()), glue="\n"))
    if pieces:
        yield Block(kind="paragraph", pieces=glued(tuple(pieces)))


def _noted(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with each note ``[^1]: …`` apart, its indented paragraphs with it."""
    note: Block | None = None
    for block in blocks:
        if note and _is_indented(text, block):
            note = replace(note, pieces=spaced(note.pieces) + block.pieces)
            continue
        for part in _definitions(text, block):
            if note:
                yield note
            note = part if part.kind == "note" else None
            if part.kind != "note":
                yield part
    if note:
        yield note


def _is_indented(text: str, block: Block) -> bool:
    before = text[max(0, block.start - 2) : block.start]
    return block.kind == "paragraph" and (before == "  " or before.endswith("\t"))


def _definitions(text: str, block: Block) -> Iterator[Block]:
    held: tuple[Piece, ...] = ()
    label = ""
    for row in rows(block.pieces):
        match = _NOTE.match(text, row[0].start)
        if match and block.kind == "paragraph":
            if held:
                yield _part(block, held, label)
            label = match["label"]
            held = tuple(_from(row, match.end()))
        else:
            held = (*(spaced(held)), *row)
    if held:
        yield _part(block, held, label)


def _from(row: Sequence[Piece], start: int) -> Iterator[Piece]:
    for piece in row:
        if piece.end > start:
            yield replace(piece, start=max(piece.start, start))


def _part(block: Block, pieces: tuple[Piece, ...], label: str) -> Block:
    return replace(block, kind="note" if label else block.kind, label=label, pieces=glued(pieces))


def _markers(text: str, blocks: Sequence[Block], labels: set[str]) -> Iterator[Marker]:
    for block in blocks:
        if block.kind != "note":
            for match in _MARKER.finditer(text, block.start, block.end):
                if match["label"] in labels:
                    yield Marker(label=match["label"], start=match.start(), end=match.end())
