"""What an expression means and which tokens say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueSpan:
    """Tokens ``[first, end)`` of a sentence that say ``value`` (EDTF, ISO 8601, an article)."""

    first: int
    end: int
    value: str
