"""What the words about a run say of it: "the party X", "member of X", "the case of X"."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.mentions.recognition.line import Line
from extract.mentions.recognition.runs import Run
from extract.mentions.recognition.values import Name
from extract.values import Kind

_AGE = re.compile(r"[1-9]\d")

_STEM = 4  # letters that two forms of one name share

_Sign = Callable[[Line, Run, tuple[Name, ...]], Kind | None]


def sign(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """The kind that the words about the run give it, None where they give none."""
    found = (rule(line, run, before) for rule in _SIGNS)
    return next((kind for kind in found if kind is not None), None)


def _introduced(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """By the noun before it: "the newspaper X", "het dorp X"."""
    at = run.first - 1
    at -= line.sentence.tokens[at].text in "«“\"'‘" if at > 0 else 0
    if line.listed(at, "names", "introducing"):
        return "organisation"
    if line.listed(at, "places", "introducing") or _of(line, run, "places", "introducing"):
        return "place"
    return "organisation" if _of(line, run, "names", "introducing") else None


def _region(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """A place by the noun after it: "the X region", "X province"."""
    lone = _count(line, run) == 1 and not line.word(run.first).given
    noun = line.listed(run.end, "places", "divisions") and not line.word(run.end + 1).capital
    return "place" if lone and noun else None


def _belonging(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """By whose it is: "member of X" is of a body, "the sister of X", "the case of X" a person's."""
    if _count(line, run) <= 2 and _of(line, run, "names", "of_bodies"):
        return "organisation"
    if _of(line, run, "places", "offices") or _employed(line, run):
        return "place" if not _employed(line, run) else "organisation"
    case = line.listed(run.first - 1, "names", "cases")
    return "person" if case or _of(line, run, "names", "of_persons") else None


def _employed(line: Line, run: Run) -> bool:
    """Whether someone works for it: "works for X", "columnist for X"."""
    if line.word(run.first).given and run.end - run.first > 1:
        return False
    return line.among(run.first - 1, "names", "employers") and line.listed(
        run.first - 2, "names", "working"
    )


def _of(line: Line, run: Run, table: str, name: str) -> bool:
    """Whether a noun of that list stands before a genitive and its article."""
    at = run.first - 1
    at -= line.word(at).article
    if line.listed(at, "names", "introducing"):
        at -= 1
        at -= line.word(at).article
    return line.word(at).genitive and line.listed(at - 1, table, name)


def _party(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """The first of two sides of a case ("X v. Azerbaijan")."""
    at = run.end
    if line.among(at + 1, "pronouns", "group"):
        at += 2  # "X and Others v. ..."
    return "person" if line.among(at, "names", "versus") else None


def _described(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """By what follows: an age, or in brackets a party; by a relative before a comma."""
    at, mark = run.end + 1, line.lower(run.end)
    if (
        mark in ("(", ",")
        and _AGE.fullmatch(line.lower(at))
        and line.lower(at + 1)[:1] in (")", ",")
    ):
        return "person"
    if line.of_party(run.end) and line.lower(at + 1)[:1] == ")":
        return "person"
    kin = line.listed(run.first - 2, "names", "of_persons") and _count(line, run) == 1
    return "person" if kin and line.lower(run.first - 1) == "," else None


def _alias(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """A pen name: "X, also known as Y"."""
    words = " ".join(line.lower(i) for i in range(max(0, run.first - 4), run.first))
    phrases = tuple(line.language.words("names", "aliases"))
    return "person" if words.rstrip("«“\"'‘ ").endswith(phrases) and phrases else None


def _serving(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """A body before the noun of who belongs to it ("Musavat member")."""
    word, after = line.word(run.first), line.word(run.end)
    fits = _count(line, run) == 1 and not word.ordinary and not after.capital
    fits = fits and line.listed(run.end, "names", "of_bodies")
    return "organisation" if fits else None


def _bracketed(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """In brackets after a name: the party of someone with a title, another form of a name."""
    last = before[-1] if before else None
    if last is None or last.end != run.first - 1 or line.lower(run.first - 1) != "(":
        return None
    closed = line.lower(run.end)[:1] == ")"
    if last.kind == "organisation":
        return "organisation" if closed else None
    if last.kind != "person":
        return None
    if closed and _count(line, run) == 1 and last.cue is not None:
        return "organisation" if line.tokens[run.first].text.isascii() else None
    foreign = not any(line.word(i).ordinary for i in range(run.first, run.end))
    if not foreign or _count(line, run) == 1:
        return None
    again = line.word(run.first).given or not closed or _shared(line, run, last)
    return "person" if again else "organisation"


def _shared(line: Line, run: Run, last: Name) -> bool:
    """Whether it is another form of the name: in other letters, or one word begins alike."""
    if not line.tokens[run.first].text.isascii():
        return True
    said = {line.lower(i)[:_STEM] for i in range(last.first, last.end)}
    return any(line.lower(i)[:_STEM] in said for i in range(run.first, run.end))


def _housed(line: Line, run: Run, before: tuple[Name, ...]) -> Kind | None:
    """A place by where someone is from: "X, of Y"; by the place it is listed with."""
    last = before[-1] if before else None
    if last is None:
        return None
    between = [line.lower(i) for i in range(last.end, run.first)]
    if last.kind == "person" and between == [",", "of"] and _count(line, run) == 1:
        return "place"
    joins = line.language.words("clauses", "conjunctions") | {","}
    ends = line.lower(run.end) in joins | {".", ""} and not line.word(run.first).given
    listed = len(between) == 1 and between[0] in joins and (between[0] != "," or ends)
    place = last.kind in ("place", "country") and _count(line, run) == 1
    return "place" if listed and place and not line.word(run.first).ordinary else None


def _count(line: Line, run: Run) -> int:
    return sum(line.word(i).capital for i in range(run.first, run.end))


_SIGNS: tuple[_Sign, ...] = (
    _introduced, _region, _belonging, _party, _described, _alias, _serving, _bracketed, _housed,
)  # fmt: skip
