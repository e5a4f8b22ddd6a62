"""Which way a bare date points, by the tense of its verb; undecided is said to be so."""

from dataclasses import replace

import pytest

from extract.expressions.dates.tense import direction
from extract.languages import pack


@pytest.fixture(scope="module")
def points(cut):
    def found(text, word, language, tags=None):
        sentence = cut(text, language)[0]
        if tags:
            tokens = tuple(
                t._replace(pos=tags.get(t.text, ("X", ""))[0], morph=tags.get(t.text, ("X", ""))[1])
                for t in sentence.tokens
            )
            sentence = replace(sentence, tokens=tokens)
        at = next(i for i, token in enumerate(sentence.tokens) if token.text == word)
        return direction(sentence, at, at + 1, pack(language))

    return found


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("In mei werd hij opgepakt.", -1),
        ("De krant meldt dat hij in mei is opgepakt.", -1),
        ("Hij is in mei opgepakt en berecht.", -1),
        ("Het hof buigt zich in mei over de zaak.", 1),
        ("De zitting is in mei.", 1),
        ("Het hof wordt in mei om een oordeel gevraagd.", 1),
        ("Hij zal in mei vrijkomen.", 1),
        ("Hij zou in mei vrijkomen.", 0),
    ],
)
def test_dutch(points, text, side):
    assert points(text, "mei", "nl") == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("He was held in May.", -1),
        ("The court came together in May.", -1),
        ("The judge ruled that he will be freed in May.", 1),
        ("He is to be freed in May.", 1),
        ("He was expected to be freed in May.", 0),
        ("The court meets in May.", 0),
    ],
)
def test_english(points, text, side):
    assert points(text, "May", "en") == side


def test_what_a_trained_pipeline_says_comes_before_the_form_of_a_word(points):
    past = {"flurkt": ("VERB", "Tense=Past|VerbForm=Fin")}
    present = {"flurkt": ("VERB", "Tense=Pres|VerbForm=Fin")}
    assert points("De hond flurkt in mei.", "mei", "nl", past) == -1
    assert points("De hond flurkt in mei.", "mei", "nl", present) == 1


def test_a_form_that_is_only_past_is_past_whatever_the_pipeline_says(points):
    present = {"blafte": ("VERB", "Tense=Pres|VerbForm=Fin")}
    assert points("De hond blafte in mei.", "mei", "nl", present) == -1
