"""A layout to a document: the one way from what a format read to what the pipeline reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.citations.sources import sources_of
from extract.languages.detect import language_of, language_of_part
from extract.languages.document import DocumentWords, document_words
from extract.layout.blocks import Block, Layout, joined
from extract.layout.flow import flow
from extract.layout.unwrapped import unwrapped
from extract.structure.head import set_apart
from extract.structure.headings import Headings
from extract.structure.labels import field_labels
from extract.structure.letter import plain_parts
from extract.structure.metadata import metadata
from extract.structure.records import with_records
from extract.structure.sections import Part, question_parts, sections
from extract.values import Document, Passage, Source


def build(name: str, digest: str, layout: Layout) -> Document:
    """The document of a layout; ``digest`` is the SHA-256 of the file's bytes."""
    text = layout.text
    language = language_of(text) or language_of_part(text, "")
    words = document_words(language)
    headings = Headings(words)
    flowed = flow(layout, headings, words)
    blocks = flowed.blocks
    if layout.media_type == "text/plain":  # other formats say themselves what a paragraph is
        blocks = unwrapped(text, blocks)
    parts = _parts(text, set_apart(text, blocks, words), headings, words, language)
    passages = tuple(_passage(text, part) for part in parts)
    said = metadata(passages, parts, words)
    said = replace(
        said, language=language, title=said.title or layout.given.title, given=layout.given
    )
    return Document(
        id=digest,
        name=name,
        media_type=layout.media_type,
        text=text,
        metadata=said,
        sections=sections(parts, said.parties, len(text)),
        passages=passages,
        markers=flowed.markers,
        sources=_sources(passages, parts),
        page_starts=layout.page_starts,
        lines=layout.lines,
        omissions=layout.omissions,
        recognition=layout.recognition,
    )


def _parts(
    text: str, blocks: Sequence[Block], headings: Headings, words: DocumentWords, language: str
) -> tuple[Part, ...]:
    read = [headings.read(joined(text, b.pieces)) for b in blocks if b.kind == "heading"]
    kinds = {heading.kind for heading in read if heading}
    if kinds == {"question", "answer"}:
        return question_parts(text, blocks, headings)
    return with_records(text, plain_parts(text, blocks, words), words, field_labels(language))


def _passage(text: str, part: Part) -> Passage:
    block = part.block
    return Passage(
        kind=part.kind,
        section=part.section,
        pieces=block.pieces,
        text=joined(text, block.pieces),
        label=block.label,
    )


def _sources(passages: Sequence[Passage], parts: Sequence[Part]) -> tuple[Source, ...]:
    found: list[Source] = []
    for passage, part in zip(passages, parts, strict=True):
        if passage.kind == "footnote":
            found.extend(sources_of(passage, part.block.emphasis, found))
    return tuple(found)
