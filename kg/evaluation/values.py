"""The frozen values of an evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A claim that an annotator found.

    Where several answers are right, ``types``, ``dates``, ``statuses`` and ``quotes`` hold the
    preferred one first. An ``optional`` claim is neither asked for nor held against who makes it.
    """

    document: str
    types: tuple[str, ...]
    subject: str
    kind: str
    dates: tuple[str | None, ...]
    statuses: tuple[str, ...]
    markers: frozenset[str]
    args: Mapping[str, Value]
    quotes: tuple[str, ...]
    optional: bool = False

    @property
    def type(self) -> str:
        """The preferred type."""
        return self.types[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A claim of the graph, as a line of claims.jsonl gives it; ``names`` are its subject's.

    ``confidence`` is the probability that it is right, as the extractor has it.
    """

    document: str
    type: str
    names: tuple[str, ...]
    kind: str
    date: str | None
    status: str
    markers: frozenset[str]
    args: Mapping[str, Value]
    quote: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A gold claim with the claim that was found for it; either alone is missed or spurious.

    ``again`` marks a claim that was found for another gold claim before: one claim may name
    several charges.
    """

    gold: Gold | None = None
    claim: Read | None = None
    again: bool = False
    date_right: bool = False
    args_wrong: tuple[str, ...] = field(default=())
    status_right: bool = False
    cites_right: bool = False

    @property
    def found(self) -> bool:
        """Whether both are there."""
        return self.gold is not None and self.claim is not None

    @property
    def full(self) -> bool:
        """Whether the date and every scored argument are right too."""
        return self.found and self.date_right and not self.args_wrong

    @property
    def type(self) -> str:
        """The type asked for; where nothing was, the type claimed."""
        return self._of_either("type")

    @property
    def status(self) -> str:
        """The status asked for; where nothing was, the status claimed."""
        return self.gold.statuses[0] if self.gold else self._of_either("status")

    @property
    def kind(self) -> str:
        """What kind of subject it is about."""
        return self._of_either("kind")

    @property
    def document(self) -> str:
        """The document's key, see :func:`kg.evaluation.reading.document_key`."""
        return self._of_either("document")

    def _of_either(self, name: str) -> str:
        return str(getattr(self.gold or self.claim, name))
