"""Questions, answers, front matter, body: which part of a document each block belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.layout.blocks import Block, joined
from extract.structure.headings import Headings
from extract.values import Party, PassageKind, Section

SectionKind = Literal["front", "question", "answer", "body", "footnote", "record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block, what it is, and the section that it belongs to.

    ``names`` and ``category`` are those of a record (:class:`extract.values.Section`).
    """

    block: Block
    kind: PassageKind
    section: str
    section_kind: SectionKind
    number: str = ""
    names: tuple[tuple[int, int], ...] = ()
    category: tuple[str, ...] = ()


def question_parts(text: str, blocks: Sequence[Block], headings: Headings) -> tuple[Part, ...]:
    """The parts of questions and answers; what stands before the first is front matter."""
    return tuple(_question_parts(text, blocks, headings))


def _question_parts(text: str, blocks: Sequence[Block], headings: Headings) -> Iterator[Part]:
    section, number = "front", ""
    kind: SectionKind = "front"
    asked: tuple[str, ...] = ()
    for block in blocks:
        heading = headings.read(joined(text, block.pieces)) if block.kind == "heading" else None
        if heading:
            numbers = heading.numbers or asked
            asked = numbers if heading.kind == "question" else asked
            section = "-".join((heading.kind, *numbers))
            kind, number = heading.kind, ", ".join(numbers)
        if block.kind == "note":
            yield note_part(block)
        else:
            yield Part(
                block=block, kind=passage_kind(block, in_front=kind == "front"), section=section,
                section_kind=kind, number=number,
            )  # fmt: skip


def note_part(block: Block) -> Part:
    """A footnote, a section of its own."""
    return Part(
        block=block, kind="footnote", section=f"footnote-{block.label}",
        section_kind="footnote", number=block.label,
    )  # fmt: skip


def sections(parts: Sequence[Part], parties: Sequence[Party], length: int) -> tuple[Section, ...]:
    """The sections in the order in which they begin; one runs to where the next one begins."""
    first: dict[str, Part] = {}
    for part in parts:
        first.setdefault(part.section, part)
    running = [part for part in first.values() if part.section_kind != "footnote"]
    ends = [part.block.start for part in running[1:]] + [length] * bool(running)
    stands = {part.section: end for part, end in zip(running, ends, strict=True)}
    return tuple(
        Section(
            id=part.section,
            kind=part.section_kind,
            number=part.number,
            voice=_voice(part.section_kind, parties),
            start=part.block.start,
            end=stands.get(part.section, part.block.end),
            names=part.names,
            category=part.category,
        )
        for part in first.values()
    )


def _voice(kind: SectionKind, parties: Sequence[Party]) -> str:
    roles = {"question": ("asker",), "answer": ("answerer",), "body": ("sender", "author")}
    return "; ".join(party.name for party in parties if party.role in roles.get(kind, ()))


def passage_kind(block: Block, *, in_front: bool, signed: bool = False) -> PassageKind:
    """What a block is of a document; ``in_front`` and ``signed`` say where it stands."""
    if block.kind in ("furniture", "hidden"):
        return block.kind
    if block.kind == "heading":
        return "heading"
    if block.kind == "dateline":
        return "front"
    if signed:
        return "signature"
    return "front" if in_front else "body"
