"""Functions of a noun: whose it is, whom it introduces, in whose case it stands."""

from __future__ import annotations

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.functions.groups import Group, all_groups
from extract.claims.functions.members import listing
from extract.claims.reach import head
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference

_REACH = 9  # tokens between a noun and the "of" phrase that still may be its own


def of(context: Context, trigger: Trigger) -> Group:
    """The possessor before the noun, or the "of" phrase after it."""
    for ref in context.references:
        near = 0 < trigger.first - ref.end + 1 <= 4
        if near and _possesses(context, ref) and not _noun_between(context, ref, trigger):
            return (ref,)
    return by_preposition(context, trigger, "van") or by_preposition(context, trigger, "of")


def _possesses(context: Context, ref: Reference) -> bool:
    """Whether it is a possessive pronoun, or a name with a genitive ending."""
    if ref.kind != "person":
        return False
    return ref.form in ("possessive", "object") or (
        ref.form == "name" and context.lower(ref.end) in ("'s", "’s", "'", "’")
    )


def _noun_between(context: Context, ref: Reference, trigger: Trigger) -> bool:
    return any(context.sentence.tokens[i].text == "," for i in range(ref.end, trigger.first))


def by_preposition(context: Context, trigger: Trigger, preposition: str) -> Group:
    """The nearest group after the trigger that this preposition governs, else one before it."""
    governed = [
        (at, group)
        for group in all_groups(context)
        if (at := context.governor(group[0].begin)) is not None and context.lower(at) == preposition
    ]
    after = [(at, g) for at, g in governed if trigger.end <= at <= trigger.end + _REACH]
    clause = clause_at(context.clauses, trigger.first)
    before = [(at, g) for at, g in governed if clause.first <= at < trigger.first]
    if trigger.frame.pos == "noun":
        before = []
    for _, group in after[:1] or before[-1:]:
        return group
    return ()


def apposition(context: Context, trigger: Trigger) -> Group:
    """Whoever the trigger noun introduces: "president X", "the leader, X"."""
    for group in context.groups:
        if any(ref.cue is not None and trigger.first <= ref.cue < trigger.end for ref in group):
            return group
    return signed(context, trigger)


def signed(context: Context, trigger: Trigger) -> Group:
    """Who signs: in a signature the name stands after the office and a comma."""
    if context.sentence.passage.kind != "signature" or trigger.first > 1 or not context.groups:
        return ()
    return context.groups[-1] if context.groups[-1][0].first > trigger.end else ()


def alone(context: Context, trigger: Trigger) -> Group:
    """The only person whom the sentence mentions, of a noun that is nobody else's."""
    if _elsewhere(context, trigger) or _done_to_another(context, trigger):
        return ()
    found = [ref for group in all_groups(context) for ref in group if ref.referent]
    keys = {ref.referent for ref in found}
    return (found[0],) if len(keys) == 1 and not _says(context, found[0]) else ()


def _says(context: Context, ref: Reference) -> bool:
    """Whether they but say it: "Denying care is unlawful," said X."""
    tree = context.tree
    verb = tree.tokens[ref.first].head if tree is not None else ref.first
    while tree is not None and ref.first <= verb < ref.end and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return ref.form == "name" and context.listed(verb, "attribution", "reporting")


def _done_to_another(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger is a passive of somebody unnamed: "her CLIENT had been refused care"."""
    tree = context.tree
    if tree is None or trigger.frame.pos != "verb" or not tree.passive(head(tree, trigger)):
        return False
    subjects = tree.subjects(head(tree, trigger))
    return any(context.listed(i, "names", "persons") for i in subjects)


def _elsewhere(context: Context, trigger: Trigger) -> bool:
    """Whether the noun has an owner of its own, or is part of another: "press FREEDOM group"."""
    tree = context.tree
    if tree is None:
        return False
    noun = head(tree, trigger)
    owned = context.lower(trigger.end) in context.language.words("clauses", "case_of")
    people = any(context.listed(i, "names", "persons") for i in range(trigger.end, trigger.end + 8))
    owned = owned and people and not listing(context, trigger.end)
    return owned or tree.tokens[noun].dep.startswith("compound")


def speaker(context: Context, trigger: Trigger) -> Group:
    """Who speaks in the section, where a possessive of the first person stands before the noun."""
    own = context.language.words("pronouns", "speaker_possessive")
    if trigger.first and context.lower(trigger.first - 1) in own and context.voice is not None:
        i = trigger.first - 1
        text = context.sentence.tokens[i].text
        return (
            Reference(
                first=i, end=i + 1, text=text, kind="person", form="possessive",
                referent=context.voice,
            ),
        )  # fmt: skip
    return ()


def case_of(context: Context, trigger: Trigger) -> Group:
    """Whose case it is: the "of" phrase of the word for a case ("in the case of X")."""
    for group in all_groups(context):
        at = context.governor(group[0].begin)
        owned = at and context.lower(at) in context.language.words("clauses", "case_of")
        if at and owned and context.listed(at - 1, "clauses", "judgments"):
            return group
    return ()


def freed(context: Context, trigger: Trigger) -> Group:
    """Whom the infinitive acts on that a call ends in: "roept de regering op X vrij TE laten".

    Parsers take "op X" for a phrase of its own; so by the words alone.
    """
    markers = context.language.words("clauses", "infinitive_markers")
    every = range(trigger.first, len(context.sentence.tokens))
    at = next((i for i in every if context.lower(i) in markers), None)
    before = [g for g in all_groups(context) if at is not None and trigger.end <= g[0].first < at]
    if at is None or not before:
        return ()
    between = context.sentence.tokens[before[-1][-1].end : at]
    if before[-1][0].form == "possessive" and any(t.pos in ("NOUN", "PROPN") for t in between[:1]):
        return ()  # "op HAAR ZAAK te heropenen"
    others = [t for t in between[1:] if t.pos in ("NOUN", "PROPN", "PRON")]
    led = {t.lower for t in between} & context.language.words("status", "negations")
    return before[-1] if len(between) <= 7 and len(others) <= bool(led) else ()


def person_before(context: Context, trigger: Trigger) -> Group:
    """The person whom the "of" phrase of the trigger describes ("a suspect of X descent")."""
    for group in context.groups:
        between = context.sentence.tokens[group[-1].end : trigger.first]
        if 1 <= sum(token.word for token in between) <= 2 and group[-1].end < trigger.first:
            return group
    return ()


def possessor(context: Context, trigger: Trigger) -> Group:
    """The only person whose body or case the clause speaks of by a possessive pronoun."""
    clause = clause_at(context.clauses, trigger.first)
    found = [
        ref for ref in context.references if ref.form == "possessive" and clause.holds(ref.first)
    ]
    return (found[0],) if len({ref.referent for ref in found}) == 1 else ()
