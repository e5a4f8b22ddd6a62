"""Who and what fills a role: persons, bodies, places and counts of the trigger's clause."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims import functions
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import head, reach
from extract.claims.roles.courts import acting
from extract.claims.triggers import Trigger
from extract.claims.wishes import commanded
from extract.expressions import number
from extract.mentions.references import Reference
from extract.values import ArgValue


def subject(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The acting person with the office: "president X"."""
    for ref in functions.fillers(context, trigger, "subject"):
        yield context.sentence.span(ref.begin, ref.end)


def actor(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Who does what a required verb says: the words before that verb and its auxiliary.

    Nobody, where the clause begins with something else than its subject.
    """
    clause = clause_at(context.clauses, trigger.first)
    language = context.language
    if context.lower(clause.first) in language.words("clauses", "prepositions"):
        return
    if not language.words("status", "duties").isdisjoint(trigger.frame.requires):
        return  # "the authorities MUST free X": they do not call for it
    if commanded(context, trigger.first):
        return
    for i in range(clause.first + 1, min(clause.end, trigger.first)):
        finite = context.lower(i) in language.words("clauses", "auxiliaries")
        if finite or not context.sentence.tokens[i].lemmas.isdisjoint(trigger.frame.requires):
            words = context.sentence.tokens[clause.first : i]
            if words[0].lower in language.words("pronouns", "relative"):
                return  # "X, WHO campaigns for ..."
            noun = any(token.pos in ("", "NOUN", "PROPN") for token in words)
            if noun and (subject is None or not clause.first <= subject.first < i):
                yield context.sentence.span(clause.first, i)
            return  # whoever it is done to does not do it


def addressee(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The country of the clause that no preposition governs, and that does not itself call."""
    clause = clause_at(context.clauses, trigger.first)
    bare = [
        ref.text
        for ref in context.references
        if ref.kind == "country" and clause.holds(ref.first) and context.governor(ref.first) is None
        if subject is None or ref.first != subject.first
    ]
    yield from bare[subject is None : 1 + (subject is None)]


def facility(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The named or described prison of the clause, with its preposition left out."""
    within = reach(context, trigger)
    for i in within:
        if context.listed(i, "places", "facilities"):
            named = next((r for r in context.references if r.first <= i < r.end), None)
            if named is not None:
                yield named.text
                return


def place(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The nearest place of the clause that "in" governs, or the country of an adjective.

    What governs stands before, or where the language has it so after ("Ankara'da").
    """
    within = reach(context, trigger)
    prepositions = context.language.words("places", "prepositions")
    near = sorted(
        (ref for ref in context.references if ref.first in within),
        key=lambda ref: (ref.first < trigger.first, abs(ref.first - trigger.first)),
    )
    named = [ref for ref in near if _placed(context, ref, prepositions)]
    left = [ref for ref in named if _came_from(context, ref)]
    if here := [ref for ref in named if ref not in left]:
        yield here[0].text
        return
    if premises := _premises(context, within):
        yield premises
        return
    if left:
        yield left[0].text
        return
    for i in within:
        custody = (("places", "facilities"), ("places", "custody"))
        held = i + 1 in within and any(context.listed(i + 1, *path) for path in custody)
        if held and (country := _country_of(context, i)):
            yield country
            return
    yield from _acting_country(context, trigger)


def _acting_country(context: Context, trigger: Trigger) -> Iterator[str]:
    """The country that arrests or frees somebody: it does so at home."""
    tree = context.tree
    if tree is None or trigger.type.custody == "none" or trigger.frame.pos != "verb":
        return
    theirs = set(acting(tree, tree.clause(head(tree, trigger))))
    for ref in context.references:
        if ref.kind == "country" and theirs & set(range(ref.first, ref.end)):
            yield ref.text
            return


def _placed(context: Context, ref: Reference, prepositions: frozenset[str]) -> bool:
    """Whether it is a place, after a preposition or before what the language has for one."""
    direct, beside = context.governor(ref.first), ref.first - 1
    if ref.kind == "place":  # "OUTSIDE X" is where it was only if X is no whole country
        prepositions |= context.language.words("places", "premises_prepositions")
        if direct is None and context.lower(beside) in prepositions:
            direct = beside
    at = _over_part(context, direct, ref.first)
    if at != direct or context.listed(ref.end - 1, "places", "streets"):
        prepositions |= context.language.words("places", "street_prepositions")
    before = at is not None and context.lower(at) in prepositions
    after = context.lower(ref.end) in context.language.words("places", "postpositions")
    return ref.kind in ("place", "country") and (before or after)


def _over_part(context: Context, at: int | None, first: int) -> int | None:
    """The preposition over the name, or over the part of it named: "in the CENTRE of X"."""
    genitive = at is not None and context.lower(at) in context.language.words("names", "genitives")
    part = at - 1 if at is not None and genitive else first - 1
    if not context.listed(part, "places", "parts") or (at is not None and not genitive):
        return at
    return context.governor(part)


def _came_from(context: Context, ref: Reference) -> bool:
    """Whether it is where somebody came from: "after her return FROM X"."""
    at = context.governor(ref.first)
    return at is not None and context.lower(at) in context.language.words("places", "away")


def _premises(context: Context, within: tuple[int, ...]) -> str | None:
    """The house, office or airport where it happened: "at HIS HOME", "op DE LUCHTHAVEN VAN X"."""
    language = context.language
    for i in within:
        if context.lower(i) in language.words("places", "premises_adverbs"):
            return context.sentence.span(i, i + 1)
        if not context.listed(i, "places", "premises"):
            continue
        at = context.governor(i)
        if at is not None and context.lower(at) in language.words(
            "places", "premises_prepositions"
        ):
            return context.sentence.span(at + 1, _named_end(context, i + 1))
    return None


def _named_end(context: Context, i: int) -> int:
    """Where the name of the premises ends, after them or after "of": "the airport OF X"."""
    of = context.lower(i) in context.language.words("names", "genitives")
    stop = i + of
    tokens = context.sentence.tokens
    while stop < len(tokens) and tokens[stop].capital:
        stop += 1
    return stop if stop > i + of else i


def _country_of(context: Context, i: int) -> str | None:
    """The country of a capitalised adjective: the one whose name shares its long stem."""
    token = context.sentence.tokens[i]
    endings = tuple(sorted(context.language.words("names", "adjective_endings")))
    if not token.capital or not token.lower.endswith(endings):
        return None
    stem = token.lower[:6]
    fits = [name for name in context.language.countries if name.startswith(stem)]
    return fits[0].title() if len(fits) == 1 and len(token.lower) >= 7 else None


def organisation(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The only organisation that the trigger's clause names."""
    within = reach(context, trigger)
    named = [r for r in context.references if r.first in within and r.kind == "organisation"]
    if len({ref.text for ref in named}) == 1:
        yield named[0].text


def count(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The first number of the clause that is neither a date's nor a duration's."""
    within = reach(context, trigger)
    for i in within:
        if any(span.first <= i < span.end for span in (*context.dates, *context.durations)):
            continue
        value = number(context.lower(i), context.language)
        if value is not None and value > 1:
            yield value
            return


def ordinal(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The ordinal number before the trigger."""
    ordinals = context.language.lexicon["ordinals"]
    for i in range(max(0, trigger.first - 4), trigger.first + 1):
        if isinstance(value := ordinals.get(context.lower(i)), int):
            yield value
            return


def countries(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """All countries that the clause names, as one value."""
    within = reach(context, trigger)
    named = tuple(
        ref.text for ref in context.references if ref.first in within and ref.kind == "country"
    )
    if named:
        yield tuple(dict.fromkeys(named))
