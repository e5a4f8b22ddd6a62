"""Whom a noun describes: "journalist X", "X, a lawyer and member of Y", "X is a doctor".

Surface first: an apposition is a matter of what stands next to what, which a parser often misses
in lists and headlines. What the noun predicates is read from the tree.
"""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.discourse import last_person
from extract.claims.functions import nominal
from extract.claims.functions.groups import Group
from extract.claims.functions.persons import persons
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference

_INNER = frozenset({"NOUN", "ADJ", "NUM", "PROPN", "X", "PART", "ADP", "DET"})
_QUOTES = frozenset("\"'«»“”‘’„")
_REACH = 14


def described(context: Context, trigger: Trigger) -> Group:
    """The persons whom the trigger noun introduces, is said of, or stands for."""
    for rule in (_before_name, _after_name, _predicate, _description, nominal.signed):
        if found := rule(context, trigger):
            return found
    return nominal.apposition(context, trigger) if context.tree is None else ()


def said_of(context: Context, trigger: Trigger) -> Group:
    """Of whom the noun is said after the name: "X, a N, was ..." or "X is a N"."""
    return _after_name(context, trigger) or _predicate(context, trigger)


def _names(context: Context) -> list[Reference]:
    return [ref for ref in context.references if ref.kind == "person" and ref.form == "name"]


def _at(context: Context, i: int) -> Reference | None:
    """The name that begins at token ``i``, a title before it passed over."""
    while context.lower(i) and (
        context.listed(i, "names", "titles") or context.sentence.tokens[i].text in _QUOTES
    ):
        i += 1
    return next((ref for ref in _names(context) if ref.first == i), None)


def _before_name(context: Context, trigger: Trigger) -> Group:
    """The name after the noun: at once, after what it is coordinated with, or after its "of"."""
    i = trigger.end
    if _at(context, i) is not None:
        return _with_others(context, trigger, i)
    if _adjectival(trigger):
        while i < len(context.sentence.tokens) and i < trigger.end + 6 and _at(context, i) is None:
            noun = context.sentence.tokens[i - 1].pos == "NOUN"
            set_off = context.lower(i) == "," and noun and _at(context, i + 1) is not None
            if context.sentence.tokens[i].pos not in ("NOUN", "ADJ", "PROPN") and not set_off:
                return ()
            i += 1
        found = _at(context, i)
        return (found,) if found is not None else ()
    if _field(context, i) and _at(context, i + 1) is not None:
        return _with_others(context, trigger, i + 1)
    coordinated = _past_coordinated(context, i)
    if coordinated is not None and _at(context, coordinated) is not None:
        return _with_others(context, trigger, coordinated)
    i = _past_of(context, i)
    comma = context.lower(i) in (",", "(") or context.sentence.tokens[i : i + 1] == ()
    found = _at(context, i + comma) or (_past_article(context, i + 1) if comma else None)
    if found is None or context.governor(found.begin) is not None:
        return ()
    if not comma:
        return (found,) if i > trigger.end else ()
    if _plural(context, trigger):
        group = next((group for group in context.groups if group[0] is found), ())
        return group if len(group) > 1 and _opens(context, trigger, several=True) else ()
    opens = _opens(context, trigger) or _office(context, trigger)
    return (found,) if opens and _alone(context, found) else ()


def _office(context: Context, trigger: Trigger) -> bool:
    """Whether the noun is an office written as a title: "and Deputy HEAD of the party, X"."""
    return trigger.first > 0 and context.sentence.tokens[trigger.end - 1].capital


def _field(context: Context, i: int) -> bool:
    """Whether token ``i`` says in what: "hoogleraar POLITICOLOGIE X", where compounds are one word.

    A language that writes compounds apart would have the two as one noun.
    """
    if not context.language.words("names", "linking") or i >= len(context.sentence.tokens):
        return False
    token = context.sentence.tokens[i]
    return token.pos == "NOUN" and not token.capital and not context.listed(i, "names", "persons")


def _adjectival(trigger: Trigger) -> bool:
    """Whether the type is told by an adjective as well: an age, a people, a country."""
    return trigger.type.role("role") is None and trigger.type.role("relation") is None


def _with_others(context: Context, trigger: Trigger, i: int) -> Group:
    """The name; of a plural noun the whole coordination ("journalists X and Y")."""
    ref = _at(context, i)
    assert ref is not None
    if not _plural(context, trigger):
        return (ref,)
    return next((group for group in context.groups if ref in group), (ref,))


