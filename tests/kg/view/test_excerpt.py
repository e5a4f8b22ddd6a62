"""A graph too large for one page: the people with most claims are shown, and it says so."""

import re
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from pyoxigraph import Quad, Store

from kg.graph import about, from_parts, from_store, kinds
from kg.queries import open_graph
from kg.view import write
from kg.view.excerpt import CLAIMS, PEOPLE, excerpt
from kg.view.page import page, payload

PERSON = "person/made-up-{:05}"
Crowd = Callable[[int, int], list[Quad]]


def store_of(quads: list[Quad]) -> Store:
    store = Store()
    store.bulk_extend(quads)
    return store


def test_a_graph_that_fits_is_shown_whole(large_folder: Path) -> None:
    store = open_graph(large_folder)
    assert excerpt(store) is None
    assert 'id="excerpt"' not in page(store)


def test_those_with_most_claims_come_first(crowd: Crowd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.view.excerpt.PEOPLE", 3)
    part = excerpt(store_of(crowd(20, 5)))
    assert part is not None
    assert part.people == {PERSON.format(number) for number in range(3)}
    assert (part.claims, part.all_people, part.all_claims) == (5 + 4 + 3, 20, 5 + 4 + 3 + 2 + 16)


@pytest.mark.parametrize(("room", "shown"), [(4, 1), (9, 2), (11, 2), (12, 3)])
def test_no_more_people_than_their_claims_have_room(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch, room: int, shown: int
) -> None:
    monkeypatch.setattr("kg.view.excerpt.CLAIMS", room)
    part = excerpt(store_of(crowd(20, 5)))
    assert part is not None
    assert part.people == {PERSON.format(number) for number in range(shown)}


def test_all_people_together_are_the_whole_graph(crowd: Crowd) -> None:
    store = store_of(crowd(20, 5))
    part = from_parts(about(store, [PERSON.format(number) for number in range(20)]))
    whole = from_store(store)
    assert dict(part.nodes(data=True)) == dict(whole.nodes(data=True))
    assert sorted(part.edges(data=True), key=str) == sorted(whole.edges(data=True), key=str)


def test_the_page_of_a_crowd_is_a_part_says_so_and_is_soon_written(
    crowd: Crowd, tmp_path: Path
) -> None:
    store = Store(str(tmp_path / "store"))
    store.bulk_extend(crowd(4_000, 150))
    store.flush()
    begin = perf_counter()
    write(tmp_path, tmp_path / "graph.html")
    assert perf_counter() - begin < 60
    html = (tmp_path / "graph.html").read_text("utf-8")
    (said,) = re.findall(r'<p class="note" id="excerpt">(.*?)</p>', html)
    numbers = [int(n.replace(",", "")) for n in re.findall(r"<b>([\d,]+)</b>", said)]
    people, every, claims, all_claims = numbers
    assert (every, all_claims) == (4_000, 150 * 151 // 2 + 3_850)
    assert 0 < people <= PEOPLE
    assert claims <= CLAIMS
    assert "kg ask" in said
    assert "kg query" in said


def test_what_a_part_draws_is_theirs_with_their_institutions(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.view.excerpt.PEOPLE", 12)
    store = store_of(crowd(40, 5))
    shown = payload(store, excerpt(store))
    drawn = {node["id"] for node in shown["nodes"]}
    assert {name for name in drawn if name.startswith("person/")} == {
        PERSON.format(number) for number in range(12)
    }
    assert {name for name in drawn if name.startswith("organisation/")} == {
        "organisation/court-0", "organisation/court-1",
    }  # fmt: skip
    assert len(shown["claims"]) == sum(max(5 - number, 1) for number in range(12))
    assert set(kinds(from_store(store))) > drawn
