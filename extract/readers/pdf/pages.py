"""A PDF file to the rows of its pages. Every error of PDFium enters here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.errors import Fault, ReadError
from extract.readers.pdf.hidden import Cover, covers
from extract.readers.pdf.letters import Frame
from extract.readers.pdf.rows import Row
from extract.readers.pdf.runs import rows
from extract.readers.pdf.scanned import with_words
from extract.readers.recognition import lacking

_HEAD = 1024  # bytes in which a file says that it is a PDF (ISO 32000-1, annex H.3.4.1)
_LENGTH = re.compile(rb"/Linearized\s+[\d.]+.{0,200}?/L\s+(\d+)", re.DOTALL)
_MOST_PAGES = 20_000
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]")
_SCAN = "scan it again, upright and at 300 dots an inch, or read it yourself"
_ENCRYPTED = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its rows in the order of the file, what is hidden on it, how broad it is.

    ``pictures`` says that it shows something else than text. ``engine`` is what read its words
    from a picture of it, "" where it has text of its own: ``sure`` then says how sure it was of
    each, in percent, by the top of the row and the left edge of the word, and ``tilt`` how far
    the rows fall on the page as it lies. ``unsure`` says that it was so little sure of the page
    that it is left out.
    """

    rows: tuple[Row, ...]
    cover: Cover
    pictures: bool = False
    damaged: bool = False
    engine: str = ""
    sure: Mapping[tuple[float, float], int] = field(default_factory=dict)
    tilt: float = 0.0
    unsure: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether its fonts do not say which letters they draw."""
        text = "".join([row.text for row in self.rows])
        return len(_UNKNOWN.findall(text)) > len(text) / 3


def pages(name: str, data: bytes) -> tuple[Page, ...]:
    """The pages of a file. One thread only: PDFium bears no more.

    Raises :class:`ReadError` where the file is cut off, encrypted, damaged, has no pages or no
    text layer, or where its fonts do not say which letters they draw; with an engine for OCR,
    where that makes out no words either.
    """
    _check_end(name, data)
    document = _opened(name, data)
    try:
        if not 0 < len(document) <= _MOST_PAGES:
            raise ReadError(
                name,
                f"has {len(document)} pages",
                f"give a file of 1 to {_MOST_PAGES} pages",
                Fault.LIMIT_SIZE if document else Fault.NO_TEXT,
            )
        found = with_words(name, document, tuple(_pages(document)))
    finally:
        document.close()
    _check_text(name, found)
    return found


def _opened(name: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in _ENCRYPTED:
            advice = "remove its password and read it again"
            raise ReadError(name, "is encrypted", advice, Fault.ENCRYPTED) from None
        advice = "open it in a viewer and save it again"
        raise ReadError(name, "is a damaged PDF", advice) from None


def _check_end(name: str, data: bytes) -> None:
    """A file says how it ends: %%EOF, or its length in its head where it is linearized."""
    said = _LENGTH.search(data[:_HEAD])
    if b"%%EOF" not in data or (said and int(said[1]) > len(data)):
        raise ReadError(name, "is a PDF that is cut off", "fetch the whole file again")


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    for number in range(len(document)):
        try:
            page = document[number]
            yield _page(page)
            page.close()
        except pypdfium2.PdfiumError:
            yield Page(rows=(), cover=Cover(), damaged=True)


def _page(page: pypdfium2.PdfPage) -> Page:
    layer = page.get_textpage()
    try:
        left, bottom, right, top = page.get_cropbox()
        frame = Frame(left, bottom, right, top, page.get_rotation())
        text = _text(layer)
        cover, pictures = covers(page.raw, frame)
        return Page(rows=tuple(rows(layer.raw, text, frame)), cover=cover, pictures=pictures)
    finally:
        layer.close()


def _text(layer: pypdfium2.PdfTextPage) -> str:
    """The letters of a page, one for each that PDFium counts."""
    count = layer.count_chars()
    text = str(layer.get_text_range(0, count)) if count > 0 else ""
    if len(text) != count:  # a letter without a code, or of two
        codes = (int(pdfium.FPDFText_GetUnicode(layer.raw, i)) for i in range(count))
        text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _check_text(name: str, found: tuple[Page, ...]) -> None:
    letters = sum(len(row.text) for page in found for row in page.rows)
    if letters == 0:
        if any(page.damaged for page in found):
            raise ReadError(name, "is a damaged PDF", "open it in a viewer and save it again")
        if needed := lacking():
            reason = "has no text layer: its pages are pictures"
            raise ReadError(name, reason, needed, Fault.NEEDS_OCR)
        if any(page.unsure for page in found):
            reason = "has no text layer, and OCR is too unsure of the words in its pictures"
            raise ReadError(name, reason, _SCAN, Fault.NEEDS_OCR)
        reason = "has no text layer, and OCR makes out no words on its pages"
        raise ReadError(name, reason, _SCAN, Fault.NO_TEXT)
    texts = ("".join([row.text for row in page.rows]) for page in found)
    unknown = sum(len(_UNKNOWN.findall(text)) for text in texts)
    if unknown > letters / 3:
        reason = "does not say which letters its fonts draw"
        raise ReadError(name, reason, lacking() or _SCAN, Fault.NEEDS_OCR)
