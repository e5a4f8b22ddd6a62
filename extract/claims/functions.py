"""Grammatical functions round a trigger: who is its object, whom its "of" names.

A frame of the ontology says in which function a role stands; each function is one rule here.
``object`` is the deep object: what the passive makes its subject (UD obj and nsubj:pass).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extract.claims.clauses import Clause, clause_at
from extract.claims.context import Context
from extract.claims.triggers import Trigger
from extract.mentions.references import Reference

Group = tuple[Reference, ...]
_REACH = 9  # tokens between a noun and the "of" phrase that still may be its own


def fillers(context: Context, trigger: Trigger, function: str) -> Group:
    """The references to persons that stand in that function of the trigger; none, if unclear.

    ``prep:x`` is the object of preposition x. Raises KeyError for a function without a rule.
    """
    if function.startswith("prep:"):
        return _by_preposition(context, trigger, function.removeprefix("prep:"))
    return _RULES[function](context, trigger) if function in _RULES else ()


def functions() -> frozenset[str]:
    """The names of all functions that have a rule, ``prep:…`` apart."""
    return frozenset(_RULES)


def _bare(context: Context, clause: Clause) -> list[Group]:
    """Groups of the clause that no preposition governs, in order."""
    return [
        group
        for group in context.groups
        if clause.holds(group[0].first)
        and group[0].form != "unnamed"
        and context.governor(group[0].begin) is None
    ]


def _subject(context: Context, trigger: Trigger) -> Group:
    clause = clause_at(context.clauses, trigger.first)
    if antecedent := _antecedent(context, clause):
        return antecedent
    bare = [g for g in _bare(context, clause) if g[0].form != "object"]
    if bare:
        return bare[0]
    return _unnamed(context, clause)


def _object(context: Context, trigger: Trigger) -> Group:
    clause = clause_at(context.clauses, trigger.first)
    if passive(context, trigger):
        return _subject(context, trigger)
    bare = _bare(context, clause)
    for group in bare:
        if group[0].form == "object":
            return group
    if len(bare) >= 2:
        return bare[1]
    if bare and (bare[0].__len__() and _agent_besides(context, clause, bare[0])):
        return bare[0]
    return ()


def _agent_besides(context: Context, clause: Clause, group: Group) -> bool:
    """Whether an institution or an unnamed body is the clause's subject instead."""
    for ref in context.references:
        if clause.holds(ref.first) and ref.kind in ("organisation", "country"):
            if context.governor(ref.first) is None:
                return True
    return any(
        context.listed(i, "places", "courts") or context.listed(i, "names", "organisations")
        for i in range(clause.first, clause.end)
        if not any(ref.first <= i < ref.end for ref in group)
        and context.governor(i) is None
    )


def passive(context: Context, trigger: Trigger) -> bool:
    """Whether the trigger is a participle in the passive.

    A headline leaves the auxiliary out: there a participle after its noun is passive.
    """
    clause = clause_at(context.clauses, trigger.first)
    words = {context.lower(i) for i in range(clause.first, clause.end)}
    lexicon = context.language
    if words & lexicon.words("clauses", "passive_auxiliaries"):
        return not words & lexicon.words("clauses", "perfect_auxiliaries") or _participle(
            context, trigger
        )
    if context.title_of is None:
        return False
    auxiliaries = words & lexicon.words("clauses", "auxiliaries")
    return not auxiliaries and _participle(context, trigger)


def _participle(context: Context, trigger: Trigger) -> bool:
    word = context.lower(trigger.end - 1)
    return word not in trigger.frame.triggers and not word.endswith(("s", "ing"))


def _of(context: Context, trigger: Trigger) -> Group:
    """The possessor before the noun, or the "of" phrase after it."""
    for ref in context.references:
        if ref.form in ("possessive", "object") and ref.kind == "person":
            if 0 < trigger.first - ref.first <= 3 and not _noun_between(context, ref, trigger):
                return (ref,)
        if ref.form == "name" and context.lower(ref.end) in ("'s", "’s", "'", "’"):
            if 0 < trigger.first - ref.end <= 3:
                return (ref,)
    return _by_preposition(context, trigger, "van") or _by_preposition(context, trigger, "of")


def _noun_between(context: Context, ref: Reference, trigger: Trigger) -> bool:
    return any(context.sentence.tokens[i].text == "," for i in range(ref.end, trigger.first))


def _by_preposition(context: Context, trigger: Trigger, preposition: str) -> Group:
    """The nearest group after the trigger that this preposition governs, else one before it."""
    head, _, noun = preposition.partition(" ")
    governed = [
        (at, group)
        for group in _all_groups(context)
        if (at := context.governor(group[0].begin)) is not None and context.lower(at) == head
    ]
    after = [(at, g) for at, g in governed if trigger.end <= at <= trigger.end + _REACH]
    clause = clause_at(context.clauses, trigger.first)
    before = [(at, g) for at, g in governed if clause.first <= at < trigger.first]
    if trigger.frame.pos == "noun":
        before = []
    for _, group in after[:1] or before[-1:]:
        return group
    return ()


