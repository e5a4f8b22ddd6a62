"""The table of dates and durations, half Dutch and half English, made without sight of the rules.

Each case is a sentence or two of a document written on ``written`` (EDTF), which may cover a
year; what is expected is every expression with its words and its value, and no other.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from extract.expressions import anchor_of, date_spans, duration_spans
from extract.languages import pack
from ontology.dates import duration, interval

CASES = tomllib.loads(Path(__file__).with_name("dates.toml").read_text("utf-8"))["case"]


def _plain(words):
    """Words without their article and without the full stop that ends the sentence too."""
    return re.sub(r"^(de|het|een|the|an?) ", "", words.lower()).rstrip(".")


def _read(case, cut):
    language, anchor = pack(case["lang"]), None
    found = {"dates": [], "durations": []}
    for sentence in cut(case["text"], case["lang"]):
        written = (case["written"], case["written"])
        dates = date_spans(sentence, language, written, covers=case["covers"], anchor=anchor)
        anchor = anchor_of(dates) or anchor
        for name, spans in (("dates", dates), ("durations", duration_spans(sentence, language))):
            found[name] += [(_plain(sentence.span(s.first, s.end)), s.value) for s in spans]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_case(case, cut):
    expected = {
        name: [(_plain(item["text"]), item["value"]) for item in case[name]]
        for name in ("dates", "durations")
    }
    found = _read(case, cut)
    assert found == expected, (
        f"\n  text:     {case['text']}"
        f"\n  written:  {case['written']}, covers {case['covers'] or '-'}"
        f"\n  expected: {expected}\n  found:    {found}\n  note:     {case['note']}"
    )


def test_the_table_is_as_large_as_it_says():
    languages = Counter(case["lang"] for case in CASES)
    assert len(CASES) >= 250
    assert min(languages["nl"], languages["en"]) >= 0.45 * len(CASES)
    assert sum(case["trap"] for case in CASES) >= len(CASES) / 3


def test_every_value_is_one_that_the_ontology_reads():
    for case in CASES:
        for item in case["dates"]:
            assert interval(item["value"]).edtf == item["value"]
        for item in case["durations"]:
            assert item["value"] == "life" or duration(item["value"])
