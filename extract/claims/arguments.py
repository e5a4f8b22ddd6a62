"""The arguments of a claim: each role of a frame filled from where the frame says it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from extract.claims import functions, phrases
from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from extract.expressions.durations import number
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
    needed = {role.name for role in trigger.type.roles if role.minimum} | {*trigger.frame.needs}
    if needed - set(filled):
        return
    for choice in product(*filled.values()):
        yield tuple(sorted(zip(filled, choice, strict=True)))


def _one(role: Role, values: list[ArgValue]) -> ArgValue:
    if role.maximum == 1 or role.range in ("integer", "boolean", "duration"):
        return values[0]
    flat = [item for v in values for item in (v if isinstance(v, tuple) else (str(v),))]
    return tuple(dict.fromkeys(flat)) if len(flat) > 1 or role.range == "articles" else flat[0]


def _values(
    context: Context, trigger: Trigger, role: Role, subject: Reference | None
) -> list[ArgValue]:
    if role.range == "duration":
        return [*_spans_in_clause(context, trigger, context.durations)][:1]
    if role.range == "articles":
        found = tuple(str(v) for v in _spans_in_clause(context, trigger, context.articles))
        return [found] if found else []
    for place in trigger.frame.roles.get(role.name, ()):
        if place == "bracket":
            values = list(_bracket(context, subject))
        else:
            values = list(_from_place(context, trigger, role, place))
        if values:
            return values
    return []


def _spans_in_clause(
    context: Context, trigger: Trigger, spans: tuple[ValueSpan, ...]
) -> Iterator[ArgValue]:
    clause = clause_at(context.clauses, trigger.first)
    for span in spans:
        if clause.holds(span.first):
            yield span.value


def _from_place(
    context: Context, trigger: Trigger, role: Role, place: str
) -> Iterator[ArgValue]:
    if place.startswith("prep:"):
        found = phrases.after(context, trigger, place.removeprefix("prep:"))
        if found is not None:
            yield from _texts(context, role, *found, trigger)
        return
    if place in _PLACES:
        yield from _PLACES[place](context, trigger)


def _texts(
    context: Context, role: Role, first: int, end: int, trigger: Trigger
) -> Iterator[ArgValue]:
    if role.range in ("organisation", "person", "place", "names"):
        end = _with_acronym(context, end)
        named = [ref.text for ref in context.references if first <= ref.first < end]
        if role.name == "agent":
            named = []  # "doctors OF an organisation": the whole phrase acts
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


def _bracket(context: Context, subject: Reference | None) -> Iterator[ArgValue]:
    """What stands in brackets right after the subject's name: "X (PARTY)"."""
    if subject is None or context.lower(subject.end) != "(":
        return
    for i in range(subject.end + 1, min(subject.end + 5, len(context.sentence.tokens))):
        if context.lower(i) == ")" and i > subject.end + 1:
            yield context.sentence.span(subject.end + 1, i)
            return


