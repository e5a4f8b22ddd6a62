"""Text that a page holds but does not show: invisible, white on white, or too small to read.

Text laid over a picture in order to search it (a scan's text layer) is invisible too, and is the
page's own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from extract.readers.pdf.rows import Frame, Row

_SMALLEST = 2.0  # points
_WHITE = 245  # of 255: of each light
_SEEN = 10  # of 255: of the colour over what is below it
_DEEPEST = 4  # forms within forms
_LEAST = 0.5  # of a row's area that is hidden, or covered by what it stands on

Rectangle = tuple[float, float, float, float]


_MODE = pdfium.FPDFTextObj_GetTextRenderMode  # below 0 for what is no text
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_COLOUR_OF = pdfium.FPDFPageObj_GetFillColor
_RED, _GREEN, _BLUE, _ALPHA = c_uint(), c_uint(), c_uint(), c_uint()
_COLOUR = (byref(_RED), byref(_GREEN), byref(_BLUE), byref(_ALPHA))
_FILL, _STROKE = c_int(), c_int()
_EDGES = (c_float(), c_float(), c_float(), c_float())
_REFS = tuple(byref(edge) for edge in _EDGES)


@dataclass(frozen=True, slots=True)
class Cover:
    """The places of hidden text on a page, each with why it is not seen."""

    hidden: tuple[tuple[Rectangle, str], ...] = ()

    def reason(self, row: Row) -> str:
        """Why the row is not seen; "" where it is."""
        if row.size < _SMALLEST:
            return "too small to read"
        own = (row.left, row.top, row.right, row.bottom)
        return next((why for place, why in self.hidden if _share(own, place) >= _LEAST), "")


def covers(page: Any, frame: Frame) -> tuple[Cover, bool]:
    """What is hidden on a page, and whether it shows pictures."""
    marked: list[tuple[Any, str]] = []
    others: list[tuple[int, Any]] = []
    for one in _objects(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject):
        mode = _MODE(one)
        if mode < 0:
            others.append((pdfium.FPDFPageObj_GetType(one), one))
        elif mode == _INVISIBLE:
            marked.append((one, "invisible"))
        elif _is_white(one):
            marked.append((one, "white"))
    pictures = any(kind == pdfium.FPDF_PAGEOBJ_IMAGE for kind, _ in others)
    if not marked:
        return Cover(), pictures
    suspects = [(place, why) for one, why in marked if (place := _bounds(one, frame))]
    grounds: list[tuple[Rectangle, bool]] = []
    for kind, one in others:
        picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
        shown = picture or (kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(one))
        if shown and (place := _bounds(one, frame)):
            grounds.append((place, picture))
    hidden = tuple(
        (place, why)
        for place, why in suspects
        if not any(
            _share(place, ground) >= _LEAST and (picture or why == "white")
            for ground, picture in grounds
        )
    )
    return Cover(hidden=hidden), pictures


def _objects(holder: Any, count: Any, get: Any, depth: int = 0) -> Iterator[Any]:
    """The objects of a page or a form, those of the forms in it too."""
    for index in range(count(holder)):
        one = get(holder, index)
        if depth < _DEEPEST and _MODE(one) < 0 and pdfium.FPDFFormObj_CountObjects(one) > 0:
            yield from _objects(
                one, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1
            )
        else:
            yield one


def _is_white(one: Any) -> bool:
    if not _COLOUR_OF(one, *_COLOUR):
        return False
    if _RED.value < _WHITE and _ALPHA.value >= _SEEN:
        return False  # most text is black
    return min(_RED.value, _GREEN.value, _BLUE.value) >= _WHITE or _ALPHA.value < _SEEN


def _is_filled(path: Any) -> bool:
    """Whether the path fills its place with a colour that white shows on."""
    filled = pdfium.FPDFPath_GetDrawMode(path, byref(_FILL), byref(_STROKE)) and _FILL.value
    return bool(filled) and not _is_white(path)


class _Rect:
    def __init__(self, left: float, bottom: float, right: float, top: float) -> None:
        self.left, self.bottom, self.right, self.top = left, bottom, right, top


def _bounds(one: Any, frame: Frame) -> Rectangle | None:
    if not pdfium.FPDFPageObj_GetBounds(one, *_REFS):
        return None
    return frame.place(_Rect(*(edge.value for edge in _EDGES)))


def _share(own: Rectangle, other: Rectangle) -> float:
    """How much of the first rectangle the second one covers."""
    width = min(own[2], other[2]) - max(own[0], other[0])
    height = min(own[3], other[3]) - max(own[1], other[1])
    area = (own[2] - own[0]) * (own[3] - own[1])
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0
