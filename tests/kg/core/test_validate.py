from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg.build import write_build
from kg.iris import KG, ONTOLOGY_GRAPH
from kg.store import reading
from kg.validate import validate


@pytest.fixture(scope="module")
def whole(made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    claims = [
        ("p", "arrest", {"date": "2021-02-04"}),
        ("p", "sentence", {"duration": "P7Y", "status": "reported", "by": ["Made-up Post"]}),
        ("p", "ill_treatment", {"status": "alleged"}),
        ("p", "release", {"status": "denied"}),
    ]
    write_build([made("a.txt", {"p": ["Anna Voorbeeld"]}, claims)], out)
    return out


def copy(out: Path) -> Store:
    store = Store()
    store.extend(reading(out))
    return store


def test_what_a_build_writes_conforms(whole: Path) -> None:
    report = validate(reading(whole))
    assert report.violations == ()
    assert report.conforms


@pytest.mark.parametrize("name", ["quote", "status", "claimType"])
def test_a_claim_without_what_it_needs_does_not_conform(whole: Path, name: str) -> None:
    store = copy(whole)
    quad = next(q for q in store.quads_for_pattern(None, NamedNode(KG + name), None)
                if ONTOLOGY_GRAPH not in str(q.graph_name))  # fmt: skip
    store.remove(quad)
    report = validate(store)
    assert not report.conforms
    assert any(fault.property == f"kg:{name}" for fault in report.violations)
    assert all(fault.node and fault.problem and fault.advice for fault in report.violations)


def test_a_status_of_no_vocabulary_does_not_conform(whole: Path) -> None:
    store = copy(whole)
    quad = next(store.quads_for_pattern(None, NamedNode(f"{KG}status"), None))
    store.add(Quad(quad.subject, quad.predicate, NamedNode(f"{KG}Certain"), quad.graph_name))
    assert "kg:Certain" in {fault.value for fault in validate(store).violations}
