"""Typed expressions in a sentence: dates, durations, articles of law (TIMEX and its kin)."""

from extract.expressions.amounts import number
from extract.expressions.articles import article_spans
from extract.expressions.dates import anchor_of, date_spans
from extract.expressions.durations import duration_spans
from extract.expressions.spans import ValueSpan

__all__ = [
    "ValueSpan", "anchor_of", "article_spans", "date_spans", "duration_spans", "number",
]  # fmt: skip
