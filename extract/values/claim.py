"""What a document claims, of whom, with the words that make the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.values.document import Document, Quote, Source

Kind = Literal["person", "organisation", "country", "group", "document", "place"]
Status = Literal["asserted", "reported", "alleged", "denied", "negated", "planned", "asked"]
ArgValue = str | int | bool | tuple[str, ...]


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
    ``section`` is where it stands; ``confidence`` is the probability that it is right, weighed
    from its ``signs`` (see :mod:`extract.confidence`).
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
    signs: tuple[str, ...] = ()
    extractor: str = ""

    def arg(self, name: str) -> ArgValue | None:
        """The argument of that name, or None."""
        return dict(self.args).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """What was dropped, where and why, so that nothing vanishes in silence.

    ``stage`` is read, annotate or claims; ``document`` a file name; ``start``/``end`` a place
    in its text where there is one; ``code`` a word of :class:`extract.values.Fault`,
    "" for a single claim.
    """

    document: str
    stage: Literal["read", "annotate", "claims"]
    reason: str
    advice: str = ""
    start: int | None = None
    end: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """One document's whole result."""

    document: Document
    referents: tuple[Referent, ...]
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...] = ()
