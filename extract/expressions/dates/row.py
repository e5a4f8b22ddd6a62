"""A row of atoms that fits a rule of the grammar, and the year that it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from extract.expressions.atoms import Atom
from extract.expressions.dates.mentions import Base, Form, Mention
from extract.expressions.kinds import KINDS

SHIFTS: Mapping[str, tuple[Base, int]] = MappingProxyType(
    {
        "LAST": ("document", -1),
        "THIS": ("document", 0),
        "NEXT": ("document", 1),
        "FOLLOWING": ("anchor", 1),
        "LATER": ("anchor", 1),
        "AFTER": ("anchor", 1),
        "PRECEDING": ("anchor", -1),
        "EARLIER": ("anchor", -1),
        "BEFORE": ("anchor", -1),
        "SAME": ("anchor", 0),
        "THAT": ("anchor", 0),
    }
)
SIDES: Mapping[str, Base] = MappingProxyType(
    {"LAST": "past", "PASSED": "past", "NEXT": "coming", "COMING": "coming"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """The atoms ``[first, end)`` that fit a rule."""

    atoms: tuple[Atom, ...]
    first: int
    end: int

    def all(self, *names: str) -> list[Atom]:
        """Its atoms of the kinds named."""
        kinds = {KINDS[name] for name in names}
        return [atom for atom in self.atoms[self.first : self.end] if atom.kind in kinds]

    def one(self, *names: str) -> Atom | None:
        """Its first atom of the kinds named, or None."""
        return next(iter(self.all(*names)), None)

    def number(self, *names: str) -> int | None:
        """What its first atom of the kinds named says, or None."""
        found = self.one(*names)
        return None if found is None else found.number

    def mention(
        self,
        form: Form = "calendar",
        base: Base = "text",
        *,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        weekday: int | None = None,
        unit: str = "",
        shift: int = 0,
        about: bool = False,
    ) -> Mention:
        """A mention that stands where the row does."""
        return Mention(
            first=self.first, end=self.end, form=form, base=base, year=year, month=month, day=day,
            weekday=weekday, unit=unit, shift=shift, about=about,
        )  # fmt: skip

    @property
    def unit(self) -> tuple[int, str]:
        """How many of which unit the row's period is: (1, "Y"), (10, "Y")."""
        found = self.one("UNIT", "UNITS")
        text = str(found.value) if found else "0?"
        return int(text[:-1]), text[-1]


def year_said(row: Row) -> Mention | None:
    """The row as a mention that has the year it says, or the base from which to tell it."""
    if (year := row.number("YEAR")) is not None:
        return row.mention(year=year)
    if (year := row.number("SHORT_YEAR")) is not None:
        return row.mention(base="short", year=year)
    if row.one("UNIT"):
        name = next((name for name in SHIFTS if row.one(name)), None)
        if name is None or row.unit != (1, "Y"):
            return None
        base, shift = SHIFTS[name]
        return row.mention(base=base, shift=shift)
    if row.one("THIS"):
        return row.mention(base="document")
    if row.one("THAT"):
        return row.mention(base="anchor")
    side = next((name for name in SIDES if row.one(name)), None)
    if side is None:
        return row.mention(base="bare")
    strict = row.atoms[row.first].kind == KINDS[side]  # "last May", not "mei jl."
    return row.mention(base=SIDES[side], shift=int(strict))
