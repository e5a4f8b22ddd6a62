"""Of what kind of thing a run is the name. Precision first for persons: each needs a sign."""

from __future__ import annotations

import re

from extract.mentions.recognition.heads import cue
from extract.mentions.recognition.line import Line
from extract.mentions.recognition.runs import Run
from extract.mentions.recognition.signs import sign
from extract.mentions.recognition.starts import in_place
from extract.mentions.recognition.values import Name
from extract.values import Kind

_CODE = re.compile(r"([A-ZА-Я]{2,4})-\d+")
_DOMAIN = re.compile(r"\w[\w-]*\.[a-z]{2,3}")


def named(line: Line, run: Run, before: tuple[Name, ...]) -> Name | None:
    """The name that the run is, after the names before it; None where it is none."""
    if _excluded(line, run):
        return None
    title = cue(line, run.first)
    known = title is not None or line.of_party(run.end) or line.seen_person(run.first, run.end)
    surname = known and line.word(run.first).particle
    kind = run.kind or (None if surname else _thing(line, run))
    if kind is not None:
        return _name(line, run, kind)
    if _office(line, run):
        return None
    if title is not None and not line.word(run.first).demonym:
        return _name(line, run, "person", title)
    kind = sign(line, run, before) or _by_form(line, run)
    if kind == "person" and is_venue(line, run.first, run.end):
        return None
    return _name(line, run, kind) if kind or _lone(line, run) else None


def is_venue(line: Line, first: int, end: int) -> bool:
    """Whether it is what a place or a prize is called after: "at Anna Voorbeeld AIRPORT"."""
    return any(line.among(i, "names", "venues") for i in (end - 1, end)) and end - first > 1


def _office(line: Line, run: Run) -> bool:
    """Whether it is a common word before "of": "Deputy HEAD of the party"."""
    word = line.word(run.first)
    lone = run.end - run.first == 1 and word.ordinary and not (word.given or word.shout)
    return lone and line.word(run.end).genitive


def _name(line: Line, run: Run, kind: Kind | None, title: int | None = None) -> Name:
    text = line.sentence.span(run.first, run.end)
    if kind == "person" and line.lower(run.first + 1) == "," and run.end > run.first + 2:
        text = f"{line.sentence.span(run.first + 2, run.end)} {line.tokens[run.first].text}"
    return Name(first=run.first, end=run.end, text=text, kind=kind, cue=title)


def _excluded(line: Line, run: Run) -> bool:
    """Whether it names a prize or a rule, or is an adjective by itself."""
    if any(line.listed(i, "names", "works") for i in range(run.first, run.end)):
        return True
    if run.kind is not None or run.end - run.first > 1:
        return False
    word, introduced = line.word(run.first), cue(line, run.first) is not None
    if word.ordinary and not word.shout and run.first in line.headline:
        return True
    noun = (word.organisation or word.facility) and word.ordinary and not word.shout
    if (line.opens(run.first) and noun) or _coded(line, run.first):
        return True
    return (word.demonym or word.document) and not introduced


def _coded(line: Line, i: int) -> bool:
    """Whether the token is part of a code: "2500 EH", "ECLI:NL:RVS:2021:1234", "A/HRC/47/32"."""
    text, before = line.tokens[i].text, line.lower(i - 1)
    if len(text) == 1 or (line.glued(i) and before[-1:] in (":", "/")):
        return True
    if len(text) == 2 and line.word(i).shout and len(before) == 4 and before.isdigit():
        return True
    inner = any(char in "/:" for char in text) and any(char.isdigit() for char in text)
    return inner or (line.glued(i + 1) and line.lower(i + 1)[:1] in (":", "/") and len(text) < 6)


def _thing(line: Line, run: Run) -> Kind | None:
    """The kind that the run's own words say, None where they may be a person's."""
    text = line.tokens[run.first].text
    match = _CODE.fullmatch(text)
    if match and match[1].lower() in line.language.words("places", "codes"):
        return "place"
    if (kind := _by_noun(line, run)) is not None:
        return kind
    if _owner(line, run):
        return "organisation"
    if _first_in_capitals(line, run):
        return None
    if _acronym(line, run):
        codes = line.language.words("articles", "codes") | line.language.words("names", "laws")
        return "document" if text in codes else "organisation"
    if _DOMAIN.fullmatch(text) or any(
        line.tokens[i].text == "&" for i in range(run.first, run.end)
    ):
        return "organisation"
    return "organisation" if _of_several(line, run) else None


