"""What a sentence's negations, hedges and plans have in their scope, read off its tree.

A word bears on a trigger where it depends on the trigger, on its predicate, or on a verb that
the predicate completes: in "he was freed, though the charges were not dropped" the "not" bears on
the charges alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.syntax import Tree

_ARGUMENTS = ("obj", "nsubj", "iobj")
_COMPLETING = ("obl", "advcl")
_LIGHT = ("obj", "iobj", "nsubj:pass", "compound:prt", "nmod")


def bears(context: Context, trigger: Trigger, i: int, *, shared: bool = False) -> bool:
    """Whether token ``i`` bears on the trigger.

    ``shared`` says that the word bears on coordinated verbs too, as an auxiliary does.
    """
    tree = context.tree
    if tree is None:
        return True
    spine = {*_completed(tree, trigger), *_spine(tree, trigger, shared=shared)}
    spine |= _permitted(context, tree, trigger)
    if i in spine and not trigger.first <= i < trigger.end:
        return True
    above = tree.head(i)
    if above is None:
        return False
    if above in spine or _alone(context, trigger, i):
        return True
    # "no charges were brought": a determiner bears through the noun on the verb
    up = tree.head(above)
    determiner = tree.tokens[i].dep.startswith("det") or tree.tokens[i].pos == "DET"
    role = context.lower(i + 1) in context.language.words("clauses", "as")  # "NIET als gevangene"
    if tree.tokens[i].pos == "ADV" and (role or tree.case(above) == i + 1):  # "NIET tot acht jaar"
        return any(node in spine for node in list(tree.above(above))[:2])
    return determiner and up in spine and tree.tokens[above].dep.partition(":")[0] in _ARGUMENTS


def _permitted(context: Context, tree: Tree, trigger: Trigger) -> frozenset[int]:
    """The verb that gives leave for it: "was not GIVEN permission to meet her"."""
    at = head(tree, trigger)
    noun = tree.head(at)
    if noun is None or tree.tokens[at].dep != "acl":
        return frozenset()
    over = tree.head(noun)
    leave = over is not None and context.listed(noun, "status", "permissions")
    return frozenset({noun, over}) if leave and over is not None else frozenset()


def _alone(context: Context, trigger: Trigger, i: int) -> bool:
    """Whether ``i`` is the one finite verb of the clause of a participle, wherever it is hung."""
    tree = context.tree
    if tree is None or trigger.frame.pos != "verb" or tree.tokens[i].pos != "AUX":
        return False
    clause, top = clause_at(context.clauses, i), head(tree, trigger)
    if not clause.holds(top) or "VerbForm=Part" not in tree.tokens[top].morph:
        return False
    finite = (j for j in range(clause.first, clause.end) if "VerbForm=Fin" in tree.tokens[j].morph)
    return list(finite) == [i]


def in_clause(context: Context, trigger: Trigger, i: int) -> bool:
    """Whether the adverb ``i`` is in the clause of the trigger's verb, wherever it is attached.

    Rather a claim too few than a "not" that was hung on the wrong word.
    """
    tree = context.tree
    if tree is None or trigger.frame.pos != "verb" or tree.tokens[i].pos != "ADV":
        return False
    top = head(tree, trigger)
    predicate = tree.clause(i)
    lost = tree.tokens[predicate].pos not in ("VERB", "AUX", "ADJ")  # hung on no predicate at all
    shared = clause_at(context.clauses, i).holds(top) and (lost or predicate == tree.clause(top))
    return shared and tree.clause(top) in (top, tree.tokens[top].head)


def _completed(tree: Tree, trigger: Trigger) -> Iterator[int]:
    """The verb that is part of what a frame of a phrase or noun says.

    It reads persons off that verb ("TAKEN into custody"), or asks for it ("the hearing was
    ADJOURNED").
    """
    at, frame = head(tree, trigger), trigger.frame
    above = tree.head(at)
    if above is None or frame.pos == "verb" or tree.tokens[above].pos not in ("VERB", "ADJ"):
        return
    completing = tree.tokens[at].dep.partition(":")[0] in _COMPLETING
    read_off = completing and not {"object", "subject"}.isdisjoint(frame.subject)
    if read_off or not tree.tokens[above].lemmas.isdisjoint(frame.requires):
        yield above


def _spine(tree: Tree, trigger: Trigger, *, shared: bool) -> Iterator[int]:
    """The trigger's head, its predicate, and the verbs that these complete."""
    at = head(tree, trigger)
    yield at
    while (above := tree.head(at)) is not None:
        dep = tree.tokens[at].dep
        verbal = tree.tokens[at].pos in ("VERB", "AUX")
        joined = shared and dep.startswith("conj")
        if not (dep == "xcomp" or joined or (not verbal and dep.startswith(_LIGHT))):
            return
        if dep.startswith("nmod") and tree.tokens[above].pos in ("VERB", "AUX"):
            return
        at = above
        yield at


def completes(context: Context, trigger: Trigger, *path: str) -> int | None:
    """The verb of a list of the lexicon whose object or complement the trigger is, or None.

    "refused to RELEASE her", "rejected the request for his RELEASE", "denies that she was BEATEN".
    """
    tree = context.tree
    if tree is None:
        return None
    at = head(tree, trigger)
    while (above := tree.head(at)) is not None:
        dep = tree.tokens[at].dep
        if dep.startswith("obl") and _caused(context, tree, at):
            return None  # "declined to answer DUE TO the charge"
        governs = dep.startswith(("obj", "xcomp", "ccomp", "nsubj:pass", "csubj:pass", "obl"))
        governs = governs or _gerund(tree, at)
        governs = governs or (dep == "acl" and tree.tokens[above].pos == "NOUN")
        asked = context.listed(at, "status", "requests")  # "his REQUEST for release was denied"
        governs = governs and not (dep == "nsubj:pass" and at != head(tree, trigger) and not asked)
        outside = not trigger.first <= above < trigger.end
        if governs and outside and _listed(context, tree, above, path):
            return above
        if not dep.startswith(("obj", "nmod", "xcomp", "ccomp", "compound", "acl", "obl")):
            return None
        if dep == "acl:relcl" or (dep == "acl" and tree.tokens[above].pos != "NOUN"):
            return None
        at = above
    return None


def _listed(context: Context, tree: Tree, verb: int, path: tuple[str, ...]) -> bool:
    """Whether the verb, alone or with its particle, is in the list: "TURNED it DOWN"."""
    words = context.language.words(*path)
    parts = [tree.tokens[i].lower for i in tree.dependents(verb, "compound:prt")]
    phrasal = {f"{lemma} {part}" for lemma in tree.tokens[verb].lemmas for part in parts}
    return context.listed(verb, *path) or not words.isdisjoint(phrasal)


def _caused(context: Context, tree: Tree, i: int) -> bool:
    """Whether the phrase is a cause: "due to", "because of"."""
    case = tree.case(i)
    words = f"{context.lower(case)} {context.lower(case + 1)}" if case is not None else ""
    return words in context.language.words("status", "causes")


def _gerund(tree: Tree, i: int) -> bool:
    """Whether it is a gerund with nothing that opens a clause: "denied HAVING her in custody"."""
    return "VerbForm=Ger" in tree.tokens[i].morph and not tree.has(i, "mark", "case")


def passive(context: Context, i: int) -> bool:
    """Whether the verb ``i`` is in the passive."""
    return context.tree is not None and context.tree.passive(i)
