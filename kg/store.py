"""The embedded store on disk, one named graph a document, and its canonical file.

A graph is replaced in one transaction, a very long one in several. Its content's hash stands in
the graph itself, so a graph that has not changed is left alone and an interrupted build can simply
be run again.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from kg.iris import PREFIXES, ident, kg

FOLDER = "store"
_RUN = 20_000  # quads that are sorted, or put into the store, at a time
_HASH = kg("contentHash")
Term = NamedNode | Literal


def writing(out: Path) -> Store:
    """The store of a data folder, made where it is missing.

    Raises OSError where another build holds it.
    """
    return Store(str(out / FOLDER))


def reading(out: Path) -> Store:
    """The store of a data folder, read-only. Raises OSError where there is none."""
    return Store.read_only(str(out / FOLDER))


def select(store: Store, query: str) -> Iterator[tuple[Term | None, ...]]:
    """The rows of a SELECT over the union of all graphs, a term or None for each variable."""
    found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    if not isinstance(found, QuerySolutions):
        raise ValueError("not a SELECT query")
    for row in found:
        yield tuple(row[variable] for variable in found.variables)


def replace_graph(store: Store, path: str, quads: Sequence[Quad]) -> bool:
    """Makes these quads the whole of a graph; False where they already were."""
    graph = ident(path)
    lines = sorted(set(_triple_lines(quads)))
    content = hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()
    mark = Quad(graph, _HASH, Literal(content), graph)
    if mark in store:
        return False
    if len(lines) > _RUN:
        _replace_long(store, graph, quads)
        store.add(mark)
        return True
    body = "".join((*lines, *_triple_lines([mark])))
    store.update(f"CLEAR SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{\n{body}}} }}")
    return True


def _replace_long(store: Store, graph: NamedNode, quads: Sequence[Quad]) -> None:
    """Replaces a graph in several transactions: in one it would take a kilobyte a quad.

    Its mark comes after it, so that a build that was interrupted here does it again.
    """
    store.remove_graph(graph)
    for begin in range(0, len(quads), _RUN):
        store.extend(quads[begin : begin + _RUN])
        store.flush()


def drop_graphs_except(store: Store, paths: Iterable[str]) -> int:
    """Removes every graph that is not named, and says how many."""
    kept = {ident(path) for path in paths}
    gone = [name for name in store.named_graphs() if name not in kept]
    for name in gone:
        store.remove_graph(name)
    return len(gone)


def canonical_lines(store: Store) -> Iterator[str]:
    """The store as sorted N-Quads, a line each.

    Sorted in runs on disk that are then merged, so that memory does not grow with the store.
    """
    quads = iter(store)
    with TemporaryDirectory() as folder:
        runs: list[Path] = []
        while lines := _sorted_lines(list(islice(quads, _RUN))):
            runs.append(Path(folder) / str(len(runs)))
            runs[-1].write_text("".join(lines), encoding="utf-8", newline="\n")
        with ExitStack() as stack:
            files = [
                stack.enter_context(path.open(encoding="utf-8", newline="\n")) for path in runs
            ]
            yield from heapq.merge(*files)


def _sorted_lines(quads: Sequence[Quad]) -> list[str]:
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return sorted(f"{line}\n" for line in written.decode("utf-8").split("\n") if line)


def _triple_lines(quads: Iterable[Quad]) -> Iterable[str]:
    for quad in quads:
        triple = Triple(quad.subject, quad.predicate, quad.object)
        yield f"{triple} .\n"
