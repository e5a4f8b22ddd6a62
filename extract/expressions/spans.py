"""What an expression means and which words say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueSpan:
    """Tokens ``[first, end)`` of a sentence that say ``value`` (EDTF, ISO 8601, an article)."""

    first: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """Numbers of units (Y, M, W, D, H) in the atoms ``[first, end)``, the largest unit first.

    ``adjective`` says that it is one: "tweejarig", "two-year".
    """

    first: int
    end: int
    parts: tuple[tuple[int, str], ...]
    adjective: bool = False
