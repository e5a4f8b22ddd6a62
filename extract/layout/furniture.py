"""Page furniture: what the page prints over and over, and no sentence of the document.

Known by repetition and shape, never by its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.layout.blocks import Block, joined, rows
from extract.layout.lines import Line
from extract.structure.headings import Headings

EDGE = 2  # lines at the head and at the foot of a page that may be furniture
_NUMBER = re.compile(
    r"\W*(?:[^\W\d_]+\.?\s+)?(?P<number>\d{1,4})(?:\s*(?:/|[^\W\d_]+)\s*\d{1,4})?\W*"
)
_DIGITS = re.compile(r"\d+")
_LONGEST = 70  # characters in a line of a margin
_MOST_LINES = 8
_SENTENCE_END = re.compile(r"[.!?]$")


def running_lines(text: str, lines: Sequence[Line], headings: Headings) -> frozenset[Line]:
    """The running heads and page numbers among the lines of a paged text.

    A page number counts on with the pages; a running head stands on at least half of them.
    A heading of a section is never furniture.
    """
    edges = [line for line in _edges(lines) if not headings.read(text[line.start : line.end])]
    pages = 1 + max((line.page for line in lines), default=0)
    return frozenset([*_numbers(text, edges), *_heads(text, edges, pages)])


def margins(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with a letter's repeated margin blocks marked as furniture.

    Such a block opens with a label on a line of its own, has short lines and no sentence, and
    stands in the document more than once with the same words. A label that comes with
    different words heads records, and is left alone.
    """
    said: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if _is_margin(text, block):
            said[block.lead].append(joined(text, block.pieces))
    repeated = {lead: Counter(bodies) for lead, bodies in said.items() if _is_one(bodies)}
    return tuple(
        replace(block, kind="furniture")
        if _is_margin(text, block)
        and repeated.get(block.lead, Counter())[joined(text, block.pieces)] > 1
        else block
        for block in blocks
    )


def _is_margin(text: str, block: Block) -> bool:
    lines = [joined(text, row) for row in rows(block.pieces)]
    return (
        bool(block.lead)
        and len(joined(text, block.pieces)) > len(block.lead)
        and len(lines) <= _MOST_LINES
        and all(len(line) <= _LONGEST and not _SENTENCE_END.search(line) for line in lines)
    )


def _is_one(bodies: Sequence[str]) -> bool:
    shortest = min(bodies, key=len)
    return len(bodies) > 1 and all(body.startswith(shortest) for body in bodies)


def _edges(lines: Sequence[Line]) -> Iterator[Line]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if not line.blank:
            pages[line.page].append(line)
    for page in pages.values():
        yield from dict.fromkeys([*page[:EDGE], *page[-EDGE:]])


def _numbers(text: str, edges: Sequence[Line]) -> Iterator[Line]:
    found = [
        (int(match["number"]) - line.page, line)
        for line in edges
        if (match := _NUMBER.fullmatch(text, line.start, line.end))
    ]
    pages: dict[int, set[int]] = defaultdict(set)
    for offset, line in found:
        pages[offset].add(line.page)
    for offset, line in found:
        if len(pages[offset]) > 1:
            yield line


def _heads(text: str, edges: Sequence[Line], pages: int) -> Iterator[Line]:
    said = (" ".join(text[line.start : line.end].split()) for line in edges)
    shapes = [_DIGITS.sub("#", words) for words in said]
    stands: dict[str, set[int]] = defaultdict(set)
    for line, shape in zip(edges, shapes, strict=True):
        stands[shape].add(line.page)
    for line, shape in zip(edges, shapes, strict=True):
        if len(shape) > 1 and len(stands[shape]) >= max(2, (pages + 1) // 2):
            yield line
