"""Word files (DOCX): python-docx opens them, knows their styles and their properties.

Its own list of paragraphs leaves out footnotes and text in tables, so the paragraphs are walked
here, in the order of the page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extract.layout.blocks import BlockKind, Layout
from extract.layout.composer import Composer
from extract.readers.archives import opened, part, too_large
from extract.readers.errors import ReadError
from extract.readers.trees import tree
from extract.readers.web import folded
from extract.values import Given

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = b"[Content_Types].xml"
_MAIN = b"word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = (("footnote", "f"), ("endnote", "e"))
_HEADING = re.compile(r"heading \d|title", re.IGNORECASE)
_SKIPPED = frozenset(
    (*(_W + tag for tag in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr",
                            "trPr", "tcPr", "sectPr", "commentReference")), _FALLBACK)
)  # fmt: skip
_FIGURES = re.compile(r"\d{1,3}")
_LAYOUT_CELL = 400  # characters; a table with such a cell lays out a page
_TWO_HALF_POINTS = 2
_MOST_RUNS = 400_000  # a document of 5,000 pages has about 200,000


@dataclass(frozen=True, slots=True)
class _Docx:
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def sureness(self, name: str, data: bytes) -> int:
        """A ZIP file with the parts of a Word file."""
        if not data.startswith(b"PK\x03\x04"):
            return 0
        return 3 if _TYPES in data and (_MAIN in data or name.lower().endswith(".docx")) else 0

    def layout(self, name: str, data: bytes) -> Layout:
        """Headings, paragraphs, items, rows; footnotes after the paragraph that cites them."""
        archive = opened(name, data)
        _checked(name, archive)
        document = _document(name, data)
        headings, notes = frozenset(_headings(document)), dict(_notes(name, document))
        page = _Page(headings=headings, notes=notes)
        page.blocks(document.element.body)
        return page.page.layout(self.media_type, _given(document))


FORMAT = _Docx()


def _checked(name: str, archive: Any) -> None:
    """Refuses a file in which any part of XML declares a document type or is far too long."""
    members = archive.namelist()
    if "word/document.xml" not in members:
        reason = "is no Word document: it has no word/document.xml"
        raise ReadError(name, reason, "save it as DOCX again")
    for member in members:
        if member.endswith((".xml", ".rels")):
            data = part(name, archive, member) or b""
            if data.count(b"<w:r>") + data.count(b"<w:r ") > _MOST_RUNS:
                raise too_large(name, f"holds more than {_MOST_RUNS} runs of text")
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data or not _is_utf8(data):
                tree(name, data)


def _is_utf8(data: bytes) -> bool:
    return not data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"))


def _document(name: str, data: bytes) -> Any:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        return Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, LxmlError) as error:
        reason = f"is a damaged Word file: {' '.join(str(error).split())}"
        raise ReadError(name, reason, "open it in a word processor and save it again") from None


def _headings(document: Any) -> Iterator[str]:
    """The ids of the styles that head a section, by their built-in names."""
    for style in document.styles.element.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None and _HEADING.fullmatch(name.get(f"{_W}val") or ""):
            yield style.get(f"{_W}styleId")


def _notes(name: str, document: Any) -> Iterator[tuple[str, Any]]:
    for relation in document.part.rels.values():
        for kind, mark in _NOTES:
            if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
                for note in tree(name, relation.target_part.blob).iter(f"{_W}{kind}"):
                    yield mark + (note.get(f"{_W}id") or ""), note


@dataclass(slots=True, kw_only=True)
class _Page:
    """The page that is written: what heads a section, the notes, and which are due."""

    headings: frozenset[str]
    notes: dict[str, _Element]
    page: Composer = field(default_factory=Composer)
    _labels: dict[str, str] = field(default_factory=dict)
    _due: list[str] = field(default_factory=list)
    _hidden: list[str] = field(default_factory=list)

    def blocks(self, holder: _Element, *, apart: bool = False, note: str = "") -> None:
        """The paragraphs and tables of the body, a cell or a note."""
        for element in holder:
            if element.tag == f"{_W}p":
                self._paragraph(element, apart=apart, note=note)
            elif element.tag == f"{_W}tbl":
                self._table(element, note)
            elif element.tag not in _SKIPPED:
                self.blocks(element, apart=apart, note=note)

    def _table(self, table: _Element, note: str) -> None:
        for row in table.iterchildren(f"{_W}tr"):
            cells = list(row.iterchildren(f"{_W}tc"))
            if any(_length(cell) > _LAYOUT_CELL for cell in cells):
                for cell in cells:
                    self.blocks(cell, note=note)
                continue
            boxes: list[_Element] = []
            for cell in cells:
                for paragraph in cell.iter(f"{_W}p"):
                    self._runs(paragraph, boxes)
                    self.page.gap()
                self.page.cell()
            self._end("paragraph", apart=True, note=note)

    def _paragraph(self, paragraph: _Element, *, apart: bool, note: str) -> None:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        heads = style is not None and style.get(f"{_W}val") in self.headings
        item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        boxes: list[_Element] = []
        self._runs(paragraph, boxes)
        self._end("heading" if heads else "paragraph", apart=apart or item, note=note)
        for box in boxes:
            self.blocks(box)

    def _runs(self, paragraph: _Element, boxes: list[_Element]) -> None:
        for element in _inside(paragraph):
            tag = str(element.tag).removeprefix(_W)
            if tag == "r":
                self._print(element.find(f"{_W}rPr"))
            elif tag == "t":
                self._words(element)
            elif tag in ("br", "cr"):
                self.page.turn()
            elif tag == "tab":
                self.page.gap()
            elif tag == "noBreakHyphen":
                self.page.say("-")
            elif tag in ("footnoteReference", "endnoteReference"):
                self._mark(tag[0] + (element.get(f"{_W}id") or ""))
            elif tag == "txbxContent":
                boxes.append(element)
        self._print(None)

    def _print(self, run: _Element | None) -> None:
        self.page.bold(on=False)
        self.page.italic(on=False)
        if _is_on(run, "b"):
            self.page.bold(on=True)
        if _is_on(run, "i"):
            self.page.italic(on=True)

    def _words(self, element: _Element) -> None:
        run = element.getparent()
        style = run.find(f"{_W}rPr") if run is not None else None
        words = element.text or ""
        if _is_hidden(style):
            self._hidden.append(words)
        elif _value(style, "vertAlign") == "superscript" and _FIGURES.fullmatch(words):
            self.page.raised(words)
        else:
            self.page.say(words)

    def _mark(self, key: str) -> None:
        if key in self.notes:
            label = self._labels.setdefault(key, str(len(self._labels) + 1))
            self.page.mark(label)
            self._due.append(key)

    def _end(self, kind: BlockKind, *, apart: bool, note: str) -> None:
        if note:
            self.page.end("note", label=note)
            return
        self.page.end(kind, apart=apart)
        hidden, self._hidden = " ".join(self._hidden), []
        self.page.say(hidden)
        self.page.end("hidden")
        due, self._due = self._due, []
        for key in dict.fromkeys(due):
            if (element := self.notes.pop(key, None)) is not None:
                self.blocks(element, note=self._labels[key])


def _inside(paragraph: _Element) -> Iterator[_Element]:
    """What stands in the paragraph, in order, but for what is deleted or a box of its own."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED:
            continue
        yield element
        if element.tag != f"{_W}txbxContent":
            stack.extend(reversed(element))


def _value(style: _Element | None, name: str) -> str:
    found = style.find(f"{_W}{name}") if style is not None else None
    return "" if found is None else found.get(f"{_W}val") or ""


def _is_on(style: _Element | None, name: str) -> bool:
    found = style.find(f"{_W}{name}") if style is not None else None
    return found is not None and found.get(f"{_W}val") not in ("0", "false", "none", "off")


def _is_hidden(style: _Element | None) -> bool:
    """Whether a reader does not see the run: hidden, white, or a point high at most."""
    size = _value(style, "sz")
    return (
        _is_on(style, "vanish")
        or _value(style, "color").upper() == "FFFFFF"
        or (size.isdigit() and int(size) <= _TWO_HALF_POINTS)
    )


def _length(cell: _Element) -> int:
    return sum(len(element.text or "") for element in cell.iter(f"{_W}t"))


def _given(document: Any) -> Given:
    """The properties of the file; a writer's own time and machine are left out."""
    said = document.core_properties
    return Given(
        title=folded(said.title),
        creators=tuple(filter(None, (folded(part) for part in (said.author or "").split(";")))),
        language=folded(said.language),
        identifier=folded(said.identifier),
    )
