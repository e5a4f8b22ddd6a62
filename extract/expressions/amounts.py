"""The number that a row of atoms says: "eight and a half", "tweeënhalf", "41", "two hundred"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions.atoms import Atom
from extract.expressions.kinds import KINDS, kinds
from extract.expressions.vocabulary import fold
from extract.languages import Pack

_HALF, _ONE = KINDS["HALF"], KINDS["ONE"]
_NUMBERS = kinds("NUMBER DAY FIGURE YEAR FRACTION")


def number(word: str, language: Pack) -> int | None:
    """The number that one word or figure says, or None."""
    return int(word) if word.isdecimal() else language.numbers.get(fold(word))


def amount(atoms: Sequence[Atom]) -> float:
    """The number of atoms that fit the pattern ``PLAIN``: what is not counted is passed over."""
    numbers = [
        float(a.value) for a in atoms if a.kind in _NUMBERS and not isinstance(a.value, tuple)
    ]
    half = 0.5 if any(atom.kind == _HALF for atom in atoms) else 0.0
    if not numbers:
        return half or float(any(atom.kind == _ONE for atom in atoms))
    total = numbers[0]
    for number in numbers[1:]:
        total = total * number if number >= 100 else total + number
    return total + half
