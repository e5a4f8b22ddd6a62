"""Words beside the one they stand for: relative and reflexive pronouns."""

from __future__ import annotations

from extract.languages import Pack
from extract.mentions.grammar import governed, lower
from extract.mentions.people import Memory, Person
from extract.mentions.recognition import only_joins
from extract.mentions.words import words
from extract.sentences import Sentence


def antecedent(sentence: Sentence, i: int, memory: Memory, language: Pack) -> Person | None:
    """Whom a relative pronoun at ``i`` stands for: the person right before it.

    Nobody after "the lawyer of X, who ..." or a list, where another may be meant.
    """
    end = i - (lower(sentence, i - 1) == ",")
    again = lower(sentence, i - 1) in language.words("clauses", "conjunctions")
    for mention in reversed(memory.here):
        if mention.end > i:
            continue
        if mention.end != end and not again:
            return None
        if _headed(sentence, mention.first, language) or _listed(
            memory, mention.first, sentence, language
        ):
            return None
        return mention.person
    return None


def _headed(sentence: Sentence, first: int, language: Pack) -> bool:
    """Whether the phrase depends on a noun for a person ("the lawyer OF X")."""
    at = governed(sentence, first, language)
    if at is None or lower(sentence, at) not in language.words("clauses", "case_of"):
        return False
    word = words(language.tag)[lower(sentence, at - 1)]
    return word is not None and word.kind in ("noun", "crowd")


def _listed(memory: Memory, first: int, sentence: Sentence, language: Pack) -> bool:
    before = [m for m in memory.here if m.end <= first]
    return bool(before) and only_joins(sentence.tokens[before[-1].end : first], language)


def reflexive(sentence: Sentence, i: int, memory: Memory) -> Person | None:
    """Whom a reflexive at ``i`` stands for: the last one before it that no preposition governs."""
    before = [m for m in memory.before(i) if m.bare]
    others = [at for at in (*memory.bodies, *memory.crowds) if at < i]
    if not before or (others and others[-1] > before[-1].first):
        return None
    return before[-1].person
