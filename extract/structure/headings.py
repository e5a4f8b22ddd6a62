"""The headings of questions and answers in parliamentary papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.languages.document import DocumentWords, any_of
from extract.values import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line such as "Vraag 3 en 4": ``numbers`` is empty where it gives none."""

    kind: Literal["question", "answer"]
    numbers: tuple[str, ...]


class Headings:
    """What heads a question or an answer in one language, or in all."""

    def __init__(self, words: DocumentWords) -> None:
        through = any_of(words.words("through"))
        links = any_of((*words.words("and"), *words.words("through"), "&"))
        between = rf"(?:\s*[,–-]\s*(?:{links}\s+)?|\s+{links}\s+)"
        numbers = rf"\d{{1,3}}(?:{between}\d{{1,3}})*"
        asked = rf"(?P<question>{any_of(words.words('question'))})\s+(?P<asked>{numbers})"
        to = any_of(words.words("answer_to"))
        answers = any_of(words.words("answer"))
        answer = rf"(?P<answer>{answers})(?:\s+{to})?"
        answered = rf"(?P<answered>{numbers})"
        self._through = re.compile(rf"(\d+)\s*(?:{through}|[–-])\s*(\d+)")
        self._line = re.compile(rf"(?:{asked}|{answer}(?:\s+{answered})?)\s*[.:]?", re.IGNORECASE)
        self._opening = re.compile(
            rf"(?:(?:{asked}|{answer}\s+{answered})\s*[.:]|{answers}\s*:)\s+(?=\S)"
        )

    def read(self, line: str) -> Heading | None:
        """What the line heads; None where it is no such heading."""
        match = self._line.fullmatch(line)
        if match is None:
            return None
        numbers = self._expand(match["asked"] or match["answered"] or "")
        return Heading(kind="question" if match["question"] else "answer", numbers=numbers)

    def split(self, text: str, row: Sequence[Piece]) -> tuple[tuple[tuple[Piece, ...], bool], ...]:
        """The pieces of a line, cut after a heading that it opens with; each part says whether
        it is a heading.
        """
        first = text[row[0].start : row[0].end]
        if self.read(first + "".join(text[piece.start : piece.end] for piece in row[1:])):
            return ((tuple(row), True),)
        match = self._opening.match(text, row[0].start, row[0].end)
        if match is None:
            return ((tuple(row), False),)
        head = replace(row[0], end=match.start() + len(match.group().rstrip()), glue=" ")
        return ((head,), True), ((replace(row[0], start=match.end()), *row[1:]), False)

    def _expand(self, numbers: str) -> tuple[str, ...]:
        def spell(match: re.Match[str]) -> str:
            """All numbers of "3 to 6", with spaces between."""
            return " ".join(str(n) for n in range(int(match[1]), int(match[2]) + 1))

        return tuple(re.findall(r"\d+", self._through.sub(spell, numbers)))
