"""Who is who inside one document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mentions.alike import keys, part_of
from extract.mentions.referents import directory, one_person

V, H = "Rasim Verzonnov", "Hilal Verzonnov"


def persons(*names):
    return [(name, "person") for name in names]


@pytest.mark.parametrize(
    ("full", "other", "kind"),
    [
        (V, "Verzonnov", "person"),
        (V, "Verzonnov", None),
        (V, "Verzonnow", "person"),
        (V, "Verzonov", "person"),
        (V, "Rassim Verzonnov", "person"),
        ("Alirasim Verzonnov", "Rasim Verzonnov", "person"),
        ("Aslan Qurbatov", "Aslan Gurbatov", "person"),
        ("Salekh Beispiel", "Saleh Beispiel", "person"),
        ("Məhəmməd Sınaqov", "Mahammad Sinagov", "person"),
    ],
)
def test_one_person(full, other, kind):
    found = directory([(full, "person"), (other, kind)])
    assert found.key(other, kind) == found.key(full, "person")
    assert [set(referent.names) for referent in found.referents] == [{full, other}]
    assert found.referents[0].reasons


@pytest.mark.parametrize(
    ("a", "b"),
    [(V, H), (V, "Rasim Proefska"), (V, "Proefska"), ("Verzonnov", "Verzon"), ("Ali B", "Adi B")],
)
def test_two_people(a, b):
    found = directory(persons(a, b))
    assert found.key(a, "person") != found.key(b, "person")
    assert len(found.referents) == 2


@pytest.mark.parametrize("kind", ["person", None])
def test_a_surname_of_two_is_nobody(kind):
    found = directory([*persons(V, H), ("Verzonnov", kind)])
    assert found.key("Verzonnov", kind) is None
    assert found.person("Verzonnov") is None
    assert found.person(V) == found.key(V, "person")


def test_a_lone_word_that_fits_nobody_is_nobody():
    found = directory([*persons(V), ("Gisteren", None)])
    assert found.key("Gisteren", None) is None
    assert len(found.referents) == 1


def test_the_order_of_the_names_does_not_matter():
    names = [*persons(V, "Verzonnov", "Anna Proefska"), ("Proefska", None), ("VN", "organisation")]

    def pairs(printed):
        found = directory(printed)
        return {name: found.label(str(found.key(*name))) for name in printed}

    assert pairs(names) == pairs(names[::-1])


def test_a_body_is_no_person():
    found = directory([("Voorbeeld", "organisation"), ("Anna Voorbeeld", "person")])
    assert len(found.referents) == 2


def test_a_body_by_the_end_of_its_name():
    found = directory([("Ministerie van Proefzaken", "organisation")])
    assert found.organisation("Proefzaken") == found.key(
        "Ministerie van Proefzaken", "organisation"
    )
    assert found.organisation("zaken") is None


def test_an_unknown_key_has_no_label():
    with pytest.raises(KeyError):
        directory([]).label("person:0")


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Verzonov", "Rasim Verzonnov", True),
        ("Alief", "Ali Aliev", False),  # one letter off says nothing of a short name
        ("Rasim Verzonnov", "Hilal Verzonnov", False),
        ("", "Rasim Verzonnov", False),
    ],
)
def test_whether_two_names_may_be_one(a, b, one):
    assert one_person(a, b) is one
    assert one_person(b, a) is one


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Rasim", V),
        ("Voorbeeld", "Ernesto Voorbeeld Bedacht"),
        ("Khoa", "Tran Van Khoa"),
        ("R. Verzonnov", V),
        ("Rasim Verzonnov", "Rasim Ivanovitsj Verzonnov"),
    ],
)
def test_a_short_form(short, full):
    found = directory(persons(full, "Anna Proefska", short))
    assert found.key(short, "person") == found.key(full, "person")


def test_a_given_name_of_two_is_nobody():
    found = directory([*persons(V, "Rasim Proefska"), ("Rasim", None)])
    assert found.key("Rasim", None) is None


def test_the_surname_to_the_letter_goes_before_a_misspelt_one():
    found = directory([*persons("Rasim Verzonnin", "Vera Verzonnina"), ("Verzonnina", None)])
    assert found.key("Verzonnina", None) == found.key("Vera Verzonnina", "person")


LETTERS = st.text("aeinov", min_size=1, max_size=8)


@given(a=LETTERS, b=LETTERS, given_name=LETTERS)
def test_names_of_one_person_share_what_they_are_found_by(a, b, given_name):
    for one, other in ((a, b), (a, f"{given_name} {b}"), (a, f"{given_name} {a}")):
        if one_person(one, other) or part_of(one, other):
            assert keys(one) & keys(other)
