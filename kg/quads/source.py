"""Cited sources: one node a source, however often and wherever it is cited."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from extract.names import fold_case
from extract.values import Source
from kg.iris import digest, ident, kg, term
from kg.quads.graph import RDF_TYPE, Graph, edtf_literal, text


def source_node(source: Source) -> NamedNode:
    """The node of a source: by its URL, else by publisher, title and date."""
    if source.url:
        return ident(f"source/{digest('url', plain_url(source.url))}")
    named = (fold_case(source.publisher or ""), fold_case(source.title or ""), source.date)
    return ident(f"source/{digest(*named)}")


def plain_url(url: str) -> str:
    """A URL without what does not change the page: scheme, www, a last slash, a fragment.

    >>> plain_url("https://www.example.org/a/#top") == plain_url("http://example.org/a")
    True
    """
    bare = re.sub(r"^(https?://)?(www\.)?", "", url.strip(), flags=re.IGNORECASE)
    return bare.split("#")[0].rstrip("/")


def add_source(graph: Graph, source: Source) -> NamedNode:
    """Says what is known of a source, and gives its node."""
    node = source_node(source)
    graph.add(node, RDF_TYPE, kg("CitedSource"))
    graph.add(node, term("dcterms:publisher"), text(source.publisher))
    graph.add(node, term("dcterms:title"), text(source.title))
    graph.add(node, term("dcterms:date"), edtf_literal(source.date))
    graph.add(node, kg("pages"), text(source.page))
    graph.add(node, kg("url"), text(source.url))
    graph.add(node, term("schema:url"), link(source.url))
    return node


def link(url: str | None) -> NamedNode | None:
    """The URL as an IRI; None where it is none of the web's, or not well formed."""
    if not url or not re.match(r"https?://[^\s/]", url, flags=re.IGNORECASE):
        return None
    try:
        return NamedNode(url)
    except ValueError:
        return None
