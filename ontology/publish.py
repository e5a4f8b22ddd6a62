"""The ontology as OWL and SKOS: the hand-written core, and what the definition files add to it.

Claim types become classes, their roles properties, vocabularies concept schemes. There are no
blank nodes, and no name is both a class and an individual (OWL 2 DL, no punning).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from ontology.load import ontology
from ontology.model import NAMESPACE, ClaimType, Role, Term

KG = Namespace(NAMESPACE)
SCHEMA = Namespace("https://schema.org/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
ONTOLOGY = URIRef(NAMESPACE.removesuffix("#"))
CATEGORIES = "categories"
"""The vocabulary whose terms are classes, not concepts."""

_RANGES = {
    "integer": XSD.integer, "boolean": XSD.boolean,
    "articles": XSD.string, "term": XSD.string,
}  # fmt: skip


def graph() -> Graph:
    """The whole ontology as one RDF graph."""
    known = ontology()
    made = Graph()
    made.parse(data=files("ontology").joinpath("core.ttl").read_text("utf-8"), format="turtle")
    for category in known.vocabularies[CATEGORIES].values():
        _class(made, KG[str(category.facts["class"])], KG[str(category.facts["within"])], category)
    for kind in known.types.values():
        _class(made, URIRef(kind.iri), KG[kind.parent], kind)
    for found in uses(known.types.values()).values():
        _property(made, found)
    for name, terms in known.vocabularies.items():
        if name != CATEGORIES:
            _scheme(made, name, terms)
    return made


def turtle() -> str:
    """The whole ontology as Turtle, the same bytes each time."""
    return graph().serialize(format="turtle")


def scheme(vocabulary: str) -> URIRef:
    """The IRI of the concept scheme of a vocabulary.

    >>> scheme("custody_states").rpartition("#")[2]
    'custodyStatesScheme'
    """
    first, *rest = vocabulary.split("_")
    return KG[first + "".join(map(str.capitalize, rest)) + "Scheme"]


def range_of(role: Role) -> URIRef:
    """The datatype of a role's values; rdfs:Literal where they are words in any language.

    So it is of a duration, which may be for life: its shape says what else it is.
    """
    return _RANGES.get(role.range, RDFS.Literal)


def _class(made: Graph, node: URIRef, parent: URIRef, said: ClaimType | Term) -> None:
    made.add((node, RDF.type, OWL.Class))
    made.add((node, RDFS.subClassOf, parent))
    _texts(made, node, RDFS.label, said.label)
    _texts(made, node, RDFS.comment, said.definition)
    made.add((node, RDFS.isDefinedBy, ONTOLOGY))


def uses(types: Iterable[ClaimType]) -> Mapping[str, list[tuple[ClaimType, Role]]]:
    """The claim types that have each role, by its name: a role of one name is one property."""
    found: dict[str, list[tuple[ClaimType, Role]]] = defaultdict(list)
    for kind in types:
        for role in kind.roles:
            found[role.name].append((kind, role))
    return found


def _property(made: Graph, found: list[tuple[ClaimType, Role]]) -> None:
    role = found[0][1]
    node = URIRef(role.iri)
    made.add((node, RDF.type, OWL.DatatypeProperty))
    made.add((node, RDFS.range, range_of(role)))
    for kind, _ in found:
        made.add((node, SCHEMA.domainIncludes, URIRef(kind.iri)))
    for language in sorted({tag for _, each in found for tag in each.label}):
        labels = sorted({each.label[language] for _, each in found if language in each.label})
        made.add((node, RDFS.label, Literal(" / ".join(labels), language)))
    if role.vocabulary:
        made.add((node, RDFS.seeAlso, scheme(role.vocabulary)))
    made.add((node, RDFS.isDefinedBy, ONTOLOGY))


def _scheme(made: Graph, name: str, terms: Mapping[str, Term]) -> None:
    node = scheme(name)
    made.add((node, RDF.type, SKOS.ConceptScheme))
    made.add((node, RDFS.label, Literal(name.replace("_", " "), "en")))
    for term in terms.values():
        _concept(made, node, term)


def _concept(made: Graph, within: URIRef, term: Term) -> None:
    node = URIRef(term.iri)
    made.add((node, RDF.type, SKOS.Concept))
    made.add((node, SKOS.inScheme, within))
    made.add((node, SKOS.topConceptOf, within))
    made.add((within, SKOS.hasTopConcept, node))
    made.add((node, SKOS.notation, Literal(term.name)))
    _texts(made, node, SKOS.prefLabel, term.label)
    _texts(made, node, SKOS.definition, term.definition)
    made.add((node, RDFS.isDefinedBy, ONTOLOGY))


def _texts(made: Graph, node: URIRef, predicate: URIRef, texts: Mapping[str, str]) -> None:
    for language, text in texts.items():
        made.add((node, predicate, Literal(text, language)))
