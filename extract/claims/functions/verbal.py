"""Functions of a verb: its subject, its object, whom a relative pronoun stands for."""

from __future__ import annotations

from extract.claims.clauses import Clause, clause_at
from extract.claims.context import Context
from extract.claims.functions.groups import Group, bare_groups
from extract.claims.triggers import Trigger


def subject(context: Context, trigger: Trigger) -> Group:
    """The subject of the trigger's clause, or whom the clause's relative pronoun stands for."""
    clause = clause_at(context.clauses, trigger.first)
    bare = [g for g in bare_groups(context, clause) if g[0].form != "object"]
    # "dat" opens a content clause more often than a relative one: its own subject goes first
    content = clause.opener in context.language.words("clauses", "saying_openers")
    if not (bare and content) and (antecedent := _antecedent(context, clause)):
        return antecedent
    return bare[0] if bare else _unnamed(context, clause)


def object_(context: Context, trigger: Trigger) -> Group:
    """The deep object: of a passive its subject, else a pronoun or the second bare group."""
    clause = clause_at(context.clauses, trigger.first)
    if passive(context, trigger):
        return subject(context, trigger)
    bare = bare_groups(context, clause)
    for group in bare:
        if group[0].form == "object":
            return group
    if bare and _agent_before(context, clause, bare[0]):
        return bare[0]
    return bare[1] if len(bare) >= 2 else ()


def _agent_before(context: Context, clause: Clause, group: Group) -> bool:
    """Whether an institution, named or not, stands before the group as the clause's subject."""
    named = {ref.first for ref in context.references if ref.kind in ("organisation", "country")}
    lists = (("places", "courts"), ("names", "organisations"), ("names", "authorities"))
    return any(
        context.governor(i) is None
        for i in range(clause.first, group[0].begin)
        if i in named or any(context.listed(i, *path) for path in lists)
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


def _antecedent(context: Context, clause: Clause) -> Group:
    """Whom a relative pronoun that opens the clause stands for."""
    if clause.opener not in context.language.words("pronouns", "relative") or not clause.first:
        return ()
    comma = not context.sentence.tokens[clause.first - 1].word
    ends = {clause.first, clause.first - comma}
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


def cause_subject(context: Context, trigger: Trigger) -> Group:
    """The subject of the clause in which the trigger noun is a cause."""
    start = " ".join(context.lower(i) for i in range(max(0, trigger.first - 6), trigger.first))
    causes = context.language.words("clauses", "causes")
    if not any(f" {cause} " in f" {start} " for cause in causes):
        return ()
    return subject(context, trigger)


def headline_unnamed(context: Context, trigger: Trigger) -> Group:
    """The unnamed person before the verb of a headline ("Blogger sentenced ...")."""
    if context.title_of is None:
        return ()
    for group in context.groups:
        if group[0].form == "unnamed" and group[0].first < trigger.first:
            return group
    return ()
