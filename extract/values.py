"""The frozen values that flow through the pipeline: documents, evidence, claims.

Offsets are code points of ``Document.text``, 0-based, the end excluded (Web Annotation,
oa:TextPositionSelector). ``Document.text`` is what the file says, unchanged; what people and
programs read is a *passage*: pieces of that text joined by what stood between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

Glue = Literal["", " ", "\n"]
PassageKind = Literal["heading", "body", "footnote", "front", "signature", "furniture"]
Kind = Literal["person", "organisation", "country", "group", "document", "place"]
Status = Literal["asserted", "reported", "alleged", "denied", "negated", "planned", "asked"]
ArgValue = str | int | bool | tuple[str, ...]

CUT = "[…]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run ``[start, end)`` of the stored text, and what joins it to the next piece.

    ``glue`` is "" where an end-of-line hyphen was healed or a footnote marker left out, " " where
    a line ended, "\\n" where a headed line ended. ``cut`` says that page furniture or a footnote
    stood between this piece and the next, so that a quote over it shows ``[…]``.
    """

    start: int
    end: int
    glue: Glue = ""
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, heading or footnote in reading order: pieces of the stored text.

    ``section`` is the id of the section it belongs to; ``label`` is a footnote's marker.
    """

    kind: PassageKind
    section: str
    pieces: tuple[Piece, ...]
    text: str
    label: str = ""
    _positions: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = (piece.end - piece.start + len(piece.glue) for piece in self.pieces[:-1])
        object.__setattr__(self, "_positions", tuple(accumulate(lengths, initial=0)))

    def to_stored(self, offset: int, *, end: bool = False) -> int:
        """The offset in ``Document.text`` of ``text[offset]``.

        With ``end``, ``offset`` is where a span ends, and so is the answer.
        """
        search = bisect_left if end else bisect_right
        i = max(0, search(self._positions, offset) - 1)
        piece, inside = self.pieces[i], offset - self._positions[i]
        length = piece.end - piece.start
        if inside < length or (end and inside == length):
            return piece.start + inside
        # what glues two pieces stands nowhere: the next piece begins there
        return self.pieces[i + 1].start if i + 1 < len(self.pieces) else piece.end

    def to_read(self, stored: int) -> int | None:
        """Where the stored offset stands in ``text``; None where it was cut out."""
        i = bisect_right(self.pieces, stored, key=lambda piece: piece.start) - 1
        if i < 0 or stored >= self.pieces[i].end:
            return None
        return self._positions[i] + stored - self.pieces[i].start


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document: ``question-3``, ``answer-3``, ``body``, ``footnote-4``.

    ``voice`` names who speaks in it (the asker of a question, the minister of an answer),
    "" where nobody in particular does.
    """

    id: str
    kind: Literal["front", "question", "answer", "body", "footnote"]
    number: str
    voice: str
    start: int
    end: int


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
class Metadata:
    """What a document says of itself. ``kind`` is a term of the vocabulary ``documents``.

    ``covers`` is the year that a report is about, "" where it does not say.
    """

    kind: str = "text"
    title: str = ""
    number: str = ""
    language: str = ""
    parties: tuple[Party, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    covers: str = ""

    @property
    def date(self) -> str | None:
        """The date on which relative dates rest: issued, else received, else any, else None."""
        order = ("issued", "received", "submitted", "margin")
        found = sorted(self.dates, key=lambda item: order.index(item.role))
        return found[0].date if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The document's own words. Made only by :meth:`Document.quote`."""

    text: str
    start: int
    end: int
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file, read. ``id`` is the SHA-256 of its bytes, in hex; ``name`` its file name.

    ``page_starts`` holds the offset at which each page begins; empty where pages are unknown.
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

    def quote(self, start: int, end: int) -> Quote:
        """The words that stand at ``[start, end)`` of the stored text, healed.

        A span over several passages of one kind (an office, then the name that signs) is theirs.
        Raises ValueError where no passage holds the start, or no word stands in the span.
        """
        first = next((p for p in self.passages if p.to_read(start) is not None), None)
        runs = (
            _healed(self.text, passage, start, end)
            for passage in self.passages
            if first is not None
            and (passage.section, passage.kind) == (first.section, first.kind)
            and passage.pieces[0].start < end
            and start < passage.pieces[-1].end
        )
        words = " ".join(run for run in runs if run)
        if not words:
            raise ValueError(f"{self.name}: no text to quote at {start}-{end}")
        return Quote(
            text=words,
            start=start,
            end=end,
            page=self.page(start),
        )

    def page(self, offset: int) -> int | None:
        """The page, counted from 1, on which the offset stands; None where pages are unknown."""
        return sum(1 for begin in self.page_starts if begin <= offset) or None

    def section(self, section_id: str) -> Section:
        """The section of that id. Raises KeyError where there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for someone or something, and the referent they stand for.

    ``referent`` is the key of a :class:`Referent` of the same document.
    """

    text: str
    start: int
    end: int
    referent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a document's mentions stand for: identity inside one document.

    ``names`` are the forms printed in the document, the fullest first; ``reasons`` say why
    two forms were taken for one.
    """

    key: str
    kind: Kind
    names: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement that a document makes, with the words that make it.

    ``date`` is EDTF or None; ``args`` are sorted pairs of the claim type's roles;
    ``attributed_to`` names whom the document gives for it, the nearest first;
    ``section`` is where it stands.
    """

    document: str
    language: str
    type: str
    subject: Mention
    status: Status
    quote: Quote
    section: str
    date: str | None = None
    attributed_to: tuple[str, ...] = ()
    cites: tuple[Source, ...] = ()
    args: tuple[tuple[str, ArgValue], ...] = ()
    confidence: float = 0.9
    extractor: str = ""

    def arg(self, name: str) -> ArgValue | None:
        """The argument of that name, or None."""
        return dict(self.args).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """What was dropped, where and why, so that nothing vanishes in silence.

    ``stage`` is read, annotate or claims; ``document`` a file name; ``start``/``end`` a place
    in its text where there is one.
    """

    document: str
    stage: Literal["read", "annotate", "claims"]
    reason: str
    advice: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """One document's whole result."""

    document: Document
    referents: tuple[Referent, ...]
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...] = ()
