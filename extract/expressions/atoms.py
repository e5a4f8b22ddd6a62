"""A text as a row of atoms: its words, figures and marks by what they say of time.

It reads the text and not a tokenizer's tokens, so that "3-4-'21", "mid-2014" and
"eight-and-a-half-year" are one thing under every pipeline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.expressions.figures import figure
from extract.expressions.kinds import KINDS, kinds
from extract.expressions.vocabulary import Entry, Vocabulary, fold, names_of_all, vocabulary

_MARKS = r"\s,—;:()\[\]\"“”„«»!?…"
_CHUNK = re.compile(rf"[^{_MARKS}]+(?:[,:][^{_MARKS}]+)*|\S")
_PARTS = re.compile(r"[-–—/]|[^-–—/]+")
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_IN_FIGURES = re.compile(r"\d(?<!\d\d)\d?([-./])\d{1,2}\1['’]?\d\d|\d{4}-\d\d-\d\d")
_QUOTES = "\"'“”„«»‘’"
_NAMES = kinds("MONTH SHORT_MONTH WEEKDAY SHORT_WEEKDAY")
_SHORT = kinds("SHORT_MONTH SHORT_WEEKDAY PASSED COMING")
_FIGURES = kinds("DAY FIGURE YEAR DATE DAYS YEARS FRACTION JUNK")
_SINGLE = {
    **dict.fromkeys("-–—", Entry(KINDS["DASH"])),
    **dict.fromkeys(_QUOTES, Entry(KINDS["QUOTE"])),
    ",": Entry(KINDS["COMMA"]),
}
_OTHER, _STOP = Entry(KINDS["OTHER"]), Entry(KINDS["STOP"])
_NUMERAL = Entry(KINDS["NUMERAL"])


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or mark ``[start, end)`` of the text and what it says."""

    text: str
    start: int
    end: int
    kind: str
    value: int | float | str | tuple[int, ...] = 0

    @property
    def number(self) -> int:
        """Its value where that is a whole number, else 0."""
        return self.value if isinstance(self.value, int) else 0

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Reading:
    """The atoms of a text; ``kinds`` has one character for each."""

    atoms: tuple[Atom, ...]
    kinds: str

    def kind(self, i: int) -> str:
        """The kind of atom ``i``, "" outside the text."""
        return self.kinds[i] if 0 <= i < len(self.kinds) else ""

    def capital(self, i: int) -> bool:
        """Whether there is an atom ``i`` that begins with a capital letter."""
        return 0 <= i < len(self.atoms) and self.atoms[i].capital


@lru_cache(maxsize=256)
def time_read(text: str, tag: str) -> Reading | None:
    """The atoms of a text in that language; None where it says nothing of time.

    Without a figure, or a word such as a month or a unit, there is no date or duration.
    """
    if not _FIGURE.search(text) and vocabulary(tag).triggers.isdisjoint(_WORDS.findall(fold(text))):
        return None
    return reading(text, vocabulary(tag))


def full_dates_read(text: str) -> Reading | None:
    """The months and figures of a text in any language; None where no day or month can be in it.

    That takes a figure, and the name of a month or a date all in figures.
    """
    names = names_of_all()
    if not _FIGURE.search(text) or (
        names.triggers.isdisjoint(_WORDS.findall(fold(text))) and not _IN_FIGURES.search(text)
    ):
        return None
    return reading(text, names)


def reading(text: str, words: Vocabulary) -> Reading:
    """The atoms of a text by that vocabulary."""
    atoms = tuple(_numbered(_joined([*_atoms(text, words)], words)))
    return Reading(atoms=atoms, kinds="".join(atom.kind for atom in atoms))


def _atoms(text: str, words: Vocabulary) -> Iterator[Atom]:
    for match in _CHUNK.finditer(text):
        chunk, start = match.group(), match.start()
        entry = words.entries.get(fold(chunk))
        if entry is None and chunk.isalpha():
            entry = _OTHER
        if entry is not None and _proper(chunk, entry, words):
            yield Atom(chunk, start, start + len(chunk), entry.kind, entry.value)
        elif entry is not None:
            yield Atom(chunk, start, start + len(chunk), _OTHER.kind)
        else:
            yield from _taken_apart(chunk, start, words)


def _proper(word: str, entry: Entry, words: Vocabulary) -> bool:
    """Whether a month's name has the capital that the language writes: "May" is one, "may" not."""
    return not words.proper or word[0].isupper() or entry.kind not in _NAMES


