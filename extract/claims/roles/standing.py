"""Who one is: the words of an office, the body that it is in, an age, a people, a kinship.

An office in a body ("editor of the paper X") is an affiliation; any other is an occupation. So
``profession`` yields nothing where ``employer`` finds a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.reach import all_triggers
from extract.claims.roles.words import bracketed, office_held
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.values import ArgValue

Span = tuple[int, int]
_AGE = re.compile(r"(\d{2})")
_HYPHENS = "-‐‑–"
_INNER = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "X", ""})


def profession(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The office with its modifiers and portfolio; nothing where it is one of a body."""
    if body(context, trigger, subject) is not None or _continues(context, trigger):
        return
    end = _coordinated(context, trigger)
    if end > trigger.end:
        yield context.sentence.span(_modified(context, trigger), end)
    elif not _compounds(context, trigger):
        yield from _post(context, trigger)


def _compounds(context: Context, trigger: Trigger) -> bool:
    """Whether the noun is but the first part of a name for an office: "STUDENT leader"."""
    tokens = context.sentence.tokens
    after = tokens[trigger.end] if trigger.end < len(tokens) else None
    return after is not None and after.pos == "NOUN" and tokens[trigger.end - 1].head == trigger.end


def _offices(context: Context) -> Iterator[Trigger]:
    """The nouns of the sentence that may be offices."""
    for other in all_triggers(context):
        if other.frame.subject == ("apposition",) and "role" in other.frame.roles:
            yield other


def _coordinated(context: Context, trigger: Trigger) -> int:
    """The end of the offices joined to this one: "writer AND FORMER DEPUTY X"."""
    joins = context.language.words("clauses", "conjunctions")
    if context.lower(trigger.end) not in joins:
        return trigger.end
    belonging = context.language.words("standing", "belonging")
    for other in _offices(context):
        between = context.sentence.tokens[trigger.end + 1 : other.first]
        if other.first > trigger.end and all(token.pos in ("NOUN", "ADJ") for token in between):
            return trigger.end if context.lower(other.end) in belonging else other.end
    return trigger.end


def _continues(context: Context, trigger: Trigger) -> bool:
    """Whether an office before this one was read together with it."""
    return any(
        other.first < trigger.first and trigger.first < _coordinated(context, other)
        for other in _offices(context)
    )


def _post(context: Context, trigger: Trigger) -> Iterator[str]:
    """The office with its modifiers: "former HUMAN RIGHTS LAWYER", "Minister (Justice)"."""
    first = _modified(context, trigger)
    words = context.sentence.span(first, trigger.first) + " " if first < trigger.first else ""
    joined = context.sentence.span(first, trigger.end) if words else ""
    for whole in office_held(context, trigger):
        own = context.sentence.span(trigger.first, trigger.end)
        yield joined + str(whole).removeprefix(own) if words else whole


