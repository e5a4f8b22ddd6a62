"""What PDFium reads as one line, with its place and the look of its letters, to a page's rows.

The text of a page comes in one call; letters are asked for their places only where it matters (a
row's ends, a word every now and then, numbers that may be raised), all those of a page together.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from extract.readers.pdf.letters import Box, Frame, Letters
from extract.readers.pdf.rows import Row, is_raised

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
_STEP = 30  # letters between measured places
_LONGEST = 6  # letters of a raised number, with its brackets
_TRIED = 12  # rows of a page that are asked whether it may be printed across its columns


def rows(raw: Any, text: str, frame: Frame) -> Iterator[Row]:
    """The rows of a PDFium text page, in the order in which the file prints them."""
    text = text.translate(_CLEAN) if _UNCLEAN.search(text) else text
    held: Row | None = None
    for row in _runs(Letters(raw, frame), text):
        joined = held.joined(row) if held and row.top < held.bottom else None
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
    at, x = _measured(letters, begin, first[0], steps)
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


def _measured(
    letters: Letters, begin: int, left: float, steps: Sequence[int]
) -> tuple[list[int], list[float]]:
    """The measured places of a run but for its end, and how far from the left they stand."""
    at, x = [0], [left]
    for place in steps:
        if box := letters.box(place):
            at.append(place - begin)
            x.append(max(box[0], x[-1]))
    return at, x


def _raised_of(
    letters: Letters, line: Box, begin: int, numbers: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Those of the numbers that are raised, or of each what is: "in 2013" and a marker after it."""
    for start, end in numbers:
        if is_raised(letters.box(end - 1), line):
            while end - start > _LONGEST or not is_raised(letters.box(start), line):
                start += 1
            yield start - begin, end - begin
