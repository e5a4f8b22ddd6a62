"""The kinds of words that dates and durations are made of, and patterns over them.

A sentence is written as one character a word, so that a rule of the grammar is a regular
expression over kinds: ``DAY MONTH YEAR?`` (finite-state cascades; Abney, 1996).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_NAMES = """
    DAY FIGURE YEAR SHORT_YEAR NTH DATE DAYS YEARS DECADE NUMERAL JUNK
    NUMBER ONE FRACTION HALF ORDINAL LONG MONTH SHORT_MONTH WEEKDAY SHORT_WEEKDAY SEASON QUARTER
    HALVES UNIT UNITS WEEKEND TODAY LIFE LAST PASSED NEXT COMING THIS THAT SAME FOLLOWING
    PRECEDING AGO EARLIER LATER BEFORE AFTER NOW OVER PART ABOUT SINCE UNTIL THROUGH BETWEEN IN
    ON OF BY AND OR THE PER EVERY LASTING OLD CLOCK NUMBERING COUNTED NAMED ONWARD OTHER
    COMMA DASH QUOTE STOP THENCE DAYTIME
"""

# Letters: whatever their script, they are single characters and not special to ``re``.
KINDS: Mapping[str, str] = MappingProxyType(
    {name: chr(ord("Ā") + number) for number, name in enumerate(_NAMES.split())}
)

_CLASSES = {
    "ANY_DAY": "(?:DAY|NTH)",
    "ANY_MONTH": "(?:MONTH|SHORT_MONTH)",
    "ANY_YEAR": "(?:YEAR|SHORT_YEAR)",
    "PERIOD": "(?:UNIT|UNITS)",
    "ANY_FIGURE": "(?:DAY|FIGURE|YEAR)",
    "PLAIN": (
        "(?:FRACTION|(?:ONE)?(?:(?:NUMBER|DAY|FIGURE)(?:DASH?NUMBER)?|YEAR)"
        "(?:DASH?AND DASH?(?:ONE DASH?)?HALF)?"
        "|HALF ONE|(?:ONE DASH?)?HALF|ONE)"
    ),
}  # fmt: skip


def kinds(names: str) -> frozenset[str]:
    """The characters of the kinds that are named."""
    return frozenset(KINDS[name] for name in names.split())


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over kinds, its names replaced by their characters and blanks left out.

    >>> bool(compiled("DAY MONTH YEAR?").fullmatch(KINDS["DAY"] + KINDS["MONTH"]))
    True
    """
    while re.search("|".join(rf"\b{name}\b" for name in _CLASSES), pattern):
        pattern = re.sub(r"\b[A-Z_]{2,}\b", lambda name: _CLASSES.get(name[0], name[0]), pattern)
    named = re.sub(r"\b[A-Z_]{2,}\b", lambda name: KINDS[name[0]], pattern)
    return re.compile(re.sub(r"\s+", "", named))
