"""Modal verbs: what makes something a mere possibility ("may be released")."""

from __future__ import annotations

from extract.claims.clauses import Clause
from extract.claims.context import Context
from extract.claims.scope import bears
from extract.claims.triggers import Trigger
from extract.languages.calendar import month_names
from ontology import ontology


def possible(context: Context, clause: Clause, trigger: Trigger) -> bool:
    """Whether a modal verb makes the trigger a mere possibility ("may be released").

    The modal governs the trigger where no other finite auxiliary stands between the two; in a
    Dutch subordinate clause it may follow ("die vrijgelaten kan worden").
    """
    if context.tree is not None:
        return _may_be(context, trigger)
    before = range(trigger.first - 1, clause.first - 1, -1)
    nearest = next((i for i in before if _modal(context, i) or _finite(context, i)), None)
    return (nearest is not None and _modal(context, nearest)) or _modal(context, trigger.end)


def _may_be(context: Context, trigger: Trigger) -> bool:
    """Whether a modal verb bears on the trigger, by the tree.

    One of past permission with nothing after it left open ("was allowed to leave", "mocht naar
    huis") says that it was done.
    """
    tree = context.tree
    assert tree is not None
    past = context.language.words("status", "permitted")
    able = context.language.words("status", "able")
    exerted = ontology().says(trigger.type.name, "exerted")
    return any(
        not trigger.first <= i < trigger.end
        and _modal(context, i)
        and context.lower(i) not in past
        and not _granted(context, trigger, i)
        and not _imposed(context, trigger, i)
        and not (exerted and context.lower(i) in able)
        and bears(context, trigger, i, shared=True)
        and (tree.tokens[i].pos == "AUX" or tree.has(i, "xcomp", "ccomp"))
        for i in context.forms["status", "modals"]
    )


def _granted(context: Context, trigger: Trigger, i: int) -> bool:
    """Whether the modal tells what was, or is not, allowed: "heeft mogen gaan", "mag niet".

    What may not be is not so; what somebody has been allowed or able to do was done.
    """
    tree, language = context.tree, context.language
    if tree is None:
        return False
    if context.lower(i) in language.words("status", "managed"):
        perfect, denied = language.words("tense", "perfect"), frozenset[str]()
    elif context.lower(i) in language.words("status", "permitting"):
        perfect = language.words("clauses", "perfect_auxiliaries")
        denied = language.words("status", "negations")
    else:
        return False
    every = range(len(tree.tokens))
    return any(
        (context.lower(j) in perfect or context.lower(j) in denied)
        and bears(context, trigger, j, shared=True)
        for j in every
    )


def _imposed(context: Context, trigger: Trigger, i: int) -> bool:
    """Whether a judgment makes somebody do it: "MOET zes jaar UITZITTEN", no mere possibility."""
    sentenced = trigger.frame.subject[:1] == ("subject",)  # not who pays for a wrong done
    if not sentenced or not ontology().says(trigger.type.name, "judgment"):
        return False
    obliging = context.lower(i) in context.language.words("status", "obliging")
    done = range(trigger.first, trigger.end)
    return obliging and any(context.listed(at, "status", "imposed") for at in done)


def _modal(context: Context, i: int) -> bool:
    """Whether token ``i`` is a modal verb, and no month ("in May")."""
    months = month_names(context.language.tag, "wide")
    if context.lower(i) not in context.language.words("status", "modals"):
        return False
    month = context.sentence.tokens[i].text in months
    return not month or not (context.governor(i) or context.lower(i - 1).isdecimal())


def _finite(context: Context, i: int) -> bool:
    """Whether token ``i`` is an auxiliary in a finite form: "is", but not "worden"."""
    auxiliary = context.lower(i) in context.language.words("clauses", "auxiliaries")
    return auxiliary and len(context.sentence.tokens[i].lemmas) > 1
