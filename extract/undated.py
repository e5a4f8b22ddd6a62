"""A document that gives no date for itself: by which dates the days without a year are read.

Its story is read as told in order: a day without a year follows the date told last before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from extract.expressions.dates import dates_in
from extract.values import Document

_FULL = 7  # characters of a date with its month
_UNTOLD = frozenset({"footnote", "furniture"})


def story(document: Document) -> Callable[[int], str | None]:
    """For a place in the text, the last date (EDTF) told before it, else the first after it.

    For every place None where the document has a date of its own, or tells none with its year.
    """
    if document.metadata.date:
        return lambda place: None
    told = sorted(_told(document))
    places = [place for place, _ in told]

    def before(place: int) -> str | None:
        if not told:
            return None
        return told[max(0, bisect_left(places, place) - 1)][1]

    return before


def _told(document: Document) -> Iterator[tuple[int, str]]:
    for passage in document.passages:
        if passage.kind not in _UNTOLD:
            start = passage.pieces[0].start
            for found in dates_in(passage.text):
                if len(found.edtf) >= _FULL:
                    yield start + found.start, found.edtf
