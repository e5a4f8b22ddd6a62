"""Names that a sentence lists: what one is, the others are."""

from __future__ import annotations

from dataclasses import replace

from extract.languages import Pack
from extract.mentions.recognition.values import Name
from extract.sentences import Sentence, Token


def listed_with(before: Name, name: Name, sentence: Sentence, language: Pack) -> Name:
    """The name, taken for a person where it is coordinated with one that has a cue."""
    if name.kind is not None:
        return name
    between = sentence.tokens[before.end : name.first]
    if not between or not only_joins(between, language):
        return name
    return replace(name, kind="person", cue=before.cue)


def only_joins(tokens: tuple[Token, ...], language: Pack) -> bool:
    """Whether these tokens only join names in a list: commas, "and", what is in brackets."""
    joins = language.words("clauses", "conjunctions") | {","}
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.text != ")" and token.lower not in joins:
            return False
    return any(token.lower in joins for token in tokens)
