"""Relatives, two of whom a text tells, and the entries of a list: who is meant."""

import pytest

from extract.pipeline import extract

ENGLISH = "London, 3 May 2022\n\n"


def of_type(claims, kind):
    return [claim["subject"] for claim in claims if claim["type"] == kind]


def english(made_up, text, kind):
    found = extract(made_up(ENGLISH + text))
    names = {referent.key: referent.names[0] for referent in found.referents}
    return [names[c.subject.referent] for c in found.claims if c.type == kind]


def test_the_husband_of_a_wife_is_the_one_she_was_said_to_be_the_wife_of(said):
    text = (
        "Leyla Beispielova, de echtgenote van Rasim Verzonnov, zweeg gisteren. "
        "Haar man is op 3 mei 2021 vrijgelaten."
    )
    assert of_type(said(text), "release") == ["Rasim Verzonnov"]


def test_a_husband_of_whom_nothing_is_known_is_nobody(said):
    text = "Leyla Beispielova zweeg gisteren. Haar man is op 3 mei 2021 vrijgelaten."
    assert of_type(said(text), "release") == []


def test_whose_brother_says_it_is_meant(made_up):
    text = "Rasim Verzonnov fell ill. According to his brother Hilal, he was freed on 3 May 2021."
    assert english(made_up, text, "release") == ["Rasim Verzonnov"]


def test_brothers_named_together_are_equally_near(made_up):
    text = "Rasim Verzonnov and his brother Hilal fell ill. Today he was freed on 3 May 2021."
    assert english(made_up, text, "release") == []


def test_both_are_the_last_two_of_whom_it_told(said):
    text = (
        "Rasim Verzonnov werd ziek. Zijn medeverdachte Pjotr Fictiev zweeg. "
        "Beiden zijn op 3 mei 2021 vrijgelaten."
    )
    assert sorted(of_type(said(text), "release")) == ["Pjotr Fictiev", "Rasim Verzonnov"]


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("In custody since 8 September 2021.", "detention"),
        ("Charges: inciting hatred.", "charge"),
        ("Health: diabetes.", "health_condition"),
    ],
)
def test_a_note_of_an_entry_is_about_who_heads_it(made_up, note, kind):
    text = f"Rasim Verzonnov, 34, engineer. Visited by Hilal Proefski once. {note}"
    assert english(made_up, text, kind) == ["Rasim Verzonnov"]


def test_a_sentence_of_its_own_opens_no_entry(made_up):
    text = "Rasim Verzonnov, 34, is an engineer who wrote to Hilal Proefski. Charges: hatred."
    assert english(made_up, text, "charge") == []


def test_a_question_goes_on_about_the_one_person_of_the_question_before(said):
    text = (
        "Vraag 1\nKlopt het dat mevrouw Beispielova op 21 april is gearresteerd?\n\n"
        "Antwoord 1\nJa.\n\nVraag 2\nKlopt het dat zij is mishandeld?\n"
    )
    assert of_type(said(text), "ill_treatment") == ["Beispielova"]
