"""E-books and OpenDocument texts: order, notes, what is hidden, locked or missing."""

from __future__ import annotations

import io
import zipfile

import pytest

from extract.readers import Fault, ReadError, read
from extract.values import Document

ODT = "application/vnd.oasis.opendocument.text"
SPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("draw", "drawing"),
    )
)  # fmt: skip
ROOT = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
FIRST = "Anna Voorbeeld werd op 3 mei 2020 in Noordstad gearresteerd"


def zipped(**members: str | bytes) -> bytes:
    """A ZIP file; ``__`` in a name stands for a slash, the end of a name follows ``___``."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("___", ".").replace("__", "/"), data)
    return file.getvalue()


def odt(body: str, styles: str = "", **more: str) -> bytes:
    content = (
        f"<office:document-content{SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped(mimetype=ODT, content___xml=content, **more)


def epub(*chapters: str, **more: str) -> bytes:
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    items = "".join(f'<item id="{n}" href="text/{n}"/>' for n in reversed(names))
    order = "".join(f'<itemref idref="{n}"/>' for n in names)
    fields = "<title>Het koor</title><creator>A. Auteur</creator><date>2021-02-03T00:00:00Z</date>"
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata>{fields}</metadata>'
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    pages = {
        f"OEBPS__text__c{number}___xhtml": '<?xml version="1.0"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>x</title></head><body>{chapter}</body></html>"
        for number, chapter in enumerate(chapters)
    }
    known = {"META-INF__container___xml": ROOT, "OEBPS__book___opf": package}
    return zipped(mimetype="application/epub+zip", **{**known, **pages, **more})


def said(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in document.passages]


def test_a_book_is_read_in_its_order_and_its_notes_find_their_markers() -> None:
    cites = '<a epub:type="noteref" href="c2.xhtml#n1"><sup>1</sup></a>'
    book = epub(
        f"<header><h1>De zaak</h1></header><p>{FIRST}.{cites} Zij zit nog vast.</p>",
        "<nav><ol><li>De zaak</li></ol></nav><h1>Meer</h1><p>Pjotr Fictief kwam vrij.</p>",
        '<aside epub:type="footnote" id="n1"><p>1. Blad, «Koor in de cel», 4 mei 2020.</p></aside>',
    )
    document = read("koor.epub", book)
    assert said(document) == [
        ("heading", "De zaak"), ("body", f"{FIRST}. Zij zit nog vast."), ("heading", "Meer"),
        ("body", "Pjotr Fictief kwam vrij."), ("footnote", "Blad, «Koor in de cel», 4 mei 2020."),
    ]  # fmt: skip
    assert [(s.marker, s.title) for s in document.sources] == [("1", "Koor in de cel")]
    given = document.metadata.given
    assert (given.title, given.creators, given.issued) == ("Het koor", ("A. Auteur",), "2021-02-03")


def test_what_a_reader_of_the_book_does_not_see_is_set_apart() -> None:
    book = epub(f'<p>{FIRST}.</p><p style="display:none">Zij is vrij.</p>')
    assert ("hidden", "Zij is vrij.") in said(read("koor.epub", book))


@pytest.mark.parametrize(
    ("more", "code", "reason"),
    [
        ({"META-INF__encryption___xml": "<e>OEBPS/text/c0.xhtml</e>"}, Fault.ENCRYPTED, "locked"),
        ({"META-INF__container___xml": "<container/>"}, Fault.NOT_READABLE, "no list"),
        ({"OEBPS__book___opf": "<!DOCTYPE p [<!ENTITY x 'y'>]><p/>"}, Fault.DTD, "DOCTYPE"),
        ({"OEBPS__book___opf": "<package><manifest><item id='a' href='../../etc/passwd'/>"
          "</manifest><spine><itemref idref='a'/></spine></package>"},
         Fault.NOT_READABLE, "it has no ../etc/passwd"),
        ({"OEBPS__book___opf": "<package/>"}, Fault.NO_TEXT, "no words"),
    ],
)  # fmt: skip
def test_a_book_that_cannot_be_read_says_why(
    more: dict[str, str], code: Fault, reason: str
) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read("koor.epub", epub(f"<p>{FIRST}.</p>", **more))
    assert caught.value.code == code


def test_a_text_is_read_in_its_order_with_its_notes_where_they_are_cited() -> None:
    note = (
        '<text:note text:id="f1"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>Blad, «Koor in de cel», 4 mei 2020.</text:p></text:note-body></text:note>"
    )
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{label}</text:p></table:table-cell>"
        f"<table:table-cell><text:p>{value}</text:p></table:table-cell></table:table-row>"
        for label, value in (("Naam:", "Anna Voorbeeld"), ("Leeftijd:", "44"))
    )
    document = read("brief.odt", odt(
        "<text:tracked-changes><text:p>Zij is vrij.</text:p></text:tracked-changes>"
        "<text:table-of-content><text:p>De zaak 1</text:p></text:table-of-content>"
        f"<text:h>De zaak</text:h><text:p>{FIRST}.{note}<text:s/>Zij zit<text:tab/>nog vast."
        "<draw:frame><svg:title>Foto</svg:title></draw:frame></text:p>"
        "<text:list><text:list-item><text:p>Zij is ziek.</text:p></text:list-item></text:list>"
        f"<table:table>{rows}</table:table>",
        meta___xml="<meta><title>Brief</title><initial-creator>A. Auteur</initial-creator></meta>",
    ))  # fmt: skip
    assert [text for _, text in said(document)] == [
        "De zaak", f"{FIRST}. Zij zit nog vast.", "Blad, «Koor in de cel», 4 mei 2020.",
        "Zij is ziek.", "Naam: Anna Voorbeeld", "Leeftijd: 44",
    ]  # fmt: skip
    assert [(s.marker, s.title) for s in document.sources] == [("1", "Koor in de cel")]
    assert document.metadata.given.creators == ("A. Auteur",)


def test_words_that_styles_hide_are_set_apart_and_raised_figures_are_no_digits() -> None:
    styles = "".join(
        f'<style:style style:name="{name}"><style:text-properties {look}/></style:style>'
        for name, look in (
            ("T1", 'text:display="none"'), ("T2", 'fo:color="#FFFFFF"'),
            ("T3", 'fo:font-size="1pt"'), ("T4", 'style:text-position="super 58%"'),
        )
    )  # fmt: skip
    hidden = "".join(
        f'<text:span text:style-name="T{n}">Zij is vrij {n}.</text:span>' for n in (1, 2, 3)
    )
    raised = '<text:span text:style-name="T4">2</text:span>'
    document = read("brief.odt", odt(f"<text:p>{FIRST}{raised}.{hidden}</text:p>", styles))
    assert said(document)[0] == ("body", f"{FIRST}².")
    assert [text for kind, text in said(document) if kind == "hidden"] == [
        "Zij is vrij 1.", "Zij is vrij 2.", "Zij is vrij 3.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(mimetype=ODT), Fault.NOT_READABLE),
        (odt("x", **{"META-INF__manifest___xml": "<m><encryption-data/></m>"}), Fault.ENCRYPTED),
        (zipped(mimetype=ODT, content___xml="<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"), Fault.DTD),
        (zipped(mimetype=ODT, content___xml="<x"), Fault.NOT_READABLE),
        (odt(""), Fault.NO_TEXT),
    ],
)
def test_a_text_that_cannot_be_read_says_why(data: bytes, code: Fault) -> None:
    with pytest.raises(ReadError) as caught:
        read("brief.odt", data)
    assert caught.value.code == code
    assert caught.value.advice


def test_both_are_known_by_their_content() -> None:
    assert read("x.txt", epub(f"<p>{FIRST}.</p>")).media_type == "application/epub+zip"
    assert read("x.docx", odt(f"<text:p>{FIRST}.</text:p>")).media_type == ODT
