"""Whether two printed names of one document may be one person's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from extract.names import contradict, fold, parse, tokens
from extract.names.folding import rules

_LONGEST = 80
_LONG = 6  # letters from which on one letter may be a slip


def one_person(a: str, b: str) -> bool:
    """Whether two names in one document may be one person's.

    Their surnames are one or misspelt, neither their given nor their fathers' names apart.

    >>> one_person("Salayav", "Zamin Salayev")
    True
    >>> one_person("Ilgar Mammadov", "Hilal Mammadov")
    False
    >>> one_person("Mammadov Ilgar", "Ilgar Adil oglu Mammadov")
    True
    """
    if _same_words(a, b):
        return True
    one, other = parse(a), parse(b)
    if one.full and (one.given, one.surname) == (other.surname, other.given):
        return not contradict(one, other)  # the surname first, the father left out
    same = one.surname == other.surname or _misspelt(a, b)
    if not same or contradict(one, other):
        return False
    short, long = sorted((one.given, other.given), key=len)
    return short == long or not short or _short_for(short, long)


@lru_cache(maxsize=1 << 16)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name in alphabetical order, without "son of" and the like."""
    parts = tokens(name)
    kept = (part for part in parts if part not in rules().patronymic_words)
    return tuple(sorted(fold(part, lenient=True) for part in kept))


def _same_words(a: str, b: str) -> bool:
    """Whether three words or more are the same in another order: surname first, father last."""
    return len(_words(a)) > 2 and _words(a) == _words(b)


def _short_for(short: str, long: str) -> bool:
    """Whether a given name is the end of a longer one, or its initial."""
    return (len(short) >= 4 and long.endswith(short)) or (len(short) == 1 and long[0] == short)


def _misspelt(a: str, b: str) -> bool:
    """Whether the last words are one letter apart, in six letters or more.

    An "a" at the end is no misspelling: it makes a woman's surname of a man's.
    """
    if not tokens(a) or not tokens(b):
        return False
    one, other = sorted((tokens(a)[-1], tokens(b)[-1]), key=len)
    if len(one) < _LONG or other == f"{one}a":
        return False
    pairs = [(one, other)]
    if len(tokens(a)) == 1 or len(tokens(b)) == 1:  # of two full names the spelling tells more
        pairs.append((fold(one, lenient=True), fold(other, lenient=True)))
    return any(
        x[:1] == y[:1] and DamerauLevenshtein.distance(x, y, score_cutoff=1) <= 1 for x, y in pairs
    )


def spelt_alike(a: str, b: str) -> bool:
    """Whether the two may be one person's without a misspelt surname."""
    return _same_words(a, b) or (parse(a).surname == parse(b).surname and one_person(a, b))


def part_of(a: str, b: str) -> bool:
    """Whether the one word of ``a`` is one of several in ``b``: a given name, one of two surnames.

    >>> part_of("Proef", "Ernesto Proef Voorbeeld"), part_of("Voorbeeld", "Voorbeeld")
    (True, False)
    >>> part_of("Proef-Voorbeeld", "Ernesto Proef-Voorbeeld")
    True
    """
    word, whole = _folded(a), _folded(b)
    if " " in a.strip() or not word or len("".join(word)) < 2 or len(whole) <= len(word):
        return False
    places = range(len(whole) - len(word) + 1)
    return any(whole[at : at + len(word)] == word for at in places)


@lru_cache(maxsize=1 << 16)
def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold(part, lenient=True) for part in tokens(name))


@lru_cache(maxsize=1 << 16)
def keys(name: str) -> frozenset[str]:
    """What two names share at least one of, if one of the rules above takes them for one."""
    return frozenset(_keys(name))


def _keys(name: str) -> Iterator[str]:
    yield parse(name).surname
    parts = _folded(name)
    yield from parts
    if parts and _LONG <= len(tokens(name)[-1]) <= _LONGEST:
        # one letter apart: equal when the right letter is left out of one or of both
        for word in {parts[-1], tokens(name)[-1]}:
            yield word
            yield from (word[:i] + word[i + 1 :] for i in range(len(word)))
