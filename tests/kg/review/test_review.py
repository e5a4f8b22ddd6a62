"""From a doubtful claim to the graph, or out of it: build, review, build again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from extract.values import Extraction
from kg.cli import main
from kg.errors import KgError
from kg.review import Decision, read_decisions, routed, write_decisions
from kg.statements import claim_id
from tests.kg.core.conftest import make  # made-up documents

FILES = ("claims.jsonl", "review.jsonl", "entities.jsonl", "graph.nq", "build.json")


def kg(data: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["--data", str(data), *args], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def rows(data: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(row) for row in (data / name).read_text("utf-8").split("\n") if row]


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.txt"
    words = "Dana Voorbeeld was reportedly beaten. Anna Voorbeeld was arrested on 3 May 2021."
    path.write_text(words, "utf-8")
    return str(path)


@pytest.fixture
def level(letter: str, tmp_path: Path) -> str:
    """A threshold between the two claims of the letter."""
    out = tmp_path / "probe"
    kg(out, "build", letter, "--threshold", "0")
    low, high = sorted(float(str(row["confidence"])) for row in rows(out, "claims.jsonl"))
    assert low < high
    return str((low + high) / 2)


def bytes_of(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in FILES[:-1]]


def test_a_doubtful_claim_waits_and_is_accepted(letter: str, level: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = kg(out, "build", letter, "--threshold", level).stdout
    assert "1 claim about 1 person, 1 to review, 0 rejects" in said
    (waiting,) = rows(out, "review.jsonl")
    assert (waiting["type"], waiting["decision"]) == ("ill_treatment", None)
    assert "it is alleged" in str(waiting["doubts"])
    assert str(waiting["id"]) not in (out / "graph.nq").read_text("utf-8")
    assert [row["label"] for row in rows(out, "entities.jsonl")] == ["Anna Voorbeeld"]

    listed = json.loads(kg(out, "review", "--format", "json").stdout)
    assert [row["claim"] for row in listed] == [waiting["id"]]
    assert listed[0]["quote"] == "Dana Voorbeeld was reportedly beaten."
    short = str(waiting["id"]).removeprefix("claim/")[:8]
    kg(out, "review", "--accept", short, "--by", "A. Reviewer", "--note", "x", "--on", "2022-01-02")
    assert json.loads(kg(out, "review", "--format", "json").stdout) == []

    said = kg(out, "build", letter, "--threshold", level).stdout
    assert "2 claims about 2 people, 0 to review" in said
    accepted = next(row for row in rows(out, "claims.jsonl") if row["id"] == waiting["id"])
    assert accepted["decision"] == {"decision": "accepted", "on": "2022-01-02"}
    graph = (out / "graph.nq").read_text("utf-8")
    assert "acceptedOn" in graph
    assert "A. Reviewer" not in graph
    assert kg(out, "validate").exit_code == 0
    counts = json.loads((out / "build.json").read_text("utf-8"))["counts"]
    assert (counts["review_waiting"], counts["review_accepted"]) == (0, 1)
    before = bytes_of(out)
    kg(out, "build", letter, "--threshold", level)
    assert bytes_of(out) == before


def test_a_refused_claim_stays_out_whatever_its_confidence(
    letter: str, level: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    kg(out, "build", letter, "--threshold", level)
    before = bytes_of(out)
    (waiting,), (entered,) = rows(out, "review.jsonl"), rows(out, "claims.jsonl")
    given_ids = ["--refuse", str(waiting["id"]), "--refuse", str(entered["id"])]
    kg(out, "review", *given_ids, "--on", "2022-01-02")
    kept = (out / "decisions.jsonl").read_bytes()
    said = kg(out, "build", letter, "--threshold", "0").stdout
    assert "0 claims about 0 people, 0 to review" in said
    assert [row["decision"] for row in rows(out, "review.jsonl")] == ["refused", "refused"]
    assert json.loads(kg(out, "review", "--format", "json").stdout) == []
    every = json.loads(kg(out, "review", "--all", "--format", "json").stdout)
    assert [row["decision"] for row in every] == ["refused", "refused"]
    kg(out, "review", *given_ids, "--on", "2022-01-02")
    assert (out / "decisions.jsonl").read_bytes() == kept

    kg(out, "review", "--undo", str(waiting["id"]), "--undo", str(entered["id"]))
    kg(out, "build", letter, "--threshold", level)
    assert bytes_of(out) == before


def test_decisions_may_be_kept_elsewhere(letter: str, level: str, tmp_path: Path) -> None:
    out, file = tmp_path / "out", tmp_path / "kept.jsonl"
    kg(out, "build", letter, "--threshold", level)
    (waiting,) = rows(out, "review.jsonl")
    kg(out, "review", "--accept", str(waiting["id"]), "--decisions", str(file))
    said = kg(out, "build", letter, "--threshold", level, "--decisions", str(file)).stdout
    assert "2 claims" in said
    assert not (out / "decisions.jsonl").exists()


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["--accept", "zzzz"], "zzzz: no claim is called so; `kg review` lists"),
        (["--accept", ""], "claims begin so; give more of it"),
    ],
)
def test_a_claim_that_is_not_there(
    letter: str, tmp_path: Path, args: list[str], reason: str
) -> None:
    out = tmp_path / "out"
    kg(out, "build", letter, "--threshold", "0")
    result = CliRunner().invoke(main, ["--data", str(out), "review", *args])
    assert result.exit_code == 1
    assert reason in result.stderr
    assert not (out / "decisions.jsonl").exists()


def test_no_graph(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--data", str(tmp_path), "review"])
    assert result.exit_code == 1
    assert "no graph here (review.jsonl is missing)" in result.stderr


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", ":1: not JSON"),
        ("[]", ":1: not an object with claim"),
        ('{"claim": "claim/a", "decision": "maybe", "on": "2022-01-02"}', "'maybe' is none of"),
        ('{"claim": "a", "decision": "accepted", "on": "2022-01-02"}', "no claim's id"),
        ('{"claim": "claim/a", "decision": "accepted", "on": "soon"}', "soon"),
        ('{"claim": "claim/a", "decision": "accepted", "on": 3}', "every field is a text"),
    ],
)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(KgError) as caught:
        read_decisions(path)
    assert str(path) in caught.value.message
    assert reason in caught.value.message
    assert "; correct the line" in caught.value.message


some = st.builds(
    Decision,
    claim=st.text("0123456789abcdef", min_size=1).map(lambda name: f"claim/{name}"),
    decision=st.sampled_from(["accepted", "refused"]),
    on=st.dates().map(str), by=st.text(), note=st.text(), about=st.text(),
)  # fmt: skip


@given(st.lists(some, unique_by=lambda decision: decision.claim))
def test_decisions_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, made: list[Decision]
) -> None:
    path = tmp_path_factory.mktemp("decisions") / "decisions.jsonl"
    write_decisions(path, made)
    assert read_decisions(path) == {decision.claim: decision for decision in made}
    first = path.read_bytes()
    write_decisions(path, reversed(made))
    assert path.read_bytes() == first


@given(
    st.lists(st.floats(0, 1), min_size=1, max_size=5),
    st.floats(0, 1),
    st.lists(st.sampled_from(["accepted", "refused", None]), min_size=5, max_size=5),
)
def test_every_claim_is_in_one_place(
    sure: list[float], level: float, verdicts: list[str | None]
) -> None:
    whole: Extraction = make(
        "a.txt", {"p": ["Anna Voorbeeld"]}, [("p", "arrest", {"confidence": c}) for c in sure]
    )
    decided = {
        claim_id(claim): Decision(claim=claim_id(claim), decision=verdict, on="2022-01-02")
        for claim, verdict in zip(whole.claims, verdicts, strict=False)
        if verdict
    }
    result = routed(whole, decided, level)
    held = [one.claim for one in result.held]
    assert sorted(map(claim_id, (*result.extraction.claims, *held))) == sorted(
        map(claim_id, whole.claims)
    )
    for claim in whole.claims:
        decision = decided.get(claim_id(claim))
        inside = decision.decision == "accepted" if decision else claim.confidence >= level
        assert (claim in result.extraction.claims) == inside
    assert bool(result.extraction.referents) == bool(result.extraction.claims)
