"""One document to its claims: sentences, names, who is who, then each sentence's claims.

Pure: the same document gives the same extraction, whatever else was read before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from extract.citations.cited import cited_after, cited_in, note_citations
from extract.claims.candidates import Weighed
from extract.claims.context import Context, Surroundings, context
from extract.claims.engine import claims
from extract.claims.quotations import follow
from extract.cohorts import cohort, under_heading
from extract.confidence.model import LEAST
from extract.expressions import anchor_of
from extract.languages import pack
from extract.mentions.recognition import Name
from extract.mentions.references import Annotated, annotate, persons_of
from extract.mentions.referents import Directory, directory, kind_of
from extract.named import alike, names_in, other_names, printed_names
from extract.parts import Unit, units_of, unread_parts
from extract.records import field_claims, record_date
from extract.retold import retold
from extract.standing import once
from extract.structure.chronology import entry_dates
from extract.undated import story
from extract.values import Claim, Document, Extraction, Fault, Referent, Rejection, Section

EXTRACTOR = "frames/1"
_LEAD = 3  # words before the name of a body that a statement begins with


def extract(document: Document, watch: Callable[[Weighed], None] | None = None) -> Extraction:
    """The document's claims, referents and rejections.

    A document in a language without a pack gives none, and says so. ``watch`` is called with
    everybody of whom a claim was made or weighed: what the weights are learnt from.
    """
    try:
        language = pack(document.metadata.language)
    except KeyError:
        return _unread(document)
    units = tuple(unit for unit in units_of(document, language) if unit.sentences)
    found = alike({s.index: names_in(document, s) for unit in units for s in unit.sentences})
    referents = directory(printed_names(document, units, found), other_names(document))
    results = tuple(_seen(_results(document, units, found, referents), watch))
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
            *unread_parts(document, language),
            *(item for item in results if isinstance(item, Rejection)),
        ),
    )


def _seen(
    results: Iterable[Claim | Rejection | Weighed], watch: Callable[[Weighed], None] | None
) -> Iterator[Claim | Rejection]:
    for item in results:
        if not isinstance(item, Weighed):
            yield item
        elif watch is not None:
            watch(item)


def _as_recognised(claim: Claim) -> Claim:
    """The claim, as likely right as it is that each of its words was read from a picture rightly.

    Its least sure word counts, whichever it is: a misread digit does as much harm as any fault.
    """
    percent = claim.quote.recognised
    if percent is None:
        return claim
    return replace(claim, confidence=max(LEAST, round(claim.confidence * percent / 100, 2)))


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


def _left_out(document: Document) -> Iterator[Rejection]:
    """What the reader left out, each with its reason."""
    for item in document.omissions:
        yield Rejection(
            document=document.name, stage="read", reason=item.reason, advice=item.advice,
            start=item.start, end=item.end, code=item.code,
        )  # fmt: skip


def _results(
    document: Document,
    units: tuple[Unit, ...],
    found: Mapping[int, tuple[Name, ...]],
    referents: Directory,
) -> Iterator[Claim | Rejection | Weighed]:
    about: dict[str, str] = {}
    asked: dict[str, None] = {}
    ours: str | None = None
    told = story(document)
    entries = entry_dates(document)
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
        note_citations(document, unit, annotated, about)
        ours = ours or _introduced(annotated)
        around = _surroundings(document, unit, units, referents, voice, ours)
        yield from _unit_claims(unit, annotated, around, referents, told, entries)
    language = pack(document.metadata.language)
    for section in document.sections:
        if section.names and (key := _record_of(document, section, referents)):
            yield from field_claims(document, section, key, language)


def _cohort(document: Document, unit: Unit, referents: Directory) -> tuple[tuple[str, ...], int]:
    """Of whom the part tells as one, and how many of its sentences go before it does."""
    own = document.section(unit.section)  # a record or a footnote heads no records
    sections = cohort(document, unit.sentences) if own.kind in ("body", "front") else ()
    if not sections:
        return (), 0
    keys = tuple(key for s in sections if (key := _record_of(document, s, referents)))
    return keys, under_heading(unit.sentences, sections[0].category[-1])


def _record_of(document: Document, section: Section, referents: Directory) -> str | None:
    """The referent of the person whom a record is about."""
    return referents.key(document.quote(*section.names[0]).text, "person")


def _surroundings(
    document: Document,
    unit: Unit,
    units: tuple[Unit, ...],
    referents: Directory,
    voice: str | None,
    ours: str | None,
) -> Surroundings:
    """What all sentences of the part stand in."""
    section = document.section(unit.section)
    return Surroundings(
        document=document,
        section=section,
        title_of=unit.title_of,
        confirmed=_confirmed(unit, units),
        voice=voice,
        body=_body(document, unit, referents),
        ours=ours,
        about=record_date(document, section),
    )


def _unit_claims(
    unit: Unit,
    annotated: tuple[Annotated, ...],
    around: Surroundings,
    referents: Directory,
    told: Callable[[int], str | None],
    entries: Mapping[int, str],
) -> Iterator[Claim | Rejection | Weighed]:
    """The claims of a part, its sentences read in order."""
    said: tuple[Claim, ...] = ()
    before: Context | None = None
    anchor: str | None = None
    for item in annotated:
        entry = entries.get(item.sentence.passage.pieces[0].start)
        anchor = _anchor(before, item, anchor) or entry
        here = replace(
            around,
            cites=cited_in(around.document, unit, item.sentence),
            later=cited_after(around.document, unit, item, annotated),
            said=said,
            anchor=anchor,
            story=told(item.sentence.stored(0, 1)[0]),
            entry=entry,
            quotation=follow(before, item.sentence),
        )
        before = context(here, item, pack(item.sentence.language))
        if item.sentence.passage.kind == "field":
            continue
        for result in claims(before, referents, EXTRACTOR):
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


def _body(document: Document, unit: Unit, referents: Directory) -> str | None:
    """The organisation for which the section's speaker speaks: the one its office names."""
    voice = document.section(unit.section).voice
    office = next((p.office for p in document.metadata.parties if voice and p.name == voice), "")
    words = office.split(maxsplit=2)
    return referents.organisation(words[2]) if len(words) == 3 else None


def _confirmed(unit: Unit, units: tuple[Unit, ...]) -> bool:
    """Whether the answer to this question begins with "yes"."""
    answer = unit.section.replace("question-", "answer-")
    own = chain.from_iterable(u.sentences for u in units if u.section == answer)
    body = next((s for s in own if s.passage.kind == "body"), None)
    if answer == unit.section or body is None:
        return False
    language = pack(body.language)
    return body.tokens[0].lower in language.words("attribution", "confirming")
