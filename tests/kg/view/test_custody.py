"""The line on where a person is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.derive import StatusRow
from kg.queries import open_graph
from kg.view.custody import custody_line, custody_lines

DAY = date(2021, 4, 15)
HELD = StatusRow(
    person="person/made-up",
    label="Made-up Person",
    state="in_custody",
    presumed=False,
    last_state="in_custody",
    last_confirmed=date(2022, 3, 14),
    since_earliest=DAY,
    since_latest=DAY,
    evidence=(),
)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "in custody, since 2021-04-15, last confirmed 2022-03-14"),
        ({"presumed": True, "since_earliest": None, "since_latest": None},
         "presumed in custody, last confirmed 2022-03-14"),
        ({"since_earliest": None},
         "in custody, since 2021-04-15 or before, last confirmed 2022-03-14"),
        ({"state": "unknown"}, "unknown; last known: in custody, last confirmed 2022-03-14"),
        ({"state": "unknown", "last_state": "unknown"}, "unknown"),
    ],
)  # fmt: skip
def test_the_line_says_no_more_than_is_known(change: dict[str, object], line: str) -> None:
    assert custody_line(replace(HELD, **change)) == line


def test_the_day_is_that_of_the_latest_document(made_up: Path) -> None:
    lines = custody_lines(open_graph(made_up))
    assert {day for day, _ in lines.values()} == {"On 2022-03-14"}
    assert lines["person/bert-verzonnen"][1].startswith("unknown; last known: in custody, last")
