"""Markdown: words without markup, each in its place."""

import pytest

from extract.readers import read
from extract.values import Document


def markdown(text: str) -> Document:
    return read("made-up.md", text.encode())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Zij is **zeer** *ziek*.", "Zij is zeer ziek."),
        ("Zie [dit `stuk`](https://a.example/b_(c)) nu.", "Zie dit stuk nu."),
        ("Zie <https://a.example> nu.", "Zie https://a.example nu."),
        (r"2\*3 \[x\] snake_case", "2*3 [x] snake_case"),
        ("# Kop #", "Kop"),
        ("Kop\n===", "Kop"),
        ("> aangehaald\n> verder", "aangehaald verder"),
        ("2. 2 appels", "2 appels"),
        ("- een\n  twee", "een twee"),
        ("A &amp; B", "A &amp; B"),
        ("![beeld](x.png) tekst", "tekst"),
        ("```\neen\n```\n", "een"),
        ("```py\neen\ntwee", "een\ntwee"),
    ],
)
def test_words_without_markup(source, words):
    document = markdown(source)
    assert [passage.text for passage in document.passages] == [words]
    for passage in document.passages:
        for piece in passage.pieces:
            assert source[piece.start : piece.end] == document.text[piece.start : piece.end]


def test_items_and_rows_are_not_run_together():
    document = markdown("- arrest van A\n- vrijlating van B\n\n| a | b |\n|---|---|\n| c | d |\n")
    assert [p.text for p in document.passages] == ["arrest van A", "vrijlating van B", "a b", "c d"]


def test_notes_and_their_markers():
    text = (
        "Zij zit vast.[^1] Hij ook.[^lang]\n\n"
        "[^1]: Krant, *Zij zit vast*, 3 mei 2020, <https://a.example/1>.\n"
        "[^lang]: Blad, «Hij ook», 2021.\n\n    Tweede alinea van de noot.\n"
    )
    document = markdown(text)
    assert document.passages[0].text == "Zij zit vast. Hij ook."
    assert [m.label for m in document.markers] == ["1", "lang"]
    assert [document.text[m.start : m.end] for m in document.markers] == ["[^1]", "[^lang]"]
    first, second = document.sources
    assert (first.publisher, first.title, first.url) == (
        "Krant", "Zij zit vast", "https://a.example/1",
    )  # fmt: skip
    assert (second.title, second.date) == ("Hij ook", "2021")
    note = next(p for p in document.passages if p.label == "lang")
    assert note.text == "Blad, «Hij ook», 2021. Tweede alinea van de noot."


def test_raised_numbers_are_markers():
    document = markdown("**Dat** is waar.<sup>1</sup> Ja.\n\n1 Krant, «Waar», 2020\n")
    assert document.passages[0].text == "Dat is waar. Ja."
    assert document.sources[0].title == "Waar"


def test_a_marker_after_bold_at_the_end_of_a_line_joins_no_words():
    document = markdown("Dat is **waar**[^1]\nen niet anders.\n\n[^1]: Krant, «Waar», 2020\n")
    assert document.passages[0].text == "Dat is waar en niet anders."


def test_a_marker_without_a_note_stays_text():
    document = markdown("**Dat** is waar.[^9]")
    assert document.markers == ()
    assert document.passages[0].text == "Dat is waar.[^9]"


def test_records_with_a_label_are_no_furniture():
    text = "**Charge**\nArticle 1\n\n**Charge**\nArticle 2\n\n**Charge**\nArticle 1\n"
    assert {p.kind for p in markdown(text).passages}.isdisjoint({"furniture"})


def test_bold_section_headings_are_found_and_bold_words_are_not():
    text = (
        "**Vraag 1**  \nIs het antwoord op **Vraag 7** van toen bekend?\n\n**Antwoord 1**  \nJa.\n"
    )
    document = markdown(text)
    assert [s.id for s in document.sections] == ["question-1", "answer-1"]
    assert "Is het antwoord op Vraag 7 van toen bekend?" in [p.text for p in document.passages]
