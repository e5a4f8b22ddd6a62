"""The values of reference: what stands for whom, and a sentence with all that does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.sentences import Sentence
from extract.values import Kind

Form = Literal[
    "name", "subject", "object", "possessive", "unnamed", "description",
    "apposition", "relative", "reflexive", "speaker",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Tokens ``[first, end)`` of a sentence that stand for a referent.

    ``referent`` is None where nobody, or more than one, fits; ``reason`` then says why.
    ``members`` are the referents of a plural ("beiden"), which has no single one. ``cue`` is the
    token of the noun or title that introduces a person.
    """

    first: int
    end: int
    text: str
    kind: Kind
    form: Form
    referent: str | None
    cue: int | None = None
    members: tuple[str, ...] = ()
    reason: str = ""

    @property
    def begin(self) -> int:
        """Where the whole phrase begins, its title or noun included."""
        return self.first if self.cue is None or self.cue != self.first - 1 else self.cue

    @property
    def stands_for(self) -> tuple[str, ...]:
        """The keys of all referents it stands for; none where it is not known."""
        return (self.referent,) if self.referent else self.members


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A sentence with its references; ``recent`` are the persons last named before it.

    ``references`` may fill a role of a claim; ``others`` stand beside one that does (a relative
    or reflexive pronoun, an apposition) or for who speaks ("I"). ``entry`` is whose entry of a
    list or record it is in: the person who heads the paragraph, or the heading over it.
    """

    sentence: Sentence
    references: tuple[Reference, ...]
    recent: tuple[str, ...] = ()
    others: tuple[Reference, ...] = ()
    entry: str | None = None


def persons_of(references: tuple[Reference, ...]) -> tuple[str, ...]:
    """The referents of the persons among the references, each once, in order."""
    return tuple(
        dict.fromkeys(key for ref in references if ref.kind == "person" for key in ref.stands_for)
    )
