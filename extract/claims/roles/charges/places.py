"""Where an offence may begin: after a preposition of charging, in a compound."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import all_triggers, head
from extract.claims.roles.charges.items import other
from extract.claims.triggers import Trigger
from extract.syntax import Tree


def heads(context: Context, tree: Tree, trigger: Trigger) -> Iterator[int]:
    """The heads of phrases that may be an offence, the likeliest first."""
    if context.listed(trigger.end - 1, "charges", "nouns"):
        yield from _compound(context, tree, trigger.end - 1)
    for i in (*right(context, trigger), *_left(context, trigger)):
        if context.listed(i + 1, "places", "courts"):
            continue  # "the Serious Offences COURT"
        if context.listed(i, "charges", "nouns"):
            yield from _compound(context, tree, i)
        elif begins(context, i, trigger):
            at = _complement(tree, i)
            if at is None or context.listed(at, "charges", "nouns"):
                continue
            if i < trigger.first and not _under(tree, trigger, at):
                continue
            if not other(context, tree, at):
                yield at


def _under(tree: Tree, trigger: Trigger, at: int) -> bool:
    """Whether a phrase before the trigger is its own or its verb's: not "fear of ARREST"."""
    top = head(tree, trigger)
    if trigger.first <= at < trigger.end:
        return False
    return tree.head(at) in {top, tree.head(top)}


def _complement(tree: Tree, i: int) -> int | None:
    """The head of the phrase that the preposition ``i`` begins, or None."""
    if tree.tokens[i].dep in ("case", "mark") and tree.tokens[i].head > i:
        return tree.tokens[i].head
    at = i + 1
    while at < len(tree.tokens) and (not tree.tokens[at].word or tree.tokens[at].pos == "DET"):
        at += 1
    return at if at < len(tree.tokens) else None


def right(context: Context, trigger: Trigger) -> Iterator[int]:
    """The tokens after the trigger, up to where another matter begins."""
    others = _other_verbs(context, trigger)
    for i in range(trigger.end, len(context.sentence.tokens)):
        if i in others or context.sentence.tokens[i].text == ";" or _conceded(context, i):
            return
        yield i


def _conceded(context: Context, i: int) -> bool:
    """Whether a clause of its own begins: "sentenced to ten years, ALTHOUGH he has ..."."""
    opens = context.lower(i) in context.language.words("clauses", "conceding")
    return opens and context.lower(i - 1) == ","


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


def begins(context: Context, i: int, trigger: Trigger) -> bool:
    """Whether token ``i`` is a preposition that begins an offence.

    One of many uses ("of", "van") does so only right after the trigger, a person, a noun of
    charging or "guilty".
    """
    word, language = context.lower(i), context.language
    if word not in language.words("charges", "prepositions"):
        return False
    if f"{context.lower(i - 1)} {word}" in language.words("clauses", "together"):
        return False  # "arrested together WITH his wife"
    if word not in language.words("charges", "bound"):
        return True
    near = range(max(0, i - 3), i)
    tree, at = context.tree, context.sentence.tokens[i].head
    if tree is not None and i > trigger.end and word in language.words("clauses", "case_of"):
        verb = head(tree, trigger)
        said = trigger.frame.pos == "verb" and context.listed(verb, "charges", "of_verbs")
        if said and tree.tokens[at].head == verb and tree.tokens[at].dep != "nmod":
            return True  # "convicted X in May OF spreading ..."
    if any(context.listed(j, "charges", "governing") for j in near):
        return True
    if word not in language.words("clauses", "case_of"):
        return False
    ends = {i, _undated(context, i)}  # "convicted X in May OF spreading ..."
    person = any(ref.end in ends and ref.kind == "person" for ref in context.references)
    tokens = context.sentence.tokens
    gerund = i + 1 < len(tokens) and "VerbForm=Ger" in tokens[i + 1].morph
    if (
        gerund
        and context.lower(i - 1) == ","
        and context.listed(trigger.first, "charges", "of_verbs")
    ):
        return True  # "convicted X, a lawyer, OF spreading ..."
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
