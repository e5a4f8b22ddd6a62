"""Nouns for one person: "the activist", "his lawyer", "X, a former mayor"."""

from __future__ import annotations

from dataclasses import dataclass

from extract.languages import Pack
from extract.mentions.grammar import governed, lower, predicate
from extract.mentions.people import Memory, Person, each
from extract.mentions.reference import Reference
from extract.mentions.words import Word, listed
from extract.sentences import Sentence

_REACH = 4  # words between an article and its noun
GENITIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The noun phrase whose noun is token ``noun``; it begins at token ``first``.

    ``owned``: it is somebody's ("his lawyer", "the lawyer of X"); ``possessed``: by a word
    before it.
    """

    first: int
    noun: int
    word: Word
    definite: bool
    indefinite: bool
    owned: bool
    possessed: bool


def phrase(sentence: Sentence, noun: int, word: Word, language: Pack) -> Phrase:
    """The noun phrase round a noun for a person."""
    first, determiner = _first(sentence, noun, language)
    own = language.words("pronouns", "possessive")
    own |= language.words("pronouns", "speaker_possessive")
    possessive = determiner in own or (
        determiner in GENITIVES or listed(language, determiner, "people", "plurals")
    )
    joining = language.words("clauses", "case_of") & {"van", "of"}
    return Phrase(
        first=first,
        noun=noun,
        word=word,
        definite=listed(language, determiner, "people", "definite")
        or (word.bare and not determiner),
        indefinite=listed(language, determiner, "people", "indefinite"),
        possessed=possessive,
        owned=possessive or lower(sentence, noun + 1) in joining,
    )


def _first(sentence: Sentence, noun: int, language: Pack) -> tuple[int, str]:
    """Where the phrase begins, and its determiner, "" where it has none."""
    determiners = language.words("clauses", "determiners")
    reach = _REACH + 4 * (lower(sentence, noun - 1) == "-")
    for i in range(noun - 1, max(-1, noun - 1 - reach), -1):
        form = lower(sentence, i)
        if form in determiners or form in GENITIVES:
            return i, form
        if listed(language, form, "people", "indefinite"):
            return i, form
        token = sentence.tokens[i]
        if token.text == "-":
            continue  # "34-year-old" in pieces
        if not token.word or form in language.words("clauses", "prepositions"):
            break
        verb = token.pos in ("VERB", "AUX") and token.dep != "amod"
        if verb or form in language.words("clauses", "auxiliaries"):
            break
    return _adjectives(sentence, noun), ""


def _adjectives(sentence: Sentence, noun: int) -> int:
    """Where a noun without a determiner begins: a capital or the sentence opens it."""
    if noun and (noun == 1 or not sentence.tokens[noun - 2].word):
        return noun - 1 if sentence.tokens[noun - 1].word else noun
    return noun


def apposed(
    sentence: Sentence, found: Phrase, named: tuple[Reference, ...], language: Pack
) -> Reference | None:
    """The name to which the noun phrase stands in apposition, or None."""
    for ref in named:
        if ref.kind != "person" or ref.referent is None:
            continue
        if ref.cue == found.noun or ref.begin == found.noun + 1:
            return ref
        if _after_comma(sentence, found, ref, named, language):
            return ref
        if _before_name(sentence, found, ref) or _coordinated(sentence, found, ref, language):
            return ref
    return None


def _coordinated(sentence: Sentence, found: Phrase, ref: Reference, language: Pack) -> bool:
    """ "The writer and former mayor X": two nouns under one article for the one named."""
    between = sentence.tokens[found.noun + 1 : ref.begin]
    if ref.cue is None or not 1 <= len(between) <= 4:
        return False
    joined = between[0].lower in language.words("clauses", "conjunctions")
    determiners = language.words("clauses", "determiners")
    return joined and all(token.word and token.lower not in determiners for token in between)


def _after_comma(
    sentence: Sentence,
    found: Phrase,
    ref: Reference,
    named: tuple[Reference, ...],
    language: Pack,
) -> bool:
    """ "X, a former mayor, ...": the phrase right after the name and a comma."""
    after = ref.end == found.first - 1 and lower(sentence, ref.end) == ","
    owners = {other.first for other in named if other.kind == "person"}
    whose = owners & {found.noun + 2, found.noun + 3}
    owned = found.owned and (found.possessed or bool(whose))
    return after and not owned and _closed(sentence, found, language)


def _closed(sentence: Sentence, found: Phrase, language: Pack) -> bool:
    """Whether a comma or the sentence's end follows the phrase, its "of" and "in" included."""
    joins = language.words("clauses", "conjunctions")
    for i in range(found.noun + 1, min(len(sentence.tokens), found.noun + 8)):
        if lower(sentence, i) in joins:
            return False
        if not sentence.tokens[i].word:
            return True
    return False


