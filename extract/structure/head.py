"""The head of a text: its datelines and bylines set apart from its title and its first words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extract.languages.document import DocumentWords, any_of, months
from extract.layout.blocks import Block, glued, joined, rows
from extract.structure.letter import field_value, is_prose
from extract.structure.stamps import REACH, dated_opening, is_byline, is_date, opening, stamp
from extract.values import Piece

_LAST = 12  # blocks after which no head goes on
_DATED_END = re.compile(r"\s+(?:[–—-]\s+)?(?P<last>\([^()]{4,80}\)\.?|(?<=[–—-]\s)[^–—()]{4,60})$")
_SHORT = 0.8  # of the widest line: a line that ends of itself
_FIGURE = re.compile(r"\d")
_TITLE = 3  # words before the date of a line that is no title, even where it comes first
_FEWEST = 4  # words after a dateline
_LEAD = 8  # the same of a later line


def set_apart(text: str, blocks: Sequence[Block], words: DocumentWords) -> tuple[Block, ...]:
    """The blocks with each dateline and byline of the head, and of the end, as a block."""
    entries = cache(lambda: is_chronology(_lines(text, blocks), words))
    head = _Head(text=text, words=words, entries=entries)
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if head.over or block.kind != "paragraph" or block.apart:
            found.append(block)
        else:
            found.extend(head.cut(block))
        head.over = head.over or index >= _LAST
    found.sort(key=lambda block: block.pieces[0].start)  # a cut paragraph may go on after a note
    return tuple(_closed(text, found, words))


def _closed(text: str, blocks: list[Block], words: DocumentWords) -> Iterator[Block]:
    """The blocks with a last line that only dates the text as a dateline."""
    last = max((i for i, b in enumerate(blocks) if b.kind in ("paragraph", "heading")), default=0)
    for index, block in enumerate(blocks):
        line = joined(text, block.pieces)
        if index == last > 0 and block.kind == "paragraph" and is_closing_line(line, words):
            yield replace(block, kind="dateline")
        else:
            yield block


def is_closing_line(line: str, words: DocumentWords) -> bool:
    """Whether a text's last line only says where it appeared and when.

    A sentence, a note or an item of a list does more.
    """
    span = stamp(line, words)
    return (
        span is not None
        and len(line.split()) <= _LEAD + 4
        and bool(re.match(r"\(?[^\W_a-z]|\(", line))
        and not line[span.end :].strip(" ).")
        and (not line.endswith(".") or len(line.split()) <= 6)
        and not re.match(r"\(?\d{1,3}\)", line)
    )


@dataclass(slots=True)
class _Head:
    """What is known while the head is read from its first line on.

    ``entries`` says whether the days in it are those of entries; the whole text is read for that.
    """

    text: str
    words: DocumentWords
    entries: Callable[[], bool]
    over: bool = False
    begun: bool = field(default=False)

    def cut(self, block: Block) -> Iterator[Block]:
        """The block in parts, what gives place and day apart; notes where the head ends."""
        lines = rows(block.pieces)
        prose = is_prose(joined(self.text, block.pieces))
        widest = max(row[-1].end - row[0].start for row in lines)
        held: list[Piece] = []
        for number, row in enumerate(lines):
            begun = self.begun
            self.begun = True
            if found := self._opening(row, lines[number + 1 :]):
                yield from self._held(block, held)
                yield replace(block, kind="dateline", pieces=glued(_before(row, found[0])))
                held = [*_after(row, found[1])]
                held.extend(piece for later in lines[number + 1 :] for piece in later)
                break
            if self._is_line(row, first=not begun):
                yield from self._held(block, held)
                held = []
                yield replace(block, kind="dateline", pieces=glued(row))
            else:
                held.extend(row)
            if prose and row[-1].end - row[0].start >= _SHORT * widest:
                held.extend(piece for later in lines[number + 1 :] for piece in later)
                break
        yield from self._held(block, held)
        self.over = prose

    def _held(self, block: Block, held: Sequence[Piece]) -> Iterator[Block]:
        if not held:
            return
        pieces = glued(tuple(held))
        found = self._dated_end(joined(self.text, pieces))
        if found is None:
            yield replace(block, pieces=pieces)
            return
        end, after = (_stored(pieces, offset) for offset in found)
        yield replace(block, pieces=glued(_before(pieces, end)))
        yield replace(block, kind="dateline", pieces=_after(pieces, after))

    def _dated_end(self, line: str) -> tuple[int, int] | None:
        """Where a title ends that its date follows, and where that begins: "... (3 May 2020)"."""
        match = _DATED_END.search(line)
        if match is None:
            return None
        end, after = match.start(), match.start("last")
        prose = is_prose(line)
        if match["last"].startswith("("):
            asked = any(
                re.search(pattern, match["last"])
                for role in ("submitted", "received")
                for pattern in self.words.patterns("parliamentary", role)
            )
            return (
                (end, after) if asked or (not prose and stamp(match["last"], self.words)) else None
            )
        span = stamp(match["last"], self.words)
        alone = span is not None and not match["last"][: span.start].strip()[:1].isupper()
        return (end, after) if alone and not prose else None

    def _opening(
        self, row: Sequence[Piece], later: Sequence[tuple[Piece, ...]]
    ) -> tuple[int, int] | None:
        line = joined(self.text, tuple(row))
        found = opening(line, self.words)
        if found is None:
            return None
        rest = [line[found.after :], *(joined(self.text, each) for each in later)]
        if sum(len(part.split()) for part in rest) < _FEWEST or self.entries():
            return None
        return _stored(row, found.end), _stored(row, found.after)

    def _is_line(self, row: Sequence[Piece], *, first: bool) -> bool:
        line = joined(self.text, tuple(row))
        if is_byline(line, self.words):
            return True
        span = stamp(line, self.words)
        if span is None:
            return False
        if field_value(line, self.words, "date") is not None:
            return False
        if len(line[span.end :].split()) > _TITLE and line[span.end :].lstrip()[0] not in "(|,":
            return False  # a title follows
        lead = line[: span.start].split()
        if first and {part.lower().strip(",:|") for part in lead} & set(self.words.words("report")):
            return False  # "Report, May 2020" is the title itself
        titled = first or any(part.endswith(":") for part in lead[:-1])
        if len(lead) > (_TITLE if titled else _LEAD):
            return False
        return span.start > 0 or not self.entries()


def is_chronology(lines: Iterable[str], words: DocumentWords) -> bool:
    """Whether several lines open with a day each, or with datelines of several days.

    Then these are the days of the entries, and none is that of the text.

    >>> from extract.languages.document import document_words
    >>> is_chronology(["3 May 2020: arrest", "4 May: release"], document_words("en"))
    True
    """
    figured = [line for line in lines if _FIGURE.search(line, 0, REACH) and not is_date(line)]
    opened = (dated_opening(line, words) for line in figured)
    dates = {found.date.edtf for found in opened if found and found.date}
    return len(dates) > 1 or sum(1 for line in figured if _day().match(line)) > 1


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Where a paragraph or, after the end of a sentence, a line begins."""
    for block in blocks:
        if block.kind in ("paragraph", "heading"):
            ended = True
            for row in rows(block.pieces):
                line = joined(text, row)
                if ended:
                    yield line
                ended = line.endswith((".", "!", "?", ";"))


@cache
def _day() -> re.Pattern[str]:
    names = any_of(sorted(months(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"[*•–-]?\s*(?:\d{{1,2}}(?:st|nd|rd|th|e)?\.?\s+{names}|{names}\.?\s+\d{{1,2}})\b",
        re.IGNORECASE,
    )


def _stored(row: Sequence[Piece], offset: int) -> int:
    for piece in row:
        length = piece.end - piece.start
        if offset <= length:
            return piece.start + offset
        offset -= length + len(piece.glue)
    return row[-1].end


def _before(row: Sequence[Piece], end: int) -> tuple[Piece, ...]:
    return tuple(replace(p, end=min(p.end, end)) for p in row if p.start < end)


def _after(row: Sequence[Piece], start: int) -> tuple[Piece, ...]:
    return tuple(replace(p, start=max(p.start, start)) for p in row if p.end > start)
