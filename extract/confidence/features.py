"""What is weighed of a candidate: how a claim about somebody was, or would be, read.

Each feature is a number (1 for what holds) and is of the grammar, of the rules that were used, of
the claim type or of how a text is laid out; none knows a word. Those that
:mod:`extract.confidence.vocabulary` words may speak against a claim; a reviewer is told of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extract.claims.candidates import Candidate
from extract.claims.context import Context
from extract.claims.reach import agrees, all_triggers, past
from extract.claims.reach import head as head_of
from extract.claims.status import Stance
from extract.claims.triggers import Trigger
from extract.confidence.places import of_place
from extract.confidence.vocabulary import SIGNS
from extract.values import Claim
from ontology import ontology

Feature = tuple[str, float]

USUAL = 0.9  # the confidence of a frame whose file says nothing else
LONG, MANY = 60, 8  # words of a sentence, and things counted, beyond which more says nothing
_PRONOUNS = frozenset({"subject", "object", "possessive", "relative", "reflexive"})
_GOVERNED = frozenset({"of", "case-of", "possessor", "freed", "sought", "person-before"})
_STATUSES = {
    "reported": "reported", "alleged": "alleged", "planned": "unreal", "asked": "unreal",
    "negated": "negative", "denied": "negative",
}  # fmt: skip
_CLOUDS = ("hedges", "negations", "plans", "conditionals")


def features(context: Context, candidate: Candidate, stance: Stance) -> dict[str, float]:
    """The features of a candidate by name, those that are 0 left out."""
    trigger = candidate.trigger
    found = (
        *_of_type(trigger),
        *_of_trigger(context, trigger),
        *_of_predicate(context, trigger),
        *_of_stance(context, stance),
        *_of_sentence(context),
        *_of_rules(candidate),
        *_of_subject(context, candidate),
        *_of_history(context, candidate),
        *of_place(context, candidate),
    )
    return {name: float(value) for name, value in found if value}


def against(contributions: dict[str, float]) -> tuple[str, ...]:
    """The signs that speak against a claim, the weightiest first."""
    found = ((value, name) for name, value in contributions.items() if name in SIGNS)
    return tuple(name for value, name in sorted(found) if value < 0)


def _of_type(trigger: Trigger) -> Iterator[Feature]:
    yield f"type:{trigger.type.name}", 1
    yield f"category:{trigger.type.parent}", 1
    yield f"frame:{trigger.frame.pos}", 1
    yield "noun", trigger.frame.pos == "noun"
    yield f"place:{trigger.frame.subject[0] if trigger.frame.subject else ''}", 1
    yield "frame confidence", trigger.frame.confidence
    yield "cautious", trigger.frame.confidence < USUAL
    yield "frame words", min(3, trigger.end - trigger.first)


def _of_trigger(context: Context, trigger: Trigger) -> Iterator[Feature]:
    token = context.sentence.tokens[trigger.first]
    yield f"tag:{token.pos}", 1
    yield "where in the sentence", trigger.first / len(context.sentence.tokens)
    yield "odd-tag", context.title_of is None and not agrees(context, trigger)
    yield (
        "contested",
        any(
            other.type is not trigger.type
            and other.first < trigger.end
            and trigger.first < other.end
            for other in all_triggers(context)
        ),
    )


def _of_predicate(context: Context, trigger: Trigger) -> Iterator[Feature]:
    tree = context.tree
    if tree is None:
        yield "no parse", 1
        return
    at = head_of(tree, trigger)
    predicate = tree.clause(at)
    happens = trigger.frame.pos == "verb" and trigger.type.nature == "event"
    told = context.title_of is None  # headlines tell of what happened in the present
    yield "not-past", happens and told and not past(context, trigger)
    yield "nested", any(map(tree.heads_clause, tree.above(predicate)))
    yield f"label:{tree.tokens[at].dep.partition(':')[0]}", 1
    yield "passive", tree.passive(predicate)
    yield "has a subject", bool(tree.subjects(predicate))


def _of_stance(context: Context, stance: Stance) -> Iterator[Feature]:
    if stance.status in _STATUSES:
        yield _STATUSES[stance.status], 1
    yield "clouded", stance.status not in _STATUSES and _clouded(context)
    yield "voiceless", stance.status == "reported" and not stance.attributed_to


def _clouded(context: Context) -> bool:
    words = {token.lower for token in context.sentence.tokens}
    return any(words & context.language.words("status", name) for name in _CLOUDS)


def _of_sentence(context: Context) -> Iterator[Feature]:
    people = {key for r in context.references if r.kind == "person" for key in r.stands_for}
    yield "words", min(LONG, len(context.sentence.tokens))
    yield "people", min(MANY, len(people))
    yield f"passage:{context.sentence.passage.kind}", 1
    yield f"section:{context.section.kind}", 1
    yield "quoted", context.quotation.whole


def _of_rules(candidate: Candidate) -> Iterator[Feature]:
    function = candidate.subject.function
    yield "chosen", candidate.chosen
    yield "rivals", min(MANY, candidate.rivals)
    yield "picked", min(MANY, candidate.picked)
    yield "elsewhere", min(MANY, candidate.elsewhere)
    yield "readings", min(MANY, candidate.readings)
    if candidate.chosen:
        yield f"function:{function.partition(':')[0]}", 1
        frame = candidate.trigger.frame
        yield "second-place", bool(frame.subject) and function != frame.subject[0]
        yield "governed", function in _GOVERNED or function.startswith("prep:")


def _of_subject(context: Context, candidate: Candidate) -> Iterator[Feature]:
    subject, ref = candidate.subject, candidate.subject.reference
    form = ref.form if ref is not None else ""
    back = form in _PRONOUNS or ref is None
    people = (key for r in context.references if r.kind == "person" for key in r.stands_for)
    yield f"form:{form}", 1
    yield "pronoun", form in _PRONOUNS
    yield "elided", ref is None and subject.kind == "person"
    yield "unnamed", form not in ("", "name", *_PRONOUNS)
    yield "choice", back and len(context.annotated.recent) > 1
    yield "several", min(MANY, len(ref.members)) if ref is not None else 0
    yield "titled", ref is not None and ref.cue is not None
    yield "other-kind", subject.kind != "person"
    yield "short-name", form == "name" and subject.end - subject.first == 1
    yield "rival", any(key != subject.referent for key in people)


def _of_history(context: Context, candidate: Candidate) -> Iterator[Feature]:
    """What was said before of the candidate: a text mostly goes on about whom it is about."""
    key, said = candidate.subject.referent, context.said
    mine = [claim for claim in said if claim.subject.referent == key]
    recent = context.annotated.recent
    yield "said", min(MANY, len(mine))
    yield "said of all", min(LONG, len(said))
    yield "share of what was said", len(mine) / len(said) if said else 0
    yield "said more of them", _more(said, key, recent)
    yield "said last", bool(said) and said[-1].subject.referent == key
    yield "said the same", any(claim.type == candidate.trigger.type.name for claim in mine)
    yield "recent", key in recent
    yield "how recent", recent.index(key) if key in recent else 0
    yield "recent people", min(MANY, len(recent))
    yield "own entry", key is not None and context.annotated.entry == key


def _more(said: tuple[Claim, ...], key: str | None, recent: tuple[str, ...]) -> int:
    """How much more was said of them than of anybody else spoken of last, what they are apart."""
    counts = Counter(
        claim.subject.referent for claim in said if not ontology().says(claim.type, "standing")
    )
    return counts[key or ""] - max((counts[one] for one in recent if one != key), default=0)
