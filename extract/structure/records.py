"""Records: parts of a document about one person each, with a heading and labelled fields.

Known by their build alone: a line that may be a name, then fields with labels that claim types
know. A heading over several records is their category.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.languages.document import DocumentWords
from extract.layout.blocks import Block, glued, joined, rows, trimmed
from extract.structure.labels import NAME, PROSE, FieldLabels, Label
from extract.structure.sections import Part
from extract.values import Passage, Piece

_FEWEST = 2  # kinds of fields in a record
_NUMBER = re.compile(r"\(?(?P<number>\d{1,4})\)?[.):]?\s*(?=[^\W\d_])")
_LETTER = re.compile(r"\(?(?:(?P<upper>[A-Z])|(?P<lower>[a-z])|(?P<roman>[IVXLC]{2,6}))[.)]\s*")
_LONGEST = 12  # words in a heading's name
_TITLE = 20  # words in a heading with a letter before it
_SENTENCE_END = re.compile(r"[.!?;:,]$")
_ASIDE = ("furniture", "footnote", "hidden")


@dataclass(frozen=True, slots=True)
class _Item:
    """A part, or a piece of one that opens with a label; ``origin`` counts the parts."""

    part: Part
    origin: int
    label: Label | None

    @property
    def key(self) -> str:
        return self.label.key if self.label else ""

    @property
    def claims(self) -> bool:
        """Whether it is a field that makes claims."""
        return "." in self.key


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading over records; ``level`` is the kind of letter before it, "" where it has none."""

    level: str
    letter: str
    name: str


def with_records(
    text: str, parts: Sequence[Part], words: DocumentWords, labels: FieldLabels
) -> tuple[Part, ...]:
    """The parts, those of records in sections of their own with their fields apart."""
    items = [item for i, part in enumerate(parts) for item in _items(text, part, i, labels)]
    heads = [at for at in range(len(items)) if _heads_record(text, items, at)]
    if not heads:
        return tuple(parts)
    found: list[Part] = []
    category: list[_Heading] = []
    at = 0
    for number, head in enumerate(heads):
        between = items[at:head]
        found.extend(_whole(parts, between))
        _note_categories(text, between, category)
        after = heads[number + 1] if number + 1 < len(heads) else len(items)
        at = _end(text, items, head, after, category)
        names = tuple(heading.name for heading in category)
        found.extend(_record(text, items[head:at], number + 1, names))
    return (*found, *_whole(parts, items[at:]))


def _items(text: str, part: Part, origin: int, labels: FieldLabels) -> Iterator[_Item]:
    """The part, cut before each line that opens with a label."""
    if part.kind in _ASIDE or part.section_kind not in ("body", "front"):
        yield _Item(part, origin, None)
        return
    held: list[Piece] = []
    label: Label | None = None
    for row in rows(part.block.pieces):
        opened = labels.read(joined(text, row))
        if opened and held:
            yield _Item(_with(part, held), origin, label)
            held = []
        label = opened if not held else label
        held.extend(row)
    yield _Item(_with(part, held), origin, label)


def _with(part: Part, pieces: Sequence[Piece]) -> Part:
    own = glued(tuple(pieces))
    return (
        part if own == part.block.pieces else replace(part, block=replace(part.block, pieces=own))
    )


def _heads_record(text: str, items: Sequence[_Item], at: int) -> bool:
    """Whether a record begins here: a name, then fields of several kinds before the next name."""
    item = items[at]
    if item.key != NAME and (item.label or not _may_name(text, item)):
        return False
    kinds: set[str] = set()
    for index in range(at + 1, len(items)):
        after = items[index]
        if after.part.kind in _ASIDE:
            continue
        if after.key == NAME or (not kinds and not after.claims):
            return False
        if after.claims:
            kinds.add(after.key)
        if len(kinds) >= _FEWEST:
            return True
        if not after.label and _may_name(text, after):
            follows = (i for i in items[index + 1 :] if i.part.kind not in _ASIDE)
            if (next_one := next(follows, None)) and next_one.claims:
                return False
    return False


def _may_name(text: str, item: _Item) -> bool:
    """Whether the block may be a person's name, with a number before it."""
    if item.part.kind in _ASIDE:
        return False
    line = joined(text, item.part.block.pieces)
    words = _unnumbered(line).split(None, _LONGEST)
    if not 2 <= len(words) <= _LONGEST:
        return False
    capitals = sum(1 for word in words if word.strip("(«“\"'")[:1].isupper())
    return 2 * capitals > len(words) and not _SENTENCE_END.search(line) and not _LETTER.match(line)


