"""Which language a text is in, by counting its commonest words.

A first, simple version: it tells the languages that have a ``stopwords.txt`` apart and says
nothing where the count is thin or close.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import filterfalse

from extract.languages.dictionary import is_known
from extract.languages.pack import stopwords, tags

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3  # fewer stop words than this say nothing
_FEW = 5  # with fewer words in lower case a part is in its document's language
_READ = 0.8  # a language is read where its dictionary knows this share of them
_LEAD = 1.5  # the winner has this many times the next one's


def language_of(text: str) -> str:
    """The tag (BCP 47) of the language of the text; "" where it cannot be told.

    >>> language_of("De minister is op de hoogte van het bericht dat hij niet vrij is.")
    'nl'
    >>> language_of("Baku, 2021")
    ''
    """
    runs = text.lower().split()  # most are a word each, and need no look at their letters
    counts = Counter(filter(str.isalpha, runs))
    counts.update(_WORD.findall(" ".join(filterfalse(str.isalpha, runs))))
    scores = sorted(
        ((sum(counts[word] for word in words & counts.keys()), tag) for tag, words in _stopwords()),
        reverse=True,
    )
    best, tag = scores[0]
    second = scores[1][0] if len(scores) > 1 else 0
    return tag if best >= _LEAST and best >= _LEAD * second else ""


@cache
def _stopwords() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((tag, stopwords(tag)) for tag in tags())


@lru_cache(maxsize=1 << 10)
def language_of_part(text: str, default: str) -> str:
    """The tag of the language of a part of a document; "" where it is none that is read.

    A part without enough common words to tell is in the document's language, ``default``. Names
    tell nothing, so only words in lower case are looked up in the dictionaries.

    >>> language_of_part("Authorities released him in May, but he has not been allowed to go", "nl")
    'en'
    >>> language_of_part("Суд приговорил её к семи годам лишения свободы", "nl")
    ''
    >>> language_of_part("Rustamov, Gurbanov en Isayev", "nl")
    'nl'
    """
    if found := language_of(text):
        return found
    words = [word for word in _WORD.findall(text) if word.islower()]
    if len(words) < _FEW:
        return default
    known = {tag: sum(is_known(word, tag) for word in words) / len(words) for tag in tags()}
    best = max(known, key=lambda tag: (known[tag], tag == default, tag))
    return best if known[best] >= _READ else ""
