"""Nouns for people: whom each describes, and whose relative it makes them."""

from __future__ import annotations

from dataclasses import replace

from extract.mentions import descriptions, kinship
from extract.mentions.descriptions import Phrase
from extract.mentions.grammar import lower
from extract.mentions.named import note_relation
from extract.mentions.people import Person
from extract.mentions.reading import Reading
from extract.mentions.reference import Reference
from extract.mentions.words import Word, listed, words


def is_noun(reading: Reading, i: int) -> bool:
    """Whether it is a noun here: no verb, and "old" only in "34-year-old"."""
    article = listed(reading.language, lower(reading.sentence, i - 1), "people", "definite")
    token = reading.sentence.tokens[i]
    if token.pos in ("VERB", "AUX") and not article:
        return False
    if token.dep == "compound" and reading.sentence.tokens[token.head].pos == "NOUN":
        return words(reading.language.tag)[lower(reading.sentence, token.head)] is not None
    suffix = listed(reading.language, lower(reading.sentence, i), "people", "suffixes")
    return not suffix or lower(reading.sentence, i - 1) == "-"


def note_noun(reading: Reading, i: int, word: Word) -> int:
    """Note whom the noun at ``i`` describes, by name or by what is known of them; where it ends."""
    phrase = descriptions.phrase(reading.sentence, i, word, reading.language)
    named = kinship.named_after(reading.sentence, i, reading.named, reading.language)
    if word.kin and named is not None and named.referent is not None:
        _kin_before(reading, phrase, reading.known(named.referent))
    if word.role and not phrase.possessed and named is None:
        phrase = replace(phrase, owned=False)  # "the leader of the party" is nobody's
    ref = descriptions.apposed(reading.sentence, phrase, reading.named, reading.language)
    if ref is not None and ref.referent is not None:
        beside = phrase.noun + 1 < ref.begin and ref.cue is not None
        _apposed(reading, phrase, reading.known(ref.referent), says=word.role or not beside)
    else:
        _described(reading, phrase)
    return i + 1


def _apposed(reading: Reading, phrase: Phrase, person: Person, *, says: bool) -> None:
    if says:
        after = person.key is not None and phrase.indefinite and not phrase.possessed
        reading.called(person, phrase.noun, introduced=after)
        note_relation(reading, person, phrase.noun)
    first, end = phrase.first, phrase.noun + 1
    reading.others.append(reading.reference(first, end, "apposition", person, ""))


def _described(reading: Reading, phrase: Phrase) -> None:
    """Note whom the phrase describes, or that it speaks of somebody unnamed."""
    first, end = phrase.first, phrase.noun + 1
    memory, language = reading.memory, reading.language
    person, reason = descriptions.described(phrase, reading.sentence, memory, language)
    if person is None and phrase.possessed:
        person = _kin(reading, phrase.noun)
    if person is not None:
        reading.called(person, phrase.noun)
        reading.mention(person, first, end)
    else:
        _somebody(reading, phrase)
    if person is not None or reason:
        reading.found.append(reading.reference(first, end, "description", person, reason))
    elif phrase.word.unnamed:
        reading.found.append(_unnamed(reading, phrase.noun))


def _somebody(reading: Reading, phrase: Phrase) -> None:
    """Note somebody who has no name, and whose relative they are."""
    competes = descriptions.competes(phrase, reading.sentence, reading.language)
    word = phrase.word
    unnamed = Person(gender=word.gender, aside=not word.role and not word.kin)
    whose = kinship.owner(reading.sentence, phrase.noun, reading.memory) if word.kin else None
    if whose is not None:
        kinship.relate(unnamed, whose, lower(reading.sentence, phrase.noun))
    reading.mention(unnamed, phrase.first, phrase.noun + 1, competes=competes)


def _kin_before(reading: Reading, phrase: Phrase, whose: Person) -> None:
    """Note the kinship of "X, the wife of Y"."""
    comma = lower(reading.sentence, phrase.first - 1) == ","
    before = next((r for r in reading.named if r.end == phrase.first - 1), None)
    if comma and before is not None and before.kind == "person" and before.referent:
        person = reading.known(before.referent)
        reading.called(person, phrase.noun)
        kinship.relate(person, whose, lower(reading.sentence, phrase.noun))


def _kin(reading: Reading, noun: int) -> Person | None:
    """The known relative whom "her husband" stands for."""
    whose = kinship.owner(reading.sentence, noun, reading.memory)
    if whose is None:
        return None
    form = lower(reading.sentence, noun)
    return kinship.relative(whose, form, reading.memory, reading.language)


def _unnamed(reading: Reading, i: int) -> Reference:
    """The noun as a name for whom the text is about, where it names nobody else."""
    return Reference(
        first=i, end=i + 1, text=reading.sentence.tokens[i].text, kind="person", form="unnamed",
        referent=reading.about, reason="" if reading.about else "nobody is named",
    )  # fmt: skip
