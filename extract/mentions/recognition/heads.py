"""What stands about a name and is no part of it: titles, functions, articles, demonyms."""

from __future__ import annotations

from extract.mentions.recognition.line import Line
from extract.mentions.recognition.runs import Run

_SKIPPED = frozenset({".", "«", "“", '"', "‘"})


def trimmed(line: Line, run: Run) -> Run:
    """The run without the articles, adjectives and ordinary words at its head and tail."""
    if run.kind is not None:
        return run
    first, end = run.first, run.end
    while first < end - 1 and (_idle(line, first, end) or _of_another(line, first, end)):
        first += 1
    while end > first + 1 and _trailing(line, first, end - 1):
        end -= 1
    return Run(first=first, end=end)


def _of_another(line: Line, i: int, end: int) -> bool:
    """Whether a particle stands before two names: "words VAN Anna Voorbeeld"."""
    particle = line.word(i).particle and not line.word(i).capital
    return particle and end - i > 2 and all(line.word(j).capital for j in (i + 1, i + 2))


def _idle(line: Line, i: int, end: int) -> bool:
    """Whether the token at a run's head is no part of the name."""
    word, rest = line.word(i), range(i + 1, end)
    if word.title or line.tokens[i].lower.endswith(_members(line)):
        return True
    if word.given and not any(line.word(j).organisation for j in rest):
        return False
    if word.demonym:
        return not _belongs(line, i, end)
    if not (line.opens(i) or i in line.headline) or line.seen(i) == end:
        return False
    if word.function:
        if word.particle and (line.of_party(end) or line.seen_person(i, end)):
            return False
        return not (word.particle and end - i == 2 and not line.word(i + 1).ordinary)
    named = any(_says(line, j) for j in range(i, end))
    short = len(line.tokens[i].text) <= 3 and i not in line.headline
    if line.word(i + 1).shout and (word.ordinary or short):
        return True
    return (
        (word.ordinary or word.compound)
        and not (named or short)
        and (len(rest) > 1 or i in line.headline)
    )


def _members(line: Line) -> tuple[str, ...]:
    """The endings that make of a party's letters a word for its members: "PvdA'ER X"."""
    return tuple(sorted(line.language.words("names", "member_endings")))


def _belongs(line: Line, i: int, end: int) -> bool:
    """Whether an adjective is part of the name: "Europees Hof", not "Russian Ministry of ...".

    What a state has of its own is named without the state.
    """
    rest = range(i + 1, end)
    organ = any(line.listed(j, "names", "organs") for j in rest)
    held = any(_says(line, j) for j in rest)
    return held and not (line.word(i).national and organ)


def _says(line: Line, i: int) -> bool:
    """Whether the word says what thing the whole name is of."""
    word = line.word(i)
    return word.organisation or word.document or word.facility


def _trailing(line: Line, first: int, i: int) -> bool:
    word = line.word(i)
    held = any(line.word(j).organisation for j in range(first, i + 1))
    if word.particle and not word.patronymic and not word.capital:
        return True
    if _participle(line, i) and not held:
        return True
    return i in line.headline and word.ordinary and not (word.given or held)


def _participle(line: Line, i: int) -> bool:
    """Whether it is a participle, which a headline may write with a capital ("Beaten")."""
    endings = tuple(line.language.words("names", "participle_endings"))
    token = line.tokens[i]
    return bool(
        endings
        and token.lower.endswith(endings)
        and line.word(i).ordinary
        and len(token.lemmas) > 1
    )


def cue(line: Line, first: int) -> int | None:
    """The title or noun before the name that introduces a person, None where there is none."""
    i = first - 1
    while i > 0 and line.tokens[i].text in _SKIPPED and line.word(i - 1).title:
        i -= 1
    if i < 0:
        return None
    word = line.word(i)
    if word.title or word.person:
        return i
    return _office(line, i)


def _office(line: Line, i: int) -> int | None:
    """The person noun of "chief of police", "minister of justice" before a name."""
    department = line.among(i, "names", "departments")
    genitive = line.word(i - 1).genitive
    return i - 2 if department and genitive and line.word(i - 2).person else None
