"""Footnotes: which lines are notes, and where in the running text their markers stand.

A note is believed only where both ends are found: a line that opens with the next number, and
that number glued to a word or its punctuation in the text before it. So a numbered list is no
note and a year is no marker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.layout.blocks import Block, glued, rows, spaced
from extract.layout.markers import Candidates, Lead, lead
from extract.values import Marker, Piece

_WORD_BEFORE = re.compile(r"[^\W\d_]{3}[.,;:?!)\]»”\"'’]*$")
_MOST_MISSING = 2  # notes in a row that may be damaged beyond recognition


@dataclass(slots=True)
class _Bound:
    """What is bound so far, in the order of the text."""

    candidates: Candidates
    markers: list[Marker] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)

    def opens(self, text: str, row: Sequence[Piece], *, inside: bool) -> tuple[Lead, Marker] | None:
        """The note that the line opens and its marker; None where it opens none.

        ``inside`` a paragraph a line must look more like a note to be one. The first note of an
        extract may have any number, if it looks like one.
        """
        found = lead(text, row[0])
        expected = int(self.markers[-1].label) + 1 if self.markers else 1
        missing = int(found.label) - expected if found else -1
        if found is None or missing < 0 or (inside and not found.named):
            return None
        if missing > _MOST_MISSING and (self.markers or not found.named):
            return None
        after = self.markers[-1].end if self.markers else 0
        sure = missing > 0 or inside
        marker = self.candidates.best(found, after, row[0].start, self.notes, sure=sure)
        if marker is None or (missing > _MOST_MISSING and not _is_glued(text, marker)):
            return None
        return found, marker


def find_notes(
    text: str, blocks: Sequence[Block], paged: bool
) -> tuple[tuple[Block, ...], tuple[Marker, ...]]:
    """The blocks with the notes among them set apart, and the markers bound to these notes.

    Where pages are known a note runs to the next note or to the foot of its page; otherwise
    to the end of its paragraph.
    """
    bound = _Bound(candidates=Candidates.of(text, blocks))
    found: list[Block] = []
    index = 0
    while index < len(blocks):
        before, first = _opening(text, blocks[index], bound)
        found.extend([before] if before else [])
        if first:
            end = _foot(blocks, index, paged)
            found.extend(_notes(text, [first, *blocks[index + 1 : end]], bound))
            index = end
        else:
            index += 1
    return tuple(found), tuple(bound.markers)


def cut_markers(pieces: Sequence[Piece], markers: Sequence[Marker]) -> tuple[Piece, ...]:
    """The pieces without the characters of the markers that stand in them.

    ``markers`` are in the order of the text.
    """
    if not pieces:
        return ()
    begin = bisect_left(markers, pieces[0].start, key=lambda marker: marker.start)
    end = bisect_right(markers, pieces[-1].end, key=lambda marker: marker.start)
    inside = markers[begin:end]
    if not inside:
        return tuple(piece for piece in pieces if piece.start < piece.end)
    left: list[Piece] = []
    at = 0
    for piece in pieces:
        while at < len(inside) and inside[at].end <= piece.start:
            at += 1
        rest = list(_without(piece, inside, at))
        if left and not rest:  # all of it was a marker: what joined it to the next still does
            last = left[-1]
            left[-1] = replace(last, glue=last.glue or piece.glue, cut=last.cut or piece.cut)
        left.extend(rest)
    return tuple(left)


def _is_glued(text: str, marker: Marker) -> bool:
    """Whether no number but a note's is so printed: raised, in square brackets, after a word."""
    if re.match(r"[\[<⁰¹²³⁴-⁹]", text[marker.start]):
        return True
    return bool(_WORD_BEFORE.search(text, max(0, marker.start - 8), marker.start))


def _opening(text: str, block: Block, bound: _Bound) -> tuple[Block | None, Block | None]:
    """The block up to its first line that opens a note, and from there on."""
    if block.kind != "paragraph":
        return block, None
    lines = rows(block.pieces)
    for number, row in enumerate(lines):
        if bound.opens(text, row, inside=number > 0):
            before, after = sum(lines[:number], ()), sum(lines[number:], ())
            head = replace(block, pieces=glued(before)) if before else None
            return head, replace(block, pieces=after)
    return block, None


def _foot(blocks: Sequence[Block], index: int, paged: bool) -> int:
    """The index after the last block of the page's foot that begins at ``index``."""
    end = index + 1
    while paged and end < len(blocks) and blocks[end].page == blocks[index].page:
        if blocks[end].kind not in ("paragraph", "furniture"):
            break
        end += 1
    return end


def _notes(text: str, foot: Sequence[Block], bound: _Bound) -> Iterator[Block]:
    held: list[Piece] = []
    label = ""
    for block in foot:
        if block.kind == "furniture":
            yield block
            continue
        for row in rows(block.pieces):
            opened = bound.opens(text, row, inside=False)
            if opened:
                if held:
                    yield _note(block, label, held, bound)
                bound.markers.append(opened[1])
                label, held = opened[0].label, [replace(row[0], start=opened[0].end), *row[1:]]
            else:
                held[-1:] = [*spaced((held[-1],)), *row]
    yield _note(foot[0], label, held, bound)


def _note(block: Block, label: str, pieces: Sequence[Piece], bound: _Bound) -> Block:
    bound.notes.append((pieces[0].start, pieces[-1].end))
    return replace(block, kind="note", label=label, pieces=glued(tuple(pieces)))


def _without(piece: Piece, markers: Sequence[Marker], at: int) -> Iterator[Piece]:
    """What is left of the piece without the markers from ``at`` on that stand in it."""
    start = piece.start
    while at < len(markers) and markers[at].start < piece.end:
        if start < markers[at].start:
            ends = markers[at].end >= piece.end
            kept = replace(piece, start=start, end=markers[at].start)
            yield kept if ends else replace(kept, glue="", cut=False)
        start = markers[at].end
        at += 1
    if start < piece.end:
        yield piece if start == piece.start else replace(piece, start=start)