def _by_noun(line: Line, run: Run) -> Kind | None:
    """By the last noun before a link: "Court of Prison Affairs" is a court."""
    found: Kind | None = None
    for i in range(run.first, run.end):
        word = line.word(i)
        if found and (word.link or word.genitive):
            break
        held = line.listed(i - 1, "places", "custody") and i > run.first
        if word.facility or (held and line.listed(i, "places", "facilities")):
            found = "place"
        elif word.organisation:
            found = "organisation"
        elif word.document:
            found = "document"
    return found


def _owner(line: Line, run: Run) -> bool:
    """Whether an institution's noun follows a common one in the genitive ("People's Court")."""
    genitive = line.lower(run.end) in ("'s", "’s")
    named = line.word(run.end - 1).ordinary and run.end - run.first > 1
    return genitive and named and line.word(run.end + 1).organisation


def _first_in_capitals(line: Line, run: Run) -> bool:
    """Whether an entry opens with a surname in capitals: "VOORBEELD Anna, nurse"."""
    first, second = line.word(run.first), line.word(run.first + 1)
    entry = line.opens(run.first) and line.lower(run.end) == "," and run.first not in line.headline
    rest = [line.word(i) for i in range(run.first + 1, run.end)]
    barred = any(word.shout or word.demonym or word.organisation for word in rest)
    named = 1 <= len(rest) <= 3 and not barred and (rest[-1].given or not rest[-1].ordinary)
    return entry and first.shout and second.capital and named


def _acronym(line: Line, run: Run) -> bool:
    words = [line.word(i) for i in range(run.first, run.end)]
    if len(words) == 1 or all(word.shout or not word.capital for word in words):
        return words[0].shout or words[0].mixed
    loud = [i for i in range(run.first, run.end) if line.word(i).shout]
    surname = loud and not words[0].ordinary and len(line.tokens[loud[0]].text) >= 4
    surname = surname and loud[0] > run.first
    return bool(loud) and not surname


def _of_several(line: Line, run: Run) -> bool:
    """Whether it says in capitals what several persons are ("Civil Rights Defenders")."""
    last = line.word(run.end - 1)
    group = last.several and last.person and run.first not in line.headline
    return group and run.end - run.first > 1


def _by_form(line: Line, run: Run) -> Kind | None:
    if _full_name(line, run):
        return "place" if _of_place(line, run) else "person"
    owned = line.lower(run.end) in ("'s", "’s")
    lone = run.end - run.first == 1 and not owned
    return "place" if lone and _in_place(line, run.first) else None


def _of_place(line: Line, run: Run) -> bool:
    """Whether a name of two words or more is a place's: "San ...", or "in" before it."""
    if line.lower(run.first) in line.language.words("places", "prefixes"):
        return True
    seen = (run.first, run.end, "LOC") in line.sentence.entities
    if line.word(run.first).particle and seen and in_place(line, run.first):
        return not any(line.word(i).given for i in range(run.first, run.end))
    inside = line.lower(run.first - 1) in line.language.words("places", "inside")
    return inside and run.end - run.first == 2 and not _personal(line, run)


def _in_place(line: Line, i: int) -> bool:
    """Whether what stands before a lone name says that it is a place."""
    words, before = line.language.words, line.lower(i - 1)
    if before in words("places", "inside"):
        return True
    if line.word(i).given or line.listed(i - 2, "places", "not_after"):
        return False
    return before in words("places", "prepositions") | words("places", "about")


def _full_name(line: Line, run: Run) -> bool:
    """Whether it has the form of a given name and a surname, not both of them common words."""
    at = [i for i in range(run.first, run.end) if line.word(i).capital]
    words = [line.word(i) for i in at]
    return (
        2 <= len(words) <= 6
        and not _numbered(line, run)
        and not (words[-1].function and not words[-1].particle)
        and not all((word.ordinary or word.compound) and not word.given for word in words)
        and not any(char.isdigit() or char == "/" for i in at for char in line.tokens[i].text)
    )


def _numbered(line: Line, run: Run) -> bool:
    """Whether a letter counts a head: "A. Facts"."""
    letter = len(line.tokens[run.first].text.rstrip(".")) == 1 and run.end - run.first == 2
    return letter and line.opens(run.first) and line.word(run.end - 1).native


def _personal(line: Line, run: Run) -> bool:
    """Whether a word is a given name, or a genitive follows."""
    owns = line.lower(run.end) in ("'s", "’s")
    return owns or any(
        line.word(i).given or line.word(i).patronymic for i in range(run.first, run.end)
    )


def _lone(line: Line, run: Run) -> bool:
    """Whether a name that nothing explains may be a surname: one word, no sentence's first."""
    if run.end - run.first > 1:
        return any(line.word(i).particle for i in range(run.first, run.end))
    word = line.word(run.first)
    return not (word.ordinary and (line.opens(run.first) or run.first in line.headline))
