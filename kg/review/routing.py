"""Which claims enter the graph, and which wait for somebody to look at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.values import Claim, Extraction, Referent
from kg.review.decisions import Decision
from kg.statements import claim_id

THRESHOLD = 0.3
"""The confidence below which a claim waits.

On the calibration set what lies below it was wrong more often than right; of what lies between it
and 0.5 more than half had the right type, subject and place, so that a higher one takes more from
recall than it gives to precision. What each level does on any annotated documents is told by
``python -m training.confidence --measure DIR``.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A claim that is not in the graph: of which file, about whom, and whether it was refused."""

    claim: Claim
    document: str
    referent: Referent
    decision: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """An extraction with the claims that enter the graph, and those that are held back."""

    extraction: Extraction
    held: tuple[Held, ...]


def routed(
    extraction: Extraction, decisions: Mapping[str, Decision], threshold: float = THRESHOLD
) -> Routed:
    """The extraction's claims, parted.

    What was decided goes before the threshold, whatever the confidence; nobody is in the graph of
    whom no claim is.
    """
    paths = {id(claim): claim_id(claim) for claim in extraction.claims}

    def verdict(claim: Claim) -> str | None:
        """What was decided on the claim; None where nothing was."""
        decision = decisions.get(paths[id(claim)])
        return decision.decision if decision else None

    def enters(claim: Claim) -> bool:
        """Whether the claim goes into the graph."""
        decided = verdict(claim)
        return claim.confidence >= threshold if decided is None else decided == "accepted"

    kept = tuple(filter(enters, extraction.claims))
    inside = {paths[id(claim)] for claim in kept}
    others = {paths[id(c)]: c for c in extraction.claims if paths[id(c)] not in inside}
    if not others:
        return Routed(extraction=extraction, held=())
    known = {referent.key: referent for referent in extraction.referents}
    used = {claim.subject.referent for claim in kept}
    return Routed(
        extraction=replace(
            extraction,
            claims=kept,
            referents=tuple(ref for ref in extraction.referents if ref.key in used),
        ),
        held=tuple(
            Held(
                claim=claim,
                document=extraction.document.name,
                referent=known[claim.subject.referent],
                decision=verdict(claim),
            )
            for claim in others.values()
        ),
    )
