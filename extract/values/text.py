"""A document's text in reading order: passages over what the file says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

Glue = Literal["", " ", "\n"]
PassageKind = Literal[
    "heading", "body", "footnote", "front", "signature", "furniture", "hidden", "field"
]
CUT = "[…]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run ``[start, end)`` of the stored text, and what joins it to the next piece.

    ``glue`` is "" where an end-of-line hyphen was healed or a footnote marker left out, " " where
    a line ended, "\\n" where a headed line ended. ``cut`` says that page furniture or a footnote
    stood between this piece and the next, so that a quote over it shows ``[…]``.
    """

    start: int
    end: int
    glue: Glue = ""
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, heading or footnote in reading order: pieces of the stored text.

    ``section`` is the id of the section it belongs to; ``label`` is a footnote's marker, or what a
    record's field is: ``name``, or the claim type and what the field gives of it ("arrest.date").
    """

    kind: PassageKind
    section: str
    pieces: tuple[Piece, ...]
    text: str
    label: str = ""
    _positions: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = (piece.end - piece.start + len(piece.glue) for piece in self.pieces[:-1])
        object.__setattr__(self, "_positions", tuple(accumulate(lengths, initial=0)))

    def to_stored(self, offset: int, *, end: bool = False) -> int:
        """The offset in ``Document.text`` of ``text[offset]``.

        With ``end``, ``offset`` is where a span ends, and so is the answer.
        """
        search = bisect_left if end else bisect_right
        i = max(0, search(self._positions, offset) - 1)
        piece, inside = self.pieces[i], offset - self._positions[i]
        length = piece.end - piece.start
        if inside < length or (end and inside == length):
            return piece.start + inside
        # what glues two pieces stands nowhere: the next piece begins there
        return self.pieces[i + 1].start if i + 1 < len(self.pieces) else piece.end

    def to_read(self, stored: int) -> int | None:
        """Where the stored offset stands in ``text``; None where it was cut out."""
        i = bisect_right(self.pieces, stored, key=lambda piece: piece.start) - 1
        if i < 0 or stored >= self.pieces[i].end:
            return None
        return self._positions[i] + stored - self.pieces[i].start


class PassageIndex:
    """Where the pieces of passages stand in the stored text, so that few are looked at."""

    __slots__ = ("_furthest", "_pieces")

    def __init__(self, passages: Iterable[Passage]) -> None:
        placed = ((p.start, p.end, i) for i, held in enumerate(passages) for p in held.pieces)
        self._pieces = sorted(placed)
        self._furthest = list(accumulate((end for _, end, _ in self._pieces), max))

    def over(self, start: int, end: int) -> list[int]:
        """Which passages, counted from 0, have a piece in ``[start, end)``; in their order."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._pieces, end, key=lambda piece: piece[0])
        return sorted({i for _, ends, i in self._pieces[first:last] if start < ends})
