"""Who calls for something, who recognises, what ails someone, as the words about a trigger say."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import head
from extract.claims.roles.agents import doer, named, phrase, shared, subjects
from extract.claims.roles.words import noun_phrase
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.syntax import Tree
from extract.values import ArgValue

_COMPLEMENT = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_MEASURES = frozenset({"NUM", "DET", "ADJ", "ADV", "NOUN"})


def caller(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Who does what a verb that the frame requires says: "NGO X calls for the release of Y"."""
    tokens = context.sentence.tokens
    if _asked_of_others(context, trigger):
        return
    for i, token in enumerate(tokens):
        if token.lemmas.isdisjoint(trigger.frame.requires) or trigger.first <= i < trigger.end:
            continue
        verb = token.head if token.dep == "obj" else i  # "renewed its APPEAL"
        for at in (*subjects(tokens, verb), *shared(context, verb, asked=False)):
            if found := named(context, at, subject):
                yield found
                return
            we = tokens[at].lower in context.language.words("pronouns", "speaker")
            if we and context.ours and _unquoted(context, at):
                yield context.ours
                return
    by = [i for i, t in enumerate(tokens) if t.lower in context.language.words("attribution", "by")]
    for i in by:
        for ref in context.references:
            if ref.kind == "organisation" and i < ref.first <= i + 3:
                yield ref.text
                return


def _asked_of_others(context: Context, trigger: Trigger) -> bool:
    """Whether the clause says what others must do: "the AUTHORITIES must release X"."""
    return not context.language.words("status", "duties").isdisjoint(trigger.frame.requires)


