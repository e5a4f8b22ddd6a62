"""The build: documents in, a data folder out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from extract.values import Extraction
from kg.identity import entities, entity_of
from kg.iris import DERIVED_GRAPH, IDENTITY_GRAPH, document_graph
from kg.quads import document_quads, identity_quads
from kg.records import claim_record, document_record, entity_record, lines
from kg.statements import statements
from kg.store import canonical_lines, drop_graphs_except, replace_graph, writing

def write_build(extractions: Iterable[Extraction], out: Path):
    out.mkdir(parents=True, exist_ok=True)
    extractions = sorted(extractions, key=lambda item: (item.document.name, item.document.id))
    found = entities(extractions)
    said = statements(extractions, entity_of(found))
    names = {e.document.id: e.document.name for e in extractions}
    def put(name, ls): (out / name).write_text("".join(ls), encoding="utf-8", newline="\n")
    put("claims.jsonl", lines(map(claim_record, said)))
    put("entities.jsonl", lines(entity_record(e, names) for e in found))
    put("documents.jsonl", lines(document_record(e) for e in extractions))
    put("rejects.jsonl", [])
    store = writing(out)
    kept = [IDENTITY_GRAPH, DERIVED_GRAPH]
    for e in extractions:
        kept.append(document_graph(e.document.id))
        replace_graph(store, kept[-1], document_quads(e, [s for s in said if s.claim.document == e.document.id]))
    replace_graph(store, IDENTITY_GRAPH, identity_quads(found, said))
    try:
        from kg.derive import derived_quads
        replace_graph(store, DERIVED_GRAPH, derived_quads(said))
    except ImportError:
        pass
    drop_graphs_except(store, kept)
    store.flush()
    put("graph.nq", canonical_lines(store))
    return len(said), len(store)
