"""Laws of dates: what is written comes back, nothing is invented, nothing crashes."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.expressions import date_spans, duration_spans
from extract.expressions.dates import dates_in
from extract.languages import pack
from extract.languages.calendar import month_names
from ontology.dates import duration, interval

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
languages = st.sampled_from(["nl", "en"])
MONTHS = {tag: list(month_names(tag, "wide")) for tag in ("nl", "en")}
SHORT = {tag: list(month_names(tag, "abbreviated")) for tag in ("nl", "en")}
NOISE = st.text("0123456789.,:;/-–'’()§%+ \n", max_size=40)
WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """mei May march maart artikel 12 2021 op in van tot en and the de twee half jaar years ago
        vrijdag Friday vorig last the 29th 3-4-2021 '98 begin eind since sinds levenslang life
        week zaterdag morgen 24 uur of 1.5 – 2009-2013 dezelfde dag later two weeks""",
    )
)


@pytest.fixture(scope="module")
def read(cut):
    def found(text, language, written=None, **given):
        tongue = pack(language)
        return [
            span.value
            for sentence in cut(text, language)
            for span in date_spans(
                sentence, tongue, (written, written) if written else None, **given
            )
        ]

    return found


@pytest.fixture(scope="module")
def lengths(cut):
    def found(text, language):
        tongue = pack(language)
        return [s.value for part in cut(text, language) for s in duration_spans(part, tongue)]

    return found


def forms(day, language, names):
    """The ways in which the language writes a day in full."""
    month = names[day.month - 1]
    yield f"{day.day} {month} {day.year}"
    if language == "en":
        yield f"{month} {day.day}, {day.year}"
        yield f"the {day.day}th of {month} {day.year}"
    else:
        yield f"{day.day}-{day.month}-{day.year}"
    yield day.isoformat()


@given(days, languages, st.sampled_from([MONTHS, SHORT]))
def test_a_day_comes_back_in_every_form(read, day, language, names):
    before = {"nl": "Zij werd op {} gehoord.", "en": "She was heard on {} in court."}[language]
    for form in forms(day, language, names[language]):
        assert read(before.format(form), language) == [day.isoformat()]
        assert [found.edtf for found in dates_in(f"({form})")] == [day.isoformat()]


@given(days, languages)
def test_a_month_or_year_stays_one(read, day, language):
    month = f"{MONTHS[language][day.month - 1]} {day.year}"
    assert read(f"In {month} was het koud.", language) == [day.isoformat()[:7]]
    assert read(f"In {day.year} was het koud.", language) == [day.isoformat()[:4]]


@given(days, st.integers(1, 400), languages)
def test_a_range_has_both_its_ends(read, day, length, language):
    last = day + timedelta(days=length)
    first, second = (next(forms(d, language, MONTHS[language])) for d in (day, last))
    text = {"nl": f"Van {first} tot {second}.", "en": f"From {first} to {second}."}[language]
    assert read(text, language) == [f"{day}/{last}"]
    assert f"{last}/{day}" not in read(text.replace(first, "#").replace(second, first), language)


@given(days, st.integers(1, 500), languages)
def test_days_are_counted_from_the_document(read, day, number, language):
    text = {"nl": f"Hij kwam {number} dagen geleden vrij.", "en": f"He left {number} days ago."}
    written = day.isoformat()
    assert read(text[language], language, written) == [str(day - timedelta(days=number))]
    assert read(text[language], language) == []


RELATIVE = [
    ("nl", "Hij werd op 3 mei opgepakt."),
    ("nl", "In december jl. kwam hij vrij."),
    ("nl", "Vorig jaar, vorige maand, gisteren en vrijdag was dat zo."),
    ("nl", "Drie weken geleden, de volgende dag, dezelfde dag, in '98."),
    ("en", "He was held on 3 May, last year, last month, yesterday and on Friday."),
    ("en", "Three weeks ago, the following day, that same month, in '98, in the 90s."),
    ("en", "He will be freed next week, in two weeks, next Friday, this autumn."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), RELATIVE)
def test_without_a_document_nothing_is_relative(read, language, text):
    assert read(text, language) == []


@given(days, st.sampled_from([row for row in RELATIVE if "weeks" not in row[1]]))
def test_what_is_relative_is_some_date(read, day, row):
    language, text = row
    for value in read(text, language, day.isoformat(), anchor="2001-02-03"):
        assert interval(value)


@given(st.integers(29, 31), st.integers(1, 12), st.integers(1900, 2099), languages)
def test_an_impossible_day_gives_nothing(read, day, month, year, language):
    name = MONTHS[language][month - 1]
    try:
        expected = [date(year, month, day).isoformat()]
    except ValueError:
        expected = []
    assert read(f"Op {day} {name} {year}.", language) == expected
    assert [found.edtf for found in dates_in(f"{day} {name} {year}")] == expected


@settings(max_examples=300)
@given(NOISE | st.lists(WORDS | NOISE, max_size=12).map(" ".join), languages, days)
def test_any_text_gives_dates_that_exist_and_no_crash(read, lengths, text, language, day):
    for value in (*read(text, language, day.isoformat()), *read(text, language)):
        assert interval(value)
    for value in lengths(text, language):
        assert value == "life" or duration(value)
    for found in dates_in(text):
        assert interval(found.edtf)


@given(st.lists(WORDS, max_size=10).map(" ".join), languages)
def test_what_rests_on_nothing_has_no_year_that_is_not_written(read, text, language):
    for value in read(text, language):
        for year in re.findall(r"\d{4}", value):
            assert year in text


@given(st.integers(1, 99), st.sampled_from(range(5)), languages)
def test_number_words_and_figures_say_the_same(lengths, number, unit, language):
    code = ("P{}Y", "P{}M", "P{}W", "P{}D", "PT{}H")[unit].format(number)
    names = {"nl": "jaar maanden weken dagen uur", "en": "years months weeks days hours"}
    name = names[language].split()[unit]
    start = {"nl": "Dat duurde", "en": "It lasted"}[language]
    words = [word for word, value in pack(language).numbers.items() if value == number]
    for amount in (str(number), *words):
        assert lengths(f"{start} {amount} {name}.", language) == [code]
