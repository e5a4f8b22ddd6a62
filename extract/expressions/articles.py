"""Articles of law: "artikel 281.2 (...) en 283.1" gives 281.2 and 283.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.expressions.spans import ValueSpan
from extract.languages import Pack
from extract.sentences import Sentence

_NUMBER = re.compile(r"\d+(?:[.\-/]\d+)*[a-z]?$")


def article_spans(sentence: Sentence, language: Pack) -> tuple[ValueSpan, ...]:
    """Every article that the sentence names, with its paragraph and treaty where they follow."""
    words = language.words("articles", "words")
    return tuple(
        span
        for i, token in enumerate(sentence.tokens)
        if token.lower in words
        for span in _listed(sentence, i + 1, language)
    )


def _listed(sentence: Sentence, i: int, language: Pack) -> Iterator[ValueSpan]:
    """The numbers from token ``i`` on, over "and", commas and what is in brackets."""
    joiners = language.words("clauses", "conjunctions") | {","}
    while i < len(sentence.tokens):
        token = sentence.tokens[i]
        if _NUMBER.match(token.text):
            end = _qualified(sentence, i + 1, language)
            yield ValueSpan(first=i, end=end, value=sentence.span(i, end))
            i = end
        elif token.text == "(":
            i = _closed(sentence, i) + 1
        elif token.lower in joiners:
            i += 1
        else:
            return


def _qualified(sentence: Sentence, i: int, language: Pack) -> int:
    parts, codes = language.words("articles", "parts"), language.words("articles", "codes")
    tokens = sentence.tokens
    while i + 1 < len(tokens) and tokens[i].lower in parts and _NUMBER.match(tokens[i + 1].text):
        i += 2
    return i + 1 if i < len(tokens) and tokens[i].text in codes else i


def _closed(sentence: Sentence, i: int) -> int:
    for j in range(i, len(sentence.tokens)):
        if sentence.tokens[j].text == ")":
            return j
    return i
