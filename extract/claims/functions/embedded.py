"""Functions over more than one clause: whom a demand is for, whom a list of others names."""

from __future__ import annotations

from dataclasses import replace

from extract.claims.context import Context
from extract.claims.functions import verbal
from extract.claims.functions.groups import Group
from extract.claims.functions.owners import of
from extract.claims.functions.parsed import object_
from extract.claims.functions.persons import persons
from extract.claims.reach import head
from extract.claims.triggers import Trigger

_OPENING = frozenset(':-–—•*!"“”‘')


def sought(context: Context, trigger: Trigger) -> Group:
    """Whom the words over which the trigger stands would set free.

    "DEMANDED that X be released", "its CALL for them to be let go", "URGED the king to pardon X".
    """
    tree = context.tree
    if tree is None:
        return ()
    for i in sorted(tree.below(head(tree, trigger))):
        if i >= trigger.end and context.listed(i, "calls", "freeing"):
            verb = replace(trigger.frame, pos="verb", triggers=())
            acted = replace(trigger, frame=verb, first=i, end=i + 1)
            if tree.tokens[i].pos == "NOUN":
                noun = replace(trigger.frame, pos="noun", triggers=())
                return of(context, replace(trigger, frame=noun, first=i, end=i + 1)) or ()
            marks = context.language.words("calls", "infinitive")
            if context.lower(i - 1) in marks:
                return _next(context, i)  # whom the infinitive has before it is asked to do it
            if context.lower(i - 2) in marks:  # "called for X TO BE FREED"
                bare = (group for group in context.groups if group[-1].end == i - 2)
                return next(bare, ()) or object_(context, acted) or ()
            return object_(context, acted) or ()
    return ()


def prosecuted(context: Context, trigger: Trigger) -> Group:
    """The deep object, unless people act on it: who accuses another brings no charge."""
    tree = context.tree
    found = object_(context, trigger)
    found = verbal.object_(context, trigger) if found is None else found
    if tree is None:
        return found
    verb = head(tree, trigger)
    over = [i for i in (verb, *tree.above(verb)) if tree.subjects(i)][:1]
    after = bool(found) and found[0].first >= trigger.end
    acted = [i for top in over if after or top == verb for i in tree.subjects(top)]
    if not tree.passive(verb) and any(persons(context, tree, i) not in ((), found) for i in acted):
        return ()
    before = any(r.end == trigger.first for r in context.references if r.kind == "person")
    return () if before and after else found


def exhorted(context: Context, trigger: Trigger) -> Group:
    """Whom a cry or a headline would set free: "FREE X!", "COUNTRY: RELEASE jailed editor X".

    The verb in its base form opens the sentence or what follows a colon, and the name follows.
    """
    tokens, i = context.sentence.tokens, trigger.first
    opens = not i or tokens[i - 1].text in _OPENING
    if not opens or context.lower(i) not in trigger.frame.triggers:
        return ()
    for j in range(trigger.end, min(trigger.end + 6, len(tokens))):
        group = next((g for g in context.groups if g[0].begin == j), None)
        if group is not None:
            return tuple(ref for ref in group if ref.form == "name")
        if tokens[j].pos not in ("ADJ", "NOUN", "PROPN", "DET", "VERB", "ADP"):
            return ()
        if tokens[j].pos == "ADP" and tokens[j].lower not in context.language.words(
            "names", "genitives"
        ):
            return ()
    return ()


def _next(context: Context, i: int) -> Group:
    """The group right after the infinitive ``i``, titles and articles passed over."""
    near = (group for group in context.groups if i < group[0].begin <= i + 4)
    return next(near, ())


def equated(context: Context, trigger: Trigger) -> Group:
    """Who the subject is said to be: "among THOSE ARRESTED was X", "one of the detainees is X"."""
    tree = context.tree
    if tree is None:
        return ()
    top = tree.clause(head(tree, trigger))
    if trigger.first <= top < trigger.end:
        top = next((i for i in tree.above(top) if tree.heads_clause(i)), top)
    for i in (top, *tree.subjects(top)):
        if not trigger.first <= i < trigger.end and (found := persons(context, tree, i)):
            return found
    return ()
