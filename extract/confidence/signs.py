"""The signs of a claim: what of the way it was read speaks for or against it.

Each is there or not, and is of the grammar, of the rules that were used or of how a text is laid
out: none knows a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.context import Context
from extract.claims.functions import PARSED
from extract.claims.reach import agrees, all_triggers, head, past
from extract.claims.subjects import Subject
from extract.claims.triggers import Trigger
from extract.confidence.vocabulary import SIGNS
from extract.values import Claim

FAR = 16
USUAL = 0.9  # the confidence of a frame whose file says nothing else
_PRONOUNS = frozenset({"subject", "object", "possessive", "relative", "reflexive"})
_EARLIER = frozenset({"left-out", "last-judged", "last-person", "last-same"})
_GOVERNED = frozenset({"of", "case-of", "possessor", "freed", "sought", "person-before"})
_STATUSES = {
    "reported": "reported", "alleged": "alleged", "planned": "unreal", "asked": "unreal",
    "negated": "negative", "denied": "negative",
}  # fmt: skip
_CLOUDS = ("hedges", "negations", "plans", "conditionals")


def signs(context: Context, trigger: Trigger, subject: Subject, claim: Claim) -> tuple[str, ...]:
    """The signs of a claim, in the order of the vocabulary."""
    found = {
        *_of_subject(context, subject),
        *_of_place(context, trigger, subject),
        *_of_trigger(context, trigger),
        *_of_predicate(context, trigger),
        *_of_stance(context, trigger, claim),
    }
    return tuple(name for name in SIGNS if name in found)


def _of_subject(context: Context, subject: Subject) -> Iterator[str]:
    form = subject.reference.form if subject.reference else ""
    earlier = subject.function in _EARLIER
    if form in _PRONOUNS:
        yield "pronoun"
    elif earlier:
        yield "elided"
    elif form and form != "name":
        yield "unnamed"
    if (form in _PRONOUNS or earlier) and len(context.annotated.recent) > 1:
        yield "choice"
    if subject.kind != "person":
        yield "other-kind"
    elif form == "name" and subject.end - subject.first == 1:
        yield "short-name"
    persons = (key for r in context.references if r.kind == "person" for key in r.stands_for)
    if any(key != subject.referent for key in persons):
        yield "rival"


def _of_place(context: Context, trigger: Trigger, subject: Subject) -> Iterator[str]:
    function = subject.function
    if _shallow(context, trigger, function):
        yield "shallow"
    if trigger.frame.subject and function != trigger.frame.subject[0]:
        yield "second-place"
    if function in _GOVERNED or function.startswith("prep:"):
        yield "governed"
    if max(subject.first - trigger.end, trigger.first - subject.end) > FAR:
        yield "far"


def _shallow(context: Context, trigger: Trigger, function: str) -> bool:
    """Whether the tree did not say who stands in the function."""
    if context.tree is None:
        return True
    return function in PARSED and PARSED[function](context, trigger) is None


def _of_trigger(context: Context, trigger: Trigger) -> Iterator[str]:
    if trigger.frame.pos == "noun":
        yield "noun"
    if context.title_of is None and not agrees(context, trigger):
        yield "odd-tag"  # taggers misread the capitals of a headline
    if trigger.frame.confidence < USUAL:
        yield "cautious"
    if any(
        other.type is not trigger.type and other.first < trigger.end and trigger.first < other.end
        for other in all_triggers(context)
    ):
        yield "contested"


def _of_predicate(context: Context, trigger: Trigger) -> Iterator[str]:
    tree = context.tree
    if tree is None:
        return
    happens = trigger.frame.pos == "verb" and trigger.type.nature == "event"
    told = context.title_of is None  # headlines tell of what happened in the present
    if happens and told and not past(context, trigger):
        yield "not-past"
    predicate = tree.clause(head(tree, trigger))
    if any(map(tree.heads_clause, tree.above(predicate))):
        yield "nested"


def _of_stance(context: Context, trigger: Trigger, claim: Claim) -> Iterator[str]:
    if claim.status in _STATUSES:
        yield _STATUSES[claim.status]
    elif _clouded(context):
        yield "clouded"
    if claim.status == "reported" and not claim.attributed_to:
        yield "voiceless"
    if claim.date is None and len(claim.args) <= len(trigger.frame.args):
        yield "bare"


def _clouded(context: Context) -> bool:
    words = {token.lower for token in context.sentence.tokens}
    return any(words & context.language.words("status", name) for name in _CLOUDS)
