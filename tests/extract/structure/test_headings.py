"""The headings of questions and answers."""

import pytest

from extract.languages.document import document_words
from extract.structure.headings import Heading, Headings
from extract.values import Piece


@pytest.mark.parametrize(
    ("language", "line", "kind", "numbers"),
    [
        ("nl", "Vraag 3", "question", ("3",)),
        ("nl", "Vraag 3:", "question", ("3",)),
        ("nl", "Vragen 3, 4 en 6", "question", ("3", "4", "6")),
        ("nl", "Antwoord op de vragen 2 t/m 4", "answer", ("2", "3", "4")),
        ("nl", "Antwoord 2 tot en met 4", "answer", ("2", "3", "4")),
        ("nl", "ANTWOORD", "answer", ()),
        ("en", "Questions 1-3", "question", ("1", "2", "3")),
        ("en", "Answer to questions 1 and 2", "answer", ("1", "2")),
        ("en", "Question 1 & 2", "question", ("1", "2")),
    ],
)
def test_headings(language, line, kind, numbers):
    found = Headings(document_words(language)).read(line)
    assert found == Heading(kind=kind, numbers=numbers)


@pytest.mark.parametrize(
    "line", ["Vraag", "Vraag 3 is lastig", "Antwoord van de minister", "3", "De vraag 3", ""]
)
def test_what_heads_nothing(line):
    assert Headings(document_words("nl")).read(line) is None


def test_all_languages_where_none_is_known():
    headings = Headings(document_words(""))
    assert headings.read("Vraag 1") == headings.read("Question 1")


@pytest.mark.parametrize(
    ("language", "line", "heads"),
    [
        ("nl", "Antwoord: De heer Proef is vrij.", True),
        ("nl", "Vraag 4: Is hij vrij?", True),
        ("en", "Answer: He is free.", True),
        ("nl", "Antwoord op de brief: hij is vrij.", False),
        ("nl", "Het antwoord: hij is vrij.", False),
    ],
)
def test_a_heading_that_opens_a_line(language, line, heads):
    row = (Piece(start=0, end=len(line)),)
    parts = Headings(document_words(language)).split(line, row)
    assert [heading for _, heading in parts] == ([True, False] if heads else [False])
