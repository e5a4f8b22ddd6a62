from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from edtf import parse_edtf, struct_time_to_date
from hypothesis import given
from hypothesis import strategies as st

from ontology.dates import Duration, Interval, duration, interval

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
PLAIN = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
MASKED = st.builds(
    lambda day, form: form(day),
    DAYS,
    st.sampled_from(
        [
            lambda day: f"{day.year // 10}X",
            lambda day: f"{day.year // 100}XX",
            lambda day: f"{day.year}-XX",
            lambda day: f"{day.year}-{day.month:02}-XX",
        ]
    ),
)
SEASONS = st.builds(
    lambda day, code: f"{day.year}-{code}",
    DAYS,
    st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41]),
)
MARKED = st.builds(lambda text, mark: text + mark, PLAIN, st.sampled_from("?~%"))
SINGLE = PLAIN | MASKED | SEASONS | MARKED
ORDERED = st.builds(lambda a, b: f"{min(a, b)}/{max(a, b)}", DAYS, DAYS)
OPEN = st.builds(lambda text, form: form.format(text), SINGLE, st.sampled_from(["{}/..", "../{}"]))
EDTF = SINGLE | ORDERED | OPEN


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-03-09", date(2014, 3, 9), date(2014, 3, 9)),
        ("2014/..", date(2014, 1, 1), None),
        ("../2014-03", None, date(2014, 3, 31)),
        ("/2014-03", None, date(2014, 3, 31)),
        ("2014-03/", date(2014, 3, 1), None),
        ("2013-05/2013-06", date(2013, 5, 1), date(2013, 6, 30)),
        ("2013-05/2013", date(2013, 5, 1), date(2013, 12, 31)),
        ("2013?", date(2013, 1, 1), date(2013, 12, 31)),
        ("2013~", date(2012, 1, 2), date(2014, 12, 31)),
        ("2013-06-10%", date(2013, 6, 9), date(2013, 6, 11)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2013-XX-XX", date(2013, 1, 1), date(2013, 12, 31)),
        ("2013-02-XX", date(2013, 2, 1), date(2013, 2, 28)),
        ("2013-21", date(2013, 3, 1), date(2013, 5, 31)),
        ("2013-24", date(2013, 1, 1), date(2014, 2, 28)),
        ("2013-36", date(2013, 10, 1), date(2013, 12, 31)),
        ("2013-41", date(2013, 7, 1), date(2013, 12, 31)),
    ],
)
def test_bounds(edtf: str, earliest: date | None, latest: date | None) -> None:
    assert interval(edtf) == Interval(edtf, earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2013-02-31", "does not exist"),
        ("2013-02-29", "does not exist"),
        ("2013-13", "no month or season 13"),
        ("2013-00", "no month or season 00"),
        ("2013-00-10", "does not exist"),
        ("2013-21-10", "does not exist"),
        ("2013-21-XX", "does not exist"),
        ("0000", "does not exist"),
        ("2013-06/2013-05", "ends before it begins"),
        ("2014-02-30/..", "in '2014-02-30/..'"),
        ("../..", "no beginning and no end"),
        ("/", "no beginning and no end"),
        ("2013/2014/2015", "is not an EDTF date"),
        ("20X3", "unknown digits"),
        ("201X-05", "unknown too"),
        ("2013-XX-05", "unknown too"),
        ("2013-05-1X", "half known"),
        ("XXXX", "unknown digits"),
        ("4 februari 2013", "is not an EDTF date"),
        ("03.04.2024", "is not an EDTF date"),
        ("2013-4", "is not an EDTF date"),
        ("2013\n", "is not an EDTF date"),
        ("٢٠١٣", "is not an EDTF date"),
        ("", "is not an EDTF date"),
    ],
)
def test_refuses_with_the_reason(edtf: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace(".", r"\.")):
        interval(edtf)


@given(EDTF)
def test_bounds_are_ordered_and_the_date_survives(edtf: str) -> None:
    found = interval(edtf)
    assert interval(found.edtf) == found
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(DAYS)
def test_the_coarser_contains_the_finer(day: date) -> None:
    text = day.isoformat()
    forms = [text, text[:7], text[:4], f"{text[:3]}X", f"{text[:2]}XX"]
    bounds = [(found.earliest, found.latest) for found in map(interval, forms)]
    for (earliest, latest), (wider_earliest, wider_latest) in pairwise(bounds):
        assert wider_earliest is not None
        assert wider_latest is not None
        assert earliest is not None
        assert latest is not None
        assert wider_earliest <= earliest <= latest <= wider_latest


@given(PLAIN, st.sampled_from("~%"))
def test_about_a_date_contains_the_date(text: str, mark: str) -> None:
    plain, about = interval(text), interval(text + mark)
    assert about.earliest is not None
    assert plain.earliest is not None
    assert about.earliest < plain.earliest
    assert about.latest is not None
    assert plain.latest is not None
    assert plain.latest < about.latest


@given(DAYS, DAYS)
def test_an_interval_is_reversed_or_spans_its_ends(start: date, end: date) -> None:
    edtf = f"{start}/{end}"
    if start > end:
        with pytest.raises(ValueError, match="before it begins"):
            interval(edtf)
    else:
        assert interval(edtf) == Interval(edtf, start, end)


@given(PLAIN | ORDERED)
def test_agrees_with_the_edtf_package_on_plain_dates(edtf: str) -> None:
    theirs = parse_edtf(edtf)
    ours = interval(edtf)
    assert struct_time_to_date(theirs.lower_strict()) == ours.earliest
    assert struct_time_to_date(theirs.upper_strict()) == ours.latest


@given(st.text(max_size=12))
def test_any_other_text_is_refused_and_never_guessed(text: str) -> None:
    try:
        found = interval(text)
    except ValueError:
        return
    assert set(text) <= set("0123456789X-/.?~%")
    assert found.edtf == text


def test_what_is_about_the_end_of_the_calendar_is_open() -> None:
    assert interval("0001~").earliest is None
    assert interval("9999~").latest is None


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("P7Y", Duration(84, 0)),
        ("P4Y3M", Duration(51, 0)),
        ("P41D", Duration(0, 41)),
        ("P2W", Duration(0, 14)),
        ("P1Y2M10D", Duration(14, 10)),
        ("P0D", Duration(0, 0)),
        ("PT48H", Duration(0, 0, 48)),
    ],
)
def test_duration(iso: str, expected: Duration) -> None:
    assert duration(iso) == expected


@pytest.mark.parametrize(
    "iso", ["", "P", "7Y", "P7", "P3M4Y", "PT", "PT5M", "P1.5Y", "life", "-P1Y", "P7Y ", "p7y"]
)
def test_duration_refuses(iso: str) -> None:
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        duration(iso)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 999))
def test_a_duration_counts_years_as_twelve_months(years: int, months: int, days: int) -> None:
    found = duration(f"P{years}Y{months}M{days}D")
    assert found == Duration(12 * years + months, days)
    assert timedelta(days=found.days) == timedelta(days=days)
