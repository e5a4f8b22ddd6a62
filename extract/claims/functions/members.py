"""Who is named of a group of people: "ten people, AMONG THEM X", "three were held: A, B and C"."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.expressions import number
from extract.syntax import Tree


def named_among(context: Context, phrase: frozenset[int]) -> Group:
    """Who is named of a group after it: "22 people, AMONG THEM X and Y"."""
    lists = context.language.words("clauses", "lists")
    for group in context.groups:
        at = group[0].begin
        at -= context.lower(at - 1) in context.language.words("names", "articles")
        words = (context.lower(at - 1), f"{context.lower(at - 2)} {context.lower(at - 1)}")
        width = next((n for n, word in enumerate(words, 1) if word in lists), 0)
        before = at - width - 1 - (context.lower(at - width - 1) in (",", "(", "-", "–"))
        if width and {before, before - 1} & phrase:
            return group
        if width and _put_after(context, before, phrase):
            return group
    return ()


def _put_after(context: Context, before: int, phrase: frozenset[int]) -> bool:
    """Whether a list stands behind the verb of people: "ten PEOPLE were held, among them X".

    Not where the sentence speaks of more people before it: it may be of any.
    """
    tree = context.tree
    if tree is None or before < 0 or context.lower(before + 1) not in (",", "(", "-", "–"):
        return False
    crowds = [i for i in range(before + 1) if _people(context, i)]
    tops = [i for i in crowds if not tree.tokens[i].dep.startswith("conj")]
    if len(tops) != 1 or tops[0] not in phrase:
        return False
    verb = tree.head(tops[0])
    return verb is not None and verb in (before, *tree.above(before))


def _people(context: Context, i: int) -> bool:
    """Whether the token is a noun for people in the plural."""
    tree = context.tree
    token = context.sentence.tokens[i]
    if tree is None or tree.tokens[i].pos != "NOUN":
        return False
    crowd = token.lower in context.language.words("people", "crowds")
    return crowd or ("Number=Plur" in token.morph and context.listed(i, "names", "persons"))


def counted_out(context: Context, tree: Tree, i: int) -> Group:
    """Those who are named after their number: "three people were held: A, B and C"."""
    numbers = [context.lower(k) for k in tree.dependents(i, "nummod")]
    counts = [count for word in numbers if (count := number(word, context.language))]
    people = any(context.listed(i, *path) for path in (("names", "persons"), ("people", "crowds")))
    if not counts or not people:
        return ()
    for group in context.groups:
        before = context.lower(group[0].begin - 1)
        near = group[0].begin - 2 == i or before == ":"
        if group[0].begin > i and near and before in (":", ",", "(", "–", "—"):
            named = [ref for ref in group if ref.form == "name"]
            return group if len(named) == len(group) == counts[0] else ()
    return ()


def listing(context: Context, i: int) -> bool:
    """Whether some of a group are named after token ``i``: "such as X", "including X"."""
    lists = context.language.words("clauses", "lists")
    starts = [group[0].begin for group in context.groups if group[0].begin > i]
    near = range(i + 1, max(starts, default=i + 1))
    return any(
        context.lower(at) in lists or f"{context.lower(at)} {context.lower(at + 1)}" in lists
        for at in near
    )
