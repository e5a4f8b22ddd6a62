"""Typed expressions in a sentence: dates, durations, articles of law (TIMEX and its kin)."""

from extract.expressions.articles import article_spans
from extract.expressions.dates import date_spans
from extract.expressions.durations import duration_spans
from extract.expressions.spans import ValueSpan

__all__ = ["ValueSpan", "article_spans", "date_spans", "duration_spans"]
