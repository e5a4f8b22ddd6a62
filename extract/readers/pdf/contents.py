"""Tables of contents: rows that end in the number of a page. They repeat, and say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from extract.readers.pdf.rows import Row

_LEADERS = re.compile(r"\S\s*(?:[.·_…]\s?){4,}\s*(?P<page>\d{1,4}|[ivxlc]+)$")
_RUNS = ("...", ". .", "···", "___", "……")
_NUMBERED = re.compile(r"[^\W\d_].*\D\s(?P<page>\d{1,4})$")
_FEWEST = 4  # rows of a table without leaders
_ALIGNED = 2.5  # points


def contents(rows: Sequence[Row]) -> frozenset[int]:
    """The numbers of the rows of a page that belong to a table of contents."""
    lined = {index for index, row in enumerate(rows) if _is_led(row.text)}
    between = {i for i in range(1, len(rows) - 1) if {i - 1, i + 1} <= lined}
    return frozenset(lined | between | _unlined(rows)) if len(lined) != 1 else _unlined(rows)


def _is_led(text: str) -> bool:
    """Whether leaders stand before a number at the end; most rows have no run of dots at all."""
    if not (text[-1] in "ivxlc" or text[-1].isdigit()):
        return False
    return any(run in text for run in _RUNS) and _LEADERS.search(text) is not None


def _unlined(rows: Sequence[Row]) -> frozenset[int]:
    """Rows on end with numbers that never fall, each at the right edge of the one before."""
    if sum([row.text[-1].isdigit() for row in rows]) < _FEWEST:
        return frozenset()
    found: set[int] = set()
    numbered = [_NUMBERED.search(row.text) if row.text[-1].isdigit() else None for row in rows]
    for ends, group in groupby(range(len(rows)), key=lambda index: numbered[index] is not None):
        run = list(group)
        pages = [int(match["page"]) for i in run if (match := numbered[i])]
        edges = [rows[i].right for i in run]
        if (
            ends
            and len(run) >= _FEWEST
            and pages == sorted(pages)
            and max(edges) - min(edges) <= _ALIGNED
        ):
            found.update(run)
    return frozenset(found)
