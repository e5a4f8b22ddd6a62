"""One key for the spellings of a name: Qurbanov and Gurbanov, Salekh and Saleh, Məmmədov.

The rules are those of romanising Azerbaijani, Russian and Turkish names in news and official
papers. A key is for comparing, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

_LETTERS = str.maketrans(
    {"ə": "a", "Ə": "a", "ı": "i", "İ": "i", "I": "i", "x": "kh", "X": "kh", "q": "g", "Q": "g",
     "ş": "sh", "ç": "ch", "ğ": "gh", "ö": "o", "ü": "u", "w": "v", "ø": "o", "ł": "l", "ß": "ss"}
)  # fmt: skip
_SPELLINGS = (
    ("kh", "h"),
    ("gh", "g"),
    ("dzh", "j"),
    ("zh", "j"),
    ("iy", "y"),
    ("ij", "i"),
    ("yy", "y"),
)


# "Salayev" and "Salaev", "Yeltsin" and "Eltsin": a y before a vowel is a way of writing it.
_GLIDE = re.compile(r"(?:(?<=[aeiou])|\b)y(?=[aeo])")


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The key of a name: lower case, no diacritics, one romanisation.

    >>> fold("Qurbanov") == fold("Gurbanov")
    True
    >>> fold("Salekh") == fold("Saleh")
    True
    """
    text = unicodedata.normalize("NFC", name).translate(_LETTERS).casefold()
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    for spelling, one in _SPELLINGS:
        text = text.replace(spelling, one)
    return " ".join(_GLIDE.sub("", text).split())


def near(a: str, b: str) -> bool:
    """Whether two folded words may be one name misspelt: one letter off in six or more."""
    return a == b or (min(len(a), len(b)) >= 6 and DamerauLevenshtein.distance(a, b) <= 1)
