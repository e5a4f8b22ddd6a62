"""What a format hands over: the stored text, and its blocks of lines in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from extract.values import NOTHING_GIVEN, Given, Marker, Omission, Piece, PrintedLine, Recognition

BlockKind = Literal["paragraph", "heading", "note", "furniture", "dateline", "hidden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of lines that belong together: one piece a line.

    A ``dateline`` says where, when or by whom the text was written. ``page`` counts from 0;
    ``lead`` is the bold words that the block opens with on a line of their own; ``label`` is a
    note's number; ``emphasis`` holds the spans set in italics; ``apart`` says that it is whole:
    a list's item, a table's row.
    """

    kind: BlockKind
    pieces: tuple[Piece, ...]
    page: int = 0
    lead: str = ""
    label: str = ""
    emphasis: tuple[tuple[int, int], ...] = ()
    apart: bool = False

    @property
    def start(self) -> int:
        """Where the block begins in the stored text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the block ends in the stored text."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One file as its format reads it.

    ``page_starts`` is empty where the format knows no pages; ``markers`` are footnote markers
    that the format itself marks as such (their labels name notes), the rest is found later.
    ``placed`` says that the format knows where its lines stand (``lines``): what it calls notes
    and paragraphs is then believed. ``omissions`` are what it left out.
    ``given`` is what the file's own fields say of the document, ``recognition`` what of it was
    read from pictures.
    """

    media_type: str
    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    markers: tuple[Marker, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    omissions: tuple[Omission, ...] = ()
    placed: bool = False
    given: Given = NOTHING_GIVEN
    recognition: Recognition | None = None


def joined(text: str, pieces: tuple[Piece, ...]) -> str:
    """The words of pieces as they are read: each run, then its glue; none after the last."""
    if len(pieces) == 1:
        return text[pieces[0].start : pieces[0].end]
    runs = [text[piece.start : piece.end] + piece.glue for piece in pieces]
    if runs and pieces[-1].glue:
        runs[-1] = runs[-1][: -len(pieces[-1].glue)]
    return "".join(runs)


def glued(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with nothing promised after the last one."""
    if pieces and not pieces[-1].glue and not pieces[-1].cut:
        return pieces
    return (*pieces[:-1], replace(pieces[-1], glue="", cut=False)) if pieces else pieces


def trimmed(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without white space at either end, and with nothing promised after the last."""
    if pieces and _is_trim(text, pieces):
        return glued(pieces)
    filled = [i for i, piece in enumerate(pieces) if text[piece.start : piece.end].strip()]
    if not filled:
        return ()
    kept = list(pieces[filled[0] : filled[-1] + 1])
    run = text[kept[0].start : kept[0].end]
    kept[0] = replace(kept[0], start=kept[0].end - len(run.lstrip()))
    run = text[kept[-1].start : kept[-1].end]
    kept[-1] = replace(kept[-1], end=kept[-1].start + len(run.rstrip()), glue="", cut=False)
    return tuple(kept)


def _is_trim(text: str, pieces: tuple[Piece, ...]) -> bool:
    first, last = pieces[0], pieces[-1]
    if first.start == first.end or last.start == last.end:
        return False
    return not (text[first.start].isspace() or text[last.end - 1].isspace())


def spaced(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with a line's end after the last one, so that another line may follow."""
    return (*pieces[:-1], replace(pieces[-1], glue=pieces[-1].glue or " ")) if pieces else pieces


def rows(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """The pieces line by line: markup may cut a line into several."""
    found: list[tuple[Piece, ...]] = []
    row: list[Piece] = []
    for piece in pieces:
        row.append(piece)
        if piece.glue:
            found.append(tuple(row))
            row = []
    return [*found, tuple(row)] if row else found
