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

from extract.mentions.alike import keys, one_person, part_of, spelt_alike
from extract.names import folded
from extract.values import Kind, Referent

__all__ = ["Directory", "Printed", "directory", "kind_of", "one_person", "phrase_key"]

Printed = tuple[str, Kind | None]


def kind_of(key: str) -> Kind:
    """The kind of a referent, which is the first part of its key."""
    return cast(Kind, key.partition(":")[0])


def phrase_key(text: str, kind: Kind) -> str:
    """The key of a group or document that has no name but these words."""
    return f"{kind}:{' '.join(text.split())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The referents of a document, and which of them each printed name stands for.

    ``unclear`` are the names that several people bear, with the keys of those people.
    """

    referents: tuple[Referent, ...]
    keys: Mapping[Printed, str]
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def key(self, name: str, kind: Kind | None) -> str | None:
        """The key of the referent that the name stands for; None where none or several fit."""
        return self.keys.get((name, kind))

    def person(self, name: str) -> str | None:
        """The key of the one person of whom this is a name or the surname; None for no name."""
        if not name:
            return None
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
        return self.names(key)[0]

    def names(self, key: str) -> tuple[str, ...]:
        """The names of a referent. Raises KeyError where there is none of that key."""
        place = key.partition(":")[2]
        if not place.isdecimal() or int(place) >= len(self.referents):
            raise KeyError(key)
        return self.referents[int(place)].names


@dataclass(slots=True)
class _Group:
    kind: Kind
    forms: Counter[str] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)


class _Index:
    """The groups by what two forms of one name share, so that few are compared."""

    def __init__(self) -> None:
        self._groups: dict[str, set[int]] = {}

    def add(self, name: str, kind: Kind, group: int) -> None:
        """Note that the group has this name."""
        for key in _shared(name, kind):
            self._groups.setdefault(key, set()).add(group)

    def near(self, name: str, kind: Kind | None) -> list[int]:
        """The groups that the name may join, in order."""
        found = (self._groups.get(key, set()) for key in _shared(name, kind or "person"))
        return sorted(set().union(*found))


def _shared(name: str, kind: Kind) -> Iterable[str]:
    return keys(name) if kind == "person" else (f"{kind}:{folded(name)}",)


def directory(printed: Iterable[Printed], same: Iterable[tuple[str, str]] = ()) -> Directory:
    """The directory of every printed name with its kind, in the order of the text.

    A name without a kind is a lone word: the surname of the one person it fits, or nobody.
    ``same`` are names that the document itself gives side by side for one person.
    """
    beside: dict[str, list[str]] = {}
    for one, other in same:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    counts = Counter(printed)
    groups: list[_Group] = []
    index = _Index()
    places: dict[Printed, int] = {}
    unclear: dict[str, list[int]] = {}
    # Full names first, so that a surname finds the person it belongs to.
    for name, kind in sorted(counts, key=lambda item: (item[1] is None, -len(item[0].split()))):
        given = [places[x, kind] for x in beside.get(name, ()) if (x, kind) in places]
        if given and kind == "person":
            groups[given[0]].reasons.append(f"{name!r} is given beside another name")
        found = given[0] if given and kind == "person" else _place(groups, index, name, kind)
        if found is not None:
            index.add(name, groups[found].kind, found)
            groups[found].forms[name] += counts[name, kind]
            places[name, kind] = found
        elif fits := _fitting(groups, index, name, kind):
            unclear[name] = fits
    referents = tuple(_referent(group, i) for i, group in enumerate(groups))
    placed = {item: referents[place].key for item, place in places.items()}
    several = {name: tuple(referents[i].key for i in fits) for name, fits in unclear.items()}
    return Directory(
        referents=referents, keys=MappingProxyType(placed), unclear=MappingProxyType(several)
    )


def _place(groups: list[_Group], index: _Index, name: str, kind: Kind | None) -> int | None:
    """The index of the group that the name joins or founds; None where it can do neither."""
    fits = _fitting(groups, index, name, kind)
    if len(fits) == 1 or (fits and kind not in ("person", None)):
        form = next(iter(groups[fits[0]].forms))
        groups[fits[0]].reasons.append(f"{name!r} fits {form!r}")
        return fits[0]
    if fits or kind is None:
        return None
    groups.append(_Group(kind=kind))
    return len(groups) - 1


def _fitting(groups: list[_Group], index: _Index, name: str, kind: Kind | None) -> list[int]:
    """The groups that the name fits best: to the letter, else misspelt, else by another part."""
    near = [i for i in index.near(name, kind) if groups[i].kind == (kind or "person")]
    if kind not in ("person", None):
        return near
    for fits in (spelt_alike, one_person, part_of):
        if found := [i for i in near if any(fits(name, form) for form in groups[i].forms)]:
            return found
    return []


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
