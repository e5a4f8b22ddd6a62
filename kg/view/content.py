"""What the page says in words: the nodes' names and the claims with their evidence.

Everything here is plain JSON values; the page puts them in as text, never as HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.describe import Resource, short
from kg.graph import status_of
from kg.view.words import date, duration, visible
from ontology.load import ontology
from ontology.model import ClaimType, Role

LANGUAGE = "en"
"""The language of the page's own words; quotes keep theirs."""

Json = dict[str, Any]


def things(
    resources: Mapping[str, Resource],
    kind_of: Mapping[str, str],
    custody: Mapping[str, tuple[str, str]],
) -> dict[str, Json]:
    """Name, other names and particulars of each node, by its id."""
    return {
        name: _thing(resource, kind_of[name], custody.get(name, ("", "")))
        for name, resource in sorted(resources.items())
    }


def claims(
    found: Mapping[str, Resource], resources: Mapping[str, Resource], nodes: Mapping[str, str]
) -> list[Json]:
    """All claims in the order of time, those without a date last, then as the document has them.

    ``resources`` are the sources, sections and documents that claims point to; ``nodes`` gives
    the label of every node of the picture.
    """
    types = {kind.class_name: kind for kind in ontology().types.values()}
    return [
        _claim(claim, types.get(claim.text("claimType")), resources, nodes)
        for claim in sorted(found.values(), key=_moment)
    ]


def status_label(status: str) -> str:
    """The word that the ontology has for a status."""
    return ontology().vocabularies["statuses"][status].label[LANGUAGE]


def _moment(claim: Resource) -> tuple[str, str, int, str]:
    start = claim.text("start")
    return claim.text("earliest") or "~", claim.text("oa:hasSource"), int(start or 0), claim.id


def _thing(resource: Resource, kind: str, custody: tuple[str, str]) -> Json:
    label = resource.texts("skos:prefLabel", "rdfs:label", "dcterms:title", "fileName")
    names = [*label, *resource.texts("skos:altLabel")]
    facts = {
        custody[0]: custody[1],
        "Publisher": resource.text("dcterms:publisher"),
        "Date": date(resource.text("dcterms:date", "date")),
        "Pages": resource.text("pages"),
        "File": resource.text("fileName"),
        "Number": resource.text("documentNumber"),
        "Independent sources": resource.text("independentSources"),
    }
    return {
        "kind": kind,
        "names": [visible(name) for name in dict.fromkeys(names)],
        "language": resource.text("dcterms:language"),
        "facts": [[key, visible(value)] for key, value in facts.items() if value],
        "url": resource.text("url", "schema:url"),
    }


def _claim(
    claim: Resource,
    kind: ClaimType | None,
    resources: Mapping[str, Resource],
    nodes: Mapping[str, str],
) -> Json:
    document = resources.get(claim.text("oa:hasSource"))
    section = resources.get(claim.text("inSection"))
    return {
        "id": claim.id,
        "type": kind.label[LANGUAGE] if kind else claim.text("claimType"),
        "status": status_of(claim),
        "date": date(claim.text("date")),
        "subject": [nodes[name] for name in claim.links("subject") if name in nodes],
        "by": [visible(name) for name in _speakers(claim)],
        "voice": visible(section.text("voice")) if section else "",
        "args": [list(pair) for pair in _arguments(claim, kind, nodes)] if kind else [],
        "cites": [_source(resources[name]) for name in claim.links("cites") if name in resources],
        "quote": visible(claim.text("quote")),
        "language": claim.language("quote"),
        "document": visible(document.text("dcterms:title", "fileName")) if document else "",
        "file": visible(document.text("fileName")) if document else "",
        "section": _section(section) if section else "",
        "page": claim.text("page"),
        "confidence": claim.text("confidence"),
        "ocr": claim.text("ocrConfidence"),
        "nodes": [name for name in claim.links() if name in nodes],
    }


def _speakers(claim: Resource) -> tuple[str, ...]:
    in_order = claim.text("attribution")
    return tuple(in_order.split("; ")) if in_order else claim.texts("attributedTo")


def _arguments(
    claim: Resource, kind: ClaimType, nodes: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for role in kind.roles:
        values = [nodes.get(value, value) for value in claim.texts(short(role.iri))]
        if values:
            shown = "; ".join(_value(role, value) for value in values)
            yield role.label[LANGUAGE], visible(shown)


def _value(role: Role, value: str) -> str:
    if role.range == "boolean":
        return {"true": "yes", "false": "no"}.get(value, value)
    if role.range == "duration":
        return duration(value)
    known = ontology().vocabularies.get(role.vocabulary, {}).get(value)
    return known.label[LANGUAGE] if known else value


def _source(source: Resource) -> Json:
    return {
        "publisher": visible(source.text("dcterms:publisher")),
        "title": visible(source.text("dcterms:title")),
        "date": date(source.text("dcterms:date")),
        "pages": visible(source.text("pages")),
        "url": source.text("url", "schema:url"),
    }


def _section(section: Resource) -> str:
    return f"{section.text('rdf:type').lower()} {section.text('number')}".strip()
