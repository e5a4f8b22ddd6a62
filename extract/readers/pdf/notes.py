"""Footnotes of a printed page: small rows at its foot, each bound to a raised number above.

Both ends are known by how they are printed: the number in the text is raised, the note opens with
the same number and stands lower, in smaller letters or after a raised number of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.readers.pdf.paragraphs import Look
from extract.readers.pdf.rows import Row
from extract.values import Marker

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


_Printed = tuple[int, Raised]  # a raised number and its page
Bound = tuple[Note, Marker | None]


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


def bound(
    pages: Sequence[Sequence[Row]],
    places: Sequence[Sequence[int]],
    look: Look,
    running: Sequence[Container[int]],
) -> list[list[Bound]]:
    """The notes of each page, each with its marker where one was found.

    ``places`` say where each row begins in the text; ``running`` are the rows that are no notes.
    Where numbers begin again, a note's label says its page too.
    """
    found = [
        [note for note in note_leads(rows, look) if note.row not in apart]
        for rows, apart in zip(pages, running, strict=True)
    ]
    printed = Counter(note.label for notes in found for note in notes)
    raised: dict[str, list[list[_Printed]]] = defaultdict(list)
    for page, rows in enumerate(pages):
        for label, same in _by_label(page, raised_numbers(rows, printed)):
            raised[label].append(same)
    return [list(_bound(page, notes, printed, raised, places)) for page, notes in enumerate(found)]


def _by_label(page: int, numbers: Iterator[Raised]) -> Iterable[tuple[str, list[_Printed]]]:
    same: dict[str, list[_Printed]] = defaultdict(list)
    for number in numbers:
        same[number.label].append((page, number))
    return same.items()


def _bound(
    page: int,
    notes: Sequence[Note],
    printed: Mapping[str, int],
    raised: Mapping[str, list[list[_Printed]]],
    places: Sequence[Sequence[int]],
) -> Iterator[Bound]:
    for note in notes:
        again = printed[note.label] > 1
        label = f"{note.label}, p. {page + 1}" if again else note.label
        taken = _take(raised.get(note.label, []), page, note.row)
        if taken:
            start = places[taken[0]][taken[1].row]
            marker = Marker(label=label, start=start + taken[1].start, end=start + taken[1].end)
            yield replace(note, label=label), marker
        elif not again:
            yield note, None


def _take(same: list[list[_Printed]], page: int, row: int) -> _Printed | None:
    """The raised number of a note: on its page, else on the nearest page before; used once."""
    at = bisect_right(same, page, key=lambda numbers: numbers[0][0]) - 1
    for index in range(at, -1, -1):
        for number in same[index]:
            if (number[0], number[1].row) != (page, row):
                same[index].remove(number)
                if not same[index]:
                    del same[index]
                return number
    return None


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
