"""A made-up graph conforms; each way of breaking it is found, under the property that is broken."""

from __future__ import annotations

from collections.abc import Iterable

import pyshacl
import pytest
from rdflib import RDF, SH, BNode, Graph

from ontology.publish import graph
from ontology.shapes import shapes

PREFIXES = """
@prefix kg: <https://w3id.org/conscience-graph/ns#> .
@prefix id: <https://w3id.org/conscience-graph/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
CLAIM = """
id:claim-{name} a kg:Claim ; kg:claimType kg:{type} ; kg:status kg:{status} ;
  kg:subject id:person-anna ; kg:mention "Anna Voorbeeld"@nl ; kg:quote "{quote}"@nl ;
  oa:hasSource id:document-a ; kg:inSection id:section-1 ; kg:start {start} ; kg:end {end} ;
  oa:hasSelector id:claim-{name}-quote, id:claim-{name}-position ; kg:page 1 ;
  kg:confidence "0.9"^^xsd:decimal ; kg:sensitivity kg:Guarded ;
  kg:claims id:event-{name} ; kg:origin id:origin-1 ; prov:wasGeneratedBy id:run-frames .
id:claim-{name}-quote a oa:TextQuoteSelector ; oa:exact "{quote}"@nl .
id:claim-{name}-position a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} .
"""
SENTENCE = CLAIM.format(
    name="s", type="Sentence", status="Reported", quote="Anna kreeg zeven jaar.", start=10, end=32
)
ALLEGED = CLAIM.format(
    name="i",
    type="IllTreatment",
    status="Alleged",
    quote="Anna zou zijn geslagen.",
    start=40,
    end=63,
)
CONTEXT = """
id:document-a a kg:Document ; kg:fileName "made-up.txt" ; kg:sha256 "HASH" ;
  kg:documentKind kg:Letter ; kg:documentParty id:party-1 .
id:date-1 a kg:DocumentDate ; kg:dateRole "issued" ; kg:quote "18 mei 2021"@nl ;
  kg:date "2021-05-18"^^edtf:EDTF ; kg:earliest "2021-05-18"^^xsd:date ;
  kg:latest "2021-05-18"^^xsd:date ; kg:start 1 ; kg:end 9 .
id:party-1 a kg:Party ; kg:partyRole "sender" .
id:section-1 a kg:Answer ; dcterms:isPartOf id:document-a ; kg:start 0 ; kg:end 90 ;
  kg:answers id:section-0 .
id:section-0 a kg:Question ; dcterms:isPartOf id:document-a ; kg:start 0 ; kg:end 0 .
id:source-1 a kg:CitedSource ; dcterms:publisher "Made-up Bulletin" ;
  dcterms:date "2021-04"^^edtf:EDTF .
id:run-frames a prov:Activity .
id:origin-1 a kg:Origin .
id:person-anna a kg:Person ; skos:prefLabel "Anna Voorbeeld"@nl .
id:claim-s kg:cites id:source-1 ; kg:date "2021-04"^^edtf:EDTF ;
  kg:earliest "2021-04-01"^^xsd:date ; kg:latest "2021-04-30"^^xsd:date ;
  kg:duration "P7Y"^^xsd:duration ; kg:articles "281.2", "283.1" ; kg:court "een rechtbank" .
id:claim-i kg:kind "beating" .
id:event-s a kg:Sentence ; kg:eventType kg:Sentence ; kg:person id:person-anna ;
  kg:independentSources 1 ; kg:duration "P7Y"^^xsd:duration ;
  kg:court "een rechtbank", "a made-up court" .
id:event-i a kg:AllegedEvent ; kg:eventType kg:IllTreatment ; kg:person id:person-anna ;
  kg:independentSources 1 ; kg:kind "beating" .
id:custody-1 a kg:CustodyInterval ; kg:person id:person-anna ; kg:custodyState kg:InCustody ;
  kg:earliestStart "2021-04-01"^^xsd:date ; kg:latestStart "2021-04-30"^^xsd:date ;
  kg:latestEnd "2022-01-01"^^xsd:date ; prov:wasDerivedFrom id:claim-s .
