"""Where someone is held, moved or set free: the phrase of a prison, and the town it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.syntax import Tree
from extract.values import ArgValue

Span = tuple[int, int]


def site_in(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison, by name or number, in which someone is: "in penal colony No. 3"."""
    for first, end in _phrases(context, trigger, "holding"):
        if _is_site(context, first, end) and _particular(context, first, end):
            if not (trigger.type.narrows and _any_of(context, first, end)):
                yield context.sentence.span(first, end)
            return
    yield from _where(context, trigger)


def _any_of(context: Context, first: int, end: int) -> bool:
    """Whether it is one of somebody's prisons, and not told which: "a cell of the NAME agency"."""
    if context.lower(first - 1) not in context.language.words("people", "indefinite"):
        return False
    joining = context.language.words("names", "genitives")
    at = next((i for i in range(first, end) if context.lower(i) in joining), end)
    return not _particular(context, first, at) and not _is_site(context, at, end)


def _where(context: Context, trigger: Trigger) -> Iterator[ArgValue]:
    """The prison of which a clause with "where" tells: "left X prison, WHERE she had spent ..."."""
    clause = clause_at(context.clauses, trigger.first)
    if context.lower(clause.first) not in context.language.words("places", "where"):
        return
    for i in range(clause.first - 1, max(-1, clause.first - 8), -1):
        if context.listed(i, "places", "facilities"):
            end = min(_phrase_end(context, i), clause.first)
            if _particular(context, i, end):
                yield context.sentence.span(i, end)
            return


