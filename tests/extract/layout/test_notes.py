"""Notes at the end of a text: how they are numbered, how the text marks them, what is none."""

import pytest

from extract.readers import read

NOTE = "Made-up Watch, 'Poet is held', 3 May 2020."
STYLES = [
    ("gone.[14]", "[14] "),
    ("gone.[1]", "[1] "),
    ("gone,[7] they say", "[7] "),
    ("gone.(88)", "(88) "),
    ("gone.²¹", "²¹ "),
    ("gone.²¹", "21) "),
    ("gone.112", "112 "),
    ("gone.1", "1. "),
    ("gone.³⁰¹", "301 "),
    ("gone (witness J.)[12], no more", "[12] "),
    ("gone.[41]", "41. "),
    ("gone.^87", "^87 "),
    ("gone.⁽¹⁾", "⁽¹⁾ "),
    ("been gone since day 100.[41]", "[41] "),
]
TRAPS = [
    "She was charged under art. 225 (14) of the code.\n\n(14) Made-up Watch says so, at length.",
    "She was held in prison nr.12 of the town.\n\n12 People were let go that day, they say.",
    "The score was 14 of them.\n\n[14] Made-up Watch, 3 May 2020.",
    "It began in COVID19 times.\n\n19 Made-up Watch, 3 May 2020.",
]


@pytest.mark.parametrize(("marked", "opened"), STYLES)
def test_a_note_and_its_marker(marked, opened):
    text = f"The poet was taken from her flat in the morning and has {marked}\n\n{opened}{NOTE}\n"
    document = read("a.txt", text.encode())
    (source,) = document.sources
    (marker,) = document.markers
    assert (source.publisher, source.title, source.date) == (
        "Made-up Watch", "Poet is held", "2020-05-03",
    )  # fmt: skip
    assert source.marker == marker.label
    assert document.passages[-1].kind == "footnote"
    assert marker.label not in document.passages[0].text


def test_notes_on_consecutive_lines():
    text = "One.[31] Two.[32] Three.[33]\n\n[31] A Paper, 3 May 2020.\n[32] RSF.\n[33] Annex 4.\n"
    document = read("a.txt", text.encode())
    assert [(s.marker, s.publisher, s.title) for s in document.sources] == [
        ("31", "A Paper", None),
        ("32", "RSF", None),
        ("33", None, "Annex 4"),
    ]


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_note(text):
    document = read("a.txt", text.encode())
    assert (document.markers, document.sources) == ((), ())


def test_numbered_questions_are_no_notes_of_what_is_marked_in_brackets():
    text = (
        "The poet was arrested.[1]\n\n1. Is the council aware of it?\n2. What will it do?\n\n"
        "[1] Made-up Watch, 3 May 2020.\n"
    )
    document = read("a.txt", text.encode())
    assert [(s.marker, s.publisher) for s in document.sources] == [("1", "Made-up Watch")]
