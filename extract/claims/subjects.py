"""Whom or what a claim is about: persons by reference, other kinds by name or noun phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from extract.claims import discourse, functions, phrases
from extract.claims.charged import victims
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.functions.elided import (
    entered,
    known_case,
    note,
    of_others,
    without_subject,
)
from extract.claims.functions.parsed import acts_on_another
from extract.claims.reach import head
from extract.claims.roles.agents import phrase
from extract.claims.triggers import Trigger
from extract.mentions.recognition import only_joins
from extract.mentions.references import Reference
from extract.mentions.referents import kind_of
from extract.values import Kind
from ontology import ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Tokens ``[first, end)`` that stand for the claim's subject.

    ``referent`` is the key of a known referent, or None for a noun phrase that is its own name;
    ``function`` is that of the frame by which it was found, "left-out" where none was.
    """

    first: int
    end: int
    kind: Kind
    referent: str | None
    reference: Reference | None = None
    function: str = ""


def subjects(context: Context, trigger: Trigger) -> tuple[Subject, ...]:
    """The subjects of the trigger's claims; none where no function of the frame is filled."""
    for function in trigger.frame.subject:
        found = tuple(_found(context, trigger, function))
        if found or (function == "object" and acts_on_another(context, trigger)):
            return tuple(replace(subject, function=function) for subject in found)
    return tuple(replace(item, function="left-out") for item in _left_out(context, trigger))


