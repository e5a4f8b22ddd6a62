"""PDFium's functions for the many small questions that reading asks it, in a third of the time.

The library declares what each argument is, and ctypes checks and turns it at each call. Here the
caller gives what PDFium takes: a handle, whole numbers, references. As one thread reads a file, the
interpreter's lock is kept too. What is asked of many letters or objects is asked by ``map``, and
its answers are written side by side into :class:`Slots`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import (
    PYFUNCTYPE,
    Array,
    byref,
    c_double,
    c_float,
    c_int,
    c_uint,
    c_void_p,
    cast,
    sizeof,
)
from typing import Any

import pypdfium2.raw as pdfium

AT_ONCE = 2048


class Handle(c_void_p):
    """What PDFium calls an object of a page; plain, it would be made a number and cut off."""


def _quick(function: Any, result: Any = c_int) -> Callable[..., Any]:
    return PYFUNCTYPE(result)(cast(function, c_void_p).value or 0)


char_box = _quick(pdfium.FPDFText_GetLooseCharBox)
count_runs = _quick(pdfium.FPDFText_CountRects)
run_edges = _quick(pdfium.FPDFText_GetRect)
font_weight = _quick(pdfium.FPDFText_GetFontWeight)
page_object = _quick(pdfium.FPDFPage_GetObject, Handle)
form_object = _quick(pdfium.FPDFFormObj_GetObject, Handle)
count_form = _quick(pdfium.FPDFFormObj_CountObjects)
bounds = _quick(pdfium.FPDFPageObj_GetBounds)
draw_mode = _quick(pdfium.FPDFPath_GetDrawMode)
kind_of = _quick(pdfium.FPDFPageObj_GetType)
render_mode = _quick(pdfium.FPDFTextObj_GetTextRenderMode)  # below 0 for what is no text
fill_colour = _quick(pdfium.FPDFPageObj_GetFillColor)


class Slots:
    """Room for the answers of many calls, four numbers each: edges of a box, lights of a colour.

    ``places`` are where each of the four goes, ``firsts`` where the four of a call begin.
    """

    def __init__(self, kind: type[c_float] | type[c_uint] | type[c_double]) -> None:
        values: Array[Any] = (kind * (4 * AT_ONCE))()
        self._values = memoryview(values).cast("B").cast(kind._type_)
        size = sizeof(kind)
        offsets = ([4 * i + j for i in range(AT_ONCE)] for j in range(4))
        self.places = [[byref(values, size * i) for i in own] for own in offsets]
        self.firsts = self.places[0]

    def column(self, number: int, count: int) -> list[Any]:
        """One of the four numbers of each of the first ``count`` answers."""
        return self._values[number : 4 * count : 4].tolist()


def portions(count: int) -> Iterator[range]:
    """``range(count)`` in runs that the slots can hold."""
    for start in range(0, count, AT_ONCE):
        yield range(start, min(start + AT_ONCE, count))
