"""Writes a document that was read as a web page, a Word file, official XML and a PDF.

For tests alone: plain means, no library's typesetting beyond what a line needs.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from xml.sax.saxutils import escape

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract.layout.blocks import Layout
from extract.readers.formats import formats
from extract.values import Document, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words printed in one way, or a note's marker, or the end of a line."""

    words: str = ""
    marker: str = ""
    turn: bool = False
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph, heading or note."""

    kind: str
    label: str
    runs: tuple[Run, ...]


def parts(document: Document, data: bytes) -> list[Part]:
    """What the document says, without how its own format says it."""
    layout = _layout(document, data)
    leads = {block.start: block.lead for block in layout.blocks}
    italic = {span[0] for block in layout.blocks for span in block.emphasis}
    markers = {marker.start: marker.label for marker in document.markers}
    found: list[Part] = []
    end = 0
    for passage in document.passages:
        start = passage.pieces[0].start
        runs = _runs(document.text, passage, markers, leads.get(start, ""), start in italic)
        part = Part(kind=passage.kind, label=passage.label, runs=tuple(_joined(runs)))
        # a paragraph that reading cut in two stands on paper as one
        if found and part.kind == "front" and "\n\n" not in plain_gap(document.text[end:start]):
            before = found.pop()
            part = replace(part, runs=(*before.runs, Run(words=" "), *part.runs))
        found.append(part)
        end = passage.pieces[-1].end
    return found


def plain_gap(between: str) -> str:
    """What stands between two passages, its lines without white space at their ends."""
    return "\n".join(line.strip() for line in between.split("\n"))


def _layout(document: Document, data: bytes) -> Layout:
    (read,) = [form for form in formats() if form.media_type == document.media_type]
    return read.layout(document.name, data)


def _runs(
    text: str, passage: Passage, markers: Mapping[int, str], lead: str, italic: bool
) -> Iterator[Run]:
    bold = len(lead)
    for piece in passage.pieces:
        words = text[piece.start : piece.end]
        yield Run(words=words, bold=bold > 0, italic=italic)
        bold -= len(words) + len(piece.glue)
        if label := markers.get(piece.end):
            yield Run(marker=label)
        if piece.glue == "\n":
            yield Run(turn=True)
        elif piece.glue:
            yield Run(words=" ", bold=bold > 0, italic=italic)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs with those made one that are printed alike: a word may have been cut in two."""
    held: Run | None = None
    for run in runs:
        if held and held.words and run.words and replace(held, words="") == replace(run, words=""):
            held = replace(held, words=held.words + run.words)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def as_html(said: Sequence[Part]) -> bytes:
    """A saved page: the article between a menu and a footer, the notes in a list at its end."""
    notes = [part for part in said if part.kind == "footnote"]
    listed = "".join(
        f'<li id="fn{part.label}"><p>{_tagged(part)} <a href="#ref{part.label}">↩</a></p></li>\n'
        for part in notes
    )
    body = "".join(
        f"<h2>{_tagged(part)}</h2>\n" if part.kind == "heading" else f"<p>{_tagged(part)}</p>\n"
        for part in said
        if part.kind != "footnote"
    )
    return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Voorbeeld</title>
