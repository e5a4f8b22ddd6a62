"""A small made-up graph, built from made-up extractions."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from extract.values import (
    ArgValue,
    Claim,
    Document,
    DocumentDate,
    Extraction,
    Mention,
    Metadata,
    Party,
    Passage,
    Piece,
    Referent,
    Section,
    Source,
)
from kg.build import write_build
from ontology.load import ontology

TEXT = (
    "Volgens de Voorbeeldkrant is Anna Voorbeeld op 4 februari 2021 aangehouden. "
    "Zij werd op 1 maart 2021 veroordeeld tot twee jaar op grond van artikel 12. "
    "Anna Voorbeeld zou ziek zijn. "
    "Qasım Uydurmaov zit sinds 2021 vast.\x1b[31m "
    "Qasim Uydurmaov en Anna Voorbeeld zijn aangeklaagd."
)
PAPER = Source(
    marker="1",
    publisher="Voorbeeldkrant",
    title="Anna V. aangehouden",
    date="2021-02-05",
    url="https://krant.example/1",
)


def claim(kind: str, subject: str, sentence: int, **more: object) -> Claim:
    """A claim that a sentence of :data:`TEXT` makes."""
    ends = [hit.end() for hit in re.finditer(r"\.(?=\s|\x1b|$)", TEXT)]
    start = ends[sentence - 1] + 1 if sentence else 0
    given: dict[str, object] = {
        "document": "ab" * 32,
        "language": "nl",
        "type": kind,
        "subject": Mention(text=subject, start=start, end=start + 3, referent=subject),
        "status": "reported",
        "quote": DOCUMENT.quote(start, ends[sentence]),
        "section": "answer-1",
        "extractor": "made-up/1",
        **more,
    }
    return Claim(**given)  # type: ignore[arg-type]


DOCUMENT = Document(
    id="ab" * 32,
    name="made-up.txt",
    media_type="text/plain",
    text=TEXT,
    metadata=Metadata(
        title="Verzonnen antwoord",
        language="nl",
        parties=(Party(role="answerer", name="Minister Verzonnen"),),
        dates=(
            DocumentDate(role="issued", date="2021-06-01", start=0, end=1),
            DocumentDate(role="margin", date="2021-05-01", start=2, end=3),
        ),
    ),
    sections=(
        Section(
            id="answer-1",
            kind="answer",
            number="1",
            voice="Minister Verzonnen",
            start=0,
            end=len(TEXT),
        ),
    ),
    passages=(
        Passage(
            kind="body",
            section="answer-1",
            pieces=(Piece(start=0, end=len(TEXT)),),
            text=TEXT,
        ),
    ),
    sources=(PAPER,),
)


def extraction() -> Extraction:
    """The made-up document with its claims."""
    anna, qasim = "Anna Voorbeeld", "Qasım Uydurmaov"
    return Extraction(
        document=DOCUMENT,
        referents=(
            Referent(key=anna, kind="person", names=(anna,)),
            Referent(
                key=qasim,
                kind="person",
                names=(qasim, "Qasim Uydurmaov"),
                reasons=("ı is another spelling of i",),
            ),
        ),
        claims=(
            claim(
                "arrest", anna, 0, date="2021-02-04", attributed_to=("Voorbeeldkrant",),
                cites=(PAPER,),
            ),
            claim(
                "sentence", anna, 1, date="2021-03-01",
                args=(("articles", ("12",)), ("duration", "P2Y")),
            ),
            claim("health_condition", anna, 2, status="alleged", args=(("condition", "ziek"),)),
            claim("detention", qasim, 3, date="2021"),
            claim("charge", anna, 4),
            claim("charge", qasim, 4),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the made-up graph."""
    out = tmp_path_factory.mktemp("graph")
    write_build([extraction()], out)
    return out


@pytest.fixture(scope="session")
def every_type(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A claim of each type about the first kind of subject it takes; two that contradict."""
    out = tmp_path_factory.mktemp("every-type")
    kinds = {kind.name: kind.subject_kinds[0] for kind in ontology().types.values()}
    names = {kind: f"Verzonnen {kind.title()}" for kind in kinds.values()}
    claims = [
        claim(name, names[kind], 0, date="2021-02-04", args=_args(name))
        for name, kind in kinds.items()
    ]
    other = claim(
        "sentence", "Anna Voorbeeld", 1, date="2021-03-01", args=(("duration", "P3Y"),),
        cites=(replace(PAPER, date="2019", url=None),),
    )  # fmt: skip
    told = extraction()
    referents = [Referent(key=name, kind=kind, names=(name,)) for kind, name in names.items()]
    made = replace(
        told, referents=(*told.referents, *referents), claims=(*told.claims, *claims, other)
    )
    write_build([made], out)
    return out


def _args(claim_type: str) -> tuple[tuple[str, ArgValue], ...]:
    """A value for each role that takes words or a number."""
    given: list[tuple[str, ArgValue]] = []
    for role in ontology().types[claim_type].roles:
        if role.range == "text":
            given.append((role.name, ("iets",) if role.maximum is None else "iets"))
        if role.range == "integer":
            given.append((role.name, 6))
    return tuple(sorted(given))
