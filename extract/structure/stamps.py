"""Dates that a text gives for itself: on a line of its head, or run in before its first words.

The conventions of the genres: a news dateline (place, day, agency, dash), a byline, the line of a
publication ("Digest, 3 May 2020"), the head of a letter. A date counts only where punctuation or
a word such as "updated" sets it off; what a sentence or a title tells of has neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.expressions.dates import DateSpan, dates_in
from extract.expressions.vocabulary import fold, words_of_dates
from extract.languages.document import DocumentWords, any_of
from extract.structure.letter import is_prose

_LONGEST = 28  # words in a head's line
_PLACES = 7  # words of a place or a publication before the date
REACH = 120  # characters in which a dateline has its date
_SHORTEST = 3  # letters of a place
_FULL = 10  # characters of a date with its day
_OFF = re.compile(r"[,;|/(\[·•.]$|(?:^|\s)[–—-]+$")
_CLOSED = re.compile(r"[)\].:]*")
_MORE = re.compile(r"[)\]]*\s*(?P<mark>[–—|/·•(,;-])\s*(?P<rest>.+)")
_NOTE = re.compile(r"\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\)|[⁰¹²³⁴-⁹]|\d{1,3}\.?\s+(?=[^\Wa-z])")
_FIGURE = re.compile(r"\d")
# the first day of a period, "20-27 May 2020" or "May 20-27, 2020": a text is of its last
_FIRST_DAY = re.compile(
    r"(?<![\d/.-])\d{1,2}(?:\s+[^\W\d_]+\.?)?\s*[–—-]\s*(?=\d{1,2}\s+[^\W\d_]|\d{1,2},\s+\d{4}\b)"
)
_PLAIN = re.compile(r"(?<!\S)[^\W\d_]+(?=[,:;]?\s)")
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s*\w+)?")
_MOST_AFTER = 10  # words of a title or a note after the date
_RUN_IN = re.compile(
    r"\s*\)?"
    r"(?:\s*[,/|]\s*(?P<place>[^\W\d_a-z][\w’'/-]*(?:\s[^\W\d_a-z][\w’'/-]*){0,3}))?"
    r"(?P<agency>\s*\([^()]{1,60}\))?"
    r"(?P<end>\s*[–—-]+(?=\s)|\s*—(?=[\"'‘“„«]?[^\Wa-z_\d])|\s*:(?=\s)|\.(?=\s+[\"'‘“„«(]?[^\Wa-z_])"
    r"|(?<=\))(?=\s+[\"'‘“„«]?[^\Wa-z_]))\s*"
)
_CAPITALS = re.compile(
    r"(?P<place>[^\W\d_]+(?:[ '’/-]{1,3}[^\W\d_]+){0,4})(?:\s*\([^()]{1,60}\))?"
    r"\s*[–—-]+\s+(?=[\"'‘“„«]?[^\Wa-z_])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A dateline before the first words: where it ends, where they begin, the date it has."""

    end: int
    after: int
    date: DateSpan | None


def stamp(line: str, words: DocumentWords) -> DateSpan | None:
    """The date that a line of its head gives for a text; None where it gives none.

    >>> from extract.languages.document import document_words
    >>> stamp("Civil Digest, 15 March 2014", document_words("en")).edtf
    '2014-03-15'
    >>> stamp("The massacre of 4 June 1989", document_words("en"))
    """
    line = _FIRST_DAY.sub(lambda match: " " * len(match.group()), line)
    if len(line.split()) > _LONGEST or (_NOTE.match(line) and not _opens(line)):
        return None
    for span in dates_in(line):
        before, after = line[: span.start], line[span.end :]
        if _set_off(before, words) and _ends(before, after, words):
            return span
    return None


def is_date(line: str) -> bool:
    """Whether the line is a date in full and nothing else.

    >>> is_date("19 June 2020"), is_date("19 June 2020: released")
    (True, False)
    """
    span = next(dates_in(line[:REACH]), None)
    return span is not None and not (line[: span.start] + line[span.end :]).strip(" .,")


def _opens(line: str) -> bool:
    """Whether the line opens with a date, whose day is no note's number."""
    return next((span.start == 0 for span in dates_in(line)), False)


def opening(line: str, words: DocumentWords) -> Opening | None:
    """The dateline that a paragraph opens with; None where it opens with its own words.

    >>> from extract.languages.document import document_words
    >>> found = opening("MINSK, 3 May 2020 (AB) – She is free.", document_words("en"))
    >>> found.end, found.date.edtf
    (22, '2020-05-03')
    """
    return dated_opening(line, words) or _bare_opening(line)


def dated_opening(line: str, words: DocumentWords) -> Opening | None:
    """The dateline with a date in full that a paragraph opens with; None where it has none."""
    if not _may_open(line, words):
        return None
    span = next(dates_in(line[:REACH]), None)
    if span is None or len(span.edtf) < _FULL or not _is_place(line[: span.start], words):
        return None
    match = _RUN_IN.match(line, span.end)
    if match is None or match.end() >= len(line):
        return None
    if ":" in match["end"] and not span.start:
        return None  # "3 May 2020: ..." heads an entry
    closed = line[span.end : match.start("end")]
    end = span.end + len(closed.rstrip())
    return Opening(end=end, after=match.end(), date=span)


