"""Texts and addresses as Wikibase takes them: no control characters, one line, a length."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

LABEL_LENGTH = 250
TEXT_LENGTH = 1500

_JOINERS = "\u200c\u200d"  # part of the spelling of names in several scripts
_UNSAFE = re.compile(r"[\[\]<>\"|\\^`{}\s\x00-\x20\x7f*]")


def plain(text: str, length: int = TEXT_LENGTH) -> str:
    """A text on one line, without control, direction and private characters, cut to a length.

    A cut shows as ``[…]``.

    >>> plain("Anna\\tVoor\\u202ebeeld\\n")
    'Anna Voorbeeld'
    """
    kept = unicodedata.normalize("NFC", "".join(map(_character, text)))
    words = " ".join(kept.split())
    return words if len(words) <= length else f"{words[: length - 4].rstrip()} […]"


def _character(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category[0] == "C" and char not in _JOINERS else char


def address(url: str) -> str | None:
    """A web address with nothing in it that a line of text could stumble over; None if it is none.

    >>> address("https://example.org/a|b /*c*/")
    'https://example.org/a%7Cb%20/%2Ac%2A/'
    """
    scheme, colon, rest = url.strip().partition("://")
    if scheme.lower() not in ("http", "https") or not rest or rest[0] in "/?#":
        return None
    escaped = "".join(_escaped(char) for char in rest)
    return f"{scheme.lower()}{colon}{escaped}" if len(escaped) <= TEXT_LENGTH else None


def _escaped(char: str) -> str:
    hidden = unicodedata.category(char)[0] in "CZ"
    return quote(char, safe="") if hidden or _UNSAFE.match(char) else char