def issuer(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body whose statement the document is, where it speaks as "we"."""
    if context.ours and _unquoted(context, trigger.first):
        yield context.ours


def verb_phrase(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The verb with what it acts on: "NEEDS DIALYSIS"."""
    tree = context.tree
    for i in tree.dependents(head(tree, trigger), "obj") if tree is not None else ():
        if i > trigger.first:
            yield context.sentence.span(trigger.first, phrase(context.sentence.tokens, i)[1])
            return


def acted_on(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The noun phrase that the verb acts on: "has not seen HER CHILDREN"."""
    tree = context.tree
    if tree is None:
        return
    for i in tree.dependents(head(tree, trigger), "obj"):
        none = context.language.words("status", "negations")
        first, end = phrase(tree.tokens, i)
        if i > trigger.first and tree.tokens[i].pos == "NOUN" and context.lower(first) not in none:
            yield context.sentence.span(first, end)
            return


def gathering(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The demonstration at which it was done: "was arrested AT A SILENT PICKET"."""
    tree = context.tree
    if tree is None:
        return
    where = context.language.words("standing", "gatherings")
    for i in tree.dependents(head(tree, trigger), "obl", "nmod"):
        case = tree.case(i)
        at = case is not None and tree.tokens[case].lower in where
        if at and not tree.tokens[i].lemmas.isdisjoint(trigger.frame.requires):
            yield context.sentence.span(*phrase(tree.tokens, i))
            return


def recogniser(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body that names someone: who does it, where that is named, else the only body."""
    found = next(doer(context, trigger, subject), None)
    if isinstance(found, str) and any(word[:1].isupper() for word in found.split()):
        yield found
        return
    named = {ref.text for ref in context.references if ref.kind == "organisation"}
    if len(named) == 1:
        yield named.pop()
    elif not named:
        yield from [found] if isinstance(found, str) else _opening(context, trigger.first)


def _opening(context: Context, end: int) -> Iterator[ArgValue]:
    """The name with which the sentence begins, where it is all that stands before the verb."""
    words = context.sentence.tokens[:end]
    name = all(token.capital and token.pos in ("PROPN", "NOUN", "ADJ") for token in words)
    person = any(ref.kind == "person" and ref.first < end for ref in context.references)
    if words and name and not person:
        yield context.sentence.span(0, end)


def ailment(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The complaint with its adjectives: "HIGH BLOOD PRESSURE", "twintig kilo AFGEVALLEN"."""
    tokens, first = context.sentence.tokens, trigger.first
    if trigger.frame.pos == "verb":
        yield _verb_phrase(context, trigger)
        return
    while first and tokens[first - 1].pos in ("ADJ", "NOUN") and not context.of_person(first - 1):
        first -= 1
    if tokens[trigger.first].pos == "":
        yield from noun_phrase(context, trigger, subject)
        return
    yield context.sentence.span(first, trigger.end)


def _verb_phrase(context: Context, trigger: Trigger) -> str:
    """The verb with the measure or adverb right before it, or the words right after it."""
    tokens, first, end = context.sentence.tokens, trigger.first, trigger.end
    while first and trigger.first - first < 4 and tokens[first - 1].pos in ("NUM", "ADV", "NOUN"):
        if context.of_person(first - 1):
            break
        first -= 1
    while end < len(tokens) and end - trigger.end < 4 and tokens[end].pos in _MEASURES:
        end += 1
    return context.sentence.span(first, _past_complement(context, end))


def _past_complement(context: Context, end: int) -> int:
    """Past what the measure is of: "lost much OF HER EYESIGHT", "tested positive FOR X"."""
    tokens, links = context.sentence.tokens, context.language.words("clauses", "complements")
    if end >= len(tokens) or tokens[end].lower not in links:
        return end
    stop = end + 1
    while stop < len(tokens) and stop - end < 6 and tokens[stop].pos in _COMPLEMENT:
        stop += 1
    return stop if stop > end + 1 and tokens[stop - 1].pos in ("NOUN", "PROPN") else end


def called(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """What someone is called: the words of the sentence that the frame requires."""
    tokens = context.sentence.tokens
    for name in trigger.frame.requires:
        words = name.split()
        for i in range(len(tokens) - len(words) + 1):
            if [token.lower for token in tokens[i : i + len(words)]] == words:
                yield context.sentence.span(i, i + len(words))
                return


def complaint(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """What is wrong with the noun, in the sentence's words: "WEIGHT IS DOWN TO 41 KILOS"."""
    tokens, end = context.sentence.tokens, trigger.end
    timed = {i for span in context.dates for i in range(span.first, span.end)}
    while end < len(tokens) and tokens[end].word and end - trigger.first < 7 and end not in timed:
        end += 1
    while end > trigger.end and tokens[end - 1].pos in ("ADP", "DET", "CCONJ", "SCONJ", "PRON"):
        end -= 1
    yield context.sentence.span(trigger.first, end)


def trigger_with(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The trigger with what follows where it calls for more: "ill WITH TUBERCULOSIS"."""
    tokens, end = context.sentence.tokens, trigger.end
    while end < len(tokens) and end - trigger.end < 3 and tokens[end].pos in ("NOUN", "ADJ"):
        end += 1
    first = trigger.first + (tokens[trigger.first].pos == "ADP")
    yield context.sentence.span(first, end)


def appellant(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Who calls for something: the subject of the verb that the trigger is, or completes."""
    tree = context.tree
    if tree is None or _asked_of_others(context, trigger):
        return
    tokens = context.sentence.tokens
    verb = tree.clause(head(tree, trigger))
    for at in (*subjects(tokens, verb), *shared(context, verb, asked=False)):
        if _told_to(context, tree, verb) or _beside(context, subject, at):
            return
        if not _named(subject, at) and (found := named(context, at, subject)):
            yield found
            return
        if tokens[at].lower in context.language.words("pronouns", "speaker"):
            voice = context.section.voice or (context.ours if _unquoted(context, at) else None)
            yield from (voice,) if voice else ()
            return
    body = next((r for r in context.references if r.end == trigger.first), None)
    if body is not None and body.kind in ("organisation", "country"):
        yield body.text  # "NGO X calls ...", read as the X calls


def _told_to(context: Context, tree: Tree, verb: int) -> bool:
    """Whether the verb's subject is who ought to do it: "the authorities SHOULD free X"."""
    modals = context.language.words("status", "modals")
    return any(context.lower(i) in modals for i in tree.dependents(verb, "aux"))


def _beside(context: Context, subject: Reference | None, at: int) -> bool:
    """Whether token ``at`` is of somebody coordinated with the subject, freed as well."""
    group = next((g for g in context.groups if subject in g), ())
    return any(ref.begin <= at < ref.end for ref in group)


def _unquoted(context: Context, i: int) -> bool:
    """Whether token ``i`` stands in no quotation that the sentence opens."""
    marks = sum(token.text in '"“”„«»' for token in context.sentence.tokens[:i])
    return marks % 2 == 0


def called_on(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Whom someone calls on: what stands before the request ("urged BELARUS to ...")."""
    at = _purpose(context, trigger)
    if at is not None and at > trigger.end:
        yield context.sentence.span(trigger.end, at)


def request(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """What someone is called on to do, from the marker of its infinitive on."""
    end = clause_at(context.clauses, trigger.first).end
    end -= not context.sentence.tokens[end - 1].word
    at = _purpose(context, trigger)
    if at is not None and end > at + 1:
        yield context.sentence.span(at, end)


def _purpose(context: Context, trigger: Trigger) -> int | None:
    """The first marker of an infinitive after the trigger, in its clause."""
    marks = context.language.words("clauses", "purposes")
    clause = clause_at(context.clauses, trigger.first)
    return next((i for i in range(trigger.end, clause.end) if context.lower(i) in marks), None)


def _named(subject: Reference | None, i: int) -> bool:
    return subject is not None and subject.first <= i < subject.end
