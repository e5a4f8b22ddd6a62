"""The names of a document: those in a sentence, and all of them with what each may name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from extract.languages import pack
from extract.mentions.recognition import Name, names
from extract.mentions.referents import Printed
from extract.names.gender import gender
from extract.parts import Unit
from extract.sentences import Sentence
from extract.values import Document


def printed_names(
    document: Document, units: tuple[Unit, ...], found: Mapping[int, tuple[Name, ...]]
) -> Iterator[Printed]:
    """Every name that the document prints, with its kind; publishers it cites are bodies."""
    for unit in units:
        for sentence in unit.sentences:
            yield from ((name.text, name.kind) for name in found[sentence.index])
            # a word that only the pipeline takes for a place may be the surname of someone named
            yield from ((name.text, None) for name in found[sentence.index] if name.guessed)
    yield from ((s.publisher, "organisation") for s in document.sources if s.publisher)


def alike(found: Mapping[int, tuple[Name, ...]]) -> dict[int, tuple[Name, ...]]:
    """The names of each sentence, each of a body wherever the text shows it to be that of one.

    "The head of the X branch" tells that X is no person, though "X was sentenced" does not. One
    with the given name of a man or woman, or a title, or more often a person's, stays a person's.
    """
    every = [name for names in found.values() for name in names]
    kinds = Counter((name.text, name.kind) for name in every)
    titled = {name.text for name in every if name.kind == "person" and name.cue is not None}
    bodies = {
        text
        for (text, kind), count in kinds.items()
        if kind == "organisation" and count >= kinds[text, "person"] > 0
        if text not in titled and not gender(text)
    }
    return {i: tuple(_as_body(name, bodies) for name in names) for i, names in found.items()}


def _as_body(name: Name, bodies: set[str]) -> Name:
    known = name.text in bodies and name.kind == "person"
    return replace(name, kind="organisation") if known else name


def other_names(document: Document) -> Iterator[tuple[str, str]]:
    """The names that the heading of a record gives beside its first."""
    for section in document.sections:
        given = [document.quote(*place).text for place in section.names]
        yield from ((given[0], other) for other in given[1:])


def names_in(document: Document, sentence: Sentence) -> tuple[Name, ...]:
    """The names of a sentence; of the line that heads a record, the record's."""
    if sentence.passage.kind != "field":
        return names(sentence, pack(sentence.language))
    found: list[Name] = []
    for start, end in document.section(sentence.passage.section).names:
        places = [sentence.stored(i, i + 1) for i in range(len(sentence.tokens))]
        inside = [i for i, (first, last) in enumerate(places) if first < end and start < last]
        if inside:
            name = document.quote(start, end).text
            found.append(Name(first=inside[0], end=inside[-1] + 1, text=name, kind="person"))
    return tuple(found)
