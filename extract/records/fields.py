"""A record's fields to claims: the quote is the field with its label, the subject the heading's.

A field says what it says under its label and no more; one whose value cannot be read gives a
rejection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.expressions import duration_spans
from extract.expressions.dates import dates_in
from extract.languages import Pack
from extract.records.charges import charges
from extract.sentences import Sentence, sentences
from extract.structure.labels import NAME, field_labels
from extract.values import ArgValue, Claim, Document, Mention, Passage, Rejection, Section, Source
from ontology import ontology
from ontology.model import ClaimType

EXTRACTOR = "records/1"
_CONFIDENCE = 0.95
_STUCK = re.compile(r"(?<=[^\W\d_]{3})(?=\d)")  # "March13"
_PARTS = frozenset(":;,()")
_TWICE = re.compile(r"\b(\d{1,2})(\s+[^\W\d_]+)\s+\1\b(?=,?\s+\d{4})")  # "2 August 2 2014"


@dataclass(frozen=True, slots=True)
class _Said:
    """What a field's value says: a date, or arguments."""

    date: str | None
    args: Mapping[str, ArgValue]


def field_claims(
    document: Document, section: Section, referent: str, language: Pack
) -> Iterator[Claim | Rejection]:
    """The claims of a record's fields about the referent, in the order of the record."""
    subject = _subject(document, section, referent)
    for passage in document.passages:
        if passage.kind == "field" and passage.section == section.id and passage.label != NAME:
            yield from _claims(document, section, passage, subject, language)


def record_date(document: Document, section: Section) -> str | None:
    """The first date of a record's fields, EDTF; None where it has none, or is no record."""
    if not section.names:
        return None
    fields = (p for p in document.passages if p.kind == "field" and p.section == section.id)
    return next((day for p in fields if p.label.endswith(".date") for day in _dates(p.text)), None)


def _subject(document: Document, section: Section, referent: str) -> Mention:
    start, end = section.names[0]
    return Mention(text=document.quote(start, end).text, start=start, end=end, referent=referent)


def _claims(
    document: Document, section: Section, passage: Passage, subject: Mention, language: Pack
) -> Iterator[Claim | Rejection]:
    name, _, says = passage.label.partition(".")
    label = field_labels(document.metadata.language).read(passage.text)
    value = passage.text[label.end if label else 0 :].strip()
    said = tuple(_said(ontology().types[name], says, value, passage, language))
    start, end = passage.pieces[0].start, passage.pieces[-1].end
    if not said:
        yield Rejection(
            document=document.name, stage="claims",
            reason=f"a field of {subject.text} gives no {says} that can be read: {value!r}",
            advice="read it yourself", start=start, end=end,
        )  # fmt: skip
    for item in said:
        yield Claim(
            document=document.id, language=language.tag, type=name, subject=subject,
            status="asserted", quote=document.quote(start, end), section=section.id,
            date=item.date, cites=tuple(_cited(document, start, end)),
            args=tuple(sorted(item.args.items())), confidence=_CONFIDENCE, extractor=EXTRACTOR,
        )  # fmt: skip


def _cited(document: Document, start: int, end: int) -> Iterator[Source]:
    """The sources whose markers stand in the field."""
    for marker in document.markers:
        if start < marker.start <= end:
            yield from (s for s in document.sources if s.marker == marker.label)


def _said(
    kind: ClaimType, says: str, value: str, passage: Passage, language: Pack
) -> Iterator[_Said]:
    role = kind.role(says)
    if says == "date":
        yield from (_Said(date, {}) for date in _dates(value))
    elif role is None or not value:
        return
    elif role.range == "text" and (lists := kind.role("articles")) and lists.range == "articles":
        for charge in charges(value, language):
            args: dict[str, ArgValue] = {says: charge.wording, lists.name: charge.articles}
            yield _Said(None, {key: given for key, given in args.items() if given})
    elif role.range == "duration":
        given = (value for one in sentences(passage, language) for value in _terms(one, language))
        yield from (_Said(None, {says: value}) for value in list(given)[:1])
    elif role.range == "integer":
        yield from (_Said(None, {says: int(number)}) for number in re.findall(r"\d+", value)[:1])
    else:
        yield _Said(None, {says: value.rstrip(" .;,")})


def _terms(sentence: Sentence, language: Pack) -> Iterator[str]:
    """The terms that a field gives as imposed: "the prosecutor SOUGHT eight years" gives none."""
    tokens = sentence.tokens
    for span in duration_spans(sentence, language):
        before = (i for i in range(span.first - 1, -1, -1) if tokens[i].text in _PARTS)
        after = (i for i in range(span.end, len(tokens)) if tokens[i].text in _PARTS)
        part = tokens[next(before, -1) + 1 : next(after, len(tokens))]
        if not any(language.is_any(token.lemmas, "terms", "open") for token in part):
            yield str(span.value)


def _dates(value: str) -> list[str]:
    """The days that a field gives; a slip of the pen is read for what it must be."""
    plain = _TWICE.sub(r"\1\2", _STUCK.sub(" ", value))
    return list(dict.fromkeys(span.edtf for span in dates_in(plain)))
