from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, Store

from kg.iris import ident, kg
from kg.store import canonical_lines, drop_graphs_except, reading, replace_graph, select, writing


def quads(path: str, *texts: str) -> list[Quad]:
    return [Quad(ident("x"), kg("note"), Literal(text), ident(path)) for text in texts]


def said(store: Store) -> set[str]:
    return {row[0].value for row in select(store, "SELECT ?o { ?s kg:note ?o }") if row[0]}


def test_a_graph_is_replaced_as_a_whole_and_others_stay() -> None:
    store = Store()
    assert replace_graph(store, "graph/a", quads("graph/a", "one", "two"))
    assert replace_graph(store, "graph/b", quads("graph/b", "other"))
    assert replace_graph(store, "graph/a", quads("graph/a", "three"))
    assert said(store) == {"three", "other"}


def test_a_graph_with_the_same_content_is_left_alone() -> None:
    store = Store()
    assert replace_graph(store, "graph/a", quads("graph/a", "one", "two"))
    assert not replace_graph(store, "graph/a", quads("graph/a", "two", "one"))


def test_graphs_that_are_not_named_go() -> None:
    store = Store()
    replace_graph(store, "graph/a", quads("graph/a", "one"))
    replace_graph(store, "graph/b", quads("graph/b", "two"))
    assert drop_graphs_except(store, ["graph/b"]) == 1
    assert said(store) == {"two"}


@pytest.mark.parametrize("text", ['"} ; DROP ALL #', "a\nb\r\u2028\x85c\\", "\x1b]0;x\x07", "İı"])
def test_any_text_comes_back_as_it_went_in(text: str) -> None:
    store = Store()
    replace_graph(store, "graph/a", quads("graph/a", text))
    assert said(store) == {text}
    assert len(list(canonical_lines(store))) == len(store) == 2


def test_the_canonical_lines_do_not_depend_on_the_order_of_arrival() -> None:
    one, other = Store(), Store()
    for store, names in ((one, "ab"), (other, "ba")):
        for name in names:
            replace_graph(store, f"graph/{name}", quads(f"graph/{name}", name, "both"))
    lines = list(canonical_lines(one))
    assert lines == list(canonical_lines(other)) == sorted(lines)


def test_a_second_writer_is_refused_and_a_reader_reads(tmp_path: Path) -> None:
    store = writing(tmp_path)
    replace_graph(store, "graph/a", quads("graph/a", "one"))
    with pytest.raises(OSError, match="LOCK"):
        writing(tmp_path)
    store.flush()
    del store
    assert said(reading(tmp_path)) == {"one"}


def test_a_graph_too_long_for_one_transaction_is_replaced_too(monkeypatch) -> None:
    short, long = Store(), Store()
    texts = [f"number {number}" for number in range(50)]
    replace_graph(short, "graph/a", quads("graph/a", *texts))
    monkeypatch.setattr("kg.store._RUN", 7)
    assert replace_graph(long, "graph/a", quads("graph/a", "old", *texts[:20]))
    assert replace_graph(long, "graph/a", iter(quads("graph/a", *texts[::-1], *texts))) == 51
    assert list(canonical_lines(long)) == list(canonical_lines(short))
    assert not replace_graph(long, "graph/a", quads("graph/a", *texts))
