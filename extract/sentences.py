"""Sentences and tokens of a passage. The one place of the extractor that calls spaCy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.languages import Pack
from extract.values import Passage

_ENDING = frozenset(".!?…")
_CLOSING = frozenset("»”’\"')]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token of a sentence; ``start``/``end`` count in the passage's text.

    ``lemmas`` holds the lower-case form and every base form it may be an inflection of.
    """

    text: str
    lower: str
    lemmas: frozenset[str]
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it has a letter or a digit."""
        return any(char.isalnum() for char in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a passage; ``index`` counts the document's sentences from 0."""

    index: int
    passage: Passage
    language: str
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Where it begins in the passage's text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the passage's text."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    def span(self, first: int, end: int) -> str:
        """The words of the tokens ``[first, end)``."""
        return self.passage.text[self.tokens[first].start : self.tokens[end - 1].end]

    def stored(self, first: int, end: int) -> tuple[int, int]:
        """Where the tokens ``[first, end)`` stand in the document's stored text."""
        return (
            self.passage.to_stored(self.tokens[first].start),
            self.passage.to_stored(self.tokens[end - 1].end, end=True),
        )


def sentences(passage: Passage, language: Pack, first: int = 0) -> Iterator[Sentence]:
    """The passage's sentences in order, numbered from ``first``.

    A passage without a letter or digit gives none.
    """
    for tokens in _split(_tokens(passage.text, language)):
        if any(token.word for token in tokens):
            yield Sentence(index=first, passage=passage, language=language.tag, tokens=tokens)
            first += 1


def _tokens(text: str, language: Pack) -> Iterator[Token]:
    for token in language.tokenizer()(text):
        if token.is_space:
            continue
        cut = len(token.text) - _ends_with_stop(token.text, text[token.idx :], language)
        for word, start in ((token.text[:cut], 0), (token.text[cut:], cut)):
            if word:
                yield _token(word, token.idx + start, language)


def _token(word: str, start: int, language: Pack) -> Token:
    return Token(
        text=word,
        lower=word.lower(),
        lemmas=language.lemmas(word),
        start=start,
        end=start + len(word),
    )


def _ends_with_stop(word: str, text: str, language: Pack) -> bool:
    """Whether the full stop of the word ends a sentence: "WvS." does, "dhr." and "U.S." do not.

    ``text`` is what begins with the word. After a full stop that ends comes a capital, or nothing.
    """
    following = text[len(word) :].lstrip()[:1]
    return (
        len(word) > 2
        and word.endswith(".")
        and "." not in word[:-1]
        and (word[:-1].isupper() or not language.abbreviation(word))
        and (not following or following.isupper())
    )


def _split(tokens: Iterator[Token]) -> Iterator[tuple[Token, ...]]:
    run: list[Token] = []
    for token in tokens:
        if run and _begins(run, token):
            yield tuple(run)
            run = []
        run.append(token)
    if run:
        yield tuple(run)


def _may_begin(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def _begins(run: list[Token], token: Token) -> bool:
    """Whether the token begins a new sentence after the run."""
    last = next((t for t in reversed(run) if t.text not in _CLOSING), run[-1])
    if token.text in _CLOSING or (token.word and not _may_begin(token)):
        return False
    return last.text in _ENDING
