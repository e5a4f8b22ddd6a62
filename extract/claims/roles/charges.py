"""What someone is charged with, convicted of or punished for, one filler an offence."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims import phrases
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import all_triggers, head
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.syntax import Tree
from extract.values import ArgValue

_APART = frozenset({"conj", "cc", "acl:relcl", "parataxis", "appos", "punct"})
_QUOTES = "«»“”‘’\"'„‚`"


def charge(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The offences that a preposition of charging begins near the trigger ("with", "wegens").

    Nearest after it, else nearest before it: attachments of prepositions are what parsers get
    wrong, so the tree is asked for phrases only. "Drug charges" are what they are compounded with.
    """
    tree = context.tree
    if tree is None:
        yield from _shallow(context)
        return
    if quoted := tuple(_quoted(context, trigger)):
        yield from quoted
        return
    at = next(_heads(context, tree, trigger), None)
    if at is not None:
        for first, end in _items(context, tree, at):
            yield context.sentence.span(first, end)
        return
    yield from _announced(context, trigger)


def _quoted(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The offences in quotation marks right after the preposition: "wegens het ‘lasteren’"."""
    tokens, joins = context.sentence.tokens, context.language.words("clauses", "conjunctions")
    right = next((i for i in _right(context, trigger) if _begins(context, i, trigger)), None)
    while right is not None:
        first = right + 1
        while context.lower(first) in context.language.words("clauses", "determiners"):
            first += 1
        marks = [i for i in range(first, min(first + 25, len(tokens))) if tokens[i].text in _QUOTES]
        if len(marks) < 2 or marks[0] != first or marks[1] == first + 1:
            return
        yield context.sentence.span(first + 1, marks[1])
        joined = context.lower(marks[1] + 1) in (*joins, ",")
        right = marks[1] + 1 if joined else None


def _shallow(context: Context) -> Iterator[ArgValue]:
    """The same by the words alone: the phrase after the first preposition of charging."""
    for i in range(len(context.sentence.tokens)):
        if context.lower(i) in context.language.words("charges", "prepositions"):
            end = phrases.phrase_end(context, i + 1, len(context.sentence.tokens))
            for start, stop in phrases.items(context, i + 1, end):
                yield context.sentence.span(start, stop)
            return


def _heads(context: Context, tree: Tree, trigger: Trigger) -> Iterator[int]:
    """The heads of phrases that may be an offence, the likeliest first."""
    if context.listed(trigger.end - 1, "charges", "nouns"):
        yield from _compound(context, tree, trigger.end - 1)
    for i in (*_right(context, trigger), *_left(context, trigger)):
        if context.listed(i, "charges", "nouns"):
            yield from _compound(context, tree, i)
        elif _begins(context, i, trigger):
            at = _complement(tree, i)
            if at is None or context.listed(at, "charges", "nouns"):
                continue
            if not _other(context, tree, at):
                yield at


def _complement(tree: Tree, i: int) -> int | None:
    """The head of the phrase that the preposition ``i`` begins, or None."""
    if tree.tokens[i].dep in ("case", "mark") and tree.tokens[i].head > i:
        return tree.tokens[i].head
    at = i + 1
    while at < len(tree.tokens) and (not tree.tokens[at].word or tree.tokens[at].pos == "DET"):
        at += 1
    return at if at < len(tree.tokens) else None


def _right(context: Context, trigger: Trigger) -> Iterator[int]:
    """The tokens after the trigger, up to where another matter begins."""
    others = _other_verbs(context, trigger)
    for i in range(trigger.end, len(context.sentence.tokens)):
        if i in others or context.sentence.tokens[i].text == ";":
            return
        yield i


def _left(context: Context, trigger: Trigger) -> Iterator[int]:
    others = _other_verbs(context, trigger)
    first = clause_at(context.clauses, trigger.first).first
    for i in range(trigger.first - 1, first - 1, -1):
        if i in others:
            return
        yield i


def _other_verbs(context: Context, trigger: Trigger) -> frozenset[int]:
    """The verbs of other matters; not the one that the trigger completes ("FOUND guilty")."""
    tree = context.tree
    top = head(tree, trigger) if tree is not None else trigger.first
    completed = context.sentence.tokens[top].head
    own = {completed} if not context.sentence.tokens[top].dep.startswith("conj") else set[int]()
    return frozenset(
        other.first
        for other in all_triggers(context)
        if other.frame.pos == "verb"
        and other.type is not trigger.type
        and context.sentence.tokens[other.first].pos == "VERB"
        and not trigger.first <= other.first < trigger.end
        and other.first not in own
        and context.governor(other.first) is None
    )


def _begins(context: Context, i: int, trigger: Trigger) -> bool:
    """Whether token ``i`` is a preposition that begins an offence.

    One of many uses ("of", "van") does so only right after the trigger, a person, a noun of
    charging or "guilty".
    """
    word, language = context.lower(i), context.language
    if word not in language.words("charges", "prepositions"):
        return False
    if word not in language.words("charges", "bound"):
        return True
    near = range(max(0, i - 3), i)
    if any(context.listed(j, "charges", "governing") for j in near):
        return True
    if word not in language.words("clauses", "case_of"):
        return False
    person = any(ref.end == i and ref.kind == "person" for ref in context.references)
    beside = _undated(context, i) == trigger.end
    return person or beside or context.listed(i - 1, "charges", "nouns")


def _undated(context: Context, i: int) -> int:
    """The token before ``i`` where a date ends there, its preposition left out: "in 2017 of"."""
    span = next((span for span in context.dates if span.end == i), None)
    if span is None:
        return i
    before = context.sentence.tokens[span.first - 1] if span.first else None
    return span.first - (before is not None and before.pos == "ADP")


def _compound(context: Context, tree: Tree, noun: int) -> Iterator[int]:
    """The noun of charging, where it names the offence in a compound ("DRUG charges")."""
    if any(tree.tokens[i].dep == "compound" for i in tree.children[noun]):
        yield noun


def _announced(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The infinitive that an adverb announces: "wordt ERVAN verdacht geld te hebben gestolen"."""
    clause = clause_at(context.clauses, trigger.first)
    words = {context.lower(i) for i in range(clause.first, trigger.first)}
    if not words & context.language.words("charges", "announcing"):
        return
    end = trigger.end
    while end < len(context.sentence.tokens) and context.sentence.tokens[end].text not in ".,;:":
        end += 1
    markers = context.language.words("clauses", "infinitive_markers")
    if any(context.lower(i) in markers for i in range(trigger.end, end)):
        yield context.sentence.span(trigger.end, end)


def _other(context: Context, tree: Tree, i: int) -> bool:
    """Whether the phrase is a person, a place, a date, a term, a court: no offence."""
    spans = (*context.dates, *context.durations)
    if any(
        span.first <= j < span.end for span in spans for j in (i, *tree.dependents(i, "nummod"))
    ):
        return True
    if any(ref.first <= i < ref.end for ref in context.references if ref.form != "possessive"):
        return True
    lists = (("places", "courts"), ("places", "facilities"), ("articles", "words"))
    persons = (("names", "persons"), ("people", "kin"), ("people", "roles"))
    return any(context.listed(i, *path) for path in (*lists, *persons, ("charges", "others")))


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
    past = (
        token.pos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph
    )
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
        or context.lower(i) in language.words("clauses", "prepositions")
    )