def _before_name(sentence: Sentence, found: Phrase, ref: Reference) -> bool:
    """ "The editor, X, ...", "his friend, THE POET X, ...": the name after the phrase and a comma.

    A comma comes after it as well.
    """
    end = found.noun + 1
    while lower(sentence, end) == "-":
        end += 2  # "editor-in-chief"
    between = sentence.tokens[end + 1 : ref.begin]
    plain = len(between) <= 3 and all(token.text.islower() for token in between)
    apposed = lower(sentence, end) == "," and ref.begin > end and plain
    determined = found.definite or found.possessed or found.indefinite
    closed = lower(sentence, ref.end) in (",", ")")
    last = found.possessed and lower(sentence, ref.end) in (".", ";", ":", "")
    return apposed and determined and (closed or last)


def described(
    found: Phrase, sentence: Sentence, memory: Memory, language: Pack
) -> tuple[Person | None, str]:
    """Whom a definite description stands for, and why nobody where it is None."""
    if found.owned or not found.definite:
        return None, ""
    noun = lower(sentence, found.noun)
    part = lower(sentence, found.noun + 1) == "-"  # of a longer word: "editor-in-chief"
    if not part and (person := _topic(found, noun, memory)) is not None:
        return person, ""
    known = [person for person in memory.people.values() if _called(person, noun)]
    if len(known) > 1:
        near = _near(found, memory)
        known = [person for person in near if _called(person, noun)]
    if len(known) == 1:
        return (known[0], "") if known[0].may_be(found.word.gender) else (None, "")
    if known:
        return None, "several fit"
    if not found.word.role:
        return None, ""
    return _anyone(found, memory)


def _topic(found: Phrase, noun: str, memory: Memory) -> Person | None:
    """The person of the record, whom any noun for those of whom documents tell may mean.

    Not where the last sentence was of another who was called so.
    """
    topic = memory.topic
    if topic is None or not found.word.role or not topic.may_be(found.word.gender):
        return None
    near = _near(found, memory)
    others = [person for person in near if person is not topic and _called(person, noun)]
    return None if others and topic not in near else topic


def _called(person: Person, noun: str) -> bool:
    """Whether the noun was used of the person, or ends as one of a list does ("*advocaat")."""
    if noun in person.roles:
        return True
    return any(role[0] == "*" and noun.endswith(role[1:]) for role in person.roles)


def _anyone(found: Phrase, memory: Memory) -> tuple[Person | None, str]:
    """The one recent person whom the noun may describe, though nobody was called it yet."""
    near = [p for p in _near(found, memory) if p.key and not p.aside]
    fits = [p for p in near if p.may_be(found.word.gender)]
    if len(fits) > 1:
        fits = [p for p in fits if not p.roles] or fits
    if len(fits) == 1:
        return fits[0], ""
    return None, "several fit" if fits else ""


def _near(found: Phrase, memory: Memory) -> list[Person]:
    before = [m.person for m in memory.before(found.first)]
    return list(each((*before, *memory.recent)))


def competes(found: Phrase, sentence: Sentence, language: Pack) -> bool:
    """Whether a later pronoun may mean the unnamed person of the phrase.

    Not one whom a preposition governs, relatives apart, nor somebody's own lawyer, nor what
    somebody is said to be, nor a noun without an article.
    """
    following = sentence.tokens[found.noun + 1 : found.noun + 2]
    named = bool(following) and following[0].capital  # by a name that was not recognised
    determined = found.definite or found.indefinite or found.owned or named
    if not determined or predicate(sentence, found.first, language):
        return False
    if found.word.kin:
        return True
    if found.word.deputy and found.owned:
        return False
    return governed(sentence, found.first, language) is None
