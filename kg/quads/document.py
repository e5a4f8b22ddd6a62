"""One document's graph: the document, its sections, the sources it cites, its claims.

Nothing here says whom a claim is about: that is identity's to say, and may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad

from extract.values import Document, Extraction, Party, Section
from kg.iris import camel, document_graph, document_path, ident, kg, slug, term
from kg.quads.claim import add_claim
from kg.quads.graph import RDF_TYPE, Graph, edtf_literal, number, text
from kg.quads.source import add_source, link
from kg.statements import Statement
from ontology.load import ontology


def document_quads(extraction: Extraction, claims: Iterable[Statement]) -> Sequence[Quad]:
    """The quads of a document's graph, from what was extracted and its claims as statements."""
    document = extraction.document
    graph = Graph(document_graph(document.id))
    node = ident(document_path(document.id))
    _about(graph, node, document)
    _recognition(graph, node, document)
    for section in document.sections:
        _section(graph, node, document, section)
    for source in document.sources:
        graph.add(node, kg("cites"), add_source(graph, source))
    for statement in claims:
        add_claim(graph, node, statement)
    return graph.quads


def section_node(document: str, section: str) -> NamedNode:
    """The node of a section, by the document's hash and the section's id."""
    return ident(f"{document_path(document)}/section/{slug(section)}")


def _about(graph: Graph, node: NamedNode, document: Document) -> None:
    about = document.metadata
    graph.add(node, RDF_TYPE, kg("Document"))
    graph.add(node, kg("fileName"), text(document.name))
    graph.add(node, kg("sha256"), text(document.id))
    graph.add(node, kg("mediaType"), text(document.media_type))
    graph.add(node, term("dcterms:title"), text(about.title, about.language))
    graph.add(node, term("dcterms:language"), text(about.language))
    graph.add(node, kg("documentKind"), kg(_kind(about.kind)))
    graph.add(node, kg("documentNumber"), text(about.number))
    graph.add(node, term("dcterms:date"), edtf_literal(about.date))
    _given(graph, node, document)
    graph.dated(node, kg("date"), about.date)
    for position, party in enumerate(about.parties, start=1):
        _party(graph, node, position, party)
    _dates(graph, node, document)


def _given(graph: Graph, node: NamedNode, document: Document) -> None:
    """What the file's own fields say, as Dublin Core and DCAT."""
    given = document.metadata.given
    graph.add(node, RDF_TYPE, term("dcat:Resource"))
    graph.each(node, term("dcterms:creator"), (text(name) for name in given.creators))
    graph.add(node, term("dcterms:publisher"), text(given.publisher))
    graph.add(node, term("dcterms:identifier"), text(given.identifier))
    graph.add(node, term("dcterms:format"), text(document.media_type))
    graph.add(node, term("dcterms:issued"), edtf_literal(given.issued))
    graph.add(node, term("dcterms:modified"), edtf_literal(given.modified))
    graph.add(node, kg("url"), text(given.address))
    graph.add(node, term("dcat:landingPage"), link(given.address))


def _recognition(graph: Graph, node: NamedNode, document: Document) -> None:
    """What read the words of pages that are pictures, and which pages these are."""
    read = document.recognition
    if read is None:
        return
    agent = ident(f"agent/{slug(read.engine)}")
    graph.add(node, kg("recognisedBy"), agent)
    graph.add(agent, RDF_TYPE, term("prov:SoftwareAgent"))
    graph.add(agent, term("rdfs:label"), text(read.engine))
    graph.each(node, kg("recognisedPage"), map(number, read.pages))


def _kind(kind: str) -> str:
    known = ontology().vocabularies["documents"].get(kind)
    return str(known.facts["iri"]) if known else camel(kind)


def _party(graph: Graph, node: NamedNode, position: int, party: Party) -> None:
    part = NamedNode(f"{node.value}/party/{position}")
    graph.add(node, kg("documentParty"), part)
    graph.add(part, RDF_TYPE, kg("Party"))
    graph.add(part, kg("partyRole"), text(party.role))
    graph.add(part, term("rdfs:label"), text(party.name))
    graph.add(part, kg("office"), text(party.office))
    graph.add(part, kg("politicalParty"), text(party.party))


def _dates(graph: Graph, node: NamedNode, document: Document) -> None:
    for position, date in enumerate(document.metadata.dates, start=1):
        part = NamedNode(f"{node.value}/date/{date.role}-{position}")
        graph.add(node, kg("documentDate"), part)
        graph.add(part, RDF_TYPE, kg("DocumentDate"))
        graph.add(part, kg("dateRole"), text(date.role))
        graph.dated(part, kg("date"), date.date)
        words = " ".join(document.text[date.start : date.end].split())
        graph.add(part, kg("quote"), text(words, document.metadata.language))
        graph.add(part, kg("start"), number(date.start))
        graph.add(part, kg("end"), number(date.end))


def _section(graph: Graph, node: NamedNode, document: Document, section: Section) -> None:
    part = section_node(document.id, section.id)
    named = section.kind in ("question", "answer", "footnote", "record")
    graph.add(part, RDF_TYPE, kg(camel(section.kind)) if named else kg("Section"))
    graph.add(part, term("dcterms:isPartOf"), node)
    graph.add(part, kg("number"), text(section.number))
    graph.add(part, kg("voice"), text(section.voice))
    graph.each(part, kg("category"), (text(name) for name in section.category))
    graph.add(part, kg("start"), number(section.start))
    graph.add(part, kg("end"), number(section.end))
    if section.kind == "answer":
        graph.each(part, kg("answers"), _questions(document, section))


def _questions(document: Document, answer: Section) -> Iterable[NamedNode]:
    """The questions that an answer answers: those with its number ("1, 2" answers two)."""
    numbers = set(answer.number.replace(",", " ").split())
    for section in document.sections:
        if section.kind == "question" and section.number in numbers:
            yield section_node(document.id, section.id)
