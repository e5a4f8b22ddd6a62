"""Whom a noun describes: "journalist X", "X, a lawyer and member of Y", "X is a doctor".

Surface first: an apposition is a matter of what stands next to what, which a parser often misses
in lists and headlines. What the noun predicates is read from the tree.
"""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.discourse import last_person
from extract.claims.functions import nominal
from extract.claims.functions.after_name import after_name
from extract.claims.functions.before_name import before_name
from extract.claims.functions.groups import Group
from extract.claims.functions.noun import adjectival
from extract.claims.functions.persons import persons
from extract.claims.triggers import Trigger


def described(context: Context, trigger: Trigger) -> Group:
    """The persons whom the trigger noun introduces, is said of, or stands for."""
    for rule in (before_name, after_name, _predicate, _description, nominal.signed):
        if found := rule(context, trigger):
            return found
    return nominal.apposition(context, trigger) if context.tree is None else ()


def said_of(context: Context, trigger: Trigger) -> Group:
    """Of whom the noun is said after the name: "X, a N, was ..." or "X is a N"."""
    return after_name(context, trigger) or _predicate(context, trigger)


def _predicate(context: Context, trigger: Trigger) -> Group:
    """Of whom it is said: "X is a N", "X, who was a N", "X works as a N", "X became N"."""
    tree = context.tree
    if tree is None:
        return ()
    at = trigger.end - 1
    inner = ("amod", "compound", "nmod", "nmod:desc", "nummod")  # "X is 24 JAAR"
    if adjectival(trigger) and tree.tokens[at].dep in inner:
        at = tree.tokens[at].head
    while tree.tokens[at].dep.startswith("conj") and tree.head(at) is not None:
        at = tree.tokens[at].head
    if tree.has(at, "cop"):
        return _subject_of(context, at)
    above, case = tree.head(at), tree.case(at)
    if above is None:
        return ()
    serving = context.listed(above, "standing", "serving")
    role = case is not None and tree.tokens[case].lower in context.language.words("clauses", "as")
    becoming = context.listed(above, "standing", "becoming") and case is None
    if (serving and role) or (becoming and tree.tokens[at].dep in ("xcomp", "obj")):
        return _subject_of(context, above)
    return ()


def _subject_of(context: Context, verb: int) -> Group:
    tree = context.tree
    assert tree is not None
    for i in tree.subjects(verb):
        found = persons(context, tree, i)
        return found if all(ref.form != "unnamed" for ref in found) else ()
    above = tree.head(verb)
    if above is not None and tree.tokens[verb].dep.startswith("acl"):
        return persons(context, tree, above)
    if above is not None and tree.tokens[verb].dep.startswith("conj"):
        return _subject_of(context, above)
    return ()


def _description(context: Context, trigger: Trigger) -> Group:
    """Whom the noun stands for, where it is known: "the editor was arrested"."""
    for ref in context.references:
        if ref.form != "description" or not ref.referent:
            continue
        within = ref.first <= trigger.first and trigger.end <= ref.end
        if not within or not (ref.end == trigger.end or adjectival(trigger)):
            continue
        after = context.sentence.tokens[ref.end : ref.end + 1]
        if not after or (after[0].pos not in ("NOUN", "PROPN", "PART") and not after[0].capital):
            return (ref,)
        if adjectival(trigger) and ref.end == trigger.end and not after[0].capital:
            # "the 68-year-old cleric" is nobody for certain where two were named before it
            alone = last_person(context, trigger) == ref.referent
            return (ref,) if alone and context.listed(ref.end, "names", "persons") else ()
    return ()
