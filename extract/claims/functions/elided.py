"""Whether words leave out whom they speak of: notes of a record, nouns of a known case."""

from __future__ import annotations

from extract.claims.context import Context
from extract.claims.functions.groups import all_groups
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.syntax import Tree
from ontology import ontology


def without_subject(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger is in a main clause of the past, or a participle, with no subject."""
    tree = context.tree
    if tree is None:
        return False
    at = tree.clause(head(tree, trigger))
    while tree.tokens[at].dep.startswith("conj") and not tree.subjects(at):
        at = tree.tokens[at].head
    top = tree.head(at) is None or at == 0
    if any(_crowd(context, tree, i) for i in tree.dependents(at, "obl", "obj", "dep")):
        return False
    return top and not tree.subjects(at) and _tells(tree, at, trigger)


def _crowd(context: Context, tree: Tree, i: int) -> bool:
    """Whether it is counted people: "about 1,500 SUSPECTS are held", read without a subject."""
    return tree.has(i, "nummod") and context.listed(i, "names", "persons")


def _tells(tree: Tree, at: int, trigger: Trigger) -> bool:
    """Whether the verb tells of somebody and orders nobody: "released", not "release"."""
    token = tree.tokens[at]
    if "Mood=Imp" in token.morph or "VerbForm=Inf" in token.morph:
        return False
    bare = tree.participle(at) or "VerbForm=Ger" in token.morph
    base = token.lower in trigger.frame.triggers and not bare
    return token.pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN") and not base


def of_others(context: Context, trigger: Trigger) -> bool:
    """Whether the noun says itself whose it is: "the deaths OF several MINERS"."""
    if context.lower(trigger.end) not in context.language.words("names", "genitives"):
        return False
    after = range(trigger.end + 1, min(trigger.end + 6, len(context.sentence.tokens)))
    return any(context.listed(i, "names", "persons") for i in after)


def note(context: Context, trigger: Trigger) -> bool:
    """Whether the sentence is a note without subject: "In custody since May.", "Sentence: ..."."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "verb" or all_groups(context):
        return False
    return not any(token.dep.startswith(("nsubj", "csubj")) for token in tree.tokens)


def entered(context: Context, trigger: Trigger) -> bool:
    """Whether the sentence is a note of an entry that its person heads: "Charges: ...".

    Of nouns that say what somebody is, only after a label: "Profession: teacher".
    """
    if context.annotated.entry is None or context.tree is None:
        return False
    tokens = context.sentence.tokens
    if any("VerbForm=Fin" in t.morph and "Tense=Past" not in t.morph for t in tokens):
        return False
    others = {key for ref in context.references if ref.kind == "person" for key in ref.stands_for}
    if others - {context.annotated.entry}:
        return False
    return "apposition" not in trigger.frame.subject or _labelled(context, trigger)


def _labelled(context: Context, trigger: Trigger) -> bool:
    """Whether the noun stands right after the label of what somebody is."""
    for i in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if context.lower(i) == ":":
            return i > 0 and context.listed(i - 1, "standing", "labels")
        if context.sentence.tokens[i].pos not in ("NOUN", "ADJ", "PROPN"):
            return False
    return False


def known_case(context: Context, trigger: Trigger) -> bool:
    """Whether the noun is a step of a case just spoken of: "the trial", "the charge", "that term".

    Not where the sentence names anybody, of whom it may be.
    """
    tree = context.tree
    if tree is None or trigger.frame.pos != "noun" or _somebody(context):
        return False
    noun = head(tree, trigger)
    one = "Number=Plur" not in tree.tokens[noun].morph
    category = ontology().says(trigger.type.name, "judgment") or trigger.type.custody != "none"
    return category and one and _definite(context, tree, noun)


def _somebody(context: Context) -> bool:
    """Whether the sentence names or calls anybody but those who act on a case: "the judge"."""
    return any(
        ref.referent is not None
        or ref.form != "unnamed"
        or not any(context.listed(i, "people", "others") for i in range(ref.first, ref.end))
        for group in all_groups(context)
        for ref in group
    )


def _definite(context: Context, tree: Tree, noun: int) -> bool:
    """Whether the noun has a definite article or a demonstrative."""
    marks = context.language.words("people", "definite")
    return any(
        "Definite=Def" in tree.tokens[i].morph
        or "PronType=Dem" in tree.tokens[i].morph
        or tree.tokens[i].lower in marks
        for i in tree.dependents(noun, "det")
    )
