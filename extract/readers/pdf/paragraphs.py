"""Rows to paragraphs and headings, by their gaps, their ends, their indents and their letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from extract.readers.pdf.rows import Row

_ENDED = re.compile(r"[.?!:;…][\"»”’')\]]*(?:\[?\d{1,3}\]?)?$")
_ITEM = re.compile(r"(?:[•●▪‣◦–-]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s+\S")
_END = 40  # letters with which a sentence may close
_GAP = 1.28  # times the usual distance of two rows
_OTHER = 0.12  # a difference of size that makes other letters
_INDENT = 0.7  # of a row's height
_SHORT = 0.8  # of the widest row beside it: a row that ends of itself, whatever follows
_BRACKET = 8  # rows over which a bracket stays open: nothing ends in one
_HEADING_ROWS = 3
_HEADING_WORDS = 20
_MOST_GAP = 2.5  # times the height of a row: rows further apart say nothing of the usual distance


@dataclass(frozen=True, slots=True)
class Look:
    """What is usual in a document: the height of its letters, and how far its rows are apart."""

    size: float
    pitches: Mapping[int, float]

    @classmethod
    def of(cls, columns: Sequence[Sequence[Row]]) -> Look:
        """The look of the rows of a document."""
        letters: dict[int, int] = defaultdict(int)
        found: dict[int, list[float]] = defaultdict(list)
        for column in columns:
            last, above = 0, 0.0
            for row in column:
                step = _step(row)
                letters[step] += len(row.text)
                pitch = row.bottom - above
                if step == last and 0 < pitch < _MOST_GAP * row.size:
                    found[step].append(pitch)
                last, above = step, row.bottom
        usual = max(letters, key=lambda step: (letters[step], step), default=20)
        # the lower half: where paragraphs are short, most distances are those between them
        pitches = {step: median(sorted(own)[: len(own) // 2 + 1]) for step, own in found.items()}
        return cls(size=usual / 2, pitches=pitches)

    def pitch(self, row: Row) -> float:
        """How far the next row of the same paragraph stands."""
        return self.pitches.get(_step(row), 1.25 * row.size)


def _step(row: Row) -> int:
    return round(2 * (row.bottom - row.top))


def paragraphs(columns: Sequence[Sequence[Row]], look: Look) -> Iterator[list[Row]]:
    """The rows of a page paragraph by paragraph; one may go on in the next column."""
    held: list[Row] = []
    for column in columns:
        rights = [row.right for row in column]
        for index, row in enumerate(column):
            beside = max(rights[max(0, index - 2) : index + 2])
            if held and _begins(held, row, beside, look, column=index == 0):
                yield held
                held = []
            held.append(row)
    if held:
        yield held


def _begins(held: Sequence[Row], row: Row, beside: float, look: Look, *, column: bool) -> bool:
    """Whether the row begins a paragraph, after the rows that are held."""
    last = held[-1]
    other = abs(row.size - last.size) / last.size
    if other > 2 * _OTHER or (other > _OTHER and row.bold != last.bold):
        return True
    ended = bool(_ENDED.search(last.text[-_END:]))
    if column:
        return ended or bool(_ITEM.match(row.text))
    distance = (row.bottom - last.bottom) / _GAP
    if distance > look.pitch(row) and distance > look.pitch(last):
        return True
    if row.bottom <= last.bottom - last.size:
        return True
    if len(held) < _BRACKET:
        opened = "".join([one.text for one in held])
        if opened.count("(") > opened.count(")"):
            return False
    return _ends(held, row, beside, ended=ended)


def _ends(held: Sequence[Row], row: Row, beside: float, *, ended: bool) -> bool:
    """Whether the last row ends of itself, by its width, the next one's indent or its bullet."""
    last = held[-1]
    widest = max(beside, last.right, row.right)
    word = row.text.split(None, 1)[0]
    wide = (row.right - row.left) * (len(word) + 1) / max(len(row.text), 1)
    fits = last.right + wide < widest
    indent = _INDENT * row.size
    if row.bold != last.bold and fits:
        return True
    if _ITEM.match(row.text) and (fits or ended or _ITEM.match(held[0].text)):
        return True
    if ended and row.left > last.left + indent and not _ITEM.match(held[0].text):
        return True
    if len(held) > 1 and row.left < last.left - indent and last.left > held[0].left + indent:
        return True
    if not fits or row.text[0].islower():
        return False
    whole = last.right - last.left < _SHORT * (widest - last.left)
    return ended or whole


def is_heading(held: Sequence[Row], look: Look) -> bool:
    """Whether the rows head what follows: few words, bold or larger, and no sentence."""
    return (
        len(held) <= _HEADING_ROWS
        and (
            all(row.bold for row in held)
            or min(row.size for row in held) > (1 + _OTHER) * look.size
        )
        and sum(len(row.text.split()) for row in held) <= _HEADING_WORDS
        and any(letter.isalpha() for letter in held[0].text)
        and not re.search(r"[.;,][\"»”’')\]]*$", held[-1].text)
    )
