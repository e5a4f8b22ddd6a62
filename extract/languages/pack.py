"""Loads a language's folder into a frozen pack: words, lemmas, tokens.

The pack is the seam between language and claims: what the claim extractor knows of a language
it asks here, whether the answer comes from a list or, later, from a trained pipeline.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from extract.languages.calendar import month_names, weekday_names
from extract.languages.dictionary import base_form
from extract.languages.pipeline import blank, pipeline
from extract.languages.places import countries

if TYPE_CHECKING:
    from spacy.language import Language

Lexicon = Mapping[str, Any]
_FILES = ("lexicon.toml", "dates.toml")
# what is asked for by key, for packs that leave it out; a list that is left out is empty
_ABSENT: Lexicon = {
    "dates": {"month": {}, "long": {}},
    "dating": {"attributive": False},
    "numbers": {},
    "numerals": {"tens": [], "hundreds": [], "halves": []},
    "ordinals": {},
}


_PARTICIPLE = 6  # letters of a participle without its ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One language: its tag, its lexicon, its number words and its countries by name.

    The lexicon is the tables of ``lexicon.toml`` and ``dates.toml`` together; ``short_names`` are
    those of months and weekdays, in lower case and without their full stop.
    """

    tag: str
    lexicon: Lexicon
    numbers: Mapping[str, int]
    countries: Mapping[str, str]
    short_names: frozenset[str]

    def words(self, *path: str) -> frozenset[str]:
        """The word list at that path of the lexicon, e.g. ``words("pronouns", "object")``.

        Empty where the pack leaves it out.
        """
        return _words(self.tag, path)

    def is_any(self, lemmas: frozenset[str], *path: str) -> bool:
        """Whether one of the lemmas is in that list; ``*x`` in it is any compound ending in x."""
        listed, endings = _endings(self.tag, path)
        return not lemmas.isdisjoint(listed) or (
            bool(endings) and any(lemma.endswith(endings) for lemma in lemmas)
        )

    def lemmas(self, word: str) -> frozenset[str]:
        """The word in lower case and what it may be an inflection of."""
        return _lemmas(word, self.tag)

    def stop(self, word: str) -> bool:
        """Whether the lower-case word is a stop word: spaCy's, or the pack's where it has none."""
        return word in _stop_words(self.tag)

    def abbreviation(self, word: str) -> bool:
        """Whether a word that ends in a full stop is a known abbreviation."""
        return word in _abbreviations(self.tag) and word not in self.words("sentences", "words")

    def pipeline(self) -> Language:
        """The trained spaCy pipeline of the language, or a blank one that only cuts tokens."""
        return pipeline(self.tag, self.words("sentences", "suffixes"))

    def tokenizer(self) -> Language:
        """spaCy's own rules for the language's tokens and the pack's, with nothing trained."""
        return blank(self.tag, self.words("sentences", "suffixes"))


@cache
def pack(tag: str) -> Pack:
    """The pack of a language. Raises KeyError where the project has none."""
    folder = files("extract.languages") / tag
    if not tag or not (folder / "lexicon.toml").is_file():
        raise KeyError(tag)
    lexicon = _lexicon(folder)
    return Pack(
        tag=tag,
        lexicon=lexicon,
        numbers=_numbers(lexicon),
        countries=countries(tag),
        short_names=_short_names(tag, lexicon),
    )


@cache
def tags() -> tuple[str, ...]:
    """The tags of all languages that have a pack."""
    folders = files("extract.languages").iterdir()
    return tuple(sorted(f.name for f in folders if (f / "lexicon.toml").is_file()))


@cache
def stopwords(tag: str) -> frozenset[str]:
    """The commonest words of the language, by which it is told; none where the pack lists none."""
    path = files("extract.languages") / tag / "stopwords.txt"
    return frozenset(path.read_text("utf-8").split() if path.is_file() else ())


def _lexicon(folder: Traversable) -> Lexicon:
    found = dict(_ABSENT)
    for path in (folder / name for name in _FILES):
        for key, table in tomllib.loads(path.read_text("utf-8") if path.is_file() else "").items():
            found[key] = {**_ABSENT.get(key, {}), **table}
    return MappingProxyType(found)


@cache
def _words(tag: str, path: tuple[str, ...]) -> frozenset[str]:
    node: Any = pack(tag).lexicon
    for key in path:
        node = node.get(key, {})
    return frozenset(node)


@cache
def _endings(tag: str, path: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    words = _words(tag, path)
    return words, tuple(sorted(word[1:] for word in words if word.startswith("*")))


def _short_names(tag: str, lexicon: Lexicon) -> frozenset[str]:
    short = {*month_names(tag, "abbreviated"), *weekday_names(tag, "abbreviated")}
    listed: Mapping[str, int] = lexicon["dates"]["month"]
    full = month_names(tag, "wide").keys()
    return frozenset(name.lower() for name in (short | listed.keys()) - full)


def _numbers(lexicon: Lexicon) -> Mapping[str, int]:
    """The number words listed, and those made of tens and ones ("drieentwintig", accents aside)."""
    listed: Mapping[str, int] = lexicon["numbers"]
    forms: Mapping[str, list[str]] = lexicon["numerals"]
    small = [(word, number) for word, number in listed.items() if number < 10]
    tens = [(word, number) for word, number in listed.items() if number in range(20, 100, 10)]
    made = {
        form.format(unit=unit, ten=ten): one + more
        for form, (unit, one), (ten, more) in product(forms["tens"], small, tens)
    }
    hundreds = {
        form.format(unit=unit): 100 * one
        for form, (unit, one) in product(forms["hundreds"], small)
        if one > 1
    }
    return MappingProxyType({**made, **hundreds, **listed})


@lru_cache(maxsize=1 << 16)
def _lemmas(word: str, tag: str) -> frozenset[str]:
    return frozenset(_chain(word.lower(), tag)) if word else frozenset()


def _chain(word: str, tag: str) -> Iterator[str]:
    # simplemma stops at the adjective of an inflected participle ("veroordeelde" ->
    # "veroordeeld"); asking twice reaches the verb. "op_pakken" marks a separable prefix.
    yield word
    if (verb := pack(tag).lexicon.get("forms", {}).get(word)) is not None:
        yield from verb
    yield from _uninflected(word, tag)
    for _ in range(2):
        word = base_form(word, tag).replace("_", "").lower() or word
        yield word


def _uninflected(word: str, tag: str) -> Iterator[str]:
    """The verb of an inflected participle that the dictionary lacks: "gearresteerde"."""
    for ending in pack(tag).lexicon.get("verbs", {}).get("inflections", ()):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _PARTICIPLE or base_form(word, tag).lower() != word:
            continue
        verb = base_form(stem, tag).replace("_", "").lower()
        if verb not in (stem, ""):
            yield from (stem, verb)


@cache
def _abbreviations(tag: str) -> frozenset[str]:
    rules: Mapping[str, object] | None = getattr(pack(tag).tokenizer().tokenizer, "rules", None)
    return frozenset(rules or ())


@cache
def _stop_words(tag: str) -> frozenset[str]:
    return frozenset(pack(tag).tokenizer().Defaults.stop_words) or stopwords(tag)
