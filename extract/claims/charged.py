"""What somebody is charged with: words that say what is held against them, and not that it is so.

"X is accused of beating Y" beats nobody yet, and what is dated in the wording is the deed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.claims.reach import all_triggers, head
from extract.claims.roles.charges.items import offences
from extract.claims.roles.charges.places import heads
from extract.claims.triggers import Trigger
from extract.expressions import ValueSpan
from extract.syntax import Tree

_WORDING = frozenset({"advcl", "xcomp", "ccomp", "obl", "acl", "nmod", "obj"})
_UNDERGOING = frozenset({"object", "cause-subject", "alone"})
_INNER = ("obj", "nmod", "obl", "xcomp", "ccomp", "conj", "compound", "iobj")


def charging(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger stands in the wording of a charge: "accused of BEATING Y"."""
    tree = context.tree
    if tree is None:
        return False
    return _worded(context, trigger) or charge_over(context, tree, head(tree, trigger)) is not None


def victims(context: Context, trigger: Trigger, function: str, found: Group) -> Group:
    """Those found to whom it was done; in the wording of a charge not whoever is charged.

    "Charged with ASSAULTING an officer" says of nobody outside those words that they were beaten.
    """
    tree = context.tree
    acts = tree is not None and not tree.passive(head(tree, trigger))
    if function not in _UNDERGOING or not acts or not charging(context, trigger):
        return found
    over = charge_over(context, tree, head(tree, trigger)) if tree is not None else None
    opens = [first for _, first, end in _wordings(context) if first <= trigger.first < end]
    begins = min([*opens, *([] if over is None else [over + 1])], default=0)
    return tuple(ref for ref in found if ref.first >= begins)


def _worded(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger stands in the offence of another trigger of the sentence."""
    return any(
        first <= trigger.first < end
        for other, first, end in _wordings(context)
        if other.type is not trigger.type
    )


@lru_cache(maxsize=4)
def _wordings(context: Context) -> tuple[tuple[Trigger, int, int], ...]:
    return tuple(_each_wording(context))


def _each_wording(context: Context) -> Iterator[tuple[Trigger, int, int]]:
    """The offences of each charge or judgment; why somebody was but arrested is told as so."""
    tree = context.tree
    for trigger in all_triggers(context) if tree is not None else ():
        role = trigger.type.role("charge")
        places = trigger.frame.roles.get("charge", role.places if role is not None else ())
        if tree is None or "charge" not in places or trigger.type.custody != "none":
            continue
        at = next(heads(context, tree, trigger), None)
        if at is not None:
            yield from ((trigger, first, end) for first, end in offences(context, tree, at))


def charge_over(context: Context, tree: Tree, i: int) -> int | None:
    """The word of the charge in whose wording token ``i`` stands, or None."""
    at = i
    while (above := tree.head(at)) is not None:
        if _charges(context, tree, above, at):
            return above
        dep = tree.tokens[at].dep
        inner = dep.startswith(_INNER) and not _beside(tree, at, above)
        if dep == "acl:relcl" or not (inner or _participial(tree, at)):
            return None
        at = above
    return None


def _beside(tree: Tree, at: int, above: int) -> bool:
    """Whether it is a verb that goes on with the charge's own: "convicted of fraud and JAILED"."""
    joined = tree.tokens[at].dep.startswith("conj")
    return joined and tree.participle(at) and not tree.participle(above)


def _participial(tree: Tree, at: int) -> bool:
    """Whether it is what is said of a thing without a clause of its own: "a post PUBLISHED in"."""
    return tree.tokens[at].dep == "acl" and not tree.has(at, "mark", "nsubj")


def _charges(context: Context, tree: Tree, word: int, wording: int) -> bool:
    """Whether the word opens a charge of which the other heads the wording."""
    dep = tree.tokens[wording].dep.partition(":")[0]
    if dep not in _WORDING or wording < word or context.listed(word, "names", "persons"):
        return False
    marks = [context.lower(i) for i in tree.dependents(wording, "case", "mark")]
    opened = marks[:1] and marks[0] in context.language.words("charges", "prepositions")
    if tree.tokens[word].pos == "NOUN":
        told = marks[:1] and marks[0] in context.language.words("clauses", "saying_openers")
        return bool(opened or told) and context.listed(word, "charges", "nouns")
    if context.listed(word, "status", "accusing"):  # "ervan beschuldigd X te hebben geslagen"
        return bool(opened) or (dep in ("xcomp", "ccomp") and bool(marks))
    return bool(opened) and context.listed(word, "status", "prosecuting")


def of_deed(context: Context, span: ValueSpan, trigger: Trigger) -> bool:
    """Whether the date after a charge is that of the deed: "accused of having fought in 2012"."""
    tree, role = context.tree, trigger.type.role("charge")
    if tree is None or role is None or span.first < trigger.first:
        return False
    top = head(tree, trigger)
    node = next((i for i in tree.above(span.first) if not span.first <= i < span.end), top)
    wording = _child(tree, top, node)
    custody = trigger.type.custody != "none"
    happening = context.listed(node, "dating", "happenings")
    if wording is None or not _opened(context, tree, wording):
        now = _accuses_now(context, tree, trigger) and "/" not in span.value
        return now or (wording is not None and happening and not custody)
    happened = happening or _participial(tree, node)
    if happened or custody:
        return happened
    clausal = tree.tokens[wording].pos == "VERB"
    held = context.listed(top, "status", "accusing") or tree.tokens[top].pos == "NOUN"
    return (clausal and (held or tree.has(wording, "aux"))) or _accuses_now(context, tree, trigger)


def _child(tree: Tree, top: int, node: int) -> int | None:
    """What hangs on the charge itself, of the words over the date; None where nothing does."""
    at = node
    while (above := tree.head(at)) is not None and tree.tokens[at].dep != "acl:relcl":
        if above == top:
            return at
        at = above
    return None


def _opened(context: Context, tree: Tree, wording: int) -> bool:
    """Whether a preposition of charges opens it, or it is the infinitive that stands for it."""
    marks = [context.lower(i) for i in tree.dependents(wording, "case", "mark")]
    opening = context.language.words("charges", "prepositions")
    return bool(marks) and (marks[0] in opening or tree.tokens[wording].dep == "xcomp")


def _accuses_now(context: Context, tree: Tree, trigger: Trigger) -> bool:
    """Whether somebody still is accused: what is dated came before."""
    top = head(tree, trigger)
    if not context.listed(top, "status", "accusing"):
        return False
    above = tree.head(top)
    standing = () if above is None or tree.tokens[top].dep != "acl" else (above,)
    verbs = (top, *tree.dependents(top, "aux"), *standing)  # "STANDS accused"
    finite = [i for i in verbs if "VerbForm=Fin" in tree.tokens[i].morph]
    perfect = context.language.words("clauses", "perfect_auxiliaries")
    now = any("Tense=Pres" in tree.tokens[i].morph for i in finite)
    return now and not any(context.lower(i) in perfect for i in finite)
