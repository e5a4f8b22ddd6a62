"""The headings over records: which are open where a record begins, chapter over chapter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.blocks import joined
from extract.structure.items import ASIDE, LETTER, Item, line_of

_TITLE = 20  # words in a heading with a letter before it


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over records; ``level`` is the kind of letter before it, "" where it has none."""

    level: str
    letter: str
    name: str


def note_categories(text: str, items: Sequence[Item], category: list[Heading]) -> None:
    """The headings over the next record: one of a level that was there replaces it, and all below.

    A heading without a letter heads what follows at once, or stands in capitals over all.
    """
    for place, item in enumerate(items):
        heading = heading_of(text, item, category)
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


def _is_listed(text: str, items: Sequence[Item], place: int) -> bool:
    """Whether the block beside it has a letter of the same kind too: they are items of a list."""
    here = LETTER.match(line_of(text, items[place]))
    beside = [items[i] for i in (place - 1, place + 1) if 0 <= i < len(items)]
    others = [LETTER.match(line_of(text, item)) for item in beside if item.part.kind not in ASIDE]
    return any(other and here and other.lastgroup == here.lastgroup for other in others)


def heading_of(text: str, item: Item, category: Sequence[Heading]) -> Heading | None:
    """What the block heads: a heading, or a line with the letter that comes next."""
    if item.label or item.part.kind not in ("heading", "body"):
        return None
    line = joined(text, item.part.block.pieces).lstrip()
    if item.part.kind != "heading" and not LETTER.match(line):
        return None
    line = " ".join(line.split())
    match = LETTER.match(line)
    if match is None or match.lastgroup is None:
        return Heading("", "", line) if item.part.kind == "heading" else None
    level, letter = match.lastgroup, match[match.lastgroup]
    before = [known.letter for known in category if known.level == level]
    next_one = letter in "aA" or (before and ord(letter[0]) == ord(before[0][0]) + 1)
    if item.part.kind != "heading" and not (next_one and len(line.split()) <= _TITLE):
        return None
    return Heading(level, letter, line[match.end() :].rstrip("."))
