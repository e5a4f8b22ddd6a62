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

from extract.mentions.folding import fold, near
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
            if ref.kind == "person" and any(_one(name, form) for form in ref.names)
        ]
        return fits[0] if len(fits) == 1 else None

    def organisation(self, ending: str) -> str | None:
        """The key of the one organisation whose name ends in these words."""
        fits = [
            ref.key
            for ref in self.referents
            if ref.kind == "organisation"
            and any(fold(form).endswith(" " + fold(ending)) for form in ref.names)
        ]
        return fits[0] if len(fits) == 1 else None

    def label(self, key: str) -> str:
        """The first name of a referent. Raises KeyError where there is none of that key."""
        for ref in self.referents:
            if ref.key == key:
                return ref.names[0]
        raise KeyError(key)


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
    fits = [i for i, group in enumerate(groups) if _joins(name, kind, group)]
    if len(fits) == 1 or (fits and kind not in ("person", None)):
        form = next(iter(groups[fits[0]].forms))
        groups[fits[0]].reasons.append(f"{name!r} fits {form!r}")
        return fits[0]
    if fits or kind is None:
        return None
    groups.append(_Group(kind=kind))
    return len(groups) - 1


def _joins(name: str, kind: Kind | None, group: _Group) -> bool:
    if group.kind != (kind or "person"):
        return False
    if group.kind != "person":
        return any(fold(name) == fold(form) for form in group.forms)
    return any(_one(name, form) for form in group.forms)


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


def _one(a: str, b: str) -> bool:
    return one_person(fold(a).split(), fold(b).split())


def one_person(a: list[str], b: list[str]) -> bool:
    """Whether two folded names may be one person: surnames near, given names not apart.

    >>> one_person(["salayav"], ["zamin", "salayev"])
    True
    >>> one_person(["ilgar", "mammadov"], ["hilal", "mammadov"])
    False
    """
    if not a or not b or not near(a[-1], b[-1]):
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    short, long = sorted((a[0], b[0]), key=len)
    return near(short, long) or (len(short) >= 4 and long.endswith(short))
