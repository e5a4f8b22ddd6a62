"""A tree of elements to a layout: what each element is, a format says; the walk is the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract.layout.composer import Composer

if TYPE_CHECKING:
    from lxml.etree import _Element

Role = Literal[
    "",  # its words belong to what is around it
    "block", "heading", "item", "row", "cell", "term", "detail", "lines", "line", "break", "word",
    "number", "bold", "italic", "raised", "note", "skip",
]  # fmt: skip
_BLOCKS = ("block", "heading", "item", "row", "term", "detail", "lines")
_FIGURES = re.compile(r"\s*(\d{1,3})\s*")
_LAYOUT_CELL = 400  # characters; a table with such a cell lays out a page
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


@dataclass(slots=True, kw_only=True)
class Walk:
    """A walk over a tree.

    ``role`` says what an element is; ``label`` gives a note's number; ``say`` takes its words.
    """

    role: Callable[[_Element], Role]
    label: Callable[[_Element], str] = lambda _: ""
    say: Callable[[Walk, str], None] = lambda walk, words: walk.page.say(words)
    page: Composer = field(default_factory=Composer)
    note: str = ""  # the label of the note that all the words belong to
    noted: str = ""  # the label of the note that the block's words belong to
    _numbered: bool = False  # an item's number was the last thing that was said
    _inside: list[Role] = field(default_factory=list)
    _notes: list[_Element] = field(default_factory=list)

    def over(self, root: _Element) -> Walk:
        """Takes up what the tree says; notes follow the block that cites them."""
        from lxml import etree

        steps = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in steps:
            if event == "start":
                role: Role = "block" if element is root else self._role(element)
                self._inside.append(role)
                self._open(role, element)
                if role in ("skip", "note"):
                    steps.skip_subtree()
                else:
                    self._words(role, element.text or "")
            elif event == "end":
                self._close()
            if event != "start" and element is not root and element.tail:
                self.say(self, element.tail)
        self.end()
        return self

    def end(self) -> None:
        """The block ends here, whatever it is; the notes that it cites follow."""
        if label := self.note or self.noted:
            self.page.end("note", label=label)
            self.noted = ""
            return
        apart = any(role in ("item", "row") for role in self._inside)
        self.page.end("heading" if "heading" in self._inside else "paragraph", apart=apart)
        notes, self._notes = self._notes, []
        for note in notes:
            within = Walk(role=self.role, say=self.say, page=self.page, note=self.label(note))
            within.over(note)

    def _role(self, element: _Element) -> Role:
        role = self.role(element)
        if role == "row" and _lays_out(element):
            return "block"
        return "block" if role == "cell" and "row" not in self._inside else role

    def _open(self, role: Role, element: _Element) -> None:
        if role in _BLOCKS and self._numbered:
            self.page.gap()
            self._numbered = False
        elif role in _BLOCKS and role != "detail":
            self._divide()
        elif role in ("line", "word", "detail"):
            self.page.gap()
        elif role == "bold":
            self.page.bold(on=True)
        elif role == "italic":
            self.page.italic(on=True)
        elif role == "break":
            self.page.turn()
        elif role == "note":
            self.page.mark(self.label(element))
            self._notes.append(element)

    def _words(self, role: Role, words: str) -> None:
        if role == "raised" and (figures := _FIGURES.fullmatch(words)):
            self.page.raised(figures[1])
        elif role == "lines":
            self._lines(words)
        else:
            self.say(self, words)

    def _lines(self, words: str) -> None:
        for number, paragraph in enumerate(_PARAGRAPHS.split(words.replace("\r\n", "\n"))):
            if number:
                self.end()
            for line in paragraph.split("\n"):
                self.say(self, line)
                self.page.cell()  # a line of the page's width goes on in the next

    def _close(self) -> None:
        role = self._inside[-1]
        if role in _BLOCKS and role != "term":
            self._divide()
        elif role == "cell":
            self.page.cell()
        elif role == "line":
            self.page.turn()
        elif role in ("word", "term", "number"):
            self.page.gap()
            self._numbered = role == "number"
        elif role == "bold":
            self.page.bold(on=False)
        elif role == "italic":
            self.page.italic(on=False)
        self._inside.pop()

    def _divide(self) -> None:
        """A block begins or ends; inside a table's row it is only a space."""
        if "row" in self._inside[:-1]:
            self.page.gap()
        else:
            self.end()


def _lays_out(row: _Element) -> bool:
    """Whether the row lays out a page: what stands in it is more than a table's entry."""
    return any(len("".join(map(str, cell.itertext())).strip()) > _LAYOUT_CELL for cell in row)
