"""Names in a sentence: which capitalised words are one name, and of what kind of thing.

Precision first: words count as a person's name only with a sign of it (a title, a noun that says
what the person is, or a given name and surname that no dictionary holds).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.languages import Pack
from extract.sentences import Sentence, Token
from extract.values import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens ``[first, end)`` that name something.

    ``kind`` is None for a lone word that nothing else explains; ``cue`` is the token of the
    title or noun that introduces a person, or None.
    """

    first: int
    end: int
    text: str
    kind: Kind | None
    cue: int | None = None


def names(sentence: Sentence, language: Pack) -> tuple[Name, ...]:
    """The names of a sentence, in order."""
    found: list[Name] = []
    for first, end in _runs(sentence, language):
        for name in _classified(sentence, first, end, language):
            persons = [before for before in found if before.kind == "person"]
            found.append(_listed_with(persons[-1], name, sentence, language) if persons else name)
    return tuple(found)


def _runs(sentence: Sentence, language: Pack) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, over particles between two of them."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        if not _may_start(tokens, i, language):
            i += 1
            continue
        end = _run_end(tokens, i, language)
        yield i, end
        i = end


def _run_end(tokens: tuple[Token, ...], i: int, language: Pack) -> int:
    particles = _particles(language)
    end = i + 1
    while end < len(tokens) and tokens[end - 1].lower not in language.countries:
        after = end
        while after < len(tokens) and tokens[after].lower in particles:
            after += 1
        if after >= len(tokens) or not _capital(tokens[after]) or after - end > 2:
            return end
        if tokens[after].lower in language.words("names", "generic"):
            return end
        if _participle(tokens[after], language):
            return end
        end = after + 1
    return end


def _participle(token: Token, language: Pack) -> bool:
    """Whether it is a participle, which a headline may write with a capital ("Beaten")."""
    endings = tuple(language.words("names", "participle_endings"))
    return bool(
        endings
        and token.lower.endswith(endings)
        and language.known(token.text)
        and len(token.lemmas) > 1
    )


def _capital(token: Token) -> bool:
    return token.capital and any(char.isalpha() for char in token.text)


def _may_start(tokens: tuple[Token, ...], i: int, language: Pack) -> bool:
    token = tokens[i]
    if not _capital(token) or token.lower in language.words("names", "titles"):
        return False
    if token.lower in language.words("names", "generic") or _participle(token, language):
        return False
    if i and tokens[i - 1].text not in "«“\"'‘(":
        return True
    # The first word has its capital from the sentence: it counts if it is no common word,
    # or begins a run that goes on.
    common = [("status", "negations"), ("clauses", "prepositions"), ("clauses", "openers")]
    particle = token.lower in _particles(language)
    if not particle and any(token.lower in language.words(*path) for path in common):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    goes_on = following is not None and _capital(following)
    if language.stop(token.lower) and not (goes_on and token.lower in _particles(language)):
        return False
    return goes_on or not language.known(token.text) or token.lower in language.countries


def _particles(language: Pack) -> frozenset[str]:
    return language.words("names", "particles")


def _classified(sentence: Sentence, first: int, end: int, language: Pack) -> Iterator[Name]:
    cue = _cue_before(sentence, first, language)
    first, end, inner = _stripped(sentence, first, end, language)
    if first >= end:
        return
    cue = inner if inner is not None else cue
    if end - first == 1 and _adjective(sentence.tokens[first], language) and cue is None:
        return
    if inner is not None and sentence.tokens[first].text.islower():
        return  # "Minister van Justitie": a department, no name
    text = sentence.span(first, end)
    kind = _kind(sentence, first, end, cue, language)
    yield Name(first=first, end=end, text=text, kind=kind, cue=cue if kind == "person" else None)


