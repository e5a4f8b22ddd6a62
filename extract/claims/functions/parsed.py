"""Grammatical functions read off the dependency tree: subject and deep object.

The labels are Universal Dependencies'. Each rule answers with the group of persons that stands
there, with an empty one where the tree has something else there, or with None where the tree
does not say: the shallow rules then have their turn.
"""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import Group
from extract.claims.functions.persons import named_later, persons, relative, set_off
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.syntax import Tree

_CONTROLLED = frozenset({"xcomp", "advcl", "acl"})
_NOMINAL = ("appos", "compound", "nmod", "nsubj", "obj", "obl")


def subject(context: Context, trigger: Trigger) -> Group | None:
    """The subject of the trigger's predicate, its own or the one it shares."""
    tree = context.tree
    if tree is None:
        return None
    found = _subject(context, tree, tree.clause(head(tree, trigger)))
    return found or (None if trigger.frame.pos == "noun" else found)


def content_subject(context: Context, trigger: Trigger) -> Group:
    """The subject of the content clause that the trigger governs: "found it proven that X had"."""
    tree = context.tree
    if tree is None:
        return ()
    at = head(tree, trigger)
    for top in (at, tree.head(at)):
        for i in tree.dependents(top, "ccomp", "csubj", "acl") if top is not None else ():
            if found := _subject(context, tree, i):
                return found
    return ()


def object_(context: Context, trigger: Trigger) -> Group | None:
    """The deep object of the trigger: UD's obj, or the subject of a passive."""
    tree = context.tree
    if tree is None:
        return None
    verb = head(tree, trigger)
    if trigger.frame.pos in ("noun", "phrase") and tree.tokens[verb].pos not in ("VERB", "AUX"):
        verb = _carrier(tree, verb)
        if tree.tokens[verb].pos not in ("VERB", "AUX"):
            return None
    if tree.passive(verb):
        return _subject(context, tree, verb)
    if found := _meant_by_object_pronoun(context, tree, verb) or _given(context, tree, verb):
        return found
    if found := _dealt_to(context, tree, verb):
        return found
    objects = _objects(context, tree, verb)
    for i in objects:
        if found := persons(context, tree, i):
            return found
    acts = any(_acts(context, i) and i < verb for i in objects)
    if acts and any(i > verb or relative(context, tree, i) for i in tree.subjects(verb)):
        return _subject(context, tree, verb)  # "the man whom the police arrested", misread
    if objects:
        return ()
    bare = _without_object(context, tree, verb)
    return bare or _beside(context, tree, verb) or bare


def predicative(context: Context, trigger: Trigger) -> Group:
    """The subject of the predicate that the trigger is: "fell ILL", not "a DIABETIC, was"."""
    tree = context.tree
    if tree is None or tree.tokens[head(tree, trigger)].dep.startswith(_NOMINAL):
        return ()
    return subject(context, trigger) or ()


