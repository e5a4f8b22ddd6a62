"""Which words of a sentence stand in the lists of the lexicon, each list looked for once.

Rules ask the same of every trigger, mostly of lists of which the sentence has no word at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.languages import Pack
from extract.sentences import Token

Path = tuple[str, ...]


class Forms(dict[Path, tuple[int, ...]]):
    """The tokens that are words of a list as they stand, by the list's path in the lexicon."""

    def __init__(self, tokens: Sequence[Token], language: Pack) -> None:
        super().__init__()
        self._lower = [token.lower for token in tokens]
        self._every = frozenset(self._lower)
        self._language = language

    def __missing__(self, path: Path) -> tuple[int, ...]:
        """The places of the list's words, in order."""
        among = self._every & self._language.words(*path)
        found = tuple(i for i, word in enumerate(self._lower) if word in among) if among else ()
        self[path] = found
        return found


class Bases(dict[Path, tuple[int, ...]]):
    """The tokens of which a base form is in a list, by the list's path in the lexicon."""

    def __init__(self, tokens: Sequence[Token], language: Pack) -> None:
        super().__init__()
        self._lemmas = [token.lemmas for token in tokens]
        self._every = frozenset[str]().union(*self._lemmas)
        self._language = language

    def __missing__(self, path: Path) -> tuple[int, ...]:
        """The places of the list's words and their inflections, in order."""
        found: tuple[int, ...] = ()
        if self._language.is_any(self._every, *path):
            every = enumerate(self._lemmas)
            found = tuple(i for i, lemmas in every if self._language.is_any(lemmas, *path))
        self[path] = found
        return found


class Phrases(dict[Path, tuple[str, ...]]):
    """The phrases of a list that the sentence has, by the list's path in the lexicon."""

    def __init__(self, tokens: Sequence[Token], language: Pack) -> None:
        super().__init__()
        self._text = f" {' '.join(token.lower for token in tokens)} "
        self._language = language

    def __missing__(self, path: Path) -> tuple[str, ...]:
        """The words and phrases of the list that stand in the sentence, in no order."""
        found = tuple(x for x in self._language.words(*path) if f" {x} " in self._text)
        self[path] = found
        return found