def _taken_apart(chunk: str, start: int, words: Vocabulary) -> Iterator[Atom]:
    """Quotes and a full stop cut off; a full stop belongs to a short form."""
    inner = chunk.lstrip("‘'’") if not re.match(r"['’]\d\d\b", chunk) else chunk
    if cut := len(chunk) - len(inner):
        yield Atom(chunk[:cut], start, start + cut, _SINGLE["'"].kind)
    core = inner.rstrip(".'’") or inner[:1]
    rest, at = inner[len(core) :], start + cut
    known = [*_core(core, at, words)] if inner else []
    if known and rest[:1] == "." and known[-1].kind in _SHORT:
        last = known.pop()
        known.append(Atom(last.text + ".", last.start, last.end + 1, last.kind, last.value))
        rest = rest[1:]
    yield from known
    place = start + len(chunk)
    for offset, mark in enumerate(rest):
        kind = _SINGLE.get(mark, _STOP).kind
        yield Atom(mark, place - len(rest) + offset, place - len(rest) + offset + 1, kind)


def _core(core: str, start: int, words: Vocabulary) -> Iterator[Atom]:
    end = start + len(core)
    if stem := _stem(core, words):
        *before, last = _core(stem, start, words)
        yield from (*before, replace(last, end=end))
        return
    entry = words.entries.get(fold(core))
    if entry is None and core[-2:] in ("'s", "’s"):
        entry = words.entries.get(fold(core[:-2]))
    if entry is not None and _proper(core, entry, words):
        yield Atom(core, start, end, entry.kind, entry.value)
    elif len(core) == 1:
        yield Atom(core, start, end, *_one(core))
    elif any(char.isdecimal() for char in core) and (read := figure(core))[0] != "JUNK":
        yield Atom(core, start, end, KINDS[read[0]], read[1])
    else:
        yield from _hyphenated(core, start, words)


def _stem(core: str, words: Vocabulary) -> str:
    """The word or figure from which the language's apostrophe sets a suffix apart, or ""."""
    return next((core[: -len(end)] for end in words.suffixes if core.endswith(end)), "")


def _one(mark: str) -> tuple[str, int | float | tuple[int, ...]]:
    if mark.isdecimal():
        name, value = figure(mark)
        return KINDS[name], value
    return _SINGLE.get(mark, _OTHER if mark.isalpha() else _STOP).kind, 0


def _hyphenated(core: str, start: int, words: Vocabulary) -> Iterator[Atom]:
    """The parts of a word with hyphens, where each part says something; else one word."""
    parts = [(match.group(), match.start()) for match in _PARTS.finditer(core)]
    found = [_part(text, words) for text, _ in parts]
    if len(parts) < 2 or any(entry is None for entry in found):
        digits = any(char.isdecimal() for char in core)
        yield Atom(core, start, start + len(core), KINDS["JUNK" if digits else "OTHER"])
        return
    for (text, at), entry in zip(parts, found, strict=True):
        if entry is not None:
            yield Atom(text, start + at, start + at + len(text), entry[0], entry[1])


def _part(text: str, words: Vocabulary) -> tuple[str, int | float | str | tuple[int, ...]] | None:
    if text in "-–—/":
        return KINDS["DASH"], 0
    if entry := words.entries.get(fold(text)):
        return entry.kind, entry.value
    if unit := words.long.get(fold(text)):
        return KINDS["LONG"], unit
    if text.isdecimal():
        name, value = figure(text)
        return KINDS[name], value
    return None


def _joined(atoms: list[Atom], words: Vocabulary) -> Iterator[Atom]:
    """The atoms with phrases of more words made one."""
    i = 0
    while i < len(atoms):
        atom, length = _phrase(atoms, i, words)
        yield atom
        i += length


def _phrase(atoms: list[Atom], i: int, words: Vocabulary) -> tuple[Atom, int]:
    first = atoms[i]
    for rest, entry in words.phrases.get(fold(first.text), ()):
        following = atoms[i + 1 : i + 1 + len(rest)]
        if tuple(fold(atom.text) for atom in following) == rest:
            text = " ".join(atom.text for atom in (first, *following))
            return Atom(text, first.start, following[-1].end, entry.kind, entry.value), 1 + len(
                rest
            )
    return first, 1


def _numbered(atoms: Iterator[Atom]) -> Iterator[Atom]:
    """A figure that numbers something ("article 12", "room 2019") is no day or year."""
    before = ""
    for atom in atoms:
        if before == KINDS["NUMBERING"] and atom.kind in _FIGURES:
            atom = Atom(atom.text, atom.start, atom.end, _NUMERAL.kind)
        if atom.text != ".":  # "art. 12", "no. 7"
            before = atom.kind
        yield atom
