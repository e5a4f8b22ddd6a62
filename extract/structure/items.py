"""Parts of a document cut before each line that opens with a label: what records are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.layout.blocks import glued, joined, rows
from extract.structure.labels import FieldLabels, Label
from extract.structure.sections import Part
from extract.values import Piece

LETTER = re.compile(r"\(?(?:(?P<upper>[A-Z])|(?P<lower>[a-z])|(?P<roman>[IVXLC]{2,6}))[.)]\s*")
ASIDE = ("furniture", "footnote", "hidden")  # kinds that stand beside what is told


@dataclass(frozen=True, slots=True)
class Item:
    """A part, or a piece of one that opens with a label; ``origin`` counts the parts."""

    part: Part
    origin: int
    label: Label | None

    @property
    def key(self) -> str:
        """What its label says that it gives; "" without one."""
        return self.label.key if self.label else ""

    @property
    def claims(self) -> bool:
        """Whether it is a field that makes claims."""
        return "." in self.key


def items_of(text: str, part: Part, origin: int, labels: FieldLabels) -> Iterator[Item]:
    """The part, cut before each line that opens with a label."""
    if part.kind in ASIDE or part.section_kind not in ("body", "front"):
        yield Item(part, origin, None)
        return
    held: list[Piece] = []
    label: Label | None = None
    for row in rows(part.block.pieces):
        opened = labels.read(joined(text, row))
        if opened and held:
            yield Item(with_pieces(part, held), origin, label)
            held = []
        label = opened if not held else label
        held.extend(row)
    yield Item(with_pieces(part, held), origin, label)


def with_pieces(part: Part, pieces: Sequence[Piece]) -> Part:
    """The part with these pieces only."""
    own = glued(tuple(pieces))
    if own == part.block.pieces:
        return part
    return replace(part, block=replace(part.block, pieces=own))


def line_of(text: str, item: Item) -> str:
    """The text of the block, as one line."""
    return " ".join(joined(text, item.part.block.pieces).split())