<style>p {{ margin: 1em }}</style></head><body>
<nav><ul><li><a href="/">Begin</a></li><li><a href="/nieuws">Nieuws</a></li></ul></nav>
<main><article>{body}<section class="footnotes"><ol>{listed}</ol></section></article></main>
<footer><p>Alle rechten voorbehouden. Lees de voorwaarden van deze pagina.</p></footer>
</body></html>""".encode()


def _tagged(part: Part) -> str:
    return "".join(_tag(run) for run in part.runs)


def _tag(run: Run) -> str:
    if run.turn:
        return "<br>\n"
    if run.marker:
        return f'<sup><a id="ref{run.marker}" href="#fn{run.marker}">{run.marker}</a></sup>'
    words = escape(run.words)
    words = f"<strong>{words}</strong>" if run.bold else words
    return f"<em>{words}</em>" if run.italic else words


def as_xml(said: Sequence[Part]) -> bytes:
    """A paper of officielebekendmakingen.nl: questions and answers, or a letter."""
    notes = {part.label: part for part in said if part.kind == "footnote"}
    body = [part for part in said if part.kind != "footnote"]
    text = "".join(_elements(body, notes))
    asked = any(part.kind == "heading" and _words(part).startswith("Vraag ") for part in body)
    whole = f"<kamervragen>{text}</kamervragen>" if asked else f"<kamerstuk>{text}</kamerstuk>"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<officiele-publicatie>'
    return f"{head}<metadata/>{whole}</officiele-publicatie>".encode()


def _elements(body: Sequence[Part], notes: Mapping[str, Part]) -> Iterator[str]:
    open_tag = ""
    for part in body:
        heading = re.fullmatch(r"(Vraag|Antwoord) ([\d, en]+)", _words(part))
        if heading:
            yield f"</{open_tag}>\n" if open_tag else ""
            open_tag = heading[1].lower()
            yield f"<{open_tag}><nr>{heading[0]}</nr>\n"
        elif part.kind == "heading":
            yield f"<tussenkop>{_noted(part, notes)}</tussenkop>\n"
        else:
            yield f"<al>{_noted(part, notes)}</al>\n"
    yield f"</{open_tag}>" if open_tag else ""


def _noted(part: Part, notes: Mapping[str, Part]) -> str:
    return "".join(_element(run, notes) for run in part.runs)


def _element(run: Run, notes: Mapping[str, Part]) -> str:
    if run.turn:
        return "<br/>"
    if run.marker:
        label, words = run.marker, _noted(notes[run.marker], {})
        number = f"<noot.nr>{label}</noot.nr>"
        return f'<noot id="n{label}" type="voet">{number}<noot.al>{words}</noot.al></noot>'
    words = escape(run.words)
    words = f'<nadruk type="vet">{words}</nadruk>' if run.bold else words
    return f'<nadruk type="cur">{words}</nadruk>' if run.italic else words


def _words(part: Part) -> str:
    return "".join("\n" if run.turn else run.words for run in part.runs)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def as_docx(said: Sequence[Part]) -> bytes:
    """A Word file with real footnotes, which python-docx cannot write: its parts are added."""
    numbers = {part.label: n for n, part in enumerate(_notes(said), start=2)}
    body = "".join(_paragraph(part, numbers) for part in said if part.kind != "footnote")
    notes = "".join(
        f'<w:footnote w:id="{numbers[part.label]}">{_paragraph(part, {})}</w:footnote>'
        for part in _notes(said)
    )
    file, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                content = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
            elif name == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rIdN" Type="{_NOTES}" Target="footnotes.xml"/>'
                content = content.replace("</Relationships>", f"{relation}</Relationships>")
            elif name == "[Content_Types].xml":
                added = f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/>'
                content = content.replace("</Types>", f"{added}</Types>")
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>')
    return file.getvalue()


def _notes(said: Sequence[Part]) -> list[Part]:
    return [part for part in said if part.kind == "footnote"]


def _paragraph(part: Part, numbers: Mapping[str, int]) -> str:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if part.kind == "heading" else ""
    runs = "".join(_run(run, numbers) for run in part.runs)
    return f"<w:p>{style}{runs}</w:p>"


def _run(run: Run, numbers: Mapping[str, int]) -> str:
    if run.turn:
        return "<w:r><w:br/></w:r>"
    if run.marker:
        return f'<w:r><w:footnoteReference w:id="{numbers[run.marker]}"/></w:r>'
    look = "<w:b/>" * run.bold + "<w:i/>" * run.italic
    words = f'<w:t xml:space="preserve">{escape(run.words)}</w:t>'
    return f"<w:r><w:rPr>{look}</w:rPr>{words}</w:r>"


_FONT, _SIZE, _PITCH = "Times-Roman", 10.0, 12.0
_WIDE, _HIGH = A4
_LEFT, _COLUMN, _GUTTER = 50.0, 235.0, 25.0
_TOP, _FOOT = 70.0, 60.0
_VOWELS = re.compile(r"(?<=[aeiouy][bcdfghjklmnprstvz])(?=[bcdfghjklmnprstvz][aeiouy])")

Line = tuple[tuple[str, bool], ...]  # runs of words; True where they are raised


def as_pdf(said: Sequence[Part]) -> bytes:
    """Two columns, words cut at line ends, notes at the foot of each column, heads and numbers."""
    notes = {part.label: part for part in said if part.kind == "footnote"}
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    place = _Place(canvas=canvas)
    for part in said:
        if part.kind != "footnote":
            place.paragraph(part, notes)
    place.page_end()
    canvas.save()
    return stream.getvalue()


@dataclass(slots=True, kw_only=True)
class _Place:
    """Where the next line goes: a column is filled from its top and its notes from its foot."""

    canvas: Canvas
    page: int = 1
    column: int = 0
    top: float = _TOP
    foot: tuple[Line, ...] = ()

    def paragraph(self, part: Part, notes: Mapping[str, Part]) -> None:
        for line in _set(part.runs, _SIZE):
            added: list[Line] = []
            for words, raised in line:
                if raised:
                    own = (Run(words=f"{words} "), *notes[words].runs)
                    added += _set(own, _SIZE - 2)
            rest = _HIGH - _FOOT - (len(self.foot) + len(added)) * (_PITCH - 2) - 20
            if self.top + _PITCH > rest:
                self.column_end()
            self.foot = (*self.foot, *added)
            self._print(line, self.top, _SIZE)
            self.top += _PITCH
        self.top += _PITCH * 0.8

    def column_end(self) -> None:
        self._notes()
        self.column, self.top = self.column + 1, _TOP
        if self.column == 2:
            self.page_end()

    def page_end(self) -> None:
        self._notes()
        self.canvas.setFont(_FONT, 9)
        self.canvas.drawString(_LEFT, _HIGH - 35, "Voorbeeldblad van de Kamer, jaargang 12")
        self.canvas.drawCentredString(_WIDE / 2, 25, str(self.page))
        self.canvas.showPage()
        self.page, self.column, self.top = self.page + 1, 0, _TOP

    def _notes(self) -> None:
        top = _HIGH - _FOOT - (len(self.foot) - 1) * (_PITCH - 2)
        for line in self.foot:
            self._print(line, top, _SIZE - 2)
            top += _PITCH - 2
        self.foot = ()

    def _print(self, line: Line, top: float, size: float) -> None:
        run = self.canvas.beginText(_LEFT + self.column * (_COLUMN + _GUTTER), _HIGH - top)
        for words, raised in line:
            run.setFont(_FONT, size * 0.65 if raised else size)
            run.setRise(size * 0.35 if raised else 0)
            run.textOut(words)
        self.canvas.drawText(run)


def _set(runs: Sequence[Run], size: float) -> list[Line]:
    """The lines of a paragraph, broken to the column's width."""
    lines: list[Line] = []
    for turned, group in groupby(runs, key=lambda run: run.turn):
        if not turned:
            lines += _broken(list(group), size)
    return lines


