"""The parts of a document that are understood together, and their sentences.

The body goes by section and language; a footnote gives the titles that it cites and its own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from extract.languages import Pack, pack
from extract.languages.detect import language_of_part
from extract.languages.titles import title_language
from extract.passages import footnote_words, joined_signatures, title_passage
from extract.sentences import Sentence, sentences_of
from extract.structure.labels import NAME
from extract.values import Document, Fault, Passage, Rejection, Source

_UNREAD = ("furniture", "hidden")  # kinds of passages


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What is understood together: passages of a section in one language, or one cited title."""

    section: str
    language: str
    passages: tuple[Passage, ...]
    title_of: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The sentences of a part."""

    section: str
    sentences: tuple[Sentence, ...]
    title_of: Source | None = None


def units_of(document: Document, language: Pack) -> Iterator[Unit]:
    """The document's parts with their sentences; all parts of a language are read at one go."""
    parts = tuple(_parts(document, language))
    read: dict[int, tuple[Sentence, ...]] = {}
    number = 0
    for tag in dict.fromkeys(part.language for part in parts):
        passages = (p for part in parts if part.language == tag for p in part.passages)
        found = sentences_of(passages, pack(tag), number)
        # by identity: two passages may have the same words
        for key, run in groupby(found, key=lambda sentence: id(sentence.passage)):
            read[key] = tuple(run)
            number += len(read[key])
    for part in parts:
        inside = chain.from_iterable(read.get(id(passage), ()) for passage in part.passages)
        yield Unit(section=part.section, sentences=tuple(inside), title_of=part.title_of)


def _parts(document: Document, language: Pack) -> Iterator[_Part]:
    """The body by section and language, then each footnote's cited titles and own words."""
    body = joined_signatures(
        document, (p for p in document.passages if p.kind != "footnote" and _is_read(p))
    )
    for (section, tag), group in groupby(body, key=lambda p: (p.section, _tag(p, language))):
        if tag:
            yield _Part(section=section, language=tag, passages=tuple(group))
    for passage in document.passages:
        if passage.kind == "footnote":
            yield from _noted(document, passage, language)


def _noted(document: Document, passage: Passage, language: Pack) -> Iterator[_Part]:
    for source in (s for s in document.sources if s.marker == passage.label):
        if (title := title_passage(document, passage, source)) is not None:
            yield _Part(
                section=passage.section,
                language=title_language(title.text, language.tag),
                passages=(title,),
                title_of=source,
            )
    words = footnote_words(document, passage)
    if words is not None and (tag := _tag(words, language)):
        yield _Part(section=passage.section, language=tag, passages=(words,))


def _is_read(passage: Passage) -> bool:
    """Whether its sentences are read; of a record's fields only the name that heads it is."""
    return passage.kind not in _UNREAD and (passage.kind != "field" or passage.label == NAME)


def _tag(passage: Passage, language: Pack) -> str:
    """The language in which a passage is read; "" where it is in one without a pack."""
    if passage.kind == "field":
        return language.tag
    return language_of_part(passage.text, language.tag)


def unread_parts(document: Document, language: Pack) -> Iterator[Rejection]:
    """Passages in a language that is not read: reported, not guessed at."""
    for passage in document.passages:
        if passage.kind not in _UNREAD and not _tag(passage, language):
            yield Rejection(
                document=document.name,
                stage="annotate",
                reason="this passage is in a language without a pack: no claims were read",
                advice="add a language pack, or read it yourself",
                code=Fault.LANGUAGE,
                start=passage.pieces[0].start,
                end=passage.pieces[-1].end,
            )
