"""Who does it: the "by" phrase of a passive, the subject of an active verb."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference
from extract.sentences import Token
from extract.syntax import run
from extract.values import ArgValue

_BY = frozenset({"obl:agent", "obl", "nmod"})
_INSIDE = frozenset({"det", "amod", "compound", "flat", "flat:name", "nummod", "nmod",
                     "nmod:poss", "case", "fixed", "goeswith", "advmod"})  # fmt: skip
_CALLED = frozenset({"appos", "nmod:desc", "flat"})
_NAMED = frozenset({"appos", "nmod:desc", "compound", "flat"})


def doer(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """The noun phrase that does what the trigger says, and is not the claim's subject.

    Read from the parse; nothing where none was made.
    """
    tokens = context.sentence.tokens
    verb = _verb(tokens, trigger)
    heads = range(trigger.first, trigger.end) if trigger.frame.pos == "noun" else (verb,)
    acting = () if trigger.frame.pos == "noun" else tuple(_acting(context, verb))
    if trigger.frame.pos != "noun" and not acting:
        acting = tuple(shared(context, verb))
    if subject is not None and trigger.frame.pos != "noun":
        acting += _mistaken(context, verb, subject)
    for i in (*(j for head in heads for j in _by_phrases(context, head)), *acting):
        if found := named(context, i, subject):
            yield found
            return


def imposer(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Who does to somebody what the noun says: "NGO X has imposed SANCTIONS on Y"."""
    tokens = context.sentence.tokens
    at = tokens[trigger.end - 1].head
    if tokens[trigger.end - 1].dep not in ("obj", "compound") or tokens[at].pos != "VERB":
        yield from doer(context, trigger, subject)
        return
    for i in (*subjects(tokens, at), *shared(context, at)):
        if found := named(context, i, subject):
            yield found
            return


def expeller(context: Context, trigger: Trigger, subject: Reference | None) -> Iterator[ArgValue]:
    """Who sends somebody away: who does it, else the country from which they are sent."""
    if found := next(doer(context, trigger, subject), None):
        yield found
        return
    away = context.language.words("places", "away")
    for ref in context.references:
        if ref.kind == "country" and context.lower(ref.first - 1) in away:
            yield ref.text
            return


def named(context: Context, i: int, subject: Reference | None) -> str:
    """The phrase of token ``i``, or who is named in apposition; "" where it is the subject's."""
    tokens = context.sentence.tokens
    if tokens[i].pos not in ("NOUN", "PROPN") or _timed(context, i):
        return ""
    if context.listed(i, "attribution", "allegations"):
        return ""
    if subject is not None and _names(tokens, i, subject):
        return ""
    called = [j for j, t in enumerate(tokens) if t.head == i and t.dep in _CALLED]
    for ref in context.references:
        own = subject is not None and ref.referent == subject.referent
        person = ref.kind == "person" and ref.form == "name" and not own
        if person and any(ref.first <= j < ref.end for j in called):
            return ref.text
    return context.sentence.span(*phrase(tokens, i, context.language.words("names", "genitives")))


def shared(context: Context, verb: int, depth: int = 0, *, asked: bool = True) -> Iterator[int]:
    """The subject that a verb without its own has from the one over it.

    "was allowed to see him", "found ... and awarded him", "ordered THE STATE to pay him". Without
    ``asked`` who asks it of another: "THE UNION asked the king to free him".
    """
    tree = context.tree
    above = tree.head(verb) if tree is not None else None
    if tree is None or above is None or depth > 3 or tree.passive(verb):
        return
    dep = tree.tokens[verb].dep.partition(":")[0]
    if dep == "xcomp":
        objects = [*tree.dependents(above, "obj", "iobj")] if asked else []
        acting = objects or tree.subjects(above)
        yield from acting or shared(context, above, depth + 1, asked=asked)
    elif dep in ("conj", "advcl", "acl") and not tree.subjects(verb):
        over = tree.clause(above)
        if dep == "acl" and tree.participle(verb):
            yield from (above,) if tree.has(verb, "obj") else ()
            return  # "an ambulance crew treated her", misread
        yield from tree.subjects(over) or shared(context, over, depth + 1, asked=asked)


