"""Where the words of a Markdown block stand in the stored text.

markdown-it-py gives the words without their place; each is found again in its own lines, after
the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.layout.blocks import rows, trimmed
from extract.values import Piece

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINK_END = re.compile(r"\](?:\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|\[[^\]\n]*\])?")
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """The words of a block: pieces, the bold lead, the spans in italics."""

    pieces: tuple[Piece, ...]
    lead: tuple[Piece, ...]
    emphasis: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Cursor:
    text: str
    lines: Sequence[tuple[int, int]]
    contents: Sequence[str]
    at: int
    line: int = 0
    pieces: list[Piece] = field(default_factory=list)

    def place(self, words: str) -> None:
        """Finds the words in the current line and takes them up."""
        start = self.text.find(words, self.at, self.lines[self.line][1])
        if start < 0 or not words:
            return
        self.at = start + len(words)
        last = self.pieces[-1] if self.pieces else None
        if last and last.end == start and not last.glue:
            self.pieces[-1] = replace(last, end=self.at)
        else:
            self.pieces.append(Piece(start=start, end=self.at))

    def turn(self, *, hard: bool) -> None:
        """Goes on to the next line."""
        self.line = min(self.line + 1, len(self.lines) - 1)
        self.at = _content_start(self.text, self.lines, self.contents, self.line)
        if not self.pieces:
            return
        # A hard break in the middle of a sentence only follows the width of the page.
        anew = hard and not self.text[self.at : self.at + 3].lstrip("*_ ")[:1].islower()
        self.pieces[-1] = replace(self.pieces[-1], glue="\n" if anew else " ")


def read_inline(
    text: str, token: Token, lines: Sequence[tuple[int, int]], after: int = 0
) -> Inline:
    """The words of an inline token that stands on these lines, none before ``after``."""
    contents = token.content.split("\n")
    start = max(after, _content_start(text, lines, contents, 0))
    cursor = _Cursor(text=text, lines=lines, contents=contents, at=start)
    lead: tuple[Piece, ...] = ()
    emphasis: list[tuple[int, int]] = []
    italic = -1
    children = token.children or []
    for index, child in enumerate(children):
        if child.type in _BREAKS:
            cursor.turn(hard=child.type == "hardbreak")
        elif words := _words(children, index):
            cursor.place(words)
        elif child.type == "link_close" and child.markup not in ("autolink", "linkify"):
            match = _LINK_END.search(text, cursor.at, lines[cursor.line][1])
            cursor.at = match.end() if match else cursor.at
        elif child.type == "em_open":
            italic = len(cursor.pieces)
        elif child.type == "em_close" and 0 <= italic < len(cursor.pieces):
            emphasis.append((cursor.pieces[italic].start, cursor.pieces[-1].end))
        elif child.type == "strong_close" and _is_lead(children, index):
            lead = tuple(cursor.pieces)
    pieces = tuple(piece for row in rows(tuple(cursor.pieces)) for piece in _tidy(text, row))
    return Inline(pieces=pieces, lead=lead, emphasis=tuple(emphasis))


def _words(children: Sequence[Token], index: int) -> str:
    """What of the stored text is read of a token: an entity as it is printed, no other markup."""
    child = children[index]
    if child.type in ("text", "code_inline"):
        return child.content
    if child.type == "text_special":
        return child.content if child.info == "escape" else child.markup
    return child.content if child.type == "html_inline" and _is_marker(children, index) else ""


def _is_marker(children: Sequence[Token], index: int) -> bool:
    """Whether the tag there opens or closes a raised number: ``<sup>1</sup>``."""
    first = index if children[index].content == "<sup>" else index - 2
    run = [child.content for child in children[max(first, 0) : first + 3]]
    return len(run) == 3 and run[0] == "<sup>" and run[1].isdigit() and run[2] == "</sup>"


def _is_lead(children: Sequence[Token], close: int) -> bool:
    """Whether the bold words that close here are all of the block's first lines."""
    opened = [child.type for child in children[:close] if child.type != "text" or child.content]
    rest = [c for c in children[close + 1 :] if c.type != "text" or c.content.strip(" :")]
    return (
        opened[0] == "strong_open"
        and opened.count("strong_open") == 1
        and (not rest or rest[0].type in _BREAKS)
    )


def _content_start(
    text: str, lines: Sequence[tuple[int, int]], contents: Sequence[str], line: int
) -> int:
    """Where the words of a line begin, after the marks of quotations and lists."""
    start, end = lines[line]
    source = text[start:end].rstrip()
    content = contents[line].rstrip() if line < len(contents) else ""
    if content and source.endswith(content):
        return start + len(source) - len(content)
    found = source.find(content)
    return start + max(found, 0)


def _tidy(text: str, row: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The line without white space at its ends."""
    kept = trimmed(text, row)
    return (*kept[:-1], replace(kept[-1], glue=row[-1].glue)) if kept else ()
