"""Whose entry of a list or record a sentence is in: "1. X, nurse. In custody since May."."""

from __future__ import annotations

from dataclasses import dataclass

from extract.mentions.reference import Reference
from extract.mentions.referents import Directory
from extract.sentences import Sentence
from extract.values import Passage

_OPENING = 3  # tokens of a number or bullet before the name
_CLOSES = frozenset({",", "(", ":", ";", ".", "–", "—", "-", "["})


@dataclass(frozen=True, slots=True)
class Entry:
    """The person who heads the entry, and the passage whose entry it is.

    ``passage`` is None where a heading opened it: it goes on to the next heading.
    """

    person: str | None = None
    passage: Passage | None = None

    def after(
        self, sentence: Sentence, named: tuple[Reference, ...], referents: Directory
    ) -> Entry:
        """The entry in which the sentence is."""
        if sentence.passage.kind == "heading":
            return Entry(_alone(sentence, named, referents))
        if self.passage is not None and self.passage is not sentence.passage:
            return Entry(_opening(sentence, named), sentence.passage)
        opened = _opening(sentence, named) if self.person is None else None
        return Entry(opened, sentence.passage) if opened else self


def _alone(sentence: Sentence, named: tuple[Reference, ...], referents: Directory) -> str | None:
    """Whose name alone the heading is, numbers and marks apart; "X Y" where the text has "Mr Y"."""
    if len(named) != 1:
        return None
    ref = named[0]
    rest = (*sentence.tokens[: ref.begin], *sentence.tokens[ref.end :])
    if any(token.text.isalpha() for token in rest):
        return None
    if ref.kind == "person":
        return ref.referent
    words = ref.text.split()
    return referents.key(words[-1].title(), "person") if ref.text.isupper() and words[1:] else None


def _opening(sentence: Sentence, named: tuple[Reference, ...]) -> str | None:
    """Who is named at the head of a paragraph that begins with no sentence of its own."""
    first = named[0] if named else None
    if first is None or first.kind != "person" or first.first > _OPENING:
        return None
    if any(token.text.isalpha() for token in sentence.tokens[: first.begin]):
        return None
    after = sentence.tokens[first.end].text if first.end < len(sentence.tokens) else "."
    finite = any("VerbForm=Fin" in token.morph for token in sentence.tokens)
    begins = not any(char.isalpha() for char in sentence.passage.text[: sentence.start])
    return first.referent if begins and after in _CLOSES and not finite else None
