"""Which way a date without a year points: the tense of the verb nearest to it.

Dutch tells a coming event in the present tense; English by an auxiliary or a word such as "due".
Where that is undecided no year is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from extract.languages import Pack, pack
from extract.sentences import Sentence, Token

Evidence = Literal[
    "", "past", "future", "present", "open", "perfect", "participle", "either", "maybe",
]  # fmt: skip
Signs = Mapping[int, Evidence]
_BREAKS = frozenset(",;:()\"“”„«»'‘’–")
_SQUEEZED = re.compile(r"(\w)\1")


def direction(sentence: Sentence, first: int, end: int, language: Pack) -> int:
    """-1 where what happens at the tokens ``[first, end)`` is past, 1 to come, 0 undecided."""
    signs = dict(_completed(sentence, dict(_signs(sentence, language)), language))
    seen: Signs = {i: said for i, said in signs.items() if said and not first <= i < end}
    low, high = _piece(sentence, first, end, language)
    inner = _verbs({i: said for i, said in seen.items() if low <= i < high}, sentence, language)
    telling = any(
        said not in ("maybe", "participle", "either")
        or (said == "either" and i >= end and "VerbForm=Fin" in sentence.tokens[i].morph)
        for i, said in inner.items()
    )
    near = inner if telling else _verbs(seen, sentence, language)

    def far(i: int) -> tuple[bool, int]:
        """What sorts the signs: the certain before the doubtful, then by distance from the date."""
        return near[i] == "maybe", first - i if i < first else i - end + 1

    ranked = sorted(near, key=far)
    return _meaning(near, ranked[0]) if ranked else -1


def _completed(sentence: Sentence, signs: Signs, language: Pack) -> Iterator[tuple[int, Evidence]]:
    """The signs, an auxiliary of the perfect past where its verb completes it, however far off.

    "is vrijdag, na drie jaar, VRIJGELATEN"; an infinitive without its marker stands for a
    participle: "heeft vrijdag de cel mogen VERLATEN". Hearsay of the perfect is of the past: "zou
    in mei ZIJN GEARRESTEERD".
    """
    perfect = {sentence.tokens[i].head for i, said in signs.items() if said == "perfect"}
    markers = language.words("clauses", "infinitive_markers")
    inflected = bool(language.words("tense", "infinitive"))
    finite = sum("VerbForm=Fin" in token.morph for token in sentence.tokens)
    only = finite == 1 and "participle" in signs.values()  # whatever the parser hung it on
    for i, said in signs.items():
        verb = sentence.tokens[i].head
        auxiliary = said == "perfect" and inflected and sentence.tokens[i].pos == "AUX"
        completes = auxiliary and verb != i and sentence.tokens[verb].pos == "VERB"
        marked = verb > 0 and sentence.tokens[verb - 1].lower in markers
        if inflected and verb in perfect and said in ("open", "present") and verb != i:
            done = said == "open" and signs.get(verb) == "participle"
            infinitive = said == "present" and _is_infinitive(sentence.tokens[i].lower, language)
            said = "past" if done else "" if infinitive else said
        yield i, "past" if (completes and not marked) or (auxiliary and only) else said


def _is_infinitive(word: str, language: Pack) -> bool:
    return word.endswith(tuple(language.words("tense", "infinitive")))


def _meaning(near: Signs, at: int) -> int:
    match near[at]:
        case "future" | "present":
            overtaken = any(near.get(i) in ("past", "open") for i in range(at - 3, at))
            return 0 if overtaken else 1
        case "open" | "maybe":
            return 0
        case "either":  # "berecht": tries, or tried
            return -1 if {"past", "perfect"} & set(near.values()) else 1
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
        if (token.text in _BREAKS or (token.lower in openers and token.pos != "ADP"))
        and not first <= i < end
    ]
    low = max((i + 1 for i in cuts if i < first), default=0)
    high = min((i for i in cuts if i >= end), default=len(sentence.tokens))
    return low, high


def _verbs(seen: Signs, sentence: Sentence, language: Pack) -> Signs:
    """What is seen but for "zijn" where it is "his": where there is no participle beside it."""
    if "participle" in seen.values():
        return seen
    owners = language.words("pronouns", "possessive")
    return {i: said for i, said in seen.items() if sentence.tokens[i].lower not in owners}


def _signs(sentence: Sentence, language: Pack) -> Iterator[tuple[int, Evidence]]:
    tokens = sentence.tokens
    passive = language.words("tense", "passive")
    phrases = language.words("tense", "future")
    for i, token in enumerate(tokens):
        before = tokens[i - 1].lower if i else ""
        if f"{before} {token.lower}" in phrases:
            yield i, "future"
        elif token.text.islower() or i == 0:
            said = _tagged(token, language) if token.pos else _sign(token.lower, language.tag)
            yield i, "" if said == "past" and before in passive else said


def _tagged(token: Token, language: Pack) -> Evidence:
    """What a word says of time where a trained pipeline has tagged it (Universal Dependencies)."""
    listed = _listed(token.lower, language)
    if listed or token.pos not in ("VERB", "AUX"):
        return listed
    if "Tense=Past" in token.morph or "VerbForm=Part" in token.morph:
        inflected = bool(language.words("tense", "infinitive"))
        if inflected and token.lower.endswith(("end", "ende")) and "Fin" not in token.morph:
            return ""  # "de VOLGENDE zitting is op 3 mei"
        return "participle" if inflected and "VerbForm=Fin" not in token.morph else "past"
    if "Tense=Pres" in token.morph and "VerbForm=Fin" in token.morph:
        form = _sign(token.lower, language.tag)
        if form in ("past", "participle", "either"):
            return form  # a form that is never present, whatever the tagger takes it for
        return "present" if language.words("tense", "infinitive") else "maybe"
    return "" if token.morph else _sign(token.lower, language.tag)


def _listed(word: str, language: Pack) -> Evidence:
    kinds: tuple[Evidence, ...] = ("past", "future", "open", "perfect", "present")
    return next((name for name in kinds if word in language.words("tense", name)), "")


@lru_cache(maxsize=1 << 14)
def _sign(word: str, tag: str) -> Evidence:
    """What a word says of time by itself, from the language's lists or its form."""
    language = pack(tag)
    if listed := _listed(word, language):
        return listed
    bases = language.lemmas(word) - {word}
    infinitives = tuple(language.words("tense", "infinitive"))
    return _inflected(word, bases, infinitives, language) if infinitives else _english(word, bases)


def _inflected(
    word: str, bases: frozenset[str], endings: tuple[str, ...], language: Pack
) -> Evidence:
    """Dutch: "buigt" is present, "opgepakt" a participle, "betoogde" and "kwam" past."""
    verbs = [base for base in bases if base.endswith(endings)]
    prefixes = "|".join(sorted(language.words("tense", "participles")))
    ends = tuple(language.words("tense", "participle_endings"))
    if not verbs:
        return ""
    if word.endswith(ends) and re.match(rf"\w{{0,6}}?(?:{prefixes})\w", word):
        stems = any(_stem(word) == _stem(verb[:-2] + "t") for verb in verbs)
        return "either" if stems and not word.startswith("ge") else "participle"
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
