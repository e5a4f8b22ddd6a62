"""Text whose lines are not wrapped to a width: there every line is a paragraph of its own.

An editor or a web page gives a paragraph as one long line, and a headline, a byline and the text
then follow each other without an empty line. Known by shape, never by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.layout.blocks import Block, glued, joined, rows
from extract.values import Piece

_WIDEST = 120  # characters; no printed page and no mail has lines so long
_BROKEN = 0.2  # the share of lines that go on in the next, above which a text is wrapped
_ENDED = re.compile(r"[.?!:;…][\"»”’')\]]*(?:\d{1,3}|\[\w+\]|[⁰¹²³⁴-⁹]+)?$")
_BULLET = re.compile(r"[*•●▪‣◦–-][ \t]+(?=\S)")


def unwrapped(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, cut at the items of a list, and at every line where lines are not wrapped."""
    every = _is_unwrapped(text, [rows(block.pieces) for block in blocks if _is_text(block)])
    return tuple(part for block in blocks for part in _cut(text, block, every=every))


def _is_text(block: Block) -> bool:
    return block.kind == "paragraph" and not block.apart


def _is_unwrapped(text: str, paragraphs: Sequence[list[tuple[Piece, ...]]]) -> bool:
    lengths = [row[-1].end - row[0].start for lines in paragraphs for row in lines]
    long = sum(length for length in lengths if length > _WIDEST)
    ends = [pair for lines in paragraphs for pair in pairwise(lines)]
    broken = sum(1 for row, after in ends if _goes_on(text, row, after))
    return 2 * long > sum(lengths) and broken <= _BROKEN * len(ends)


def _goes_on(text: str, row: tuple[Piece, ...], after: tuple[Piece, ...]) -> bool:
    line = text[row[0].start : row[-1].end]
    return len(line) > _WIDEST and not _ENDED.search(line) and text[after[0].start].islower()


def _cut(text: str, block: Block, *, every: bool) -> Iterator[Block]:
    lines = rows(block.pieces)
    items = [bool(_BULLET.match(joined(text, row))) for row in lines]
    if not _is_text(block) or (not every and sum(items) < 2):
        yield block
        return
    held: list[Piece] = []
    item = False
    for row, bullet in zip(lines, items, strict=True):
        if held and (every or bullet):
            yield replace(block, pieces=glued(tuple(held)), apart=item)
            held, item = [], False
        held.extend(row)
        item = item or bullet
    yield replace(block, pieces=glued(tuple(held)), apart=item)
