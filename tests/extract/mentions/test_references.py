"""Pronouns: whom they stand for, and when for nobody."""

import pytest

from extract.languages import pack
from extract.mentions.recognition import names
from extract.mentions.references import annotate
from extract.mentions.referents import directory
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


@pytest.mark.parametrize(
    "text",
    [
        # who comes in passing is not meant before the one of whom it tells
        "Rasim Verzonnov werd ziek. Verzonnov kreeg zorg van zijn arts Piet Fictief. "
        "De rechter zweeg. Hij is op 3 mei 2021 vrijgelaten.",
        "Rasim Verzonnov werd ziek. Verzonnov schreef zijn broer Hilal Verzonnov. "
        "Verzonnov is op 3 mei 2021 vrijgelaten.",
    ],
)
def test_the_one_of_whom_the_section_tells(said, text):
    assert subjects(said(text), "release") == ["Rasim Verzonnov"]


def test_the_one_who_came_last_is_not_passed_over(said):
    text = (
        "Rasim Verzonnov werd ziek. Verzonnov kreeg zorg. Piet Fictief sprak met Verzonnov. "
        "Hij is op 3 mei 2021 vrijgelaten."
    )
    assert subjects(said(text), "release") == []


def test_a_double_surname_is_its_full_name(said):
    text = "Rasim Verzonnov-Proefski werd ziek. Verzonnov-Proefski is op 3 mei 2021 vrijgelaten."
    assert subjects(said(text), "release") == ["Rasim Verzonnov-Proefski"]


def test_a_surname_is_its_full_name(said):
    text = "Rasim Verzonnov werd ziek. Dhr. Verzonnov is op 3 mei 2021 vrijgelaten."
    assert subjects(said(text), "release") == ["Rasim Verzonnov"]


def test_the_one_who_is_not_named_is_named_in_the_next_sentence(said):
    text = (
        "De politie arresteerde een journalist vanwege zijn werk. "
        "Het ging hierbij om Rasim Verzonnov, die daarna werd gearresteerd."
    )
    assert set(subjects(said(text), "arrest")) == {"Rasim Verzonnov"}


V, F, A = "Rasim Verzonnov", "Pjotr Fictiev", "Anna Bedachtova"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{V} en {F} werden ziek. Zij zijn op 3 mei 2021 vrijgelaten.", {V, F}),
        (f"{V} en {F} werden ziek. Beiden zijn op 3 mei 2021 vrijgelaten.", {V, F}),
        (f"{V}, {F} en {A} werden ziek. De drie zijn op 3 mei 2021 vrijgelaten.", {V, F, A}),
        (f"{V}, {F} en {A} werden ziek. De twee zijn op 3 mei 2021 vrijgelaten.", set()),
        (f"{V} en {A} werden ziek. Zij is op 3 mei 2021 vrijgelaten.", {A}),
        (
            "Dhr. Verzonnov en mevr. Bedacht waren ziek. Hij is op 3 mei 2021 vrijgelaten.",
            {"Verzonnov"},
        ),
        (f"{V} werd ziek. De activist is op 3 mei 2021 vrijgelaten.", {V}),
        (f"{V} werd ziek. De advocaat is op 3 mei 2021 vrijgelaten.", set()),
        (f"{V} en {F} werden ziek. De activist is op 3 mei 2021 vrijgelaten.", set()),
        (f"De dichter {V} en {F} werden ziek. De dichter is op 3 mei 2021 vrijgelaten.", {V}),
        (f"{V} en {F} werden ziek. Laatstgenoemde is op 3 mei 2021 vrijgelaten.", {F}),
    ],
)
def test_claims_are_about_whoever_is_meant(said, text, who):
    assert set(subjects(said(text), "release")) == who


def test_the_reason_why_nobody_is_meant_is_kept(made_up):
    text = f"{V} en {F} spraken. Hij is op 3 mei 2021 vrijgelaten."
    (rejection,) = extract(made_up(text)).rejections
    assert "2 fit equally" in rejection.reason


def test_who_speaks_says_i(cut):
    text = f'{F} belde. "Ik ben ziek," zei {V}. "Mijn cel is koud."'
    assert meant(cut(text), "Ik", "Mijn") == [{V}, {V}]


def test_he_in_a_quotation_is_not_who_speaks(cut):
    text = f'{F} werd ziek. {V} zei: "Hij is weg."'
    assert meant(cut(text), "Hij") == [{F}]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (f"{V}, die ziek was, kwam vrij.", "die", {V}),
        (f"De zaak van {V}, wiens cel koud is, begint.", "wiens", {V}),
        (f"De broer van {V}, die ziek was, kwam vrij.", "die", None),
        (f"{F} zei dat {V} zich verzette.", "zich", {V}),
        (f"{V} kwam vrij, maar de politie verzette zich.", "zich", None),
        (f"Na zijn vrijlating vertrok {V}.", "zijn", {V}),
        ("Azerbeidzjan moet haar verplichtingen nakomen.", "haar", None),
        (
            f"De rechtbank verlengde het arrest van {A}. De rechtbank verlengde haar straf.",
            "haar",
            {A},
        ),
        (f"{V} en {F} zijn ziek.", "zijn", None),
        (f"Hij die steelt, is een dief. {V} stal niet.", "Hij", None),
    ],
)
def test_a_word_and_whom_it_means(cut, text, word, who):
    assert meant(cut(text), word) == [who]


def meant(sentences, *words):
    """Whom each of the words stands for, by every name of theirs; None where nobody."""
    found = {sentence.index: names(sentence, pack("nl")) for sentence in sentences}
    referents = directory((name.text, name.kind) for each in found.values() for name in each)
    links = {
        ref.text: {referents.label(key) for key in ref.stands_for} or None
        for item in annotate(sentences, found, referents)
        for ref in (*item.references, *item.others)
    }
    return [links.get(word) for word in words]
