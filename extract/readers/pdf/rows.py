"""The rows of a page: what PDFium reads as one line, with its place and the look of its letters.

The text of a page comes in one call; letters are asked for their places only where it matters (a
row's ends, a word every now and then, numbers that may be raised), all those of a page together.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from extract.readers.pdf.letters import Box, Frame, Letters

# PDFium marks a hyphen at a line's end so, and begins no new line after it.
_HYPHEN = "\x02\ufffe"
_RUN = re.compile(rf"[^\s{_HYPHEN}](?:[^\r\n{_HYPHEN}]*[^\s{_HYPHEN}])?[{_HYPHEN}]?")
# What fonts of symbols call their bullets, and what would end a line of the text.
_CLEAN = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "•"} | dict.fromkeys("\0\t\v\f\x1c\x1d\x1e\x85\u2028\u2029", " ")
)
_UNCLEAN = re.compile("[\uf0b7\uf0a7\0\t\v\f\x1c-\x1e\x85\u2028\u2029]")
# Its digit comes first, so that a text is searched for digits and not tried at every letter.
_NUMBER = re.compile(
    r"\d(?:(?<!\d\d)(?:(?<!\d[.,/:]\d)|(?<=\d{4}[.,]\d))\d{0,2}\]?(?!\d|[.,/:]\d)|\d{3,6}(?!\d))"
)
_BRACKET = re.compile(r"(?<!\d)(?:(?<!\d[.,/:])|(?<=\d{4}[.,]))\[\d{1,3}(?!\d)")
_ALONE = re.compile(r"\[?\d{1,3}\]?|\d{4,7}")
_STEP = 30  # letters between measured places
_RAISED = 0.82  # of a row's height: a letter that is lower is raised or lowered
_LONGEST = 6  # letters of a raised number, with its brackets
_TRIED = 12  # rows of a page that are asked whether it may be printed across its columns


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


def rows(raw: Any, text: str, frame: Frame) -> Iterator[Row]:
    """The rows of a PDFium text page, in the order in which the file prints them."""
    text = text.translate(_CLEAN) if _UNCLEAN.search(text) else text
    held: Row | None = None
    for row in _runs(Letters(raw, frame), text):
        joined = _one(held, row) if held and row.top < held.bottom else None
        if held and not joined:
            yield held
        held = joined or row
    if held:
        yield held


def _runs(letters: Letters, text: str) -> Iterator[Row]:
    """The rows as PDFium tells them apart; it may see two where there is one."""
    spans = [match.span() for match in _RUN.finditer(text)]
    numbers = deque(_numbers(text))
    steps = [_steps(text, begin, end) for begin, end in spans]
    ends = [end - 1 for _, end in (*spans, *numbers)]
    letters.fetch([*(begin for begin, _ in spans), *ends, *(at for row in steps for at in row)])
    bold = letters.bold([begin for begin, _ in spans])
    across = _may_be_across(letters, text, spans)
    for span, inner, is_bold in zip(spans, steps, bold, strict=True):
        own = []
        while numbers and numbers[0][0] < span[1]:
            own.append(numbers.popleft())
        if row := _row(letters, text, span, inner, own, bold=is_bold, across=across):
            yield row


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a text that may be raised, or whose last digits may be."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        opened = start and text[start - 1] == "[" and _BRACKET.match(text, start - 1)
        yield (start - 1 if opened else start), end


def _steps(text: str, begin: int, end: int) -> list[int]:
    """Beginnings of words in a run, some way apart: places to be measured."""
    if end - begin <= _STEP:
        return []
    found = []
    last = end - _STEP // 2
    place = text.find(" ", begin + _STEP, last) + 1
    while place:
        if text[place] != " ":
            found.append(place)
        place = text.find(" ", place + _STEP, last) + 1
    return found


def _may_be_across(letters: Letters, text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether some of the longer rows have wide spaces: then all are looked at for them."""
    long = [(begin, end) for begin, end in spans if end - begin > _STEP]
    tried = long[:: max(1, len(long) // _TRIED)]
    return any(any(letters.gaps(begin, text[begin:end])) for begin, end in tried)


def _row(
    letters: Letters,
    text: str,
    span: tuple[int, int],
    steps: Sequence[int],
    numbers: Sequence[tuple[int, int]],
    *,
    bold: bool,
    across: bool,
) -> Row | None:
    begin, end = span
    first, last = letters.box(begin), letters.box(end - 1)
    if first is None or last is None:
        return None
    at, x = [0], [first[0]]
    for place in steps:
        if box := letters.box(place):
            at.append(place - begin)
            x.append(max(box[0], x[-1]))
    right = max(last[2], x[-1])
    top, bottom = min(first[1], last[1]), max(first[3], last[3])
    taller = first if first[3] - first[1] >= last[3] - last[1] else last
    run = text[begin:end]
    return Row(
        text=f"{run[:-1]}-" if run[-1] in _HYPHEN else run,
        left=first[0], top=top, right=right, bottom=bottom,
        bold=bold and all(letters.bold([end - 1, (begin + end - 1) // 2])),
        at=(*at, end - begin), x=(*x, right),
        raised=tuple(_raised_of(letters, taller, begin, numbers)) if numbers else (),
        gaps=tuple(letters.gaps(begin, run, bottom - top)) if across else (),
    )  # fmt: skip


def _raised_of(
    letters: Letters, line: Box, begin: int, numbers: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Those of the numbers that are raised, or of each what is: "in 2013" and a marker after it."""
    for start, end in numbers:
        if _is_raised(letters.box(end - 1), line):
            while end - start > _LONGEST or not _is_raised(letters.box(start), line):
                start += 1
            yield start - begin, end - begin


def _is_raised(box: Box | None, line: Box) -> bool:
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
    number = _ALONE.fullmatch(row.text)
    if number and _is_raised((row.left, row.top, row.right, row.bottom), line):
        return (number.span(),)
    return row.raised
