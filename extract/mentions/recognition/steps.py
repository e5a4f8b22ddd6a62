"""How a run goes on: with a capital, a particle, or a link to an institution's next word."""

from __future__ import annotations

from extract.languages.places import regions
from extract.mentions.recognition.fixed import fixed
from extract.mentions.recognition.line import Line
from extract.mentions.recognition.looks import common
from extract.mentions.recognition.starts import (
    introduced,
    introduces,
    leads_to_body,
    may_be_surname,
)
from extract.values import Kind

_HALF = 5  # letters that the second half of a given name has at most
_NUMBERED = frozenset({"no", "no.", "nr", "nr.", "№", "number", "nummer"})


def step(line: Line, first: int, end: int) -> int | None:
    """Where the run ends with one more word, None where it ends here."""
    if hyphen(line, end) or _given_hyphen(line, first, end):
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


def hyphen(line: Line, end: int) -> bool:
    """Whether a hyphen without spaces joins a capital, as the English rules cut it."""
    return (
        line.lower(end) == "-"
        and line.glued(end)
        and line.glued(end + 1)
        and line.word(end + 1).capital
    )


def _given_hyphen(line: Line, first: int, end: int) -> bool:
    """Whether a hyphen joins the second half of a given name ("Voorbeeld Ma-kup")."""
    glued = line.lower(end) == "-" and line.glued(end) and line.glued(end + 1)
    if not glued or end - first < 2 or end in line.headline:
        return False
    tag, half = line.language.tag, line.lower(end + 1)
    return half.isalpha() and len(half) <= _HALF and not common(half, tag)


def _capital(line: Line, first: int, end: int) -> int | None:
    word, last = line.word(end), line.word(end - 1)
    if last.particle and end - first == 1 and introduced(line, first):
        return end + 1
    if word.title or (word.barred and not last.body):
        return None
    if word.dated:
        return end + 1 if last.given and not line.lower(end + 1).isdigit() else None
    if word.person and introduces(line, end):
        return None
    if last.body and end - first > 1 and word.given and line.word(end + 1).capital:
        return None  # "leader of the Sample Party ANNA X"
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
    titled = line.word(first).particle and introduced(line, first)
    if line.word(end).patronymic:
        return end + 1 if end - first >= 2 else None
    at = end
    while line.word(at).particle and not line.word(at).capital and at - end < 3:
        at += 1
    if at == end or _office_of(line, first, end):
        return None
    at += line.lower(at) == "-"
    if line.word(at).ordinary and line.word(at + 1).capital and line.word(at + 1).ordinary:
        return None  # "van de Revolutionaire Garde"
    lone = titled and end == first + 1 and line.word(at).capital
    return at + 1 if namelike(line, at) or lone else None


def _office_of(line: Line, first: int, end: int) -> bool:
    """Whether "of" goes on an office, not a name: "burgemeester X van Y"."""
    return end - first >= 2 and line.listed(first - 1, "places", "offices")


def namelike(line: Line, i: int) -> bool:
    """Whether the token may be the later part of a person's name."""
    work = line.word(i).compound and line.listed(i, "names", "works")
    return may_be_surname(line, i) and not work and not leads_to_body(line, i)