def acts_on_another(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger is a verb with an object after it: "to release REPORTERS" frees those."""
    tree = context.tree
    if tree is None or trigger.frame.pos != "verb":
        return False
    verb = head(tree, trigger)
    objects = (i for i in tree.dependents(verb, "obj") if i > verb)
    return not tree.passive(verb) and any(context.listed(i, "names", "persons") for i in objects)


def _meant_by_object_pronoun(context: Context, tree: Tree, verb: int) -> Group:
    """Whom "whom" stands for, where that opens the verb's clause: "X, WHOM the group considers"."""
    pronouns = context.language.words("pronouns", "relative_object")
    for i in range(verb - 1, max(-1, verb - 8), -1):
        if context.lower(i) in pronouns:
            end = i - (context.lower(i - 1) == ",")
            own = tree.head(i) == verb or tree.clause(i) in (verb, i)
            return next((g for g in context.groups if own and g[-1].end == end), ())
        if tree.tokens[i].pos in ("VERB", "SCONJ"):
            return ()
    return ()


def _given(context: Context, tree: Tree, verb: int) -> Group:
    """Who is the noun of a participle with an object of its own: "X, DENIED care, fell ill"."""
    above, dep = tree.head(verb), tree.tokens[verb].dep
    bare = dep == "acl" and tree.participle(verb) and not tree.subjects(verb)
    if above is None or not bare or any(tree.dependents(verb, "aux")):
        return ()
    return persons(context, tree, above) if any(tree.dependents(verb, "obj")) else ()


def _dealt_to(context: Context, tree: Tree, verb: int) -> Group:
    """To whom a length of time is dealt out, taken for its owner: "legde HAAR vijf jaar cel op"."""
    for span in context.durations:
        at = span.first - 1
        owner = at >= 0 and tree.tokens[at].dep == "nmod:poss" and tree.tokens[at].pos == "PRON"
        if (
            owner
            and verb < at
            and tree.clause(at) == verb
            and (found := persons(context, tree, at))
        ):
            return found
    return ()


def _beside(context: Context, tree: Tree, verb: int) -> Group:
    """Who is named right before the comma of a bare participle: "X, in May DETAINED, is ill"."""
    while tree.tokens[verb].dep.startswith("conj") and not tree.has(verb, "aux"):
        verb = tree.tokens[verb].head
    if not tree.participle(verb) or tree.has(verb, "aux"):
        return ()
    for i in range(verb - 1, max(-1, verb - 12), -1):
        if tree.tokens[i].pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return ()
        if tree.tokens[i].text == ",":
            return next((group for group in context.groups if group[-1].end == i), ())
    return ()


def _carrier(tree: Tree, i: int) -> int:
    """The verb that a noun or phrase completes: "put BEHIND BARS", "granted A PARDON"."""
    while tree.tokens[i].pos not in ("VERB", "AUX"):
        above = tree.head(i)
        if above is None or tree.tokens[i].dep.startswith(("acl", "nsubj", "appos")):
            return i
        i = above
    return i


def _objects(context: Context, tree: Tree, verb: int) -> list[int]:
    """The objects of a verb; a second subject after it is one that the parser took for another."""
    found = [i for i in tree.dependents(verb, "iobj", "obj") if not _measured(context, i)]
    after = [i for i in (*found, *tree.subjects(verb)) if i > verb and tree.tokens[i].pos != "PRON"]
    first = [i for i in found if i < verb and tree.tokens[i].pos in ("NOUN", "PROPN")]
    if first and not tree.has(verb, "aux", "mark") and not _pronoun_first(tree, verb):
        found = [*after, *found]  # "Agenten sloegen X": what begins the clause is its subject
    # "De consul heeft X bezocht": in Dutch the object, too, stands before the verb
    return [*found, *tree.subjects(verb)[1:]]


def _pronoun_first(tree: Tree, verb: int) -> bool:
    """Whether a pronoun is the verb's subject: "the man whom they freed", "X sloegen zij"."""
    return any(tree.tokens[i].pos == "PRON" for i in tree.subjects(verb))


def _acts(context: Context, i: int) -> bool:
    """Whether the token is an authority, a court or a body: it arrests, and is not arrested."""
    lists = (("places", "courts"), ("names", "organisations"), ("names", "authorities"))
    return any(context.listed(i, *path) for path in lists)


def _measured(context: Context, i: int) -> bool:
    """Whether the token is of a date or duration, which parsers take for objects."""
    return any(span.first <= i < span.end for span in (*context.dates, *context.durations))


def _without_object(context: Context, tree: Tree, verb: int) -> Group | None:
    """Whom a verb without object is about: the noun of a participle, the subject of a headline."""
    dep, above = tree.tokens[verb].dep, tree.head(verb)
    bare = not tree.subjects(verb) and not tree.has(verb, "aux")
    if bare and dep in ("acl", "advcl", "parataxis", "appos") and (found := set_off(context, verb)):
        return found  # parsers take "X, FREED in May, ..." for a past tense
    if bare and (found := _announced(context, tree, verb)):
        return found
    # "de in mei OPGEPAKTE journalist": taggers take the form for a past tense
    before = above is not None and dep in ("amod", "acl") and verb < above and bare
    done = tree.participle(verb) or before
    if not done and context.language.words("clauses", "perfect_auxiliaries"):
        return _headlined(context, tree, verb)
    if above is not None and dep in ("amod", "acl"):
        return persons(context, tree, above)
    if above is not None and dep == "xcomp" and (found := _controlling(context, tree, above)):
        return found
    helpers = tuple(tree.dependents(verb, "aux"))
    being = context.language.words("clauses", "passive_auxiliaries")
    if helpers and not (being and all(context.lower(i) in being for i in helpers)):
        return None
    return _subject(context, tree, verb)


def _controlling(context: Context, tree: Tree, verb: int) -> Group:
    """Whom a verb acts on whose complement is done to them: "ordered X FREED", "had X killed"."""
    return next((g for i in tree.dependents(verb, "obj") if (g := persons(context, tree, i))), ())


def _headlined(context: Context, tree: Tree, verb: int) -> Group | None:
    """Who stands before a participle that the parser took for a past tense: "X SENTENCED to ...".

    A verb that acts on somebody has none of these right after it: it is no active.
    """
    after = tree.tokens[verb + 1 : verb + 2]
    bare = not after or after[0].pos in ("ADP", "PUNCT", "SCONJ")
    past = "Tense=Past" in tree.tokens[verb].morph and not any(tree.dependents(verb, "aux"))
    if not bare or not past or any(tree.dependents(verb, "ccomp", "xcomp", "obj")):
        return None
    stopped = context.sentence.text.rstrip("”’\"'").endswith((".", "!", "?"))
    return None if stopped else _subject(context, tree, verb)


def _announced(context: Context, tree: Tree, verb: int) -> Group:
    """Whom a participle at the head of a note announces: "Detained in TOWN on 3 May: X"."""
    colons = [i for i, token in enumerate(tree.tokens) if token.text == ":" and i > verb]
    if tree.head(verb) is not None or not colons or tree.subjects(verb):
        return ()
    near = range(colons[0] + 1, colons[0] + 5)
    return next((group for group in context.groups if group[0].begin in near), ())


def _subjects(context: Context, tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb without dates; of two, the one that names somebody goes first.

    One before another verb is that verb's: "X was given eight years, Y RECEIVED seven".
    """
    found = [i for i in tree.subjects(verb) if not _measured(context, i)]
    last = max((i for i in found if i < verb), default=verb)
    between = (range(i, last) for i in found if i < last)
    if any(tree.tokens[k].pos == "VERB" for inside in between for k in inside):
        found = [i for i in found if i >= last]
    return sorted(found, key=lambda i: len(found) > 1 and not persons(context, tree, i))


def _subject(context: Context, tree: Tree, verb: int, depth: int = 0) -> Group | None:
    """The subject of a predicate; of a coordinated or controlled one, that of the one over it."""
    for i in _subjects(context, tree, verb):
        return persons(context, tree, i) or (None if named_later(context, tree, i) else ())
    above, dep = tree.head(verb), tree.tokens[verb].dep
    if above is None or depth > 3:
        return None
    if dep in ("acl", "amod"):
        return persons(context, tree, above)
    if dep.startswith("conj") or (dep in _CONTROLLED and _shares(tree, verb)):
        return _subject(context, tree, above, depth + 1)
    return None


def _shares(tree: Tree, verb: int) -> bool:
    """Whether a clause without subject has that of the one over it: "AFTER SERVING a term"."""
    marked = tree.has(verb, "mark")
    forms = [tree.tokens[i].morph for i in (verb, *tree.dependents(verb, "aux"))]
    gerund = any("VerbForm=Ger" in m or ("VerbForm=Part" in m and "Tense=Pres" in m) for m in forms)
    return not marked or gerund
