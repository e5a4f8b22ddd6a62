"""One document to its claims: sentences, names, who is who, then each sentence's claims.

Pure: the same document gives the same extraction, whatever else was read before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby

from extract.claims.context import Context, context
from extract.claims.engine import claims
from extract.claims.quotations import follow
from extract.cohorts import cohort, under_heading
from extract.confidence.model import LEAST
from extract.expressions import anchor_of
from extract.languages import Pack, pack
from extract.languages.detect import language_of_part
from extract.languages.titles import title_language
from extract.mentions.recognition import Name, names
from extract.mentions.references import Annotated, annotate, persons_of
from extract.mentions.referents import Directory, Printed, directory, kind_of
from extract.passages import footnote_words, joined_signatures, title_passage
from extract.records import field_claims, record_date
from extract.retold import retold
from extract.sentences import Sentence, sentences_of
from extract.standing import once
from extract.structure.labels import NAME
from extract.values import (
    Claim,
    Document,
    Extraction,
    Fault,
    Passage,
    Referent,
    Rejection,
    Section,
    Source,
)

EXTRACTOR = "frames/1"
_UNREAD = ("furniture", "hidden")  # kinds of passages
_LEAD = 3  # words before the name of a body that a statement begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What is understood together: passages of a section in one language, or one cited title."""

    section: str
    language: str
    passages: tuple[Passage, ...]
    title_of: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """The sentences of a part."""

    section: str
    sentences: tuple[Sentence, ...]
    title_of: Source | None = None


def extract(document: Document) -> Extraction:
    """The document's claims, referents and rejections.

    A document in a language without a pack gives none, and says so.
    """
    try:
        language = pack(document.metadata.language)
    except KeyError:
        return _unread(document)
    units = tuple(unit for unit in _units(document, language) if unit.sentences)
    found = {s.index: _names(document, s) for unit in units for s in unit.sentences}
    referents = directory(_printed(document, units, found), _beside(document))
    results = tuple(_results(document, units, found, referents))
    printed = frozenset(name.text for run in found.values() for name in run)
    read = (item for item in results if isinstance(item, Claim))
    made = tuple(map(_as_recognised, once(retold(document, read), printed)))
    used = {claim.subject.referent for claim in made}
    return Extraction(
        document=document,
        referents=(
            *(ref for ref in referents.referents if ref.key in used),
            *_unnamed(made, {ref.key for ref in referents.referents}),
        ),
        claims=made,
        rejections=(
            *_left_out(document),
            *_unread_parts(document, language),
            *(item for item in results if isinstance(item, Rejection)),
        ),
    )


def _as_recognised(claim: Claim) -> Claim:
    """The claim, as likely right as it is that each of its words was read from a picture rightly.

    Its least sure word counts, whichever it is: a misread digit does as much harm as any fault.
    """
    percent = claim.quote.recognised
    if percent is None:
        return claim
    return replace(claim, confidence=max(LEAST, round(claim.confidence * percent / 100, 2)))


def _printed(
    document: Document, units: tuple[_Unit, ...], found: Mapping[int, tuple[Name, ...]]
) -> Iterator[Printed]:
    """Every name that the document prints, with its kind; publishers it cites are bodies."""
    for unit in units:
        for sentence in unit.sentences:
            yield from ((name.text, name.kind) for name in found[sentence.index])
            # a word that only the pipeline takes for a place may be the surname of someone named
            yield from ((name.text, None) for name in found[sentence.index] if name.guessed)
    yield from ((s.publisher, "organisation") for s in document.sources if s.publisher)


def _beside(document: Document) -> Iterator[tuple[str, str]]:
    """The names that the heading of a record gives beside its first."""
    for section in document.sections:
        given = [document.quote(*place).text for place in section.names]
        yield from ((given[0], other) for other in given[1:])


def _names(document: Document, sentence: Sentence) -> tuple[Name, ...]:
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


def _unnamed(made: tuple[Claim, ...], named: set[str]) -> Iterator[Referent]:
    """Subjects that have no name but the words that stand for them."""
    keys = dict.fromkeys(claim.subject.referent for claim in made)
    for key in keys:
        if key not in named:
            yield Referent(key=key, kind=kind_of(key), names=(key.partition(":")[2],))


def _unread(document: Document) -> Extraction:
    tag = document.metadata.language or "unknown"
    reason = f"its language ({tag}) has no pack: no claims were read"
    rejection = Rejection(
        document=document.name, stage="annotate", reason=reason,
        advice="add a language pack, or convert the document to a language that is read",
        code=Fault.LANGUAGE,
    )  # fmt: skip
    return Extraction(
        document=document, referents=(), claims=(), rejections=(*_left_out(document), rejection)
    )


def _units(document: Document, language: Pack) -> Iterator[_Unit]:
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
        yield _Unit(section=part.section, sentences=tuple(inside), title_of=part.title_of)


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


def _left_out(document: Document) -> Iterator[Rejection]:
    """What the reader left out, each with its reason."""
    for item in document.omissions:
        yield Rejection(
            document=document.name, stage="read", reason=item.reason, advice=item.advice,
            start=item.start, end=item.end, code=item.code,
        )  # fmt: skip


