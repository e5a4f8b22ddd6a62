"""Who is who inside one document: full names, surnames and misspellings of one person.

A surname joins a full name only where exactly one full name fits; two that fit equally give
no link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.mentions.folding import fold, near
from extract.values import Kind, Referent


@dataclass(slots=True)
class _Group:
    kind: Kind
    forms: Counter[str] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)


class Directory:
    """The referents of a document, by printed name. Built once, then only asked."""

    def __init__(self, printed: Iterable[tuple[str, Kind]]) -> None:
        """From every printed name with its kind, in the order of the text, repeats included."""
        counts = Counter(printed)
        self._groups: list[_Group] = []
        self._of: dict[tuple[str, Kind], int] = {}
        order = sorted(counts, key=lambda item: -len(fold(item[0]).split()))
        for name, kind in order:
            self._place(name, kind, counts[name, kind])
        self.ambiguous: frozenset[str] = frozenset(
            name for name, kind in counts if self._of.get((name, kind)) is None
        )

    def key(self, name: str, kind: Kind) -> str | None:
        """The key of the referent that the name stands for; None where two fit."""
        index = self._of.get((name, kind))
        return None if index is None else f"{self._groups[index].kind}:{index}"

    def person(self, word: str) -> str | None:
        """The key of the one person of whom this lone word is the surname or whole name."""
        fits = [i for i, g in enumerate(self._groups) if g.kind == "person" and _fits(word, g)]
        return f"person:{fits[0]}" if len(fits) == 1 else None

    def organisation(self, ending: str) -> str | None:
        """The key of the one organisation whose name ends in these words."""
        fits = [
            i
            for i, g in enumerate(self._groups)
            if g.kind == "organisation"
            and any(fold(form).endswith(" " + fold(ending)) for form in g.forms)
        ]
        return f"organisation:{fits[0]}" if len(fits) == 1 else None

    def phrase(self, text: str, kind: Kind) -> str:
        """The key of a group or document that has no name but these words; made if new."""
        words = " ".join(text.split())
        if (words, kind) not in self._of:
            self._of[words, kind] = len(self._groups)
            self._groups.append(_Group(kind=kind, forms=Counter({words: 1})))
        return f"{kind}:{self._of[words, kind]}"

    def label(self, key: str) -> str:
        """The fullest and most frequent printed name of a referent."""
        forms = self._groups[int(key.partition(":")[2])].forms
        return min(forms, key=lambda form: _rank(form, forms))

    def add_form(self, key: str, form: str, reason: str) -> None:
        """Records one more printed form of a referent, and why it is one."""
        group = self._groups[int(key.partition(":")[2])]
        if form not in group.forms and reason not in group.reasons:
            group.reasons.append(reason)
        group.forms[form] += 1

    def referents(self) -> tuple[Referent, ...]:
        """All referents, each with its names, the fullest and most frequent first."""
        return tuple(
            Referent(
                key=f"{group.kind}:{i}",
                kind=group.kind,
                names=tuple(sorted(group.forms, key=lambda form: _rank(form, group.forms))),
                reasons=tuple(group.reasons),
            )
            for i, group in enumerate(self._groups)
        )

    def _place(self, name: str, kind: Kind, count: int) -> None:
        fits = [i for i, g in enumerate(self._groups) if g.kind == kind and _same(name, g)]
        if len(fits) > 1 and kind == "person" and len(fold(name).split()) == 1:
            return
        if fits:
            index = fits[0]
            group = self._groups[index]
            group.reasons.append(f"{name!r} fits {next(iter(group.forms))!r}")
        else:
            index = len(self._groups)
            self._groups.append(_Group(kind=kind))
        self._groups[index].forms[name] += count
        self._of[name, kind] = index


def _rank(form: str, forms: Counter[str]) -> tuple[bool, int, int, str]:
    return (len(form.split()) < 2, -forms[form], -len(form), form)


def _same(name: str, group: _Group) -> bool:
    if group.kind != "person":
        return any(fold(name) == fold(form) for form in group.forms)
    return _fits(name, group)


def _fits(name: str, group: _Group) -> bool:
    return any(one_person(fold(name).split(), fold(form).split()) for form in group.forms)


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
