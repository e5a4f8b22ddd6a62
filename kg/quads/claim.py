"""A claim as quads: what it says, how firmly, in which words, on whose word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil, floor

from pyoxigraph import NamedNode

from extract.values import Box
from kg.iris import camel, document_path, ident, kg, slug, term
from kg.quads.graph import RDF_TYPE, Graph, argument, day, decimal, number, text
from kg.quads.source import add_source
from kg.statements import Statement
from ontology.load import ontology

_PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"  # as Web Annotation names them, section 4.2.1


def type_node(claim_type: str) -> NamedNode:
    """The class of a claim type."""
    known = ontology().types.get(claim_type)
    return kg(known.class_name if known else camel(claim_type))


def role_node(role: str) -> NamedNode:
    """The property of a role: its name in camel case.

    >>> role_node("acted_for").value.rpartition("#")[2]
    'actedFor'
    """
    name = camel(role)
    return kg(name[:1].lower() + name[1:])


def add_claim(graph: Graph, document: NamedNode, statement: Statement) -> None:
    """All quads of a claim that its document settles."""
    claim, node = statement.claim, ident(statement.id)
    graph.add(node, RDF_TYPE, kg("Claim"))
    graph.add(node, kg("claimType"), type_node(claim.type))
    graph.add(node, kg("mention"), text(claim.subject.text, claim.language))
    graph.add(node, kg("status"), _status(claim.status))
    graph.dated(node, kg("date"), claim.date)
    graph.add(node, kg("statedOn"), day(statement.stated_on))
    for name, value in claim.args:
        graph.each(node, role_node(name), argument(value))
    graph.add(node, kg("sensitivity"), _sensitivity(statement))
    graph.add(node, kg("confidence"), decimal(claim.confidence))
    graph.add(node, kg("acceptedOn"), day(statement.accepted_on))
    graph.add(node, kg("inSection"), _section(statement))
    _voices(graph, node, statement)
    _evidence(graph, node, document, statement)


def _status(status: str) -> NamedNode:
    return kg(str(ontology().vocabularies["statuses"][status].facts["iri"]))


def _sensitivity(statement: Statement) -> NamedNode | None:
    """The highest level of the claim's type and of the roles that it fills."""
    known = ontology().types.get(statement.claim.type)
    if known is None:
        return None
    roles = (known.role(name) for name, _ in statement.claim.args)
    levels = {known.sensitivity, *(role.sensitivity for role in roles if role)}
    terms = (ontology().vocabularies["sensitivity"][level] for level in levels)
    highest = max(terms, key=lambda item: int(item.facts["rank"]))
    return kg(str(highest.facts["iri"]))


def _section(statement: Statement) -> NamedNode:
    path = document_path(statement.claim.document)
    return ident(f"{path}/section/{slug(statement.claim.section)}")


def _voices(graph: Graph, node: NamedNode, statement: Statement) -> None:
    claim = statement.claim
    graph.each(node, kg("attributedTo"), (text(name) for name in claim.attributed_to))
    graph.add(node, kg("attribution"), text("; ".join(claim.attributed_to)))
    for name in claim.attributed_to:
        agent = ident(f"agent/{slug(name)}")
        graph.add(node, term("prov:wasAttributedTo"), agent)
        graph.add(agent, RDF_TYPE, term("prov:Agent"))
        graph.add(agent, term("rdfs:label"), text(name))
    for source in claim.cites:
        graph.add(node, kg("cites"), add_source(graph, source))
        graph.add(node, kg("marker"), text(source.marker))
    run = ident(f"run/{slug(claim.extractor)}")
    graph.add(node, term("prov:wasGeneratedBy"), run)
    graph.add(run, RDF_TYPE, term("prov:Activity"))
    graph.add(run, term("rdfs:label"), text(claim.extractor))


def _evidence(graph: Graph, node: NamedNode, document: NamedNode, statement: Statement) -> None:
    quote, language = statement.claim.quote, statement.claim.language
    words = text(quote.text, language)
    graph.add(node, kg("quote"), words)
    graph.add(node, term("oa:hasSource"), document)
    graph.add(node, kg("start"), number(quote.start))
    graph.add(node, kg("end"), number(quote.end))
    graph.add(node, kg("page"), number(quote.page))
    if quote.recognised is not None:
        graph.add(node, kg("ocrConfidence"), decimal(quote.recognised / 100))
    selector = NamedNode(f"{node.value}/quote")
    graph.add(node, term("oa:hasSelector"), selector)
    graph.add(selector, RDF_TYPE, term("oa:TextQuoteSelector"))
    graph.add(selector, term("oa:exact"), words)
    position = NamedNode(f"{node.value}/position")
    graph.add(node, term("oa:hasSelector"), position)
    graph.add(position, RDF_TYPE, term("oa:TextPositionSelector"))
    graph.add(position, term("oa:start"), number(quote.start))
    graph.add(position, term("oa:end"), number(quote.end))
    for page, boxes in groupby(quote.boxes, key=lambda box: box.page):
        _fragment(graph, node, page, tuple(boxes))


def _fragment(graph: Graph, node: NamedNode, page: int, boxes: Sequence[Box]) -> None:
    """Where a quote stands on a page, as a viewer of PDF takes it (RFC 8118, section 3).

    ``viewrect`` holds all of it, in points from the top left; each ``highlight`` a line of it, in
    whole points.
    """
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    view = ",".join(
        f"{value:g}" for value in (left, top, round(right - left, 1), round(bottom - top, 1))
    )
    lines = (
        f"highlight={floor(box.left)},{ceil(box.right)},{floor(box.top)},{ceil(box.bottom)}"
        for box in boxes
    )
    selector = NamedNode(f"{node.value}/page-{page}")
    graph.add(node, term("oa:hasSelector"), selector)
    graph.add(selector, RDF_TYPE, term("oa:FragmentSelector"))
    graph.add(selector, term("dcterms:conformsTo"), NamedNode(_PDF_FRAGMENTS))
    graph.add(
        selector, term("rdf:value"), text("&".join((f"page={page}", f"viewrect={view}", *lines)))
    )
