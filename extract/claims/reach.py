"""Which words of a sentence may say when, where and for how long of one trigger.

The words of its clause and what depends on its predicate, without those that depend on the
predicate of another trigger: in "arrested on 3 March and sentenced to nine years", the nine years
are the sentence's.
"""

from __future__ import annotations

from functools import lru_cache

from extract.claims.clauses import base, clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger, triggers
from extract.expressions import ValueSpan
from extract.syntax import Tree
from ontology import ontology

_NOMINAL = frozenset({"acl", "advcl", "ccomp", "conj", "parataxis", "csubj", "appos"})
_NOTED = frozenset({"appos", "parataxis"})
_SEPARATE = ("conj", "advcl", "parataxis")


def head(tree: Tree, trigger: Trigger) -> int:
    """The token of the trigger on which its others depend: its verb, where it has one."""
    inside = range(trigger.first, trigger.end)
    tops = [i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    if trigger.frame.pos == "verb":
        return next((i for i in inside if tree.tokens[i].pos == "VERB"), (tops or [inside[0]])[0])
    return (tops or [inside[0]])[0]


@lru_cache(maxsize=4)
def all_triggers(context: Context) -> tuple[Trigger, ...]:
    """Every trigger of the sentence, found once; no verb is read as a noun, no noun as a verb."""
    found = tuple(
        t for t in triggers(context) if _readable(context, t) and not _in_a_name(context, t)
    )
    return tuple(t for t in found if not any(_part_of(context, t, other) for other in found))


def _part_of(context: Context, trigger: Trigger, other: Trigger) -> bool:
    """Whether the words for custody are what a judgment imposes: "given ten years IN JAIL"."""
    tree = context.tree
    if tree is None or trigger.type.custody == "none" or trigger.frame.pos == "verb":
        return False
    if other.type is trigger.type or not ontology().says(other.type.name, "judgment"):
        return False
    at, verb = head(tree, trigger), head(tree, other)
    while at != verb and tree.tokens[at].dep.startswith(("nmod", "obl", "compound", "advmod")):
        at = tree.tokens[at].head
    return at == verb != head(tree, trigger) and other.frame.pos == "verb"


def _in_a_name(context: Context, trigger: Trigger) -> bool:
    """Whether the words are part of what a body is called: "the Committee against TORTURE"."""
    if "apposition" in trigger.frame.subject or context.sentence.passage.kind == "heading":
        return False
    return any(
        ref.kind == "organisation"
        and ref.form == "name"
        and ref.first < trigger.first
        and trigger.end <= ref.end
        and context.sentence.tokens[trigger.first].capital
        for ref in context.references
    )


def _readable(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger may have the part of speech of its frame.

    Taggers take verbs of headlines for nouns, but not with an article or preposition of their own.
    """
    if trigger.frame.pos == "noun":
        return agrees(context, trigger)
    tree, i = context.tree, trigger.first
    if tree is None or trigger.frame.pos != "verb" or trigger.end - i > 1:
        return True
    owned = context.lower(i + 1) in context.language.words("clauses", "case_of")
    owned = owned and tree.tokens[i].dep.startswith(("obl", "nmod", "conj"))
    nominal = owned or tree.has(i, "det", "case", "nmod:poss")
    over = tree.head(i)
    governed = tree.tokens[i].dep in ("obj", "iobj") and over is not None
    nominal = nominal or (governed and tree.tokens[over or 0].pos == "VERB")
    # "charged WITH drug smuggling": the first half of what a preposition governs
    case = tree.case(over) if over is not None and tree.tokens[i].dep == "compound" else None
    nominal = nominal or (case is not None and case < i)
    return tree.tokens[i].pos != "NOUN" or not nominal


def agrees(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger's head has the part of speech of its frame, where a tagger ran."""
    tree = context.tree
    if tree is None or trigger.end - trigger.first > 1:
        return True
    token = tree.tokens[trigger.first]
    if trigger.frame.pos == "noun":
        return (
            token.pos not in ("VERB", "AUX")
            or "VerbForm=Ger" in token.morph
            # a compound that the tagger has never seen: "VAKBONDSACTIVIST X"
            or (token.dep == "amod" and context.listed(trigger.first, "names", "persons"))
        )
    return trigger.frame.pos != "verb" or token.pos in ("VERB", "AUX", "ADJ")


@lru_cache(maxsize=64)
def reach(context: Context, trigger: Trigger) -> tuple[int, ...]:
    """The tokens that may speak of the trigger, in order."""
    clause = clause_at(context.clauses, trigger.first)
    first = base(context.clauses, clause)
    near = {*range(first.first, first.end), *range(clause.first, clause.end)}
    tree = context.tree
    if tree is None:
        return tuple(sorted(near))
    own = _domain(context, tree, trigger)
    away = _of_others(context, tree, trigger) | _beside(tree, head(tree, trigger))
    return tuple(sorted((near | own) - (away - own)))


def reached(
    context: Context, trigger: Trigger, spans: tuple[ValueSpan, ...]
) -> tuple[ValueSpan, ...]:
    """The spans that begin within the trigger's reach."""
    within = frozenset(reach(context, trigger))
    return tuple(span for span in spans if span.first in within)


def _domain(context: Context, tree: Tree, trigger: Trigger) -> frozenset[int]:
    """What depends on the trigger's predicate and on no clause within it."""
    top = head(tree, trigger)
    if trigger.frame.pos == "noun":
        heading = tree.head(top) is None  # "Sentence: ten months"
        return frozenset(tree.below(top, _NOMINAL - _NOTED if heading else _NOMINAL))
    predicate = tree.clause(top)
    return frozenset(_own(tree, predicate)) | frozenset(_own(tree, top))


def _beside(tree: Tree, top: int) -> frozenset[int]:
    """What relative clauses below the trigger's predicate say of others: "X, whose son was ..."."""
    predicate = tree.clause(top)
    if tree.tokens[predicate].pos not in ("VERB", "AUX", "ADJ"):
        return frozenset()
    mine = {top, *tree.above(top)}
    clauses = (i for i in tree.below(predicate) if _set_off(tree, i))
    return frozenset(i for top in clauses if top not in mine for i in tree.below(top))


def _set_off(tree: Tree, i: int) -> bool:
    """Whether it is a relative clause, or a participle after a comma: "X, FREED in May, ..."."""
    if tree.tokens[i].dep == "acl:relcl":
        return True
    first = min(tree.below(i))
    return tree.tokens[i].dep == "acl" and first > 0 and tree.tokens[first - 1].text == ","


def _own(tree: Tree, i: int) -> set[int]:
    found = {i}
    for child in tree.children[i]:
        if not tree.heads_clause(child) or tree.tokens[child].dep == "xcomp":
            found |= _own(tree, child)
    return found


def _dates(trigger: Trigger) -> bool:
    """Whether a date beside the trigger is its own: a noun of something that happened."""
    return trigger.frame.pos == "noun" and trigger.type.nature == "event"


def _of_others(context: Context, tree: Tree, trigger: Trigger) -> frozenset[int]:
    top = head(tree, trigger)
    mine = tree.clause(top)
    found: set[int] = set()
    for other in all_triggers(context):
        if ontology().says(other.type.name, "standing"):
            continue
        at = head(tree, other)
        if other.first < trigger.end > other.end and not _set_before(tree, at, mine):
            found |= _said_before(tree, at, mine)
            continue
        if tree.tokens[top].head == at and not tree.tokens[top].dep.startswith(_SEPARATE):
            continue  # "found guilty on 3 May": the two are one event
        if other.frame.pos == "verb" and tree.clause(at) != mine:
            found |= _own(tree, tree.clause(at))
        elif other.type is trigger.type or at == top or at in tree.above(top):
            continue
        elif _dates(other):
            found |= set(tree.below(at, _NOMINAL)) - {at}
    return frozenset(found)


def _said_before(tree: Tree, at: int, mine: int) -> set[int]:
    """What follows an earlier verb with which the predicate is coordinated: it is that verb's."""
    if not tree.tokens[mine].dep.startswith("conj") or tree.tokens[at].pos != "VERB":
        return set()
    theirs = tree.clause(at)
    own = bool(tree.subjects(mine)) and tree.tokens[mine].head == theirs
    return {i for i in _own(tree, theirs) if at < i < mine} if own else set()


def _set_before(tree: Tree, at: int, predicate: int) -> bool:
    """Whether it is a participle set before the clause: "ARRESTED on 3 May, X was freed"."""
    beside = tree.tokens[predicate].dep == "parataxis" and tree.tokens[predicate].head == at
    return beside and tree.participle(at) and bool(tree.subjects(predicate))


def past(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger's predicate is in the past or the perfect."""
    tree = context.tree
    if tree is None:
        return False
    predicate = tree.clause(head(tree, trigger))
    verbs = (predicate, *tree.dependents(predicate, "aux", "cop"))
    plans = context.language.words("status", "plans")
    plans |= context.language.words("tense", "present")  # "wordt op 3 mei vrijgelaten"
    if any(tree.tokens[i].lower in plans for i in verbs):
        return False
    finite = any("Tense=Past" in tree.tokens[i].morph for i in verbs if i != predicate)
    return finite or tree.participle(predicate) or "Tense=Past" in tree.tokens[predicate].morph
