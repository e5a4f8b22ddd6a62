"""Letters, reports and news in made-up documents: front matter, headings, signature, metadata."""

from extract.readers import read
from extract.values import Document

LETTER = """Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 1
2500 EA Den Haag

Datum 3 mei 2023
Betreft Gevangenen in Voorbeeldland
Onze referentie VB-2023.12

Geachte voorzitter,

Op 2 april werd Anna Voorbeeld veroordeeld tot zes jaar gevangenisstraf, zo meldt een
krant. De rege-
ring heeft haar zorgen daarover uitgesproken.

De minister van Proefzaken,



W.B. Proef
"""


def texts(document: Document, kind: str) -> list[str]:
    return [passage.text for passage in document.passages if passage.kind == kind]


def test_a_letter_in_plain_text():
    document = read("brief.txt", LETTER.encode())
    said = document.metadata
    assert (said.kind, said.title, said.number) == (
        "letter", "Gevangenen in Voorbeeldland", "VB-2023.12",
    )  # fmt: skip
    assert [(d.role, d.date) for d in said.dates] == [("issued", "2023-05-03")]
    assert [(p.role, p.name, p.office) for p in said.parties] == [
        ("sender", "W.B. Proef", "Minister van Proefzaken"),
        ("recipient", "Voorzitter van de Tweede Kamer der Staten-Generaal", ""),
    ]
    assert texts(document, "signature") == ["De minister van Proefzaken,", "W.B. Proef"]
    assert texts(document, "body")[0] == "Geachte voorzitter,"
    assert document.section("body").voice == "W.B. Proef"


def test_an_english_letter():
    document = read(
        "letter.md",
        b"**OFFICE**\n\nDate: 4 May 2023\nSubject: Rights in Examplestan\nOur ref.: FO/17\n\n"
        b"Dear Chair,\n\nThank you for your letter of 2 April 2023. We are concerned about the "
        b"detention of Made-up Person.\n\nYours sincerely,\n\nJane Sample\nMinister of State\n",
    )
    said = document.metadata
    assert (said.kind, said.title, said.number, said.date) == (
        "letter", "Rights in Examplestan", "FO/17", "2023-05-04",
    )  # fmt: skip
    assert [(p.name, p.office) for p in said.parties] == [("Jane Sample", "Minister of State")]


def test_a_report_with_numbered_headings():
    prose = "This describes the cases of people who are held for what they say or write there."
    document = read(
        "report.txt",
        f"COUNTRY REPORT\nMade-up Group\nMarch 2022\n\n1. Introduction\n\n{prose}\n\n"
        f"2. Cases\n\n2.1 Made-up Person\n\n{prose}\n".encode(),
    )
    assert document.metadata.kind == "report"
    assert document.metadata.date == "2022-03"
    assert texts(document, "heading")[1:] == ["1. Introduction", "2. Cases", "2.1 Made-up Person"]
    assert texts(document, "body") == [prose, prose]


def test_the_header_of_a_markdown_file():
    document = read(
        "nieuws.md",
        b"---\ntitle: Activist vrij\ndate: 2023-03-04\n---\n\nDe activist is op zaterdag "
        b"vrijgelaten en dat is wat men in de stad en op het land zegt.\n",
    )
    assert document.metadata.title == "Activist vrij"
    assert document.metadata.date == "2023-03-04"
    assert texts(document, "front") == ["title: Activist vrij\ndate: 2023-03-04"]


def test_a_date_in_the_text_is_not_the_date_of_the_text():
    document = read("a.txt", b"She was arrested on 3 May 2020 and that is all they say of it.")
    assert document.metadata.dates == ()
    assert document.metadata.date is None
