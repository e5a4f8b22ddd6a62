"""Every place in a document that stands for someone or something, and whom it stands for.

A pronoun is linked only where exactly one person fits: named before it in its sentence, else in
the last sentence of the same section that names any. Two that fit equally give no link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from extract.languages import Pack, pack
from extract.mentions.names import Name
from extract.mentions.referents import Directory
from extract.sentences import Sentence
from extract.values import Kind

Form = Literal["name", "subject", "object", "possessive", "unnamed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Tokens ``[first, end)`` of a sentence that stand for a referent.

    ``referent`` is None where nobody, or more than one, fits. ``cue`` is the token of the noun
    or title that introduces a person.
    """

    first: int
    end: int
    text: str
    kind: Kind
    form: Form
    referent: str | None
    cue: int | None = None

    @property
    def begin(self) -> int:
        """Where the whole phrase begins, its title or noun included."""
        return self.first if self.cue is None or self.cue != self.first - 1 else self.cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A sentence with its references; ``recent`` are the persons last named before it."""

    sentence: Sentence
    references: tuple[Reference, ...]
    recent: tuple[str, ...] = ()


def annotate(
    sentences: Iterable[Sentence],
    found: Mapping[int, tuple[Name, ...]],
    referents: Directory,
    about: str | None = None,
) -> Iterator[Annotated]:
    """The sentences of one section in order, with their references.

    ``about`` is the person that an unnamed one ("the blogger") of a cited title stands for.
    """
    recent: tuple[str, ...] = ()
    waiting: Annotated | None = None
    for sentence in sentences:
        language = pack(sentence.language)
        named = [_named(name, referents) for name in found.get(sentence.index, ())]
        known = tuple(ref for ref in named if ref is not None)
        references = _with_pronouns(sentence, known, recent, language, about)
        here = Annotated(sentence=sentence, references=references, recent=recent)
        if waiting is not None:
            yield _identified(waiting, here, language)
        waiting = here
        recent = persons_of(references) or recent
    if waiting is not None:
        yield waiting


def _named(name: Name, referents: Directory) -> Reference | None:
    key = referents.key(name.text, name.kind)
    if key is None and name.kind is None:
        return None
    return Reference(
        first=name.first,
        end=name.end,
        text=name.text,
        kind=name.kind or "person",
        form="name",
        referent=key,
        cue=name.cue,
    )


def persons_of(references: tuple[Reference, ...]) -> tuple[str, ...]:
    """The referents of the persons among the references, each once, in order."""
    return tuple(
        dict.fromkeys(ref.referent for ref in references if ref.kind == "person" and ref.referent)
    )


def _with_pronouns(
    sentence: Sentence,
    named: tuple[Reference, ...],
    recent: tuple[str, ...],
    language: Pack,
    about: str | None,
) -> tuple[Reference, ...]:
    taken = {i for ref in named for i in range(ref.begin, ref.end)}
    found = list(named)
    for i in range(len(sentence.tokens)):
        form = None if i in taken else _form(sentence, i, language)
        if form is None:
            continue
        before = persons_of(tuple(ref for ref in found if ref.first < i))
        fits = (about,) if form == "unnamed" else before or recent
        found.append(
            Reference(
                first=i, end=i + 1, text=sentence.tokens[i].text, kind="person", form=form,
                referent=fits[0] if len(fits) == 1 else None,
            )
        )  # fmt: skip
        found.sort(key=lambda ref: ref.first)
    return tuple(found)


def _form(sentence: Sentence, i: int, language: Pack) -> Form | None:
    token, tokens = sentence.tokens[i], sentence.tokens
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    noun_follows = following is not None and following.word
    if token.lower in language.words("pronouns", "possessive") and noun_follows:
        object_too = token.lower in language.words("pronouns", "object")
        return "possessive" if not object_too else "object"
    if token.lower in language.words("pronouns", "subject"):
        return "subject"
    if token.lower in language.words("pronouns", "object"):
        return "object"
    # the form itself, not its base: "a blogger" is one person, "bloggers" nobody in particular
    singular = language.is_any(frozenset({token.lower}), "names", "unnamed")
    return "unnamed" if singular else None


def _identified(before: Annotated, after: Annotated, language: Pack) -> Annotated:
    """The sentence before, its unnamed person resolved by "it concerned X" in the next."""
    unnamed = [r for r in before.references if r.form == "unnamed" and r.referent is None]
    phrases = tuple(language.words("names", "identification"))
    words = " ".join(token.lower for token in after.sentence.tokens)
    if len(unnamed) != 1 or not words.startswith(phrases) or not phrases:
        return before
    if after.sentence.passage is not before.sentence.passage:
        return before
    persons = persons_of(tuple(ref for ref in after.references if ref.form == "name"))
    if not persons:
        return before
    person, possessives = persons[0], ("possessive", "unnamed")
    return replace(
        before,
        references=tuple(
            replace(ref, referent=person)
            if ref.form in possessives and ref.referent is None
            else ref
            for ref in before.references
        ),
    )
