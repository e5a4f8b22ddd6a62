"""Several people by one word: "zij", "beiden", "the three"; and one of two: "the latter"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.languages import Pack
from extract.mentions.grammar import actors, lower, plural_subject
from extract.mentions.people import Memory, Mention, Person, each
from extract.mentions.recognition import only_joins
from extract.mentions.words import listed, words
from extract.sentences import Sentence, Token

_APPOSED = 9  # tokens of an apposition between two names, its commas and "and" included


def group_before(sentence: Sentence, i: int, memory: Memory, language: Pack) -> tuple[Person, ...]:
    """The last people named as one in the sentence before token ``i``, else before it."""
    here = groups([m for m in memory.here if m.end <= i], sentence, language)
    return here[-1] if here else memory.group


def groups(
    mentions: Sequence[Mention], sentence: Sentence, language: Pack
) -> list[tuple[Person, ...]]:
    """The coordinations of two or more ("A, B en C") among the mentions."""
    found: list[list[Mention]] = []
    for mention in (mention for mention in mentions if mention.own):
        if found and _joined(found[-1][-1], mention, sentence, language):
            found[-1].append(mention)
        else:
            found.append([mention])
    sets = [tuple(each(m.person for m in group)) for group in found]
    return [people for people in sets if len(people) > 1]


def _joined(a: Mention, b: Mention, sentence: Sentence, language: Pack) -> bool:
    between = sentence.tokens[a.end : b.first]
    if between and only_joins(between, language):
        return True
    if _apposed(between, language):
        return True
    # "A en zijn broer B": what introduces the second
    joins = language.words("clauses", "conjunctions")
    intro = between[1:-1] if between and between[-1].text == "," else between[1:]
    return (
        0 < len(intro) <= 4
        and between[0].lower in joins
        and all(token.word and token.text.islower() for token in intro)
    )


def _apposed(between: Sequence[Token], language: Pack) -> bool:
    """Whether only an apposition and "and" stand between: "A, A LAWYER, and B"."""
    words = [token.lower for token in between]
    joins = language.words("clauses", "conjunctions")
    if not 4 <= len(words) <= _APPOSED or words[0] != "," or words[-1] not in joins:
        return False
    return words[-2] == "," and all(token.pos not in ("VERB", "AUX") for token in between)


def several(
    sentence: Sentence, i: int, count: int | None, memory: Memory, language: Pack
) -> tuple[Person, ...]:
    """The people for whom a plural at ``i`` stands; none where that is unclear."""
    group = group_before(sentence, i, memory, language)
    doing = _doing(sentence, i)
    crowds = [at for at in memory.crowds if at < i and at not in doing]
    if count is None and (memory.crowded or crowds):
        return ()  # others may be meant
    if count == 2 and (len(group) != 2 or any(person.key is None for person in group)):
        group = _couple(sentence, i, memory, language) or _last_two(memory) or group
    if count is not None and len(group) != count:
        group = _told(memory, count) or group
    if not group or any(person.key is None for person in group):
        return ()
    if count is not None and len(group) != count:
        return ()
    others = [
        m.person
        for m in memory.before(i)
        if m.person.key and not m.person.aside and not any(m.person is p for p in group)
    ]
    return () if others else group


def _doing(sentence: Sentence, i: int) -> frozenset[int]:
    """Who does it, where the plural at ``i`` has it done to them: "POLICE took them away"."""
    done_to = sentence.tokens[i].dep.startswith(("obj", "iobj"))
    return frozenset(actors(sentence, i) or ()) if done_to else frozenset()


def _told(memory: Memory, count: int) -> tuple[Person, ...]:
    """All of whom the section has told so far, where they are as many: "all THREE"."""
    told = tuple(p for p in memory.people.values() if p.key and p.told and not p.aside)
    return told if len(told) == count and not memory.crowded else ()


def _couple(sentence: Sentence, i: int, memory: Memory, language: Pack) -> tuple[Person, ...]:
    """The two whom the text calls each other's spouses, where it speaks of a couple."""
    if not any(listed(language, lower(sentence, at), "people", "couples") for at in (i, i + 1)):
        return ()
    pairs = [
        (whose, person)
        for whose in memory.people.values()
        for person, noun in whose.relatives
        if listed(language, noun, "people", "spouses") and person.key
    ]
    return pairs[0] if len(pairs) == 1 else ()


