"""Whether a printed name is a woman's or a man's, where the name says so.

The rules are data: ``given.toml`` beside this module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from extract.names.folding import fold, tokens

Gender = Literal["", "feminine", "masculine"]
_GENDERS: tuple[Gender, ...] = ("feminine", "masculine")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    given: frozenset[str]
    parts: frozenset[str]
    endings: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def gender(name: str) -> Gender:
    """The gender that a full name shows, "" where it shows none or two.

    A father's name or a patronymic particle says most, then the given name, then the surname.

    >>> gender("Sevda Voorbeeldova"), gender("Le Thi Mai"), gender("Voorbeeld")
    ('feminine', 'feminine', '')
    >>> gender("Nikita Ivanovich Voorbeeld"), gender("Volha Voorbeeldov")
    ('masculine', 'feminine')
    """
    words = [fold(word, lenient=True) for word in tokens(name)]
    if not words:
        return ""
    inner = [_only(lambda signs: not signs.parts.isdisjoint(words[1:-1]))]
    inner += [_by_ending(word) for word in words[1:-1] if len(words) > 2]
    given = _only(lambda signs: words[0] in signs.given)
    return next((found for found in (*inner, given, _by_ending(words[-1])) if found), "")


def _by_ending(word: str) -> Gender:
    return _only(lambda signs: len(word) >= 5 and word.endswith(signs.endings))


def _only(holds: Callable[[_Signs], bool]) -> Gender:
    found = [one for one in _GENDERS if holds(_signs()[one])]
    return found[0] if len(found) == 1 else ""


@cache
def _signs() -> Mapping[Gender, _Signs]:
    raw = tomllib.loads((files("extract.names") / "given.toml").read_text("utf-8"))
    return {one: _read(raw[one]) for one in _GENDERS}


def _read(table: Mapping[str, list[str]]) -> _Signs:
    return _Signs(
        given=frozenset(fold(tokens(name)[0], lenient=True) for name in table["given"]),
        parts=frozenset(fold(word, lenient=True) for word in table["parts"]),
        endings=tuple({fold(word, lenient=True) for word in table["endings"]}),
    )
