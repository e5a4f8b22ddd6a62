"""Runs of words that may be one name: capitals, and the small words that join them.

Particles join the parts of a person's name ("Jan van der ..."), links the parts of an
institution's ("Court of ...", "Raad van ...").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.languages.places import regions
from extract.mentions.names.fixed import fixed
from extract.mentions.names.line import Line
from extract.values import Kind

_NUMBERED = frozenset({"no", "no.", "nr", "nr.", "№", "number", "nummer"})


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
        elif not words[i].capital or not may_start(line, i):
            i = max(i + 1, _past_portfolio(line, i))
        else:
            run = _run(line, i)
            yield run
            i = run.end


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


def may_start(line: Line, i: int) -> bool:
    """Whether a name may begin at the token."""
    word = line.word(i)
    if not word.capital or fixed(line, i) is not None:
        return word.capital
    if word.title or _introduces(line, i):
        return False
    if word.barred or word.dated:
        return _introduced(line, i) and line.word(i + 1).capital and not word.barred
    if word.particle and (line.opens(i) or word.function):
        return _surname(line, i)
    if word.function:
        return word.given and line.word(i + 1).capital and not line.word(i + 1).ordinary
    return True


def _introduces(line: Line, i: int) -> bool:
    """Whether the token says what the person or office named after it is."""
    if not line.word(i).person:
        return False
    following = line.word(i + 1)
    if following.organisation and not following.ordinary:
        return False
    if line.word(i + 1).genitive:
        return True
    return not line.word(i).several or (following.capital and not following.organisation)


def _introduced(line: Line, i: int) -> bool:
    return line.word(i - 1).title or line.word(i - 1).person


def _surname(line: Line, i: int) -> bool:
    """Whether a particle with a capital opens a surname here ("De Jongski")."""
    j = i + 1
    while line.word(j).particle and not line.word(j).capital:
        j += 1
    following = line.word(j)
    if _introduced(line, i):
        return line.word(j).capital and fixed(line, j) is None
    if not _part(line, j):
        return False
    if not line.opens(i):
        return True
    return not following.ordinary and not line.word(j + 1).capital


def _part(line: Line, i: int) -> bool:
    """Whether the token may be a surname."""
    word = line.word(i)
    other = word.organisation or word.demonym or word.particle or word.shout or word.person
    return word.capital and not other and fixed(line, i) is None


def _run(line: Line, i: int) -> Run:
    known = fixed(line, i)
    end = known[0] if known else i + 1
    if known and not _goes_on(line, i, end, known[1]):
        return Run(first=i, end=end, kind=known[1])
    while (step := _step(line, i, end)) is not None:
        end = step
    if known and end == known[0]:
        return Run(first=i, end=end, kind=known[1])
    return Run(first=i, end=end)


def _goes_on(line: Line, first: int, end: int, kind: Kind) -> bool:
    """Whether a known name is the beginning of a longer one ("Baku Court of ...")."""
    if _hyphen(line, end):
        return True
    if kind == "organisation":
        return line.lower(end) == "&" or line.word(end).body or line.word(end).shout
    if leads_to_body(line, end):
        return True
    given = line.word(first).given and not in_place(line, first)
    return end - first == 1 and given and _namelike(line, end)


def in_place(line: Line, i: int) -> bool:
    """Whether a preposition of place stands before the token."""
    return line.among(i - 1, "places", "prepositions")


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


def _step(line: Line, first: int, end: int) -> int | None:
    """Where the run ends with one more word, None where it ends here."""
    if _hyphen(line, end):
        return end + 2
    if line.lower(end) in _NUMBERED:
        return _number(line, end)
    if line.word(end).capital:
        return _capital(line, first, end)
    if line.lower(end) == "&" and line.word(end + 1).capital:
        return end + 2
    if line.among(end, "places", "closing") and end not in line.headline:
        return end + 1
    return _linked(line, first, end) or _particles(line, first, end)


def _hyphen(line: Line, end: int) -> bool:
    """Whether a hyphen without spaces joins a capital, as the English rules cut it."""
    return (
        line.lower(end) == "-"
        and line.glued(end)
        and line.glued(end + 1)
        and line.word(end + 1).capital
    )


def _capital(line: Line, first: int, end: int) -> int | None:
    word, last = line.word(end), line.word(end - 1)
    if last.particle and end - first == 1 and _introduced(line, first):
        return end + 1
    if word.title or (word.barred and not last.body):
        return None
    if word.dated:
        return end + 1 if last.given and not line.lower(end + 1).isdigit() else None
    if word.person and _introduces(line, end):
        return None
    if end in line.headline and _breaks_headline(line, first, end):
        return None
    known = fixed(line, end)
    if known is None:
        return None if word.demonym and not leads_to_body(line, end) else end + 1
    joins = last.facility or last.body or leads_to_body(line, known[0])
    own = known[1] == "organisation"
    led = end - first > 1 and line.word(first).body and known[0] == end + 1
    return known[0] if (led if own else joins) else None


def _breaks_headline(line: Line, first: int, end: int) -> bool:
    """In a headline an ordinary word ends a name, unless an institution's."""
    ordinary = [line.word(i).ordinary and not line.word(i).given for i in (end - 1, end)]
    if not any(ordinary):
        return False
    held = any(line.word(i).organisation for i in range(first, end))
    return not leads_to_body(line, end) or held


