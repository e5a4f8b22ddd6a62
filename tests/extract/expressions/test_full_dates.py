"""Full dates in any text: only what is written, only days that exist."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.expressions.atoms import full_dates_read, reading
from extract.expressions.dates import date_of, dates_in
from extract.expressions.dates.rows import single_dates
from extract.expressions.vocabulary import names_of_all


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


_PARTS = (
    "3", "12", "2020", "May", "MÄRZ", "mei,", "jan.", "of", "(2021)", "Friday", "4-5-'21",
    "12.3.2020", "2020-05-03", "167.2.2.1", "31/12/2020", "12/31/2020", "held", "in",
    "3rd", "'20", "may's",
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(_PARTS), st.sampled_from((" ", ", ", "-", ": ", "")))))
def test_no_text_with_a_date_is_passed_over(parts):
    text = "".join(word + gap for word, gap in parts)
    names = names_of_all()
    whole = single_dates(reading(text, names), names.day_first)
    dated = [mention for mention in whole if mention.month is not None and mention.base == "text"]
    assert not dated or not re.search(r"\d", text) or full_dates_read(text) is not None
