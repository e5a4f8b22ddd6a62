"""Questions, answers, front matter, body: which part of a document each block belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.languages.document import DocumentWords
from extract.layout.blocks import Block, joined
from extract.values import Party, PassageKind, Section

SectionKind = Literal["front", "question", "answer", "body", "footnote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block, what it is, and the section that it belongs to."""

    block: Block
    kind: PassageKind
    section: str
    section_kind: SectionKind
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line such as "Vraag 3 en 4": ``numbers`` is empty where it gives none."""

    kind: Literal["question", "answer"]
    numbers: tuple[str, ...]


class Headings:
    """The headings of questions and answers in one language, or in all."""

    def __init__(self, words: DocumentWords) -> None:
        links = _any((*words.words("and"), *words.words("through"), "&"))
        self._through = re.compile(rf"(\d+)\s*(?:{_any(words.words('through'))}|[-–])\s*(\d+)")
        numbers = rf"(?P<numbers>\d{{1,3}}(?:(?:\s*[,–-]\s*|\s*,?\s*\b{links}\s+)\d{{1,3}})*)"
        asked = rf"(?P<question>{_any(words.words('question'))})\s+{numbers}"
        to = _any(words.words("answer_to"))
        answered = rf"(?P<answer>{_any(words.words('answer'))})(?:\s+{to})?(?:\s+{numbers})?"
        self.pattern = re.compile(
            rf"(?:{asked}|{answered.replace('P<numbers>', 'P<answered>')})\s*[.:]?", re.IGNORECASE
        )

    def read(self, line: str) -> Heading | None:
        """What the line heads; None where it is no such heading."""
        match = self.pattern.fullmatch(line)
        if match is None:
            return None
        numbers = self._expand(match["numbers"] or match["answered"] or "")
        return Heading(kind="question" if match["question"] else "answer", numbers=numbers)

    def _expand(self, numbers: str) -> tuple[str, ...]:
        def spell(match: re.Match[str]) -> str:
            return " ".join(str(n) for n in range(int(match[1]), int(match[2]) + 1))

        return tuple(re.findall(r"\d+", self._through.sub(spell, numbers)))


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
                block=block, kind=_passage_kind(block, kind), section=section,
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
    ends = [part.block.start for part in running[1:]] + [length]
    stands = {part.section: end for part, end in zip(running, ends, strict=True)}
    return tuple(
        Section(
            id=part.section,
            kind=part.section_kind,
            number=part.number,
            voice=_voice(part.section_kind, parties),
            start=part.block.start,
            end=stands.get(part.section, part.block.end),
        )
        for part in first.values()
    )


def _voice(kind: SectionKind, parties: Sequence[Party]) -> str:
    roles = {"question": ("asker",), "answer": ("answerer",), "body": ("sender", "author")}
    return "; ".join(party.name for party in parties if party.role in roles.get(kind, ()))


def _passage_kind(block: Block, section_kind: str) -> PassageKind:
    if block.kind == "furniture":
        return "furniture"
    if block.kind == "heading":
        return "heading"
    return "front" if section_kind == "front" else "body"


def _any(words: Sequence[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"
