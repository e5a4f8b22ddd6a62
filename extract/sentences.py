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
    for tokens in _split(_tokens(passage.text, language), language):
        if any(token.word for token in tokens):
            yield Sentence(index=first, passage=passage, language=language.tag, tokens=tokens)
            first += 1


def _tokens(text: str, language: Pack) -> Iterator[Token]:
    for token in language.tokenizer()(text):
        if not token.is_space:
            yield Token(
                text=token.text,
                lower=token.lower_,
                lemmas=language.lemmas(token.text),
                start=token.idx,
                end=token.idx + len(token.text),
            )


def _split(tokens: Iterator[Token], language: Pack) -> Iterator[tuple[Token, ...]]:
    run: list[Token] = []
    for token in tokens:
        if run and _begins(run, token, language):
            yield tuple(run)
            run = []
        run.append(token)
    if run:
        yield tuple(run)


def _may_begin(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def _begins(run: list[Token], token: Token, language: Pack) -> bool:
    """Whether the token begins a new sentence after the run."""
    last = next((t for t in reversed(run) if t.text not in _CLOSING), run[-1])
    if token.text in _CLOSING or (token.word and not _may_begin(token)):
        return False
    if last.text in _ENDING:
        return True
    # "WvS." is one token: a full stop after a word that is no known abbreviation ends too.
    inner = last.text[:-1]
    return (
        last.text.endswith(".")
        and len(inner) > 1
        and "." not in inner
        and not language.abbreviation(last.text)
        and token.text[:1].isupper()
    )