def _last_two(memory: Memory) -> tuple[Person, ...]:
    """The last two of whom the sentences before told; none where they are more.

    Officials count in the last sentence alone, and only where that makes two.
    """
    if len(memory.recent) == 2 and all(person.key for person in memory.recent):
        return memory.recent
    found: list[Person] = []
    for people in (memory.recent, *memory.older):
        told = (p for p in people if p.key and not p.aside)
        found = list(each((*found, *told)))
        if len(found) > 1:
            break
    return tuple(reversed(found)) if len(found) == 2 else ()


def counted(sentence: Sentence, i: int, language: Pack) -> tuple[int, int] | None:
    """The count and the end of "de vier", "the two men" at its first word ``i``, or None."""
    first = lower(sentence, i)
    if listed(language, first, "people", "both"):
        return 2, i + 1 + _crowd(sentence, i + 1, language)
    if listed(language, lower(sentence, i + 1), "people", "couples"):
        return 2, i + 2
    numbers = language.lexicon.get("numbers", {})
    count = numbers.get(lower(sentence, i + 1))
    if not isinstance(count, int) or not 2 <= count <= 20:
        return None
    if _crowd(sentence, i + 2, language):
        return count, i + 3
    return (count, i + 2) if _headless(sentence, i + 1, language) else None


def of_cohort(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether the noun at ``i`` stands for all whom a list tells of: "the defendants".

    Not for some of them ("most of the defendants", "the eleven defendants"), nor for one.
    """
    if not listed(language, lower(sentence, i), "people", "cohorts"):
        return False
    numbers = language.lexicon.get("numbers", {})
    if any(numbers.get(lower(sentence, at), 0) != 0 for at in range(i - 1)):
        return False  # "eight were freed, and THE DETAINEES ..."
    article = listed(language, lower(sentence, i - 1), "people", "definite")
    partial = lower(sentence, i - 2) in language.words("names", "genitives")
    whole = lower(sentence, i - 3) in language.words("people", "all")
    plural = "Number=Plur" in sentence.tokens[i].morph or plural_subject(sentence, i, language)
    return article and (whole or not partial) and bool(plural)


def called_alike(sentence: Sentence, i: int, memory: Memory, language: Pack) -> tuple[Person, ...]:
    """The last group, all of whom were called what the plural noun at ``i`` says."""
    if not listed(language, lower(sentence, i - 1), "people", "definite"):
        return ()
    bases = sentence.tokens[i].lemmas - {lower(sentence, i)}
    group = memory.group
    alike = all(person.key and bases & person.roles for person in group)
    return group if len(group) > 1 and alike and not memory.here else ()


def _crowd(sentence: Sentence, i: int, language: Pack) -> bool:
    word = words(language.tag)[lower(sentence, i)]
    return word is not None and word.kind == "crowd"


def _headless(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether no noun follows the numeral or ordinal at ``i``: a verb, a stop, a preposition."""
    if i + 1 >= len(sentence.tokens):
        return True
    token = sentence.tokens[i + 1]
    if token.pos:
        return token.pos not in ("NOUN", "ADJ", "PROPN", "NUM")
    paths = (("clauses", "prepositions"), ("clauses", "auxiliaries"), ("status", "negations"),
             ("clauses", "conjunctions"))  # fmt: skip
    if not token.word or any(token.lower in language.words(*path) for path in paths):
        return True
    bases = token.lemmas - {token.lower}
    endings = tuple(language.words("names", "participle_endings"))
    if endings:
        return bool(bases) and token.lower.endswith("ed")
    return any(base.endswith("n") for base in bases) and not token.lower.endswith("s")


def ordered(
    sentence: Sentence, i: int, last: bool, memory: Memory, language: Pack
) -> Person | None:
    """Whom "the former" or "the latter" at ``i`` stands for: one of two named before."""
    if not _headless(sentence, i, language):
        return None
    article = listed(language, lower(sentence, i - 1), "people", "definite")
    if not article and not listed(language, lower(sentence, i), "people", "named_before"):
        return None
    here = tuple(each(m.person for m in memory.before(i)))
    pool = here if len(here) > 1 else memory.group or memory.recent
    if len(pool) != 2:
        return pool[-1] if last and len(pool) > 2 else None
    return pool[-1] if last else pool[0]
