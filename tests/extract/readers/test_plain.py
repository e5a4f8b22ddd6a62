"""Plain text: notes, pages, questions and answers, in made-up papers."""

import pytest

from extract.readers import read
from extract.values import Document

PAPER = """1234

Vragen van de leden Voorbeeld (ABC) en Van der Test (DEF) aan de Minister
van Buitenlandse Zaken over de zaak van Anna Voorbeeld (ingezonden 3 mei 2023).

Antwoord van Minister Proef (Buitenlandse Zaken) (ontvangen 4 juni 2023).

Vraag 1 en 2
Kent u het bericht dat zij in de cel zit?1

Antwoord op vragen 1 en 2
Ja. Dat is op 22 februari en in 2020 ook gemeld. COVID19 speelde mee.2

Vraag 3: Is zij vrij?

Antwoord
Nee.

1 Persbureau, «Zij zit vast», 1 mei 2023, https://example.org/1
2 Krant, «Ziek in de cel», 2 mei 2023, https://example.org/2
"""


def plain(text: str) -> Document:
    return read("paper.txt", text.encode())


def texts(document: Document, kind: str) -> list[str]:
    return [passage.text for passage in document.passages if passage.kind == kind]


def test_headings_of_several_questions_and_an_answer_without_a_number():
    document = plain(PAPER)
    ids = [s.id for s in document.sections if s.kind in ("question", "answer")]
    assert ids == ["question-1-2", "answer-1-2", "question-3", "answer-3"]
    assert document.section("answer-1-2").number == "1, 2"
    assert document.section("question-3").voice == "Voorbeeld; Van der Test"
    assert "Is zij vrij?" in texts(document, "body")
    assert [p.party for p in document.metadata.parties] == ["ABC", "DEF", ""]


def test_only_the_note_numbers_are_markers():
    document = plain(PAPER)
    assert [document.text[m.start - 4 : m.end] for m in document.markers] == ["zit?1", "mee.2"]
    assert "COVID19 speelde mee." in " ".join(texts(document, "body"))
    assert "22 februari en in 2020" in " ".join(texts(document, "body"))
    assert [s.publisher for s in document.sources] == ["Persbureau", "Krant"]


@pytest.mark.parametrize(
    ("marker", "lead"),
    [("1", "1 "), ("[1]", "[1] "), (" [1]", "[1] "), ("1)", "1) "), (" (1)", "(1) "),
     ("¹", "¹ "), ("1", "1. "), ("¹", "1 ")],
)  # fmt: skip
def test_styles_of_notes(marker, lead):
    document = plain(
        f"Dat is waar.{marker} Dat is het.\n\n{lead}Krant, «Waar», https://a.example\n"
    )
    assert texts(document, "body") == ["Dat is waar. Dat is het."]
    assert texts(document, "footnote") == ["Krant, «Waar», https://a.example"]


@pytest.mark.parametrize(
    "text",
    [
        "De lijst is deze:\n\n1 Appels\n2 Peren\n",  # no marker
        "Zij zag artikel 1 en niet meer.\n\n1 Appels\n",  # not glued
        "Dat is waar.1 Het is zo.\n",  # no note
        "Dat is waar.1 Het gebeurde op\n\n1 mei 2020 en niet later.\n",  # a date, no note
    ],
)
def test_what_is_no_footnote(text):
    document = plain(text)
    assert document.markers == ()
    assert texts(document, "footnote") == []


def test_a_damaged_note_does_not_stop_the_next():
    document = plain("Waar.1 Ook waar.2 Zo.3\n\n1 A, «x», 2020\n\n3 C, «z», 2021\n")
    assert [m.label for m in document.markers] == ["1", "3"]


@pytest.mark.parametrize("end", ["\f", "\n "])
def test_pages_notes_and_running_heads(end):
    first = (
        "Kamer der Proef\nZij werd daar zonder reden lang vast-\n\n1 Krant, «Vast», 2020\nPagina 1"
    )
    second = "Kamer der Proef\ngehouden, zegt men daar.1\n\nPagina 2"
    third = "Kamer der Proef\nZij is nu vrij.\n\nPagina 3"
    text = end.join(["", first.replace("Zij werd", "Zo is het.1 Zij werd"), second, third, ""])
    document = plain(text)
    assert len(document.page_starts) == 3
    assert texts(document, "furniture").count("Kamer der Proef") == 3
    assert "Pagina 2" in texts(document, "furniture")
    assert texts(document, "footnote") == ["Krant, «Vast», 2020"]
    body = next(p for p in document.passages if "vastgehouden" in p.text)
    assert [piece.cut for piece in body.pieces].count(True) == 1
    start = body.to_stored(body.text.index("vastgehouden"))
    assert document.quote(start, body.pieces[-1].end).text.startswith("vast[…]gehouden")


def test_a_page_end_alone_cuts_nothing():
    document = plain("Zij is in de gevangenis van de\fstad Bakoe en het is koud.\f")
    assert texts(document, "body") == ["Zij is in de gevangenis van de stad Bakoe en het is koud."]
    assert not any(piece.cut for passage in document.passages for piece in passage.pieces)


def test_news_has_a_title_and_a_dateline():
    document = plain(
        "Court jails Made-up Person\n\nMINSK, 3 March 2023 - The court has sentenced Made-up "
        "Person to ten years in prison, and that is what they say.\n"
    )
    assert document.metadata.title == "Court jails Made-up Person"
    assert document.metadata.date == "2023-03-03"
    assert document.metadata.language == "en"
