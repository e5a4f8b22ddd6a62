"""The networkx graph of a store, and the measures on it."""

from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store

from kg.graph import Graph, firmest, from_store
from kg.measures import central, connection, together

MADE_UP = Path(__file__).parent / "view" / "made_up.trig"
ANNA, BERT = "person/anna-voorbeeld", "person/bert-verzonnen"


@pytest.fixture(scope="module")
def graph() -> Graph:
    store = Store()
    store.load(path=str(MADE_UP), format=RdfFormat.TRIG)
    return from_store(store)


def test_every_edge_rests_on_claims(graph: Graph) -> None:
    edges = {(start, facts["relation"], end): facts for start, end, facts in graph.edges(data=True)}
    assert edges[ANNA, "sentence", "event/e1"]["claims"] == "claim/c1"
    assert edges["event/e1", "according_to", "organisation/voorbeeldkrant"]["status"] == "reported"
    assert edges["source/a1", "cited_in", "document/00aa"]["claims"] == "claim/c1 claim/c3 claim/c4"
    assert all(facts["claims"] for facts in edges.values())


def test_an_allegation_is_marked_on_its_node_and_on_its_edges(graph: Graph) -> None:
    assert graph.nodes["event/e2"]["status"] == "alleged"
    assert {facts["status"] for *_, facts in graph.edges("event/e2", data=True)} == {"alleged"}


def test_an_event_is_as_firm_as_its_firmest_claim() -> None:
    assert firmest(["alleged", "asserted", "denied"]) == "asserted"
    assert firmest([]) == "alleged"


def test_networkx_writes_the_graph_as_graphml_and_reads_it_back(
    graph: Graph, tmp_path: Path
) -> None:
    nx.write_graphml(graph, tmp_path / "graph.graphml")
    again = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert again.number_of_edges() == graph.number_of_edges()


def test_people_appear_together_through_a_source_but_not_through_a_document(graph: Graph) -> None:
    assert list(together(graph).edges(data="through")) == [
        (ANNA, BERT, "Voorbeeldkrant: Activist sentenced to seven years")
    ]
    without = graph.copy()
    without.remove_node("source/a1")
    assert list(together(without).edges()) == []


def test_people_appear_together_through_who_speaks_of_both(graph: Graph) -> None:
    spoken = graph.copy()
    spoken.remove_node("source/a1")
    for event in ("event/e3", "event/e4"):
        spoken.add_edge(event, "agent/een-bron", relation="according_to", claims="claim/x")
    assert list(together(spoken).edges(data="through")) == [(ANNA, BERT, "een bron")]


def test_a_connection_reads_as_labels(graph: Graph) -> None:
    source = "Voorbeeldkrant: Activist sentenced to seven years"
    path = connection(graph, ANNA, BERT)
    assert (path[0], path[2], path[4]) == ("Anna Voorbeeld", source, "Bert Verzonnen")
    with pytest.raises(KeyError, match="nobody"):
        connection(graph, ANNA, "person/nobody")


def test_the_most_central_person_comes_first(graph: Graph) -> None:
    scores = central(graph)
    assert [node for node, _ in scores] == [ANNA, BERT]
    assert scores[0][1] > scores[1][1]
