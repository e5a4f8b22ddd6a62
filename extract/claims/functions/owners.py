"""Whose a noun is, and whose the thing is that a verb acts on: "upheld the sentence of X"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.claims.functions.persons import persons
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.syntax import Tree

_ACTED_ON = ("nsubj:pass", "obj", "nsubj", "obl", "ccomp", "xcomp")
_DEPTH = 2


def of(context: Context, trigger: Trigger) -> Group | None:
    """Whose the trigger noun is; of a verb, whose its object or passive subject is."""
    tree = context.tree
    if tree is None:
        return None
    top = head(tree, trigger)
    if trigger.frame.pos == "noun":
        return _owner(context, tree, top, _genitive(context)) or None
    links = _genitive(context) | context.language.words("clauses", "aimed_at")
    acted_on = [*_acted_on(tree, tree.clause(top) if trigger.frame.pos == "phrase" else top)]
    for noun in acted_on:
        if found := _owner(context, tree, noun, links, _DEPTH):
            return found
    return () if any(_of_others(context, tree, noun) for noun in acted_on) else None


def _of_others(context: Context, tree: Tree, noun: int) -> bool:
    """Whether it is that of people without a name: "the verdicts of six STUDENTS"."""
    return any(context.listed(i, "names", "persons") for i in tree.dependents(noun, "nmod"))


def _genitive(context: Context) -> frozenset[str]:
    return context.language.words("clauses", "case_of")


def _acted_on(tree: Tree, verb: int) -> Iterator[int]:
    """What the verb acts on, the likeliest first; of "the sentence, which was upheld", that."""
    for label in _ACTED_ON:
        yield from (i for i in tree.children[verb] if tree.tokens[i].dep == label)
    above = tree.head(verb)
    if above is not None and tree.tokens[verb].dep.startswith("acl"):
        yield above


def _owner(context: Context, tree: Tree, noun: int, links: frozenset[str], depth: int = 0) -> Group:
    """Who owns the noun: its possessive, a phrase with one of the links, or one within such."""
    for i in tree.children[noun]:
        token, case = tree.tokens[i], tree.case(i)
        linked = case is not None and tree.tokens[case].lower in links
        if token.dep == "nmod:poss" or (token.dep.startswith(("nmod", "obl")) and linked):
            found = persons(context, tree, i)
            if found or (depth and (found := _owner(context, tree, i, links, depth - 1))):
                return found  # "in the case of X"
        imposed = depth and token.dep == "acl"  # "imposed on X"
        if imposed and (found := _owner(context, tree, i, links, depth - 1)):
            return found
    return ()
