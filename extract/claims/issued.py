"""What happened on the day of the document, or at the hearing that it is about.

A call is made by saying it: one in the present tense is of the day on which the document was
issued. What the first sentence of a dated text tells in the perfect, with no date of its own, is
the news of that day or the one before ("The court HAS UPHELD ..."). What happened in the courtroom
happened on the day of the judgment just told.
"""

from __future__ import annotations

from datetime import date, timedelta

from extract.claims.context import Context
from extract.claims.reach import head, reached
from extract.claims.triggers import Trigger
from extract.syntax import Tree
from ontology import ontology

_CLIMBS = ("xcomp", "ccomp", "advcl", "conj", "csubj")
_RECENT = timedelta(days=7)


def issued(context: Context, trigger: Trigger) -> str | None:
    """The date (EDTF) that the document's own gives the trigger; None where it gives none."""
    tree = context.tree
    spoken = ontology().says(trigger.type.name, "spoken")
    dates = reached(context, trigger, context.dates) if spoken else context.dates
    if tree is None or dates or context.cites or trigger.type.nature != "event":
        return None
    if (value := _in_court(context, tree, trigger)) is not None:
        return value
    day = context.document.metadata.date
    if day is None or len(day) < len("2020-01-01") or context.title_of is not None:
        return None
    if spoken:
        return day if _now(context, tree, trigger) else None
    return f"{day}~" if _leads(context) and _news(context, tree, trigger) else None


def _chain(tree: Tree, trigger: Trigger) -> list[int]:
    """The trigger's predicate and those over it that it completes or is joined to."""
    at = tree.clause(head(tree, trigger))
    found = [at]
    while _completes(tree, at) and (above := tree.head(at)) is not None:
        at = tree.clause(above)
        found.append(at)
    return found


def _completes(tree: Tree, at: int) -> bool:
    """Whether the predicate completes the one over it; "urge the judge TO LET them go" too."""
    infinitive = tree.tokens[at].dep == "acl" and any(tree.dependents(at, "mark"))
    return infinitive or tree.tokens[at].dep.startswith(_CLIMBS)


def _finite(tree: Tree, predicate: int) -> list[int]:
    verbs = (predicate, *tree.dependents(predicate, "aux", "cop"))
    return [i for i in verbs if "VerbForm=Fin" in tree.tokens[i].morph]


def _now(context: Context, tree: Tree, trigger: Trigger) -> bool:
    """Whether it is said in the present tense, by verbs that say what somebody does."""
    chain = _chain(tree, trigger)
    finite = [i for predicate in chain for i in _finite(tree, predicate)]
    perfect = any(i not in chain and context.listed(i, "tense", "auxiliaries") for i in finite)
    holds = any(context.listed(i, "dating", "holding_views") for i in chain)
    present = all("Tense=Past" not in tree.tokens[i].morph for i in finite)
    whole = tree.head(chain[-1]) is None
    return bool(finite) and whole and present and not perfect and not holds


def _leads(context: Context) -> bool:
    """Whether it is the first sentence of the text, under its heading and date."""
    document = context.document
    body = next((p for p in document.passages if p.kind == "body"), None)
    if body is None or document.metadata.covers or context.section.kind != "body":
        return False
    return context.sentence.start == 0 and context.sentence.passage.pieces == body.pieces


def _news(context: Context, tree: Tree, trigger: Trigger) -> bool:
    """Whether the main verb tells it in the perfect, as what has just happened."""
    if trigger.frame.pos == "noun":
        return False
    predicate = tree.clause(head(tree, trigger))
    joined = predicate
    while tree.tokens[joined].dep.startswith(("conj", "xcomp")):
        joined = tree.clause(tree.tokens[joined].head)
    often = any(context.listed(i, "dating", "often") for i in range(len(tree.tokens)))
    if tree.head(joined) is not None or often or not tree.participle(predicate):
        return False
    verbs = (*tree.dependents(predicate, "aux"), *tree.dependents(joined, "aux"))
    return any(
        context.listed(i, "tense", "auxiliaries") and "Tense=Pres" in tree.tokens[i].morph
        for i in verbs
    )


def _in_court(context: Context, tree: Tree, trigger: Trigger) -> str | None:
    """The day of the judgment just told, of what is said to follow it in the courtroom."""
    words = f" {' '.join(context.lower(i) for i in range(len(tree.tokens)))} "
    there = context.language.words("dating", "in_court")
    if trigger.frame.pos == "noun" or not any(f" {phrase} " in words for phrase in there):
        return None
    predicate = tree.clause(head(tree, trigger))
    while tree.tokens[predicate].dep.startswith(("conj", "xcomp")):
        predicate = tree.clause(tree.tokens[predicate].head)
    return _last_judgment(context) if tree.head(predicate) is None else None


def _last_judgment(context: Context) -> str | None:
    days = {
        claim.date
        for claim in context.said
        if claim.date and len(claim.date) == len("2020-01-01") and "/" not in claim.date
        if ontology().says(claim.type, "judgment")
    }
    last = max(days, default=None)
    if last is None or len(days) == 1:
        return last
    written = context.document.metadata.date or ""
    try:
        recent = date.fromisoformat(written) - date.fromisoformat(last) <= _RECENT
    except ValueError:
        return None
    return last if recent else None
