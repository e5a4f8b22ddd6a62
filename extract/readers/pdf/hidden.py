"""Text that a page holds but does not show: invisible, white on white, or too small to read.

Text laid over a picture in order to search it (a scan's text layer) is invisible too, and is the
page's own text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from extract.readers.pdf.calls import (
    Slots,
    bounds,
    count_form,
    draw_mode,
    fill_colour,
    form_object,
    kind_of,
    page_object,
    portions,
    render_mode,
)  # fmt: skip
from extract.readers.pdf.letters import Box, Frame
from extract.readers.pdf.rows import Row

_SMALLEST = 2.0  # points
_SMALL = "too small to read"
_WHITE = 245  # of 255: of each light
_SEEN = 10  # of 255: of the colour over what is below it
_DEEPEST = 4  # forms within forms
_LEAST = 0.5  # of a row's area that is hidden, or covered by what it stands on

_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_PICTURE, _FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
_COLOURS = Slots(c_uint)
_FILL, _STROKE = c_int(), c_int()
_EDGES = (c_float(), c_float(), c_float(), c_float())
_REFS = tuple(byref(edge) for edge in _EDGES)


@dataclass(frozen=True, slots=True)
class Cover:
    """The places of hidden text on a page, each with why it is not seen."""

    hidden: tuple[tuple[Box, str], ...] = ()

    def reasons(self, rows: Sequence[Row]) -> dict[int, str]:
        """The numbers of the rows that are not seen, and why."""
        if not self.hidden:  # as on most pages
            return {i: _SMALL for i, row in enumerate(rows) if row.bottom - row.top < _SMALLEST}
        return {i: why for i, row in enumerate(rows) if (why := self._reason(row))}

    def _reason(self, row: Row) -> str:
        if row.size < _SMALLEST:
            return _SMALL
        own = (row.left, row.top, row.right, row.bottom)
        return next((why for place, why in self.hidden if _share(own, place) >= _LEAST), "")


def covers(page: Any, frame: Frame) -> tuple[Cover, bool]:
    """What is hidden on a page, and whether it shows pictures."""
    modes, objects = _objects(page, pdfium.FPDFPage_CountObjects(page), page_object)
    texts = [one for mode, one in zip(modes, objects, strict=True) if mode >= 0]
    others = [one for mode, one in zip(modes, objects, strict=True) if mode < 0]
    kinds = list(map(kind_of, others))
    white = _white(texts)
    if not any(white) and _INVISIBLE not in modes:
        return Cover(), _PICTURE in kinds
    drawn = [mode for mode in modes if mode >= 0]
    marked = [
        (one, "invisible" if mode == _INVISIBLE else "white")
        for mode, one, is_white in zip(drawn, texts, white, strict=True)
        if is_white or mode == _INVISIBLE
    ]
    beside = list(zip(kinds, others, strict=True))
    return Cover(hidden=tuple(_hidden(marked, beside, frame))), _PICTURE in kinds


def _hidden(
    marked: Sequence[tuple[Any, str]], others: Sequence[tuple[int, Any]], frame: Frame
) -> Iterator[tuple[Box, str]]:
    """The places of the marked objects that stand on nothing that shows them."""
    grounds: list[tuple[Box, bool]] = []
    for kind, one in others:
        picture = kind == _PICTURE
        shown = picture or (kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(one))
        if shown and (place := _bounds(one, frame)):
            grounds.append((place, picture))
    for one, why in marked:
        place = _bounds(one, frame)
        if place and not any(
            _share(place, ground) >= _LEAST and (picture or why == "white")
            for ground, picture in grounds
        ):
            yield place, why


def _objects(holder: Any, count: int, get: Any, depth: int = 0) -> tuple[list[int], list[Any]]:
    """How the letters of each object of a page or a form are drawn (below 0: no text), and it.

    The objects of a form in it stand in that form's place.
    """
    objects = list(map(get, repeat(holder), range(count)))
    modes = list(map(render_mode, objects))
    deeper = depth < _DEEPEST and min(modes, default=0) < 0
    others = [i for i, mode in enumerate(modes) if mode < 0] if deeper else []
    for i in reversed(others):
        if kind_of(objects[i]) == _FORM and (inner := count_form(objects[i])) > 0:
            modes[i : i + 1], objects[i : i + 1] = _objects(
                objects[i], inner, form_object, depth + 1
            )
    return modes, objects


def _white(objects: Sequence[Any]) -> list[bool]:
    """Whether each of the objects is filled with white, or with nothing to be seen."""
    found: list[bool] = []
    for part in portions(len(objects)):
        asked = objects[part.start : part.stop]
        known = list(map(fill_colour, asked, *_COLOURS.places))
        red, green, blue, alpha = (_COLOURS.column(light, len(asked)) for light in range(4))
        if max(red) < _WHITE and min(alpha) >= _SEEN:  # most text is black
            found += [False] * len(asked)
            continue
        found += [
            bool(is_known) and (min(lights) >= _WHITE or seen < _SEEN)
            for is_known, *lights, seen in zip(known, red, green, blue, alpha, strict=True)
        ]
    return found


def _is_filled(path: Any) -> bool:
    """Whether the path fills its place with a colour that white shows on."""
    filled = draw_mode(path, byref(_FILL), byref(_STROKE)) and _FILL.value
    return bool(filled) and not any(_white([path]))


def _bounds(one: Any, frame: Frame) -> Box | None:
    if not bounds(one, *_REFS):
        return None
    left, bottom, right, top = (edge.value for edge in _EDGES)
    return frame.place(left, top, right, bottom)


def _share(own: Box, other: Box) -> float:
    """How much of the first rectangle the second one covers."""
    width = min(own[2], other[2]) - max(own[0], other[0])
    height = min(own[3], other[3]) - max(own[1], other[1])
    area = (own[2] - own[0]) * (own[3] - own[1])
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0
