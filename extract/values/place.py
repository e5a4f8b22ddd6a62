"""Where words stand on the page: lines with a few measured places, and the boxes of a span.

Lengths are tenths of a point (1/720 inch), from the top left corner of the page as it is shown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# How wide letters are beside one another: enough to place a letter between two measured ones.
_NARROW = frozenset("iljtfrI.,;:'’‘|!()[]{}/ -·")
_WIDE = frozenset("mwMW@%—…№")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner; pages count from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line ``[start, end)`` of the stored text as it is printed.

    ``at`` are places in it, counted from its start, the first 0 and the last its length; ``x``
    says how far from the left each of them stands. Where the line was read from a picture (OCR)
    each place but the last begins a word, and ``sure`` says how sure its reading is, in percent.
    """

    start: int
    page: int
    top: int
    bottom: int
    at: tuple[int, ...]
    x: tuple[int, ...]
    sure: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """Where the line ends in the stored text."""
        return self.start + self.at[-1]


def boxes(text: str, lines: Sequence[PrintedLine], start: int, end: int) -> Iterator[Box]:
    """A box for each line of which some of ``[start, end)`` is part.

    ``lines`` are in the order of the text. What ends or begins between two measured places is
    placed by the usual widths of its letters.
    """
    for line in _between(lines, start, end):
        begin, stop = max(start, line.start), min(end, line.end)
        if text[begin:stop].strip():
            yield Box(
                page=line.page,
                left=_across(text, line, begin) / 10,
                top=line.top / 10,
                right=_across(text, line, stop) / 10,
                bottom=line.bottom / 10,
            )


def sureness(lines: Sequence[PrintedLine], start: int, end: int) -> int | None:
    """How sure the least sure word of ``[start, end)`` was read from a picture, in percent.

    None where none of it was: where the file has its text.
    """
    read = (
        sure
        for line in _between(lines, start, end)
        for sure, begin, stop in zip(line.sure, line.at, line.at[1:], strict=False)
        if line.start + begin < end and start < line.start + stop
    )
    return min(read, default=None)


def _between(lines: Sequence[PrintedLine], start: int, end: int) -> Sequence[PrintedLine]:
    first = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
    return lines[first : bisect_left(lines, end, key=lambda line: line.start)]


def _across(text: str, line: PrintedLine, offset: int) -> int:
    inside = offset - line.start
    index = min(bisect_right(line.at, inside), len(line.at) - 1)
    before, after = line.at[index - 1], line.at[index]
    begun = _width(text[line.start + before : offset])
    whole = _width(text[line.start + before : line.start + after])
    return round(line.x[index - 1] + (line.x[index] - line.x[index - 1]) * begun / (whole or 1))


def _width(run: str) -> float:
    return sum(0.5 if c in _NARROW else 1.5 if c in _WIDE or c.isupper() else 1 for c in run)
