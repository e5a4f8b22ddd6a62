"""Confidence: a probability, lower for every doubt, of signs that know no word."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.claims import subjects
from extract.confidence import CATEGORY, SIGNS, Model, confidence, doubts, model
from extract.languages import pack
from extract.mentions.reference import Form
from extract.pipeline import extract
from extract.readers import read
from extract.values import Claim
from ontology import ontology

finder = import_module("extract.confidence.signs")
some_signs = st.sets(st.sampled_from(sorted(SIGNS)))
categories = st.sampled_from(sorted({kind.parent for kind in ontology().types.values()}))


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read("made-up.txt", text.encode())).claims


@given(some_signs, categories)
def test_it_is_a_probability_and_never_certain(found: set[str], category: str) -> None:
    assert 0 < confidence(found, category) < 1
    assert confidence(sorted(found), category) == confidence(sorted(found, reverse=True), category)


@given(some_signs, st.sampled_from(sorted(SIGNS)), categories)
def test_it_follows_the_weight_of_each_sign(found: set[str], sign: str, category: str) -> None:
    with_it, without = confidence({*found, sign}, category), confidence(found - {sign}, category)
    weight = model().weights[sign]
    assert with_it <= without if weight <= 0 else with_it >= without


@given(st.lists(st.floats(-50, 50)), st.floats(0.01, 5), st.floats(-5, 5))
def test_any_weights_give_a_probability(weights: list[float], slope: float, offset: float) -> None:
    names = [str(n) for n in range(len(weights))]
    made = Model(
        intercept=0.0, weights=dict(zip(names, weights, strict=True)), slope=slope, offset=offset
    )
    assert 0 <= made.probability(names) <= 1


def test_the_model_weighs_every_sign_and_every_category_and_nothing_else() -> None:
    parents = {CATEGORY + kind.parent for kind in ontology().types.values()}
    assert set(model().weights) == {*SIGNS, *parents}
    assert model().slope > 0
    assert len(SIGNS) <= 25


def test_a_category_that_was_not_learnt_still_has_a_confidence() -> None:
    assert 0 < confidence((), "MadeUpCategory") < 1


PEOPLE = ("Anna Voorbeeld", "Qasim Uydurmaov", "Mehmet Uydurma")
PLACES = ("Minsk", "Bakoe", "Ankara")
SAID = (
    "{who} werd op 3 mei 2021 gearresteerd in {where}.",
    "{who} was arrested in {where} on 3 May 2021.",
    "{who} is op 3 mei 2021 in {where} vrijgelaten.",
)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("who", PEOPLE)
def test_no_sign_knows_a_word(who: str, where: str) -> None:
    """Whoever it is, wherever, in whichever language and by which verb: nothing to doubt."""
    for words in SAID:
        found = claims(words.format(who=who, where=where))
        assert [claim.signs for claim in found] == [()], words


def test_the_names_of_signs_and_lists_are_all_the_words_there_are() -> None:
    """The module's own strings name signs, functions, statuses and lists, no word of a text."""
    tree = ast.parse(Path(str(finder.__file__)).read_text("utf-8"))
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    words = {value for value in told if isinstance(value, str) and " " not in value}
    terms = {
        *ontology().vocabularies["statuses"], *subjects.subject_functions(), *get_args(Form),
        *pack("nl").lexicon["status"],
        *("left-out", "status", "person", "verb", "prep:", "event", ""),
    }  # fmt: skip
    assert words - set(SIGNS) - set(SIGNS.values()) <= terms


def test_a_doubtful_reading_is_less_certain_and_says_why() -> None:
    (plain,) = claims("Anna Voorbeeld was arrested in Minsk on 3 May 2021.")
    (led,) = claims("Anna Voorbeeld was allegedly arrested in Minsk on 3 May 2021.")
    assert led.confidence < plain.confidence
    assert "it is alleged" in list(doubts(led.signs, "CustodyEvent"))


@given(some_signs, categories)
def test_the_weightiest_doubt_comes_first(found: set[str], category: str) -> None:
    words = list(doubts(found, category))
    weights = {SIGNS[name]: model().weights[name] for name in found}
    order = [weights[word] for word in words if word in weights]
    assert order == sorted(order)
    assert len(words) == len(set(words))


def test_every_function_that_signs_name_is_one_of_the_rules() -> None:
    known = subjects.subject_functions() | {"left-out"}
    assert known >= finder._EARLIER | finder._GOVERNED
