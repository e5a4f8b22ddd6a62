"""Dates as EDTF, as precise as the text and no more.

A date without a year is resolved on the document's date, by the tense of its verb or by a word
such as "aanstaande"; "three weeks later" on the date before it. Nothing else is filled in, and
what cannot be decided is left out. The steps: atoms, rules over their kinds, what is a date at
all, ranges and lists, and what each then means.
"""

from __future__ import annotations

from extract.expressions.dates.find import DateSpan, date_of, dates_in
from extract.expressions.dates.spans import anchor_of, date_spans

__all__ = ["DateSpan", "anchor_of", "date_of", "date_spans", "dates_in"]
