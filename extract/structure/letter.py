"""The parts of a letter, and of any text that is not questions and answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.languages.document import DocumentWords, any_of
from extract.layout.blocks import Block, joined, rows
from extract.structure.sections import Part, note_part, passage_kind
from extract.values import PassageKind

_PROSE_WORDS = 12
_SHORT_WORDS = 14
_END = 40  # letters with which a sentence may close
_TITLE_WORDS = 20
_HEADING_WORDS = 10
_HEAD = 5  # paragraphs before the first prose, where the first line is a title
_HEADED = re.compile(r"[\"'‘“„«]?(?:\d+(?:\.\d+)*\.?\s+)?[^\W\d_a-z]")
_CLOSING = ")]\"'’”»?!"  # with which a title may end
_SENTENCE_END = re.compile(r"[.!?][\"»”’')\]]*(?:[\[(]\d{1,3}[\])]|[⁰¹²³⁴-⁹]{1,3})?$")


def plain_parts(text: str, blocks: Sequence[Block], words: DocumentWords) -> tuple[Part, ...]:
    """Front matter up to the last header field, the body, the signature at the end."""
    body = [i for i, block in enumerate(blocks) if block.kind in ("paragraph", "heading")]
    front = _front(text, blocks, body, words)
    signed = _signature(text, blocks, body, words)
    parts = []
    headed = _headings(text, blocks, body)
    for index, block in enumerate(blocks):
        if front <= index in headed and block.kind != "heading":
            block = replace(block, kind="heading")
        in_front = index < front
        kind = passage_kind(block, in_front=in_front, signed=index >= signed)
        parts.append(
            note_part(block)
            if block.kind == "note"
            else Part(
                block=_ranged(block, kind),
                kind=kind,
                section="front" if in_front else "body",
                section_kind="front" if in_front else "body",
            )
        )
    return tuple(parts)


def _headings(text: str, blocks: Sequence[Block], body: Sequence[int]) -> frozenset[int]:
    """The paragraphs that head what follows: short, no sentence, before prose or a heading."""
    found: list[int] = []
    prose = {i for i in body if is_prose(joined(text, blocks[i].pieces))}
    first_prose = next((place for place, i in enumerate(body) if i in prose), 0)
    head = first_prose if first_prose <= _HEAD else 0
    for place, (index, after) in reversed(tuple(enumerate(pairwise(body)))):
        follows = after in prose or after in found
        first = place < max(head, 1)
        if (follows or place == 0 < head) and _is_heading(text, blocks[index], first=first):
            found.append(index)
    return frozenset(found)


def _is_heading(text: str, block: Block, *, first: bool) -> bool:
    line = joined(text, block.pieces)
    return (
        block.kind == "paragraph"
        and not block.apart
        and len(line.split(None, _TITLE_WORDS)) <= (_TITLE_WORDS if first else _HEADING_WORDS)
        and (first or len(rows(block.pieces)) == 1)
        and _HEADED.match(line) is not None
        and (line[-1:].isalnum() or (first and line[-1:] in _CLOSING))
    )


def _ranged(block: Block, kind: PassageKind) -> Block:
    # In an address or a signature every line stands for itself.
    if kind not in ("front", "signature", "furniture"):
        return block
    lines = (replace(p, glue="\n") if p.glue == " " else p for p in block.pieces)
    return replace(block, pieces=tuple(lines))


def field_value(line: str, words: DocumentWords, field: str) -> int | None:
    """Where the value of a header field begins in its line; None where the line is not that field.

    A label needs a colon or, without one, a value that is more than prose: a capital or a figure.
    """
    for with_colon, alone in _labels(words.words("fields", field)):
        named = with_colon.match(line)
        match = named or alone.match(line)
        if match and (named or not line[match.end() : match.end() + 1].islower()):
            return match.end()
    return None


@cache
def _labels(labels: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For each label how it stands with a colon, and how without."""
    return tuple(
        (re.compile(rf"{one}[ \t]*:[ \t]*", re.IGNORECASE), re.compile(rf"{one}(?:[ \t]+|\n|$)"))
        for one in map(re.escape, labels)
    )


def is_prose(line: str) -> bool:
    """Whether the text is a sentence or more, not a label, an address or a name."""
    enough = len(line.split(None, _PROSE_WORDS)) >= _PROSE_WORDS
    return enough and bool(_SENTENCE_END.search(line.rstrip()[-_END:]))


def _front(text: str, blocks: Sequence[Block], body: Sequence[int], words: DocumentWords) -> int:
    header = 0
    for index in body:
        block = blocks[index]
        read = joined(text, block.pieces)
        if is_prose(read) and not block.emphasis:
            break
        if any(
            field_value(line, words, field) is not None
            for line in (text[piece.start : piece.end] for piece in block.pieces)
            for field in ("title", "date", "subject", "reference")
        ):
            header = index + 1
    return header


def _signature(
    text: str, blocks: Sequence[Block], body: Sequence[int], words: DocumentWords
) -> int:
    signed = len(blocks)
    for index in reversed(body[-4:]):
        read = joined(text, blocks[index].pieces)
        if len(read.split()) > _SHORT_WORDS or _SENTENCE_END.search(read):
            break
        if is_office(read, words) or _is_closing(read, words):
            signed = index
    return signed


def is_office(line: str, words: DocumentWords) -> bool:
    """Whether the line names an office: "De Minister van Justitie," (an article is optional)."""
    return bool(
        re.match(
            rf"(?:{any_of(words.words('offices', 'articles'))}\s+)?"
            rf"{any_of(words.words('offices', 'titles'))}\b",
            line,
            re.IGNORECASE,
        )
        and line[:1].isupper()
    )


def _is_closing(line: str, words: DocumentWords) -> bool:
    return any(line.startswith(word) for word in words.words("closing"))
