"""Which language a text is in, by counting its commonest words.

A first, simple version: it tells the languages that have a ``stopwords.txt`` apart and says
nothing where the count is thin or close.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 3  # fewer stop words than this say nothing
_LEAD = 1.5  # the winner has this many times the next one's


def language_of(text: str) -> str:
    """The tag (BCP 47) of the language of the text; "" where it cannot be told.

    >>> language_of("De minister is op de hoogte van het bericht dat hij niet vrij is.")
    'nl'
    >>> language_of("Baku, 2021")
    ''
    """
    counts = Counter(_WORD.findall(text.lower()))
    scores = sorted(
        ((sum(counts[word] for word in words), tag) for tag, words in _stopwords()), reverse=True
    )
    best, tag = scores[0]
    second = scores[1][0] if len(scores) > 1 else 0
    return tag if best >= _LEAST and best >= _LEAD * second else ""


@cache
def _stopwords() -> tuple[tuple[str, frozenset[str]], ...]:
    folders = sorted((files("extract") / "languages").iterdir(), key=lambda item: item.name)
    return tuple(
        (folder.name, frozenset((folder / "stopwords.txt").read_text("utf-8").split()))
        for folder in folders
        if (folder / "stopwords.txt").is_file()
    )
