from __future__ import annotations

import hashlib
import html
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from ontology import ontology
from ontology.model import NAMESPACE
from ontology.publish import graph, turtle

CLASS_OF = {
    OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDFS.Datatype,
    SKOS.Concept, SKOS.ConceptScheme, OWL.Ontology,
}  # fmt: skip
BUILT_IN = (str(RDF), str(RDFS), str(OWL), "http://www.w3.org/2001/XMLSchema#")


@pytest.fixture(scope="module")
def published() -> Graph:
    return graph()


def test_rdflib_and_pyoxigraph_read_it_without_a_warning(
    published: Graph, caplog: pytest.LogCaptureFixture
) -> None:
    text = turtle()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        again = Graph().parse(data=text, format="turtle")
        triples = list(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    assert isomorphic(again, published)
    assert len(triples) == len(published)
    assert not caplog.records


def test_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys\nfrom ontology import publish, shapes\n"
        "text = publish.turtle() + shapes.turtle()\n"
        "sys.stdout.buffer.write(text.encode('utf-8'))"
    )
    digests = set()
    for seed, locale in (("0", "C"), ("1", "tr_TR.UTF-8"), ("2", "C.UTF-8")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
        assert run.returncode == 0, run.stderr.decode()
        digests.add(hashlib.sha256(run.stdout).hexdigest())
    assert len(digests) == 1


def test_no_blank_nodes(published: Graph) -> None:
    assert not [node for triple in published for node in triple if isinstance(node, BNode)]


def test_everything_used_is_declared_once(published: Graph) -> None:
    used = {node for _, predicate, _ in published for node in (predicate,)}
    used |= {
        node
        for subject, predicate, value in published
        if predicate in (RDFS.subClassOf, RDFS.range, RDFS.domain, RDF.type, OWL.disjointWith)
        for node in (subject, value)
    }
    kinds = {node: set(published.objects(node, RDF.type)) & CLASS_OF for node in used}
    undeclared = [
        node for node, found in kinds.items() if not found and not str(node).startswith(BUILT_IN)
    ]
    assert undeclared == []


def test_nothing_is_of_two_kinds(published: Graph) -> None:
    for node in set(published.subjects()):
        assert len(set(published.objects(node, RDF.type)) & CLASS_OF) == 1, node


def test_classes_and_individuals_do_not_share_a_name(published: Graph) -> None:
    classes = set(published.subjects(RDF.type, OWL.Class))
    for subject, predicate, value in published:
        if (predicate, RDF.type, OWL.ObjectProperty) in published:
            assert subject not in classes
            assert value not in classes


def test_everything_of_ours_says_what_it_is_in_both_languages(published: Graph) -> None:
    for node in set(published.subjects(RDF.type)):
        if not str(node).startswith(NAMESPACE) or (node, RDF.type, SKOS.ConceptScheme) in published:
            continue
        labels = [*published.objects(node, RDFS.label), *published.objects(node, SKOS.prefLabel)]
        languages = [label.language for label in labels if isinstance(label, Literal)]
        assert sorted(filter(None, languages)) == ["en", "nl"], node


def test_a_claim_type_is_a_class_under_event_or_state_and_never_under_what_is_alleged(
    published: Graph,
) -> None:
    for kind in ontology().types.values():
        above = set(published.transitive_objects(URIRef(kind.iri), RDFS.subClassOf))
        assert URIRef(NAMESPACE + ("Event" if kind.nature == "event" else "State")) in above
        assert URIRef(NAMESPACE + "UnestablishedOccurrence") not in above


def test_a_role_is_a_property_that_makes_no_event_of_an_allegation(published: Graph) -> None:
    for kind in ontology().types.values():
        for role in kind.roles:
            node = URIRef(role.iri)
            assert (node, RDF.type, OWL.DatatypeProperty) in published
            assert not list(published.objects(node, RDFS.domain))


def test_classes_named_in_vocabularies_are_declared(published: Graph) -> None:
    for terms in ontology().vocabularies.values():
        for term in terms.values():
            for fact in ("class", "event"):
                if fact in term.facts:
                    node = URIRef(NAMESPACE + str(term.facts[fact]))
                    assert (node, RDF.type, OWL.Class) in published


def test_a_term_is_a_concept_with_its_notation(published: Graph) -> None:
    alleged = URIRef(ontology().vocabularies["statuses"]["alleged"].iri)
    assert (alleged, RDF.type, SKOS.Concept) in published
    assert (alleged, SKOS.notation, Literal("alleged")) in published
    assert (alleged, SKOS.prefLabel, Literal("naar verluidt", "nl")) in published


def test_pylode_documents_every_class_without_a_warning(published: Graph, tmp_path: Path) -> None:
    source, target = tmp_path / "ontology.ttl", tmp_path / "ontology.html"
    source.write_text(turtle(), encoding="utf-8", newline="\n")
    code = (
        "import logging, sys, warnings\n"
        "from pylode import OntPub\n"
        "logging.getLogger('asyncio').setLevel(logging.ERROR)\n"
        "warnings.simplefilter('error')\n"
        "warnings.simplefilter('ignore', ResourceWarning)  # its own unclosed files\n"
        "OntPub(sys.argv[1]).make_html(sys.argv[2])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(source), str(target)], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    said = [line for line in run.stderr.splitlines() if not line.startswith(("INFO", "DEBUG"))]
    assert said == []
    page = html.unescape(target.read_text("utf-8"))
    for node in published.subjects(RDF.type, OWL.Class):
        for label in published.objects(node, RDFS.label):
            if isinstance(label, Literal) and label.language == "en":
                assert str(label) in page, node