def laid(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The offences that are laid to someone's charge: the subject or object that is no person."""
    tree = context.tree
    if tree is None:
        return
    verb = head(tree, trigger)
    for i in tree.dependents(verb, "nsubj", "obj", "obl", "csubj", "xcomp"):
        if tree.case(i) is None and not _other(context, tree, i) and tree.tokens[i].pos != "PRON":
            for first, end in _items(context, tree, i):
                yield context.sentence.span(first, end)
            return


def charge_compound(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The offence that a noun is compounded with: TREASON of "the treason case against X"."""
    tree = context.tree
    if tree is None:
        return
    first = trigger.first
    while (
        first
        and tree.tokens[first - 1].pos in ("NOUN", "ADJ", "PUNCT")
        and _within(context, first - 1)
    ):
        first -= 1
    offence = [i for i in range(first, trigger.first) if tree.tokens[i].pos == "NOUN"]
    if offence and tree.tokens[offence[-1]].head in range(trigger.first, trigger.end):
        yield context.sentence.span(first, trigger.first)


def _within(context: Context, i: int) -> bool:
    """Whether the word may be part of the name of an offence: no "criminal", no "new"."""
    token = context.sentence.tokens[i]
    plain = context.language.words("charges", "plain")
    return (token.word or token.text == "-") and token.lower not in plain