def _stripped(
    sentence: Sentence, first: int, end: int, language: Pack
) -> tuple[int, int, int | None]:
    """The run without the titles, person nouns and adjectives at its head."""
    tokens, cue = sentence.tokens, None
    first = _past_article(tokens, first, end, language)
    nouns = [i for i in range(first, end - 1) if _introduces(tokens, first, i, language)]
    if nouns:
        first, cue = nouns[-1] + 1, nouns[-1]
    while first < end:
        token = tokens[first]
        person = language.is_any(token.lemmas, "names", "persons")
        if person or token.lower in language.words("names", "titles"):
            cue = first
        elif not (_adjective(token, language) and end - first > 1):
            break
        first += 1
    return first, end, cue


def _past_article(tokens: tuple[Token, ...], first: int, end: int, language: Pack) -> int:
    """Past the article with which a sentence begins: "De Raad", but not "De Jong"."""
    if first or end < 2 or tokens[0].lower not in language.words("clauses", "determiners"):
        return first
    following = tokens[1]
    common = (
        _adjective(following, language)
        or _organisational(following, language)
        or language.is_any(following.lemmas, "names", "persons")
        or language.is_any(following.lemmas, "names", "documents")
    )
    return 1 if common else 0


def _introduces(tokens: tuple[Token, ...], first: int, i: int, language: Pack) -> bool:
    """Whether token ``i`` says what the person named after it is ("Opposition LEADER X")."""
    return language.is_any(tokens[i].lemmas, "names", "persons") and all(
        tokens[j].capital and language.known(tokens[j].text) for j in range(first, i)
    )


def _adjective(token: Token, language: Pack) -> bool:
    return token.lower.endswith(tuple(language.words("names", "adjective_endings")))


def _cue_before(sentence: Sentence, first: int, language: Pack) -> int | None:
    if not first:
        return None
    token = sentence.tokens[first - 1]
    if token.lower in language.words("names", "titles"):
        return first - 1
    return first - 1 if language.is_any(token.lemmas, "names", "persons") else None


def _kind(sentence: Sentence, first: int, end: int, cue: int | None, language: Pack) -> Kind | None:
    tokens = sentence.tokens[first:end]
    text = sentence.span(first, end)
    if text.lower() in language.countries:
        return "country"
    if any(_organisational(token, language) for token in tokens):
        return "organisation"
    if any(language.is_any(token.lemmas, "names", "documents") for token in tokens):
        return "document"
    if cue is not None and not _adjective(tokens[0], language):
        return "person"
    if first and sentence.tokens[first - 1].lower in language.words("places", "prepositions"):
        return "place"
    return "person" if _full_name(tokens, language) else None


def _organisational(token: Token, language: Pack) -> bool:
    acronym = len(token.text) >= 2 and token.text.isupper() and "." not in token.text
    parts = token.text.split("-")
    led = len(parts) > 1 and len(parts[0]) >= 2 and parts[0].isupper()
    inner = any(part.lower() in language.words("names", "organisations") for part in parts)
    return acronym or led or inner or language.is_any(token.lemmas, "names", "organisations")


def _full_name(tokens: tuple[Token, ...], language: Pack) -> bool:
    capitals = [token for token in tokens if token.capital]
    return (
        2 <= len(capitals) <= 4
        and not all(language.known(token.text) for token in capitals)
        and not any(_adjective(token, language) for token in capitals[:1])
        and not any(char.isdigit() for token in capitals for char in token.text)
    )


def _listed_with(before: Name, name: Name, sentence: Sentence, language: Pack) -> Name:
    """The name, taken for a person where it is coordinated with one that has a cue."""
    if name.kind is not None:
        return name
    between = sentence.tokens[before.end : name.first]
    if not between or not only_joins(between, language):
        return name
    return replace(name, kind="person", cue=before.cue)


def only_joins(tokens: tuple[Token, ...], language: Pack) -> bool:
    """Whether these tokens only join names in a list: commas, "and", what is in brackets."""
    joins = language.words("clauses", "conjunctions") | {","}
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.text != ")" and token.lower not in joins:
            return False
    return any(token.lower in joins for token in tokens)
