"""The words that evoke the claim types of a language, indexed by what a sentence shows first.

Made once a language from the frames of the ontology and of the language's own pack.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from extract.languages import pack
from extract.languages.frames import frames
from ontology import ClaimType, Frame


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of which one must, or may not, stand near: lemmas, phrases, endings of compounds."""

    words: frozenset[str]
    phrases: tuple[str, ...]
    endings: tuple[str, ...]

    def stands(self, near: Near) -> bool:
        """Whether one of them is there."""
        return (
            not self.words.isdisjoint(near.lemmas)
            or any(f" {phrase} " in near.text for phrase in self.phrases)
            or (bool(self.endings) and any(x.endswith(self.endings) for x in near.lemmas))
        )


@dataclass(frozen=True, slots=True)
class Near:
    """What stands near a token: base forms, words between spaces, and what is over its clause."""

    lemmas: frozenset[str]
    text: str
    over: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A trigger of a frame; ``order`` counts those of the language."""

    words: tuple[str, ...]
    type: ClaimType
    frame: Frame
    requires: Wording
    excludes: Wording
    order: int = 0


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a word; ``following`` are the second words of those that have more."""

    every: tuple[Entry, ...]
    single: tuple[Entry, ...]
    following: frozenset[str]


@dataclass(frozen=True, slots=True)
class Split:
    """A separable verb without its particle ("houden" of "aanhouden")."""

    particle: str
    entry: Entry


_Words = Mapping[str, tuple[Entry, ...]]


@cache
def separable(language: str) -> Mapping[str, tuple[Split, ...]]:
    """The separable verbs among the triggers, by what is left when the particle is set apart."""
    found: defaultdict[str, list[Split]] = defaultdict(list)
    for kind, frame in frames(language):
        for trigger in frame.triggers if frame.pos == "verb" else ():
            for particle in pack(language).lexicon.get("separable", {}):
                verb = trigger.removeprefix(particle)
                if verb != trigger and len(verb) > 3 and " " not in trigger:
                    found[verb].append(Split(particle, _entry((trigger,), kind, frame)))
            verb, _, particle = trigger.partition(" ")
            if particle in pack(language).words("verbs", "particles"):
                found[verb].append(Split(particle, _entry((verb, particle), kind, frame)))
    return {verb: tuple(splits) for verb, splits in found.items()}


@cache
def _index(language: str) -> tuple[_Words, _Words]:
    """Triggers by their first word, and those of compounds by the ending that they name."""
    by_word: defaultdict[str, list[Entry]] = defaultdict(list)
    by_ending: defaultdict[str, list[Entry]] = defaultdict(list)
    order = count()
    for kind, frame in frames(language):
        for trigger in frame.triggers:
            entry = _entry(tuple(trigger.split()), kind, frame, next(order))
            if trigger.startswith("*"):
                by_ending[trigger[1:]].append(entry)
            else:
                by_word[entry.words[0]].append(entry)
    return _frozen(by_word), _frozen(by_ending)


def _frozen(entries: Mapping[str, list[Entry]]) -> _Words:
    return {key: tuple(found) for key, found in entries.items()}


def _entry(words: tuple[str, ...], kind: ClaimType, frame: Frame, order: int = 0) -> Entry:
    return Entry(words, kind, frame, _wording(frame.requires), _wording(frame.excludes), order)


@cache
def _wording(listed: tuple[str, ...]) -> Wording:
    endings = tuple(word[1:] for word in listed if word.startswith("*"))
    plain = [word for word in listed if not word.startswith("*")]
    words = frozenset(word for word in plain if " " not in word)
    return Wording(words, tuple(word for word in plain if " " in word), endings)


@lru_cache(maxsize=1 << 16)
def entries(language: str, lemmas: frozenset[str]) -> Entries:
    """The entries whose first word is one of the lemmas, or whose ending one of them has."""
    by_word, by_ending = _index(language)
    whole = (entry for lemma in sorted(lemmas) for entry in by_word.get(lemma, ()))
    longest = max(map(len, by_ending), default=0)
    endings = {lemma[-n:] for lemma in lemmas for n in range(1, longest + 1)} & by_ending.keys()
    ended = (entry for ending in endings for entry in by_ending[ending])
    every = (*whole, *sorted(ended, key=lambda entry: entry.order))
    return Entries(
        every,
        tuple(entry for entry in every if len(entry.words) == 1),
        frozenset(entry.words[1] for entry in every if len(entry.words) > 1),
    )
