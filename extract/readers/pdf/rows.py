"""The rows of a page: what PDFium reads as one line, with its place and the look of its letters.

The text of a page comes in one call; letters are asked for their places only where it matters (a
row's ends, a word every now and then, numbers that may be raised), since each call costs as much as
twenty letters do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

# PDFium marks a hyphen at a line's end so, and begins no new line after it.
_HYPHEN = "\x02\ufffe"
_RUN = re.compile(rf"[^\s{_HYPHEN}](?:[^\r\n{_HYPHEN}]*[^\s{_HYPHEN}])?[{_HYPHEN}]?")
# What fonts of symbols call their bullets, and what would end a line of the text.
_CLEAN = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "•"} | dict.fromkeys("\0\t\v\f\x1c\x1d\x1e\x85\u2028\u2029", " ")
)
_NUMBER = re.compile(
    r"(?<!\d)(?:(?<!\d[.,/:])|(?<=\d{4}[.,]))\[?\d{1,3}\]?(?!\d|[.,/:]\d)|\d{4,7}(?!\d)"
)
_STEP = 30  # letters between measured places
_RAISED = 0.82  # of a row's height: a letter that is lower is raised or lowered
_WIDE = 0.9  # times a row's height: a space that may lie between columns
_LONGEST = 6  # letters of a raised number, with its brackets
_TRIED = 12  # rows of a page that are asked whether it may be printed across its columns
_BOLD = 600  # CSS font weight


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

    @property
    def size(self) -> float:
        """The height of the row: that of its letters."""
        return self.bottom - self.top


class Frame(NamedTuple):
    """The corner of the page that is shown, in the coordinates of its text, and its turn."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    def place(self, box: Any) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a PDFium box on the page as it is shown."""
        left, bottom = box.left - self.left, box.bottom - self.bottom
        right, top = box.right - self.left, box.top - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        if self.turn == 90:
            return bottom, left, top, right
        if self.turn == 180:
            return width - right, bottom, width - left, top
        if self.turn == 270:
            return height - top, width - right, height - bottom, width - left
        return left, height - top, right, height - bottom


def rows(raw: Any, text: str, frame: Frame) -> Iterator[Row]:
    """The rows of a PDFium text page, in the order in which the file prints them."""
    letters = _Letters(raw, frame)
    held: Row | None = None
    matches = list(_RUN.finditer(text.translate(_CLEAN)))
    across = _may_be_across(letters, matches)
    for match in matches:
        row = _row(letters, match, across=across)
        if row is None:
            continue
        joined = held and _one(held, row)
        if held and not joined:
            yield held
        held = joined or row
    if held:
        yield held


