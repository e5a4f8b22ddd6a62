"""The numbers of footnotes: how a note's line opens, and what may be its marker in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.languages.document import months
from extract.layout.blocks import Block
from extract.values import Marker, Piece

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEAD = re.compile(
    r"(?:\[(?P<bracket>\d{1,3})\]|\((?P<paren>\d{1,3})\)|(?P<half>\d{1,3})\)"
    r"|⁽?(?P<raised>[⁰¹²³⁴-⁹]{1,3})⁾?|\^(?P<caret>\d{1,3})\^?|<sup>(?P<tag>\d{1,3})</sup>"
    r"|(?P<bare>\d{1,3})[.]?(?=[ \t]))"
    r"[ \t]*(?=\S)"
)
_AFTER = r"(?=$|[\s.,;:?!)\]»”\"'’–—])"
_CLOSING = r"[.,;:?!)\]»”\"'’]"
_GLUED = re.compile(
    rf"(?:(?<=[^\W\d_])|(?<=[^\W_]{_CLOSING})|(?<=[)\]»”\"'’?!]{_CLOSING}))"
    rf"(?P<label>\d{{1,3}}){_AFTER}",
    re.MULTILINE,
)
_PATTERNS = {
    "bare": _GLUED,
    "raised": re.compile(r"(?<=\S)⁽?(?P<label>[⁰¹²³⁴-⁹]{1,3})⁾?"),
    "caret": re.compile(r"(?<=\S)\^(?P<label>\d{1,3})\^?"),
    "tag": re.compile(r"<sup>(?P<label>\d{1,3})</sup>"),
    "bracket": re.compile(r"(?<=\S)[ ]?\[(?P<label>\d{1,3})\]"),
    "half": re.compile(rf"(?<=\S)[ ]?(?<![(\d])(?P<label>\d{{1,3}})\){_AFTER}", re.MULTILINE),
    "paren": re.compile(rf"(?<=\S)[ ]?\((?P<label>\d{{1,3}})\){_AFTER}", re.MULTILINE),
}
_OPENING = re.compile(r"^[ \t]*\[(\d{1,3})\]", re.MULTILINE)
_PRINTED = ("bare", "raised", "tag")  # ways in which the marker of any note may be printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The number that a note's line opens with: its style, and where the note's words begin.

    ``named`` says that these words begin like a title or a name.
    """

    label: str
    style: str
    end: int
    named: bool


def lead(text: str, line: Piece) -> Lead | None:
    """The number that the line opens with, where it may be a note's; else None."""
    match = _LEAD.match(text, line.start, line.end)
    if match is None or match.lastgroup is None or match.end() >= line.end:
        return None
    words = text[match.end() : line.end]
    first = re.match(r"[^\W\d_]+", words)
    if match.lastgroup == "bare" and first and first.group().lower() in months():
        return None  # a line that goes on with a date: "5 mei 2020"
    return Lead(
        label=_label(match[match.lastgroup]),
        style=match.lastgroup,
        end=match.end(),
        named=words[0].isupper() or words[0] in "«“\"'‘„" or words.startswith(("http", "www.")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Every place of a text where a marker may stand, by style and label.

    ``opening`` are the labels in brackets with which lines of the text open.
    """

    text: str
    places: Mapping[tuple[str, str], Sequence[Marker]]
    opening: frozenset[str]

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block]) -> Candidates:
        """The candidates in the blocks' own characters."""
        places: dict[tuple[str, str], list[Marker]] = defaultdict(list)
        for block in blocks:
            if block.kind != "furniture":
                for style, marker in _markers(text, block):
                    places[style, marker.label].append(marker)
        return cls(text=text, places=places, opening=frozenset(_OPENING.findall(text)))

    def best(
        self,
        note: Lead,
        after: int,
        before: int,
        notes: Sequence[tuple[int, int]],
        *,
        sure: bool,
    ) -> Marker | None:
        """The likeliest marker of a note between two places and outside other notes.

        Where one must be ``sure``, only a number that cannot belong to the word before it.
        """
        for style in self._styles(note):
            found = [
                marker
                for marker in self.places.get((style, note.label), ())
                if after <= marker.start < before and not _is_within(marker.start, notes)
            ]
            doubted = style == "bare"
            clean = [marker for marker in found if not (doubted and self._doubtful(marker))]
            if clean or (found and not sure):
                return (clean or found)[0]
        return None

    def _styles(self, note: Lead) -> Iterator[str]:
        """How the note's marker may be printed; in brackets where no note is so numbered itself."""
        yield from dict.fromkeys((note.style, *_PRINTED))
        if note.style == "bare" and note.label not in self.opening:
            yield "bracket"

    def _doubtful(self, marker: Marker) -> bool:
        # "COVID19" or "artikel 281.2": a number that belongs to the word before it.
        before = self.text[max(0, marker.start - 2) : marker.start]
        return before[-1:].isupper() or (before[:1].isdigit() and not before[-1:].isalnum())


def _markers(text: str, block: Block) -> Iterator[tuple[str, Marker]]:
    for piece in block.pieces:
        for style, pattern in _PATTERNS.items():
            for match in pattern.finditer(text, piece.start, piece.end):
                label = _label(match["label"])
                yield style, Marker(label=label, start=match.start(), end=match.end())


def _label(printed: str) -> str:
    return str(int(printed.translate(_SUPERSCRIPTS)))


def _is_within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, at, key=lambda span: span[0])
    return index > 0 and at < spans[index - 1][1]