def _plural(context: Context, trigger: Trigger) -> bool:
    token = context.sentence.tokens[trigger.end - 1]
    return "Number=Plur" in token.morph or (
        not token.morph and len(token.lemmas) > 1 and token.lower.endswith(("s", "en"))
    )


def _past_coordinated(context: Context, i: int) -> int | None:
    """Where a coordination of bare nouns ends: "satirist AND VIDEO BLOGGER X"."""
    joins = context.language.words("clauses", "conjunctions") | {","}
    if context.lower(i) not in joins:
        return None
    for j in range(i + 1, min(i + 7, len(context.sentence.tokens))):
        if _at(context, j) is not None:
            return j if context.lower(j - 1) not in joins else None
        token = context.sentence.tokens[j]
        common = token.pos in ("NOUN", "ADJ") or (token.pos == "PROPN" and not token.capital)
        if not common and token.text != "-" and token.lower not in joins:
            return None
    return None


def _past_of(context: Context, i: int) -> int:
    """Where the noun's own "of" phrases end: "editor OF THE PAPER TURAN"."""
    prepositions = context.language.words("clauses", "prepositions")
    token = context.sentence.tokens[i] if i < len(context.sentence.tokens) else None
    taking_part = token is not None and token.pos == "VERB" and "VerbForm=Part" in token.morph
    if context.lower(i) not in prepositions and not taking_part:
        return i
    for j in range(i + 1, min(i + _REACH, len(context.sentence.tokens))):
        token, found = context.sentence.tokens[j], _at(context, j)
        if not token.word and token.text not in "-'’&" and token.text not in _QUOTES:
            return j
        if found is not None and context.governor(found.begin) is None:
            return j
        if token.pos in ("VERB", "AUX", "PRON", "SCONJ") and not token.capital:
            return i
        if j > i + 1 and token.text.islower() and context.listed(j, "names", "persons"):
            return i  # of somebody else: "counsel in the case of the PRISONER, X"
    return i


def _past_article(context: Context, i: int) -> Reference | None:
    """The name after a second noun with its article: "his wife, THE ACTRESS X"."""
    if context.lower(i) not in context.language.words("clauses", "determiners"):
        return None
    for j in range(i + 1, min(i + 5, len(context.sentence.tokens))):
        if (found := _at(context, j)) is not None:
            return found
        if context.sentence.tokens[j].pos not in ("NOUN", "ADJ"):
            return None
    return None


def _opens(context: Context, trigger: Trigger, *, several: bool = False) -> bool:
    """Whether the noun's phrase is determined: "his lawyer, X", "the editor, X", "another, X"."""
    language = context.language
    opening = language.words("people", "definite") | language.words("names", "articles")
    opening |= language.words("pronouns", "possessive") | language.words("standing", "owning")
    opening |= language.words("pronouns", "speaker_possessive") | {"'s", "’s"}
    opening |= language.words("standing", "others")
    if several:
        opening |= set(language.lexicon.get("numbers", {}))
    else:
        opening |= language.words("people", "indefinite")
    near = range(max(0, trigger.first - 4), trigger.first)
    owned = any(ref.end in near or ref.end == trigger.first for ref in _owners(context))
    return not trigger.first or owned or any(context.lower(i) in opening for i in near)


def _owners(context: Context) -> list[Reference]:
    """The names with an ending that makes them owners: "Xs echtgenote"."""
    genitive = context.language.words("standing", "genitive")
    return [
        ref
        for ref in _names(context)
        if "Case=Gen" in context.sentence.tokens[ref.end - 1].morph
        or (genitive and ref.text.endswith(tuple(genitive)))
    ]


def _alone(context: Context, ref: Reference) -> bool:
    """Whether no other name is coordinated with this one: "the editor, X, said"."""
    after = context.lower(ref.end)
    joins = context.language.words("clauses", "conjunctions")
    group = next((group for group in context.groups if ref in group), (ref,))
    names = [one for one in group if one.form == "name"]
    closed = not after or not context.sentence.tokens[ref.end].word
    return closed and after not in joins and (not names or names[-1] is ref)


