"""Which date of a sentence, or of the one before, is an event's own."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read


def _dates(said, text, language, kind):
    return [c["date"] for c in said(text, language=language) if c["type"] == kind]


@pytest.mark.parametrize(
    ("language", "text", "kind", "expected"),
    [
        # what a verb does to a noun happens on the date beside it
        ("en", "Anna Proefska is ill. A court upheld her sentence in July 2021.",
         "appeal_ruling", "2021-07"),
        # a year before a noun is that noun's
        ("en", "The court on 3 May 2021 quashed the 2016 conviction of Anna Proefska.",
         "conviction_quashed", "2021-05-03"),
        # what was put off is of its new day, what is of the next morning of the day after
        ("nl", "De zitting van Anna Proefska is uitgesteld tot 26 september 2031.", "hearing",
         "2031-09-26"),
        ("en", "Anna Proefska was arrested on 3 May 2021. The next morning she was released.",
         "release", "2021-05-04"),
        ("en", "Anna Proefska was arrested in March 1999 and, that August, jailed for ten years.",
         "sentence", "1999-08"),
        # a date after a semicolon is of what follows it
        ("en", "Anna Proefska was arrested; on 3 May 2021 the minister resigned.", "arrest", None),
        # a year is one before "won", though that is a currency as well
        ("en", "In 2022 Anna Proefska won the Sample Prize.", "award", "2022"),
    ],
)  # fmt: skip
def test_the_date_is_the_events_own(said, language, text, kind, expected):
    assert expected in _dates(said, text, language, kind)


def _told(text, kind):
    made = extract(read("a.txt", text.encode())).claims
    return [claim.date for claim in made if claim.type == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Bern, May 3, 2019—The court sentenced Anna Proefska on Thursday to six years in prison.",
        "Prisons today\nUpdated: 3 May 2019. B. Women\n\nAnna Proefska was sentenced on Thursday "
        "to six years in prison.",
    ],
)
def test_a_dateline_is_read(text):
    assert _told(text, "sentence") == ["2019-05-02"]


def test_an_answer_is_dated_by_its_own_line():
    text = (
        "Question for written answer E-1/2020\n10 April 2020\nSubject: Anna Proefska\n\n"
        "Anna Proefska, a student, was detained on 7 February 2020. Has she been visited?\n\n"
        "Answer given by the Commissioner\n19 June 2020\n\n"
        "Anna Proefska was released on 5 May."
    )
    assert _told(text, "release") == ["2020-05-05"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "expected"),
    [
        ("en", "Two weeks after her release, on 3 May 2016, she left.", "release", None),
        ("en", "A year after her release on 3 May 2016, she left.", "release", "2016-05-03"),
        ("en", "In 2019 Anna Proefska spoke about her detention.", "detention", None),
        ("en", "On 3 May 2018 her lawyer criticised her arrest.", "arrest", None),
        ("en", "During a protest on 4 May 2014 against her arrest, two men fell.", "arrest", None),
        ("en", "On the anniversary of her arrest, 3 May 2016, friends met.", "arrest", None),
        ("en", "Her arrest came on 3 May 2016.", "arrest", "2016-05-03"),
        ("nl", "Zes dagen voor haar proces, op 4 juni 2015, werd ze geslagen.", "trial", None),
        ("nl", "In mei 2016 veroordeelde de raad haar arrestatie.", "arrest", None),
        ("nl", "Na haar arrestatie op 3 mei 2018 werd ze geslagen.", "arrest", "2018-05-03"),
    ],
)
def test_what_is_only_mentioned_is_not_of_that_day(said, language, text, kind, expected):
    known = {"en": "Anna Proefska is ill. ", "nl": "Anna Proefska is ziek. "}[language]
    assert _dates(said, known + text, language, kind) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in a story of years ago a day follows the date before it
        ("She was jailed on 3 February 2013. On 7 January she was released.", "2014-01-07"),
        ("She was jailed in November 2013. On 7 January she was released.", "2014-01-07"),
        # what may be of these weeks is news
        ("She was jailed on 3 November 2012. On 20 April she was released.", "2019-04-20"),
        ("She was jailed on 3 February 2018. On 7 January she was released.", "2019-01-07"),
    ],
)
def test_a_day_without_a_year_is_of_the_story(text, expected):
    written = "London, 3 May 2019\n\nThis is what we know of Anna Proefska. " + text
    assert _told(written, "release") == [expected]
