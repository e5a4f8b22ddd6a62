"""A document to its claims: signatures, cited headlines, quoted footnotes, other languages."""

import pytest

from extract.pipeline import extract
from extract.readers import read

V = "Rasim Verzonnov"


def facts(claims, *keys):
    return [tuple(claim.get(key) for key in keys) for claim in claims]


def test_a_headline_is_its_publisher_s_word(headline):
    (claim,) = headline(f"{V} released from prison")
    assert claim["status"] == "reported"
    assert claim["attributed_to"] == ("Voorbeeldkrant",)
    assert claim["cites"] == ("1",)
    assert claim["date"] == "../2022-03-01"
    assert claim["quote"] == f"{V} released from prison"


def test_a_headline_that_names_nobody_is_of_whom_its_marker_marks(said):
    text = (
        f"Er zijn zorgen over de blogger {V}.1\n\n"
        "1 Voorbeeldkrant, «Blogger sentenced to 7 years», 1 March 2022 (https://a.example/1).\n"
    )
    found = [claim for claim in said(text) if claim["type"] == "sentence"]
    assert facts(found, "subject", "duration", "attributed_to") == [(V, "P7Y", ("Voorbeeldkrant",))]


def test_nobody_is_guessed_for_a_headline(made_up):
    text = (
        f"Er zijn zorgen over {V} en Pjotr Fictiev.1\n\n"
        "1 Voorbeeldkrant, «Blogger sentenced to 7 years», 1 March 2022 (https://a.example/1).\n"
    )
    found = extract(made_up(text))
    assert found.claims == ()
    assert ["'Blogger'" in rejection.reason for rejection in found.rejections] == [True]


def test_the_words_that_a_footnote_quotes_are_their_source_s(said):
    text = (
        "Er zijn zorgen over gevangenen in dat land.1\n\n"
        "1 Ministerie van Proefzaken, Algemeen ambtsbericht, maart 2022, pagina 3: "
        f"«{V} werd op 3 mei 2021 opgepakt in Minsk.»\n"
    )
    found = [claim for claim in said(text) if claim["type"] == "arrest"]
    assert facts(found, "subject", "date", "status", "attributed_to", "cites") == [
        (V, "2021-05-03", "reported", ("Ministerie van Proefzaken",), ("1",))
    ]


LETTER = """Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 3 mei 2023
Betreft Gevangenen in Voorbeeldland

Geachte voorzitter,

De zorgen over gevangenen in dat land zijn niet weg en de minister blijft dat zeggen.

De minister van Proefzaken,



W.B. Proefski
"""


def test_who_signs_holds_the_office(said):
    found = [claim for claim in said(LETTER) if claim["type"] == "occupation"]
    assert facts(found, "subject", "status") == [("W.B. Proefski", "asserted")]
    assert "minister van Proefzaken" in found[0]["role"]


@pytest.mark.parametrize("language", ["", "fr", "../nl"])
def test_a_language_without_a_pack_is_refused_with_an_advice(made_up, language):
    document = made_up(f"{V} a été libéré.", language=language)
    found = extract(document)
    assert (found.claims, found.referents) == ((), ())
    (rejection,) = found.rejections
    assert (rejection.stage, rejection.document) == ("annotate", document.name)
    assert rejection.advice


def test_a_language_is_told_from_the_text():
    text = "Le ministre a dit que la journaliste est libre et que tout va bien dans le pays."
    (rejection,) = extract(read("a.txt", text.encode())).rejections
    assert "language" in rejection.reason


def test_a_clause_between_commas_keeps_its_own_date(said):
    text = f"{V}, die op 3 mei 2020 werd opgepakt, zit sinds juni 2021 vast in Minsk."
    assert facts(said(text), "type", "subject", "date", "place") == [
        ("arrest", V, "2020-05-03", None),
        ("detention", V, "2021-06/..", "Minsk"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{V}, geboren op 3 mei 1970, is opgepakt.",
        f"Het ambtsbericht van 3 mei 2021 meldt dat {V} is opgepakt.",
        f"Op 3 mei 2021, een dag na de arrestatie van {V}, sprak de minister.",
    ],
)
def test_a_date_of_something_else_is_not_taken(said, text):
    assert [claim["date"] for claim in said(text) if claim["type"] == "arrest"] == [None]


def test_two_deeds_of_one_sentence_keep_their_dates(said):
    text = f"{V} werd op 3 mei 2020 opgepakt en op 5 mei 2020 weer vrijgelaten."
    assert facts(said(text), "type", "date") == [
        ("arrest", "2020-05-03"),
        ("release", "2020-05-05"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"De advocaat van {V} is opgepakt.",
        f"De broer van {V} is op 3 mei 2021 opgepakt.",
        f"Bij een betoging voor {V} zijn vijftien mensen opgepakt.",
        f"De politie arresteerde drie vrienden van {V}.",
    ],
)
def test_what_befalls_others_befalls_nobody_named(said, text):
    assert [claim for claim in said(text) if claim["type"] == "arrest"] == []


def test_one_is_said_to_be_something_once(said):
    text = f"Oppositieleider {V} is thuis. Oppositieleider {V} is vrijgelaten."
    assert facts(said(text), "type") == [("occupation",), ("release",)]


def test_only_those_of_whom_something_is_said_are_kept(made_up):
    found = extract(made_up(f"Anna Proefska zag dat. {V} is vrijgelaten."))
    assert [referent.names for referent in found.referents] == [(V,)]


@pytest.mark.parametrize("text", ["____", "_ _ _\n\n-----\n\na", "Ja.", "12", "«»()", "İ ı ə"])
def test_marks_and_scraps_give_nothing_and_break_nothing(made_up, text):
    assert extract(made_up(text)).claims == ()
