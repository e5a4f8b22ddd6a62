"""Every place in a document that stands for someone or something, and whom it stands for.

A word is linked only where exactly one person fits: named before it in its sentence, else in
the last sentence of the same section that names any. Two that fit equally give no link, and
the reference says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extract.languages import Pack, pack
from extract.mentions.entries import Entry
from extract.mentions.people import Memory, Person
from extract.mentions.reader import read
from extract.mentions.recognition import Name
from extract.mentions.reference import Annotated, Form, Reference, persons_of
from extract.mentions.referents import Directory
from extract.sentences import Sentence

_TOLD = 6  # sentences that a heading with a name is worth

__all__ = ["Annotated", "Form", "Reference", "annotate", "persons_of"]


def annotate(
    sentences: Iterable[Sentence],
    found: Mapping[int, tuple[Name, ...]],
    referents: Directory,
    about: str | None = None,
    voice: str | None = None,
    topic: str | None = None,
    known: tuple[str, ...] = (),
    cohort: tuple[tuple[str, ...], int] = ((), 0),
) -> Iterator[Annotated]:
    """The sentences of one section in order, with their references.

    ``about`` is the person that an unnamed one ("the blogger") of a cited title stands for;
    ``voice`` is who says "I" outside quotations; ``topic`` is of whom the section tells, where a
    heading says so; ``known`` are the persons of whom the sections before spoke that this one
    goes on from ("Question 2: is SHE ..."); ``cohort`` are those of whom it tells as one, and the
    number of sentences before it does.
    """
    recent: tuple[str, ...] = ()
    waiting: Annotated | None = None
    head = Entry()
    memory = Memory(voice=Person(key=voice) if voice else None)
    if topic is not None:
        memory.topic = memory.person(topic, referents.label(topic))
        memory.topic.told = _TOLD
    memory.known = tuple(memory.person(key, referents.label(key)) for key in known)
    together, before = cohort
    for number, sentence in enumerate(sentences):
        if together and number == before:
            memory.cohort = tuple(memory.person(key, referents.label(key)) for key in together)
        language = pack(sentence.language)
        named = [_named(sentence, name, referents) for name in found.get(sentence.index, ())]
        mentioned = tuple(ref for ref in named if ref is not None)
        references, others = read(sentence, mentioned, memory, referents, language, about)
        head = head.after(sentence, mentioned, referents)
        here = Annotated(
            sentence=sentence, references=references, recent=recent, others=others,
            entry=head.person,
        )  # fmt: skip
        if waiting is not None:
            yield _identified(waiting, here, language)
        waiting = here
        recent = persons_of(references) or recent
    if waiting is not None:
        yield waiting


def _named(sentence: Sentence, name: Name, referents: Directory) -> Reference | None:
    key = referents.key(name.text, None) if name.guessed else None
    unclear = (name.guessed or name.kind is None) and name.text in referents.unclear
    kind = "person" if key or unclear else name.kind
    key = key if key or unclear else referents.key(name.text, name.kind)
    if key is None and name.kind is None and not unclear:
        return None
    return Reference(
        first=name.first,
        end=name.end,
        text=sentence.span(name.first, name.end),
        kind=kind or "person",
        form="name",
        referent=key,
        cue=name.cue,
        reason="" if key else "several fit",
    )


def _identified(before: Annotated, after: Annotated, language: Pack) -> Annotated:
    """The sentence before, its unnamed person resolved by "it concerned X" in the next.

    A heading speaks of the one person whom the first sentence under it names.
    """
    unnamed = [r for r in before.references if r.form == "unnamed" and r.referent is None]
    if len(unnamed) != 1:
        return before
    persons = persons_of(tuple(ref for ref in after.references if ref.form == "name"))
    if not persons or not (_says_who(before, after, language) or _headed(before, after)):
        return before
    forms = ("possessive", "unnamed")
    return replace(
        before,
        references=tuple(
            replace(ref, referent=persons[0], reason="")
            if ref.form in forms and ref.referent is None
            else ref
            for ref in before.references
        ),
    )


def _says_who(before: Annotated, after: Annotated, language: Pack) -> bool:
    phrases = tuple(language.words("names", "identification"))
    if not phrases or after.sentence.passage is not before.sentence.passage:
        return False
    text = " ".join(token.lower for token in after.sentence.tokens)
    return text.startswith(phrases) or any(f" {phrase} " in text for phrase in phrases)


def _headed(before: Annotated, after: Annotated) -> bool:
    """Whether the sentence before is a heading without a name, and one person comes under it."""
    if before.sentence.passage.kind != "heading" or after.sentence.passage.kind == "heading":
        return False
    return not persons_of(before.references) and len(persons_of(after.references)) == 1
