"""Who says it: the speaker, the reported source, the publisher of a headline."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import Clause, clause_at, clauses_over, is_finite
from extract.claims.context import Context
from extract.claims.saying import denied_in, refused, saying_verb, says, told
from extract.claims.scope import passive
from extract.claims.triggers import Trigger
from extract.claims.voices import governing, sayings, speakers


def voices_over(context: Context, trigger: Trigger) -> Iterator[str]:
    """Whose word the trigger's clause is, the nearest first: ``@key`` for a known referent."""
    clause = clause_at(context.clauses, trigger.first)
    parsed = tuple(_parsed(context, trigger))
    yield from parsed
    for c in () if parsed else reversed(clauses_over(context.clauses, clause)):
        if (named := according(context, c, trigger)) is not None:
            yield named
        own = _own_saying(context, c, trigger) if c is clause else says(context, c)
        if own:
            yield from _speaker(context, c)
    yield from _inserted(context)
    yield from _carrier(context, trigger)
    if clause.opener in context.language.words("clauses", "saying_openers"):
        yield from _informed(context)


def _own_saying(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether the subject of the trigger's own clause denies it or tells it."""
    denies = denied_in(context, clause, trigger) and not _of_another(context, clause, trigger)
    denies = denies and not (_kept_from(context, clause) or refused(context, trigger))
    return denies or told(context, trigger)


def _kept_from(context: Context, clause: Clause) -> bool:
    """Whether every verb of denying in the clause is passive: "was DENIED visits" says nothing."""
    deniers = [i for i in context.bases["status", "deniers"] if clause.holds(i)]
    return all(passive(context, i) for i in deniers)


def _of_another(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether every denial in the clause is of something else: "dismissed THE CHARGES"."""
    tree = context.tree
    if tree is None:
        return False
    objects = [
        tuple(tree.dependents(i, "obj"))
        for i in context.bases["status", "deniers"]
        if clause.holds(i) and tree.tokens[i].dep != "acl:relcl"  # "accusations he DENIED"
    ]
    return all(found and trigger.first not in tree.below(found[0]) for found in objects)


def _parsed(context: Context, trigger: Trigger) -> Iterator[str]:
    """Whose word it is by the tree: who says it, and according to whom."""
    first_person = context.language.words("pronouns", "speaker")
    for verb in sayings(context, trigger):
        for name in speakers(context, verb):
            if name.lower() not in first_person:
                yield name
    for clause in context.clauses:
        if (named := according(context, clause, trigger)) is not None:
            yield named


def _speaker(context: Context, clause: Clause) -> Iterator[str]:
    """Who says it: the subject of the clause of saying."""
    relative = clause.opener in context.language.words("pronouns", "relative")
    first, end = (0, clause.first) if relative else (clause.first, clause.end)
    named = [
        ref
        for ref in context.references
        if first <= ref.first < end and ref.form != "possessive" and ref.kind != "country"
    ]
    if relative:
        if context.listed(clause.first - 1, "attribution", "media"):
            yield _noun_phrase(context, clause.first - 1, 0)
            return
        named = named[-1:]
    bare = [ref for ref in named if relative or context.governor(ref.begin) is None]
    if bare and (bare[0].form == "name" or bare[0].referent):
        yield bare[0].text if bare[0].form == "name" else f"@{bare[0].referent}"
        return
    for i in context.bases["attribution", "media"]:
        if first <= i < end:
            yield _noun_phrase(context, i, first)
            return
    if not relative:
        yield from _described(context, clause)


def _described(context: Context, clause: Clause) -> Iterator[str]:
    """The speaker that has no name: the phrase before the verb of saying ("the family")."""
    verb = saying_verb(context, clause)
    opens = context.lower(clause.first)
    if verb is None or opens not in context.language.words("clauses", "determiners"):
        return
    inner = range(clause.first + 1, verb + 1)
    end = next(i for i in inner if i == verb or _phrase_stops(context, i))
    if end > clause.first + 1:
        yield context.sentence.span(clause.first, end)


def _phrase_stops(context: Context, i: int) -> bool:
    token = context.sentence.tokens[i]
    return not token.word or token.lower in context.language.words("clauses", "auxiliaries")


def _noun_phrase(context: Context, noun: int, first: int) -> str:
    """The noun with the adjectives and determiners before it."""
    start = noun
    while start > first and (
        context.sentence.tokens[start - 1].lower.endswith("e") or context.lower(start - 1) == "een"
    ):
        start -= 1
    return context.sentence.span(start, noun + 1)


def according(context: Context, clause: Clause, trigger: Trigger) -> str | None:
    """Who is named by "according to" in the clause, if that bears on the trigger, or None."""
    for i in context.forms["attribution", "according"]:
        if clause.first <= i < clause.end - 1 and _covers(context, i, trigger):
            return _phrase(context, i + 1)
    return None


def _covers(context: Context, i: int, trigger: Trigger) -> bool:
    """Whether an "according to" at ``i`` bears on the trigger, not on a clause beside it."""
    tree = context.tree
    if tree is None or clause_at(context.clauses, i).holds(trigger.first):
        return True  # rather somebody's word too many than an assertion that nobody made
    over = governing(tree, trigger)
    clause = tree.clause(i)
    if tree.tokens[clause].dep == "parataxis":  # "..., aldus X"
        clause = tree.tokens[clause].head
    return clause in over


def _phrase(context: Context, start: int) -> str:
    """The words from ``start`` to the next comma or verb: a name, or a noun phrase."""
    if context.lower(start) == "to":
        start += 1
    named = [
        ref for ref in context.references if start <= ref.first <= start + 2 and ref.form == "name"
    ]
    if named and not any(_phrase_ends(context, i, start) for i in range(start, named[0].first)):
        return context.sentence.span(start, named[0].end)
    end = start
    while end < len(context.sentence.tokens) and not _phrase_ends(context, end, start):
        end += 1
    return context.sentence.span(start, max(end, start + 1))


def _phrase_ends(context: Context, i: int, start: int) -> bool:
    token = context.sentence.tokens[i]
    return i > start and (
        not token.word
        or is_finite(token, context.language)
        or token.lower in context.language.words("clauses", "auxiliaries")
        or token.lower in context.language.words("clauses", "prepositions")
        or i - start > 4
    )


def _informed(context: Context) -> Iterator[str]:
    """Whose word it is in "from the same source came the update that ..."."""
    language = context.language
    for i in context.bases["attribution", "media"] if context.bases["attribution", "words"] else ():
        at = context.governor(i)
        if at is not None and context.lower(at) in language.words("attribution", "from"):
            yield context.sentence.span(at + 1, i + 1)


def _inserted(context: Context) -> Iterator[str]:
    """Who says it in "..., zo meldt X, ..." or "..., meldt X."."""
    language = context.language
    last = len(context.sentence.tokens) - 1
    for i in context.bases["attribution", "reporting"]:
        first = i - (context.lower(i - 1) in language.words("attribution", "inserting"))
        inside = 0 < i < last and not _begun(context, i)
        if inside and context.lower(first - 1) == "," and _may_speak(context, i + 1):
            yield _phrase(context, i + 1)


def _begun(context: Context, verb: int) -> bool:
    """Whether the verb has its subject before it: "his lawyer, X, told Y", not ", told Y"."""
    tree = context.tree
    return tree is not None and any(i < verb for i in tree.subjects(verb))


def _may_speak(context: Context, i: int) -> bool:
    """Whether a speaker may begin here: a name, or a phrase with its article."""
    token, language = context.sentence.tokens[i], context.language
    content = token.lower in language.words("clauses", "saying_openers")
    last = len(context.sentence.tokens)
    media = any(context.listed(j, "attribution", "media") for j in range(i, min(i + 2, last)))
    return not content and (
        token.capital or media or token.lower in language.words("clauses", "determiners")
    )


def _carrier(context: Context, trigger: Trigger) -> Iterator[str]:
    """Whose word it is in "the report of X on ...": a named body between word and topic."""
    topics = context.language.words("attribution", "about")
    for i in context.bases["attribution", "words"]:
        about = [j for j in range(i, trigger.first) if context.lower(j) in topics]
        for ref in context.references:
            if about and i < ref.first < about[0] and ref.kind in ("organisation", "person"):
                yield ref.text


def cited_voice(context: Context) -> tuple[str, ...]:
    """The publisher of a headline, or of the words that a footnote quotes."""
    if context.title_of is not None:
        sources = [context.title_of]
    elif context.section.kind == "footnote":
        sources = [source for _, source in context.cites]
    else:
        sources = []
    return tuple(source.publisher for source in sources if source.publisher)
