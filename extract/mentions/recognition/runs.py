"""Runs of words that may be one name: capitals, and the small words that join them.

Particles join the parts of a person's name ("Jan van der ..."), links the parts of an
institution's ("Court of ...", "Raad van ...").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.mentions.recognition.fixed import fixed
from extract.mentions.recognition.line import Line
from extract.mentions.recognition.looks import common
from extract.mentions.recognition.starts import in_place, leads_to_body, may_start
from extract.mentions.recognition.steps import hyphen, namelike, step
from extract.values import Kind

_AFTER_CAPITALS = (",", "(", ".", ":", "–", "—", "")
_AFTER_INVERTED = (*_AFTER_CAPITALS[:-1], ";", "-")
_SHORTEST = 3  # letters of a word of a name in capitals: others are acronyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Tokens ``[first, end)``; ``kind`` where the whole is a known name."""

    first: int
    end: int
    kind: Kind | None = None


def runs(line: Line) -> Iterator[Run]:
    """The runs of a line, in order."""
    i, words = 0, line.words
    while i < len(words):
        if not words[i].capital and not words[i].person:
            i += 1
        elif (end := _inverted(line, i) or _headed(line, i)) is not None:
            yield Run(first=i, end=end, kind="person")
            i = end
        elif not words[i].capital or not may_start(line, i):
            i = max(i + 1, _past_portfolio(line, i))
        else:
            run = _run(line, i)
            yield run
            i = run.end


def _inverted(line: Line, i: int) -> int | None:
    """Where "VOORBEELD, Anna," ends that opens an entry of a list, its second comma left out."""
    surname = line.words[i].shout and len(line.tokens[i].text) > 2 and i not in line.headline
    if not surname or not line.opens(i) or line.lower(i + 1) != ",":
        return None
    end = i + 2
    while line.word(end).capital and not (line.word(end).shout or line.word(end).demonym):
        end += 1
    names = [line.word(j) for j in range(i + 2, end)]
    common = any(word.organisation or word.dated or word.function for word in names)
    fits = 1 <= len(names) <= 3 and not common and line.lower(end) in _AFTER_INVERTED
    return end if fits and not fixed(line, i + 2) else None


def _headed(line: Line, i: int) -> int | None:
    """Where a name in capitals ends that opens an entry: "ANNA VOORBEELD, 32, nurse."."""
    if i in line.headline or any(token.text.isalpha() for token in line.tokens[:i]):
        return None
    end = i
    while line.word(end).shout or (end > i and hyphen(line, end)):
        end += 2 if hyphen(line, end) else 1
    parts = [j for j in range(i, end) if line.tokens[j].text.isalpha()]
    if not 2 <= len(parts) <= 4 or line.lower(end) not in _AFTER_CAPITALS or fixed(line, i):
        return None
    if line.tokens[i].start != 0 or line.sentence.passage.kind == "heading":
        return None
    if any(_no_name(line, j) for j in parts) or line.word(end + 1).shout:
        return None
    return end


def _no_name(line: Line, i: int) -> bool:
    """Whether the word in capitals is one of the language, or says what a body is."""
    word = line.word(i)
    other = word.organisation or word.facility or word.demonym or word.dated or word.function
    plain = common(line.lower(i), line.language.tag)
    return other or plain or len(line.tokens[i].text) < _SHORTEST or fixed(line, i) is not None


def _past_portfolio(line: Line, i: int) -> int:
    """Past what an office is for ("Minister van Justitie en Veiligheid"), which is no body."""
    if not line.listed(i, "names", "offices"):
        return i
    at = i + 1
    if line.tokens[i].end == line.sentence.end or not line.tokens[at].text.islower():
        return i
    if line.word(at).genitive or line.word(at).link:
        at += 1 + line.word(at + 1).article
    while _common(line, at) or (line.word(at).joint and _common(line, at + 1)):
        at += 1
    return at if at > i + 2 else i


def _common(line: Line, i: int) -> bool:
    return line.word(i).capital and line.word(i).ordinary


def _run(line: Line, i: int) -> Run:
    known = fixed(line, i)
    end = known[0] if known else i + 1
    if known and not _goes_on(line, i, end, known[1]):
        return Run(first=i, end=end, kind=known[1])
    while (further := step(line, i, end)) is not None:
        end = further
    if known and end == known[0]:
        return Run(first=i, end=end, kind=known[1])
    return Run(first=i, end=end)


def _goes_on(line: Line, first: int, end: int, kind: Kind) -> bool:
    """Whether a known name is the beginning of a longer one ("Baku Court of ...")."""
    if hyphen(line, end):
        return True
    if kind == "organisation":
        return line.lower(end) == "&" or line.word(end).body or line.word(end).shout
    if leads_to_body(line, end):
        return True
    given = line.word(first).given and not in_place(line, first)
    return end - first == 1 and given and namelike(line, end)
