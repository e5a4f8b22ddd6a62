"""Pages of a PDF that are pictures of text: their words, read from the picture (OCR).

The rows are those of any other page, with the same measures, so that columns, notes and quotes are
found in the same way. A page that lies askew is made straight, but for the places of its quotes.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import sqrt
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.errors import Fault, ReadError
from extract.readers.pdf.rows import Row
from extract.readers.recognition import Line, Picture, Word, engine

if TYPE_CHECKING:
    from extract.readers.pdf.pages import Page

_DOTS = 300 / 72  # a point
_MOST_DOTS = 40_000_000  # of a picture: A2 at 300 dots an inch
_MOST_EDGE = 30_000  # dots; Tesseract takes no longer edge than 32,767
_MOST_PAGES = 1_000  # in pictures: at a few seconds each
_LEAST = 60  # percent: a page that is read less surely on the average is not read
_ALIKE = 1.08  # rows whose heights differ by less are of one height
_WIDE = 0.9  # times a row's height: a space that may lie between columns


def with_words(
    name: str, document: pypdfium2.PdfDocument, pages: tuple[Page, ...]
) -> tuple[Page, ...]:
    """The pages, those that are pictures with the rows that are read in them, where that can be.

    Raises :class:`ReadError` where they are too many.
    """
    wanted = {number for number, page in enumerate(pages) if _is_picture(document, number, page)}
    reads = engine() if wanted else None
    if reads is None:
        return pages
    if len(wanted) > _MOST_PAGES:
        reason = f"has {len(wanted)} pages that are pictures, more than {_MOST_PAGES}"
        raise ReadError(name, reason, "split it, or make a text layer", Fault.LIMIT_SIZE)
    with reads.at_work() as lines:
        return tuple(
            _read(document[number], page, lines, reads.name) if number in wanted else page
            for number, page in enumerate(pages)
        )


def _is_picture(document: pypdfium2.PdfDocument, number: int, page: Page) -> bool:
    """Whether the page shows something, but has no text, or none that can be made out."""
    if page.damaged:
        return False
    if page.rows:
        return page.is_unknown
    sheet = document[number]
    try:
        return bool(pdfium.FPDFPage_CountObjects(sheet.raw) > 0)
    finally:
        sheet.close()


def _read(
    sheet: pypdfium2.PdfPage,
    page: Page,
    lines: Callable[[Picture], Sequence[Line]],
    by: str,
) -> Page:
    try:
        scale = _scale(*sheet.get_size())
        picture = sheet.render(scale=scale, grayscale=True, draw_annots=False)
        try:
            found = lines(picture)
        finally:
            picture.close()
    except pypdfium2.PdfiumError:
        return replace(page, rows=(), damaged=True)
    finally:
        sheet.close()
    words = [word.sure for line in found for word in line.words]
    unsure = sum(words) < _LEAST * len(words) if words else bool(page.rows)
    if unsure or not words:
        return replace(page, rows=(), pictures=True, unsure=unsure, engine=by)
    tilt = _tilt(found)
    rows = tuple(_rows(found, tilt, scale))
    sure = {
        (row.top, x): word.sure
        for line, row in zip(found, rows, strict=True)
        for word, x in zip(line.words, row.x, strict=False)
    }
    return replace(page, rows=rows, engine=by, sure=sure, tilt=tilt)


def _scale(width: float, height: float) -> float:
    """How many dots a point has: fewer on a page that is very large."""
    return min(_DOTS, sqrt(_MOST_DOTS / (width * height)), _MOST_EDGE / max(width, height))


def _tilt(lines: Sequence[Line]) -> float:
    """How much the lines of a page that was not laid straight fall, those of most words."""
    most = max(len(line.words) for line in lines)
    return median(line.tilt for line in lines if 2 * len(line.words) >= most)


def _rows(lines: Sequence[Line], tilt: float, scale: float) -> Iterator[Row]:
    """The lines as rows of a page that lies straight."""
    heights = _heights([line.bottom - line.top for line in lines])
    for line in lines:
        height = heights[line.bottom - line.top]
        yield _row(line.words, (line.bottom - tilt * line.middle) / scale, height / scale, scale)


def _row(words: Sequence[Word], bottom: float, height: float, scale: float) -> Row:
    text = " ".join(word.text for word in words)
    lengths = (len(word.text) + 1 for word in words)
    at = tuple(itertools.accumulate(lengths, initial=0))
    lefts = itertools.accumulate((word.left / scale for word in words), max)
    x = (*lefts, max(word.right for word in words) / scale)
    gaps = (
        (place, before.right / scale, after.left / scale)
        for place, (before, after) in zip(at[1:], itertools.pairwise(words), strict=False)
    )
    return Row(
        text=text, left=x[0], top=bottom - height, right=x[-1], bottom=bottom, bold=False,
        at=(*at[:-1], len(text)), x=x, raised=(),
        gaps=tuple(gap for gap in gaps if gap[2] - gap[1] > _WIDE * height),
    )  # fmt: skip


def _heights(measured: Sequence[float]) -> dict[float, float]:
    """The height of each row's letters: the middle of those that are nearly as high."""
    found: dict[float, float] = {}
    held: list[float] = []
    for height in [*sorted(measured), float("inf")]:
        if held and height > _ALIKE * held[-1]:
            found |= dict.fromkeys(held, median(held))
            held = []
        held.append(height)
    return found