def named_in(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """What bears a name that is no place's, after "in": "spent forty days in LUSAKA CENTRAL"."""
    places = {ref.first for ref in context.references if ref.kind in ("place", "country")}
    timed = {i for span in context.dates for i in range(span.first, span.end)}
    for first, end in _phrases(context, trigger, "holding"):
        named = context.sentence.tokens[first].capital and first not in timed
        if named and not places & set(range(first, end)) and _particular(context, first, end):
            yield context.sentence.span(first, end)
            return


def premises_in(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The kind of place where it happened, where no name is given: "in a HOSPITAL", "at A PRISON".

    The words of the phrase that hangs on the trigger or its verb.
    """
    tree = context.tree
    if tree is None:
        return
    own = {trigger.first, tree.clause(trigger.first)} | set(range(trigger.first, trigger.end))
    for first, end in _phrases(context, trigger, "holding"):
        noun = next((i for i in range(first, end) if _is_head(tree, i, first, end)), None)
        if noun is None or not context.listed(noun, "places", "sites"):
            continue
        if tree.head(noun) in own and not range(trigger.first, trigger.end).count(noun):
            yield context.sentence.span(first, end)
            return


def _is_head(tree: Tree, i: int, first: int, end: int) -> bool:
    over = tree.head(i)
    return tree.tokens[i].pos == "NOUN" and (over is None or not first <= over < end)


def premises_to(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The place that is not known or not named to which someone is brought."""
    for first, end in _phrases(context, trigger, "towards"):
        if any(context.listed(i, "places", "sites") for i in range(first, end)):
            yield context.sentence.span(first, end)
            return


def town_in(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The town after "in", where that is all that is said: "he is in prison in TOWN"."""
    for first, _ in _phrases(context, trigger, "holding"):
        for ref in context.references:
            if ref.first == first and ref.kind == "place":
                yield ref.text
                return


def site_to(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison or hospital to which someone is brought, else the name after "to"."""
    timed = {i for span in context.dates for i in range(span.first, span.end)}
    countries = {ref.first for ref in context.references if ref.kind == "country"}
    found = [s for s in _phrases(context, trigger, "towards") if s[0] not in timed | countries]
    for first, end in [s for s in found if _is_site(context, *s)] or found:
        if any(context.sentence.tokens[i].capital for i in range(first, end)) or _is_site(
            context, first, end
        ):
            yield context.sentence.span(first, end)
            return


def town_to(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The town or country to which someone is brought: "to COUNTRY", "to a prison in TOWN"."""
    for first, end in _phrases(context, trigger, "towards"):
        inner = context.lower(end) in context.language.words("places", "holding")
        stop = _phrase_end(context, end + 1) if inner else end
        named = [
            ref
            for ref in context.references
            if first <= ref.first < stop and ref.kind in ("place", "country")
            if not ref.text.endswith(".")  # "colony No. 2"
        ]
        if named:
            yield named[-1].text
            return


def site(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison of the clause by name or number, whatever stands before it: "left NAME prison"."""
    clause = clause_at(context.clauses, trigger.first)
    found = [
        i for i in range(clause.first, clause.end) if context.listed(i, "places", "facilities")
    ]
    for i in sorted(found, key=lambda i: (i < trigger.first, abs(i - trigger.first))):
        first, end = i, _phrase_end(context, i)
        while first > clause.first and _of_name(context, first - 1):
            first -= 1
        if _particular(context, first, end):
            yield context.sentence.span(first, end)
            return


def _of_name(context: Context, i: int) -> bool:
    token = context.sentence.tokens[i]
    return token.capital and token.pos in ("PROPN", "ADJ", "NOUN", "")


def site_cell(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison that someone is in or from which someone writes: "from a cell in NAME prison"."""
    own = context.language.words("places", "holding") | context.language.words("places", "away")
    tree = context.tree
    for which in ("holding", "away"):
        for first, end in _phrases(context, trigger, which):
            at = next((i for i in range(first - 1, -1, -1) if context.lower(i) in own), first)
            near = tree is None or _tied(tree, trigger, subject, at)
            if near and _is_site(context, first, end) and _particular(context, first, end):
                yield context.sentence.span(first, end)
                return


def _tied(tree: Tree, trigger: Trigger, subject: Reference | None, at: int) -> bool:
    """Whether the phrase says where the verb's subject is: it hangs on the verb, or on the name."""
    if subject is None:
        return False
    above = [i for i in tree.above(at) if tree.tokens[i].dep.partition(":")[0] not in ("conj",)]
    between = [tree.tokens[i].pos for i in above[1:] if tree.tokens[i].pos in ("NOUN", "PROPN")]
    return trigger.first in above and len(between) <= 2


def town(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The town of the prison in which someone is: TOWN of "in NAME prison in TOWN"."""
    for first, end in _phrases(context, trigger, "holding"):
        if not _is_site(context, first, end):
            continue
        within = context.language.words("places", "prepositions")
        inner = context.lower(end) in within | context.language.words("places", "about")
        start = _past_articles(context, end + 1) if inner else end
        for ref in context.references:
            if inner and ref.first == start and ref.kind in ("place", "country"):
                yield ref.text
                return


def site_from(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The prison that someone leaves: "from NAME prison"."""
    for first, end in _phrases(context, trigger, "away"):
        if _is_site(context, first, end) and _particular(context, first, end):
            yield context.sentence.span(first, end)
            return


def _phrases(context: Context, trigger: Trigger, which: str) -> Iterator[Span]:
    """The noun phrases of the clause after one of those prepositions, nearest first."""
    clause = clause_at(context.clauses, trigger.first)
    prepositions = context.language.words("places", which)
    starts = [i for i in range(clause.first, clause.end) if _leads(context, i, prepositions)]
    for i in sorted(starts, key=lambda i: (i < trigger.first, abs(i - trigger.first))):
        first = _past_articles(context, i + 1)
        end = _phrase_end(context, first)
        if end > first:
            yield first, end


def _leads(context: Context, i: int, prepositions: frozenset[str]) -> bool:
    """Whether token ``i`` is, or ends, one of the prepositions: "from", "out OF"."""
    both = f"{context.lower(i - 1)} {context.lower(i)}"
    return context.lower(i) in prepositions or both in prepositions


def _past_articles(context: Context, i: int) -> int:
    while context.lower(i) in context.language.words("clauses", "determiners"):
        i += 1
    return i


def _phrase_end(context: Context, first: int) -> int:
    """Where the phrase ends: before a preposition, a verb, a comma, or a word that joins."""
    language, tokens = context.language, context.sentence.tokens
    own = language.words("names", "genitives")
    stops = language.words("clauses", "prepositions") - own
    stops |= language.words("clauses", "conjunctions") | language.words("clauses", "openers")
    end = first
    while end < len(tokens) and (tokens[end].word or tokens[end].text in "-№"):
        small = not tokens[end].capital
        verb = small and tokens[end].pos in ("VERB", "AUX", "ADV")
        aside = small and tokens[end].pos == "ADP" and tokens[end].lower not in own
        if verb or aside or tokens[end].lower in stops:
            break
        end += 1
    return end


def _is_site(context: Context, first: int, end: int) -> bool:
    """Whether the phrase has a word for a prison, or is one that goes by its name alone."""
    if any(context.listed(i, "places", "facilities") for i in range(first, end)):
        return True
    name = " ".join(context.lower(i) for i in range(first, end)).replace(" - ", "-")
    return name.removeprefix("the ") in context.language.words("places", "prisons")


def _particular(context: Context, first: int, end: int) -> bool:
    """Whether the phrase tells which one: by a name or a number, not "Georgian prisons"."""
    tokens = context.sentence.tokens[first:end]
    if "Number=Plur" in tokens[-1].morph:
        return False
    endings = tuple(context.language.words("names", "adjective_endings"))
    demonym = [t.pos == "ADJ" and t.capital and t.lower.endswith(endings) for t in tokens]
    named = zip(tokens, demonym, strict=True)
    return any((t.capital and not d) or t.text[:1].isdigit() for t, d in named)
