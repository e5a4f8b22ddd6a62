"""Full dates in any text: only what is written, only days that exist."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.expressions.dates import date_of, dates_in


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 december 2021", "2021-12-03"),
        ("op 14 maart \n2022).", "2022-03-14"),
        ("December 3, 2021", "2021-12-03"),
        ("3rd of May 2021", "2021-05-03"),
        ("mei 2021", "2021-05"),
        ("Sept. 2021", "2021-09"),
        ("03.05.2021", "2021-05-03"),
        ("31/12/2021", "2021-12-31"),
    ],
)
def test_written_dates(text, edtf):
    found = date_of(text)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "text",
    ["2021", "31 februari 2021", "3 mei", "4/5/2021", "mayor 2021", "1.2.4", "281.2 en 283.1",
     "13-13-2021", "0 mei 2021", "3 mei 20211"],
)  # fmt: skip
def test_what_is_no_date(text):
    assert date_of(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_iso_dates_come_back(day):
    assert [found.edtf for found in dates_in(f"op {day.isoformat()}.")] == [day.isoformat()]
