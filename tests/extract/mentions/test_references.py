"""Pronouns: whom they stand for, and when for nobody."""

import pytest

from extract.pipeline import extract


def subjects(claims, kind):
    return [claim["subject"] for claim in claims if claim["type"] == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Rasim Verzonnov werd ziek. Hij is op 3 mei 2021 vrijgelaten.",
        "Rasim Verzonnov werd ziek. De politie liet hem op 3 mei 2021 vrij.",
        "Rasim Verzonnov werd ziek. Na zijn vrijlating op 3 mei 2021 vertrok hij.",
        "Rasim Verzonnov werd ziek. Dat duurde lang. Hij is op 3 mei 2021 vrijgelaten.",
        "Leyla Beispielova zweeg. Rasim Verzonnov werd ziek. Hij is op 3 mei 2021 vrijgelaten.",
    ],
)
def test_one_candidate(said, text):
    assert subjects(said(text), "release") == ["Rasim Verzonnov"]


@pytest.mark.parametrize(
    "text",
    [
        "Rasim Verzonnov en Pjotr Fictiev spraken. Hij is op 3 mei 2021 vrijgelaten.",
        "Hij is op 3 mei 2021 vrijgelaten.",
    ],
)
def test_two_or_none_give_a_rejection_that_says_where(made_up, text):
    found = extract(made_up(text))
    assert [claim for claim in found.claims if claim.type == "release"] == []
    (rejection,) = found.rejections
    assert rejection.stage == "claims"
    assert "'Hij'" in rejection.reason
    assert "release" in rejection.reason
    assert text[rejection.start : rejection.end] == "Hij"


def test_a_surname_of_two_makes_no_claim(made_up):
    text = "Rasim Verzonnov en Hilal Verzonnov spraken. Verzonnov is op 3 mei 2021 vrijgelaten."
    assert [c for c in extract(made_up(text)).claims if c.type == "release"] == []


def test_a_surname_is_its_full_name(said):
    text = "Rasim Verzonnov werd ziek. Dhr. Verzonnov is op 3 mei 2021 vrijgelaten."
    assert subjects(said(text), "release") == ["Rasim Verzonnov"]


def test_the_one_who_is_not_named_is_named_in_the_next_sentence(said):
    text = (
        "De politie arresteerde een journalist vanwege zijn werk. "
        "Het ging hierbij om Rasim Verzonnov, die daarna werd gearresteerd."
    )
    assert set(subjects(said(text), "arrest")) == {"Rasim Verzonnov"}
