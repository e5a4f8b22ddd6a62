"""Reads a sentence from left to right and says of each word whom it stands for."""

from __future__ import annotations

from extract.languages import Pack
from extract.mentions import plurals, pronouns, relatives, speakers
from extract.mentions.grammar import begins_clause, is_verb, lower, plural_subject
from extract.mentions.groups import note_cohort, note_counted, note_crowd, note_ordered, note_plural
from extract.mentions.named import apart, note_name
from extract.mentions.nouns import is_noun, note_noun
from extract.mentions.people import Memory, Person
from extract.mentions.reading import Reading
from extract.mentions.reference import Reference
from extract.mentions.referents import Directory
from extract.mentions.words import Word, listed, words
from extract.sentences import Sentence

References = tuple[Reference, ...]


def read(
    sentence: Sentence,
    named: References,
    memory: Memory,
    referents: Directory,
    language: Pack,
    about: str | None,
) -> tuple[References, References]:
    """The references of the sentence, and those beside them; ``memory`` goes on with it.

    ``named`` are its names, in order; ``about`` is whom an unnamed person stands for.
    """
    reading = Reading(sentence, named, memory, referents, language, about)
    _run(reading)
    found = sorted(reading.found, key=lambda ref: ref.first)
    others = sorted(reading.others, key=lambda ref: ref.first)
    return tuple(found), tuple(others)


def _run(reading: Reading) -> None:
    """Read each word once; what a name or a plural makes one with is passed over."""
    table = words(reading.language.tag)
    reading.named = apart(reading)
    starts = {ref.first: ref for ref in reading.named}
    end = 0
    for i, token in enumerate(reading.sentence.tokens):
        if i in starts:
            end = note_name(reading, starts[i])
        elif i < end:
            continue
        elif (word := table[token.lower]) is not None:
            end = max(end, _word(reading, i, word))
    _close(reading)


def _close(reading: Reading) -> None:
    """Hand on what the next sentence may ask: who were named as one, whether there were more."""
    memory, language = reading.memory, reading.language
    if memory.here:
        mentions = [m for m in memory.here if not m.person.unknown]
        found = plurals.groups(mentions, reading.sentence, language)
        if found or len(memory.here) > 1:
            memory.group = found[-1] if len(found) == 1 else ()
        memory.crowded = bool(memory.crowds)
    else:
        memory.crowded |= bool(memory.crowds)
    memory.close()


def _word(reading: Reading, i: int, word: Word) -> int:
    """Read the pronoun or noun at ``i``; the end of what it makes one with."""
    if reading.memory.cohort and plurals.of_cohort(reading.sentence, i, reading.language):
        note_cohort(reading, i)
        return i + 1
    if word.kind == "noun":
        return note_noun(reading, i, word) if is_noun(reading, i) else i + 1
    if word.kind == "counted":
        return note_counted(reading, i)
    if word.kind == "quote":
        _quote(reading, i)
    elif word.kind == "speaker":
        _speaker(reading, i)
    elif word.kind == "body":
        if begins_clause(reading.sentence, i - 1, reading.language) and reading.bare(i):
            reading.memory.bodies.append(i)
    elif word.kind == "crowd":
        note_crowd(reading, i)
    elif word.kind == "relative":
        meant = relatives.antecedent(reading.sentence, i, reading.memory, reading.language)
        reading.beside(i, "relative", meant)
    elif word.kind == "reflexive":
        reading.beside(i, "reflexive", relatives.reflexive(reading.sentence, i, reading.memory))
    elif word.kind in ("first", "last"):
        note_ordered(reading, i, word.kind == "last")
    else:
        _pronoun(reading, i, word)
    return i + 1


def _quote(reading: Reading, i: int) -> None:
    """Open or close a quotation; one that goes on at a sentence's start keeps its speaker."""
    memory = reading.memory
    memory.quoting = speakers.quoted(reading.sentence.tokens[i].text, memory.quoting)
    if memory.quoting:
        key = speakers.speaker(reading.sentence, i, reading.named, reading.language)
        if key is not None:
            memory.speaker = reading.known(key)
        elif i:
            memory.speaker = None


def _speaker(reading: Reading, i: int) -> None:
    """Note whom "I" stands for: who is quoted, else whose voice the section has."""
    person = reading.memory.speaker if reading.memory.quoting else reading.memory.voice
    reading.beside(i, "speaker", person)


def _pronoun(reading: Reading, i: int, word: Word) -> None:
    """Note whom the pronoun at ``i`` stands for, or why that is unclear."""
    sentence, memory, language = reading.sentence, reading.memory, reading.language
    if is_verb(sentence, i, language):
        return
    if word.plural and (word.kind == "plural" or plural_subject(sentence, i, language)):
        note_plural(reading, i, i + 1, 2 if _paired(reading, i) else None)
        return
    form = pronouns.form_of(sentence, i, word, language)
    if not form or pronouns.generic(sentence, i, language):
        return
    person, reason = pronouns.meant(sentence, i, word, form, memory, language)
    if person is None and not memory.here and not memory.recent:
        person = _ahead(reading, i, word)
    why = reason if person is None else ""
    reading.found.append(reading.reference(i, i + 1, form, person, why))
    if person is None:
        person = Person(gender=word.gender, unknown=True)
    elif not person.gender:
        person.gender = word.gender
    reading.mention(person, i, i + 1, own=form != "possessive")


def _paired(reading: Reading, i: int) -> bool:
    """Whether the plural speaks of two: "them BOTH", "NEITHER of them"."""
    both = listed(reading.language, lower(reading.sentence, i + 1), "people", "both")
    of_two = lower(reading.sentence, i - 2)
    return both or listed(reading.language, of_two, "people", "of_two")


def _ahead(reading: Reading, i: int, word: Word) -> Person | None:
    """The one person named after the pronoun, where it stands in what goes before the clause.

    "Before HE was taken away, X gave ..."
    """
    before = [("clauses", "prepositions"), ("clauses", "openers")]
    if not any(lower(reading.sentence, 0) in reading.language.words(*path) for path in before):
        return None
    keys = {ref.referent for ref in reading.named if ref.kind == "person" and ref.first > i}
    key = keys.pop() if len(keys) == 1 else None
    person = reading.known(key) if key else None
    return person if person is not None and person.may_be(word.gender) else None
