"""A claim type is one file: without it the type is nowhere, and everything else is as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import ontology as package
from ontology import ontology

SAMPLE = ("arrest", "occupation", "statement")
"""The types that a whole build is made without: of custody, of who one is, of what is said."""

Seen = Mapping[str, Any]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, program: Callable[..., Any]) -> Seen:
    """What ``without.py`` saw, by type: with every file there, and without the type's own."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(Path(package.__file__).parent, home / "ontology")
    found: Seen = program("without.py", home, *SAMPLE)
    return found


@pytest.fixture(params=ontology().types)
def kind(request: pytest.FixtureRequest) -> str:
    """Each claim type in turn."""
    return str(request.param)


def others(kind: str, claims: list[list[str]]) -> list[list[str]]:
    return [claim for claim in claims if claim[0] != kind]


def narrowed(kind: str) -> str:
    """The type that a sentence about a narrower one also evokes, and that then gives way."""
    return ontology().types[kind].narrows


def test_the_type_is_nowhere(kind: str, seen: Seen) -> None:
    before, after = seen[kind]["with"], seen[kind]["without"]
    assert kind in before["types"]
    assert [name for name in before["types"] if name != kind] == after["types"]
    assert before["named"] == ["published", "shapes", "page"]
    assert after["named"] == []
    assert any(claim[0] == kind for claim in before["claims"])
    assert not any(claim[0] == kind for claim in after["claims"])


def test_every_other_claim_is_made_as_before(kind: str, seen: Seen) -> None:
    before = others(kind, seen[kind]["with"]["claims"])
    after = seen[kind]["without"]["claims"]
    more = [claim for claim in after if claim not in before]
    assert [claim for claim in after if claim in before] == before
    assert {claim[0] for claim in more} <= {narrowed(kind)}


@pytest.mark.parametrize("kind", SAMPLE)
def test_a_whole_build_without_it_conforms_exports_and_answers(kind: str, seen: Seen) -> None:
    before, after = seen[kind]["built with"], seen[kind]["built without"]
    assert before["conforms"]
    assert after["conforms"]
    assert len(before["named"]) >= 5
    assert after["named"] == []
    assert set(after["asked"]) <= set(before["asked"])
    assert "claims-of-person" in after["asked"]
