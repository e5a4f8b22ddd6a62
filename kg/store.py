"""The embedded store on disk, one named graph a document, and its canonical file.

A graph is replaced in one transaction, a very long one in several. Its content's hash stands in
the graph itself, so a graph that has not changed is left alone and an interrupted build can simply
be run again.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, count, groupby, islice
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
_RUN = 20_000  # quads that are sorted at a time, and the most that are replaced in one transaction
_BATCH = 4_000  # quads of a longer graph that are put into the store at a time
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


def replace_graph(store: Store, path: str, quads: Iterable[Quad]) -> int:
    """Makes these quads the whole of a graph; gives how many it wrote, 0 where they were there."""
    graph = ident(path)
    with _in_order(_triple_lines(quads)) as lines:
        content, size = hashlib.sha256(), 0
        for line in lines():
            content.update(line.encode("utf-8"))
            size += 1
        mark = Quad(graph, _HASH, Literal(content.hexdigest()), graph)
        if mark in store:
            return 0
        if size > _RUN:
            _replace_long(store, graph, lines())
            store.add(mark)
        else:
            body = "".join((*lines(), *_triple_lines([mark])))
            store.update(
                f"CLEAR SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{\n{body}}} }}"
            )
    return size + 1


def _replace_long(store: Store, graph: NamedNode, lines: Iterator[str]) -> None:
    """Replaces a graph in several transactions: in one it would take a kilobyte a quad.

    Its mark comes after it, so that a build that was interrupted here does it again.
    """
    _clear(store, graph)
    while batch := "".join(islice(lines, _BATCH)):
        store.load(batch.encode("utf-8"), format=RdfFormat.N_TRIPLES, to_graph=graph)
        store.flush()


def _clear(store: Store, graph: NamedNode) -> None:
    """Empties a graph, however long it is: its mark first, for it is whole no more."""
    for mark in list(store.quads_for_pattern(graph, _HASH, None, graph)):
        store.remove(mark)
    some = f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT {_RUN}"
    while next(store.quads_for_pattern(None, None, None, graph), None):
        store.update(f"DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ {some} }}")
        store.flush()


def drop_graphs_except(store: Store, paths: Iterable[str]) -> int:
    """Removes every graph that is not named, and says how many."""
    kept = {ident(path) for path in paths}
    gone = [name for name in store.named_graphs() if name not in kept]
    for name in gone:
        store.remove_graph(name)
    return len(gone)


def canonical_lines(store: Store) -> Iterator[str]:
    """The store as sorted N-Quads, a line each; memory does not grow with the store."""
    with _in_order(_quad_lines(store)) as lines:
        yield from lines()


@contextmanager
def _in_order(lines: Iterable[str]) -> Iterator[Callable[[], Iterator[str]]]:
    """What goes through these lines in order, each once, as often as it is called.

    Where they are many they are sorted in runs on disk, which are then merged.
    """
    rest = iter(lines)
    first = list(islice(rest, _RUN))
    if len(first) < _RUN:
        few = sorted(set(first))
        yield lambda: iter(few)
        return
    with TemporaryDirectory() as folder:
        runs = list(_sorted_runs(Path(folder), chain(first, rest)))
        yield lambda: _merged(runs)


def _sorted_runs(folder: Path, lines: Iterator[str]) -> Iterator[Path]:
    for number in count():
        run = sorted(islice(lines, _RUN))
        if not run:
            return
        path = folder / str(number)
        path.write_text("".join(run), encoding="utf-8", newline="\n")
        yield path


def _merged(runs: Iterable[Path]) -> Iterator[str]:
    """The lines of sorted files in order, each once."""
    with ExitStack() as stack:
        files = [stack.enter_context(path.open(encoding="utf-8", newline="\n")) for path in runs]
        for line, _ in groupby(heapq.merge(*files)):
            yield line


def _quad_lines(store: Store) -> Iterator[str]:
    quads = iter(store)
    while batch := list(islice(quads, _RUN)):
        written = serialize(batch, format=RdfFormat.N_QUADS) or b""
        yield from (f"{line}\n" for line in written.decode("utf-8").split("\n") if line)


def _triple_lines(quads: Iterable[Quad]) -> Iterator[str]:
    for quad in quads:
        triple = Triple(quad.subject, quad.predicate, quad.object)
        yield f"{triple} .\n"
