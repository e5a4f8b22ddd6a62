"""Joins lines into running text: which hyphen at a line's end is real, and where a URL goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.values import Piece

_HYPHENS = "-\u2010\u00ad\u00ac"
_SOFT = "\u00ad\u00ac"  # never printed as such: always a break of the line
_URL = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_URL_GOES_ON = re.compile(r"[\w%#?=&~+][\w\-./%#?=&~+:@]*")
_LONGEST_URL = 20  # lines
_BROKEN = re.compile(r"[-\u2010\u00ad\u00ac](?<=[^\W\d_].)[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_ENOUGH = 200  # lines by which a document shows whether it breaks words
_RARE = 0.01  # of the lines; where words are broken, one line in twenty ends so
_LAST_WORD = re.compile(r"[\w'’.]+$")
_FIRST_WORD = re.compile(r"[\w'’]+")
_TOKEN = re.compile(r"\w+(?:[-\u2010]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Healer:
    """Heals line ends by what the document itself shows of its words.

    ``coordinators`` are words before which a hyphen stays ("vlucht- / en vestigings…"); ``whole``
    says that the document breaks no words: then a hyphen at a line's end is the word's own.
    """

    text: str
    coordinators: frozenset[str]
    whole: bool = False

    @classmethod
    def of(cls, text: str, coordinators: Sequence[str]) -> Healer:
        """The healer of a document."""
        lines, hyphens = text.count("\n"), sum(1 for _ in _BROKEN.finditer(text))
        whole = lines > _ENOUGH and hyphens < _RARE * lines
        return cls(text=text, coordinators=frozenset(coordinators), whole=whole)

    def heal(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """The lines with each hyphen and glue as the running text has them."""
        healed = list(pieces)
        for index in range(len(healed) - 1):
            if not healed[index].glue:
                continue  # no line ends here
            tail = self._tail(healed, index)
            url = ("//" in tail or "www." in tail.lower()) and _URL.search(tail)
            healed[index] = self._joint(healed[index], healed[index + 1], in_url=bool(url))
        return tuple(healed)

    def _tail(self, pieces: Sequence[Piece], last: int) -> str:
        # Back over lines that were glued without a space: a URL may run over several.
        run = self.text[pieces[last].start : pieces[last].end]
        for piece in reversed(pieces[max(0, last + 1 - _LONGEST_URL) : last]):
            if piece.glue:
                break
            run = self.text[piece.start : piece.end] + run
        return run

    def _joint(self, piece: Piece, after: Piece, *, in_url: bool) -> Piece:
        line = self.text[piece.start : piece.end]
        follows = self.text[after.start : after.end]
        if in_url:
            return replace(piece, glue="") if _url_goes_on(line, follows) else piece
        if line[-1:] not in _HYPHENS or not line[-2:-1].strip():
            return piece
        return self._hyphen(piece, line[:-1], line[-1], follows)

    def _hyphen(self, piece: Piece, before: str, hyphen: str, follows: str) -> Piece:
        first = _FIRST_WORD.match(follows)
        last = _LAST_WORD.search(before)
        if first is None or last is None:
            return piece
        if hyphen in _SOFT or self._is_break(last.group(), first.group()):
            return replace(piece, end=piece.end - 1, glue="")
        if first.group().lower() in self.coordinators:
            return piece
        return replace(piece, glue="")

    def _is_break(self, last: str, first: str) -> bool:
        if not (last[-1].islower() and first[0].islower()):
            return False
        tokens = _tokens(self.text)
        if first.lower() in self.coordinators and (last + first).lower() not in tokens:
            return False
        hyphened = tokens[f"{last}-{first}".lower()]
        joined = tokens[f"{last}{first}".lower()]
        if hyphened > joined or (self.whole and not joined):
            return False
        return not _is_abbreviation(last)


@lru_cache(maxsize=1)
def _tokens(text: str) -> Counter[str]:
    """How often each word stands in the document: counted where a first line ends in a hyphen."""
    return Counter(map(str.lower, _TOKEN.findall(text)))


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and sum(letter.isupper() for letter in word) >= 2


def _url_goes_on(line: str, follows: str) -> bool:
    token = (follows.split() or [""])[0]
    if not _URL_GOES_ON.match(token):
        return False
    if line[-1] in "-_=&?%#~":
        return True
    bare = token.rstrip(").,;:»”\"'")
    if line[-1] == "/" and "/" in bare:
        return True
    return line[-1] in "/." and not token[0].isupper() and any(mark in bare for mark in "/-.")
