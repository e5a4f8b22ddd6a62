"""Blocks on pages to running text: notes set apart, paragraphs carried over what divides them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.languages.document import DocumentWords
from extract.layout.blocks import Block, Layout, glued, joined, rows
from extract.layout.hyphens import Healer
from extract.layout.notes import cut_markers, find_notes
from extract.structure.headings import Headings
from extract.values import Marker, Piece

_ENDED = re.compile(r"[.?!:;…][\"»”’')\]]*(?:\d{1,3}|\[\^?\w+\])?$")
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
    noted, bound = find_notes(text, split, bool(layout.page_starts))
    markers = tuple(sorted((*layout.markers, *bound), key=lambda marker: marker.start))
    healer = Healer.of(text, words.words("coordinators"))
    carried = _carry(text, noted)
    healed = [replace(block, pieces=glued(healer.heal(block.pieces))) for block in carried]
    blocks = [cut_markers(block, markers) for block in healed]
    return Flow(blocks=tuple(sorted(blocks, key=lambda block: block.start)), markers=markers)


def _apart(text: str, block: Block, headings: Headings) -> list[Block]:
    """The block with each line that heads a section as a block of its own."""
    if block.kind not in ("paragraph", "heading"):
        return [block]
    parts: list[list[Piece]] = [[]]
    heads: list[bool] = [False]
    for row in rows(block.pieces):
        for run, is_heading in headings.split(text, row):
            if is_heading or heads[-1]:
                parts.append([])
                heads.append(is_heading)
            parts[-1].extend(run)
    return [
        replace(block, kind="heading" if head else block.kind, pieces=glued(tuple(pieces)))
        for pieces, head in zip(parts, heads, strict=True)
        if pieces
    ]


def _carry(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that go on after a page's end, its notes or its furniture, made one again."""
    whole: list[Block] = []
    last: int | None = None  # the paragraph that may go on
    for block in blocks:
        if block.kind in ("note", "furniture"):
            whole.append(block)
            continue
        if last is not None and _goes_on(text, whole[last], block):
            whole[last] = _with(whole[last], block, cut=last < len(whole) - 1)
            continue
        last = len(whole) if block.kind == "paragraph" else None
        whole.append(block)
    return whole


def _goes_on(text: str, block: Block, after: Block) -> bool:
    if after.kind != "paragraph" or after.lead or block.apart or after.apart:
        return False
    line = text[block.pieces[-1].start : block.pieces[-1].end]
    follows = text[after.start : after.end]
    if _ENDED.search(line):
        return False
    if follows[:1].islower() and len(joined(text, block.pieces).split()) > 1:
        return True
    return after.page != block.page and (bool(_HYPHENED.search(line)) or len(line) > 40)


def _with(block: Block, after: Block, *, cut: bool) -> Block:
    joint = replace(block.pieces[-1], glue=" ", cut=cut)
    return replace(
        block,
        pieces=(*block.pieces[:-1], joint, *after.pieces),
        page=after.page,
        emphasis=(*block.emphasis, *after.emphasis),
    )
