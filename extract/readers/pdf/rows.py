"""The rows of a page, each with its place and the look of its letters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from extract.readers.pdf.letters import Box

_ALONE = re.compile(r"\[?\d{1,3}\]?|\d{4,7}")
_RAISED = 0.82  # of a row's height: a letter that is lower is raised or lowered


class Row(NamedTuple):
    """One line of a page; lengths are points from the page's top left corner.

    ``at`` and ``x`` are measured places in the text; ``raised`` the numbers printed above the line;
    ``gaps`` the wide spaces in it: the place after it, where it begins and where it ends.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    at: tuple[int, ...]
    x: tuple[float, ...]
    raised: tuple[tuple[int, int], ...]
    gaps: tuple[tuple[int, float, float], ...] = ()

    def parts(self, across: float | None = None) -> list[Row]:
        """The row cut at its wide spaces; with ``across``, only at those over that place."""
        cuts = [
            gap
            for gap in self.gaps
            if across is None or (gap[1] <= across + 1 and across - 1 <= gap[2])
        ]
        places = [(0, self.left, self.left), *cuts, (len(self.text) + 1, self.right, self.right)]
        return [
            self._part(start, left, end, right)
            for (start, _, left), (end, right, _) in pairwise(places)
        ]

    def _part(self, start: int, left: float, end: int, right: float) -> Row:
        text = self.text[start:end].rstrip()
        inside = [
            (at - start, x) for at, x in zip(self.at, self.x, strict=True) if start < at < end
        ]
        inside = [(at, x) for at, x in inside if at < len(text) and left <= x <= right]
        at, x = zip((0, left), *inside, (len(text), right), strict=True)
        return self._replace(
            text=text, left=left, right=right, at=at, x=x, gaps=(),
            raised=tuple((a - start, b - start) for a, b in self.raised if start <= a and b <= end),
        )  # fmt: skip

    def joined(self, after: Row) -> Row | None:
        """It and the run after it, where they stand beside each other in one line; else None."""
        low = min(self.size, after.size)
        gap = after.left - self.right
        beside = min(self.bottom, after.bottom) - max(self.top, after.top) > 0.5 * low
        if not beside or not -0.3 * low < gap < 1.5 * max(self.size, after.size):
            return None
        glue = " " if gap > 0.12 * low else ""
        shift = len(self.text) + len(glue)
        raised = ((a + shift, b + shift) for a, b in _raised(self, after))
        return Row(
            text=self.text + glue + after.text,
            left=self.left, top=min(self.top, after.top),
            right=max(self.right, after.right), bottom=max(self.bottom, after.bottom),
            bold=self.bold and after.bold,
            at=(*self.at[:-1], *(place + shift for place in after.at)),
            x=(*self.x[:-1], *(max(x, self.x[-2]) for x in after.x)),
            raised=(*_raised(after, self), *raised),
            gaps=(*self.gaps, *((place + shift, a, b) for place, a, b in after.gaps)),
        )  # fmt: skip

    @property
    def size(self) -> float:
        """The height of the row: that of its letters."""
        return self.bottom - self.top


def is_raised(box: Box | None, line: Box) -> bool:
    """Whether a letter or number is printed above the line."""
    if box is None:
        return False
    height = line[3] - line[1]
    return box[3] - box[1] < _RAISED * height and line[3] - box[3] > 0.1 * height


def _raised(beside: Row, row: Row) -> tuple[tuple[int, int], ...]:
    """The raised numbers of a run; the run itself where it is a number beside higher letters."""
    line = (beside.left, beside.top, beside.right, beside.bottom)
    number = _ALONE.fullmatch(row.text)
    if number and is_raised((row.left, row.top, row.right, row.bottom), line):
        return (number.span(),)
    return row.raised
