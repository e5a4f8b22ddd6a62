"""Names folded so that two transliterations of one name are equal.

The rules are data: ``names.toml`` beside this module.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of ``names.toml``."""

    always: Mapping[str, str]
    lenient: Mapping[str, str]
    inner: Mapping[str, str]
    regional_endings: tuple[str, ...]
    patronymic_words: frozenset[str]
    patronymic_endings: tuple[str, ...]
    particles: frozenset[str]
    articles: frozenset[str]


@cache
def rules() -> Rules:
    """The rules that ship with the package, loaded once."""
    raw = tomllib.loads((files("extract.names") / "names.toml").read_text("utf-8"))
    return Rules(
        always=raw["always"],
        lenient=raw["lenient"],
        inner=raw["inner"],
        regional_endings=tuple(raw["regional"]["endings"]),
        patronymic_words=frozenset(raw["patronymic"]["words"]),
        patronymic_endings=tuple(raw["patronymic"]["endings"]),
        particles=frozenset(raw["particles"]["words"]),
        articles=frozenset(raw["articles"]["words"]),
    )


def fold_case(text: str) -> str:
    """Lower case that takes ``İ`` and ``I`` for ``i``, whatever the locale, without marks.

    >>> fold_case("İLHAM"), fold_case("ILHAM"), fold_case("Isayev")
    ('ilham', 'ilham', 'isayev')
    """
    folded = unicodedata.normalize("NFKC", text).replace("İ", "i").casefold()
    return folded.replace("i\u0307", "i")


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """A name that is no person's as one key: its words folded, an article left out.

    >>> folded("Het Voorbeeldbureau") == folded("voorbeeldbureau")
    True
    """
    return " ".join(fold(word, lenient=False) for word in bare(name))


def folded_words(text: str) -> str:
    """The words of a text as one key, whatever stands between them.

    >>> folded_words("In Voorbeeld-stad!") == folded_words("in voorbeeld stad")
    True
    """
    return " ".join(fold(word, lenient=False) for word in tokens(text))


@lru_cache(maxsize=1 << 16)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, marks kept where they tell letters apart.

    >>> tokens("Məmmədov, İlqar Eldar-oğlu")
    ('məmmədov', 'ilqar', 'eldar', 'oğlu')
    """
    return tuple(re.findall(r"[^\W_]+", fold_case(name)))


def bare(name: str) -> tuple[str, ...]:
    """The words of a name without an article before them.

    >>> bare("Het Voorbeeldbureau"), bare("De")
    (('voorbeeldbureau',), ('de',))
    """
    words = tokens(name)
    return words[1:] if len(words) > 1 and words[0] in rules().articles else words


def is_regional(name: str) -> bool:
    """Whether a word of the name ends as a surname of the region does."""
    return any(word.endswith(rules().regional_endings) for word in tokens(name))


@lru_cache(maxsize=65536)
def fold(word: str, *, lenient: bool) -> str:
    """One word of a name, folded; equal for words that transliterate one name.

    >>> {fold(word, lenient=True) for word in ("məmmədov", "mammadov", "mamedov", "мамедов")}
    {'mamadov'}
    >>> fold("salekh", lenient=True) == fold("saleh", lenient=True)
    True
    >>> fold("jan", lenient=False) == fold("jen", lenient=False)
    False
    """
    text = _replaced(word.translate(_CYRILLIC), rules().always)
    if lenient:
        text = _lenient(text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"(.)\1+", r"\1", text) if lenient else text


def _lenient(text: str) -> str:
    text = _replaced(text, rules().lenient)
    text = re.sub(r"c(?!h)", "j", text)
    return text[:1] + _replaced(text[1:], rules().inner)


def _replaced(text: str, table: Mapping[str, str]) -> str:
    for printed, sound in table.items():
        text = text.replace(printed, sound)
    return text
