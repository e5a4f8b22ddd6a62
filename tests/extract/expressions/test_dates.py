"""Dates of a sentence, resolved on when the document was written and no further than it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.expressions import date_spans
from extract.languages import pack
from extract.languages.calendar import month_names

WRITTEN = ("2022-01-18", "2022-03-14")  # a question of January, answered in March


@pytest.fixture(scope="module")
def dates(cut):
    def found(text, language="nl", written=WRITTEN):
        spans = date_spans(cut(text, language)[0], pack(language), written)
        return [span.value for span in spans]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij werd op 3 mei 2021 opgepakt.", ["2021-05-03"]),
        ("Zij werd in mei 2021 opgepakt.", ["2021-05"]),
        ("Zij zit sinds 2019 vast.", ["2019/.."]),
        ("Dat was tussen 3 mei 2021 en 4 juni 2021.", ["2021-05-03/2021-06-04"]),
        ("Dat gebeurde in december jl. in de stad.", ["2021-12"]),
        ("Dat gebeurde op 3 februari jl. in de stad.", ["2022-02-03"]),
        ("Dat gebeurde op 15 maart jl. in de stad.", ["2021-03-15"]),
        ("De zitting is op 22 februari aanstaande.", ["2022-02-22"]),
        ("De zitting is op 3 januari aanstaande.", ["2023-01-03"]),
        ("De zitting is komende mei.", ["2022-05"]),
        ("De wet van 2000 telt 2021 woorden.", ["2000"]),
        ("Een groep van 2000 mensen zat vast.", []),
        ("Er zijn 40 mei-vieringen en 3 mensen.", []),
        ("Mei 2021 was koud.", ["2021-05"]),
    ],
)
def test_dutch(dates, text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was held on 3 May 2021.", ["2021-05-03"]),
        ("He was freed in May 2021.", ["2021-05"]),
        ("He may be freed.", []),
        ("The march of 2021 people.", []),
        ("She has been held since 2019.", ["2019/.."]),
    ],
)
def test_english(dates, text, expected):
    assert dates(text, "en") == expected


@pytest.mark.parametrize("written", [None, ("2021", "2021"), ("", "")])
def test_without_a_day_to_rest_on_nothing_is_filled_in(dates, written):
    assert dates("Dat gebeurde op 3 februari jl. in de stad.", written=written) == []
    assert dates("Dat gebeurde op 3 februari 2020.", written=written) == ["2020-02-03"]


def test_a_month_rests_on_a_month(dates):
    assert dates("Dat gebeurde in februari jl.", written=("2022-03", "2022-03")) == ["2022-02"]
    written = ("2022-03", "2022-03")
    assert dates("Dat gebeurde op 3 februari jl.", written=written) == ["2022-02-03"]
    assert dates("Dat gebeurde op 3 maart jl.", written=written) == []


MONTHS = list(month_names("nl", "wide"))


@given(st.integers(1, 28), st.integers(1, 12), st.dates().filter(lambda d: d.year > 1000))
def test_what_is_past_is_not_after_the_document(dates, day, month, written):
    on = written.isoformat()
    found = dates(f"Dat was op {day} {MONTHS[month - 1]} jl.", written=(on, on))
    assert len(found) == 1
    assert found[0] <= on
    assert int(found[0][:4]) >= written.year - 1
    assert found[0][5:] == f"{month:02}-{day:02}"
