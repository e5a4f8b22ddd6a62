"""Whose relative somebody is: "his brother X", "X's wife, Y", "Y, the wife of X"."""

from __future__ import annotations

from extract.languages import Pack
from extract.mentions.grammar import lower
from extract.mentions.people import Memory, Person
from extract.mentions.reference import Reference
from extract.mentions.words import listed, words
from extract.sentences import Sentence

_ADJECTIVES = 3  # words between a possessive and its noun
_REACH = 6  # tokens between "the wife of" and the name


def owner(sentence: Sentence, noun: int, memory: Memory) -> Person | None:
    """Whose the noun is by the possessive or genitive before it; None where it has none."""
    before = [m for m in memory.here if not m.own and m.end <= noun]
    if not before or noun - before[-1].end > _ADJECTIVES:
        return None
    between = sentence.tokens[before[-1].end : noun]
    marks = ("-", "'s", "’s", "'", "’")
    near = all(token.word or token.text in marks for token in between)
    return before[-1].person if near else None


def named_after(
    sentence: Sentence, noun: int, named: tuple[Reference, ...], language: Pack
) -> Reference | None:
    """Whom the "of" phrase of the noun names: "the wife OF the blogger X"."""
    if lower(sentence, noun + 1) not in language.words("clauses", "case_of"):
        return None
    near = range(noun + 2, noun + 2 + _REACH)
    found = next((ref for ref in named if ref.kind == "person" and ref.begin in near), None)
    if found is None or any(not t.word for t in sentence.tokens[noun + 1 : found.begin]):
        return None
    return found


def relate(person: Person, whose: Person, noun: str) -> None:
    """Note that the person is the ``noun`` of ``whose``."""
    if person is not whose and all(other is not person for other, _ in whose.relatives):
        whose.relatives.append((person, noun))


def relative(whose: Person, noun: str, memory: Memory, language: Pack) -> Person | None:
    """The one known person who is the ``noun`` of ``whose``: so called, or the other spouse."""
    word = words(language.tag)[noun]
    found = [person for person, said in whose.relatives if said == noun]
    if not found and listed(language, noun, "people", "spouses"):
        found = [
            person
            for person, said in (*whose.relatives, *_inverse(whose, memory))
            if listed(language, said, "people", "spouses")
        ]
    fits = [person for person in found if word is None or person.may_be(word.gender)]
    return fits[0] if len(fits) == 1 else None


def _inverse(whose: Person, memory: Memory) -> list[tuple[Person, str]]:
    """Of whom somebody is said to be a relative, and which."""
    return [
        (person, said)
        for person in memory.people.values()
        for other, said in person.relatives
        if other is whose
    ]
