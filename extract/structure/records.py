"""Records: parts of a document about one person each, with a heading and labelled fields.

Known by their build alone: a line that may be a name, then fields with labels that claim types
know. A heading over several records is their category.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.languages.document import DocumentWords
from extract.layout.blocks import Block, joined, trimmed
from extract.structure.categories import Heading, heading_of, note_categories
from extract.structure.items import ASIDE, LETTER, Item, items_of, line_of, with_pieces
from extract.structure.labels import NAME, PROSE, FieldLabels, Label
from extract.structure.sections import Part
from extract.values import Passage

_FEWEST = 2  # kinds of fields in a record
_NUMBER = re.compile(r"\(?(?P<number>\d{1,4})\)?[.):]?\s*(?=[^\W\d_])")
_LONGEST = 12  # words in a heading's name
_SENTENCE_END = re.compile(r"[.!?;:,]$")


def with_records(
    text: str, parts: Sequence[Part], words: DocumentWords, labels: FieldLabels
) -> tuple[Part, ...]:
    """The parts, those of records in sections of their own with their fields apart."""
    items = [item for i, part in enumerate(parts) for item in items_of(text, part, i, labels)]
    heads = [at for at in range(len(items)) if _heads_record(text, items, at)]
    if not heads:
        return tuple(parts)
    found: list[Part] = []
    category: list[Heading] = []
    at = 0
    for number, head in enumerate(heads):
        between = items[at:head]
        found.extend(_whole(parts, between))
        note_categories(text, between, category)
        after = heads[number + 1] if number + 1 < len(heads) else len(items)
        at = _end(text, items, head, after, category)
        names = tuple(heading.name for heading in category)
        found.extend(_record(text, items[head:at], number + 1, names))
    return (*found, *_whole(parts, items[at:]))


def _heads_record(text: str, items: Sequence[Item], at: int) -> bool:
    """Whether a record begins here: a name, then fields of several kinds before the next name."""
    item = items[at]
    if item.key != NAME and (item.label or not _may_name(text, item)):
        return False
    kinds: set[str] = set()
    for index in range(at + 1, len(items)):
        after = items[index]
        if after.part.kind in ASIDE:
            continue
        if after.key == NAME or (not kinds and not after.claims):
            return False
        if after.claims:
            kinds.add(after.key)
        if len(kinds) >= _FEWEST:
            return True
        if not after.label and _may_name(text, after):
            follows = (i for i in items[index + 1 :] if i.part.kind not in ASIDE)
            if (next_one := next(follows, None)) and next_one.claims:
                return False
    return False


def _may_name(text: str, item: Item) -> bool:
    """Whether the block may be a person's name, with a number before it."""
    if item.part.kind in ASIDE:
        return False
    line = joined(text, item.part.block.pieces)
    words = _unnumbered(line).split(None, _LONGEST)
    if not 2 <= len(words) <= _LONGEST:
        return False
    capitals = sum(1 for word in words if word.strip("(«“\"'")[:1].isupper())
    return 2 * capitals > len(words) and not _SENTENCE_END.search(line) and not LETTER.match(line)


def _unnumbered(line: str) -> str:
    match = _NUMBER.match(line)
    return line[match.end() :] if match else line


def _end(
    text: str, items: Sequence[Item], head: int, after: int, category: Sequence[Heading]
) -> int:
    """Where the record ends: at the next one, or at a heading that heads others."""
    for index in range(head + 1, after):
        item = items[index]
        heading = heading_of(text, item, category)
        if heading and (heading.level or line_of(text, item).isupper()):
            return index
        if item.part.kind == "heading" and not item.label and _is_last(items, index, after):
            return index
    return after


def _is_last(items: Sequence[Item], index: int, after: int) -> bool:
    """Whether nothing but what is aside stands between the heading and the next record."""
    return after < len(items) and all(
        item.part.kind in (*ASIDE, "heading") for item in items[index + 1 : after]
    )


