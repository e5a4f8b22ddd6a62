"""What someone is charged with, convicted of or punished for, one filler an offence."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims import phrases
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import head
from extract.claims.roles.charges.items import QUOTES, offences, other
from extract.claims.roles.charges.places import begins, heads, right
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


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
    at = next(heads(context, tree, trigger), None)
    if at is not None:
        for first, end in offences(context, tree, at):
            if not _own_name(context, subject, first):
                yield context.sentence.span(first, end)
        return
    yield from _announced(context, trigger)


def _own_name(context: Context, subject: Reference | None, first: int) -> bool:
    """Whether the words begin with the name of whom the claim is about: that is no offence."""
    who = subject.referent if subject is not None else None
    return who is not None and any(
        ref.first == first and ref.referent == who for ref in context.references
    )


def _quoted(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The offences in quotation marks right after the preposition: "wegens het ‘lasteren’"."""
    tokens, joins = context.sentence.tokens, context.language.words("clauses", "conjunctions")
    at = next((i for i in right(context, trigger) if begins(context, i, trigger)), None)
    while at is not None:
        first = at + 1
        while context.lower(first) in context.language.words("clauses", "determiners"):
            first += 1
        marks = [i for i in range(first, min(first + 25, len(tokens))) if tokens[i].text in QUOTES]
        if len(marks) < 2 or marks[0] != first or marks[1] == first + 1:
            return
        yield context.sentence.span(first + 1, marks[1])
        joined = context.lower(marks[1] + 1) in (*joins, ",")
        at = marks[1] + 1 if joined else None


def _shallow(context: Context) -> Iterator[ArgValue]:
    """The same by the words alone: the phrase after the first preposition of charging."""
    for i in range(len(context.sentence.tokens)):
        if context.lower(i) in context.language.words("charges", "prepositions"):
            end = phrases.phrase_end(context, i + 1, len(context.sentence.tokens))
            for start, stop in phrases.items(context, i + 1, end):
                yield context.sentence.span(start, stop)
            return


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


def laid(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The offences that are laid to someone's charge: the subject or object that is no person."""
    tree = context.tree
    if tree is None:
        return
    verb = head(tree, trigger)
    for i in tree.dependents(verb, "nsubj", "obj", "obl", "csubj", "xcomp"):
        if tree.case(i) is None and not other(context, tree, i) and tree.tokens[i].pos != "PRON":
            for first, end in offences(context, tree, i):
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
