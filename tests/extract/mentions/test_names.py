"""Names in a sentence and the kinds of things they name."""

import pytest

from extract.languages import pack
from extract.mentions.names import names


@pytest.fixture(scope="module")
def named(cut):
    def found(text, language="nl"):
        return [(n.text, n.kind) for n in names(cut(text, language)[0], pack(language))]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volgens Rasim Verzonnov is dat zo.", [("Rasim Verzonnov", "person")]),
        ("Dat meldt dhr. Fictief vandaag.", [("Fictief", "person")]),
        ("Dat meldt de heer Piet Fictief.", [("Piet Fictief", "person")]),
        ("Dat meldt Jan van der Proefski.", [("Jan van der Proefski", "person")]),
        ("Dat meldt Rasim Eldar oglu Verzonnov.", [("Rasim Eldar oglu Verzonnov", "person")]),
        ("De activiste Anna Voorbeeld zwijgt.", [("Anna Voorbeeld", "person")]),
        ("De Georgische activist Piet Fictief zwijgt.", [("Piet Fictief", "person")]),
        ("Zo meldt Amnesty International.", [("Amnesty International", "organisation")]),
        ("Zo meldt de Raad van Europa.", [("Raad van Europa", "organisation")]),
        ("Zo meldt de VN.", [("VN", "organisation")]),
        ("Zij woont in Georgië.", [("Georgië", "country")]),
        ("Zij woont in Verzonnenstad.", [("Verzonnenstad", "place")]),
        ("Dit staat in het Verdrag van Proefstad.", [("Verdrag van Proefstad", "document")]),
        ("De Raad van Europa zwijgt.", [("Raad van Europa", "organisation")]),
        ("De Jongski zwijgt.", [("De Jongski", "person")]),
        ("Dat zegt Verzonnov niet.", [("Verzonnov", None)]),
        ("De Georgische autoriteiten zwijgen.", []),
        ("De Minister van Justitie zwijgt.", []),
        ("Gisteren was het koud.", []),
        ("Dat zijn de regels.", []),
    ],
)
def test_dutch(named, text, expected):
    assert named(text) == expected


def test_a_list_after_a_cue_names_persons(named):
    assert named("De activisten Fictief, Verzonnov en Proefska zijn vrij.") == [
        ("Fictief", "person"), ("Verzonnov", "person"), ("Proefska", "person"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Opposition Leader Rasim Verzonnov Beaten in Custody",
        "Activist Rasim Verzonnov Sentenced to Seven Years",
        "Police hold journalist Rasim Verzonnov",
        "Rasim Verzonnov, held since May, goes free",
    ],
)
def test_english_headlines(named, text):
    assert ("Rasim Verzonnov", "person") in named(text, "en")


def test_every_name_stands_in_its_sentence(cut):
    text = "Op 3 mei 2021 sprak dhr. Jan van der Proefski met Rasim Verzonnov in Verzonnenstad."
    sentence = cut(text)[0]
    found = names(sentence, pack("nl"))
    assert len(found) == 3
    for name in found:
        assert sentence.span(name.first, name.end) == name.text
        assert name.first < name.end
