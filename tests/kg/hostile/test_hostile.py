"""Whatever a folder holds: each file ends in its named reject, and the others are built."""

from __future__ import annotations

import json
import resource
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.build import build
from kg.workers.limits import LIMITS

Hostile = Mapping[str, tuple[bytes, str]]


def rows(out: Path, name: str) -> list[dict[str, Any]]:
    text = (out / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, hostile: Hostile, strange: Any) -> Any:
    folder, out = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("out")
    for name, (data, _) in hostile.items():
        (folder / name).write_bytes(data)
    places = strange(folder)
    build([folder], out, jobs=2)
    return out, places


def test_each_file_ends_in_its_named_reject_or_is_read(built: Any, hostile: Hostile) -> None:
    out, places = built
    expected = {name: code for name, (_, code) in hostile.items()} | places
    assert len(expected) >= 100
    whole = [row for row in rows(out, "rejects.jsonl") if row["start"] is None]
    found = {Path(row["document"]).name: row["code"] for row in whole}
    read = {row["document"] for row in rows(out, "documents.jsonl")}
    refused = {name: code for name, code in expected.items() if code}
    assert found == refused
    assert {name for name, code in expected.items() if not code} <= read | copies(out)
    assert all(row["reason"] and row["advice"] for row in whole)


def copies(out: Path) -> set[str]:
    return {name for row in rows(out, "documents.jsonl") for name in row["copies"]}


def test_what_is_read_gives_claims(built: Any, hostile: Hostile) -> None:
    out, _ = built
    with_claims = {row["document"] for row in rows(out, "claims.jsonl")}
    for name in ("good.docx", "good.pdf", "page.pdf", "utf16.txt", "included.xml", "polyglot.pdf"):
        assert name in with_claims
    hidden = {row["document"] for row in rows(out, "rejects.jsonl") if row["code"] == "hidden-text"}
    assert hidden >= {"white.html", "white.docx"}
    said = " ".join(row["quote"] for row in rows(out, "claims.jsonl"))
    assert "politieke gevangene" not in said
    assert "is vrij" not in said


def test_no_file_of_the_system_is_in_the_graph(built: Any) -> None:
    out, _ = built
    host = Path("/etc/hostname").read_text(encoding="utf-8").strip()
    assert not host or host not in (out / "claims.jsonl").read_text(encoding="utf-8")
    documents = (out / "documents.jsonl").read_text(encoding="utf-8")
    assert "cron.d" not in documents


def test_memory_stays_within_bounds(built: Any) -> None:
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert most < LIMITS.memory + 1_000_000_000
