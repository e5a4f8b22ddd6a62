"""Lines and pages of plain text, each with its exact place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# CR LF and every line or page end of Unicode (UAX 14: BK, CR, LF, NL).
_ENDING = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACED = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without the white space around it; ``page`` counts from 0."""

    start: int
    end: int
    page: int

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return self.start == self.end


def lines(text: str, page_starts: tuple[int, ...]) -> tuple[Line, ...]:
    """Every line of the text, blank ones too.

    >>> [(line.start, line.end, line.page) for line in lines("a \\n b\\fc", (0, 6))]
    [(0, 1, 0), (4, 5, 0), (6, 7, 1)]
    """
    found = []
    page = 0
    for start, end in _spans(text):
        while page + 1 < len(page_starts) and page_starts[page + 1] <= start:
            page += 1
        run = text[start:end]
        begin = start + len(run) - len(run.lstrip())
        found.append(Line(start=begin, end=max(begin, start + len(run.rstrip())), page=page))
    return tuple(found)


def page_starts(text: str) -> tuple[int, ...]:
    """Where each page begins; empty where the text does not show its pages.

    A page begins after a form feed. Some converters turn the form feed into one space: then
    lines that begin with exactly one space are the first of a page, provided that no line is
    indented otherwise and that the text itself begins or ends with such a space.

    >>> page_starts("one\\ftwo\\f")
    (0, 4)
    >>> page_starts(" one\\nmore\\n two\\n ")
    (0, 10)
    >>> page_starts("one\\n two")
    ()
    """
    if "\f" in text:
        breaks = [match.end() for match in re.finditer("\f", text)]
    elif text.startswith(" ") or re.search("[\n\r] $", text):
        indents = list(_SPACED.finditer(text))
        if any(match.group() != " " for match in indents):
            return ()
        breaks = [match.start() for match in indents]
    else:
        return ()
    inner = [at for at in breaks if text[:at].strip() and text[at:].strip()]
    return (0, *inner) if inner else ()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _ENDING.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
