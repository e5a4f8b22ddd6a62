"""Where a name may begin, and what the words from a token on lead to."""

from __future__ import annotations

from extract.mentions.recognition.fixed import fixed
from extract.mentions.recognition.line import Line


def may_start(line: Line, i: int) -> bool:
    """Whether a name may begin at the token."""
    word = line.word(i)
    if not word.capital or fixed(line, i) is not None:
        return word.capital
    if word.title or introduces(line, i):
        return False
    if word.barred or word.dated:
        return introduced(line, i) and line.word(i + 1).capital and not word.barred
    if word.particle and (line.opens(i) or word.function):
        return _surname(line, i)
    if word.function:
        name = word.given or line.seen(i) is not None
        return name and line.word(i + 1).capital and not line.word(i + 1).ordinary
    return True


def introduces(line: Line, i: int) -> bool:
    """Whether the token says what the person or office named after it is."""
    if not line.word(i).person:
        return False
    following = line.word(i + 1)
    if following.organisation and not following.ordinary:
        return False
    if line.word(i + 1).genitive:
        return True
    return not line.word(i).several or (following.capital and not following.organisation)


def introduced(line: Line, i: int) -> bool:
    """Whether a title or person noun stands right before the token."""
    return line.word(i - 1).title or line.word(i - 1).person


def _surname(line: Line, i: int) -> bool:
    """Whether a particle with a capital opens a surname here ("De Jongski")."""
    j = i + 1
    while line.word(j).particle and not line.word(j).capital:
        j += 1
    following = line.word(j)
    if introduced(line, i):
        return line.word(j).capital and fixed(line, j) is None
    if not may_be_surname(line, j):
        return False
    if not line.opens(i):
        return True
    if line.word(j + 1).person or line.word(j + 1).capital:
        return False  # an adjective
    return not following.ordinary or line.of_party(j + 1)


def may_be_surname(line: Line, i: int) -> bool:
    """Whether the token may be a surname."""
    word = line.word(i)
    other = word.organisation or word.demonym or word.particle or word.shout or word.person
    half = line.lower(i)[-1:] == "-"
    return word.capital and not (other or half) and fixed(line, i) is None


def leads_to_body(line: Line, i: int) -> bool:
    """Whether the capitals from the token on, five at most, reach the noun of an institution."""
    for j in range(i, i + 5):
        word = line.word(j)
        if not word.capital or word.title or (word.person and not word.several):
            return False
        if j in line.headline and word.ordinary and not word.organisation:
            return False
        if word.organisation or word.facility or word.document:
            return True
    return False


def in_place(line: Line, i: int) -> bool:
    """Whether a preposition of place stands before the token."""
    return line.among(i - 1, "places", "prepositions")
