"""Made-up documents with a fixed date, and what the real pipeline says of them, made short."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.languages import pack
from extract.pipeline import extract
from extract.readers import read
from extract.sentences import Sentence, sentences
from extract.values import Claim, Document, DocumentDate, Extraction, Passage, Piece

WRITTEN = "2022-03-14"
HEADLINE = (
    "Dat meldt een krant.1\n\n1 Voorbeeldkrant, «{}», 1 March 2022 (https://krant.example/1).\n"
)


def _document(text: str, *, written: str = WRITTEN, language: str = "nl") -> Document:
    document = read("made-up.txt", text.encode())
    dates = (DocumentDate(role="issued", date=written, start=0, end=1),)
    return replace(document, metadata=replace(document.metadata, language=language, dates=dates))


def _named(extraction: Extraction) -> list[dict[str, object]]:
    names = {referent.key: referent.names[0] for referent in extraction.referents}
    return [_flat(claim, names[claim.subject.referent]) for claim in extraction.claims]


def _flat(claim: Claim, subject: str) -> dict[str, object]:
    return {
        "type": claim.type,
        "subject": subject,
        "date": claim.date,
        "status": claim.status,
        "attributed_to": claim.attributed_to,
        "cites": tuple(source.marker for source in claim.cites),
        "quote": claim.quote.text,
        **dict(claim.args),
    }


@pytest.fixture(scope="session")
def made_up() -> Callable[..., Document]:
    """A text as a document of 14 March 2022 in Dutch, or as ``written`` and ``language`` say."""
    return _document


@pytest.fixture(scope="session")
def said() -> Callable[..., list[dict[str, object]]]:
    """The claims of a text, each as one flat mapping with the arguments beside the rest."""
    return lambda text, **given: _named(extract(_document(text, **given)))


@pytest.fixture(scope="session")
def headline() -> Callable[[str], list[dict[str, object]]]:
    """The claims of a Dutch document whose one footnote cites this English headline."""
    return lambda text: _named(extract(_document(HEADLINE.format(text))))


def _sentences(text: str, language: str = "nl") -> list[Sentence]:
    pieces = (Piece(start=0, end=len(text)),)
    passage = Passage(kind="body", section="body", pieces=pieces, text=text)
    return list(sentences(passage, pack(language)))


@pytest.fixture(scope="session")
def cut() -> Callable[..., list[Sentence]]:
    """The sentences of a text, in Dutch or the language given."""
    return _sentences
