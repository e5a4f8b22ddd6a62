"""Cited sources: who published what, when, on which page and where it can be read.

The shapes of the genre, in Dutch and English::

    PUBLISHER, DATE, «TITLE» (URL)          PUBLISHER, «TITLE», DATE, URL
    PUBLISHER, TITLE, DATE, page N: «…»     PUBLISHER, «TITLE», URL
    PUBLISHER, DATE                         PUBLISHER, TITLE NUMBER
    DOCUMENT NUMBER, DATE                   ("Letter of …", "Annex 4", "Resolution 12/2020")

A note may cite several. What a note does not say stays None, and words quoted after a colon
are the source's words, not its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.citations.tokens import Token, tokens
from extract.expressions.dates import date_of
from extract.languages.document import any_of, document_words
from extract.values import Passage, Source

_LONGEST_PUBLISHER = 10  # words
_LONGEST_NAME = 5  # words
_INDEX = re.compile(r"[A-Z]{2,5} ?\d+/\d+(?:/\d+)?\.?")  # "EUR 46/12/2017"
_CODE = re.compile(r"[^\W\d_]+/\w+")  # "A/HRC/12", "CM/Del(2020)"


@dataclass(slots=True)
class _Draft:
    """A source while its parts are found; ``texts`` are plain runs before its title."""

    texts: list[Token]
    quoted: list[Token]
    date: str | None = None
    page: str | None = None
    url: str | None = None
    closed: bool = False

    @property
    def titled(self) -> bool:
        """Whether its title, or the place where a title would stand, is past."""
        return bool(self.quoted) or self.page is not None or len(self.texts) > 1


def sources_of(
    note: Passage, emphasis: Sequence[tuple[int, int]], before: Sequence[Source]
) -> Iterator[Source]:
    """The sources that a footnote cites, in its order.

    ``emphasis`` are the spans of the stored text set in italics; ``before`` the sources of the
    notes before it, to which "ibid." refers.
    """
    same = _same().match(note.text)
    if same:
        yield from _again(note, same.end(), before)
        return
    spans = [(note.to_read(start), note.to_read(end - 1)) for start, end in emphasis]
    read = [(a, b + 1) for a, b in spans if a is not None and b is not None]
    drafts = _drafts(note.text, tokens(note.text, read))
    found = [source for draft in drafts if (source := _source(note, draft))]
    yield from found or _whole(note)


def _again(note: Passage, at: int, before: Sequence[Source]) -> Iterator[Source]:
    last = [source for source in before if before and source.marker == before[-1].marker]
    if len(last) != 1:
        return  # "ibid." after a note with several sources says too little
    page = next((token.value for token in tokens(note.text[at:]) if token.kind == "page"), None)
    yield replace(
        last[0], marker=note.label, page=page or last[0].page, title_start=None, title_end=None
    )


def _drafts(text: str, found: Sequence[Token]) -> Iterator[_Draft]:
    draft = _Draft(texts=[], quoted=[])
    colon = False
    for index, token in enumerate(found):
        if token.kind == "separator":
            colon = token.value == ":"
            draft.closed = draft.closed or token.value == ";"
            continue
        if _begins_another(draft, token, found[index + 1 :]):
            yield draft
            draft = _Draft(texts=[], quoted=[])
        if token.kind == "quoted" and colon and draft.titled:
            draft.closed = True  # the source's own words
        else:
            _add(text, draft, token)
        colon = False
    yield draft


def _begins_another(draft: _Draft, token: Token, rest: Sequence[Token]) -> bool:
    if token.kind == "text" and _label(token.value):
        return False
    if draft.closed:
        return token.kind in ("text", "quoted")
    if draft.url is not None:
        return token.kind in ("text", "quoted", "url")
    follows = next((item.kind for item in rest if item.kind != "separator"), None)
    return bool(draft.quoted and draft.date and token.kind == "text" and follows == "quoted")


def _add(text: str, draft: _Draft, token: Token) -> None:
    if token.kind == "quoted":
        _add_quoted(text, draft, token)
    elif token.kind == "text":
        words = _without_label(token)
        if words:
            draft.texts.append(words)
    elif token.kind == "date":
        draft.date = draft.date or token.value
    elif token.kind == "page":
        draft.page = draft.page or token.value
    else:
        draft.url = draft.url or token.value


def _add_quoted(text: str, draft: _Draft, token: Token) -> None:
    # A second quotation right after a full stop is the subtitle.
    if not draft.quoted or re.fullmatch(r"[.:]?\s*", text[draft.quoted[-1].end : token.start]):
        draft.quoted.append(token)


def _source(note: Passage, draft: _Draft) -> Source | None:
    texts = draft.texts
    publisher = texts[0].value if texts and _is_publisher(texts[0].value) else None
    if publisher == note.text:
        publisher = note.text.rstrip(".")
    title, span = _title(note.text, draft, publisher is not None)
    if draft.url is None and not (title and publisher and _is_dated(draft)):
        return _brief(note, draft, publisher)
    if draft.url is None and not draft.quoted and _is_document(draft):
        return _brief(note, draft, None)
    return Source(
        marker=note.label,
        publisher=publisher,
        title=title,
        date=draft.date,
        page=draft.page,
        url=draft.url,
        title_start=note.to_stored(span[0]) if span else None,
        title_end=note.to_stored(span[1], end=True) if span else None,
    )


def _brief(note: Passage, draft: _Draft, publisher: str | None) -> Source | None:
    """A source without quotation or address: a publisher with a date, a document, a number."""
    if draft.quoted or draft.url or not draft.texts:
        return None
    first, last = draft.texts[0], draft.texts[-1]
    if _is_document(draft):
        publisher, start = None, first.start
    else:
        numbered = [text for text in draft.texts[1:] if text.value[-1].isdigit()]
        start = numbered[0].start if numbered else last.end
        bare = len(draft.texts) == 1 and (_is_dated(draft) or _is_name(note.text))
        if publisher is None or not (numbered or bare):
            return None
    title = note.text[start : last.end] or None
    said = date_of(title) if title else None
    return Source(
        marker=note.label,
        publisher=publisher,
        title=title,
        date=draft.date or (said.edtf if said else None),
        page=draft.page,
        title_start=note.to_stored(start) if title else None,
        title_end=note.to_stored(last.end, end=True) if title else None,
    )


def _whole(note: Passage) -> Iterator[Source]:
    """A note that names a document in words of no known shape: "Letter of 3 May from X"."""
    see = _see().match(note.text)
    coded = _INDEX.fullmatch(note.text[see.end() if see else 0 :])
    if not coded and (not _document().match(note.text) or _prose().search(note.text)):
        return
    said = date_of(note.text)
    words = note.text.rstrip(" .")
    yield Source(
        marker=note.label,
        title=words,
        date=said.edtf if said else None,
        title_start=note.to_stored(0),
        title_end=note.to_stored(len(words), end=True),
    )


def _is_document(draft: _Draft) -> bool:
    """Whether the words name a document, not who published it: "Letter of …", "Decision 3/2020"."""
    if not draft.texts:
        return False
    words = " ".join(text.value for text in draft.texts)
    numbered = any(text.value[-1].isdigit() for text in draft.texts)
    opens = _document().match(words) and (numbered or _is_dated(draft))
    ends = (numbered or _is_dated(draft)) and _document_last().search(draft.texts[0].value)
    return bool(opens or ends or (numbered and _CODE.match(words)))


def _is_name(text: str) -> bool:
    """Whether a note is only a name: "Made-up Watch." """
    parts = text.rstrip(" .").split()
    return len(parts) <= _LONGEST_NAME and all(part[0].isupper() for part in parts)


def _is_dated(draft: _Draft) -> bool:
    return bool(draft.quoted or draft.date or draft.page)


def _title(text: str, draft: _Draft, published: bool) -> tuple[str | None, tuple[int, int] | None]:
    if draft.quoted:
        inner = [_inside(text, token) for token in draft.quoted]
        title = ". ".join(text[start:end].rstrip(".,") for start, end in inner)
        return title, (inner[0][0], inner[-1][1])
    if published and len(draft.texts) > 1:
        start, end = draft.texts[1].start, draft.texts[1].end
        for more in draft.texts[2:]:  # "Singer freed, refused care": a headline with a comma
            if text[end : more.start] != ", " or not more.value[0].islower():
                break
            end = more.end
        return text[start:end], (start, end)
    return None, None


def _inside(text: str, token: Token) -> tuple[int, int]:
    start = token.start + text[token.start : token.end].index(token.value)
    return start, start + len(token.value.rstrip(" ,"))


def _is_publisher(words: str) -> bool:
    """Whether plain words name someone: short, and the longer words mostly capitalised."""
    parts = words.split()
    long = [part for part in parts if len(part) > 3] or parts
    named = sum(1 for part in long if not part[0].islower() or "." in part[1:-1])
    return len(parts) <= _LONGEST_PUBLISHER and 2 * named >= len(long)


def _label(words: str) -> bool:
    return bool(_available().fullmatch(words))


def _without_label(token: Token) -> Token | None:
    """The plain words without "See also" or "and" before; None where nothing else is there."""
    match = _and().match(token.value) or _see().match(token.value)
    begin = match.end() if match else 0
    if begin == len(token.value) or _label(token.value[begin:]):
        return None
    return replace(token, start=token.start + begin, value=token.value[begin:])


@cache
def _same() -> re.Pattern[str]:
    return re.compile(rf"{_words('same')}(?!\w)", re.IGNORECASE)


@cache
def _document() -> re.Pattern[str]:
    return re.compile(rf"{_words('documents')}(?!\w)", re.IGNORECASE)


@cache
def _prose() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words('prose')}(?!\w)", re.IGNORECASE)


@cache
def _document_last() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words('documents')}$", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"{any_of(document_words().words('and'))}\s+(?=[^\Wa-z])")


@cache
def _see() -> re.Pattern[str]:
    return re.compile(rf"{_words('see')}(?:\s*:\s*|\s+|$)", re.IGNORECASE)


@cache
def _available() -> re.Pattern[str]:
    return re.compile(_words("available"), re.IGNORECASE)


def _words(name: str) -> str:
    return any_of(document_words().words("citations", name))
