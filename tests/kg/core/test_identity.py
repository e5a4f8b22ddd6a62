from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.names import contradict, parse
from kg.identity import entities

GIVEN = ["Anna", "Vəli", "Veli", "Orxan", "Orkhan", "Əli", "Jan"]
FATHERS = ["", " Adil oğlu", " Adil oglu", " Kamran qızı"]
SURNAMES = ["Voorbeeldov", "Nümunəyev", "Numuneyev", "Namunayev", "de Vries"]
NAMES = st.builds(
    lambda a, b, c: f"{a}{b} {c}",
    st.sampled_from(GIVEN), st.sampled_from(FATHERS), st.sampled_from(SURNAMES),
)  # fmt: skip


def people(made, *names: str):
    return [made(f"{n}.txt", {"p": [name]}) for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aslan Qurbanov", "Aslan Gurbanov"),
        ("Saleh Rustamov", "Salekh Rustamov"),
        ("İlqar Məmmədov", "Ilgar Mammadov"),
        ("İlqar Məmmədov", "Илгар Мамедов"),
        ("Cəfər Nümunəyev", "Jafar Numunayev"),
        ("Elnur Adil oğlu Voorbeeldov", "Voorbeeldov, Elnur Adil oglu"),
        ("Elnur Adil oglu Voorbeeldov", "Elnur Voorbeeldov"),
    ],
)
def test_transliterations_of_a_full_name_are_one_person(made, one: str, other: str) -> None:
    (found,) = entities(people(made, one, other))
    assert {found.label, *found.aliases} == {one, other}
    assert "once transliterations are folded" in found.reasons[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Voorbeeldov", "Voorbeeldov"),
        ("Voorbeeldov", "Anna Voorbeeldov"),
        ("Anna Voorbeeldov", "Hanna Voorbeeldov"),
        ("Jan de Vries", "Jen de Vries"),
        ("Elena Voorbeeldova", "Alena Voorbeeldova"),
        ("Elnur Adil oglu Voorbeeldov", "Elnur Kamran oglu Voorbeeldov"),
        ("Getuige 1 Voorbeeldov", "Getuige 2 Voorbeeldov"),
    ],
)
def test_others_stay_apart_across_documents(made, one: str, other: str) -> None:
    found = entities(people(made, one, other))
    assert len(found) == 2
    assert len({entity.id for entity in found}) == 2


def test_a_name_that_may_be_either_namesakes_joins_neither(made) -> None:
    names = ("Elnur Adil oglu Voorbeeldov", "Elnur Kamran oglu Voorbeeldov", "Elnur Voorbeeldov")
    assert len(entities(people(made, *names))) == 3


def test_the_label_is_the_fullest_and_most_frequent_form(made) -> None:
    names = ["Voorbeeldov", "Elnur Voorbeeldow", "Elnur Voorbeeldov"]
    first = made("a.txt", {"p": names})
    second = made("b.txt", {"p": ["Elnur Voorbeeldov"]})
    (found,) = entities([first, second])
    assert found.label == "Elnur Voorbeeldov"


def test_an_article_is_no_part_of_an_organisation_s_name(made) -> None:
    one = made("a.txt", {"x": ["Het Voorbeeldbureau"]}, kind="organisation")
    other = made("b.txt", {"x": ["Voorbeeldbureau"]}, kind="organisation")
    (found,) = entities([one, other])
    assert found.label == "Voorbeeldbureau"


def test_kinds_are_never_mixed(made) -> None:
    one = made("a.txt", {"x": ["Voorbeeld Stichting"]}, kind="organisation")
    other = made("b.txt", {"x": ["Voorbeeld Stichting"]}, kind="group")
    assert {entity.kind for entity in entities([one, other])} == {"organisation", "group"}


@given(st.lists(NAMES, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_documents_is_no_matter(made, names: list[str], chance: random.Random) -> None:
    documents = people(made, *names)
    shuffled = chance.sample(documents, len(documents))
    assert entities(documents) == entities(shuffled)


@given(st.lists(NAMES, min_size=1, max_size=8))
def test_no_entity_holds_names_that_contradict_and_every_referent_has_one(
    made, names: list[str]
) -> None:
    documents = people(made, *names)
    found = entities(documents)
    members = [member for entity in found for member in entity.members]
    assert sorted(members) == sorted((d.document.id, "p") for d in documents)
    for entity in found:
        parsed = [parse(name) for name, _ in entity.printed]
        assert not any(contradict(a, b) for a in parsed for b in parsed)


@given(NAMES, NAMES)
def test_being_the_same_is_symmetric(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    assert contradict(a, b) == contradict(b, a)
