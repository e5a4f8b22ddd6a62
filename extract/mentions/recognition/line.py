"""A sentence as the name rules read it: its words with their signs, and where headlines stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.languages import Pack
from extract.mentions.recognition.words import NOTHING, Word, listed, word
from extract.sentences import Sentence, Token

_SHORT = 3  # letters of a word that is a name as soon as it is one of the language
_LONG = 6  # letters that a word of the dictionary has, and hardly a given name
_QUOTES = frozenset('«»“”"„')
_OPENING = frozenset("«“\"„'‘([:;–—•-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence's tokens and words; ``headline`` are the tokens written in headline capitals."""

    sentence: Sentence
    language: Pack
    tokens: tuple[Token, ...]
    words: tuple[Word, ...]
    headline: frozenset[int]
    capitals: bool

    def lower(self, i: int) -> str:
        """The token in small letters, "" outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def word(self, i: int) -> Word:
        """The signs of the token, none outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else NOTHING

    def glued(self, i: int) -> bool:
        """Whether no space stands before the token."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def opens(self, i: int) -> bool:
        """Whether the token begins the sentence, a line, a quotation or what follows a colon."""
        if i == 0 or self.tokens[i - 1].text in _OPENING:
            return True
        text, before = self.sentence.passage.text, self.tokens[i - 1]
        return before.end < self.tokens[i].start and "\n" in text[before.end : self.tokens[i].start]

    def seen(self, i: int) -> int | None:
        """Where the name of several words, most in no dictionary, ends that the pipeline sees."""
        ends = [end for first, end, _ in self.sentence.entities if first == i and end > i + 1]
        if not ends or i in self.headline:
            return None
        long = len(self.tokens[i].text) > _LONG and ends[0] > i + 2  # "DISCLOSE Anna X's fate"
        person = self.seen_person(i, ends[0]) and not (long and self.word(i).native)
        short = len(self.tokens[i].text) <= _SHORT or person
        if self.word(i).ordinary and not short:
            return None
        rest = [self.word(j) for j in range(i + 1, ends[0])]
        common = any(word.ordinary or word.organisation or word.shout for word in rest)
        return None if common else ends[0]

    def seen_person(self, first: int, end: int) -> bool:
        """Whether the pipeline sees a person's name in just these tokens."""
        return (first, end, "PER") in self.sentence.entities

    def of_party(self, i: int) -> bool:
        """Whether the token opens brackets that hold a party."""
        parties = self.language.words("names", "parties")
        tokens = self.tokens[i + 1 : i + 2]
        return self.lower(i) == "(" and any(token.text in parties for token in tokens)

    def listed(self, i: int, table: str, name: str) -> bool:
        """Whether the token or a base form of it is in that list of the lexicon."""
        tokens = self.tokens
        return 0 <= i < len(tokens) and listed(tokens[i].lower, self.language.tag, table, name)

    def among(self, i: int, table: str, name: str) -> bool:
        """Whether the token itself is in that list of the lexicon."""
        return self.lower(i) in self.language.words(table, name)


def line(sentence: Sentence, language: Pack) -> Line:
    """The sentence as a line."""
    tokens, tag = sentence.tokens, language.tag
    capitals = _in_capitals(sentence)
    words = tuple([word(t.text.capitalize() if capitals else t.text, tag) for t in tokens])
    headline = frozenset(range(len(tokens))) if capitals else _headlines(tokens, words)
    return Line(
        sentence=sentence, language=language, tokens=tokens, words=words, headline=headline,
        capitals=capitals,
    )  # fmt: skip


def _in_capitals(sentence: Sentence) -> bool:
    """Whether four words or more are all in capitals."""
    if not sentence.text.isupper():
        return False
    return sum(len(t.text) > 1 and t.text.isalpha() for t in sentence.tokens) >= 4


def _headlines(tokens: tuple[Token, ...], words: tuple[Word, ...]) -> frozenset[int]:
    if len([word for word in words if word.capital and word.ordinary]) < 3:
        return frozenset()
    return frozenset(
        i
        for first, end in _segments(tokens)
        if _is_headline(tokens[first:end], words[first:end])
        for i in range(first, end)
    )


def _segments(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks, and what around them."""
    first = 0
    for i, token in enumerate(tokens):
        if token.text in _QUOTES:
            yield first, i
            first = i + 1
    yield first, len(tokens)


def _is_headline(tokens: tuple[Token, ...], words: tuple[Word, ...]) -> bool:
    """Whether ordinary words too have capitals: two after the first, and next to none has not."""
    if len(tokens) < 4:
        return False
    small = sum(
        t.text.isalpha() and t.text.islower() and (len(t.text) > 4 or not w.function)
        for t, w in zip(tokens, words, strict=True)
    )
    common = sum(w.ordinary and w.capital and not w.organisation for w in words[1:])
    return 4 * small < common and common >= 2
