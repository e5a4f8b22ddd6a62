"""Parts of a footnote that are read for claims: a cited title, and words quoted from a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from extract.values import Document, Passage, Piece, Source

_OPENING = '«“"'


def title_passage(document: Document, footnote: Passage, source: Source) -> Passage | None:
    """The cited title as a passage of its own; None where it has no place in the text."""
    if source.title_start is None or source.title_end is None:
        return None
    return _part(document, footnote, source.title_start, source.title_end)


def footnote_words(document: Document, footnote: Passage) -> Passage | None:
    """What a footnote says or quotes beyond its citation: from the first quotation mark after ":".

    None for a footnote that only cites.
    """
    colon = next(
        (
            i
            for i, char in enumerate(footnote.text)
            if char == ":" and footnote.text[i + 1 :].lstrip()[:1] in tuple(_OPENING)
        ),
        None,
    )
    if colon is None:
        return None
    opening = next(i for i in range(colon, len(footnote.text)) if footnote.text[i] in _OPENING)
    start = footnote.to_stored(opening + 1)
    end = footnote.to_stored(len(footnote.text.rstrip('»”" .')), end=True)
    return _part(document, footnote, start, end)


def joined_signatures(document: Document, passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, those of one signature (office, then name) read as one."""
    for (kind, _), group in groupby(passages, key=lambda p: (p.kind, p.section)):
        if kind != "signature":
            yield from group
            continue
        parts = list(group)
        pieces = tuple(
            replace(piece, glue=" ")
            if piece is part.pieces[-1] and part is not parts[-1]
            else piece
            for part in parts
            for piece in part.pieces
        )
        yield replace(parts[0], pieces=pieces, text=_text(document.text, pieces))


def _part(document: Document, passage: Passage, start: int, end: int) -> Passage | None:
    pieces = tuple(
        replace(piece, start=max(piece.start, start), end=min(piece.end, end))
        for piece in passage.pieces
        if piece.start < end and piece.end > start
    )
    if not pieces:
        return None
    pieces = (*pieces[:-1], replace(pieces[-1], glue="", cut=False))
    return replace(passage, pieces=pieces, text=_text(document.text, pieces))


def _text(stored: str, pieces: tuple[Piece, ...]) -> str:
    return "".join(stored[piece.start : piece.end] + piece.glue for piece in pieces)
