"""The words before the noun of an office that are of it: "DEPUTY chairman"."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.triggers import Trigger

HYPHENS = "-‐‑–"


def modified(context: Context, trigger: Trigger) -> int:
    """Where the office begins: with the nouns and plain adjectives before its noun."""
    first = trigger.first
    while first > 0 and trigger.first - first < 4 and _modifies(context, first - 1):
        first -= 1
    while context.sentence.tokens[first].text in HYPHENS and first < trigger.first:
        first += 1
    return first


def _modifies(context: Context, i: int) -> bool:
    token, language = context.sentence.tokens[i], context.language
    if token.lower in language.words("standing", "former") or token.text in HYPHENS[:-1]:
        return True
    if token.pos not in ("ADJ", "NOUN") or token.lower in language.words("standing", "plain"):
        return False
    return not (
        (token.capital and (i > 0 or _demonym(context, i)))
        or any(char.isdigit() for char in token.text)
        or context.of_person(i)
        or "VerbForm" in token.morph
        or token.lower in language.words("clauses", "determiners")
        or language.is_any(token.lemmas, "standing", "birth")
    )


def _demonym(context: Context, i: int) -> bool:
    """Whether the word is of a people or country: "Dutch", "Azerbaijani"."""
    endings = tuple(context.language.words("names", "adjective_endings"))
    lower = context.lower(i)
    return lower.endswith(endings) or lower in context.language.words("names", "demonyms")
