"""The rows of a page in the order in which people read them: down each column.

The order in which a file prints is mostly but not always that of reading: page numbers may come
last, and a page may be printed across its columns.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from extract.readers.pdf.rows import Row

_FEWEST = 4  # rows in a column
_FILLED = 0.7  # of a column's width, filled by half of its rows: text, not a table's labels
_NARROWEST = 0.25  # of the width of what is printed, in a column
_MOST_CROSSING = 0.4  # of the rows, over the gap between two columns
_DEEPEST = 8  # columns within columns


def ordered(rows: Sequence[Row], depth: int = 0) -> list[tuple[Row, ...]]:
    """The columns of a page from the first to be read to the last, each from top to bottom."""
    whole = _down(rows)
    parts = _down(part for row in rows for part in row.parts()) if _is_cut(rows) else whole
    gap = _gap(parts) if depth < _DEEPEST and _stand_beside(parts) else None
    if gap is None:
        return [tuple(_lines(whole))] if rows else []
    down = _down(part for row in rows for part in row.parts(gap))
    return [column for band in _bands(down, gap) for column in ordered(band, depth + 1)]


def _down(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.bottom, row.left))


def _is_cut(rows: Sequence[Row]) -> bool:
    """Whether so many rows have wide spaces that a file may print across its columns."""
    return sum(1 for row in rows if row.gaps) >= _FEWEST


def _lines(down: Sequence[Row]) -> Iterator[Row]:
    """The rows from top to bottom, those of one line from left to right."""
    held: list[Row] = []
    for row in down:
        if held and row.top > held[0].bottom - 0.5 * min(row.size, held[0].size):
            yield from sorted(held, key=lambda row: row.left)
            held = []
        held.append(row)
    yield from sorted(held, key=lambda row: row.left)


def _stand_beside(down: Sequence[Row]) -> bool:
    beside = sum(
        1
        for row, after in itertools.pairwise(down)
        if after.top < row.bottom - 0.5 * min(row.size, after.size)
        and (after.left >= row.right or row.left >= after.right)
    )
    return beside > 1


def _gap(rows: Sequence[Row]) -> float | None:
    """Where the second column begins; None where there is but one."""
    width = max(row.right for row in rows) - min(row.left for row in rows)
    best: tuple[int, float] | None = None
    for left in sorted({round(row.left) for row in rows}):
        before = [row for row in rows if row.right <= left + 1]
        after = [row for row in rows if row.left >= left - 1]
        crossing = len(rows) - len(before) - len(after)
        if (
            min(len(before), len(after)) >= _FEWEST
            and crossing <= _MOST_CROSSING * len(rows)
            and _is_column(before, width)
            and (_is_column(after, width) or (crossing == 0 and _is_last(after, width)))
            and (best is None or crossing < best[0])
        ):
            best = (crossing, left)
    return best[1] if best else None


def _is_last(rows: Sequence[Row], width: float) -> bool:
    """Whether the rows may be a text's last column: some fill it, its end and its names do not."""
    own = max(row.right for row in rows) - min(row.left for row in rows)
    filled = sum(1 for row in rows if row.right - row.left >= _FILLED * own)
    return own >= _NARROWEST * width and filled >= _FEWEST


def _is_column(rows: Sequence[Row], width: float) -> bool:
    widths = [row.right - row.left for row in rows]
    own = max(row.right for row in rows) - min(row.left for row in rows)
    return own >= _NARROWEST * width and median(widths) >= _FILLED * own


def _bands(down: Sequence[Row], gap: float) -> Iterator[Sequence[Row]]:
    """What is left of the gap, then what is right of it, between the rows that go over it."""
    left: list[Row] = []
    right: list[Row] = []
    over: list[Row] = []
    for row in down:
        if row.left >= gap - 1 or row.right <= gap + 1:
            yield from (band for band in (over,) if band)
            over = []
            (right if row.left >= gap - 1 else left).append(row)
        else:
            yield from (band for band in (left, right) if band)
            left, right = [], []
            over.append(row)
    yield from (band for band in (over, left, right) if band)
