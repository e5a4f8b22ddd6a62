"""One file, read: its sections, footnotes, sources and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from extract.values.place import Box, PrintedLine, boxes, sureness
from extract.values.text import CUT, Passage, PassageIndex, Piece

_BETWEEN = 4  # letters: a line's end, a marker


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document: ``question-3``, ``answer-3``, ``body``, ``footnote-4``.

    ``voice`` names who speaks in it (the asker of a question, the minister of an answer),
    "" where nobody in particular does. A ``record`` is about one person: ``names`` are the places
    of the name that heads it and of those given beside it, ``category`` the headings under which
    it stands, the widest first.
    """

    id: str
    kind: Literal["front", "question", "answer", "body", "footnote", "record"]
    number: str
    voice: str
    start: int
    end: int
    names: tuple[tuple[int, int], ...] = ()
    category: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A footnote's marker in the running text: which footnote, and where the marker stands."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source that a footnote cites, as far as the footnote says it.

    ``date`` is EDTF. ``title_start``/``title_end`` give the title's place in the stored text,
    so that a headline can make claims of its own.
    """

    marker: str
    publisher: str | None = None
    title: str | None = None
    date: str | None = None
    page: str | None = None
    url: str | None = None
    title_start: int | None = None
    title_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone who speaks in a document as a whole: the asker, the answerer, the sender."""

    role: Literal["asker", "answerer", "sender", "recipient", "author", "publisher"]
    name: str
    office: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDate:
    """A date that a document gives for itself; two that differ are both kept."""

    role: Literal["issued", "submitted", "received", "margin"]
    date: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the file's own fields say of the document: a page's head, a Word file's properties.

    ``issued`` and ``modified`` are EDTF; ``address`` is the canonical URL, ``identifier`` the
    publisher's own. "" where the file does not say: nothing is guessed.
    """

    title: str = ""
    creators: tuple[str, ...] = ()
    publisher: str = ""
    issued: str = ""
    modified: str = ""
    language: str = ""
    address: str = ""
    identifier: str = ""


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a document says of itself. ``kind`` is a term of the vocabulary ``documents``.

    ``covers`` is the year that a report is about, "" where it does not say. ``given`` is what
    the file's fields say, the rest is read from its text.
    """

    kind: str = "text"
    title: str = ""
    number: str = ""
    language: str = ""
    parties: tuple[Party, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    covers: str = ""
    given: Given = NOTHING_GIVEN

    @property
    def date(self) -> str | None:
        """The date on which relative dates rest: issued, else received, else any, else None.

        What the text says goes before what the file's fields say. An answer on a question's sheet
        is later than what was issued with the question.
        """
        answered = {item.date for item in self.dates if item.role == "received"}
        issued = {item.date for item in self.dates if item.role == "issued"}
        late = bool(answered and issued) and max(answered) > max(issued)
        first = ("received", "issued") if late else ("issued", "received")
        order = (*first, "submitted", "margin")
        found = sorted(self.dates, key=lambda item: order.index(item.role))
        return found[0].date if found else self.given.issued or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The document's own words. Made only by :meth:`Document.quote`.

    ``recognised`` says that they were read from a picture of the page (OCR), and how sure the
    reading of the least sure of them is, in percent; None where the file has them as text.
    """

    text: str
    start: int
    end: int
    page: int | None
    boxes: tuple[Box, ...] = ()
    recognised: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What of a document was read from pictures (OCR): by which engine, on which pages, from 1."""

    engine: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What a reader left out or found unfit to read: why, what to do, and its place if any.

    ``code`` is a word of :class:`extract.values.Fault`.
    """

    reason: str
    advice: str
    start: int | None = None
    end: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file, read. ``id`` is the SHA-256 of its bytes, in hex; ``name`` its file name.

    ``page_starts`` holds the offset at which each page begins; empty where pages are unknown.
    ``lines`` say where each line of the text is printed; empty where the format has no places.
    ``recognition`` is None where the file has all of its text as text.
    """

    id: str
    name: str
    media_type: str
    text: str
    metadata: Metadata
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    markers: tuple[Marker, ...] = ()
    sources: tuple[Source, ...] = ()
    page_starts: tuple[int, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    omissions: tuple[Omission, ...] = ()
    recognition: Recognition | None = None
    _index: PassageIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", PassageIndex(self.passages))

    def quote(self, start: int, end: int) -> Quote:
        """The words that stand at ``[start, end)`` of the stored text, healed.

        A span over several passages of one kind (an office, then the name that signs) is theirs.
        Raises ValueError where no passage holds the start, or no word stands in the span.
        """
        held = self._held(start, end)
        runs = (_healed(self.text, passage, start, end) for passage in held)
        words = " ".join(run for run in runs if run)
        if not words:
            raise ValueError(f"{self.name}: no text to quote at {start}-{end}")
        return Quote(
            text=words,
            start=start,
            end=end,
            page=self.page(start),
            boxes=tuple(self._boxes(held, start, end)) if self.lines else (),
            recognised=self._sureness(held, start, end) if self.recognition else None,
        )

    def _held(self, start: int, end: int) -> list[Passage]:
        """The passages of one section and kind that stand in the span; none without its start."""
        first = next((self.passages[i] for i in self._index.over(start, start + 1)), None)
        if first is None:
            return []
        inside = (self.passages[i] for i in self._index.over(start, end))
        return [p for p in inside if (p.section, p.kind) == (first.section, first.kind)]

    def _boxes(self, held: Iterable[Passage], start: int, end: int) -> Iterator[Box]:
        """The places on the page of the words quoted, a box a line, and of nothing between."""
        whole = _whole(_spans(held, start, end))
        return (box for a, b in whole for box in boxes(self.text, self.lines, a, b))

    def _sureness(self, held: Iterable[Passage], start: int, end: int) -> int | None:
        found = (sureness(self.lines, a, b) for a, b in _spans(held, start, end))
        return min((percent for percent in found if percent is not None), default=None)

    def page(self, offset: int) -> int | None:
        """The page, counted from 1, on which the offset stands; None where pages are unknown."""
        return sum(1 for begin in self.page_starts if begin <= offset) or None

    def section(self, section_id: str) -> Section:
        """The section of that id. Raises KeyError where there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


def _spans(held: Iterable[Passage], start: int, end: int) -> list[tuple[int, int]]:
    """The places in the stored text of what is quoted of the passages."""
    pieces = (piece for passage in held for piece in passage.pieces)
    spans = ((max(p.start, start), min(p.end, end)) for p in pieces)
    return [span for span in spans if span[0] < span[1]]


def _whole(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those as one that only a marker or white space divides: a box a line."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and 0 <= start - found[-1][1] <= _BETWEEN:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _healed(text: str, passage: Passage, start: int, end: int) -> str:
    inside = [piece for piece in passage.pieces if piece.start < end and start < piece.end]
    if not inside:
        return ""
    runs = [text[max(start, piece.start) : min(end, piece.end)] for piece in inside]
    joints = [_join(piece) for piece in inside[:-1]]
    return "".join(run + joint for run, joint in zip(runs, [*joints, ""], strict=True)).strip()


def _join(piece: Piece) -> str:
    space = " " if piece.glue else ""
    return f"{space}{CUT}{space}" if piece.cut else space
