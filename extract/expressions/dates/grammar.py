"""The grammar of single dates: which rows of atoms are one.

The rules are tried in order at each place; the first that fits takes the row, so longer forms come
first. Their names are those of the kinds (``extract/expressions/kinds.py``) and of the classes
here; what a row says is for ``extract/expressions/dates/rows.py``.
"""

from __future__ import annotations

import re
from functools import cache

from extract.expressions.kinds import compiled

_DAY = "(?:(?:WEEKDAY|SHORT_WEEKDAY) COMMA?)?"  # "Friday, 4 February"
_TURN = "(?:LAST|THIS|NEXT) UNIT"  # "vorig jaar"
_QUALIFIER = "(?:LAST|PASSED|NEXT|COMING|THIS)"
_PART = "(?:PART|HALF)"  # "begin", "half"
_SIDE = "(?:BEFORE|AFTER)(?=COMMA|STOP|$)"  # "the day before, ..."
_JOIN = "(?:UNTIL|THROUGH|DASH)"
_TAIL = (
    "(?:COMMA? YEAR | OF YEAR | SHORT_YEAR | PASSED | COMING | OF? LAST UNIT | OF? THIS UNIT"
    "| OF? NEXT UNIT | OF THE UNIT LATER | OF THE? (?:FOLLOWING|PRECEDING|SAME) UNIT"
    "| OF THAT SAME? UNIT)"
)
_RULES = {
    "numeric": f"{_DAY} DATE",
    "days": f"DAYS OF? ANY_MONTH {_TAIL}?",
    "days_after": (
        f"ANY_MONTH (?:DAYS | ANY_DAY {_JOIN} ANY_DAY (?!OF? ANY_MONTH | PERIOD)) {_TAIL}?"
    ),
    "days_listed": "ANY_MONTH ANY_DAY AND ANY_DAY COMMA? YEAR",
    "day": f"{_DAY} ANY_DAY OF? ANY_MONTH {_TAIL}?",
    "day_after": f"{_DAY} ANY_MONTH ANY_DAY (?!DASH? PERIOD) {_TAIL}?",
    "month": (
        f"(?:{_PART} OF? DASH? | {_QUALIFIER})? ANY_MONTH {_TAIL}? | THAT ANY_MONTH (?!ANY_DAY)"
    ),
    "part": f"{_PART} DASH? OF? (?:ANY_YEAR | {_TURN} | THE? UNIT)",
    "season": f"{_TURN} SEASON | (?:{_QUALIFIER}|THAT)? SEASON (?:OF? (?:YEARS|ANY_YEAR|{_TURN}))?",
    "share": (
        f"(?:ORDINAL|NTH) (?:QUARTER|HALVES|HALF) OF? (?:ANY_YEAR | {_TURN} | ANY_MONTH {_TAIL}?)"
    ),
    "decade": "UNITS (?:NUMBER|SHORT_YEAR) | THE DECADE | DECADE",
    "weekday": f"{_TURN} WEEKDAY | WEEKDAY {_TURN} | {_QUALIFIER}? WEEKDAY",
    "weekend": f"(?:{_QUALIFIER}|THE) WEEKEND (?!OF)",
    "away": "PLAIN PERIOD (?:AGO|NOW)",
    "ahead": "(?:OVER|IN) PLAIN PERIOD (?!AGO|EARLIER|LATER|NOW|OLD|OF)",
    "apart": f"PLAIN PERIOD (?:EARLIER|LATER|{_SIDE})",
    "beside": (
        f"UNIT (?:LATER|EARLIER|{_SIDE}) | (?:FOLLOWING|PRECEDING) UNIT"
        "| THAT? SAME UNIT | THAT UNIT | (?:FOLLOWING|NEXT|SAME|THAT) DAYTIME"
    ),
    "turn": _TURN,
    "today": "TODAY",
    "thence": "THENCE",
    "nth": "NTH",
    "years": "YEARS",
    "year": "ANY_YEAR",
}  # fmt: skip


@cache
def dates_pattern() -> re.Pattern[str]:
    """One pattern for all single dates; the group that matched names the rule."""
    return compiled(" | ".join(f"(?P<{name}> {rule} )" for name, rule in _RULES.items()))
