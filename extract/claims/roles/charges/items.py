"""The coordinated offences of a phrase, each as its tokens."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.syntax import Tree

_APART = frozenset({"conj", "cc", "acl:relcl", "parataxis", "appos", "punct"})
QUOTES = "«»“”‘’\"'„‚`"


def offences(context: Context, tree: Tree, head: int) -> Iterator[tuple[int, int]]:
    """The coordinated offences, each as the tokens ``[first, end)`` of its phrase."""
    following = [i for i in _coordinated(tree, head) if _offence(context, tree, i)]
    lone = tree.tokens[head].pos == "VERB" and not tree.has(head, "obj", "obl", "xcomp")
    if following and lone:  # "organising and leading a group": they share what follows
        yield _span(context, tree, head, following[-1])
        return
    for i in (head, *following):
        if _of_court(context, i):
            continue
        first, end = _span(context, tree, i, i)
        if end > first:
            yield first, end


def _coordinated(tree: Tree, head: int) -> Iterator[int]:
    for i in tree.dependents(head, "conj"):
        yield i
        yield from _coordinated(tree, i)


def _offence(context: Context, tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    finite = "VerbForm=Fin" in token.morph or tree.has(i, "nsubj", "aux:pass")
    past = (
        token.pos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph
    )
    return not finite and not past and not other(context, tree, i)


def other(context: Context, tree: Tree, i: int) -> bool:
    """Whether the phrase is a person, a place, a date, a term, a court: no offence."""
    spans = (*context.dates, *context.durations)
    if any(
        span.first <= j < span.end for span in spans for j in (i, *tree.dependents(i, "nummod"))
    ):
        return True
    if any(ref.first <= i < ref.end for ref in context.references if ref.form != "possessive"):
        return True
    counted = any(tree.dependents(i, "nummod"))
    if _of_court(context, i) or (counted and context.listed(i, "money", "units")):
        return True
    lists = (("places", "courts"), ("places", "facilities"), ("articles", "words"))
    persons = (("names", "persons"), ("people", "kin"), ("people", "roles"))
    return any(context.listed(i, *path) for path in (*lists, *persons, ("charges", "others")))


def _of_court(context: Context, i: int) -> bool:
    """Whether the words name a court or an office with capitals: "Court of Grave Crimes"."""
    first = i
    while first and (context.sentence.tokens[first].capital or _joins(context, first)):
        if context.listed(first, "places", "courts"):
            return True
        first -= 1
    return context.sentence.tokens[i].capital and context.listed(first, "places", "courts")


def _joins(context: Context, i: int) -> bool:
    language = context.language
    words = language.words("names", "genitives") | language.words("clauses", "case_of")
    return context.lower(i) in words | {"of", "van"}


def _span(context: Context, tree: Tree, head: int, last: int) -> tuple[int, int]:
    """The phrase of ``head`` up to that of ``last``, cut where another matter begins."""
    inside = {*_phrase(context, tree, head), *_phrase(context, tree, last), *range(head, last + 1)}
    first, end = head, head + 1
    while first - 1 in inside and not _stops(context, first - 1):
        first -= 1
    while end < len(tree.tokens) and (end in inside or tree.tokens[end].text in QUOTES):
        if end > last and _stops(context, end):
            break
        end += 1
    while first < end and (_small(context, first) or not tree.tokens[first].word):
        first += 1
    while end > first and not tree.tokens[end - 1].word:
        end -= 1
    return first, end


def _phrase(context: Context, tree: Tree, i: int) -> Iterator[int]:
    yield i
    for child in tree.children[i]:
        token = tree.tokens[child]
        quote = token.text in QUOTES
        if (token.dep in _APART and not quote) or _beside(context, tree, child):
            continue
        yield from _phrase(context, tree, child)


def _beside(context: Context, tree: Tree, i: int) -> bool:
    """Whether the phrase says when, or under which article."""
    spans = (*context.dates, *context.articles)
    dated = any(span.first <= i < span.end for span in spans)
    return dated or context.listed(i, "articles", "words")


def _stops(context: Context, i: int) -> bool:
    stop = context.lower(i) in context.language.words("charges", "ends")
    return stop or context.sentence.tokens[i].text in "()[];:"


def _small(context: Context, i: int) -> bool:
    language = context.language
    return (
        context.lower(i) in language.words("clauses", "determiners")
        or context.lower(i) in language.words("charges", "prepositions")
        or context.lower(i) in language.words("clauses", "saying_openers")
        or context.lower(i) in language.words("clauses", "prepositions")
    )
