"""Confidence: a probability, of features that know no word, with its doubts in words."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.claims import subjects
from extract.claims.candidates import Weighed
from extract.confidence import SIGNS, Model, doubts, model, using
from extract.confidence.model import LEAF, Tree, read
from extract.confidence.vocabulary import UNLIKE
from extract.languages import pack
from extract.mentions.reference import Form
from extract.pipeline import extract
from extract.readers import read as read_document
from extract.values import Claim
from ontology import ontology
from training.confidence.__main__ import written

MODULES = [import_module(f"extract.confidence.{name}") for name in ("features", "places")]
BLANK = Model(names=(), start=0.0, trees=(), bar=2.0)
some_features = st.dictionaries(st.sampled_from(model().names), st.floats(-3, 60), max_size=30)


def weighed(text: str) -> list[Weighed]:
    found: list[Weighed] = []
    extract(read_document("made-up.txt", text.encode()), found.append)
    return found


def claims(text: str) -> tuple[Claim, ...]:
    return extract(read_document("made-up.txt", text.encode())).claims


@given(some_features)
def test_it_is_a_probability_and_never_certain(found: dict[str, float]) -> None:
    assert 0 < model().probability(found) < 1


@given(some_features, st.text(min_size=1))
def test_a_feature_that_was_not_learnt_says_nothing(found: dict[str, float], name: str) -> None:
    more = {**found, f"made up: {name}": 7.0}
    assert model().probability(more) == model().probability(found)


def stump(name: str, low: float, high: float) -> Model:
    """One tree that asks whether the feature is there."""
    tree = Tree(
        features=(0, LEAF, LEAF), thresholds=(0.5, 0, 0), left=(1, 0, 0), right=(2, 0, 0),
        values=(0.0, low, high),
    )  # fmt: skip
    return Model(names=(name,), start=0.0, trees=(tree,))


@given(st.floats(-30, 30), st.floats(-30, 30), st.floats(0.01, 5), st.floats(-5, 5))
def test_any_values_give_a_probability(
    low: float, high: float, slope: float, offset: float
) -> None:
    made = stump("far", low, high)
    made = Model(names=made.names, start=1.0, trees=made.trees, slope=slope, offset=offset)
    assert 0 < made.probability({"far": 1}) < 1
    assert (made.probability({"far": 1}) >= made.probability({})) or high <= low


def test_what_holds_and_moved_the_odds_is_told() -> None:
    assert stump("far", 0.5, -1.5).contributions({"far": 1}) == {"far": -1.5}
    assert stump("far", 0.5, -1.5).contributions({}) == {}


@given(some_features)
def test_the_contributions_add_up_to_the_score_where_all_holds(found: dict[str, float]) -> None:
    """Every step of a path is told, of features that are 0 apart."""
    made = stump("far", 0.25, -2.0)
    moved = sum(made.contributions({**found, "far": 1}).values())
    assert made.start + moved == pytest.approx(made.score({**found, "far": 1}))


def test_the_model_is_read_as_it_was_written() -> None:
    assert read(written(model())) == model()


def test_another_model_is_used_only_within() -> None:
    with using(BLANK):
        assert model() is BLANK
        assert claims("Anna Voorbeeld was arrested in Minsk on 3 May 2021.")[0].confidence == 0.5
    assert model() is not BLANK


PEOPLE = ("Anna Voorbeeld", "Qasim Uydurmaov", "Mehmet Uydurma")
PLACES = ("Minsk", "Bakoe", "Ankara")
SAID = (
    "{who} werd op 3 mei 2021 gearresteerd in {where}.",
    "{who} was arrested in {where} on 3 May 2021.",
    "{who} is op 3 mei 2021 in {where} vrijgelaten.",
)


@pytest.mark.parametrize("words", SAID)
def test_no_feature_knows_a_name(words: str) -> None:
    """Whoever it is, and wherever: what is weighed is the same, and there is nothing to doubt."""
    found = [weighed(words.format(who=who, where=where)) for who in PEOPLE for where in PLACES]
    assert all([one.features for one in run] == [one.features for one in found[0]]
               for run in found)  # fmt: skip
    assert all(one.claim and one.claim.confidence > 0.8 for run in found for one in run)


def test_the_names_of_features_and_lists_are_all_the_words_there_are() -> None:
    """The modules' own strings name features, functions, statuses, parts of speech, no word."""
    for module in MODULES:
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        learnt = {name.partition(":")[0] for name in model().names}
        language = pack("nl").lexicon
        tags = {"VERB", "NOUN", "PROPN", "PRON", "CCONJ", "SCONJ", "obj", "prep"}
        terms = {
            *ontology().vocabularies["statuses"], *subjects.subject_functions(), *get_args(Form),
            *language, *language["status"], *language["places"], *language["names"],
            *language["people"], *(name.strip() for name in learnt), *SIGNS, *tags,
            *("status", "person", "verb", "event"),
            *("quoted", "no parse", "own entry", "said the same", "official", "several"),
        }  # fmt: skip
        words = {value.strip() for value in told if isinstance(value, str) and "\n" not in value}
        words = {word.removesuffix(":") for word in words if not word.endswith(".")}
        assert words - terms <= {"", ",;:()"}, module.__name__


def test_a_doubtful_reading_is_less_certain_and_says_why() -> None:
    (plain,) = claims("Anna Voorbeeld was arrested in Minsk on 3 May 2021.")
    (led,) = claims("Anna Voorbeeld was allegedly arrested in Minsk on 3 May 2021.")
    assert led.confidence < plain.confidence
    assert "it is alleged" in doubts(led.signs)


def test_the_doubts_are_words_and_never_none() -> None:
    assert doubts(()) == (UNLIKE,)
    assert doubts(("far", "rival")) == (SIGNS["far"], SIGNS["rival"])


def test_every_sign_in_words_is_a_feature() -> None:
    features = {
        node.value
        for module in MODULES
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert set(SIGNS) <= features
