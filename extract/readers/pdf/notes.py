"""Footnotes of a printed page: small rows at its foot, each bound to a raised number above.

Both ends are known by how they are printed: the number in the text is raised, the note opens with
the same number and stands lower, in smaller letters or after a raised number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from extract.readers.pdf.paragraphs import Look
from extract.readers.pdf.rows import Row

_LEAD = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3}))[.)]?\s*(?=\S)")
_SMALL = 0.93  # of the usual height of letters
_BEFORE = 2  # pages on which the number of a note may stand, its own and those before


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, the place of its first row, and where its words begin there."""

    label: str
    row: int
    words: int


@dataclass(frozen=True, slots=True)
class Raised:
    """A raised number in the text: the row and its place there."""

    label: str
    row: int
    start: int
    end: int


def note_leads(rows: Sequence[Row], look: Look) -> tuple[Note, ...]:
    """The rows of a page that may open a note, with the rows' numbers."""
    found = []
    for index, row in enumerate(rows):
        match = _LEAD.match(row.text)
        if match is None or match.end() >= len(row.text):
            continue
        raised = any(start == 0 for start, _ in row.raised)
        if raised or (row.size < _SMALL * look.size and _is_foot(rows[index:], look)):
            label = str(int(match[1] or match[2]))
            found.append(Note(label=label, row=index, words=match.end()))
    return tuple(found)


def raised_numbers(rows: Sequence[Row], labels: Container[str]) -> Iterator[Raised]:
    """The raised numbers of a page's rows, but for those that open a row.

    ``labels`` are the notes' numbers: what is none of them may be two that stand together.
    """
    for index, row in enumerate(rows):
        for start, end in row.raised:
            printed = row.text[start:end].strip("[]")
            cut = 0 if printed in labels else _cut(printed, labels)
            if start > 0 and cut:
                yield Raised(label=printed[:cut], row=index, start=start, end=start + cut)
                yield Raised(label=printed[cut:], row=index, start=start + cut, end=end)
            elif start > 0:
                yield Raised(label=str(int(printed)), row=index, start=start, end=end)


def _cut(printed: str, labels: Container[str]) -> int:
    """Where a run of digits falls apart into two notes' numbers; 0 where it does not."""
    cuts = range(len(printed) - 1, 0, -1)
    return next((i for i in cuts if printed[:i] in labels and printed[i:] in labels), 0)


def note_rows(rows: Sequence[Row], notes: Sequence[Note], look: Look) -> dict[int, Note]:
    """The note to which each row of a page belongs, by the row's number."""
    found: dict[int, Note] = {}
    for place, note in enumerate(notes):
        after = notes[place + 1].row if place + 1 < len(notes) else len(rows)
        found[note.row] = note
        last = rows[note.row]
        for index in range(note.row + 1, after):
            if not _goes_on(last, rows[index], look):
                break
            found[index] = note
            last = rows[index]
    return found


def _goes_on(last: Row, row: Row, look: Look) -> bool:
    """Whether a row of a note goes on in the next one."""
    alike = row.size <= max(_SMALL * look.size, 1.05 * last.size)
    return alike and 0 < row.bottom - last.bottom < 2 * max(last.size, row.size)


def _is_foot(rows: Sequence[Row], look: Look) -> bool:
    """Whether nothing follows in the usual letters but what stands higher (another column)."""
    return not any(
        row.size >= _SMALL * look.size and row.bottom > rows[0].bottom and len(row.text) > 4
        for row in rows
    )
