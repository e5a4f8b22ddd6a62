"""Where a sentence evokes a claim type: triggers of the ontology's frames found in its tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.claims.context import Context
from extract.sentences import Token
from ontology import ClaimType, Frame, ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Tokens ``[first, end)`` that evoke ``type`` through ``frame``."""

    type: ClaimType
    frame: Frame
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    type: ClaimType
    frame: Frame


_Index = tuple[Mapping[str, tuple[_Entry, ...]], tuple[tuple[str, _Entry], ...]]


@cache
def _index(language: str) -> _Index:
    """Triggers by their first word, and those that are endings of compounds."""
    by_word: defaultdict[str, list[_Entry]] = defaultdict(list)
    endings: list[tuple[str, _Entry]] = []
    for kind, frame in ontology().frames(language):
        for trigger in frame.triggers:
            entry = _Entry(tuple(trigger.split()), kind, frame)
            if trigger.startswith("*"):
                endings.append((trigger[1:], entry))
            else:
                by_word[entry.words[0]].append(entry)
    return {word: tuple(entries) for word, entries in by_word.items()}, tuple(endings)


def triggers(context: Context) -> Iterator[Trigger]:
    """Every trigger of the sentence whose frame's required and forbidden words agree."""
    by_word, endings = _index(context.language.tag)
    tokens = context.sentence.tokens
    for i, token in enumerate(tokens):
        entries = [entry for lemma in sorted(token.lemmas) for entry in by_word.get(lemma, ())]
        entries += [entry for ending, entry in endings if _ends(token, ending)]
        for entry in {id(entry): entry for entry in entries}.values():
            end = i + len(entry.words)
            if _matches(tokens[i:end], entry.words) and _agrees(context, entry.frame):
                yield Trigger(type=entry.type, frame=entry.frame, first=i, end=end)


def _ends(token: Token, ending: str) -> bool:
    return any(lemma.endswith(ending) for lemma in token.lemmas)


def _matches(tokens: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    if words[0].startswith("*"):
        return True
    return len(tokens) == len(words) and all(
        word in token.lemmas for token, word in zip(tokens, words, strict=True)
    )


def _agrees(context: Context, frame: Frame) -> bool:
    lemmas = frozenset[str]().union(*(token.lemmas for token in context.sentence.tokens))
    text = f" {' '.join(token.lower for token in context.sentence.tokens)} "

    def present(word: str) -> bool:
        if word.startswith("*"):
            return any(lemma.endswith(word[1:]) for lemma in lemmas)
        return f" {word} " in text if " " in word else word in lemmas

    return (not frame.requires or any(map(present, frame.requires))) and not any(
        map(present, frame.excludes)
    )
