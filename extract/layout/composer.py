"""The stored text of a format that has none of its own: a web page, a Word file, XML.

The words are written one after the other, white space folded, a blank line between blocks; the
place of each is kept as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extract.layout.blocks import Block, BlockKind, Layout, glued, joined
from extract.layout.furniture import margins
from extract.values import Fault, Given, Glue, Marker, Omission, Piece

_SPACE = re.compile(r"[\s\u200b]+")
_UNSEEN = re.compile("[\u00ad\u200c\u200d\u2060\ufeff]")  # a hyphen where a line may end, joiners
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Composer:
    """Takes words, breaks and marks in the order of the page; gives a layout."""

    _parts: list[str] = field(default_factory=list)
    _at: int = 0
    _opened: tuple[int, int] = (0, 0)  # the first part of the block, and where it begins
    _blocks: list[Block] = field(default_factory=list)
    _markers: list[Marker] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _start: int = -1  # where the piece begins that is being written; -1: none is
    _gap: bool = False  # white space is due before the next word
    _bold: int = 0
    _lead: int = -1  # where the bold opening of a block ends; -1: it has none
    _lead_open: bool = False
    _italic: int = -1
    _emphasis: list[tuple[int, int]] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Words of the running text, as the file has them."""
        folded = _SPACE.sub(" ", _UNSEEN.sub("", words))
        bare = folded.strip(" ")
        if folded[:1] == " ":
            self._gap = True
        if not bare:
            return
        self._before(bare)
        self._write(bare)
        self._gap = folded[-1] == " "

    def gap(self) -> None:
        """Says that the next word does not belong to the one before."""
        self._gap = True

    def mark(self, label: str) -> None:
        """A footnote's marker: raised figures, or its sign in brackets."""
        shown = label.translate(_RAISED) if label.isdigit() else f"[{label}]"
        if self._start < 0:
            self._start = self._at
        self._markers.append(Marker(label=label, start=self._at, end=self._at + len(shown)))
        self._write(shown)

    def raised(self, figures: str) -> None:
        """Figures that are printed raised: a footnote's marker, or a power."""
        self.say(figures.translate(_RAISED))

    def turn(self) -> None:
        """The line ends here, and the block goes on."""
        if not self._bold:
            self._lead_open = False
        self._cut("\n")

    def cell(self) -> None:
        """A cell of a row ends here, and the row goes on."""
        self._cut(" ")

    def bold(self, *, on: bool) -> None:
        """Bold print begins or ends."""
        if on:
            opens = not self._pieces and self._start < 0
            self._bold += 1
            self._lead_open = self._lead_open or opens
        elif self._bold:
            self._bold -= 1
            if not self._bold and self._lead_open:
                self._lead = self._at

    def italic(self, *, on: bool) -> None:
        """Italic print begins or ends."""
        if on and self._italic < 0:
            self._italic = self._at
        elif not on and self._italic >= 0:
            if self._at > self._italic:
                self._emphasis.append((self._italic, self._at))
            self._italic = -1

    @property
    def begun(self) -> bool:
        """Whether the block has words yet."""
        return bool(self._pieces) or self._start >= 0

    def end(
        self,
        kind: BlockKind = "paragraph",
        *,
        label: str = "",
        apart: bool = False,
    ) -> None:
        """The block ends here; one without words is none."""
        self._cut("")
        if self._pieces:
            block = self._block(kind, label, apart=apart)
            self._keep(block)
            self._write("\n\n")
        self._opened = (len(self._parts), self._at)
        self._pieces, self._emphasis = [], []
        self._gap, self._lead, self._italic = False, -1, -1
        self._lead_open = self._bold > 0

    def layout(self, media_type: str, given: Given) -> Layout:
        """What was written."""
        self.end()
        text = "".join(self._parts)
        return Layout(
            media_type=media_type,
            text=text,
            blocks=margins(text, self._blocks),
            markers=tuple(self._markers),
            omissions=tuple(_unseen(block) for block in self._blocks if block.kind == "hidden"),
            given=given,
        )

    def _before(self, bare: str) -> None:
        if self._lead >= 0 and self._lead_open and bare.strip(" :"):
            self._lead, self._lead_open = -1, False  # the bold words do not stand alone
        if self._start < 0:
            self._start = self._at
            last = self._pieces[-1] if self._pieces else None
            # A break in the middle of a sentence only follows the width of the page.
            if last and last.glue == "\n" and bare[0].islower():
                self._pieces[-1] = replace(last, glue=" ")
        elif self._gap:
            self._write(" ")

    def _write(self, run: str) -> None:
        self._parts.append(run)
        self._at += len(run)

    def _cut(self, glue: Glue) -> None:
        if self._start >= 0:
            self._pieces.append(Piece(start=self._start, end=self._at, glue=glue))
            self._start = -1
            self._write("\n" if glue == "\n" else "\t" if glue else "")
        elif self._pieces and glue == "\n":
            self._pieces[-1] = replace(self._pieces[-1], glue=glue)
        self._gap = False

    def _block(self, kind: BlockKind, label: str, *, apart: bool) -> Block:
        return Block(
            kind=kind,
            pieces=glued(tuple(self._pieces)),
            label=label,
            apart=apart,
            lead=self._bold_lead(),
            emphasis=tuple(self._emphasis),
        )

    def _bold_lead(self) -> str:
        first, begin = self._opened
        bold = tuple(
            replace(piece, start=piece.start - begin, end=min(piece.end, self._lead) - begin)
            for piece in self._pieces
            if piece.start < self._lead
        )
        return joined("".join(self._parts[first:]), bold).replace("\n", " ") if bold else ""

    def _keep(self, block: Block) -> None:
        """A note's paragraphs are one block."""
        last = self._blocks[-1] if self._blocks else None
        if last and block.kind == last.kind == "note" and block.label == last.label:
            before = (*last.pieces[:-1], replace(last.pieces[-1], glue=" "))
            self._blocks[-1] = replace(
                last, pieces=before + block.pieces, emphasis=last.emphasis + block.emphasis
            )
        else:
            self._blocks.append(block)


def _unseen(block: Block) -> Omission:
    return Omission(
        reason="holds text that is not seen by a reader of the page: no claims were read",
        advice="look at the page, and at who made the file",
        start=block.start,
        end=block.end,
        code=Fault.HIDDEN,
    )
