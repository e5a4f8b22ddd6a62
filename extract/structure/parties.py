"""Who speaks in a document, to whom, and the dates it gives for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.expressions.dates import DateSpan, date_of
from extract.languages.document import DocumentWords, any_of
from extract.structure.chronology import has_entries
from extract.structure.head import is_chronology, is_closing_line
from extract.structure.letter import field_value, is_office, is_prose
from extract.structure.stamps import stamp
from extract.values import DocumentDate, Party, Passage

_OPENING = 12  # passages in which a head may stand
_ANSWER_LINE = 20  # words
_STOP = re.compile(r"\s(?<=[.!?;]\s)\s*")  # between sentences
_NAMED = re.compile(r"(?P<name>[^\s,(][^,(]*?)\s*\((?P<in>[^)]+)\)")


def parliamentary_parties(front: str, words: DocumentWords) -> tuple[Party, ...]:
    """The askers with their parties, the answerers with their offices.

    ``front`` is the front matter as it is read.
    """
    return (*_askers(front, words), *_answerers(front, words))


def _askers(front: str, words: DocumentWords) -> Iterator[Party]:
    for pattern in words.patterns("parliamentary", "asked"):
        if match := re.search(pattern, front):
            for named in _NAMED.finditer(match["askers"]):
                yield Party(role="asker", name=_name(named["name"], words), party=named["in"])
            return


def _answerers(front: str, words: DocumentWords) -> Iterator[Party]:
    titles = any_of(words.words("offices", "titles"))
    for pattern in words.patterns("parliamentary", "answered"):
        if match := re.search(pattern, front):
            for named in _NAMED.finditer(match["answerers"]):
                title = re.match(
                    rf"(?P<title>{titles})\s+", _name(named["name"], words), re.IGNORECASE
                )
                if title:
                    name = _name(named["name"], words)[title.end() :]
                    office = _office(front, title["title"], named["in"], words)
                    yield Party(role="answerer", name=name, office=office)
            return


def _name(found: str, words: DocumentWords) -> str:
    # "A (X), B (Y) en C (Z)": what joins two names is no part of either.
    return re.sub(rf"^(?:{any_of(words.words('and'))}\s+)", "", found.strip())


def _office(front: str, title: str, portfolio: str, words: DocumentWords) -> str:
    links = words.words("offices", "links")
    title = title[:1].upper() + title[1:]
    office = rf"{re.escape(title)} (?P<rest>{any_of(links)} {re.escape(portfolio)})"
    said = re.search(rf"\b{office}", front, re.IGNORECASE)
    rest = said["rest"] if said else f"{words.trees[0]['offices']['links'][0]} {portfolio}"
    return f"{title} {rest}"


def signatories(passages: Sequence[Passage], words: DocumentWords) -> tuple[Party, ...]:
    """The sender of a letter: an office and a name in its signature."""
    lines = [
        line.strip(" ,")
        for passage in passages
        if passage.kind == "signature"
        for line in passage.text.split("\n")
        if not any(line.startswith(word) for word in words.words("closing"))
    ]
    offices = [line for line in lines if is_office(line, words)]
    names = [line for line in lines if line not in offices and _is_name(line, words)]
    if not names:
        return ()
    articles = any_of(words.words("offices", "articles"))
    office = re.sub(rf"^{articles}\s+", "", offices[0], flags=re.IGNORECASE) if offices else ""
    return (Party(role="sender", name=names[0], office=office[:1].upper() + office[1:]),)


def recipients(passages: Sequence[Passage], words: DocumentWords) -> tuple[Party, ...]:
    """Whom a letter is addressed to: the lines after "Aan", down to the postal address."""
    articles = any_of(words.words("offices", "articles"))
    for passage in passages:
        if passage.kind == "front":
            begin = field_value(passage.text, words, "recipient") or _addressed(passage.text, words)
            lines = passage.text[begin:].split("\n") if begin else []
            kept = []
            for line in lines:
                if any(letter.isdigit() for letter in line):
                    break
                kept.append(line.strip())
            name = re.sub(rf"^{articles}\s+", "", " ".join(kept).strip(), flags=re.IGNORECASE)
            if name:
                return (Party(role="recipient", name=name),)
    return ()


def _addressed(front: str, words: DocumentWords) -> int | None:
    labels, articles = words.words("fields", "recipient"), words.words("offices", "articles")
    match = re.match(rf"{any_of(labels)} (?={any_of(articles)} )", front)
    return match.end() if match else None


def _is_name(line: str, words: DocumentWords) -> bool:
    particles = words.words("offices", "particles")
    parts = line.split()
    return 1 < len(parts) <= 6 and all(
        part[:1].isupper() or part.lower() in particles for part in parts
    )


def parliamentary_dates(
    passages: Sequence[Passage], words: DocumentWords
) -> Iterator[DocumentDate]:
    """When questions were submitted and their answers received."""
    for passage in passages:
        for role in ("submitted", "received"):
            for pattern in (
                *words.patterns("parliamentary", role),
                *words.patterns("parliamentary", f"{role}_told"),
            ):
                match = re.search(pattern, passage.text)
                span = date_of(match["date"]) if match else None
                if match and span:
                    begin = match.start("date")
                    yield DocumentDate(
                        role="submitted" if role == "submitted" else "received",
                        date=span.edtf,
                        start=passage.to_stored(begin + span.start),
                        end=passage.to_stored(begin + span.end, end=True),
                    )


def answer_dates(passages: Sequence[Passage], words: DocumentWords) -> Iterator[DocumentDate]:
    """When an answer in the text was given: at the end of "Answer given by ...", or below it."""
    answers = any_of(words.words("answer"))
    for above, below in pairwise(passages):
        if not re.match(rf"{answers}\b", above.text) or len(above.text.split()) > _ANSWER_LINE:
            continue
        for passage in (above, below):
            span = date_of(passage.text)
            dated = span and (passage is above or not span.start)
            if span and (_tells_when(passage, words) or (dated and _ends_dated(passage, span))):
                yield DocumentDate(
                    role="received",
                    date=span.edtf,
                    start=passage.to_stored(span.start),
                    end=passage.to_stored(span.end, end=True),
                )
                break


def _tells_when(passage: Passage, words: DocumentWords) -> bool:
    """Whether the line says that somebody answered on a date."""
    told = words.patterns("parliamentary", "received_told")
    short = len(passage.text.split()) <= _ANSWER_LINE
    return short and any(re.search(pattern, passage.text) for pattern in told)


def _ends_dated(passage: Passage, span: DateSpan) -> bool:
    """Whether the passage is short and ends with the date."""
    short = len(passage.text.split()) <= _ANSWER_LINE
    return short and not passage.text[span.end :].strip(" .,:")


def field_dates(passages: Sequence[Passage], words: DocumentWords) -> Iterator[DocumentDate]:
    """The dates of header fields: in the front matter issued, in a margin's furniture margin."""
    for passage in passages:
        if passage.kind not in ("front", "furniture"):
            continue
        for begin, line in _lines(passage.text):
            value = field_value(line, words, "date")
            span = date_of(line[value:]) if value is not None else None
            if value is not None and span:
                yield DocumentDate(
                    role="issued" if passage.kind == "front" else "margin",
                    date=span.edtf,
                    start=passage.to_stored(begin + value + span.start),
                    end=passage.to_stored(begin + value + span.end, end=True),
                )