def _unread_parts(document: Document, language: Pack) -> Iterator[Rejection]:
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


def _results(
    document: Document,
    units: tuple[_Unit, ...],
    found: Mapping[int, tuple[Name, ...]],
    referents: Directory,
) -> Iterator[Claim | Rejection]:
    about: dict[str, str] = {}
    asked: dict[str, None] = {}
    ours: str | None = None
    for unit in units:
        marker = unit.section.removeprefix("footnote-")
        voice = referents.person(document.section(unit.section).voice)
        section = document.section(unit.section)
        topic = _record_of(document, section, referents) if section.names else None
        dialogue = section.kind in ("question", "answer")
        known = tuple(asked) if dialogue else ()
        about_whom = about.get(marker)
        together = _cohort(document, unit, referents)
        annotated = tuple(
            annotate(unit.sentences, found, referents, about_whom, voice, topic, known, together)
        )
        if dialogue:
            asked |= dict.fromkeys(chain.from_iterable(persons_of(a.references) for a in annotated))
        _note_citations(document, unit, annotated, about)
        ours = ours or _introduced(annotated)
        yield from _unit_claims(document, unit, annotated, units, referents, voice, ours)
    language = pack(document.metadata.language)
    for section in document.sections:
        if section.names and (key := _record_of(document, section, referents)):
            yield from field_claims(document, section, key, language)


def _cohort(document: Document, unit: _Unit, referents: Directory) -> tuple[tuple[str, ...], int]:
    """Of whom the part tells as one, and how many of its sentences go before it does."""
    sections = cohort(document, unit.sentences)
    if not sections:
        return (), 0
    keys = tuple(key for s in sections if (key := _record_of(document, s, referents)))
    return keys, under_heading(unit.sentences, sections[0].category[-1])


def _record_of(document: Document, section: Section, referents: Directory) -> str | None:
    """The referent of the person whom a record is about."""
    return referents.key(document.quote(*section.names[0]).text, "person")


def _unit_claims(
    document: Document,
    unit: _Unit,
    annotated: tuple[Annotated, ...],
    units: tuple[_Unit, ...],
    referents: Directory,
    voice: str | None,
    ours: str | None,
) -> Iterator[Claim | Rejection]:
    said: tuple[Claim, ...] = ()
    before: Context | None = None
    anchor: str | None = None
    about = record_date(document, document.section(unit.section))
    for item in annotated:
        here = context(
            document,
            document.section(unit.section),
            pack(item.sentence.language),
            item,
            cites=_bound(document, unit, item.sentence),
            later=_later(document, unit, item, annotated),
            title_of=unit.title_of,
            confirmed=_confirmed(unit, units),
            voice=voice,
            body=_body(document, unit, referents),
            ours=ours,
            said=said,
            anchor=(anchor := _anchor(before, item, anchor)),
            about=about,
            quotation=follow(before, item.sentence),
        )
        before = here
        if item.sentence.passage.kind == "field":
            continue
        for result in claims(here, referents, EXTRACTOR):
            if isinstance(result, Claim):
                said = (*said, result)
            yield result


def _introduced(annotated: tuple[Annotated, ...]) -> str | None:
    """The body with whose name the text begins: in a statement it is the "we"."""
    body = next((item for item in annotated if item.sentence.passage.kind == "body"), None)
    first = body.references[0] if body is not None and body.references else None
    if first is None or first.kind != "organisation" or first.first > _LEAD:
        return None
    return first.text


def _anchor(before: Context | None, item: Annotated, earlier: str | None) -> str | None:
    """The last date before the sentence in the paragraph: a narrative goes on from it."""
    if before is None or before.sentence.passage is not item.sentence.passage:
        return None
    return anchor_of(before.dates) or (None if before.dates else earlier)


def _body(document: Document, unit: _Unit, referents: Directory) -> str | None:
    """The organisation for which the section's speaker speaks: the one its office names."""
    voice = document.section(unit.section).voice
    office = next((p.office for p in document.metadata.parties if voice and p.name == voice), "")
    words = office.split(maxsplit=2)
    return referents.organisation(words[2]) if len(words) == 3 else None


def _bound(document: Document, unit: _Unit, sentence: Sentence) -> tuple[tuple[int, Source], ...]:
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


def _later(
    document: Document, unit: _Unit, item: Annotated, annotated: tuple[Annotated, ...]
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
        if sources := _bound(document, unit, following.sentence):
            return tuple(source for _, source in sources)
    return ()


def _note_citations(
    document: Document, unit: _Unit, annotated: tuple[Annotated, ...], about: dict[str, str]
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


def _confirmed(unit: _Unit, units: tuple[_Unit, ...]) -> bool:
    """Whether the answer to this question begins with "yes"."""
    answer = unit.section.replace("question-", "answer-")
    own = chain.from_iterable(u.sentences for u in units if u.section == answer)
    body = next((s for s in own if s.passage.kind == "body"), None)
    if answer == unit.section or body is None:
        return False
    language = pack(body.language)
    return body.tokens[0].lower in language.words("attribution", "confirming")
