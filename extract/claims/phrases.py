"""Stretches of words: the noun phrase after a preposition, its coordinated items, its head."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import head, reach
from extract.claims.triggers import Trigger


def after(context: Context, trigger: Trigger, preposition: str) -> tuple[int, int] | None:
    """The tokens of the phrase that this preposition (one or more words) begins, or None.

    The one nearest after the trigger in its clause, else the nearest before it.
    """
    words = preposition.split()
    starts = [
        i + len(words)
        for i in reach(context, trigger)
        if [context.lower(j) for j in range(i, i + len(words))] == words
    ]
    following = [i for i in starts if i > trigger.first]
    own = _own_prepositions(trigger)
    before = [i for i in starts[-1:] if _belongs(context, trigger, i)]
    for start in following[:1] or before:
        limit = clause_at(context.clauses, start - 1).end
        limit = next(
            (i for i in range(start, limit) if i == trigger.first or _begins(context, i, own)),
            limit,
        )
        end = _trimmed(context, start, phrase_end(context, start, limit))
        if end > start:
            return start, end
    return None


def _belongs(context: Context, trigger: Trigger, start: int) -> bool:
    """Whether a phrase before the trigger is its own or its verb's: not "for hours IT WAS ..."."""
    tree = context.tree
    if tree is None:
        return True
    top, governor = head(tree, trigger), tree.tokens[start - 1].head
    if trigger.first <= governor < trigger.end:
        return False  # "concern over the ARREST"
    return tree.head(governor) in {top, tree.head(top)} or governor == start - 1


def _own_prepositions(trigger: Trigger) -> frozenset[tuple[str, ...]]:
    """The prepositions by which the frame fills its roles: each ends another's phrase."""
    places = [place for role in trigger.frame.roles.values() for place in role]
    words = [place.removeprefix("prep:").split() for place in places if place.startswith("prep:")]
    return frozenset(tuple(word) for word in words if word not in (["van"], ["of"]))


def _begins(context: Context, i: int, prepositions: frozenset[tuple[str, ...]]) -> bool:
    return any(
        tuple(context.lower(i + k) for k in range(len(words))) == words for words in prepositions
    )


def _trimmed(context: Context, start: int, end: int) -> int:
    """The end without a conjunction that joins nothing any more, or the verb's auxiliary."""
    language = context.language
    joins = language.words("clauses", "conjunctions") | {","}
    joins |= language.words("clauses", "auxiliaries")
    while end > start and context.lower(end - 1) in joins:
        end -= 1
    return end


def phrase_end(context: Context, start: int, limit: int) -> int:
    """Where the noun phrase that begins at ``start`` ends: before punctuation, a verb, an opener.

    A comma inside a coordination ("A, B en C") does not end it.
    """
    end = start
    while end < limit:
        token = context.sentence.tokens[end]
        if token.text == "," and not _list_goes_on(context, end, limit):
            break
        if token.text != "," and (_stops(context, end) or _dated(context, start, end)):
            break
        end += 1
    return end


def _dated(context: Context, start: int, i: int) -> bool:
    """Whether a date or its preposition begins here: "officers | on 3 May", "a fit | in 2021"."""
    begins = {span.first for span in (*context.dates, *context.durations)}
    return i > start and (i in begins or (i + 1 in begins and _preposition(context, i)))


def _preposition(context: Context, i: int) -> bool:
    return context.lower(i) in context.language.words("clauses", "prepositions")


def _stops(context: Context, i: int) -> bool:
    token, language = context.sentence.tokens[i], context.language
    if not token.word or token.lower in language.words("clauses", "openers"):
        return True
    if token.lower in language.words("clauses", "infinitive_markers"):
        return (
            context.sentence.tokens[i + 1 : i + 2] == ()
            or not context.sentence.tokens[i + 1].capital
        )
    auxiliary = token.lower in language.words("clauses", "auxiliaries")
    return auxiliary and token.lower not in language.words("pronouns", "possessive")


def _list_goes_on(context: Context, comma: int, limit: int) -> bool:
    joins = context.language.words("clauses", "conjunctions")
    rest = [context.lower(i) for i in range(comma + 1, min(limit, comma + 7))]
    for word in rest:
        if word in joins:
            return True
        if word == "," or word in context.language.words("clauses", "prepositions"):
            return False
    return False


def items(context: Context, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The coordinated parts of a phrase; of "problems such as A and B", A and B."""
    first = _after_such_as(context, first, end)
    joins = context.language.words("clauses", "conjunctions") | {","}
    start = first
    for i in range(first, end + 1):
        if i == end or context.lower(i) in joins:
            begin = _without_determiner(context, start, i)
            if begin < i:
                yield begin, i
            start = i + 1


def _after_such_as(context: Context, first: int, end: int) -> int:
    lists = context.language.words("clauses", "lists")
    for i in range(first, end):
        if context.lower(i) in lists:
            return i + 1
        if f"{context.lower(i)} {context.lower(i + 1)}" in lists:
            return i + 2
    return first


def _without_determiner(context: Context, first: int, end: int) -> int:
    while first < end and context.lower(first) in context.language.words("clauses", "determiners"):
        first += 1
    return first
