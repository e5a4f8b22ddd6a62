"""The yardsticks are sound, and the extractor stays above its floors on the unseen one."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.build import build
from kg.evaluation import match, read_claims, read_gold
from kg.evaluation.measures import measure
from ontology import ontology

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
CARD = (HERE.parent.parent / "docs" / "accuracy.md").read_text("utf-8")
SETS = [HERE / "nl", HERE / "en", HERE.parent / "development" / "nl"]
SETS.append(HERE.parent / "development" / "en")
LANGUAGES = ("nl", "en")


def gold(folder: Path) -> Iterator[dict[str, Any]]:
    lines = folder.with_name(f"{folder.name}.claims.jsonl").read_text("utf-8").splitlines()
    return map(json.loads, lines)


def letters(text: str) -> str:
    """The text without its line breaks, and without the hyphens that may be theirs."""
    return re.sub(r"[\s-]+", "", text)


@pytest.mark.parametrize("folder", SETS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_gold_quote_stands_in_its_document(folder: Path) -> None:
    texts = {path.name: letters(path.read_text("utf-8")) for path in folder.iterdir()}
    absent = [
        (item["doc"], quote)
        for item in gold(folder)
        for quote in (item["quote"], *item.get("alt_quotes", ()))
        if letters(quote) not in texts[item["doc"]]
    ]
    assert absent == []
    assert {item["doc"] for item in gold(folder)} <= set(texts)


@pytest.mark.parametrize("folder", SETS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_gold_claim_is_of_a_type_and_status_of_the_ontology(folder: Path) -> None:
    made = list(gold(folder))
    assert {item["type"] for item in made} <= set(ontology().types)
    assert {item["status"] for item in made} <= set(ontology().vocabularies["statuses"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_extractor_stays_above_its_floor(language: str, tmp_path: Path) -> None:
    floor = FLOORS[language]
    done = build([HERE / language], tmp_path)
    assert (done.documents, done.rejections) == (floor["documents"], ())
    wanted = read_gold(HERE / f"{language}.claims.jsonl")
    counts = measure(match(wanted, read_claims(tmp_path)))
    score = counts.score(counts.found)
    assert counts.gold == floor["claims"]
    assert score.precision >= floor["precision"]
    assert score.recall >= floor["recall"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_names_every_type_and_the_floors(language: str) -> None:
    floor = FLOORS[language]
    row = "| {} | {documents} | {claims} | {precision} | {recall} |".format(language, **floor)
    assert row in CARD
    asked = {item["type"] for item in gold(HERE / language) if not item.get("optional")}
    table = CARD.split("## By type")[1].split("## ")[0]
    assert asked <= set(re.findall(r"^\| ([\w\\]+) \|", table.replace("\\", ""), re.M))
