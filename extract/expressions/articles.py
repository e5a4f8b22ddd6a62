"""Articles of law: "artikel 281.2 (...) en 283.1" gives 281.2 and 283.1.

An article keeps its paragraph ("314(2)", "46 lid 4", "5 § 1") and the code that follows it
("18 EVRM", "205.2 of the Criminal Code").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.expressions.spans import ValueSpan
from extract.languages import Pack, pack
from extract.sentences import Sentence

_NUMBER = re.compile(r"\d+[A-Za-z]?(?:[.\-/–]\d+)*[a-z]?(?:\(\d+\))*(?!\w)")
_BRACKET = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_SPACE = re.compile(r"\s*")


def article_spans(sentence: Sentence, language: Pack) -> tuple[ValueSpan, ...]:
    """Every article that the sentence names, with its paragraph and code where they follow."""
    words = language.words("articles", "words")
    return tuple(
        _span(sentence, first, end)
        for token in sentence.tokens
        if token.lower in words
        for first, end in _listed(sentence.text, token.end - sentence.start, language)
    )


def _span(sentence: Sentence, first: int, end: int) -> ValueSpan:
    """The characters ``[first, end)`` of the sentence as a span of its tokens."""
    starts = [i for i, token in enumerate(sentence.tokens) if token.end - sentence.start > first]
    stops = [i for i, token in enumerate(sentence.tokens) if token.start - sentence.start < end]
    return ValueSpan(first=starts[0], end=stops[-1] + 1, value=sentence.text[first:end])


def _listed(text: str, at: int, language: Pack) -> Iterator[tuple[int, int]]:
    """Where the numbers from ``at`` on stand, over "and", commas and what is in brackets."""
    between = _between(language.tag)
    while True:
        while passed := between.match(text, at):
            at = passed.end()
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches anywhere
        if (bracket := _BRACKET.match(text, at)) is not None:
            at = bracket.end()
            continue
        number = _NUMBER.match(text, at)
        if number is None:
            return
        end = _qualified(text, number.end(), language)
        yield number.start(), end
        at = end


@cache
def _between(tag: str) -> re.Pattern[str]:
    """What may stand between two numbers: a comma, "and", "first paragraph"."""
    language = pack(tag)
    joins = "|".join(sorted(map(re.escape, language.words("clauses", "conjunctions"))))
    parts = "|".join(sorted(map(re.escape, language.words("articles", "parts"))))
    return re.compile(rf"\s*(?:[,;]|(?:{joins})\b|[^\W\d]+ (?:{parts})\b)")


def _qualified(text: str, end: int, language: Pack) -> int:
    parts = "|".join(sorted(map(re.escape, language.words("articles", "parts"))))
    paragraph = re.compile(rf" ?(?:{parts}) ?\d+(?:[.\-/]\d+)*")
    while (found := paragraph.match(text, end)) is not None:
        end = found.end()
    codes = "|".join(sorted(map(re.escape, language.words("articles", "codes")))) or "(?!)"
    if (code := re.compile(rf" (?:{codes})\b").match(text, end)) is not None:
        return code.end()
    of = "|".join(sorted(map(re.escape, language.words("articles", "of"))))
    law = re.compile(rf" (?:{of}) ").match(text, end)
    named = law and _law(language.tag).match(text, law.end())
    return named.end() if named and _is_law(named.group(), language) else end


@cache
def _law(tag: str) -> re.Pattern[str]:
    """The name of a law: capitalised words, with "of" and articles between them."""
    language = pack(tag)
    links = language.words("names", "genitives") | language.words("names", "articles")
    small = "|".join(sorted(map(re.escape, links | language.words("clauses", "conjunctions"))))
    return re.compile(rf"[A-Z]\w*(?: (?:(?:{small}) ){{0,2}}[A-Z]\w*)*")


def _is_law(name: str, language: Pack) -> bool:
    return any(
        language.is_any(frozenset({word.lower()}), "names", "documents") for word in name.split()
    )
