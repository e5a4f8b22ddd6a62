"""The same text gives the same claims, in whatever format it comes."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from extract.pipeline import extract
from extract.readers import read
from extract.values import CUT, Claim, Document, Extraction
from kg.files import samples

SEEDS = sorted(path.name for path in samples().iterdir())
FORMATS = {
    "page.html": "text/html",
    "paper.xml": "application/xml",
    "letter.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "print.pdf": "application/pdf",
}


@cache
def seed(name: str) -> tuple[Extraction, bytes]:
    data = (samples() / name).read_bytes()
    return extract(read(name, data)), data


def said(extraction: Extraction) -> Counter[tuple[Any, ...]]:
    names = {referent.key: referent.names[:1] for referent in extraction.referents}
    return Counter(_claim(claim, names) for claim in extraction.claims)


def _claim(claim: Claim, names: dict[str, tuple[str, ...]]) -> tuple[Any, ...]:
    cites = tuple((s.marker, s.publisher, s.title, s.date, s.page, s.url) for s in claim.cites)
    quote = " ".join(claim.quote.text.replace(CUT, " ").split())
    return (
        claim.type, names[claim.subject.referent], claim.subject.text, claim.date, claim.status,
        claim.args, claim.attributed_to, cites, claim.section, quote,
    )  # fmt: skip


def difference(found: Extraction, wanted: Extraction) -> str:
    missing, more = said(wanted) - said(found), said(found) - said(wanted)
    return "\n".join([*(f"- {item}" for item in missing), *(f"+ {item}" for item in more)])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", SEEDS)
def test_the_same_text_gives_the_same_claims(name: str, form: str, written: Any) -> None:
    plain, data = seed(name)
    document: Document = read(form, written(plain.document, data, form))
    assert document.media_type == FORMATS[form]
    found = extract(document)
    assert len(plain.claims) > 15
    assert not difference(found, plain)
    assert [s.publisher for s in document.sources] == [s.publisher for s in plain.document.sources]
