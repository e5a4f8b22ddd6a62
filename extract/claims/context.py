"""A sentence with all that the claim rules ask of it, found once."""

from __future__ import annotations

from dataclasses import dataclass, fields

from extract.claims.clauses import Clause, clauses, governor, groups
from extract.claims.listing import Bases, Forms, Phrases
from extract.expressions import ValueSpan, article_spans, date_spans, duration_spans
from extract.languages import Pack
from extract.mentions.references import Annotated, Reference
from extract.sentences import Sentence
from extract.syntax import Tree, tree
from extract.values import Claim, Document, Section, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """How a sentence stands to quotation marks.

    ``inside``: one is open where it begins; ``whole``: all its words are quoted; ``speakers``:
    who says what is quoted, ``@key`` for a known referent.
    """

    inside: bool = False
    whole: bool = False
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surroundings:
    """What a sentence stands in: its document and section, and what was read before it.

    ``cites`` are the sources bound to it, with the stored offset of each marker; ``later`` those
    at the end of the next sentence, where that goes on about the same person; ``title_of`` is the
    cited source whose headline it is, or None; ``confirmed`` says that the answer to this question
    begins with "yes"; ``voice`` is the referent of whoever speaks in the section, ``body`` that of
    the body they speak for; ``ours`` is the name of the body that says "we" in a statement;
    ``said`` are the claims made before in the same section; ``quotation`` is the one in which the
    sentence stands; ``anchor`` is the last date before it, from which it may count, ``about`` the
    day of what a record tells of, ``story`` the date told last in a document without its own,
    ``entry`` that of the entry of a chronology in which it stands.
    """

    document: Document
    section: Section
    cites: tuple[tuple[int, Source], ...] = ()
    later: tuple[Source, ...] = ()
    title_of: Source | None = None
    confirmed: bool = False
    voice: str | None = None
    body: str | None = None
    ours: str | None = None
    said: tuple[Claim, ...] = ()
    quotation: Quotation = Quotation()
    anchor: str | None = None
    about: str | None = None
    story: str | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Context(Surroundings):
    """One sentence in its surroundings.

    ``tree`` is its dependency tree, None where no parser ran; ``forms``, ``bases`` and ``phrases``
    tell where the words of a list of the lexicon stand: ``bases["status", "deniers"]``.
    """

    language: Pack
    annotated: Annotated
    forms: Forms
    bases: Bases
    phrases: Phrases
    clauses: tuple[Clause, ...]
    groups: tuple[tuple[Reference, ...], ...]
    dates: tuple[ValueSpan, ...]
    durations: tuple[ValueSpan, ...]
    articles: tuple[ValueSpan, ...]
    tree: Tree | None = None

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.annotated.sentence

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everyone and everything it mentions."""
        return self.annotated.references

    def governor(self, i: int) -> int | None:
        """The preposition over the phrase that begins at token ``i``, or None."""
        return governor(self.sentence, i, self.language)

    def lower(self, i: int) -> str:
        """Token ``i`` in lower case, "" outside the sentence."""
        tokens = self.annotated.sentence.tokens
        return tokens[i].lower if 0 <= i < len(tokens) else ""

    def of_person(self, i: int) -> bool:
        """Whether token ``i`` is of what stands for a person."""
        return any(ref.kind == "person" and ref.first <= i < ref.end for ref in self.references)

    def listed(self, i: int, *path: str) -> bool:
        """Whether token ``i`` or a base form of it is in that list of the lexicon."""
        return i in self.bases[path]


def context(around: Surroundings, annotated: Annotated, language: Pack) -> Context:
    """The context of a sentence: its surroundings, and what its words say."""
    sentence = annotated.sentence
    given = {field.name: getattr(around, field.name) for field in fields(Surroundings)}
    return Context(
        **given,
        language=language,
        annotated=annotated,
        forms=Forms(sentence.tokens, language),
        bases=Bases(sentence.tokens, language),
        phrases=Phrases(sentence.tokens, language),
        clauses=clauses(sentence, language),
        groups=groups(annotated, language),
        dates=_dates(around, sentence, language),
        durations=duration_spans(sentence, language),
        articles=article_spans(sentence, language),
        tree=tree(sentence, _names(annotated)),
    )


def _dates(around: Surroundings, sentence: Sentence, language: Pack) -> tuple[ValueSpan, ...]:
    """The dates of the sentence, as they are meant in its surroundings."""
    return date_spans(
        sentence,
        language,
        _written(around.document, around.title_of),
        covers=_covered(around),
        anchor=around.anchor,
        about=around.about,
        story=around.story if around.title_of is None else None,
    )


def _covered(around: Surroundings) -> str:
    """The year that the words are about: that of the entry, else that of the report."""
    if around.entry is not None:
        return around.entry[: len("2020")]
    return around.document.metadata.covers if around.title_of is None else ""


def _names(annotated: Annotated) -> list[tuple[int, int, int]]:
    """Where the sentence names persons: where the phrase begins, and the name itself."""
    return [
        (r.begin, r.first, r.end)
        for r in annotated.references
        if r.form == "name" and r.kind == "person"
    ]


def _written(document: Document, title_of: Source | None) -> tuple[str, str] | None:
    """Between which dates the words were written: a headline's own date, else the document's."""
    if title_of is not None:
        return (title_of.date, title_of.date) if title_of.date else None
    dates = sorted(item.date for item in document.metadata.dates)
    latest = document.metadata.date
    return (dates[0], latest) if dates and latest else None
