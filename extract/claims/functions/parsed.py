"""Grammatical functions read off the dependency tree: subject and deep object.

The labels are Universal Dependencies'. Each rule answers with the group of persons that stands
there, with an empty one where the tree has something else there, or with None where the tree
does not say: the shallow rules then have their turn.
"""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import Group, all_groups
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.expressions import number
from extract.mentions.references import Reference
from extract.syntax import Tree

_NESTED = frozenset({"acl", "advcl", "ccomp", "parataxis", "csubj", "orphan"})
_CONTROLLED = frozenset({"xcomp", "advcl", "acl"})
_NOMINAL = ("appos", "compound", "nmod", "nsubj", "obj", "obl")
_PART_OF_NAME = frozenset({"appos", "flat", "compound", "nmod:desc", "amod", "nummod"})


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
    objects = _objects(context, tree, verb)
    for i in objects:
        if found := persons(context, tree, i):
            return found
    acts = any(_acts(context, i) and i < verb for i in objects)
    if acts and any(i > verb or _relative(context, tree, i) for i in tree.subjects(verb)):
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
    if (
        bare
        and dep in ("acl", "advcl", "parataxis", "appos")
        and (found := _set_off(context, verb))
    ):
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
        return persons(context, tree, i) or (None if _named_later(context, tree, i) else ())
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


def persons(context: Context, tree: Tree, i: int) -> Group:
    """The group of persons that the nominal headed by token ``i`` names or stands for."""
    if _relative(context, tree, i):
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
    return _listed(context, phrase) or _counted_out(context, tree, i)


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


def _listed(context: Context, phrase: frozenset[int]) -> Group:
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


def _counted_out(context: Context, tree: Tree, i: int) -> Group:
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


def _relative(context: Context, tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return "PronType=Rel" in token.morph or (
        token.pos == "PRON" and token.lower in context.language.words("pronouns", "relative")
    )


def _named_later(context: Context, tree: Tree, i: int) -> bool:
    """Whether a relative pronoun may stand for who is named after its clause: "those who ..., X".

    Of "ten journalists who ..." nobody is named, unless some are listed ("such as X").
    """
    above = tree.head(tree.clause(i))
    anyone = above is not None and "PronType=Ind" in tree.tokens[above].morph  # "someone who"
    noun = above is not None and (anyone or tree.tokens[above].pos == "NOUN") and above < i
    return _relative(context, tree, i) and (not noun or listing(context, i))


def _antecedent(context: Context, tree: Tree, i: int) -> Group:
    clause = tree.clause(i)
    above = tree.head(clause)
    if above is None or not tree.tokens[clause].dep.startswith("acl"):
        return _set_off(context, i)
    return persons(context, tree, above) or _set_off(context, i)


def _set_off(context: Context, i: int) -> Group:
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
