"""The terms of a record's fields: those that somebody was given, not those that were asked for."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read

_RECORD = """Those who are held in prison, 3 May 2022

1. Anna Proefska
Arrested: 4 May 2021
Charge: Article 228 (fraud)
Sentence: {}
"""
_NL = """Wie er in de gevangenis zit, 3 mei 2022

1. Anna Proefska
Gearresteerd: 4 mei 2021
Aanklacht: artikel 228 (fraude)
Vonnis: {}
"""


@pytest.mark.parametrize(
    ("record", "value", "expected"),
    [
        (_RECORD, "8 years", ["P8Y"]),
        (_RECORD, "8 years (the prosecutor sought 10 years)", ["P8Y"]),
        (_RECORD, "the prosecutor sought eight years", []),
        (_RECORD, "faces up to 10 years", []),
        (_NL, "acht jaar", ["P8Y"]),
        (_NL, "8 jaar geëist", []),
    ],
)
def test_a_term_that_was_asked_for_is_no_sentence(record, value, expected):
    made = extract(read("a.txt", record.format(value).encode())).claims
    assert [dict(c.args)["duration"] for c in made if c.type == "sentence"] == expected
