"""Names in a sentence and the kinds of things they name."""

from dataclasses import replace

import pytest

from extract.languages import pack
from extract.mentions.recognition import names


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021 heeft Anna Voorbeeld de Fictiefprijs gewonnen.", [("Anna Voorbeeld", "person")]),
        ("De Fictiefse journaliste Sara Proefska zwijgt.", [("Sara Proefska", "person")]),
        ("De Krim-Tataarse journalist Piet Osman zwijgt.", [("Piet Osman", "person")]),
        ("Dat zegt minister De Proefski van Buitenlandse Zaken.", [("De Proefski", "person")]),
        ("Mgr. Piet Fictief zwijgt.", [("Piet Fictief", "person")]),
        ("FICTIEF, Fowzia, dichteres.", [("Fowzia FICTIEF", "person")]),
        ("Zij zit in de Verzonnen Lam-inrichting vast.", [("Verzonnen Lam-inrichting", "place")]),
        ("Proefstad/Den Haag, 3 mei 2021", []),
    ],
)
def test_where_a_dutch_name_begins_and_ends(named, text, expected):
    assert [name for name in named(text) if name[1]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Jasper Voorbeeld Ma-kup there.", ("Jasper Voorbeeld Ma-kup", "person")),
        ("PROEFSKA Anna, bookseller, says so.", ("PROEFSKA Anna", "person")),
        ("Fr Benito Fictief, parish priest, left.", ("Benito Fictief", "person")),
        ("Thanks to all who wrote for Luis Proefski.", ("Luis Proefski", "person")),
    ],
)
def test_where_an_english_name_begins_and_ends(named, text, expected):
    assert named(text, "en")[0] == expected


def test_a_word_that_ends_in_a_hyphen_is_read(named):
    assert [kind for _, kind in named("De Vrouwen- en kinderrechten.") if kind] == []


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zo sprak in Tbilisi Rasim Verzonnov.", ["Tbilisi place", "Rasim Verzonnov person"]),
        ("Rasim Verzonnov van Lezgische afkomst zwijgt.", ["Rasim Verzonnov person"]),
        ("Dat staat in het Europees Verdrag.", ["Europees Verdrag document"]),
        ("De voorzitter van Verzinsel zwijgt.", ["Verzinsel organisation"]),
        ("Het lid De Boer (Volt) vraagt dit.", ["De Boer person", "Volt organisation"]),
        ("Zij zag de heer De Vries.", ["De Vries person"]),
        ("Dat zei generaal-majoor b.d. Piet Fictief.", ["Piet Fictief person"]),
        ("Zij belde Leyla Verzonnova (Leyla Islam qızı Proefova).",
         ["Leyla Verzonnova person", "Leyla Islam qızı Proefova person"]),
        ("Rasim Verzonnov, ook bekend als Fictiev, zwijgt.",
         ["Rasim Verzonnov person", "Fictiev person"]),
        ("Zij zit in Strafkolonie nr. 14.", ["Strafkolonie nr. 14 place"]),
        ("De minister van Justitie en Veiligheid zwijgt.", []),
        ("Onderwerp Landenbeleid", []),
        ("Zij leest het Azerbeidzjaans en het Russisch.", []),
        ("Postbus 20301 2500 EH Den Haag", ["Den Haag place"]),
        ("Zie ECLI:NL:RVS:2021:1234 voor meer.", []),
    ],
)  # fmt: skip
def test_dutch_names_with_what_stands_about_them(named, text, expected):
    assert [f"{name} {kind}" for name, kind in named(text) if kind] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Anna Voorbeeld-Fictief's lawyer.", ["Anna Voorbeeld-Fictief person"]),
        ("The Verzinsel member was freed.", ["Verzinsel organisation"]),
        ("He was tried by the Baku Court of Grave Crimes.",
         ["Baku Court of Grave Crimes organisation"]),
        ("She was held at Verzonnen prison.", ["Verzonnen prison place"]),
        ("Verzonnov and Others v. Azerbaijan", ["Verzonnov person", "Azerbaijan country"]),
        ("The case of Noura al-Fictiev is old.", ["Noura al-Fictiev person"]),
        ("VERZONNOV, Rasim – teacher.", ["Rasim VERZONNOV person"]),
        ("She landed at Anna Proefska airport.", []),
        ("JAILED EDITOR RASIM VERZONNOV DENIED INSULIN", ["RASIM VERZONNOV person"]),
        ("Mr Lennart VOORBEELD (Sweden, SOC) spoke.",
         ["Lennart VOORBEELD person", "Sweden country", "SOC organisation"]),
        ("The Russian Ministry of Justice refused.", ["Ministry of Justice organisation"]),
        ("On Friday the Turkish lawyer spoke Kurdish.", []),
        ("The Mandela Rules forbid it.", []),
    ],
)  # fmt: skip
def test_english_names_with_what_stands_about_them(named, text, expected):
    assert [f"{name} {kind}" for name, kind in named(text, "en") if kind] == expected


def test_what_the_pipeline_sees_fills_what_the_rules_leave(cut):
    sentence = cut("De journalisten verwijzen naar een bericht over Verzinsel en Anna.")[0]
    at = {token.text: i for i, token in enumerate(sentence.tokens)}
    seen = ((at["Verzinsel"], at["Verzinsel"] + 1, "ORG"), (at["Anna"], at["Anna"] + 1, "PER"))
    found = names(replace(sentence, entities=seen), pack("nl"))
    assert [(name.text, name.kind) for name in found] == [
        ("Verzinsel", "organisation"), ("Anna", None),
    ]  # fmt: skip


def test_every_name_stands_in_its_sentence(cut):
    text = "Op 3 mei 2021 sprak dhr. Jan van der Proefski met Rasim Verzonnov in Verzonnenstad."
    sentence = cut(text)[0]
    found = names(sentence, pack("nl"))
    assert len(found) == 3
    for name in found:
        assert sentence.span(name.first, name.end) == name.text
        assert name.first < name.end
