"""What a date in a text says, before it is known which day that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["calendar", "decade", "weekday", "weekend", "unit", "offset", "nth"]
Base = Literal["text", "short", "document", "anchor", "past", "coming", "covered", "bare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date as written in the atoms ``[first, end)``.

    ``calendar`` gives ``year``, ``month`` (a season, quarter or half by its EDTF code) and
    ``day`` as far as said; ``unit`` is the year, month or week that lies ``shift`` from the base,
    ``offset`` the point that many units away; ``nth`` a day of the anchor's month.
    ``base`` is what that is counted from: ``text`` nothing, ``short`` a year of two figures,
    ``past`` and ``coming`` the nearest on that side of the document (beyond it with a ``shift``),
    ``covered`` the year that a report covers, ``bare`` the side to which the verb points.
    ``about`` says that it is approximate, or a part of what it names; ``until`` is the end of a
    range that begins with this mention; ``opening`` is "since" or "until" of an open one.
    """

    first: int
    end: int
    form: Form
    base: Base
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    shift: int = 0
    about: bool = False
    until: Mention | None = None
    opening: Literal["", "since", "until"] = ""

    @property
    def bare(self) -> bool:
        """Whether nothing but the context says which day, month or season of that name it is."""
        return self.base == "bare"