def _mistaken(context: Context, verb: int, subject: Reference) -> tuple[int, ...]:
    """What begins the clause and is taken for the object: "AGENTEN sloegen X"."""
    tokens = context.sentence.tokens
    if subject.first < verb:
        return ()
    return tuple(i for i in range(verb) if tokens[i].head == verb and tokens[i].dep == "obj")


def _names(tokens: tuple[Token, ...], i: int, subject: Reference) -> bool:
    """Whether the phrase of token ``i`` is the subject's own: "blogger X", "X, a blogger"."""
    apart = {j for j, t in enumerate(tokens) if t.head == i and t.dep in ("appos", "nmod", "flat")}
    apart |= {j for j, t in enumerate(tokens) if t.head == i and t.dep == "nmod:desc"}
    first, end = phrase(tokens, i)
    inside = {*range(first, end), *apart, tokens[i].head if tokens[i].dep in _NAMED else i}
    return any(subject.begin <= j < subject.end for j in inside)


def _verb(tokens: tuple[Token, ...], trigger: Trigger) -> int:
    """The verb of the trigger: itself, or the verb over a phrase such as "in custody"."""
    inside = range(trigger.first, trigger.end)
    at = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), inside[0])
    for _ in tokens:
        if tokens[at].pos in ("VERB", "AUX") or tokens[at].head == at:
            break
        at = tokens[at].head
    return at


def _acting(context: Context, verb: int) -> Iterator[int]:
    """The subjects of a verb; of a relative clause whom it is about: "X, WHO saw him last week"."""
    tokens = context.sentence.tokens
    relative = context.language.words("pronouns", "relative")
    for i in subjects(tokens, verb):
        whose = tokens[verb].dep == "acl:relcl" and tokens[i].lower in relative
        yield tokens[verb].head if whose else i


def _by_phrases(context: Context, verb: int) -> Iterator[int]:
    by = context.language.words("attribution", "by")
    tokens = context.sentence.tokens
    for i, token in enumerate(tokens):
        if token.dep not in _BY or _timed(context, i) or not _of_verb(context, i, verb):
            continue
        case = [t for t in tokens if t.head == i and t.dep == "case" and t.lower in by]
        described = i > 1 and tokens[i - 1].head == i and tokens[i - 1].dep == "amod"
        if case or (described and tokens[i - 2].lower in by and tokens[i - 2].head == i - 1):
            yield i


def _of_verb(context: Context, i: int, verb: int) -> bool:
    """Whether the phrase is the verb's, though a parser may hang it on what stands between.

    "beaten with batons BY OFFICERS", "taken on 3 May BY POLICE": no tool or day is by anyone.
    """
    tokens, over = context.sentence.tokens, context.sentence.tokens[i].head
    if over == verb:
        return True
    if not verb < over < i or tokens[over].head != verb or not tokens[over].dep.startswith("obl"):
        return False
    tools = context.language.words("attribution", "with")
    tool = any(t.head == over and t.dep == "case" and t.lower in tools for t in tokens)
    return tool or _timed(context, over)


def _timed(context: Context, i: int) -> bool:
    return any(span.first <= i < span.end for span in (*context.dates, *context.durations))


def subjects(tokens: tuple[Token, ...], verb: int) -> Iterator[int]:
    """The subjects of a verb in the active."""
    yield from (
        i for i, t in enumerate(tokens) if t.head == verb and t.dep == "nsubj" and i != verb
    )


def phrase(
    tokens: tuple[Token, ...], head: int, genitives: frozenset[str] | None = None
) -> tuple[int, int]:
    """The tokens of the phrase round its head, relative clauses and its preposition left out.

    With ``genitives``, only those prepositions lead to more of it: "agents OF the ministry".
    """
    inside = {head}
    for _ in range(4):
        inside |= {
            i
            for i, t in enumerate(tokens)
            if t.head in inside
            and t.dep in _INSIDE
            and not (t.head == head and t.dep == "case")
            and not (t.dep == "nmod" and _led(tokens, i, genitives))
        }
    return run(inside, head)


def _led(tokens: tuple[Token, ...], i: int, genitives: frozenset[str] | None) -> bool:
    """Whether a preposition that is none of these leads the phrase of token ``i``."""
    cases = {t.lower for t in tokens if t.head == i and t.dep == "case"}
    return genitives is not None and bool(cases - genitives)
