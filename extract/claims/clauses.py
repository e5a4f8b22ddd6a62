"""The clause round a trigger, and what governs the phrases in it.

This is the shallow stand-in for a parse: clauses end at conjunctions, relative pronouns and
semicolons; a phrase's preposition is the one that stands before its determiners. A parsed
sentence answers the same questions from its tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.languages import Pack
from extract.mentions.recognition import only_joins
from extract.mentions.references import Annotated, Reference
from extract.sentences import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Tokens ``[first, end)``; ``opener`` is the word that opens it, or "".

    ``resumes`` is the first token of the clause that it goes on with after a subordinate one
    ("X, who was ill, | IS free"), or None.
    """

    first: int
    end: int
    opener: str
    resumes: int | None = None

    def holds(self, i: int) -> bool:
        """Whether token ``i`` stands in the clause."""
        return self.first <= i < self.end


def clauses(sentence: Sentence, language: Pack) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; together they cover it."""
    starts, resumed = [0], dict[int, int]()
    for i in range(1, len(sentence.tokens)):
        if _opens(sentence, i, language):
            starts.append(i)
        elif _opener(sentence.tokens[starts[-1]], language) and _resumes(sentence, i, language):
            if len(starts) > 1:
                resumed[i] = starts[-2]
            starts.append(i)
    ends = [*starts[1:], len(sentence.tokens)]
    return tuple(
        Clause(
            first=first,
            end=end,
            opener=_opener(sentence.tokens[first], language),
            resumes=resumed.get(first),
        )
        for first, end in zip(starts, ends, strict=True)
    )


def _resumes(sentence: Sentence, i: int, language: Pack) -> bool:
    """Whether a finite verb after a comma goes on with the clause before the subordinate one."""
    token, before = sentence.tokens[i], sentence.tokens[i - 1]
    if before.text != "," or token.lower in language.words("pronouns", "possessive"):
        return False
    auxiliary = token.lower in language.words("clauses", "auxiliaries")
    prefixes = language.words("verbs", "participle_prefixes")
    participle = any(prefix in token.lower for prefix in prefixes)
    return auxiliary or (is_finite(token, language) and not participle)


def is_finite(token: Token, language: Pack) -> bool:
    """Whether the word is a form of a verb, and no infinitive or plural, by its base form."""
    endings = tuple(language.words("verbs", "infinitive_endings"))
    if not endings or not token.text.islower() or token.lower.endswith("s"):
        return False
    return any(lemma.endswith(endings) for lemma in token.lemmas - {token.lower})


def _opener(token: Token, language: Pack) -> str:
    return token.lower if token.lower in language.words("clauses", "openers") else ""


def _opens(sentence: Sentence, i: int, language: Pack) -> bool:
    token, before = sentence.tokens[i], sentence.tokens[i - 1]
    if before.text in (";", ":", "–", "—"):
        return True
    if token.lower not in language.words("clauses", "openers"):
        return False
    # "die persoon", "dat bericht" after a preposition are determiners, not openers
    return before.lower not in language.words("clauses", "prepositions")


def clause_at(found: tuple[Clause, ...], i: int) -> Clause:
    """The clause in which token ``i`` stands."""
    return next(clause for clause in found if clause.holds(i))


def base(found: tuple[Clause, ...], clause: Clause) -> Clause:
    """The clause itself, or the one that it goes on with."""
    if clause.resumes is None:
        return clause
    return base(found, clause_at(found, clause.resumes))


def clauses_over(found: tuple[Clause, ...], clause: Clause) -> tuple[Clause, ...]:
    """The clause with those before it that may govern it, in order."""
    before = tuple(c for c in found if c.first <= base(found, clause).first)
    return before if clause in before else (*before, clause)


def governor(sentence: Sentence, first: int, language: Pack) -> int | None:
    """The token of the preposition that governs the phrase beginning at ``first``, or None.

    Determiners, adjectives and numbers between the two are passed over.
    """
    prepositions = language.words("clauses", "prepositions")
    prepositions |= language.words("clauses", "comparing")  # "net als X", "anders dan X"
    for i in range(first - 1, max(-1, first - 6), -1):
        token = sentence.tokens[i]
        if token.lower in prepositions:
            return i
        # "to veteran trade union ORGANISER X"
        inner = token.dep == "compound" or (token.dep == "amod" and i + 1 < first)
        titled = sentence.tokens[first].text.islower() and inner
        if not (titled or _modifies(token, language)):
            return None
    return None


def _modifies(token: Token, language: Pack) -> bool:
    return (
        token.lower in language.words("clauses", "determiners")
        or token.lower in language.words("names", "titles")
        or token.lower in language.words("pronouns", "possessive")
        or language.is_any(token.lemmas, "names", "persons")
        or _adjective(token, language)
        or token.text in "«“\"'"
    )


def _adjective(token: Token, language: Pack) -> bool:
    """By its ending: "e" for a common word, a demonym's for one with a capital."""
    endings = tuple(language.words("names", "adjective_endings"))
    return token.lower.endswith(endings if token.capital else (*endings, "e", "ed", "ing"))


def groups(annotated: Annotated, language: Pack) -> tuple[tuple[Reference, ...], ...]:
    """The references to persons, each coordination ("A, B en C") as one group."""
    found: list[list[Reference]] = []
    for ref in annotated.references:
        if ref.kind != "person" or ref.form == "possessive":
            continue
        if found and _coordinated(annotated.sentence, found[-1][-1], ref, language):
            found[-1].append(ref)
        else:
            found.append([ref])
    parts = (part for group in found for part in _lists(annotated.sentence, group, language))
    return tuple(tuple(part) for part in parts)


def _lists(sentence: Sentence, group: list[Reference], language: Pack) -> Iterator[list[Reference]]:
    """The group, cut where a comma alone joins no list: "according to her lawyer, X was ..."."""
    joins = language.words("clauses", "conjunctions")
    first = 0
    for i in range(1, len(group)):
        between = sentence.tokens[group[i - 1].end : group[i].begin]
        if any(token.lower in joins for token in between):
            continue
        goes_on = sentence.tokens[group[i].end : group[i].end + 1]
        if goes_on and goes_on[0].lower in joins:
            continue  # "X, his wife and two children"
        pair = i == 1 and len(group) == 2
        if pair or (group[i - 1].form == "unnamed" and group[i - 1].referent is None):
            yield group[first:i]
            first = i
    yield group[first:]


def _coordinated(sentence: Sentence, a: Reference, b: Reference, language: Pack) -> bool:
    """Whether only commas, "and" and what introduces the second stand between the two.

    "A, her husband B and the blogger C" is one coordination of three.
    """
    end = b.begin
    while end - 1 > a.end and _introduces(sentence.tokens[end - 1], language):
        end -= 1
    return only_joins(sentence.tokens[a.end : end], language)


def _introduces(token: Token, language: Pack) -> bool:
    """Whether the word may stand before a name in its own phrase: "the", "her", "blogger"."""
    paths = (("clauses", "determiners"), ("pronouns", "possessive"), ("names", "titles"))
    if any(token.lower in language.words(*path) for path in paths):
        return True
    lists = (("names", "persons"), ("people", "kin"))
    noun = any(language.is_any(token.lemmas, *path) for path in lists)
    return noun or token.pos == "ADJ" or token.text == "-" or token.lower in ("in", "law")
