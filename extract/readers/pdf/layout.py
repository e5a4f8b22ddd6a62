"""The pages of a PDF to its text and its blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from extract.languages.document import document_words
from extract.layout.blocks import Block, BlockKind, Layout
from extract.layout.furniture import EDGE, running_lines
from extract.layout.lines import Line
from extract.readers.pdf.contents import contents
from extract.readers.pdf.notes import Bound, bound, note_rows
from extract.readers.pdf.omissions import omissions
from extract.readers.pdf.order import ordered
from extract.readers.pdf.pages import Page
from extract.readers.pdf.paragraphs import Look, is_heading, paragraphs
from extract.readers.pdf.rows import Row
from extract.structure.headings import Headings
from extract.structure.labels import field_labels
from extract.values import Piece, PrintedLine, Recognition

_SAME = 4.0  # points: the height of a running head differs by no more from page to page


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page in reading order; ``places`` says where each row begins in the text."""

    number: int
    columns: tuple[tuple[Row, ...], ...]
    rows: tuple[Row, ...]
    places: tuple[int, ...]
    hidden: Mapping[int, str]
    start: int

    def edges(self) -> Iterator[int]:
        """The rows at its head and at its foot."""
        count = len(self.rows)
        yield from range(min(EDGE, count))
        yield from range(max(EDGE, count - EDGE), count)

    def unseen(self) -> Iterator[tuple[Line, str]]:
        """The lines that are hidden on it, each with why it is not seen."""
        for index, why in self.hidden.items():
            yield self.line(index), why

    def line(self, index: int) -> Line:
        """The row as a line of the text."""
        start = self.places[index]
        return Line(start=start, end=start + len(self.rows[index].text), page=self.number)


def layout(media_type: str, pages: Sequence[Page]) -> Layout:
    """The text of the pages, a row a line and a form feed after each page, and its blocks."""
    sheets = tuple(_sheets(pages))
    text = "\f".join("\n".join(row.text for row in sheet.rows) for sheet in sheets)
    look = Look.of([column for sheet in sheets for column in sheet.columns])
    running = _running(text, sheets)
    notes = bound([sheet.rows for sheet in sheets], [s.places for s in sheets], look, running)
    blocks = [
        block
        for sheet in sheets
        for block in _blocks(sheet, look, running[sheet.number], notes[sheet.number])
    ]
    return Layout(
        media_type=media_type,
        text=text,
        blocks=tuple(sorted(blocks, key=lambda block: block.start)),
        page_starts=tuple(sheet.start for sheet in sheets),
        markers=tuple(marker for own in notes for _, marker in own if marker),
        lines=tuple(
            line
            for page, sheet in zip(pages, sheets, strict=True)
            for line in _printed(page, sheet)
        ),
        omissions=tuple(
            omission
            for page, sheet in zip(pages, sheets, strict=True)
            for omission in omissions(page, sheet.number + 1, sheet.unseen())
        ),
        recognition=_recognition(pages),
        placed=True,
    )


def _sheets(pages: Sequence[Page]) -> Iterator[_Sheet]:
    start = 0
    for number, page in enumerate(pages):
        columns = tuple(ordered(page.rows))
        rows = tuple(row for column in columns for row in column)
        lengths = [len(row.text) + 1 for row in rows]
        places = tuple(accumulate(lengths, initial=start))
        yield _Sheet(number, columns, rows, places[:-1], page.cover.reasons(rows), start)
        start = max(places[-1], start + 1)


def _running(text: str, sheets: Sequence[_Sheet]) -> list[set[int]]:
    """The rows of each page that are running heads and page numbers."""
    found: list[set[int]] = [set() for _ in sheets]
    if len(sheets) < 2:
        return found
    lines = {sheet.line(i): (sheet.number, i) for sheet in sheets for i in sheet.edges()}
    labels = field_labels("")
    places: dict[tuple[int, int], float] = {}
    for line in running_lines(text, tuple(lines), Headings(document_words())):
        if labels.read(text[line.start : line.end]) is None:
            page, row = lines[line]
            places[page, row] = sheets[page].rows[row].bottom
    for page, row in _stand_again(places):
        found[page].add(row)
    return found


def _stand_again(places: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """The lines that stand as high on another page, as what runs over the pages does."""
    heights: dict[int, set[int]] = defaultdict(set)
    for (page, _), bottom in places.items():
        heights[round(bottom / _SAME)].add(page)
    for (page, row), bottom in places.items():
        step = round(bottom / _SAME)
        near = [heights[at] for at in (step - 1, step, step + 1) if at in heights]
        if any(len(pages) > (page in pages) for pages in near):
            yield page, row


def _blocks(
    sheet: _Sheet, look: Look, running: Container[int], notes: Sequence[Bound]
) -> Iterator[Block]:
    own = [note for note, _ in notes]
    belongs = note_rows(sheet.rows, own, look)
    listed = contents(sheet.rows)
    index = {id(row): i for i, row in enumerate(sheet.rows)}
    kept: list[list[Row]] = []
    noted: dict[str, list[int]] = {}
    rows = enumerate(sheet.rows)
    for column in sheet.columns:
        kept.append([])
        for i, row in islice(rows, len(column)):
            if i in sheet.hidden:
                yield _block(sheet, "hidden", [i])
            elif i in running or i in listed:
                yield _block(sheet, "furniture", [i])
            elif i in belongs:
                noted.setdefault(belongs[i].label, []).append(i)
            else:
                kept[-1].append(row)
    words = {note.label: note.words for note in own}
    for label, belonging in noted.items():
        yield _block(sheet, "note", belonging, label, words[label])
    for held in paragraphs(kept, look):
        kind: BlockKind = "heading" if is_heading(held, look) else "paragraph"
        yield _block(sheet, kind, [index[id(row)] for row in held])


def _block(
    sheet: _Sheet, kind: BlockKind, rows: Sequence[int], label: str = "", skip: int = 0
) -> Block:
    starts = [sheet.places[i] for i in rows]
    ends = [start + len(sheet.rows[i].text) for i, start in zip(rows, starts, strict=True)]
    starts[0] += skip
    last = ends[-1]
    pieces = [
        Piece(start=start, end=end, glue=" " if end != last else "")
        for start, end in zip(starts, ends, strict=True)
    ]
    return Block(kind=kind, pieces=tuple(pieces), page=sheet.number, label=label)


def _printed(page: Page, sheet: _Sheet) -> Iterator[PrintedLine]:
    for row, start in zip(sheet.rows, sheet.places, strict=True):
        top, bottom, sure = _as_it_lies(page, row) if page.sure else (row.top, row.bottom, ())
        yield PrintedLine(
            start, sheet.number + 1, round(top * 10), round(bottom * 10),
            row.at, tuple([round(x * 10) for x in row.x]), sure,
        )  # fmt: skip


def _as_it_lies(page: Page, row: Row) -> tuple[float, float, tuple[int, ...]]:
    """Top and bottom of a row of a picture, which may lie askew; how sure each of its words is."""
    falls = (page.tilt * row.left, page.tilt * row.right)
    sure = tuple(page.sure[row.top, x] for x in row.x[:-1])
    return row.top + min(falls), row.bottom + max(falls), sure


def _recognition(pages: Sequence[Page]) -> Recognition | None:
    """What was read from pictures; None where nothing was."""
    read = [number for number, page in enumerate(pages, start=1) if page.sure]
    return Recognition(engine=pages[read[0] - 1].engine, pages=tuple(read)) if read else None