def _trigger_text(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    yield context.sentence.span(trigger.first, trigger.end)


def _office(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The office with its department: "Minister X (Justice)", "Minister van Justitie, X"."""
    word = context.sentence.span(trigger.first, trigger.end)
    end = _department_end(context, trigger.end)
    if end > trigger.end:
        yield context.sentence.span(trigger.first, _coordination_end(context, end))
        return
    held = next((ref for ref in context.references if ref.cue == trigger.first), None)
    bracket = next(_bracket(context, held), None)
    yield f"{word} ({bracket})" if bracket is not None else word


def _department_end(context: Context, end: int) -> int:
    """Where the department ends that follows an office: "of FOREIGN AFFAIRS"."""
    particles = context.language.words("names", "particles") | {"of", "for", "voor"}
    tokens, i = context.sentence.tokens, end
    while i < len(tokens) and tokens[i].lower in particles:
        i += 1
    if i == end or i >= len(tokens) or not tokens[i].capital:
        return end
    while i < len(tokens) and tokens[i].capital:
        i += 1
    return i


def _coordination_end(context: Context, end: int) -> int:
    """The end of a name that goes on over "and": "Justice and Security"."""
    joins = context.language.words("clauses", "conjunctions")
    following = context.sentence.tokens[end + 1 : end + 2]
    goes_on = context.lower(end) in joins and following and following[0].capital
    return end + 2 if goes_on else end


def _actor(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """Who does what a required verb says: the words of the clause before that verb."""
    clause = clause_at(context.clauses, trigger.first)
    for i in range(clause.first + 1, clause.end):
        if not context.sentence.tokens[i].lemmas.isdisjoint(trigger.frame.requires):
            yield context.sentence.span(clause.first, i)
            return


def _addressee(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The second country of the clause that no preposition governs."""
    clause = clause_at(context.clauses, trigger.first)
    bare = [
        ref.text
        for ref in context.references
        if ref.kind == "country" and clause.holds(ref.first) and context.governor(ref.first) is None
    ]
    yield from bare[1:2]


def _rest(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The words of the clause after the trigger: what someone is called on to do."""
    clause = clause_at(context.clauses, trigger.first)
    end = clause.end - (not context.sentence.tokens[clause.end - 1].word)
    if end > trigger.end:
        yield context.sentence.span(trigger.end, end)


def _subject_person(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The acting person with the office: "president X"."""
    for ref in functions.fillers(context, trigger, "subject"):
        yield context.sentence.span(ref.begin, ref.end)


def _organisation_before(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The organisation whose name stands right before the noun: "PARTY member"."""
    for ref in context.references:
        if ref.end == trigger.first and ref.kind == "organisation":
            yield ref.text


def _capital_modifier(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The capitalised word before the noun: "of TALYSH descent"."""
    if trigger.first and context.sentence.tokens[trigger.first - 1].capital:
        yield context.sentence.tokens[trigger.first - 1].text


def _facility(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The named or described prison of the clause, with its preposition left out."""
    clause = clause_at(context.clauses, trigger.first)
    for i in range(clause.first, clause.end):
        if context.listed(i, "places", "facilities"):
            named = next((r for r in context.references if r.first <= i < r.end), None)
            if named is not None:
                yield named.text
                return


def _predicate(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """What the sentence says the noun was: its last words after the last noun phrase."""
    tokens = context.sentence.tokens
    end = len(tokens) - (not tokens[-1].word)
    start = end
    while start > trigger.end and not context.listed(start - 1, "clauses", "judgments"):
        start -= 1
    if trigger.end < start < end:
        yield context.sentence.span(start, end)


def _effect_on(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The effect with what it is on: "serious consequences" and "for his health"."""
    found = phrases.after(context, trigger, "voor") or phrases.after(context, trigger, "for")
    if found is not None:
        effect = next(_noun_phrase(context, trigger))
        yield f"{effect} {context.sentence.span(found[0] - 1, found[1])}"


def _clause_start(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The noun phrase with which the clause begins, up to the trigger's own."""
    clause = clause_at(context.clauses, trigger.first)
    first = clause.first + bool(clause.opener)
    end = trigger.first - 1
    if end > first:
        yield context.sentence.span(first, end)


def _place(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The nearest place of the clause that "in" governs, or the country of an adjective."""
    clause = clause_at(context.clauses, trigger.first)
    prepositions = context.language.words("places", "prepositions")
    near = sorted(
        (ref for ref in context.references if clause.holds(ref.first)),
        key=lambda ref: (ref.first < trigger.first, abs(ref.first - trigger.first)),
    )
    for ref in near:
        at = context.governor(ref.first)
        if ref.kind in ("place", "country") and at is not None and context.lower(at) in prepositions:
            yield ref.text
            return
    for i in range(clause.first, clause.end - 1):
        held = context.listed(i + 1, "places", "facilities") or context.listed(i + 1, "places", "custody")
        if held and (country := _country_of(context, i)):
            yield country
            return


def _country_of(context: Context, i: int) -> str | None:
    """The country of a capitalised adjective: the one whose name shares its long stem."""
    token = context.sentence.tokens[i]
    endings = tuple(sorted(context.language.words("names", "adjective_endings")))
    if not token.capital or not token.lower.endswith(endings):
        return None
    stem = token.lower[:6]
    fits = [name for name in context.language.countries if name.startswith(stem)]
    return fits[0].title() if len(fits) == 1 and len(token.lower) >= 7 else None


def _court(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The noun phrase of the clause whose head is a court."""
    clause = clause_at(context.clauses, trigger.first)
    tokens = context.sentence.tokens
    reach = range(trigger.end, clause.end) if trigger.frame.pos == "noun" else range(clause.first, clause.end)
    for i in reach:
        if not context.listed(i, "places", "courts"):
            continue
        named = next((r for r in context.references if r.first <= i < r.end), None)
        first, end = (named.first, named.end) if named else (i, i + 1)
        place = next((r for r in context.references if r.first == end + 1), None)
        if place is not None and place.kind in ("place", "country") and tokens[end].lower == "in":
            end = place.end
        yield context.sentence.span(first, end)
        return


def _organisation(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The only organisation that the trigger's clause names."""
    clause = clause_at(context.clauses, trigger.first)
    named = [r for r in context.references if clause.holds(r.first) and r.kind == "organisation"]
    if len({ref.text for ref in named}) == 1:
        yield named[0].text




def _count(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    clause = clause_at(context.clauses, trigger.first)
    for i in range(clause.first, clause.end):
        if any(span.first <= i < span.end for span in (*context.dates, *context.durations)):
            continue
        value = number(context.lower(i), context.language)
        if value is not None and value > 1:
            yield value
            return


def _ordinal(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    ordinals = context.language.lexicon["ordinals"]
    for i in range(max(0, trigger.first - 4), trigger.first + 1):
        if isinstance(value := ordinals.get(context.lower(i)), int):
            yield value
            return


def _countries(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    clause = clause_at(context.clauses, trigger.first)
    named = tuple(
        ref.text for ref in context.references if clause.holds(ref.first) and ref.kind == "country"
    )
    if named:
        yield tuple(dict.fromkeys(named))


def _clause_after(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The content clause that follows: "... accused that he had held a flag"."""
    following = [c for c in context.clauses if c.first >= trigger.end]
    if following and following[0].opener in context.language.words("clauses", "saying_openers"):
        end = following[0].end
        while end > following[0].first and not context.sentence.tokens[end - 1].word:
            end -= 1
        yield context.sentence.span(following[0].first + 1, end)


def _noun_phrase(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The trigger noun with what stands between it and its article, else with one adjective."""
    first, language = trigger.first, context.language
    near = range(first - 1, max(-1, first - 4), -1)
    article = next((i for i in near if context.lower(i) in language.words("clauses", "determiners")), None)
    if article is not None and not any(
        context.lower(i) in language.words("clauses", "prepositions") for i in range(article, first)
    ):
        first = article + 1
    elif first and context.sentence.tokens[first - 1].lower.endswith(("e", "en")):
        first -= 1
    yield context.sentence.span(first, trigger.end)


_PLACES: Mapping[str, Callable[[Context, Trigger], Iterator[ArgValue]]] = {
    "trigger": _trigger_text,
    "subject": _subject_person,
    "organisation-before": _organisation_before,
    "capital-modifier": _capital_modifier,
    "facility": _facility,
    "predicate": _predicate,
    "actor": _actor,
    "addressee": _addressee,
    "rest": _rest,
    "effect-on": _effect_on,
    "clause-start": _clause_start,
    "office": _office,
    "place": _place,
    "court": _court,
    "organisation": _organisation,
    "count": _count,
    "ordinal": _ordinal,
    "countries": _countries,
    "content-clause": _clause_after,
    "noun-phrase": _noun_phrase,
}


def places() -> frozenset[str]:
    """The names of all places a role may stand in, ``prep:…`` apart."""
    return frozenset(_PLACES)
