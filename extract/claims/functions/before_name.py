"""The noun before the name: "journalist X", "painter and poet X", "the editor of the paper, X"."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.claims.functions.noun import QUOTES, REACH, adjectival, name_at, names, plural
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference


def before_name(context: Context, trigger: Trigger) -> Group:
    """The name after the noun: at once, after what it is coordinated with, or after its "of"."""
    i = trigger.end
    if name_at(context, i) is not None:
        return _with_others(context, trigger, i)
    if adjectival(trigger):
        return _modified(context, i)
    if _field(context, i) and name_at(context, i + 1) is not None:
        return _with_others(context, trigger, i + 1)
    coordinated = _past_coordinated(context, i)
    if coordinated is not None and name_at(context, coordinated) is not None:
        return _with_others(context, trigger, coordinated)
    i = _past_of(context, i)
    comma = context.lower(i) in (",", "(") or context.sentence.tokens[i : i + 1] == ()
    found = name_at(context, i + comma) or (_past_article(context, i + 1) if comma else None)
    if found is None or context.governor(found.begin) is not None:
        return ()
    if not comma:
        return (found,) if i > trigger.end else ()
    if plural(context, trigger):
        group = next((group for group in context.groups if group[0] is found), ())
        return group if len(group) > 1 and _opens(context, trigger, several=True) else ()
    opens = _opens(context, trigger) or _office(context, trigger)
    return (found,) if opens and _alone(context, found) else ()


def _modified(context: Context, first: int) -> Group:
    """The name after the noun that an adjective modifies: "the Dutch POET X"."""
    tokens = context.sentence.tokens
    i = first
    while i < len(tokens) and i < first + 6 and name_at(context, i) is None:
        noun = tokens[i - 1].pos == "NOUN"
        set_off = context.lower(i) == "," and noun and name_at(context, i + 1) is not None
        if tokens[i].pos not in ("NOUN", "ADJ", "PROPN") and not set_off:
            return ()
        i += 1
    found = name_at(context, i)
    return (found,) if found is not None else ()


def _office(context: Context, trigger: Trigger) -> bool:
    """Whether the noun is an office written as a title: "and Deputy HEAD of the party, X"."""
    return trigger.first > 0 and context.sentence.tokens[trigger.end - 1].capital


def _field(context: Context, i: int) -> bool:
    """Whether token ``i`` says in what: "hoogleraar POLITICOLOGIE X", where compounds are one word.

    A language that writes compounds apart would have the two as one noun.
    """
    if not context.language.words("names", "linking") or i >= len(context.sentence.tokens):
        return False
    token = context.sentence.tokens[i]
    return token.pos == "NOUN" and not token.capital and not context.listed(i, "names", "persons")


def _with_others(context: Context, trigger: Trigger, i: int) -> Group:
    """The name; of a plural noun the whole coordination ("journalists X and Y")."""
    ref = name_at(context, i)
    assert ref is not None
    if not plural(context, trigger):
        return (ref,)
    return next((group for group in context.groups if ref in group), (ref,))


def _past_coordinated(context: Context, i: int) -> int | None:
    """Where a coordination of bare nouns ends: "satirist AND VIDEO BLOGGER X"."""
    joins = context.language.words("clauses", "conjunctions") | {","}
    if context.lower(i) not in joins:
        return None
    for j in range(i + 1, min(i + 7, len(context.sentence.tokens))):
        if name_at(context, j) is not None:
            return j if context.lower(j - 1) not in joins else None
        token = context.sentence.tokens[j]
        common = token.pos in ("NOUN", "ADJ") or (token.pos == "PROPN" and not token.capital)
        if not common and token.text != "-" and token.lower not in joins:
            return None
    return None


def _past_of(context: Context, i: int) -> int:
    """Where the noun's own "of" phrases end: "editor OF THE PAPER TURAN"."""
    prepositions = context.language.words("clauses", "prepositions")
    token = context.sentence.tokens[i] if i < len(context.sentence.tokens) else None
    taking_part = token is not None and token.pos == "VERB" and "VerbForm=Part" in token.morph
    if context.lower(i) not in prepositions and not taking_part:
        return i
    for j in range(i + 1, min(i + REACH, len(context.sentence.tokens))):
        token, found = context.sentence.tokens[j], name_at(context, j)
        if not token.word and token.text not in "-'’&" and token.text not in QUOTES:
            return j
        if found is not None and context.governor(found.begin) is None:
            return j
        own = token.pos in ("VERB", "AUX", "PRON", "SCONJ") and not token.capital
        joins = context.language.words("clauses", "conjunctions")
        if own or (found is not None and context.lower(found.end) in joins):
            return i  # "lawyer of X and Y" is neither
        if j > i + 1 and token.text.islower() and context.listed(j, "names", "persons"):
            return i  # of somebody else: "counsel in the case of the PRISONER, X"
    return i


def _past_article(context: Context, i: int) -> Reference | None:
    """The name after a second noun with its article: "his wife, THE ACTRESS X"."""
    if context.lower(i) not in context.language.words("clauses", "determiners"):
        return None
    for j in range(i + 1, min(i + 5, len(context.sentence.tokens))):
        if (found := name_at(context, j)) is not None:
            return found
        if context.sentence.tokens[j].pos not in ("NOUN", "ADJ"):
            return None
    return None


def _opens(context: Context, trigger: Trigger, *, several: bool = False) -> bool:
    """Whether the noun's phrase is determined: "his lawyer, X", "the editor, X", "another, X"."""
    language = context.language
    opening = language.words("people", "definite") | language.words("names", "articles")
    opening |= language.words("pronouns", "possessive") | language.words("standing", "owning")
    opening |= language.words("pronouns", "speaker_possessive") | {"'s", "’s"}
    opening |= language.words("standing", "others")
    if several:
        opening |= set(language.lexicon.get("numbers", {}))
    else:
        opening |= language.words("people", "indefinite")
    near = range(max(0, trigger.first - 4), trigger.first)
    owned = any(ref.end in near or ref.end == trigger.first for ref in _owners(context))
    return not trigger.first or owned or any(context.lower(i) in opening for i in near)


def _owners(context: Context) -> list[Reference]:
    """The names with an ending that makes them owners: "Xs echtgenote"."""
    genitive = context.language.words("standing", "genitive")
    return [
        ref
        for ref in names(context)
        if "Case=Gen" in context.sentence.tokens[ref.end - 1].morph
        or (genitive and ref.text.endswith(tuple(genitive)))
    ]


def _alone(context: Context, ref: Reference) -> bool:
    """Whether no other name is coordinated with this one: "the editor, X, said"."""
    after = context.lower(ref.end)
    joins = context.language.words("clauses", "conjunctions")
    group = next((group for group in context.groups if ref in group), (ref,))
    names = [one for one in group if one.form == "name"]
    closed = not after or not context.sentence.tokens[ref.end].word
    return closed and after not in joins and (not names or names[-1] is ref)
