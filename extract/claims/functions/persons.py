"""Persons that a nominal of the dependency tree names or stands for.

A nominal is a name, a noun with a name in it ("director X"), or a relative pronoun, which stands
for whom its clause is about. What a preposition or possession sets apart is somebody else.
"""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import Group, all_groups
from extract.claims.functions.members import counted_out, listing, named_among
from extract.mentions.references import Reference
from extract.syntax import Tree

_NESTED = frozenset({"acl", "advcl", "ccomp", "parataxis", "csubj", "orphan"})
_PART_OF_NAME = frozenset({"appos", "flat", "compound", "nmod:desc", "amod", "nummod"})


def persons(context: Context, tree: Tree, i: int) -> Group:
    """The group of persons that the nominal headed by token ``i`` names or stands for."""
    if relative(context, tree, i):
        return _antecedent(context, tree, i)
    phrase = frozenset(k for k in tree.below(i, _NESTED) if k == i or tree.clause(k) != k)
    found: list[Group] = []
    for group in all_groups(context):
        first = group[0]
        if first.form == "unnamed" and not first.referent:
            continue
        here = [ref for ref in group if any(ref.begin <= k < ref.end for k in phrase)]
        inside = bool(here)
        bare = any(
            not _governed(context, tree, _noun(ref), i) and not _prefixed(context, tree, ref, i)
            for ref in here
        )
        if bare and (not found or _joined(tree, first.first, i)):
            found.append(group)
        elif not inside and group[-1].begin <= i < group[-1].end and _apart(tree, first.first):
            found.append(group)  # "X en Y werden ...", of which the parser hangs Y alone
    if found:
        return tuple(ref for group in found for ref in group)
    above = tree.head(i)
    if above is not None and tree.tokens[i].dep in _PART_OF_NAME and tree.case(i) is None:
        return persons(context, tree, above)
    return named_among(context, phrase) or counted_out(context, tree, i)


def _noun(ref: Reference) -> int:
    """The token of a reference that its phrase hangs on: the noun of "her HUSBAND"."""
    return ref.end - 1 if ref.form == "description" else ref.first


def _apart(tree: Tree, i: int) -> bool:
    """Whether the parser left a name beside the sentence."""
    return tree.tokens[i].dep in ("parataxis", "dep")


def _joined(tree: Tree, at: int, top: int) -> bool:
    """Whether the name is of a coordinated noun: "director X and DEPUTY Y"."""
    within = [at]
    for node in tree.above(at):
        if node == top:
            break
        within.append(node)
    return any(tree.tokens[node].dep == "conj" for node in within) and not any(
        tree.tokens[node].dep.startswith(("nmod", "acl", "obl", "nsubj")) for node in within
    )


def _prefixed(context: Context, tree: Tree, ref: Reference, i: int) -> bool:
    """Whether a preposition that the tree does not know of stands before the name."""
    at = context.governor(ref.begin)
    if at is None or at == tree.case(i) or tree.tokens[at].dep != "case":
        return False
    lists = context.language.words("clauses", "lists")
    words = (context.lower(at), f"{context.lower(at - 1)} {context.lower(at)}")
    return ref.begin - at == 1 and not lists & {*words} and tree.case(tree.tokens[at].head) == at


def relative(context: Context, tree: Tree, i: int) -> bool:
    """Whether the token is a relative pronoun."""
    token = tree.tokens[i]
    return "PronType=Rel" in token.morph or (
        token.pos == "PRON" and token.lower in context.language.words("pronouns", "relative")
    )


def named_later(context: Context, tree: Tree, i: int) -> bool:
    """Whether a relative pronoun may stand for who is named after its clause: "those who ..., X".

    Of "ten journalists who ..." nobody is named, unless some are listed ("such as X").
    """
    above = tree.head(tree.clause(i))
    anyone = above is not None and "PronType=Ind" in tree.tokens[above].morph  # "someone who"
    noun = above is not None and (anyone or tree.tokens[above].pos == "NOUN") and above < i
    return relative(context, tree, i) and (not noun or listing(context, i))


def _antecedent(context: Context, tree: Tree, i: int) -> Group:
    """Whom a relative pronoun stands for: the noun over its clause, or who is set off before it."""
    clause = tree.clause(i)
    above = tree.head(clause)
    if above is None or not tree.tokens[clause].dep.startswith("acl"):
        return set_off(context, i)
    return persons(context, tree, above) or set_off(context, i)


def set_off(context: Context, i: int) -> Group:
    """The group that ends at the comma before token ``i``: what parsers hang elsewhere is theirs.

    An age or a bracket may stand between: "X, 71, ACCUSED of sedition".
    """
    at = i - 1 if context.lower(i - 1) == "," else -1
    while at > 0:
        group = next((group for group in context.groups if group[-1].end == at), None)
        if group is not None:
            return group if group[0].form in ("name", "unnamed") else ()
        mark = "(" if context.lower(at - 1) == ")" else ","
        before = range(at - 1, max(-1, at - 9), -1)
        opened = next((k for k in before if context.lower(k) == mark), -1)
        inside = context.sentence.tokens[opened + 1 : at]
        if opened < 0 or not any(token.text.isdecimal() for token in inside) or len(inside) > 6:
            return ()
        at = opened
    return ()


def _governed(context: Context, tree: Tree, at: int, top: int) -> bool:
    """Whether a preposition or possession stands between the name and the phrase's head.

    "the lawyer OF X" is not X; "activists SUCH AS X" are.
    """
    lists = context.language.words("clauses", "lists")
    below = None
    for node in (at, *tree.above(at)):
        if node == top:
            return False
        if tree.tokens[node].dep == "nmod:poss":
            return True
        # "a writer in TOWN, X, was": the name is of the writer, as no town is anybody
        beside = below is not None and tree.tokens[below].dep == "appos"
        case = None if beside and tree.tokens[node].pos == "PROPN" else tree.case(node)
        below = node
        if case is not None:
            words = f"{tree.tokens[case].lower} {context.lower(case + 1)}"
            if tree.tokens[case].lower not in lists and words not in lists:
                return True
    return False
