"""What a document says of itself: kind, number, title, parties, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.expressions.dates import dates_in
from extract.languages.document import DocumentWords
from extract.structure.letter import is_prose
from extract.structure.parties import (
    answer_dates,
    field,
    field_dates,
    head_date,
    opening_passages,
    parliamentary_dates,
    parliamentary_parties,
    recipients,
    signatories,
)
from extract.structure.sections import Part
from extract.values import DocumentDate, Metadata, Passage

_LONGEST_FRONT = 5000  # characters
_FIRST = 20  # passages in which a report says what it is about
_NUMBER = re.compile(r"\d[\d\w/-]*")


def metadata(passages: Sequence[Passage], parts: Sequence[Part], words: DocumentWords) -> Metadata:
    """The metadata of a document, but for its language."""
    if any(part.section_kind == "question" for part in parts):
        return _parliamentary(passages, words)
    parties = (*signatories(passages, words), *recipients(passages, words))
    is_letter = bool(parties) or any(_greets(passage, words) for passage in passages[:12])
    given = field(passages, words, "title") or field(passages, words, "subject")
    title = given or _first_heading(passages)
    return Metadata(
        kind="letter" if is_letter else _kind(title, words),
        title=title,
        number=field(passages, words, "reference"),
        parties=parties,
        dates=_dates(passages, words),
        covers="" if is_letter else _covered(title, passages, words),
    )


def _parliamentary(passages: Sequence[Passage], words: DocumentWords) -> Metadata:
    fronts = [passage for passage in passages if passage.kind == "front"]
    front = " ".join(" ".join(passage.text.split()) for passage in fronts)[:_LONGEST_FRONT]
    return Metadata(
        kind="parliamentary-answers",
        title=_subject(front, words),
        number=next(filter(None, (_paper(passage.text, words) for passage in fronts)), ""),
        parties=parliamentary_parties(front, words),
        dates=_once(parliamentary_dates(fronts, words)) or _once(head_date(passages, words)),
    )


def _dates(passages: Sequence[Passage], words: DocumentWords) -> tuple[DocumentDate, ...]:
    """The dates of header fields, else those of the head."""
    asked = parliamentary_dates(opening_passages(passages), words)
    answers = answer_dates(passages, words)
    given = [*head_date(passages, words), *asked, *answers]
    return _once(field_dates(passages, words)) or _once(given)


def _paper(line: str, words: DocumentWords) -> str:
    """The number of a paper, where the line is or begins with one; else ""."""
    found = (re.match(pattern, line) for pattern in words.patterns("parliamentary", "number"))
    said = next((str(match["number"]) for match in found if match), "")
    return said or (line if _NUMBER.fullmatch(line) else "")


def _subject(front: str, words: DocumentWords) -> str:
    for pattern in words.patterns("parliamentary", "asked"):
        if match := re.search(pattern, front):
            return str(match["subject"])
    return ""


def _once(dates: Iterable[DocumentDate]) -> tuple[DocumentDate, ...]:
    """Each date in each role once, where it first stands: a margin is printed on every page."""
    first: dict[tuple[str, str], DocumentDate] = {}
    for item in dates:
        first.setdefault((item.role, item.date), item)
    return tuple(first.values())


def _greets(passage: Passage, words: DocumentWords) -> bool:
    return any(
        passage.text.startswith(word) and len(passage.text.split()) <= 8
        for word in words.words("salutation")
    )


def _first_heading(passages: Sequence[Passage]) -> str:
    return next((passage.text for passage in passages if passage.kind == "heading"), "")


def _covered(title: str, passages: Sequence[Passage], words: DocumentWords) -> str:
    """The year that a report says it is about; "" where it says none, or more than one."""
    headings = (passage.text for passage in passages[:_FIRST] if passage.kind == "heading")
    head = (p.text for p in opening_passages(passages) if not is_prose(p.text))
    lines = [" ".join(line.split()) for line in (title, *headings, *head)]
    read = [("covers", line) for line in lines] + [("covers_undated", _undated(x)) for x in lines]
    years = {
        next(filter(None, match.groups()))
        for name, line in read
        for pattern in words.patterns(name)
        for match in re.finditer(pattern, line)
    }
    return years.pop() if len(years) == 1 else ""


def _undated(text: str) -> str:
    """The text without its dates: the year of a date is that of no report."""
    for span in reversed(tuple(dates_in(text))):
        text = text[: span.start] + "-" * (span.end - span.start) + text[span.end :]
    return text


def _kind(title: str, words: DocumentWords) -> str:
    tokens = set(re.findall(r"\w+", title.lower()))
    return "report" if tokens & set(words.words("report")) else "text"
