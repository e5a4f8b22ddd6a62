"""Blocks on pages to running text: notes set apart, paragraphs carried over what divides them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.languages.document import DocumentWords
from extract.layout.blocks import Block, Layout, glued, joined, rows, trimmed
from extract.layout.hyphens import Healer
from extract.layout.notes import cut_markers, find_notes
from extract.structure.headings import Headings
from extract.values import Marker, Piece

_ENDED = re.compile(r"[.?!:;…][\"»”’')\]]*(?:\d{1,3}|\[\^?\w+\])?$")
_FULL_LINE = 40  # characters; a shorter line before a page's end may be the last of its paragraph
_LETTERED = re.compile(r"[a-z][.)]\s+[^\Wa-z\d_]")  # a heading: "b. Other cases"
_HYPHENED = re.compile(r"[^\W\d_][-\u2010\u00ad]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The blocks as they are read, in the order in which they begin, and the bound markers."""

    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]


def flow(layout: Layout, headings: Headings, words: DocumentWords) -> Flow:
    """The running text of a layout. ``headings`` knows a line that heads a section."""
    text = layout.text
    split = [part for block in layout.blocks for part in _apart(text, block, headings)]
    seen = layout.placed and any(block.kind == "note" for block in split)
    noted, bound = (tuple(split), ()) if seen else find_notes(text, split, bool(layout.page_starts))
    healer = Healer.of(text, words.words("coordinators"))
    carried = _carry(text, noted)
    healed = [_with(block, trimmed(text, healer.heal(block.pieces))) for block in carried]
    labels = {block.label for block in healed if block.kind == "note" and block.pieces}
    markers = sorted((*layout.markers, *bound), key=lambda marker: marker.start)
    markers = [marker for marker in markers if marker.label in labels]
    cut = [_with(b, trimmed(text, cut_markers(b.pieces, markers))) for b in healed if b.pieces]
    blocks = sorted((block for block in cut if block.pieces), key=lambda block: block.start)
    return Flow(blocks=tuple(blocks), markers=tuple(markers))


def _with(block: Block, pieces: tuple[Piece, ...]) -> Block:
    return block if pieces == block.pieces else replace(block, pieces=pieces)


def _apart(text: str, block: Block, headings: Headings) -> list[Block]:
    """The block with each line that heads a section as a block of its own."""
    if block.kind not in ("paragraph", "heading"):
        return [block]
    split = [headings.split(text, row) for row in rows(block.pieces)]
    if not any(row[0][1] for row in split):
        return [_with(block, glued(block.pieces))]
    parts: list[list[Piece]] = [[]]
    heads: list[bool] = [False]
    for run, is_heading in (part for row in split for part in row):
        if is_heading or heads[-1]:
            parts.append([])
            heads.append(is_heading)
        parts[-1].extend(run)
    return [
        _with(replace(block, kind="heading") if head else block, glued(tuple(pieces)))
        for pieces, head in zip(parts, heads, strict=True)
        if pieces
    ]


def _carry(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that go on after a page's end, its notes or its furniture, made one again."""
    runs: list[list[Block]] = []
    cuts: list[list[bool]] = []
    last = -1  # the paragraph that may go on
    between = 0  # how many blocks there were when it was last carried on
    for block in blocks:
        if last >= 0 and block.kind == "paragraph" and _goes_on(text, runs[last][-1], block):
            cuts[last].append(len(runs) > between)
            between = len(runs)
            runs[last].append(block)
            continue
        if block.kind not in ("note", "furniture", "hidden"):
            last = len(runs) if block.kind == "paragraph" else -1
            between = len(runs) + 1
        runs.append([block])
        cuts.append([])
    return [_whole(run, cut) for run, cut in zip(runs, cuts, strict=True)]


def _goes_on(text: str, block: Block, after: Block) -> bool:
    if after.lead or block.apart or after.apart:
        return False
    line = joined(text, rows(block.pieces)[-1])
    if _ENDED.search(line):
        return False
    if text[after.start].islower() and not _LETTERED.match(text, after.start):
        return len(block.pieces) > 1 or " " in line
    if _LETTERED.match(text, after.start):
        return False
    return after.page != block.page and (bool(_HYPHENED.search(line)) or len(line) > _FULL_LINE)


def _whole(run: Sequence[Block], cuts: Sequence[bool]) -> Block:
    if not cuts:
        return _with(run[0], glued(run[0].pieces))
    pieces: list[Piece] = []
    for block, cut in zip(run, [*cuts, False], strict=True):
        pieces.extend(block.pieces[:-1])
        pieces.append(replace(block.pieces[-1], glue=" ", cut=cut))
    emphasis = tuple(span for block in run for span in block.emphasis)
    return replace(run[0], pieces=glued(tuple(pieces)), page=run[-1].page, emphasis=emphasis)
