"""Footnotes: which lines are notes, and where in the running text their markers stand.

A note is believed only where both ends are found: a line that opens with the next number, and
that number glued to a word or its punctuation in the text before it. So a numbered list is no
note and a year is no marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.languages.document import months
from extract.layout.blocks import Block, glued, rows, spaced
from extract.values import Marker, Piece

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEAD = re.compile(
    r"(?:\[(?P<bracket>\d{1,3})\]|\((?P<paren>\d{1,3})\)|(?P<half>\d{1,3})\)"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3})|(?P<bare>\d{1,3})[.]?)[ \t]+(?=[^\s\d]|\d+[ \t])"
)
_AFTER = r"(?=$|[\s.,;:?!)\]»”\"'’–—])"
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[^\W_][.,;:?!)\]»”\"'’])|(?<=[)\]»”\"'’?!][.,;:?!)\]»”\"'’]))"
    r"(?P<label>\d{1,3})" + _AFTER,
    re.MULTILINE,
)
_RAISED = re.compile(r"(?<=\S)(?P<label>[⁰¹²³⁴-⁹]{1,3})")
_BRACKETED = re.compile(r"(?<=\S)[ ]?\[(?P<label>\d{1,3})\]")
_HALF = re.compile(r"(?<=\S)[ ]?(?P<label>\d{1,3})\)" + _AFTER, re.MULTILINE)
_PAREN = re.compile(r"(?<=\S)[ ]?\((?P<label>\d{1,3})\)" + _AFTER, re.MULTILINE)
_STYLES = {
    "bare": (_GLUED, _RAISED),
    "raised": (_RAISED, _GLUED),
    "bracket": (_BRACKETED, _GLUED, _RAISED),
    "half": (_HALF, _GLUED, _RAISED),
    "paren": (_PAREN, _GLUED, _RAISED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    label: str
    style: str
    end: int


def find_notes(
    text: str, blocks: Sequence[Block], paged: bool
) -> tuple[tuple[Block, ...], tuple[Marker, ...]]:
    """The blocks with the notes among them set apart, and the markers bound to these notes.

    Where pages are known a note runs to the next note or to the foot of its page; otherwise
    to the end of its paragraph.
    """
    found: list[Block] = []
    markers: list[Marker] = []
    index = 0
    while index < len(blocks):
        zone = _zone(text, blocks, index, found, markers, paged)
        if not zone:
            found.append(blocks[index])
            index += 1
            continue
        notes, bound = _split(text, zone, found, markers)
        found.extend(notes)
        markers.extend(bound)
        index += len(zone)
    return tuple(found), tuple(markers)


def cut_markers(block: Block, markers: Sequence[Marker]) -> Block:
    """The block without the characters of the markers that stand in it."""
    pieces = block.pieces
    for marker in markers:
        if block.start <= marker.start < block.end:
            pieces = tuple(part for piece in pieces for part in _without(piece, marker))
    return replace(block, pieces=glued(pieces)) if pieces else block


def _zone(
    text: str,
    blocks: Sequence[Block],
    index: int,
    before: Sequence[Block],
    markers: Sequence[Marker],
    paged: bool,
) -> Sequence[Block]:
    """The blocks from ``index`` that hold notes; none where no note begins there."""
    block = blocks[index]
    if block.kind != "paragraph" or not _opens(text, block.pieces[0], before, markers):
        return ()
    end = index + 1
    if paged:
        while end < len(blocks) and _same_foot(blocks[end], block):
            end += 1
    return [item for item in blocks[index:end] if item.kind != "furniture"]


def _same_foot(block: Block, first: Block) -> bool:
    return block.page == first.page and block.kind != "heading"


def _opens(
    text: str, line: Piece, before: Sequence[Block], markers: Sequence[Marker]
) -> tuple[_Lead, Marker] | None:
    """The next note's lead on that line and its marker before it; None where there is no such."""
    lead = _lead(text, line)
    if lead is None or int(lead.label) != _expected(markers):
        return None
    after = markers[-1].end if markers else 0
    marker = next(_candidates(text, before, lead, after), None)
    return (lead, marker) if marker else None


def _expected(markers: Sequence[Marker]) -> int:
    return int(markers[-1].label) + 1 if markers else 1


def _lead(text: str, line: Piece) -> _Lead | None:
    match = _LEAD.match(text, line.start, line.end)
    if match is None or match.lastgroup is None:
        return None
    following = re.match(r"[^\W\d_]+", text[match.end() : line.end])
    if match.lastgroup == "bare" and following and following.group().lower() in months():
        return None  # a line that goes on with a date: "5 mei 2020"
    label = match.group(match.lastgroup).translate(_SUPERSCRIPTS)
    return _Lead(label=str(int(label)), style=match.lastgroup, end=match.end())


def _candidates(text: str, blocks: Sequence[Block], lead: _Lead, after: int) -> Iterator[Marker]:
    """Where the note's number may be its marker, the surest first."""
    spans = [
        piece
        for block in blocks
        if block.kind != "furniture"
        for piece in block.pieces
        if block.kind != "note" and piece.end > after
    ]
    for pattern in _STYLES[lead.style]:
        found = [
            Marker(label=lead.label, start=match.start(), end=match.end())
            for piece in spans
            for match in pattern.finditer(text, max(piece.start, after), piece.end)
            if match["label"].translate(_SUPERSCRIPTS) == lead.label
        ]
        yield from sorted(found, key=lambda marker: (_doubtful(text, marker), marker.start))


def _doubtful(text: str, marker: Marker) -> bool:
    # "COVID19" or "artikel 281.2": a number that belongs to the word before it.
    before = text[max(0, marker.start - 2) : marker.start]
    return before[-1:].isupper() or (before[:1].isdigit() and not before[-1:].isalnum())


def _split(
    text: str, zone: Sequence[Block], before: Sequence[Block], markers: Sequence[Marker]
) -> tuple[list[Block], list[Marker]]:
    notes: list[Block] = []
    bound: list[Marker] = []
    for block in zone:
        for line in rows(block.pieces):
            opened = _opens(text, line[0], before, [*markers, *bound])
            if opened:
                lead, marker = opened
                bound.append(marker)
                first = (replace(line[0], start=lead.end), *line[1:])
                notes.append(replace(block, kind="note", label=lead.label, pieces=first))
            else:
                notes[-1] = replace(notes[-1], pieces=spaced(notes[-1].pieces) + line)
    return notes, bound


def _without(piece: Piece, marker: Marker) -> Iterator[Piece]:
    if not piece.start <= marker.start < piece.end:
        yield piece
        return
    if marker.end >= piece.end:
        if piece.start < marker.start:
            yield replace(piece, end=marker.start)
        return
    if piece.start < marker.start:
        yield replace(piece, end=marker.start, glue="", cut=False)
    yield replace(piece, start=marker.end)
