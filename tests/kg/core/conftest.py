"""Made-up documents with made-up people, as extractions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from extract.values import (
    ArgValue,
    Claim,
    Document,
    DocumentDate,
    Extraction,
    Kind,
    Mention,
    Metadata,
    Passage,
    Piece,
    Referent,
    Section,
    Source,
    Status,
)

Made = Callable[..., Extraction]


def make_claim(
    document: Document,
    at: int,
    length: int,
    referent: str,
    kind: str,
    *,
    date: str | None = None,
    status: Status = "asserted",
    by: Sequence[str] = (),
    cites: Sequence[Source] = (),
    confidence: float = 0.9,
    extractor: str = "made-up/1",
    **args: ArgValue,
) -> Claim:
    return Claim(
        document=document.id,
        language="en",
        type=kind,
        subject=Mention(text=document.text[at : at + 4], start=at, end=at + 4, referent=referent),
        status=status,
        quote=document.quote(at, at + length),
        section="body",
        date=date,
        attributed_to=tuple(by),
        cites=tuple(cites),
        args=tuple(sorted(args.items())),
        confidence=confidence,
        extractor=extractor,
    )


def make_document(name: str, text: str, date: str | None) -> Document:
    whole = Piece(start=0, end=len(text))
    dates = (DocumentDate(role="issued", date=date, start=0, end=1),) if date else ()
    return Document(
        id=hashlib.sha256(f"{name} {text}".encode()).hexdigest(),
        name=name,
        media_type="text/plain",
        text=text,
        metadata=Metadata(language="en", dates=dates),
        sections=(Section(id="body", kind="body", number="", voice="", start=0, end=len(text)),),
        passages=(Passage(kind="body", section="body", pieces=(whole,), text=text),),
    )


def make(
    name: str,
    people: Mapping[str, Sequence[str]],
    claims: Sequence[tuple[str, str, dict[str, Any]]] = (),
    date: str | None = "2022-03-14",
    kind: Kind = "person",
) -> Extraction:
    """A document of one sentence a claim; ``people`` gives the printed names by key."""
    sentences = [f"{people[key][0]} {what} number {n}." for n, (key, what, _) in enumerate(claims)]
    text = " ".join(sentences) or f"{name} says nothing."
    document, made, at = make_document(name, text, date), [], 0
    for sentence, (key, what, options) in zip(sentences, claims, strict=True):
        made.append(make_claim(document, at, len(sentence), key, what, **options))
        at += len(sentence) + 1
    referents = (Referent(key=key, kind=kind, names=tuple(names)) for key, names in people.items())
    return Extraction(document=document, referents=tuple(referents), claims=tuple(made))


@pytest.fixture(scope="session")
def made() -> Made:
    return make
