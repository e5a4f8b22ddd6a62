"""The tokens of a citation: quoted words, addresses, dates, pages, separators and plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.expressions.dates import dates_in
from extract.languages.document import any_of, document_words

TokenKind = Literal["quoted", "url", "date", "page", "separator", "text"]

_PAIRS = {"«": "»", "“": "”", "„": "”“", "‘": "’", "‹": "›"}
_MARK = re.compile("[" + "".join([*_PAIRS, *_PAIRS.values()]) + "]")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>«»“”]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,6}/[^\s<>«»“”]*",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'\"’”»>"
# A colon divides before quoted words or an address, not inside "World Report: Elsewhere"; a full
# stop after a whole word, not in "U.S. Department" or "St. Example Times".
_SEPARATOR = re.compile(
    r"[;,()\[\]<>]|:(?=\s*(?:$|[«“„‘\"']|https?:|www\.))|\s[–—-](?=\s)"
    r"|(?:(?<=[^\W\d_A-Z]{3})|(?<=[\d»”’\"')\]]))\.(?=\s+[^\Wa-z]|\s*[«“„‘\"']|\s*$)"
)
_NEAR = 40  # characters around a date that say whether it stands alone
_YEAR = re.compile(r"(?<!\w)(?:1[89]|20)\d\d(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token and its place; ``value`` is what it says: a date's EDTF, a page's number."""

    kind: TokenKind
    start: int
    end: int
    value: str


def tokens(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> tuple[Token, ...]:
    """The tokens of a note; ``emphasis`` are spans in italics, which are quoted like titles.

    >>> [(t.kind, t.value) for t in tokens("Paper, «A «b» c», 3 May 2019, p. 4 (www.x.org/a).")
    ...  if t.kind != "separator"]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('text', 'Paper'), ('quoted', 'A «b» c'), ('date', '2019-05-03'), ('page', '4'),
     ('url', 'https://www.x.org/a')]
    """
    found: list[Token] = []
    for token in _marked(text, emphasis):
        found.extend(_plain(text, found[-1].end if found else 0, token.start))
        found.append(token)
    found.extend(_plain(text, found[-1].end if found else 0, len(text)))
    return tuple(found)


def _marked(text: str, emphasis: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """The tokens that are recognised by shape, from left to right, none inside another."""
    candidates = sorted(
        [*_quoted(text), *_italic(text, emphasis), *_urls(text), *_dates(text), *_pages(text),
         *_separators(text)],
        key=lambda token: (token.start, -token.end),
    )  # fmt: skip
    end = 0
    for token in candidates:
        if token.start >= end:
            yield token
            end = token.end


def _quoted(text: str) -> Iterator[Token]:
    """Quotations, the outermost only; each mark is looked at once."""
    pairs = dict([*_directional(text), *_straight(text)])
    end = 0
    for start in sorted(pairs):
        if start >= end:
            end = pairs[start] + 1
            yield Token(kind="quoted", start=start, end=end, value=text[start + 1 : end - 1])


def _directional(text: str) -> Iterator[tuple[int, int]]:
    """Where « “ „ ‘ ‹ open and where each closes, nested ones too."""
    opened: dict[str, list[int]] = {mark: [] for mark in _PAIRS}
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        closes = next((o for o, c in _PAIRS.items() if mark in c and opened[o]), None)
        if closes and not (mark == "’" and text[at + 1 : at + 2].isalpha()):
            yield opened[closes].pop(), at
        elif mark in opened:
            opened[mark].append(at)


def _straight(text: str) -> Iterator[tuple[int, int]]:
    """Where ' and " open, before a word, and close, after one."""
    for mark in "\"'":
        opens = re.compile(rf"(?:(?<=[\s(\[])|^){mark}(?=\S)")
        closes = re.compile(rf"(?<=\S){mark}(?=[\s,.;:)\]]|$)")
        at = 0
        while (first := opens.search(text, at)) and (last := closes.search(text, first.end())):
            yield first.start(), last.start()
            at = last.end()


def _italic(text: str, emphasis: Sequence[tuple[int, int]]) -> Iterator[Token]:
    for start, end in emphasis:
        yield Token(kind="quoted", start=start, end=end, value=text[start:end])


def _urls(text: str) -> Iterator[Token]:
    for match in _URL.finditer(text):
        printed = trimmed_url(match.group())
        scheme = "" if re.match(r"https?://", printed, re.IGNORECASE) else "https://"
        end = match.start() + len(printed)
        yield Token(kind="url", start=match.start(), end=end, value=scheme + printed)


def trimmed_url(printed: str) -> str:
    """The address without the punctuation of the sentence around it.

    >>> trimmed_url("https://x.org/a_(b)),")
    'https://x.org/a_(b)'
    """
    while printed and (
        printed[-1] in _TRAILING
        or (printed[-1] in ")]" and printed.count(printed[-1]) > printed.count(_open(printed[-1])))
    ):
        printed = printed[:-1]
    return printed


def _open(bracket: str) -> str:
    return {")": "(", "]": "["}[bracket]


def _dates(text: str) -> Iterator[Token]:
    spans = tuple(dates_in(text))
    for span in spans:
        if _alone(text, span.start, span.end):
            yield Token(kind="date", start=span.start, end=span.end, value=span.edtf)
    for match in _YEAR.finditer(text):
        inside = any(span.start <= match.start() < span.end for span in spans)
        if not inside and _alone(text, match.start(), match.end()):
            yield Token(kind="date", start=match.start(), end=match.end(), value=match.group())


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a date stands between separators, and is no part of a title."""
    before = text[max(0, start - _NEAR) : start].rstrip()
    after = text[end : end + _NEAR].lstrip()
    opened = _dated().sub("", before).rstrip()
    return (not opened or opened[-1] in ",;(:.»”’\"'") and (not after or after[0] in ",;):.(")


def _pages(text: str) -> Iterator[Token]:
    for match in _page().finditer(text):
        value = re.sub(r"\s*[-–]\s*", "-", match["page"])
        yield Token(kind="page", start=match.start(), end=match.end(), value=value)


def _separators(text: str) -> Iterator[Token]:
    for match in _SEPARATOR.finditer(text):
        yield Token(kind="separator", start=match.start(), end=match.end(), value=match.group())


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    run = text[start:end]
    if run.strip():
        begin = start + len(run) - len(run.lstrip())
        stop = start + len(run.rstrip())
        yield Token(kind="text", start=begin, end=stop, value=text[begin:stop])


@cache
def _dated() -> re.Pattern[str]:
    words = any_of(document_words().words("citations", "dated"))
    return re.compile(rf"(?:^|(?<=[,;(.]))\s*{words}$", re.IGNORECASE)


@cache
def _page() -> re.Pattern[str]:
    words = any_of(document_words().words("citations", "pages"))
    number = r"(?:\d+|[ivxlc]+\b)"
    return re.compile(
        rf"(?<!\w){words}\s*(?P<page>{number}(?:\s*(?:[-–,&]|and|en)\s*\d+)*)", re.IGNORECASE
    )