def _left_out(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """Of whom words speak that name nobody: a note without a subject, "the charges" of a case.

    "Arrested on 3 May. Sentence: two years.", "The trial starts in May.": that is the one person
    whom the sentence before is about.
    """
    if "person" not in trigger.type.subject_kinds:
        return
    in_entry = entered(context, trigger)
    if (context.sentence.passage.kind == "heading" and not in_entry) or of_others(context, trigger):
        return  # "Other cases"
    if "apposition" in trigger.frame.subject and not in_entry:
        return
    referent = discourse.last_person(context, trigger)
    if referent is None or ontology().says(trigger.type.name, "spoken"):
        return
    noted = {"object", "subject"} & {*trigger.frame.subject} and without_subject(context, trigger)
    if in_entry or noted or note(context, trigger) or known_case(context, trigger):
        first, end = trigger.first, trigger.end
        yield Subject(first=first, end=end, kind=kind_of(referent), referent=referent)


def _found(context: Context, trigger: Trigger, function: str) -> Iterator[Subject]:
    kind, _, rest = function.partition(" ")
    if kind in ("named", "country"):
        yield from _named(context, trigger, rest, only=kind)
    elif function in _EARLIER:
        referent = _EARLIER[function](context, trigger)
        if referent is not None:
            first, end = trigger.first, trigger.end
            yield Subject(first=first, end=end, kind=kind_of(referent), referent=referent)
    elif function in _PHRASES:
        yield from _PHRASES[function](context, trigger)
    elif "person" in trigger.type.subject_kinds:
        found = functions.fillers(context, trigger, function)
        for ref in victims(context, trigger, function, found):
            yield from each_of(ref)


def each_of(ref: Reference) -> Iterator[Subject]:
    """The one for whom the reference stands, or each of several ("beiden")."""
    for referent in ref.members or (ref.referent,):
        yield Subject(first=ref.first, end=ref.end, kind=ref.kind, referent=referent, reference=ref)


def _named(context: Context, trigger: Trigger, where: str, *, only: str) -> Iterator[Subject]:
    """The country or organisation of the clause: the first bare one, or that after ``where``.

    ``only`` is "country" where no organisation will do, else "named".
    """
    clause = clause_at(context.clauses, trigger.first)
    kinds = ["country"] if only == "country" else [*trigger.type.subject_kinds]
    for ref in context.references:
        if ref.kind == "person" or ref.kind not in kinds or not clause.holds(ref.first):
            continue
        if context.lower(ref.first - 1) in context.language.words("clauses", "lists"):
            continue
        at = context.governor(ref.first)
        if (context.lower(at) if at is not None else "") == where:
            for one in _coordinated(context, ref):
                yield from each_of(one)
            return


def _coordinated(context: Context, head: Reference) -> list[Reference]:
    """The reference with those of its kind that are coordinated with it."""
    found = [head]
    for ref in context.references:
        between = context.sentence.tokens[found[-1].end : ref.first]
        if ref.kind == head.kind and between and only_joins(between, context.language):
            found.append(ref)
    return found


def _phrase(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """The subject as a noun phrase: what stands before the finite verb, or right after it."""
    clause = clause_at(context.clauses, trigger.first)
    if clause.opener in context.language.words("pronouns", "relative"):
        return
    finite = context.language.words("clauses", "auxiliaries")
    verbs = [i for i in range(clause.first, clause.end) if context.lower(i) in finite]
    if trigger.frame.pos == "verb":
        verbs = sorted({*verbs, trigger.first})
    if not verbs:
        return
    start = _determined(context, clause.first, verbs[0])
    end = verbs[0]
    if start is None:
        start, end = _determined(context, verbs[0] + 1, trigger.first), trigger.first
        end = _last_preposition(context, start, end) if start is not None else end
    if start is not None and end > start + 1:
        yield _own(trigger, start + 1, end)


def _inverted(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """The subject right after its verb: a noun and its "of" phrases ("spreken LEDEN VAN X")."""
    joining = context.language.words("clauses", "case_of")
    first = end = _past_determiners(context, trigger.end)
    if context.lower(first) in context.language.words("clauses", "prepositions"):
        return
    end += 1
    while context.lower(end) in joining:
        end = _past_determiners(context, end + 1) + 1
    if end <= len(context.sentence.tokens) and context.sentence.tokens[first].word:
        yield _own(trigger, first, end)


def _past_determiners(context: Context, i: int) -> int:
    while context.lower(i) in context.language.words("clauses", "determiners"):
        i += 1
    return i


def _own(trigger: Trigger, first: int, end: int) -> Subject:
    """A noun phrase that is its own name, of the first kind that fits the claim type."""
    kinds: tuple[Kind, ...] = ("document", "group", "organisation", "country")
    kind = next(k for k in kinds if k in trigger.type.subject_kinds)
    return Subject(first=first, end=end, kind=kind, referent=None)


def _described(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """The trigger with its adjectives, as the group that it names ("political prisoners")."""
    yield _own(trigger, trigger.first, trigger.end)


def _designated(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """The group before "as": "... om GROUP als risicogroep aan te merken"."""
    language = context.language
    at = next((i for i in range(trigger.first, max(-1, trigger.first - 4), -1)
               if context.lower(i) in language.words("clauses", "as")), None)  # fmt: skip
    if at is None:
        return
    opens = [i for i in range(at) if context.lower(i) in language.words("clauses", "purposes")]
    first = opens[-1] + 1 if opens else 0
    end = at - (context.lower(at - 1) == ",")
    if context.lower(first) in language.words("clauses", "anaphors") and end - first <= 2:
        yield from _groups_before(context, trigger, first)
    elif end > first:
        yield _own(trigger, first, end)


def _ranked(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """Each group that the clause counts among others: "A and B are regarded as a risk group"."""
    tree = context.tree
    if tree is None:
        return
    verb = tree.clause(head(tree, trigger))
    tops = tree.subjects(verb) if tree.passive(verb) else tree.dependents(verb, "obj")
    for at in [one for top in tops for one in (top, *tree.dependents(top, "conj"))]:
        first, end = phrase(tree.tokens, at)
        first = _past_determiners(context, first)
        if tree.tokens[at].pos in ("NOUN", "PROPN") and not first <= trigger.first < end:
            yield _own(trigger, first, end)


def _groups_before(context: Context, trigger: Trigger, before: int) -> Iterator[Subject]:
    """Whom "these groups" stands for: the coordination with which an earlier clause begins."""
    openers = context.language.words("clauses", "saying_openers")
    clause = next((c for c in context.clauses if c.opener in openers and c.first < before), None)
    if clause is None:
        return
    stops = context.language.words("places", "prepositions")
    inner = range(clause.first + 1, clause.end)
    end = next((i for i in inner if context.lower(i) in stops), clause.end)
    for start, stop in phrases.items(context, clause.first + 1, end):
        yield _own(trigger, start, stop)


def _speaker_body(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """The body of whoever speaks: "my ministry"."""
    own = context.language.words("pronouns", "speaker_possessive")
    for i in range(len(context.sentence.tokens) - 1):
        if context.lower(i) in own and context.listed(i + 1, "names", "organisations"):
            yield Subject(first=i, end=i + 2, kind="organisation", referent=context.body)
            return


def _speaker_self(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """Whoever answers, or the body they speak for, where the clause names no other actor."""
    if context.section.kind != "answer":
        return
    if "person" in trigger.type.subject_kinds and context.voice is not None:
        yield Subject(first=trigger.first, end=trigger.end, kind="person", referent=context.voice)
    elif context.body is not None:
        kind: Kind = "organisation"
        yield Subject(first=trigger.first, end=trigger.end, kind=kind, referent=context.body)


def _indefinite(context: Context, trigger: Trigger) -> Iterator[Subject]:
    """Some of a group, by an indefinite pronoun ("sommigen")."""
    clause = clause_at(context.clauses, trigger.first)
    for i in range(clause.first, clause.end):
        if context.lower(i) in context.language.words("pronouns", "group"):
            yield _own(trigger, i, i + 1)
            return


_PHRASES: Mapping[str, Callable[[Context, Trigger], Iterator[Subject]]] = {
    "phrase": _phrase,
    "inverted": _inverted,
    "described": _described,
    "designated": _designated,
    "ranked": _ranked,
    "speaker-body": _speaker_body,
    "speaker-self": _speaker_self,
    "indefinite": _indefinite,
}


_EARLIER: Mapping[str, Callable[[Context, Trigger], str | None]] = {
    "last-alleged": discourse.last_alleged,
    "last-judged": discourse.last_judged,
    "last-person": discourse.last_person,
    "last-same": discourse.last_same,
}


def subject_functions() -> frozenset[str]:
    """The names of all functions in which a frame's subject may stand, ``prep:x`` apart."""
    return frozenset({*_PHRASES, *_EARLIER, *functions.FUNCTIONS})


def _determined(context: Context, first: int, end: int) -> int | None:
    determiners = context.language.words("clauses", "determiners")
    prepositions = context.language.words("clauses", "prepositions")
    for i in range(first, end):
        if context.lower(i) in prepositions:
            return None
        if context.lower(i) in determiners:
            return i
    return None


def _last_preposition(context: Context, first: int, end: int) -> int:
    prepositions = context.language.words("clauses", "prepositions")
    found = [i for i in range(first, end) if context.lower(i) in prepositions]
    return found[-1] if found else end