def _may_open(line: str, words: DocumentWords) -> bool:
    """Whether there is a figure in reach, and before it no word that neither place nor date has."""
    figure = _FIGURE.search(line, 0, REACH)
    return figure is not None and not any(
        word[0].islower()
        and fold(word) not in words_of_dates()
        and word not in words.words("offices", "particles")
        for word in _PLAIN.findall(line, 0, figure.start())
    )


def _bare_opening(line: str) -> Opening | None:
    match = _CAPITALS.match(line)
    if match is None or not match["place"].isupper() or len(match["place"]) < _SHORTEST:
        return None
    if not is_prose(line[match.end() :]):
        return None  # a title in two parts
    return Opening(end=len(match.group().rstrip(" –—-")), after=match.end(), date=None)


def _is_place(before: str, words: DocumentWords) -> bool:
    """Whether nothing, or a place or a publication, stands before the date."""
    lead = before.rstrip()
    parts = re.findall(r"[^\W\d_][\w’'.-]*", lead)
    particles = words.words("offices", "particles")
    return not lead or (
        (bool(_OFF.search(lead)) or lead.endswith(")"))  # "MINSK (AGENCY) 3 May 2020 - ..."
        and 0 < len(parts) <= _PLACES
        and parts[0][0].isupper()
        and all(part[0].isupper() or part in particles for part in parts)
    )


def _set_off(before: str, words: DocumentWords) -> bool:
    lead = before.rstrip()
    if not lead or _OFF.search(lead) or (lead.endswith(")") and _is_place(before, words)):
        return True
    genres = any_of(words.words("head", "genres"))
    return (
        _labelled(lead, words)
        or _sat(lead, words)
        or _adopted(lead, words)
        or bool(re.search(rf"{genres}\s*:?$", lead, re.IGNORECASE))
    )


def _sat(lead: str, words: DocumentWords) -> bool:
    """Whether the words are no more than what a record of a sitting begins with: "Hearing of"."""
    return lead.rstrip(" :").lower() in words.words("head", "sittings")


def _adopted(lead: str, words: DocumentWords) -> bool:
    """Whether the words say what a body did to its text that day: "Adopted by the Council on"."""
    done, on = (any_of(words.words("head", name)) for name in ("acts", "on"))
    return bool(re.match(rf"\(?{done}\s.*\s{on}$", lead, re.IGNORECASE))


def _labelled(lead: str, words: DocumentWords) -> bool:
    """Whether the words end with one that announces the day of the text: "as of", "Updated:"."""
    labels = any_of(words.words("head", "dated"))
    return bool(re.search(rf"(?<!\w){labels}\s*:?$", lead, re.IGNORECASE))


def _ends(before: str, after: str, words: DocumentWords) -> bool:
    """Whether what follows the date is nothing, a note on it, or a title after a mark."""
    rest = after.strip()
    if _CLOSED.fullmatch(rest):
        return not (rest == "." and len(before.split()) > _PLACES)
    short = len(rest.split()) <= _MOST_AFTER and not is_prose(rest.lstrip(".:"))
    if _sat(before.rstrip(), words) or _adopted(before.rstrip(), words):
        return True
    if short and rest[:1] == "." and before.strip() and _is_place(before, words):
        return True  # "Minsk, 3 May 2020. Source: ..."
    if short and rest[:1] == ":" and not before.strip():
        return True  # "Sunday 3 May 2020: a title"
    if rest[:1] in ".:" and len(rest.split()) <= _MOST_AFTER and _labelled(before.rstrip(), words):
        return True  # "Updated: 3 May 2020. B. Religious activists"
    if rest.startswith(":"):
        genres = any_of(words.words("head", "genres"))
        return bool(re.search(rf"{genres}[\s,(]*$", before, re.IGNORECASE))
    match = _MORE.fullmatch(rest)
    if match is None:
        return False
    said = match["rest"]
    if _TIME.fullmatch(said):
        return True
    if match["mark"] == ",":
        pages = any_of(words.words("citations", "pages"))
        if re.fullmatch(rf"{pages}\s*\d[\d–-]*\.?", said, re.IGNORECASE):
            return True
        if re.match(rf"{any_of(words.words('head', 'editions'))}\b", said, re.IGNORECASE):
            return len(said.split()) <= _MOST_AFTER
        return len(said.split()) <= 4 and (said[0].isupper() or is_byline(said, words))
    return len(said.split()) <= _MOST_AFTER


def is_byline(line: str, words: DocumentWords) -> bool:
    """Whether the line says who wrote: "By Jane Sample", "van onze correspondent"."""
    return len(line.split()) <= 12 and bool(
        re.match(rf"{any_of(words.words('head', 'bylines'))}\s+\S", line, re.IGNORECASE)
        and not re.search(r"[.!?]$", line)
    )
