"""Durations in words and figures, to ISO 8601."""

import pytest

from extract.expressions import duration_spans
from extract.languages import pack


@pytest.fixture(scope="module")
def durations(cut):
    def found(text, language="nl"):
        return [span.value for span in duration_spans(cut(text, language)[0], pack(language))]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij kreeg zeven jaar gevangenisstraf.", ["P7Y"]),
        ("Hij kreeg vier jaar en drie maanden gevangenisstraf.", ["P4Y3M"]),
        ("Hij kreeg 4 jaar, maar zij 3 maanden.", ["P4Y", "P3M"]),
        ("De staking van 41 dagen is voorbij.", ["P41D"]),
        ("Na twee weken kwam hij vrij.", ["P2W"]),
        ("Zij zat een jaar vast.", ["P1Y"]),
        ("Zij is 34 jaar.", []),
        ("Dit jaar was hij ziek.", []),
        ("Op 3 mei 2021 was hij ziek.", []),
    ],
)
def test_dutch(durations, text, expected):
    assert durations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Activist ends 41-day-long hunger strike", ["P41D"]),
        ("Activist ends 41-day hunger strike", ["P41D"]),
        ("Blogger sentenced to 7 years in prison", ["P7Y"]),
        ("Blogger sentenced to seven years and six months", ["P7Y6M"]),
        ("Two men held this year", []),
    ],
)
def test_english(durations, text, expected):
    assert durations(text, "en") == expected


@pytest.mark.parametrize("amount", [1, 3, 12, 20, 99, 400])
@pytest.mark.parametrize(("unit", "code"), [("jaar", "Y"), ("maanden", "M"), ("dagen", "D")])
def test_figures(durations, amount, unit, code):
    assert durations(f"Dat duurde {amount} {unit} lang.") == [f"P{amount}{code}"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_number_words_differ(language):
    numbers = pack(language).numbers
    assert all(type(value) is int and value > 0 for value in numbers.values())
    assert set(range(1, 100)) <= set(numbers.values())
