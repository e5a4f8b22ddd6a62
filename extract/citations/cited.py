"""Which sources a sentence cites, and whom a footnote is about."""

from __future__ import annotations

from extract.mentions.references import Annotated, persons_of
from extract.parts import Unit
from extract.sentences import Sentence
from extract.values import Document, Source


def cited_in(document: Document, unit: Unit, sentence: Sentence) -> tuple[tuple[int, Source], ...]:
    """The sources whose markers stand in the sentence; a footnote's own words cite its sources."""
    start, end = sentence.stored(0, len(sentence.tokens))
    if unit.section.startswith("footnote-"):
        own = unit.section.removeprefix("footnote-")
        return tuple((end, source) for source in document.sources if source.marker == own)
    return tuple(
        (marker.start, source)
        for marker in document.markers
        if start < marker.start <= end
        for source in document.sources
        if source.marker == marker.label
    )


def cited_after(
    document: Document, unit: Unit, item: Annotated, annotated: tuple[Annotated, ...]
) -> tuple[Source, ...]:
    """The sources of the next sentence that has any, where all between are about one person.

    A footnote at the end of a run of sentences about someone covers the run.
    """
    place = item.sentence.index - annotated[0].sentence.index + 1
    about = persons_of(item.references)
    for following in annotated[place:] if len(about) == 1 else ():
        same = persons_of(following.references) == about
        if following.sentence.passage is not item.sentence.passage or not same:
            return ()
        if sources := cited_in(document, unit, following.sentence):
            return tuple(source for _, source in sources)
    return ()


def note_citations(
    document: Document, unit: Unit, annotated: tuple[Annotated, ...], about: dict[str, str]
) -> None:
    """Whom each footnote is about: the one person of the sentence, or the name, that it marks."""
    if unit.section.startswith("footnote-"):
        return
    for item in annotated:
        start, end = item.sentence.stored(0, len(item.sentence.tokens))
        for marker in document.markers:
            if start < marker.start <= end:
                persons = {
                    ref.referent: item.sentence.stored(ref.first, ref.end)[1]
                    for ref in item.references
                    if ref.kind == "person" and ref.referent is not None
                }
                glued = [key for key, at in persons.items() if at == marker.start]
                if len(glued or persons) == 1:
                    about[marker.label] = str(next(iter(glued or persons)))
