"""The places of a page's letters, asked of PDFium many at a time."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_double, c_float
from itertools import pairwise, repeat
from typing import Any, NamedTuple

from extract.readers.pdf.calls import (
    AT_ONCE,
    Slots,
    char_box,
    count_runs,
    font_weight,
    portions,
    run_edges,
)  # fmt: skip

_WIDE = 0.9  # times a row's height: a space that may lie between columns
_BOLD = 600  # CSS font weight
_SPACE = re.compile(r"\s+(?=\S)")

Box = tuple[float, float, float, float]  # left, top, right, bottom, from the page's top left corner

_SLOTS = Slots(c_float)
_EDGES = Slots(c_double)


class Frame(NamedTuple):
    """The corner of the page that is shown, in the coordinates of its text, and its turn."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    def place(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box of PDFium's, whose heights count from below, on the page as it is shown."""
        left, bottom = left - self.left, bottom - self.bottom
        right, top = right - self.left, top - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        if self.turn == 90:
            return bottom, left, top, right
        if self.turn == 180:
            return width - right, bottom, width - left, top
        if self.turn == 270:
            return height - top, width - right, height - bottom, width - left
        return left, height - top, right, height - bottom

    def places(self, edges: Sequence[Sequence[float]]) -> Iterable[Box]:
        """The same of many boxes: all their lefts, tops, rights and bottoms."""
        if self.turn:
            return map(self.place, *edges)
        height, low, beside = self.top - self.bottom, self.bottom, self.left
        lefts, tops, rights, bottoms = edges
        return zip(
            [left - beside for left in lefts],
            [height - (top - low) for top in tops],
            [right - beside for right in rights],
            [height - (bottom - low) for bottom in bottoms],
            strict=True,
        )


class Letters:
    """Asks PDFium for the places of letters; those that are sure to be needed, all at once."""

    def __init__(self, raw: Any, frame: Frame) -> None:
        self._raw, self._frame = raw, frame
        self._boxes: dict[int, Box | None] = {}

    def fetch(self, indexes: Sequence[int]) -> None:
        """Asks for the boxes of many letters."""
        for part in portions(len(indexes)):
            asked = indexes[part.start : part.stop]
            known = list(map(char_box, repeat(self._raw), asked, _SLOTS.firsts))
            edges = [_SLOTS.column(number, len(asked)) for number in range(4)]
            self._boxes.update(zip(asked, self._frame.places(edges), strict=True))
            if not all(known):
                lost = (at for at, is_known in zip(asked, known, strict=True) if not is_known)
                self._boxes.update(dict.fromkeys(lost))

    def box(self, index: int) -> Box | None:
        """The place of a letter; None where it has none."""
        if index not in self._boxes:
            self.fetch((index,))
        return self._boxes[index]

    def bold(self, indexes: Iterable[int]) -> list[bool]:
        """Whether each of the letters is bold."""
        return [weight >= _BOLD for weight in map(font_weight, repeat(self._raw), indexes)]

    def gaps(
        self, begin: int, text: str, height: float | None = None
    ) -> Iterator[tuple[int, float, float]]:
        """The wide spaces of a run: the place after each, where it begins and where it ends.

        ``height`` is that of its letters, where it is known.
        """
        runs = min(count_runs(self._raw, begin, len(text)), AT_ONCE)
        if runs < 2:
            return
        boxes = self._runs(runs)
        height = height or max(bottom - top for _, top, _, bottom in boxes)
        for (_, _, end, _), (left, _, _, _) in pairwise(boxes):
            if left - end > _WIDE * height:
                for space in _SPACE.finditer(text):
                    box = self.box(begin + space.end())
                    if box and abs(box[0] - left) < 0.3 * height:
                        yield space.end(), end, left
                        break

    def _runs(self, count: int) -> list[Box]:
        deque(map(run_edges, repeat(self._raw), range(count), *_EDGES.places), maxlen=0)
        return list(self._frame.places([_EDGES.column(number, count) for number in range(4)]))
