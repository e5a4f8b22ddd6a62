"""Word files: order, styles, tables, footnotes, what is deleted and what is hidden."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.shared import Pt, RGBColor

from extract.readers import Fault, ReadError, read
from extract.values import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(fill: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def said(document: Document, *kinds: str) -> list[str]:
    return [p.text for p in document.passages if not kinds or p.kind in kinds]


def body(xml: str) -> bytes:
    """A Word file whose body is this XML."""
    data = saved(lambda document: None)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = f'<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>'.encode()
            new.writestr(name, content)
    return file.getvalue()


def test_headings_paragraphs_items_and_rows_in_their_order() -> None:
    def fill(document: Any) -> None:
        document.core_properties.title = "Brief over Anna Voorbeeld"
        document.core_properties.author = "A. Auteur"
        document.add_heading("De zaak van Anna Voorbeeld", 1)
        document.add_paragraph("De politie heeft haar op 3 mei 2020 opgepakt in de hoofdstad.")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Naam:", "Anna Voorbeeld"
        document.add_paragraph("Zij zit vast.", style="List Bullet")

    document = read("brief.docx", saved(fill))
    assert said(document) == [
        "De zaak van Anna Voorbeeld",
        "De politie heeft haar op 3 mei 2020 opgepakt in de hoofdstad.",
        "Naam: Anna Voorbeeld",
        "Zij zit vast.",
    ]
    assert (document.metadata.given.title, document.metadata.given.creators) == (
        "Brief over Anna Voorbeeld", ("A. Auteur",),
    )  # fmt: skip
    assert document.media_type.endswith("wordprocessingml.document")


def test_what_a_reader_does_not_see_is_kept_apart() -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("De politie heeft haar op 3 mei 2020 opgepakt.")
        for size, color, hidden in ((1, None, None), (None, "FFFFFF", None), (None, None, True)):
            run = paragraph.add_run(" Zij is vrij.")
            run.font.size = Pt(size) if size else None
            run.font.color.rgb = RGBColor.from_string(color) if color else None
            run.font.hidden = hidden

    document = read("a.docx", saved(fill))
    assert said(document, "body") == ["De politie heeft haar op 3 mei 2020 opgepakt."]
    (unseen,) = document.omissions
    assert document.text[unseen.start : unseen.end].split() == ["Zij", "is", "vrij."] * 3


def test_deleted_words_are_gone_and_inserted_ones_are_there() -> None:
    data = body(
        "<w:p><w:r><w:t xml:space='preserve'>De politie heeft haar </w:t></w:r>"
        "<w:del><w:r><w:delText>niet </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>op 3 mei 2020 opgepakt.</w:t></w:r></w:ins></w:p>"
    )
    assert said(read("a.docx", data)) == ["De politie heeft haar op 3 mei 2020 opgepakt."]


@pytest.mark.parametrize("missing", ["word/document.xml", "[Content_Types].xml"])
def test_a_file_without_its_parts_is_refused(missing: str) -> None:
    data, file = saved(lambda document: None), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            if name != missing:
                new.writestr(name, old.read(name))
    with pytest.raises(ReadError) as caught:
        read("a.docx", file.getvalue())
    assert caught.value.code in (Fault.NOT_READABLE, Fault.UNKNOWN_FORMAT)
