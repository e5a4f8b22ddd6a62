"""The body in which someone holds an office, or of which someone is a member."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.roles.standing.modifiers import HYPHENS, modified
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue


def employer(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body of which someone is a member, or in which someone holds the office."""
    found = body(context, trigger, subject)
    if found is not None:
        yield found


def body(context: Context, trigger: Trigger, subject: Reference | None) -> str | None:
    """The body of the office: after "of", before it, in its compound or in brackets."""
    return _after(context, trigger) or _before(context, trigger) or _compounded(context, trigger)


def _after(context: Context, trigger: Trigger) -> str | None:
    """The body in the phrase after "of", "for", "at": by its name, else by its noun."""
    prepositions = context.language.words("standing", "belonging")
    at = _over_coordinated(context, trigger.end)
    if context.lower(at) not in prepositions or context.listed(trigger.end - 1, "names", "offices"):
        return None
    first, end = at + 1, phrase_end(context, at + 1)
    return _body_in(context, first, end)


def _over_coordinated(context: Context, i: int) -> int:
    """Past a coordinated office: "founder AND DIRECTOR of X"."""
    if context.lower(i) in context.language.words("clauses", "conjunctions"):
        for j in range(i + 1, min(i + 4, len(context.sentence.tokens))):
            if context.lower(j) in context.language.words("standing", "belonging"):
                return j
            if context.sentence.tokens[j].pos not in ("NOUN", "ADJ"):
                break
    return i


def _body_in(context: Context, first: int, end: int) -> str | None:
    named = [ref for ref in context.references if first <= ref.first < end]
    if any(ref.kind == "person" and ref.first <= first + 1 for ref in named):
        return None
    bodies = [ref for ref in named if ref.kind == "organisation"]
    if bodies:
        return bodies[0].text
    while first < end and context.lower(first) in context.language.words("clauses", "determiners"):
        first += 1
    capitals = [i for i in range(first, end) if context.sentence.tokens[i].capital]
    if not capitals or not any(
        context.listed(i, "standing", "societies") for i in range(first, end)
    ):
        return None
    before = context.sentence.tokens[first : capitals[0]]
    plain = all(token.pos in ("ADJ", "NOUN") for token in before)
    return context.sentence.span(capitals[0] if plain else first, end)


def phrase_end(context: Context, first: int) -> int:
    """Where the phrase of a body ends: before punctuation, a verb, a pronoun, a conjunction."""
    language, tokens = context.language, context.sentence.tokens
    for i in range(first, min(first + 12, len(tokens))):
        token = tokens[i]
        mark = not token.word and token.text not in "-'’&\"«»“”‘"
        verb = token.pos in ("VERB", "AUX", "PRON", "SCONJ") and not token.capital
        joins = token.lower in language.words("clauses", "conjunctions")
        goes_on = joins and i + 1 < len(tokens) and tokens[i + 1].capital and tokens[i - 1].capital
        if mark or verb or (joins and not goes_on):
            return i
        if any(ref.first == i and ref.kind == "person" and ref.form == "name"
               for ref in context.references):  # fmt: skip
            return i
    return min(first + 12, len(tokens))


def _before(context: Context, trigger: Trigger) -> str | None:
    """The name of the body right before the office: "PARTY member", "PARTY's chairman"."""
    i = modified(context, trigger)
    while i and context.lower(i - 1) in ("'s", "’s", "'", "’", *HYPHENS):
        i -= 1
    for ref in context.references:
        if ref.kind == "organisation" and i <= ref.end <= trigger.first:
            return ref.text
    return None


def _compounded(context: Context, trigger: Trigger) -> str | None:
    """The name that is the first part of the office's compound: "PARTY-lid"."""
    text = context.sentence.tokens[trigger.first].text
    name, hyphen, rest = text.rpartition("-")
    rest = rest.lower()  # "PARTIJ-Kamerlid"
    member = hyphen and name[:1].isupper() and len(name) > 1
    if not member or not context.language.is_any(
        frozenset({rest, *context.language.lemmas(rest)}), "standing", "members"
    ):
        return None
    return name


def named_next(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body whose name follows the noun: "of the party X"."""
    for ref in context.references:
        if ref.first == trigger.end and ref.kind != "person":
            yield ref.text
            return


def works_for(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body named after "for" or "at", or as the object of "join", "found" or "head"."""
    prepositions = context.language.words("standing", "belonging")
    prepositions = prepositions.intersection(trigger.frame.requires) or prepositions
    for i in range(trigger.end, min(trigger.end + 6, len(context.sentence.tokens))):
        token = context.sentence.tokens[i]
        if token.lower in prepositions:
            i += 1
        elif token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "X"):
            return
        found = _body_in(context, _past_links(context, i), phrase_end(context, i))
        if found is not None:
            yield found
        return


def _past_links(context: Context, first: int) -> int:
    """Past the part of a body that is led or worked for: "heads the local branch OF the X"."""
    end = phrase_end(context, first)
    links = [i for i in range(first, end) if context.lower(i) in _genitives(context)]
    for i in links[:1]:
        part = any(context.listed(j, "standing", "societies") for j in range(first, i))
        if part and not any(context.sentence.tokens[j].capital for j in range(i - 1, i)):
            return i + 1
    return first


def _genitives(context: Context) -> frozenset[str]:
    return context.language.words("names", "genitives")


def belongs_to(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body after a name and "of": "X of the Y Committee"."""
    before = any(
        ref.end == trigger.first or (ref.end == trigger.first - 1 and context.lower(ref.end) == ",")
        for ref in context.references
        if ref.kind == "person" and ref.form == "name"
    )
    if not before:
        return
    end = phrase_end(context, trigger.end)
    named = [ref for ref in context.references if trigger.end <= ref.first < end]
    if named and named[0].kind == "organisation":
        yield named[0].text
