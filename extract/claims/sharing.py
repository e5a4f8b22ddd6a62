"""What the conviction and the sentence of one ruling share: the court, the charge, the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.candidates import Weighed
from extract.values import Claim
from ontology import ontology

_SHARED = frozenset({"articles", "charge", "court", "place"})


def shared(made: Sequence[Weighed], said: Sequence[Claim] = ()) -> list[Weighed]:
    """The claims of a sentence, each ruling's with what is told of it beside another of its claims.

    "Convicted of insult and fined" is a fine for insult. ``said`` are the claims of the sentence
    before: where this one tells no day of its own, it goes on about the same ruling.
    """
    claims = [item.claim for item in made if item.claim is not None]
    return [
        item if item.claim is None else replace(item, claim=_with(item.claim, claims, said))
        for item in made
    ]


def _with(claim: Claim, beside: Sequence[Claim], said: Sequence[Claim]) -> Claim:
    mine = [other for other in beside if _one_ruling(claim, other)]
    if not mine and claim.date is None:
        mine = [other for other in said if _one_ruling(claim, other)]
    rivals = sum(_of_type(claim, other) for other in beside)
    if len(mine) != 1 or rivals != 1:
        return claim  # several rulings: which is which is not told
    own, roles = dict(claim.args), ontology().types[claim.type].roles
    more = {
        key: value
        for key, value in mine[0].args
        if key in _SHARED and key not in own and any(role.name == key for role in roles)
    }
    return replace(claim, args=tuple(sorted({**own, **more}.items()))) if more else claim


def _of_type(claim: Claim, other: Claim) -> bool:
    return other.type == claim.type and other.subject.referent == claim.subject.referent


def _one_ruling(claim: Claim, other: Claim) -> bool:
    """Whether the two are a verdict and its punishment, of one person and of no two days."""
    types = [ontology().types[name] for name in (claim.type, other.type)]
    verdicts = all(
        kind.parent == "JudicialDecision" and kind.role("charge") and kind.role("court")
        for kind in types
    )
    return (
        verdicts
        and claim.type != other.type
        and claim.subject.referent == other.subject.referent
        and claim.status == other.status
        and (claim.date == other.date or None in (claim.date, other.date))
    )
