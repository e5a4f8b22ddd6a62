"""The clause over a content clause: it leaves open whether that is so, or says that it is not."""

from __future__ import annotations

from extract.claims.clauses import Clause, base, clause_at
from extract.claims.context import Context
from extract.claims.lookup import lemma_in, words
from extract.claims.reach import head
from extract.claims.triggers import Trigger


def in_question(context: Context, trigger: Trigger) -> bool:
    """Whether it is the content of an open question: "it is unclear WHETHER he was freed"."""
    tree = context.tree
    if tree is None or trigger.frame.pos == "noun":
        return False
    at = tree.clause(head(tree, trigger))
    while tree.tokens[at].dep == "conj" and not tree.subjects(at):
        at = tree.clause(tree.tokens[at].head)
    whether = context.language.words("status", "whether")
    return any(context.lower(i) in whether for i in tree.dependents(at, "mark"))


def doubted(context: Context, clause: Clause) -> bool:
    """Whether the clause over it leaves it open: "no signs that ...", "they demand that ..."."""
    over = _doubting(context, clause)
    if over is not None:
        return not _of_truth(context, over)
    over_it = _content_of(context, clause)
    return any(lemma_in(context, c, "status", "wishing") or _obliged(context, c) for c in over_it)


def _obliged(context: Context, clause: Clause) -> bool:
    """Whether the clause says what somebody should bring about: "must ENSURE that X is freed"."""
    duties = context.forms["status", "duties"]
    return any(clause.holds(i) for i in duties) and lemma_in(context, clause, "status", "ensuring")


def _content_of(context: Context, clause: Clause) -> tuple[Clause, ...]:
    """The clause of which this one is the content, if it is any's."""
    own = base(context.clauses, clause)
    if own.opener not in context.language.words("clauses", "saying_openers"):
        return ()
    return tuple(c for c in context.clauses if c.end == own.first)


def refuted(context: Context, trigger: Trigger) -> bool:
    """Whether the clause over it says that it is not so: "it is not true that ..."."""
    clause = clause_at(context.clauses, trigger.first)
    over = _doubting(context, clause)
    return over is not None and _of_truth(context, over)


def _doubting(context: Context, clause: Clause) -> Clause | None:
    """The negated clause right over a content clause, or None."""
    negations = context.language.words("status", "negations")
    words_of = negations | context.language.words("status", "untrue")
    over = _content_of(context, clause)
    return next((c for c in over if words(context, c) & words_of), None)


def _of_truth(context: Context, clause: Clause) -> bool:
    lexicon = context.language
    truth = lexicon.words("status", "true") | lexicon.words("status", "untrue")
    return bool(words(context, clause) & truth)