def _whole(parts: Sequence[Part], items: Sequence[Item]) -> Iterator[Part]:
    """What is in no record, as it was before it was cut at labels."""
    pieces: dict[int, list[Item]] = {}
    for item in items:
        pieces.setdefault(item.origin, []).append(item)
    for origin, own in pieces.items():
        first, last = own[0].part.block, own[-1].part.block
        inside = [p for p in parts[origin].block.pieces if first.start <= p.start < last.end]
        yield with_pieces(parts[origin], inside)


def _record(
    text: str, items: Sequence[Item], number: int, category: tuple[str, ...]
) -> Iterator[Part]:
    """The parts of a record: its name, its fields, its prose."""
    head = items[0].part
    section = f"record-{number}"
    printed = _NUMBER.match(joined(text, head.block.pieces))
    named = replace(
        head, kind="field", section=section, section_kind="record",
        block=replace(head.block, label=NAME),
        number=printed["number"] if printed else str(number),
        names=tuple(_names(text, items[0])), category=category,
    )  # fmt: skip
    yield named
    held: Part | None = None  # a field that may go on in the next block
    for item in items[1:]:
        part = item.part
        if part.kind not in ASIDE:
            part = replace(part, section=section, section_kind="record", number=named.number)
        if item.claims:
            yield from (held,) if held else ()
            held = replace(part, kind="field", block=replace(part.block, label=item.key))
        elif held and part.kind == "body" and not item.label and _goes_on(text, held, part):
            held = replace(held, block=_joined(held.block, part.block))
        elif part.kind in ASIDE:
            yield part
        else:
            yield from (held,) if held else ()
            held = None
            yield from _prose(text, part, item.label)
    yield from (held,) if held else ()


def _goes_on(text: str, field: Part, after: Part) -> bool:
    """Whether a field goes on in a block without a label: its value, or the rest of a list."""
    said = joined(text, field.block.pieces)
    first = text[after.block.start]
    if LETTER.match(joined(text, after.block.pieces)):
        return False
    return (
        said.rstrip().endswith((":", "："))
        or said.count("(") > said.count(")")
        or (not re.search(r"[.)]$", said) and (first.islower() or first.isdigit() or first == "("))
    )


def _joined(block: Block, after: Block) -> Block:
    pieces = (*block.pieces[:-1], replace(block.pieces[-1], glue=" "), *after.pieces)
    return replace(block, pieces=pieces)


def _prose(text: str, part: Part, label: Label | None) -> Iterator[Part]:
    """The part without the label of its prose; a body, whatever it looked like before."""
    if label is None or label.key != PROSE:
        yield part
        return
    start = _passage(text, part.block).to_stored(label.end)
    pieces = tuple(
        replace(piece, start=max(piece.start, start))
        for piece in part.block.pieces
        if piece.end > start
    )
    if rest := trimmed(text, pieces):
        yield replace(part, kind="body", block=replace(part.block, pieces=rest))


def _names(text: str, item: Item) -> Iterator[tuple[int, int]]:
    """The places of the record's name and of the names in brackets after it."""
    passage = _passage(text, item.part.block)
    line = passage.text
    number = _NUMBER.match(line)
    start = item.label.end if item.label else number.end() if number else 0
    bracket = re.search(r"\s*\((?P<inside>[^()]+)\)", line[start:])
    end = start + bracket.start() if bracket else len(line.rstrip())
    yield passage.to_stored(start), passage.to_stored(end, end=True)
    if bracket and len(bracket["inside"].split()) > 1 and bracket["inside"][:1].isupper():
        inside = start + bracket.start("inside"), start + bracket.end("inside")
        yield passage.to_stored(inside[0]), passage.to_stored(inside[1], end=True)


def _passage(text: str, block: Block) -> Passage:
    return Passage(kind="body", section="", pieces=block.pieces, text=joined(text, block.pieces))