def _number(line: Line, end: int) -> int | None:
    """Past "No. 13" after the noun of a place."""
    if not (line.word(end - 1).facility or line.word(end - 1).capital):
        return None
    at = end + 1 + (line.lower(end + 1) == ".")
    return at + 1 if line.lower(at).isdigit() else None


def _linked(line: Line, first: int, end: int) -> int | None:
    """Past a link and the word that it joins to the noun of an institution."""
    link = line.word(end)
    if not (link.link or link.genitive):
        return _coordinated(line, first, end)
    direct = line.word(end - 1).body or line.word(end - 1).document
    if not direct and not _after_link(line, first, end):
        return None
    at = end + 1 + line.word(end + 1).article
    if not line.word(at).capital or (line.word(at).person and line.word(at + 1).capital):
        return None
    genitive = link.genitive
    if (known := fixed(line, at)) is not None:
        return known[0] if _joins_known(line, at, known[1], direct, genitive) else None
    ordinary = line.word(at).ordinary and (direct or genitive)
    return at + 1 if ordinary or (direct and genitive) else None


def _joins_known(line: Line, at: int, kind: Kind, direct: bool, genitive: bool) -> bool:
    """Whether a known name after a link is part of the institution's ("Raad van Europa")."""
    link = line.lower(at - 1)
    seat = line.among(at - 1, "names", "seats")
    region = link == "in" and line.lower(at) in regions(line.language.tag)
    return seat or region or (genitive and (direct or kind == "organisation"))


def _after_link(line: Line, first: int, end: int) -> bool:
    """Whether the last word is an ordinary one that a link has joined to an institution."""
    if not line.word(end - 1).ordinary:
        return False
    links = [i for i in range(first + 1, end - 1) if line.word(i).link or line.word(i).genitive]
    return any(line.word(i - 1).body or line.word(i - 1).document for i in links)


def _coordinated(line: Line, first: int, end: int) -> int | None:
    """Past "and" within the name of an institution ("Ministry of Justice and Security")."""
    if not line.word(end).joint:
        return None
    word = line.word(end + 1)
    fits = word.capital and word.ordinary and not (word.organisation or word.person or word.title)
    if not fits or not _after_link(line, first, end) or line.word(end + 2).capital:
        return None
    return None if fixed(line, end + 1) else end + 2


def _particles(line: Line, first: int, end: int) -> int | None:
    """Past particles, and the part of a person's name after them."""
    if any(line.word(i).organisation or line.word(i).facility for i in range(first, end)):
        return None
    titled = line.word(first).particle and _introduced(line, first)
    if line.word(end).patronymic:
        return end + 1 if end - first >= 2 else None
    at = end
    while line.word(at).particle and not line.word(at).capital and at - end < 3:
        at += 1
    if at == end:
        return None
    at += line.lower(at) == "-"
    return at + 1 if _namelike(line, at) or (titled and line.word(at).capital) else None


def _namelike(line: Line, i: int) -> bool:
    """Whether the token may be the later part of a person's name."""
    return _part(line, i) and not leads_to_body(line, i)