def _unnumbered(line: str) -> str:
    match = _NUMBER.match(line)
    return line[match.end() :] if match else line


def _end(
    text: str, items: Sequence[_Item], head: int, after: int, category: Sequence[_Heading]
) -> int:
    """Where the record ends: at the next one, or at a heading that heads others."""
    for index in range(head + 1, after):
        item = items[index]
        heading = _heading(text, item, category)
        if heading and (heading.level or _line(text, item).isupper()):
            return index
        if item.part.kind == "heading" and not item.label and _is_last(items, index, after):
            return index
    return after


def _is_last(items: Sequence[_Item], index: int, after: int) -> bool:
    """Whether nothing but what is aside stands between the heading and the next record."""
    return after < len(items) and all(
        item.part.kind in (*_ASIDE, "heading") for item in items[index + 1 : after]
    )


def _whole(parts: Sequence[Part], items: Sequence[_Item]) -> Iterator[Part]:
    """What is in no record, as it was before it was cut at labels."""
    pieces: dict[int, list[_Item]] = {}
    for item in items:
        pieces.setdefault(item.origin, []).append(item)
    for origin, own in pieces.items():
        first, last = own[0].part.block, own[-1].part.block
        inside = [p for p in parts[origin].block.pieces if first.start <= p.start < last.end]
        yield _with(parts[origin], inside)


def _note_categories(text: str, items: Sequence[_Item], category: list[_Heading]) -> None:
    """The headings over the next record: one of a level that was there replaces it, and all below.

    A heading without a letter heads what follows at once, or stands in capitals over all.
    """
    for place, item in enumerate(items):
        heading = _heading(text, item, category)
        if heading and heading.level and _is_listed(text, items, place):
            continue
        levels = [known.level for known in category]
        bare = heading is not None and not heading.level and not heading.name.isupper()
        if heading is None or (bare and (any(levels) or item is not items[-1])):
            continue
        if heading.level in levels:
            del category[levels.index(heading.level) :]
        elif heading.level and "" in levels:
            del category[levels.index("") :]  # a chapter before the lettered ones
        category.append(heading)


def _is_listed(text: str, items: Sequence[_Item], place: int) -> bool:
    """Whether the block beside it has a letter of the same kind too: they are items of a list."""
    here = _LETTER.match(_line(text, items[place]))
    beside = [items[i] for i in (place - 1, place + 1) if 0 <= i < len(items)]
    others = [_LETTER.match(_line(text, item)) for item in beside if item.part.kind not in _ASIDE]
    return any(other and here and other.lastgroup == here.lastgroup for other in others)


def _heading(text: str, item: _Item, category: Sequence[_Heading]) -> _Heading | None:
    """What the block heads: a heading, or a line with the letter that comes next."""
    if item.label or item.part.kind not in ("heading", "body"):
        return None
    line = joined(text, item.part.block.pieces).lstrip()
    if item.part.kind != "heading" and not _LETTER.match(line):
        return None
    line = " ".join(line.split())
    match = _LETTER.match(line)
    if match is None or match.lastgroup is None:
        return _Heading("", "", line) if item.part.kind == "heading" else None
    level, letter = match.lastgroup, match[match.lastgroup]
    before = [known.letter for known in category if known.level == level]
    next_one = letter in "aA" or (before and ord(letter[0]) == ord(before[0][0]) + 1)
    if item.part.kind != "heading" and not (next_one and len(line.split()) <= _TITLE):
        return None
    return _Heading(level, letter, line[match.end() :].rstrip("."))


def _line(text: str, item: _Item) -> str:
    return " ".join(joined(text, item.part.block.pieces).split())


def _record(
    text: str, items: Sequence[_Item], number: int, category: tuple[str, ...]
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
        if part.kind not in _ASIDE:
            part = replace(part, section=section, section_kind="record", number=named.number)
        if item.claims:
            yield from (held,) if held else ()
            held = replace(part, kind="field", block=replace(part.block, label=item.key))
        elif held and part.kind == "body" and not item.label and _goes_on(text, held, part):
            held = replace(held, block=_joined(held.block, part.block))
        elif part.kind in _ASIDE:
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
    if _LETTER.match(joined(text, after.block.pieces)):
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


def _names(text: str, item: _Item) -> Iterator[tuple[int, int]]:
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
