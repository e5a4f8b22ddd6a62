"""Notes several people by one word: crowds, and plurals that stand for those named before."""

from __future__ import annotations

from dataclasses import replace

from extract.mentions import plurals
from extract.mentions.grammar import lower, predicate
from extract.mentions.people import Person
from extract.mentions.reading import Reading
from extract.mentions.words import listed


def note_crowd(reading: Reading, i: int) -> None:
    """Note several unnamed people, unless it says what named ones are."""
    if people := plurals.called_alike(reading.sentence, i, reading.memory, reading.language):
        _group(reading, i - 1, i + 1, people)
        return
    if any(ref.cue == i or ref.first == i + 1 for ref in reading.named):
        return  # "the sisters X and Y"
    first = next((ref.begin for ref in reading.named if ref.begin > i), -1)
    if first != i + 2 and not predicate(reading.sentence, i, reading.language):
        reading.memory.crowds.append(i)


def note_cohort(reading: Reading, i: int) -> None:
    """Note the noun for all of whom the section tells: "the defendants"."""
    _group(reading, i - 1, i + 1, reading.memory.cohort)


def _group(reading: Reading, first: int, end: int, people: tuple[Person, ...]) -> None:
    """Note a plural that stands for the people."""
    keys = tuple(person.key for person in people if person.key)
    reading.memory.group, reading.memory.crowded, reading.memory.crowds = people, False, []
    ref = reading.reference(first, end, "subject", None, "")
    reading.found.append(replace(ref, members=keys))


def note_counted(reading: Reading, i: int) -> int:
    """Note the plural that may begin at ``i`` with its number, "the three"; where it ends."""
    counted = plurals.counted(reading.sentence, i, reading.language)
    if counted is None:
        everyone = listed(reading.language, lower(reading.sentence, i), "people", "all")
        if everyone and reading.sentence.tokens[i].dep.startswith("nsubj"):
            note_plural(reading, i, i + 1, None)  # "ALL are charged"
        return i + 1
    note_plural(reading, i, counted[1], counted[0])
    return counted[1]


def note_plural(reading: Reading, first: int, end: int, count: int | None) -> None:
    """Note the plural of tokens ``[first, end)``, of ``count`` people where that is said."""
    memory, language = reading.memory, reading.language
    people = plurals.several(reading.sentence, first, count, memory, language)
    if people:
        _group(reading, first, end, people)


def note_ordered(reading: Reading, i: int, last: bool) -> None:
    """Note whom "the former" or "the latter" at ``i`` stands for."""
    person = plurals.ordered(reading.sentence, i, last, reading.memory, reading.language)
    if person is not None and person.key:
        first = i - listed(reading.language, lower(reading.sentence, i - 1), "people", "definite")
        reading.found.append(reading.reference(first, i + 1, "description", person, ""))
        reading.mention(person, first, i + 1)