def _broken(runs: Sequence[Run], size: float) -> Iterator[Line]:
    line: list[tuple[str, bool]] = []
    width = 0.0
    for run in runs:
        if run.marker:
            line.append((run.marker, True))
            width += stringWidth(run.marker, _FONT, size * 0.65)
            continue
        for word in re.findall(r"\s+|\S+", run.words):
            while width + stringWidth(word, _FONT, size) > _COLUMN and word.strip():
                head, tail = _cut(word, _COLUMN - width, size)
                yield (*line, (head, False))
                line, width, word = [], 0.0, tail
            if word.strip() or line:
                line.append((word, False))
                width += stringWidth(word, _FONT, size)
    if line:
        yield tuple(line)


def _cut(word: str, room: float, size: float) -> tuple[str, str]:
    """A word cut between two consonants, with a hyphen, or an address cut after a slash."""
    if "/" in word:
        places = [match.end() for match in re.finditer(r"[/-](?=\w)", word)]
        fits = [at for at in places if stringWidth(word[:at], _FONT, size) <= room]
        return (word[: fits[-1]], word[fits[-1] :]) if fits else ("", word)
    if word.isalpha() and word.islower() and len(word) > 7:
        for place in reversed([match.start() for match in _VOWELS.finditer(word)]):
            head = word[:place] + "-"
            if 2 < place < len(word) - 2 and stringWidth(head, _FONT, size) <= room:
                return head, word[place:]
    return "", word


WRITERS: Mapping[str, Callable[[Sequence[Part]], bytes]] = {
    "page.html": as_html, "paper.xml": as_xml, "letter.docx": as_docx, "print.pdf": as_pdf,
}  # fmt: skip


@pytest.fixture(scope="session")
def written() -> Callable[[Document, bytes, str], bytes]:
    """Gives a document's text as a file of another format, by that file's name."""
    return lambda document, data, name: WRITERS[name](parts(document, data))
