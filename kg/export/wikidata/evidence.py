"""What the gate must know of the rest of the graph before it lets one claim out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.export.nodes import Node, nodes
from kg.export.terms import fillers, term_of, type_of
from kg.export.wikidata import qids
from ontology.load import ontology
from ontology.model import ClaimType

Span = tuple[int, int]
GUARDED = "guarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The graph around the claims.

    ``things`` are persons and other entities, documents and sources by IRI; ``closed`` the
    places in each document that may not be quoted; ``tainted`` the sources whose headline says
    what may not go out; ``contested`` the claims that another one contradicts; ``qids`` the
    user's items by label.
    """

    things: Mapping[str, Node]
    closed: Mapping[str, tuple[Span, ...]]
    tainted: frozenset[str]
    contested: frozenset[str]
    qids: Mapping[str, str]

    def is_closed(self, claim: Node) -> bool:
        """Whether the claim's words overlap words that may not go out."""
        start, end = span(claim)
        spans = self.closed.get(claim.text("oa:hasSource"), ())
        return any(start < last and first < end for first, last in spans)

    def sources(self, claim: Node) -> tuple[Node, ...]:
        """The sources that the claim cites and whose headline may go out."""
        names = (iri for iri in claim.texts("kg:cites") if iri not in self.tainted)
        return tuple(self.things[iri] for iri in names if iri in self.things)


def gather(data: Path) -> Evidence:
    """The evidence of a build, in one pass over its graph."""
    things: dict[str, Node] = {}
    closed: list[Node] = []
    contested: set[str] = set()
    for node in nodes(data):
        if node.is_a("kg:Claim"):
            closed += [node] if rank(level(node)) > rank(GUARDED) else []
        elif node.is_a("kg:Conflict"):
            contested.update(node.texts("kg:between"))
        elif node.all("skos:prefLabel") or node.is_a("kg:Document") or node.is_a("kg:CitedSource"):
            things[node.iri] = node
    return Evidence(
        things=things,
        closed=_spans(closed),
        tainted=frozenset(_tainted(closed, things)),
        contested=frozenset(contested),
        qids=qids.read(data),
    )


def kind_of(claim: Node) -> ClaimType | None:
    """The claim's type, None where the ontology does not have it."""
    return type_of(claim.text("kg:claimType"))


def level(claim: Node) -> str:
    """The highest sensitivity of a claim: as the graph says, of its type and of its arguments.

    A claim of an unknown type or level has the highest there is.
    """
    kind = kind_of(claim)
    levels = set(levels_of(claim))
    levels |= {kind.sensitivity} if kind else {_highest()}
    roles = kind.roles if kind else ()
    levels |= {role.sensitivity for role in roles if fillers(claim, role)}
    return max(levels, key=rank)


def levels_of(node: Node) -> Iterator[str]:
    """The levels that the graph gives to a claim, a document or a source."""
    for iri in node.texts("kg:sensitivity"):
        term = term_of("sensitivity", iri)
        yield term.name if term else _highest()


def rank(name: str) -> int:
    """How sensitive a level is; more is more."""
    return int(ontology().vocabularies["sensitivity"][name].facts["rank"])


def span(claim: Node) -> Span:
    """The place of the claim's words in its document."""
    return int(claim.text("kg:start") or 0), int(claim.text("kg:end") or 0)


def _highest() -> str:
    return max(ontology().vocabularies["sensitivity"], key=rank)


def _spans(closed: list[Node]) -> Mapping[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    for claim in closed:
        document = claim.text("oa:hasSource")
        found[document] = (*found.get(document, ()), span(claim))
    return found


def _tainted(closed: list[Node], things: Mapping[str, Node]) -> Iterator[str]:
    for claim in closed:
        said = _letters(claim.text("kg:quote"))
        for iri in claim.texts("kg:cites"):
            title = _letters(things[iri].text("dcterms:title")) if iri in things else ""
            if title and said and (said in title or title in said):
                yield iri


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()