def _after_name(context: Context, trigger: Trigger) -> Group:
    """The name before the noun's phrase and a comma: "X (41), a former editor of Y"."""
    bare = [ref for ref in _names(context) if ref.end == trigger.first]
    if bare and context.lower(trigger.first) in (*_belonging(context), "("):
        return tuple(bare)
    if not _closed(context, trigger) or _listed_kin(context, trigger):
        return ()
    i, commas = trigger.first - 1, 0
    ends = {ref.end: ref for ref in _names(context)}
    joined, joins = False, context.language.words("clauses", "conjunctions")
    while i >= 0 and trigger.first - i < 30:
        text = context.sentence.tokens[i].text
        if i + 1 in ends:
            return ()  # the name itself goes on into the noun: it is coordinated with it
        if text in (",", "(", "–", "—", "-", ":"):
            found = ends.get(i) or ends.get(_before_bracket(context, i))
            if found is not None:
                return () if _plural(context, trigger) else (found,)
            commas += text == ","
            if commas > 3 or text in ":":
                return ()
        elif text == ")" or not _may_stand(context, i, trigger):
            return ()
        elif context.sentence.tokens[i].pos == "ADP" and not joined:
            return ()  # what a preposition governs is said of nobody: "X, charged with killing a N"
        joined = joined or bool(commas) or context.lower(i) in joins
        i -= 1
    return ()


def _listed_kin(context: Context, trigger: Trigger) -> bool:
    """Whether the relative is one of a list: "X, his wife AND two children left"."""
    joins = context.language.words("clauses", "conjunctions")
    kin = trigger.type.role("relation") is not None
    own = context.lower(trigger.first - 1) in context.language.words("pronouns", "possessive")
    return kin and own and context.lower(trigger.end) in joins


def _belonging(context: Context) -> frozenset[str]:
    return context.language.words("standing", "belonging")


def _before_bracket(context: Context, i: int) -> int:
    """Where the bracket before token ``i`` opens ("X (41), ..."); ``i`` without one."""
    if context.lower(i - 1) != ")":
        return i
    return next((j for j in range(i - 2, max(-1, i - 8), -1) if context.lower(j) == "("), i)


def _may_stand(context: Context, i: int, trigger: Trigger) -> bool:
    """Whether token ``i`` may stand between a name and a noun that is said of it."""
    token, language = context.sentence.tokens[i], context.language
    joins = language.words("clauses", "conjunctions")
    if token.lower in joins or token.lower in language.words("standing", "birth") or not token.word:
        return token.text not in ";!?"
    if token.lower in language.words("pronouns", "possessive"):
        another = context.lower(i - 1) in joins  # "X, AND her husband" are two
        kin = trigger.type.role("relation") is not None and i == trigger.first - 1
        return kin and not another
    if token.pos in ("VERB", "AUX"):
        return "VerbForm=Part" in token.morph and not token.lower.endswith("ing")
    return token.pos in ("", *_INNER, "ADV") and token.lower not in language.words(
        "clauses", "openers"
    )


def _closed(context: Context, trigger: Trigger) -> bool:
    """Whether the noun's phrase is not the subject of what follows: no verb before its comma."""
    openers = context.language.words("clauses", "openers")
    for i in range(trigger.end, min(trigger.end + _REACH, len(context.sentence.tokens))):
        token = context.sentence.tokens[i]
        if (not token.word and token.text not in "-'’" + '"“”«»') or token.lower in openers:
            return True
        if token.pos == "AUX" or (token.pos == "VERB" and "VerbForm=Fin" in token.morph):
            return False
    return True


def _predicate(context: Context, trigger: Trigger) -> Group:
    """Of whom it is said: "X is a N", "X, who was a N", "X works as a N", "X became N"."""
    tree = context.tree
    if tree is None:
        return ()
    at = trigger.end - 1
    inner = ("amod", "compound", "nmod", "nmod:desc", "nummod")  # "X is 24 JAAR"
    if _adjectival(trigger) and tree.tokens[at].dep in inner:
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
        if not within or not (ref.end == trigger.end or _adjectival(trigger)):
            continue
        after = context.sentence.tokens[ref.end : ref.end + 1]
        if not after or (after[0].pos not in ("NOUN", "PROPN", "PART") and not after[0].capital):
            return (ref,)
        if _adjectival(trigger) and ref.end == trigger.end and not after[0].capital:
            # "the 68-year-old cleric" is nobody for certain where two were named before it
            alone = last_person(context, trigger) == ref.referent
            return (ref,) if alone and context.listed(ref.end, "names", "persons") else ()
    return ()
