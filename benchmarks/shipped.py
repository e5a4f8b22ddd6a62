"""As many pages as are wanted, as PDFs: the shipped documents with other names and other dates.

The same number gives the same bytes. The words of the names that the extractor finds in a document
become made-up ones, different in each copy, the same wherever they stand; days and years move.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import matplotlib
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from extract.languages.calendar import month_names
from extract.pipeline import extract
from extract.readers import read
from extract.values import Document
from kg.files import samples

_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ja", "ke", "li", "mo", "nu", "pa", "re", "si", "to",
              "vu", "wa", "ze")  # fmt: skip
_FONT = "DejaVuSerif"
_LOOKS = {"heading": ParagraphStyle("heading", fontName=_FONT, fontSize=14, leading=22)}
_BODY = ParagraphStyle("body", fontName=_FONT, fontSize=11, leading=14, spaceAfter=8)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def make(folder: Path, pages: int) -> int:
    """Writes PDFs of that many pages in all, or few more; gives how many files they are."""
    number = printed = 0
    while printed < pages:
        for document in _shipped():
            data, count = _pdf(document, number)
            (folder / f"{number:05}-{Path(document.name).stem}.pdf").write_bytes(data)
            number, printed = number + 1, printed + count
    return number


@cache
def _shipped() -> tuple[Document, ...]:
    return tuple(
        read(path.name, path.read_bytes())
        for path in sorted(samples().glob("ah-*")) + sorted(samples().glob("landen*"))
    )


@cache
def _names(document: Document) -> tuple[str, ...]:
    """The words of the names of people in a document."""
    people = (one for one in extract(document).referents if one.kind == "person")
    words = (word for one in people for name in one.names for word in re.findall(r"\w+", name))
    return tuple(sorted({word for word in words if len(word) > 2 and word[0].isupper()}))


def _pdf(document: Document, number: int) -> tuple[bytes, int]:
    """The copy of that number, and how many pages it has."""
    registerFont(TTFont(_FONT, Path(matplotlib.get_data_path(), "fonts", "ttf", f"{_FONT}.ttf")))
    file = io.BytesIO()
    made = SimpleDocTemplate(file, pagesize=A4, invariant=1)
    made.build(list(_flowables(document, number)))
    return file.getvalue(), made.page


def _flowables(document: Document, number: int) -> Iterator[Flowable]:
    others = {word: _name(number * 100 + at) for at, word in enumerate(_names(document))}
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, others))})\b")
    for passage in document.passages:
        text = known.sub(lambda match: others[match.group()], passage.text)
        label = f"{passage.label} " if passage.label else ""
        words = _moved(f"{label}{text}", document.metadata.language, number)
        escaped = words.replace("&", "&amp;").replace("<", "&lt;")
        yield Paragraph(escaped, _LOOKS.get(passage.kind, _BODY))


def _name(number: int) -> str:
    """A made-up name of three syllables or more, another for each number."""
    base, said = len(_SYLLABLES), ""
    number += base**2
    while number:
        number, at = divmod(number, base)
        said += _SYLLABLES[at]
    return said.capitalize()


def _moved(text: str, language: str, number: int) -> str:
    """The text with its days and years moved."""
    months = "|".join(month_names(language, "wide"))
    days = re.compile(rf"\b\d{{1,2}}(?= (?:{months})\b)")
    text = days.sub(lambda match: str((int(match.group()) + number) % 28 + 1), text)
    return _YEAR.sub(lambda match: str(int(match.group()) - number % 12), text)