def _all_groups(context: Context) -> list[Group]:
    possessives = [(ref,) for ref in context.references if ref.form == "possessive"]
    return sorted([*context.groups, *possessives], key=lambda group: group[0].first)


def _antecedent(context: Context, clause: Clause) -> Group:
    """Whom a relative pronoun that opens the clause stands for."""
    if clause.opener not in context.language.words("pronouns", "relative") or not clause.first:
        return ()
    ends = {clause.first, clause.first - 1}
    for group in context.groups:
        if group[-1].end in ends and group[-1].end <= clause.first:
            return group
    return _exemplified(context, clause)


def _exemplified(context: Context, clause: Clause) -> Group:
    """The list that names who is meant: "activists who ..., such as A, B and C"."""
    noun = clause.first - 1
    if not context.listed(noun, "names", "persons"):
        return ()
    for group in context.groups:
        before = [context.lower(group[0].begin - 2), context.lower(group[0].begin - 1)]
        lists = context.language.words("clauses", "lists")
        if group[0].first > clause.first and (before[1] in lists or " ".join(before) in lists):
            return group
    return ()


def _unnamed(context: Context, clause: Clause) -> Group:
    for group in context.groups:
        if clause.holds(group[0].first) and group[0].form == "unnamed" and group[0].referent:
            return group
    return ()


def _apposition(context: Context, trigger: Trigger) -> Group:
    """Whoever the trigger noun introduces: "president X", "the leader, X"."""
    for group in context.groups:
        if any(ref.cue is not None and trigger.first <= ref.cue < trigger.end for ref in group):
            return group
    return _signed(context, trigger)


def _signed(context: Context, trigger: Trigger) -> Group:
    """Who signs: in a signature the name stands after the office and a comma."""
    if context.sentence.passage.kind != "signature" or trigger.first > 1 or not context.groups:
        return ()
    return context.groups[-1] if context.groups[-1][0].first > trigger.end else ()


def _clause_subject(context: Context, trigger: Trigger) -> Group:
    """The subject of the clause in which the trigger noun is a cause."""
    start = " ".join(context.lower(i) for i in range(max(0, trigger.first - 6), trigger.first))
    causes = context.language.words("clauses", "causes")
    if not any(f" {cause} " in f" {start} " for cause in causes):
        return ()
    return _subject(context, trigger)


def _alone(context: Context, trigger: Trigger) -> Group:
    """The only person whom the sentence mentions."""
    found = [ref for group in _all_groups(context) for ref in group if ref.referent]
    keys = {ref.referent for ref in found}
    return (found[0],) if len(keys) == 1 else ()


def _speaker(context: Context, trigger: Trigger) -> Group:
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


def _case_of(context: Context, trigger: Trigger) -> Group:
    """Whose case it is: the "of" phrase of the word for a case ("in the case of X")."""
    for group in _all_groups(context):
        at = context.governor(group[0].begin)
        if at and context.lower(at) in ("van", "of", "tegen", "against"):
            if context.listed(at - 1, "clauses", "judgments"):
                return group
    return ()


def _headline_unnamed(context: Context, trigger: Trigger) -> Group:
    """The unnamed person before the verb of a headline ("Blogger sentenced ...")."""
    if context.title_of is None:
        return ()
    for group in context.groups:
        if group[0].form == "unnamed" and group[0].first < trigger.first:
            return group
    return ()


def _person_before(context: Context, trigger: Trigger) -> Group:
    """The person whom the "of" phrase of the trigger describes ("a suspect of X descent")."""
    for group in context.groups:
        if 1 <= trigger.first - group[-1].end <= 2:
            return group
    return ()


def _possessor(context: Context, trigger: Trigger) -> Group:
    """The only person whose body or case the clause speaks of by a possessive pronoun."""
    clause = clause_at(context.clauses, trigger.first)
    found = [
        ref for ref in context.references if ref.form == "possessive" and clause.holds(ref.first)
    ]
    return (found[0],) if len({ref.referent for ref in found}) == 1 else ()


_RULES: Mapping[str, Callable[[Context, Trigger], Group]] = {
    "subject": _subject,
    "object": _object,
    "of": _of,
    "apposition": _apposition,
    "cause-subject": _clause_subject,
    "alone": _alone,
    "speaker": _speaker,
    "case-of": _case_of,
    "headline-unnamed": _headline_unnamed,
    "person-before": _person_before,
    "possessor": _possessor,
}
