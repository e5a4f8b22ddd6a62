"""A chronology whose entries stand under a line with their date, which says when of all in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extract.expressions.dates import dates_in
from extract.values import Document, Passage

_LONGEST = 40  # characters of a line that is a date
_FEWEST = 2  # entries: one date under a title is that of the text
_SEVERAL = 3  # paragraphs that begin with a date; a text may cite two by theirs
_MARK = re.compile(r"\s*(?:[-–—]\s|:\s)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def entry_dates(document: Document) -> Mapping[int, str]:
    """The date (EDTF) of the entry in which a passage stands, by where the passage starts.

    Empty where the document is no chronology. What follows a heading that is no date stands in
    no entry.
    """
    if not has_entries(document.passages):
        return _opened(document.passages)
    days = [(passage, date_line(passage.text)) for passage in _running(document.passages)]
    found: dict[int, str] = {}
    current: str | None = None
    for passage, day in days:
        if day is not None or passage.kind == "heading":
            current = day
        elif current is not None and passage.kind == "body":
            found[passage.pieces[0].start] = current
    return found


def _opened(passages: Sequence[Passage]) -> dict[int, str]:
    """The dates with which paragraphs begin, where several do in their order: "3 May 2020 - X"."""
    found: dict[int, str] = {}
    for passage in _running(passages):
        span = next(dates_in(passage.text[:_LONGEST]), None)
        if span is not None and span.start == 0 and _MARK.match(passage.text, span.end):
            found[passage.pieces[0].start] = span.edtf
    days = [*found.values()]
    ordered = days in (sorted(days), sorted(days, reverse=True))
    return found if ordered and len(set(days)) >= _SEVERAL else {}


def has_entries(passages: Sequence[Passage]) -> bool:
    """Whether lines with several dates have each a text under them: none dates the whole."""
    days = [date_line(passage.text) for passage in _running(passages)]
    return len({day for day, after in pairwise(days) if day and after is None}) >= _FEWEST


def date_line(text: str) -> str | None:
    """The date (EDTF) that is all that a line says; None where it says more, or none.

    >>> date_line("4 April 2022"), date_line("June 2022:"), date_line("2024"), date_line("Page 3")
    ('2022-04-04', '2022-06', '2024', None)
    """
    line = text.strip().rstrip(":.")
    if len(line) > _LONGEST:
        return None
    if _YEAR.fullmatch(line):
        return line
    span = next(dates_in(line), None)
    whole = span is not None and not (line[: span.start] + line[span.end :]).strip(" ,")
    return span.edtf if span is not None and whole else None


def _running(passages: Sequence[Passage]) -> Iterator[Passage]:
    return (p for p in passages if p.kind in ("heading", "body", "front"))
