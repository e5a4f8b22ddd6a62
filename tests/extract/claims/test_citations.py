"""Which footnotes a claim cites."""

import pytest

NOTES = (
    "\n\n1 Voorbeeldkrant, «Een», 1 maart 2022 (https://a.example/1).\n"
    "2 Proefblad, «Twee», 2 maart 2022 (https://a.example/2).\n"
    "3 Testbode, «Drie», 3 maart 2022 (https://a.example/3).\n"
)


@pytest.fixture
def cites(said):
    def found(text):
        body = [c for c in said(text + NOTES) if c["attributed_to"] != ("Voorbeeldkrant",)]
        return [(c["type"], c["subject"], c["cites"]) for c in body if c["type"] != "occupation"]

    return found


V, P = "Rasim Verzonnov", "Pjotr Fictiev"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{V} werd opgepakt.1 Dat is twee keer bevestigd.2 Het is niet ontkend.3",
         [("arrest", V, ("1",))]),
        (f"De politie arresteerde de activisten {V}1, {P}2 en de schrijver Anna Proefska3 in mei.",
         [("arrest", V, ("1",)), ("arrest", P, ("2",)), ("arrest", "Anna Proefska", ("3",))]),
        (f"{V} werd opgepakt1 en later zou hij zijn mishandeld.2 Dat is al.3",
         [("arrest", V, ("1", "2")), ("ill_treatment", V, ("2",))]),
        (f"Dat is zo.1 {V} werd opgepakt. Dat is al.2 En dit.3", [("arrest", V, ())]),
    ],
)  # fmt: skip
def test_markers_in_the_sentence(cites, text, expected):
    assert cites(text) == expected


def test_a_marker_at_the_end_of_a_run_covers_hearsay_before_it(cites):
    text = f"{V} zou zijn mishandeld. {V} zou in mei 2021 zijn opgepakt.1 Dat is al.2 En dit.3"
    assert cites(text) == [("ill_treatment", V, ("1",)), ("arrest", V, ("1",))]


def test_a_run_about_another_is_not_covered(cites):
    text = f"{V} zou zijn mishandeld. {P} zou in mei 2021 zijn opgepakt.1 Dat is al.2 En dit.3"
    assert cites(text) == [("ill_treatment", V, ()), ("arrest", P, ("1",))]


def test_an_event_without_a_date_was_before_its_source(said):
    (claim,) = [c for c in said(f"{V} werd opgepakt.1 Ja.2 Nee.3" + NOTES) if c["type"] == "arrest"]
    assert claim["date"] == "../2022-03-01"