id:conflict-1 a kg:Conflict ; kg:conflictKind kg:DateConflict ; kg:between id:claim-s, id:claim-i .
""".replace("HASH", "0" * 64)
GOOD = PREFIXES + SENTENCE + ALLEGED + CONTEXT
SHAPES, ONTOLOGY = shapes(), graph()


def broken_paths(data: str) -> set[str]:
    """The properties under which the data is found at fault; empty where it conforms."""
    conforms, report, _ = pyshacl.validate(
        Graph().parse(data=data, format="turtle"), shacl_graph=SHAPES, ont_graph=ONTOLOGY
    )
    assert isinstance(report, Graph)
    results = list(report.subjects(RDF.type, SH.ValidationResult))
    assert conforms is not bool(results)
    return {_name(report, result) for result in results}


def _name(report: Graph, result: object) -> str:
    path = report.value(result, SH.resultPath)  # type: ignore[arg-type]
    if isinstance(path, BNode):
        return str(report.value(result, SH.sourceShape)).rpartition("/")[2]  # type: ignore[arg-type]
    return str(path).rpartition("#")[2].rpartition("/")[2]


def test_the_good_graph_conforms() -> None:
    assert broken_paths(GOOD) == set()


def test_the_shapes_are_shapes() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text


BROKEN = [
    ("no quote", 'kg:quote "Anna kreeg zeven jaar."@nl ;', "", "quote"),
    ("empty quote", 'kg:quote "Anna kreeg zeven jaar."@nl', 'kg:quote ""@nl', "quote"),
    ("two quotes", "kg:page 1", 'kg:page 1 ; kg:quote "iets anders"', "quote"),
    ("quote not what is selected", 'oa:exact "Anna kreeg', 'oa:exact "Ann kreeg', "Claim-exact"),
    ("place not what is selected", "oa:start 10", "oa:start 11", "Claim-position"),
    ("no type", "kg:claimType kg:Sentence ;", "", "claimType"),
    ("a type of nobody's", "kg:claimType kg:Sentence", "kg:claimType kg:Verdict", "claimType"),
    ("no status", "kg:status kg:Reported ;", "", "status"),
    ("a status of nobody's", "kg:status kg:Reported", "kg:status kg:Rumoured", "status"),
    ("no subject", "kg:subject id:person-anna ; kg:mention", "kg:mention", "subject"),
    ("no mention", 'kg:mention "Anna Voorbeeld"@nl ;', "", "mention"),
    (
        "nameless subject",
        'id:person-anna a kg:Person ; skos:prefLabel "Anna Voorbeeld"@nl .',
        "id:person-anna a kg:Person .",
        "subject",
    ),
    ("no document", "oa:hasSource id:document-a ;", "", "hasSource"),
    ("no section", "kg:inSection id:section-1 ;", "", "inSection"),
    ("start after end", "kg:start 10 ; kg:end 32", "kg:start 33 ; kg:end 32", "start"),
    ("start at end", "kg:start 10 ; kg:end 32", "kg:start 32 ; kg:end 32", "start"),
    ("start is text", "kg:start 10", 'kg:start "10"', "start"),
    ("no end", " ; kg:end 32", "", "end"),
    ("page 0", "kg:page 1", "kg:page 0", "page"),
    ("confidence above 1", '"0.9"^^xsd:decimal', '"1.1"^^xsd:decimal', "confidence"),
    ("confidence below 0", '"0.9"^^xsd:decimal', '"-0.1"^^xsd:decimal', "confidence"),
    ("confidence a double", '"0.9"^^xsd:decimal', '"0.9"^^xsd:double', "confidence"),
    ("no sensitivity", "kg:sensitivity kg:Guarded ;", "", "sensitivity"),
    ("no run", " ; prov:wasGeneratedBy id:run-frames", "", "wasGeneratedBy"),
    ("no origin", "kg:origin id:origin-1 ;", "", "origin"),
    ("cites a person", "kg:cites id:source-1", "kg:cites id:person-anna", "cites"),
    ("about nothing", "kg:claims id:event-s ;", "", "claims"),
    (
        "earliest after latest",
        '2021-04-01"^^xsd:date ; kg:latest "',
        '2021-05-01"^^xsd:date ; kg:latest "',
        "earliest",
    ),
    (
        "bounds without days",
        '"2021-04-30"^^xsd:date ;\n  kg:duration',
        '"2021-04"^^xsd:gYearMonth ;\n  kg:duration',
        "latest",
    ),
    ("date is no EDTF literal", 'kg:date "2021-04"^^edtf:EDTF', 'kg:date "2021-04"', "date"),
    ("date is words", 'kg:date "2021-04"', 'kg:date "april 2021"', "date"),
    (
        "date without bounds",
        'kg:earliest "2021-04-01"^^xsd:date ; kg:latest "2021-04-30"^^xsd:date ;',
        "",
        "Dated-bounds",
    ),
    (
        "duration is text",
        'kg:duration "P7Y"^^xsd:duration ; kg:articles',
        'kg:duration "zeven jaar" ; kg:articles',
        "duration",
    ),
    (
        "two durations in one claim",
        'kg:articles "281.2"',
        'kg:duration "P8Y"^^xsd:duration ; kg:articles "281.2"',
        "duration",
    ),
    (
        "two courts in one claim",
        'kg:court "een rechtbank" .',
        'kg:court "een rechtbank", "nog een" .',
        "court",
    ),
    ("a term of nobody's", 'id:claim-i kg:kind "beating"', 'id:claim-i kg:kind "slaan"', "kind"),
    ("allegation as a fact", "a kg:AllegedEvent", "a kg:IllTreatment", "Fact-claims"),
    (
        "allegation also as a fact",
        "a kg:AllegedEvent",
        "a kg:AllegedEvent, kg:IllTreatment",
        "type",
    ),
    ("fact without claims", "kg:claims id:event-s", "kg:claims id:event-i", "Fact-claims"),
    ("event of no type", "kg:eventType kg:Sentence ;", "kg:eventType kg:Verdict ;", "eventType"),
    (
        "event of nobody",
        "kg:eventType kg:Sentence ; kg:person id:person-anna ;",
        "kg:eventType kg:Sentence ;",
        "Occurrence-subject",
    ),
    (
        "no source counted",
        "kg:independentSources 1 ; kg:duration",
        "kg:independentSources 0 ; kg:duration",
        "independentSources",
    ),
    ("document date unquoted", ' kg:quote "18 mei 2021"@nl ;', "", "quote"),
    ("document date without a role", ' kg:dateRole "issued" ;', "", "dateRole"),
    (
        "document date backwards",
        "kg:start 1 ; kg:end 9 .",
        "kg:start 9 ; kg:end 1 .",
        "start",
    ),
    ("source without anything", 'dcterms:publisher "Made-up Bulletin" ;', "", "CitedSource-known"),
    ("source date is words", '"2021-04"^^edtf:EDTF .', '"april" .', "date"),
    ("hash too short", "0" * 64, "0" * 63, "sha256"),
    ("no kind of document", "kg:documentKind kg:Letter ;", "", "documentKind"),
    ("no file name", 'kg:fileName "made-up.txt" ;', "", "fileName"),
    (
        "section of nothing",
        "kg:Answer ; dcterms:isPartOf id:document-a ;",
        "kg:Answer ;",
        "isPartOf",
    ),
    ("answers itself", "kg:answers id:section-0", "kg:answers id:section-1", "answers"),
    ("interval reversed", '"2022-01-01"^^xsd:date', '"2020-01-01"^^xsd:date', "earliestStart"),
    ("interval without a state", "kg:custodyState kg:InCustody ;", "", "custodyState"),
    ("interval on no claim", " ; prov:wasDerivedFrom id:claim-s", "", "wasDerivedFrom"),
    (
        "conflict with itself",
        "kg:between id:claim-s, id:claim-i",
        "kg:between id:claim-s",
        "between",
    ),
    ("conflict of no kind", "kg:conflictKind kg:DateConflict ;", "", "conflictKind"),
]


@pytest.mark.parametrize(
    ("old", "new", "path"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_broken_graph_does_not_conform(old: str, new: str, path: str) -> None:
    assert old in GOOD
    assert path in broken_paths(GOOD.replace(old, new, 1))


def test_what_a_class_needs_is_missed() -> None:
    data = GOOD.replace("kg:Sentence", "kg:RiskGroup")
    assert broken_paths(data) == {"designated"}


def test_blank_nodes_stand_only_for_paths() -> None:
    blank = {node for node in _nodes(SHAPES) if isinstance(node, BNode)}
    roots = set(SHAPES.objects(None, SH.path)) & blank
    reached = set(roots)
    for root in roots:
        for step in SHAPES.objects(root):
            reached |= set(SHAPES.transitive_objects(step, RDF.rest)) & blank
        reached |= set(SHAPES.transitive_objects(root, RDF.rest)) & blank
    assert blank == reached


def _nodes(data: Graph) -> Iterable[object]:
    return (node for triple in data for node in triple)