def head_date(passages: Sequence[Passage], words: DocumentWords) -> Iterator[DocumentDate]:
    """The date that a text gives for itself at its head, else on its last line.

    What is set apart as a dateline goes before a date in a title.
    """
    head = [p for p in opening_passages(passages) if p.kind == "heading" or not is_prose(p.text)]
    last = [p for p in passages if p.kind in ("body", "front", "signature")][-1:]
    closing = [p for p in last if p not in head and is_closing_line(p.text, words)]
    running = (p.text for p in passages if p.kind in ("heading", "body", "front"))
    starts = (line for text in running for line in _STOP.split(text))
    entries = cache(lambda: is_chronology(starts, words) or has_entries(passages))
    for passage in (*sorted(head, key=lambda p: p.kind != "front"), *closing):
        for begin, line in _single_lines(passage.text):
            span = stamp(line, words)
            if span and (begin + span.start > 0 or not entries()):
                yield DocumentDate(
                    role="issued",
                    date=span.edtf,
                    start=passage.to_stored(begin + span.start),
                    end=passage.to_stored(begin + span.end, end=True),
                )
                return


def opening_passages(passages: Sequence[Passage]) -> list[Passage]:
    """The passages up to the first prose, and that."""
    found: list[Passage] = []
    for passage in passages[:_OPENING]:
        if passage.kind in ("heading", "body", "front"):
            found.append(passage)
            if passage.kind == "body" and is_prose(passage.text):
                break
    return found


def _single_lines(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for line in text.split("\n"):
        yield begin, line
        begin += len(line) + 1


def field(passages: Sequence[Passage], words: DocumentWords, name: str) -> str:
    """The value of the first header field of that name; "" where there is none."""
    for passage in passages:
        if passage.kind in ("front", "furniture"):
            for _, line in _lines(passage.text):
                value = field_value(line, words, name)
                if value is not None and line[value:].strip():
                    return line[value:].split("\n")[0].strip()
    return ""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with all that follows it in the passage, so that a value may stand below."""
    begin = 0
    for line in text.split("\n"):
        yield begin, text[begin:]
        begin += len(line) + 1
