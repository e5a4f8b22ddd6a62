"""The arguments of a claim: each role of a frame filled from where the frame says it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from extract.claims import phrases, roles
from extract.claims.context import Context
from extract.claims.reach import reached
from extract.claims.terms import by_term
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from extract.mentions.references import Reference
from extract.values import ArgValue
from ontology import Role

Args = tuple[tuple[str, ArgValue], ...]


def arguments(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[Args]:
    """The arguments of each claim that the trigger makes of one subject.

    A coordinated filler of a role that the frame lists in ``each`` gives one claim an item.
    Nothing, where a role that the type needs stays empty.
    """
    fixed = dict(trigger.frame.args)
    filled: dict[str, list[ArgValue]] = {key: [value] for key, value in fixed.items()}
    for role in trigger.type.roles:
        if role.name not in fixed and (values := _values(context, trigger, role, subject)):
            each = role.name in trigger.frame.each
            filled[role.name] = values if each else [_one(role, values)]
    held = {str(v) for name in ("facility", "party") for v in filled.get(name, ())}
    if "place" not in fixed and held.issuperset(map(str, filled.get("place", ("",)))):
        filled.pop("place", None)  # the prison is no town of its own
    if filled.get("facility") and _there(trigger):
        filled.setdefault("place", filled["facility"])  # what happened in a prison, happened there
    needed = {role.name for role in trigger.type.roles if role.minimum} | {*trigger.frame.needs}
    if needed - set(filled):
        return
    for choice in product(*filled.values()):
        yield tuple(sorted(zip(filled, choice, strict=True)))


def _there(trigger: Trigger) -> bool:
    """Whether it happens in the prison named: not an arrest, after which one is taken there."""
    place = trigger.type.role("place")
    if place is None:
        return False
    begins = trigger.type.custody == "begins" and trigger.type.nature == "event"
    return not begins or "town-to" in place.places


def _one(role: Role, values: list[ArgValue]) -> ArgValue:
    if role.maximum == 1 or role.range in ("integer", "boolean", "duration"):
        return values[0]
    flat = [item for v in values for item in (v if isinstance(v, tuple) else (str(v),))]
    return tuple(dict.fromkeys(flat)) if len(flat) > 1 or role.range == "articles" else flat[0]


def _values(
    context: Context, trigger: Trigger, role: Role, subject: Reference | None
) -> list[ArgValue]:
    if role.range == "duration" and role.name not in trigger.frame.roles:
        return [*_spans_in_clause(context, trigger, context.durations)][:1]
    if role.range == "articles":
        found = tuple(str(v) for v in _spans_in_clause(context, trigger, context.articles))
        return [found] if found else []
    for place in dict.fromkeys((*trigger.frame.roles.get(role.name, ()), *role.places)):
        values = list(_from_place(context, trigger, role, place, subject))
        values = [value for value in values if not _pronominal(context, value)]
        if role.range == "place":
            values = [value for value in values if not _named(context, subject, value)]
        if values:
            return values
    return []


def _pronominal(context: Context, value: ArgValue) -> bool:
    """Whether the words name nobody and nothing: "we", "that he"."""
    language = context.language
    empty = language.words("pronouns", "subject") | language.words("pronouns", "speaker")
    empty |= language.words("clauses", "saying_openers")
    words = value.lower().strip("‘'“\"").split() if isinstance(value, str) else ()
    return bool(words) and all(word in empty for word in words)


def _named(context: Context, subject: Reference | None, value: ArgValue) -> bool:
    """Whether the value is the name of whom the claim is about: no place or prison."""
    who = subject.referent if subject is not None else None
    return who is not None and any(
        r.text == value and r.referent == who for r in context.references
    )


def _spans_in_clause(
    context: Context, trigger: Trigger, spans: tuple[ValueSpan, ...]
) -> Iterator[ArgValue]:
    for span in by_term(context, trigger, reached(context, trigger, spans)):
        if not _age(context, span):
            yield span.value


def _age(context: Context, span: ValueSpan) -> bool:
    """Whether the years are how old someone is: "X, 24 JAAR, ..."."""
    before = context.lower(span.first - 1)
    after = context.lower(span.end)
    ends = {",", ")", ".", *context.language.words("clauses", "conjunctions")}
    if before not in (",", "(") or after not in ends:
        return False
    years = str(span.value).removeprefix("P").removesuffix("Y")
    named = any(ref.end == span.first - 1 and ref.kind == "person" for ref in context.references)
    return named and years.isdecimal() and int(years) >= 14


def _from_place(
    context: Context, trigger: Trigger, role: Role, place: str, subject: Reference | None
) -> Iterator[ArgValue]:
    if not place.startswith("prep:"):
        yield from roles.PLACES[place](context, trigger, subject)
        return
    preposition = place.removeprefix("prep:")
    found = phrases.after(context, trigger, preposition)
    whole = " " in preposition  # "in the field of" names no place
    if found is not None and any(s.first <= found[0] < s.end for s in context.durations):
        return  # "held FOR 15 DAYS" tells no cause
    if found is not None and (whole or not _of_a_place(context, *found)):
        yield from _texts(context, role, *found, trigger)


def _of_a_place(context: Context, first: int, end: int) -> bool:
    """Whether the phrase belongs to a place: "died in the ward OF A HOSPITAL" tells no cause."""
    tree = context.tree
    if tree is None:
        return False
    noun = next((i for i in range(first, end) if tree.tokens[i].head not in range(first, end)), -1)
    over = tree.head(noun) if noun >= 0 else None
    if over is None or not tree.tokens[noun].dep.startswith("nmod") or over > first:
        return False
    case = tree.case(over)
    where = context.language.words("places", "holding")
    return case is not None and tree.tokens[case].lower in where


def _texts(
    context: Context, role: Role, first: int, end: int, trigger: Trigger
) -> Iterator[ArgValue]:
    if role.range in ("organisation", "person", "place", "names"):
        end = _with_acronym(context, end)
        named = [ref.text for ref in context.references if first <= ref.first < end]
        if role.range == "names":
            yield tuple(named) if named else context.sentence.span(first, end)
        else:
            yield named[0] if named else context.sentence.span(first, end)
        return
    if role.name in trigger.frame.each:
        for start, stop in phrases.items(context, first, end):
            yield context.sentence.span(start, stop)
    else:
        yield context.sentence.span(first, end)


def _with_acronym(context: Context, end: int) -> int:
    """The end of the phrase with the acronym in brackets that follows it, if one does."""
    short = context.sentence.tokens[end + 1].text if context.lower(end + 2) == ")" else ""
    return end + 3 if context.lower(end) == "(" and short.isupper() else end
