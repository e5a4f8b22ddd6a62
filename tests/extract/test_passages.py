"""Laws of passages and quotes, on any text that the readers accept."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from extract.layout.blocks import joined
from extract.readers import ReadError, read
from extract.values import CUT, Document, Passage, Piece
from extract.values.text import PassageIndex

snippets = st.sampled_from(
    ["Anna", "woord", "af-", "gebroken", "EU-", "\n", "\n\n", "\r\n", "\f", " ", "  ", ".", "?",
     "Waar.1", "Bakoe?2", "\n\n1 Krant, «Waar», 2020", "\n2 Blad, «Ook», https://a.example/x-",
     "Vraag 1", "Antwoord 1", "\nVraag 2\n", "**", "*", "[^1]", "\n[^1]: ", "[a](b)", "\n> ",
     "\n- ", "# ", "`", "\\*", "&amp;", "|", "\n---\n", "<sup>1</sup>", "<b>", "\u2028", "é", "𝒜",
     "**Datum**  \n3 mei 2020\n\n", "«", "»", "Zie", "lijk", "\t", "\n    ", "~~~\n", "\u00ad"]
)  # fmt: skip
sources = st.lists(snippets, min_size=1, max_size=40).map("".join)


def check(document: Document) -> None:
    """What must hold of every document."""
    text = document.text
    assert [p.pieces[0].start for p in document.passages] == sorted(
        p.pieces[0].start for p in document.passages
    )
    ids = [section.id for section in document.sections]
    assert len(ids) == len(set(ids))
    taken: set[int] = set()
    for passage in document.passages:
        assert passage.section in ids
        assert passage.text == joined(text, passage.pieces)
        assert passage.text.strip() == passage.text != ""
        for piece in passage.pieces:
            span = set(range(piece.start, piece.end))
            assert span
            assert not span & taken
            taken |= span
            for stored in span:
                read_at = passage.to_read(stored)
                assert read_at is not None
                assert passage.text[read_at] == text[stored]
                assert passage.to_stored(read_at) == stored
                assert passage.to_stored(read_at + 1, end=True) == stored + 1
    for marker in document.markers:
        assert not taken & set(range(marker.start, marker.end))
        assert any(p.kind == "footnote" and p.label == marker.label for p in document.passages)
    for section in document.sections:
        assert 0 <= section.start < section.end <= len(text)


def check_quotes(document: Document) -> None:
    for passage in document.passages:
        start, end = passage.pieces[0].start, passage.pieces[-1].end
        quote = document.quote(start, end)
        assert quote.text.replace(CUT, "").split() == passage.text.split() or (
            "".join(quote.text.replace(CUT, "").split()) == "".join(passage.text.split())
        )
        characters = iter(document.text)
        assert all(c in characters for c in "".join(quote.text.replace(CUT, "").split()))


@settings(max_examples=150, deadline=None)
@given(sources, st.sampled_from(["a.txt", "a.md"]))
def test_laws_hold_for_any_text(source, name):
    try:
        document = read(name, source.encode())
    except ReadError:
        return
    assert document.text == source
    check(document)
    check_quotes(document)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_are_read_or_refused(data, name):
    try:
        document = read(name, data)
    except ReadError as error:
        refused = error
    else:
        check(document)
        return
    assert refused.reason
    assert refused.advice


@pytest.mark.parametrize("name", ["ah-tk-20212022-2054.txt", "landenbeleid-azerbeidzjan-2020.md"])
def test_laws_hold_for_the_samples(name):
    document = read(name, (Path(kg.__file__).parent / "samples" / name).read_bytes())
    check(document)
    check_quotes(document)
    letters = sum(c.isalnum() for c in document.text)
    held = sum(c.isalnum() for passage in document.passages for c in passage.text)
    assert held > 0.97 * letters


def test_a_span_of_white_space_is_no_quote():
    document = read("a.txt", b"een twee")
    with pytest.raises(ValueError, match="no text to quote"):
        document.quote(3, 4)
    with pytest.raises(ValueError, match="no text to quote"):
        document.quote(4, 4)


@st.composite
def placed(draw: st.DrawFn) -> list[Passage]:
    """Passages with pieces anywhere, over one another too."""
    spans = st.tuples(st.integers(0, 40), st.integers(1, 9))
    found = draw(st.lists(st.lists(spans, min_size=1, max_size=3), max_size=5))
    return [
        Passage(
            kind="body", section="body", text="",
            pieces=tuple(Piece(start=at, end=at + length) for at, length in sorted(run)),
        )
        for run in found
    ]  # fmt: skip


@given(placed(), st.integers(0, 50), st.integers(1, 20))
def test_an_index_finds_the_passages_that_a_search_through_all_finds(
    passages: list[Passage], start: int, length: int
) -> None:
    end = start + length
    found = [
        i
        for i, passage in enumerate(passages)
        if any(piece.start < end and start < piece.end for piece in passage.pieces)
    ]
    assert PassageIndex(passages).over(start, end) == found
