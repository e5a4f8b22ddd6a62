"""Which way a date without a year points: the tense of the verb nearest to it.

Dutch tells a coming event in the present tense; English by an auxiliary or a word such as "due".
Where that is undecided no year is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from extract.languages import Pack, pack
from extract.sentences import Sentence, Token

Evidence = Literal["", "past", "future", "present", "open", "perfect", "participle", "maybe"]
_BREAKS = frozenset(",;:()\"“”„«»'‘’–")
_SQUEEZED = re.compile(r"(\w)\1")


def direction(sentence: Sentence, first: int, end: int, language: Pack) -> int:
    """-1 where what happens at the tokens ``[first, end)`` is past, 1 to come, 0 undecided."""
    seen = _evidence(sentence, language)
    low, high = _piece(sentence, first, end, language)
    inner = {i: said for i, said in seen.items() if low <= i < high and not first <= i < end}
    near = inner if any(said != "maybe" for said in inner.values()) else seen
    near = {i: said for i, said in near.items() if not first <= i < end}
    ranked = sorted(near, key=lambda i: (near[i] == "maybe", first - i if i < first else i - end + 1))
    return _meaning(near, ranked[0]) if ranked else -1


def _meaning(near: dict[int, Evidence], at: int) -> int:
    match near[at]:
        case "future" | "present":
            overtaken = any(near.get(i) in ("past", "open") for i in range(at - 3, at))
            return 0 if overtaken else 1
        case "open" | "maybe":
            return 0
        case "perfect":
            return -1 if {"participle", "past"} & set(near.values()) else 1
        case _:
            return -1


def _piece(sentence: Sentence, first: int, end: int, language: Pack) -> tuple[int, int]:
    """The tokens around the date up to the next mark or conjunction."""
    openers = language.words("clauses", "openers")
    cuts = [
        i
        for i, token in enumerate(sentence.tokens)
        if (token.text in _BREAKS or token.lower in openers) and not first <= i < end
    ]
    low = max((i + 1 for i in cuts if i < first), default=0)
    high = min((i for i in cuts if i >= end), default=len(sentence.tokens))
    return low, high


def _evidence(sentence: Sentence, language: Pack) -> dict[int, Evidence]:
    return {i: said for i, said in _signs(sentence, language) if said}


def _signs(sentence: Sentence, language: Pack) -> Iterator[tuple[int, Evidence]]:
    tokens = sentence.tokens
    passive = language.words("tense", "passive")
    phrases = language.words("tense", "future")
    for i, token in enumerate(tokens):
        before = tokens[i - 1].lower if i else ""
        if f"{before} {token.lower}" in phrases:
            yield i, "future"
        elif token.text.islower() or i == 0:
            said = _sign(token.lower, language.tag)
            hidden = said == "past" and before in passive
            yield i, "" if hidden or (said == "perfect" and _owns(tokens, i, language)) else said


def _owns(tokens: tuple[Token, ...], i: int, language: Pack) -> bool:
    """Whether "zijn" is "his": no participle stands in the sentence for it to be a verb of."""
    owner = tokens[i].lower in language.words("pronouns", "possessive")
    return owner and not any(_sign(t.lower, language.tag) == "participle" for t in tokens)


@lru_cache(maxsize=1 << 14)
def _sign(word: str, tag: str) -> Evidence:
    """What a word says of time by itself, from the language's lists or its form."""
    language = pack(tag)
    listed: tuple[Evidence, ...] = ("past", "future", "open", "perfect", "present")
    if found := next((name for name in listed if word in language.words("tense", name)), None):
        return found
    bases = language.lemmas(word) - {word}
    infinitives = tuple(language.words("tense", "infinitive"))
    return _inflected(word, bases, infinitives, language) if infinitives else _english(word, bases)


def _inflected(word: str, bases: frozenset[str], endings: tuple[str, ...], language: Pack) -> Evidence:
    """Dutch: "buigt" is present, "opgepakt" a participle, "betoogde" and "kwam" past."""
    verbs = [base for base in bases if base.endswith(endings)]
    prefixes = "|".join(sorted(language.words("tense", "participles")))
    ends = tuple(language.words("tense", "participle_endings"))
    if not verbs:
        return ""
    if word.endswith(ends) and re.match(rf"\w{{0,6}}?(?:{prefixes})\w", word):
        stems = any(_stem(word) == _stem(verb[:-2] + "t") for verb in verbs)
        return "present" if stems and not word.startswith("ge") else "participle"
    if word.endswith("t") and any(_stem(word) == _stem(verb[:-2] + "t") for verb in verbs):
        return "present"
    plural = word.endswith("en") and not word.endswith(("den", "ten"))
    return "" if plural and len(word) > 6 else "past"


def _stem(form: str) -> str:
    """A form without the spelling of long and short vowels: "loopt" and "lop-t" are one.

    >>> _stem("loopt") == _stem("lopt"), _stem("geeft") == _stem("gevt")
    (True, True)
    """
    single = _SQUEEZED.sub(r"\1", form)
    return single.replace("v", "f").replace("z", "s").removesuffix("t") + single[-1:].strip("t")


def _english(word: str, bases: frozenset[str]) -> Evidence:
    if not bases or word.endswith("ing"):
        return ""
    return "maybe" if word.endswith("s") else "past"
