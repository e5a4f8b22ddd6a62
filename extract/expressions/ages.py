"""Numbers of years that are somebody's age: "the 45-year-old", "zij is 31 jaar"."""

from __future__ import annotations

from extract.expressions.atoms import Reading
from extract.expressions.kinds import compiled, kinds
from extract.expressions.spans import Length
from extract.languages import Pack

_OLD = compiled("DASH? (?:OLD | OF OLD | THE OLD)")
_ENDS = kinds("COMMA STOP AND QUOTE") | {""}


def is_age(read: Reading, length: Length, language: Pack) -> bool:
    """Whether the length is the age of somebody."""
    if length.parts[0][1] != "Y":
        return False
    if _OLD.match(read.kinds[length.end :]):
        return True
    if length.adjective and language.words("durations", "terms"):
        return not _term_in(read, length.end, length.end + 3, language)
    return _is_years(read, length, language)


def _term_in(read: Reading, first: int, end: int, language: Pack) -> bool:
    """Whether one of the atoms is a word for something that lasts."""
    listed = language.words("durations", "terms")
    endings = tuple(word.removeprefix("*") for word in listed)
    return any(atom.text.lower().endswith(endings) for atom in read.atoms[max(0, first) : end])


def _is_years(read: Reading, length: Length, language: Pack) -> bool:
    """ "X is 31 jaar": a form of "to be" before it, nothing of a term around, and then no noun."""
    before = read.atoms[length.first - 1].text.lower() if length.first else ""
    if before not in language.words("durations", "being") or read.kind(length.end) not in _ENDS:
        return False
    return not language.words("durations", "terms") or not _term_in(read, 0, length.first, language)