def _may_be_across(letters: _Letters, matches: Sequence[re.Match[str]]) -> bool:
    """Whether some of the longer rows have wide spaces: then all are looked at for them."""
    long = [match for match in matches if match.end() - match.start() > _STEP]
    tried = long[:: max(1, len(long) // _TRIED)]
    return any(any(letters.gaps(m.start(), m.group(), None)) for m in tried)


_EDGES = (c_double(), c_double(), c_double(), c_double())
_REFS = tuple(byref(edge) for edge in _EDGES)


class _Letters:
    """Asks PDFium for the places of letters, one at a time."""

    def __init__(self, raw: Any, frame: Frame) -> None:
        self._raw, self._box, self._place = raw, pdfium.FS_RECTF(), frame.place
        self._ref = byref(self._box)

    def box(self, index: int) -> tuple[float, float, float, float] | None:
        """Left, top, right and bottom of a letter; None where it has no place."""
        if not pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._ref):
            return None
        return self._place(self._box)

    def gaps(
        self, begin: int, text: str, height: float | None = None
    ) -> Iterator[tuple[int, float, float]]:
        """The wide spaces of a run: the place after each, where it begins and where it ends.

        ``height`` is that of its letters, where it is known.
        """
        runs = pdfium.FPDFText_CountRects(self._raw, begin, len(text))
        if runs < 2:
            return
        boxes = [self._run(index) for index in range(runs)]
        height = height or max(bottom - top for _, top, _, bottom in boxes)
        for (_, _, end, _), (left, _, _, _) in pairwise(boxes):
            if left - end > _WIDE * height:
                for space in re.finditer(r"\s+(?=\S)", text):
                    box = self.box(begin + space.end())
                    if box and abs(box[0] - left) < 0.3 * height:
                        yield space.end(), end, left
                        break

    def _run(self, index: int) -> tuple[float, float, float, float]:
        left, top, right, bottom = _EDGES
        pdfium.FPDFText_GetRect(self._raw, index, *_REFS)
        self._box.left, self._box.top = left.value, top.value
        self._box.right, self._box.bottom = right.value, bottom.value
        return self._place(self._box)

    def bold(self, index: int) -> bool:
        """Whether the letter is bold."""
        return int(pdfium.FPDFText_GetFontWeight(self._raw, index)) >= _BOLD


def _row(letters: _Letters, match: re.Match[str], *, across: bool) -> Row | None:
    text, begin, end = match.group(), match.start(), match.end()
    first, last = letters.box(begin), letters.box(end - 1)
    if first is None or last is None:
        return None
    raised: tuple[tuple[int, int], ...] = ()
    top, bottom = min(first[1], last[1]), max(first[3], last[3])
    at, x = [0], [first[0]]
    place = text.find(" ", _STEP, len(text) - _STEP // 2) + 1
    while place:
        if text[place] != " " and (box := letters.box(begin + place)):
            at.append(place)
            x.append(max(box[0], x[-1]))
        place = text.find(" ", place + _STEP, len(text) - _STEP // 2) + 1
    taller = first if first[3] - first[1] >= last[3] - last[1] else last
    for number in _NUMBER.finditer(text):
        start, stop = number.span()
        if _is_raised(letters.box(begin + stop - 1), taller):
            while stop - start > _LONGEST or not _is_raised(letters.box(begin + start), taller):
                start += 1  # "in 2013" and a raised number after it
            raised = (*raised, (start, stop))
    return Row(
        text=f"{text[:-1]}-" if text[-1] in _HYPHEN else text,
        left=first[0], top=top, right=max(last[2], x[-1]), bottom=bottom,
        bold=all(letters.bold(i) for i in (begin, end - 1, (begin + end - 1) // 2)),
        at=(*at, len(text)), x=(*x, max(last[2], x[-1])), raised=raised,
        gaps=tuple(letters.gaps(begin, text, bottom - top)) if across else (),
    )  # fmt: skip


def _is_raised(
    box: tuple[float, float, float, float] | None, line: tuple[float, float, float, float]
) -> bool:
    if box is None:
        return False
    height = line[3] - line[1]
    return box[3] - box[1] < _RAISED * height and line[3] - box[3] > 0.1 * height


def _one(row: Row, after: Row) -> Row | None:
    """Two runs as one row, where they stand beside each other in one line; else None."""
    low = min(row.size, after.size)
    gap = after.left - row.right
    beside = min(row.bottom, after.bottom) - max(row.top, after.top) > 0.5 * low
    if not beside or not -0.3 * low < gap < 1.5 * max(row.size, after.size):
        return None
    glue = " " if gap > 0.12 * low else ""
    shift = len(row.text) + len(glue)
    return Row(
        text=row.text + glue + after.text,
        left=row.left, top=min(row.top, after.top),
        right=max(row.right, after.right), bottom=max(row.bottom, after.bottom),
        bold=row.bold and after.bold,
        at=(*row.at[:-1], *(place + shift for place in after.at)),
        x=(*row.x[:-1], *(max(x, row.x[-2]) for x in after.x)),
        raised=(*_raised(after, row), *((a + shift, b + shift) for a, b in _raised(row, after))),
        gaps=(*row.gaps, *((place + shift, a, b) for place, a, b in after.gaps)),
    )  # fmt: skip


def _raised(beside: Row, row: Row) -> tuple[tuple[int, int], ...]:
    """The raised numbers of a run; the run itself where it is a number beside higher letters."""
    line = (beside.left, beside.top, beside.right, beside.bottom)
    number = _NUMBER.fullmatch(row.text)
    if number and _is_raised((row.left, row.top, row.right, row.bottom), line):
        return (number.span(),)
    return row.raised
