"""What someone is charged with, convicted of or punished for, one filler an offence."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims import phrases
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.syntax import Tree
from extract.values import ArgValue

_COMPLEMENTS = frozenset({"obl", "nmod", "advcl", "acl", "ccomp", "xcomp", "obj", "dep"})
_APART = frozenset({"conj", "cc", "acl:relcl", "parataxis", "appos", "punct"})
_QUOTES = "«»“”‘’\"'„‚`"


def charge(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The offences that a preposition of charging begins below the trigger ("with", "wegens").

    A noun of charging in between is passed over: "on charges OF fraud"; where nothing follows it,
    what it is compounded with is the offence: "drug charges".
    """
    if context.tree is None:
        yield from _shallow(context)
        return
    for head in _heads(context, context.tree, _top(context.tree, trigger)):
        for first, end in _items(context, context.tree, head):
            yield context.sentence.span(first, end)
        return


def _shallow(context: Context) -> Iterator[ArgValue]:
    """The same by the words alone: the phrase after the first preposition of charging."""
    for i in range(len(context.sentence.tokens)):
        if context.lower(i) in context.language.words("charges", "prepositions"):
            end = phrases.phrase_end(context, i + 1, len(context.sentence.tokens))
            for start, stop in phrases.items(context, i + 1, end):
                yield context.sentence.span(start, stop)
            return


def _top(tree: Tree, trigger: Trigger) -> int:
    inside = range(trigger.first, trigger.end)
    tops = [i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    verbs = [i for i in inside if tree.tokens[i].pos == "VERB"]
    return (verbs if trigger.frame.pos == "verb" and verbs else tops)[0]


def _heads(context: Context, tree: Tree, top: int) -> Iterator[int]:
    """The heads of the offences below ``top``: a complement's, or that of a noun of charging."""
    if context.listed(top, "charges", "nouns"):
        yield from _of_noun(context, tree, top)
        return
    near = [*tree.children[top]]
    near += [j for i in near if tree.tokens[i].dep in ("obj", "iobj", "xcomp", "nsubj:pass", "obl")
             for j in tree.children[i]]  # fmt: skip
    for i in sorted(i for i in near if i > top) + sorted(i for i in near if i < top):
        if tree.tokens[i].dep.partition(":")[0] not in _COMPLEMENTS:
            continue
        if context.listed(i, "charges", "nouns"):
            if found := list(_of_noun(context, tree, i)):
                yield from found
        elif _introduced(context, tree, i) and not _other(context, tree, i):
            yield i


def _of_noun(context: Context, tree: Tree, noun: int) -> Iterator[int]:
    for i in tree.children[noun]:
        if i > noun and _introduced(context, tree, i) and not _other(context, tree, i):
            yield i
    for i in tree.children[noun]:
        named = tree.tokens[i].dep in ("compound", "nmod:poss") and i < noun
        if named and not _other(context, tree, i):
            yield i


def _introduced(context: Context, tree: Tree, i: int) -> bool:
    """Whether a preposition of charging stands before the phrase, or it is a clause of content."""
    words = context.language.words("charges", "prepositions")
    marks = [context.lower(j) for j in tree.dependents(i, "case", "mark") if j < i]
    if any(mark in words for mark in marks):
        return True
    begins = min(tree.below(i, frozenset({"conj", "parataxis"})))
    return context.lower(begins) in words or (
        tree.tokens[i].dep in ("ccomp", "xcomp", "advcl") and _announced(context, tree, i)
    )


def _announced(context: Context, tree: Tree, i: int) -> bool:
    """Whether an adverb before announces the clause: "wordt ERVAN beschuldigd ... te hebben"."""
    head = tree.tokens[i].head
    announcing = context.language.words("charges", "announcing")
    return any(context.lower(j) in announcing for j in tree.children[head])


def _other(context: Context, tree: Tree, i: int) -> bool:
    """Whether the phrase is a person, a place, a date, a term, a court: no offence."""
    spans = (*context.dates, *context.durations)
    if any(span.first <= j < span.end for span in spans for j in (i, *tree.dependents(i, "nummod"))):
        return True
    if any(ref.first <= i < ref.end for ref in context.references if ref.form != "possessive"):
        return True
    lists = (("places", "courts"), ("places", "facilities"), ("articles", "words"))
    return any(context.listed(i, *path) for path in (*lists, ("charges", "others")))


def _items(context: Context, tree: Tree, head: int) -> Iterator[tuple[int, int]]:
    """The coordinated offences, each as the tokens ``[first, end)`` of its phrase."""
    following = [i for i in _coordinated(tree, head) if _offence(context, tree, i)]
    lone = tree.tokens[head].pos == "VERB" and not any(tree.dependents(head, "obj", "obl", "xcomp"))
    if following and lone:  # "organising and leading a group": they share what follows
        yield _span(context, tree, head, following[-1])
        return
    for i in (head, *following):
        first, end = _span(context, tree, i, i)
        if end > first:
            yield first, end


def _coordinated(tree: Tree, head: int) -> Iterator[int]:
    for i in tree.dependents(head, "conj"):
        yield i
        yield from _coordinated(tree, i)


def _offence(context: Context, tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    finite = "VerbForm=Fin" in token.morph or any(tree.dependents(i, "nsubj", "aux:pass"))
    past = token.pos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph
    return not finite and not past and not _other(context, tree, i)


def _span(context: Context, tree: Tree, head: int, last: int) -> tuple[int, int]:
    """The phrase of ``head`` up to that of ``last``, cut where another matter begins."""
    inside = {*_phrase(context, tree, head), *_phrase(context, tree, last), *range(head, last + 1)}
    first, end = head, head + 1
    while first - 1 in inside and not _stops(context, first - 1):
        first -= 1
    while end < len(tree.tokens) and (end in inside or tree.tokens[end].text in _QUOTES):
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
        quote = token.text in _QUOTES
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
    )


def laid(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The offences that are laid to someone's charge: the subject or object that is no person."""
    tree = context.tree
    if tree is None:
        return
    verb = _top(tree, trigger)
    for i in tree.dependents(verb, "nsubj", "obj", "obl", "csubj", "xcomp"):
        if tree.case(i) is None and not _other(context, tree, i) and tree.tokens[i].pos != "PRON":
            for first, end in _items(context, tree, i):
                yield context.sentence.span(first, end)
            return
