"""Who is who inside one document: full names, surnames and misspellings of one person.

A surname joins a full name only where exactly one full name fits; two that fit equally give
no link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

from rapidfuzz.distance import DamerauLevenshtein

from extract.names import contradict, fold, folded, parse, tokens
from extract.values import Kind, Referent

Printed = tuple[str, Kind | None]


def kind_of(key: str) -> Kind:
    """The kind of a referent, which is the first part of its key."""
    return cast(Kind, key.partition(":")[0])


def phrase_key(text: str, kind: Kind) -> str:
    """The key of a group or document that has no name but these words."""
    return f"{kind}:{' '.join(text.split())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The referents of a document, and which of them each printed name stands for."""

    referents: tuple[Referent, ...]
    keys: Mapping[Printed, str]

    def key(self, name: str, kind: Kind | None) -> str | None:
        """The key of the referent that the name stands for; None where none or several fit."""
        return self.keys.get((name, kind))

    def person(self, name: str) -> str | None:
        """The key of the one person of whom this is a name or the surname."""
        fits = [
            ref.key
            for ref in self.referents
            if ref.kind == "person" and any(one_person(name, form) for form in ref.names)
        ]
        return fits[0] if len(fits) == 1 else None

    def organisation(self, ending: str) -> str | None:
        """The key of the one organisation whose name ends in these words."""
        fits = [
            ref.key
            for ref in self.referents
            if ref.kind == "organisation"
            and any(folded(form).endswith(f" {folded(ending)}") for form in ref.names)
        ]
        return fits[0] if len(fits) == 1 else None

    def label(self, key: str) -> str:
        """The first name of a referent. Raises KeyError where there is none of that key."""
        place = key.partition(":")[2]
        if not place.isdecimal() or int(place) >= len(self.referents):
            raise KeyError(key)
        return self.referents[int(place)].names[0]


@dataclass(slots=True)
class _Group:
    kind: Kind
    forms: Counter[str] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)


def directory(printed: Iterable[Printed]) -> Directory:
    """The directory of every printed name with its kind, in the order of the text.

    A name without a kind is a lone word: the surname of the one person it fits, or nobody.
    """
    counts = Counter(printed)
    groups: list[_Group] = []
    places: dict[Printed, int] = {}
    # Full names first, so that a surname finds the person it belongs to.
    for name, kind in sorted(counts, key=lambda item: (item[1] is None, -len(item[0].split()))):
        found = _place(groups, name, kind)
        if found is not None:
            groups[found].forms[name] += counts[name, kind]
            places[name, kind] = found
    referents = tuple(_referent(group, i) for i, group in enumerate(groups))
    keys = {item: referents[index].key for item, index in places.items()}
    return Directory(referents=referents, keys=MappingProxyType(keys))


def _place(groups: list[_Group], name: str, kind: Kind | None) -> int | None:
    """The index of the group that the name joins or founds; None where it can do neither."""
    fits = _fitting(groups, name, kind)
    if len(fits) == 1 or (fits and kind not in ("person", None)):
        form = next(iter(groups[fits[0]].forms))
        groups[fits[0]].reasons.append(f"{name!r} fits {form!r}")
        return fits[0]
    if fits or kind is None:
        return None
    groups.append(_Group(kind=kind))
    return len(groups) - 1


def _fitting(groups: list[_Group], name: str, kind: Kind | None) -> list[int]:
    """The groups that the name fits best: to the letter, else misspelt, else by another part."""
    alike = [(i, group) for i, group in enumerate(groups) if group.kind == (kind or "person")]
    if kind not in ("person", None):
        return [i for i, group in alike if any(folded(name) == folded(f) for f in group.forms)]
    for fits in (_spelt, one_person, _by_part):
        if found := [i for i, group in alike if any(fits(name, form) for form in group.forms)]:
            return found
    return []


def _spelt(a: str, b: str) -> bool:
    """Whether the two may be one person's without a misspelt surname."""
    return parse(a).surname == parse(b).surname and one_person(a, b)


def _by_part(a: str, b: str) -> bool:
    """Whether the one word of ``a`` is a given name, or the first of two surnames, in ``b``."""
    word = tokens(a)
    whole = [fold(part, lenient=True) for part in tokens(b)[:-1]]
    return len(word) == 1 and len(word[0]) >= 3 and fold(word[0], lenient=True) in whole


def _referent(group: _Group, index: int) -> Referent:
    return Referent(
        key=f"{group.kind}:{index}",
        kind=group.kind,
        names=tuple(sorted(group.forms, key=lambda form: _rank(form, group.forms))),
        reasons=tuple(group.reasons),
    )


def _rank(form: str, forms: Counter[str]) -> tuple[bool, int, int, str]:
    """Full names first, then the most frequent, the longest."""
    return (len(form.split()) < 2, -forms[form], -len(form), form)


def one_person(a: str, b: str) -> bool:
    """Whether two names in one document may be one person's.

    Their surnames are one or misspelt, neither their given nor their fathers' names apart.

    >>> one_person("Salayav", "Zamin Salayev")
    True
    >>> one_person("Ilgar Mammadov", "Hilal Mammadov")
    False
    """
    one, other = parse(a), parse(b)
    same = one.surname == other.surname or _misspelt(a, b)
    if not same or contradict(one, other):
        return False
    short, long = sorted((one.given, other.given), key=len)
    return short == long or not short or (len(short) >= 4 and long.endswith(short))


def _misspelt(a: str, b: str) -> bool:
    """Whether the last words are one letter apart, in six letters or more.

    An "a" at the end is no misspelling: it makes a woman's surname of a man's.
    """
    if not tokens(a) or not tokens(b):
        return False
    one, other = sorted((tokens(a)[-1], tokens(b)[-1]), key=len)
    if len(one) < 6 or other == f"{one}a":
        return False
    pairs = ((one, other), (fold(one, lenient=True), fold(other, lenient=True)))
    return any(DamerauLevenshtein.distance(*pair, score_cutoff=1) <= 1 for pair in pairs)