def title(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The office with its modifiers alone: "DEPUTY CHAIRMAN of X", "het LID Y (X)"."""
    yield context.sentence.span(_modified(context, trigger), trigger.end)


def bracket_name(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The name in brackets after the person's: "X (PARTY)", not "X (34)"."""
    for found in bracketed(context, subject):
        if not str(found)[:1].isdigit():
            yield found


def _modified(context: Context, trigger: Trigger) -> int:
    """Where the office begins: with the nouns and plain adjectives before its noun."""
    first = trigger.first
    while first > 0 and trigger.first - first < 4 and _modifies(context, first - 1):
        first -= 1
    while context.sentence.tokens[first].text in _HYPHENS and first < trigger.first:
        first += 1
    return first


def _modifies(context: Context, i: int) -> bool:
    token, language = context.sentence.tokens[i], context.language
    if token.lower in language.words("standing", "former") or token.text in _HYPHENS[:-1]:
        return True
    if token.pos not in ("ADJ", "NOUN") or token.lower in language.words("standing", "plain"):
        return False
    return not (
        (token.capital and (i > 0 or _demonym(context, i)))
        or any(char.isdigit() for char in token.text)
        or _of_person(context, i)
        or "VerbForm" in token.morph
        or token.lower in language.words("clauses", "determiners")
        or language.is_any(token.lemmas, "standing", "birth")
    )


def _demonym(context: Context, i: int) -> bool:
    """Whether the word is of a people or country: "Dutch", "Azerbaijani"."""
    endings = tuple(context.language.words("names", "adjective_endings"))
    lower = context.lower(i)
    return lower.endswith(endings) or lower in context.language.words("names", "demonyms")


def _of_person(context: Context, i: int) -> bool:
    return any(ref.kind == "person" and ref.first <= i < ref.end for ref in context.references)


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
    first, end = at + 1, _phrase_end(context, at + 1)
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
    capital = any(context.sentence.tokens[i].capital for i in range(first, end))
    if not capital or not any(
        context.listed(i, "standing", "societies") for i in range(first, end)
    ):
        return None
    return context.sentence.span(first, end)


def _phrase_end(context: Context, first: int) -> int:
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
    i = _modified(context, trigger)
    while i and context.lower(i - 1) in ("'s", "’s", "'", "’", *_HYPHENS):
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


def party_bracket(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The party in the brackets that the trigger opens: "X (PARTY)"."""
    tokens = context.sentence.tokens
    end = next((i for i in range(trigger.end, trigger.end + 6) if context.lower(i) == ")"), None)
    if end is None or end == trigger.end:
        return
    text = context.sentence.span(trigger.end, end)
    listed = text in context.language.words("names", "parties")
    known = any(
        ref.first == trigger.end and ref.kind == "organisation" for ref in context.references
    )
    short = end == trigger.end + 1 and 2 <= len(text) <= 8 and text.isalpha()
    if listed or known or (short and text.isupper() and tokens[trigger.first - 1].capital):
        yield text


def works_for(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body named after "for" or "at", or as the object of "join", "found" or "head"."""
    prepositions = context.language.words("standing", "belonging")
    for i in range(trigger.end, min(trigger.end + 6, len(context.sentence.tokens))):
        token = context.sentence.tokens[i]
        if token.lower in prepositions:
            i += 1
        elif token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "X"):
            return
        end = _phrase_end(context, i)
        named = [r for r in context.references if i <= r.first < end]
        if named and named[0].kind == "organisation":
            yield named[0].text
        return


def age(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The number of years: of "41-year-old", "aged 41", or alone in brackets or commas."""
    tokens = context.sentence.tokens
    own = _AGE.search(tokens[trigger.first].text)
    if own is not None:
        if tokens[trigger.first].text != own.group(1) or _set_off(context, trigger):
            yield int(own.group(1))
        return
    near = (trigger.first - 1, trigger.end, trigger.first - 2, trigger.first - 3)
    for i in near:
        if 0 <= i < len(tokens) and tokens[i].text.isdecimal() and 10 <= int(tokens[i].text) < 110:
            yield int(tokens[i].text)
            return


def _set_off(context: Context, trigger: Trigger) -> bool:
    before, after = context.lower(trigger.first - 1), context.lower(trigger.end)
    if after and context.listed(trigger.end, "standing", "birth"):  # "X, 24 jaar,"
        after = context.lower(trigger.end + 1)
    joined = context.language.words("clauses", "conjunctions")
    turned = context.listed(trigger.first - 1, "standing", "becoming") if trigger.first else False
    ends = {",", ".", ";", "", *joined}
    return (before == "(" and after in (")", ",")) or (
        after in ends and (before == "," or (turned and after not in joined))
    )


def kin_of(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Whose relative it is: the person named after "of", before "'s", or by a pronoun."""
    known = {r.referent: r.text for r in context.references if r.form == "name" and r.referent}
    for ref in context.references:
        if ref.kind != "person" or (subject is not None and ref.referent == subject.referent):
            continue
        governor = context.governor(ref.begin)
        genitive = governor is not None and trigger.end <= governor <= trigger.end + 3
        owner = 0 < trigger.first - ref.end + 1 <= 4 and (
            ref.form == "possessive" or context.lower(ref.end) in ("'s", "’s", "'")
        )
        if genitive or owner:
            text = ref.text if ref.form == "name" else known.get(ref.referent or "")
            if text is not None:
                yield text
            return


def people(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The name of a people, where the next noun is a person and no cause of that people."""
    beside = (trigger.end, trigger.first - 1)
    if any(context.lower(i) and context.lower(i) in _HYPHENS for i in beside):
        return
    after = trigger.end
    if after < len(context.sentence.tokens) and context.listed(after, "standing", "causes"):
        return
    yield context.sentence.span(trigger.first, trigger.end)


def nationality(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """The capitalised words before "citizen", or the country after "of"."""
    first = trigger.first
    while first and (
        context.sentence.tokens[first - 1].capital or context.lower(first - 1) in ("-", "and", "en")
    ):
        first -= 1
    articles = context.language.words("clauses", "determiners")
    while first < trigger.first and (
        not context.sentence.tokens[first].capital or context.lower(first) in articles
    ):
        first += 1
    if first < trigger.first and not _of_person(context, first):
        yield context.sentence.span(first, trigger.first)
        return
    for ref in context.references:
        if ref.kind == "country" and trigger.end < ref.first <= trigger.end + 3:
            yield ref.text
            return


def kinship(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The word for the relative, where the text says whose: "his SISTER", "the WIFE of X"."""
    possessives = context.language.words("pronouns", "possessive")
    before = [context.lower(i) for i in range(max(0, trigger.first - 3), trigger.first)]
    owned = any(word in possessives or word in ("'s", "’s", "'") for word in before)
    genitive = context.lower(trigger.end) in context.language.words("clauses", "case_of")
    if owned or genitive or next(kin_of(context, trigger, subject), None) is not None:
        yield context.sentence.span(trigger.first, trigger.end)


def prize(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The name of the prize: the trigger with the capitalised words round it."""
    tokens, first, end = context.sentence.tokens, trigger.first, trigger.end
    if tokens[trigger.first].pos == "VERB":
        return
    links = context.language.words("clauses", "prepositions")
    while first and (tokens[first - 1].capital or tokens[first - 1].text in _HYPHENS):
        first -= 1
    while first < trigger.first and not _names(context, first):
        first += 1
    while end < len(tokens) and (
        tokens[end].capital
        or (tokens[end].lower in links and end + 1 < len(tokens) and tokens[end + 1].capital
            and not any(s.first <= end + 1 < s.end for s in context.dates)
            and first == trigger.first and not tokens[first].capital)
    ):  # fmt: skip
        end += 1
    if any(token.capital for token in tokens[first:end]):
        yield context.sentence.span(first, end)


def _names(context: Context, i: int) -> bool:
    """Whether the capitalised word is of a name, and not only the first of its sentence."""
    token = context.sentence.tokens[i]
    return token.capital and (i > 0 or token.pos in ("PROPN", "NOUN", ""))


def belongs_to(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The body after a name and "of": "X of the Y Committee"."""
    before = any(
        ref.end == trigger.first or (ref.end == trigger.first - 1 and context.lower(ref.end) == ",")
        for ref in context.references
        if ref.kind == "person" and ref.form == "name"
    )
    if not before:
        return
    end = _phrase_end(context, trigger.end)
    named = [ref for ref in context.references if trigger.end <= ref.first < end]
    if named and named[0].kind == "organisation":
        yield named[0].text


def two_nations(
    context: Context, trigger: Trigger, subject: Reference | None
) -> Iterator[ArgValue]:
    """Both adjectives of somebody of two countries: "GERMAN-IRANIAN engineer"."""
    tokens, first = context.sentence.tokens, trigger.first
    if first >= 2 and tokens[first - 1].text in ("-", "–") and tokens[first - 2].capital:
        yield context.sentence.span(first - 2, trigger.end)


def ethnic(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The people named after the word: "an ethnic UZBEK activist"."""
    tokens, end = context.sentence.tokens, trigger.end
    while end < len(tokens) and tokens[end].capital and tokens[end].word:
        end += 1
    if end > trigger.end and not any(ref.first == trigger.end for ref in context.references):
        yield context.sentence.span(trigger.end, end)
