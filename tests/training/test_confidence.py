"""Learning how sure to be: planted rules are found, calibration mends, nothing is quoted."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.confidence import Model, model
from extract.confidence.model import logistic
from kg.evaluation.reliability import brier, calibration_error
from training.confidence.__main__ import main, written
from training.confidence.data import Example, examples
from training.confidence.fit import TREES, calibrated, folds, grown
from training.confidence.report import bars, thresholds

ROOT = Path(__file__).parents[2]
FEW = {**TREES, "n_estimators": 60}


def odds(features: dict[str, float]) -> float:
    """What the planted examples go by: far is worse, and worse still where there is a rival."""
    both = features.get("far", 0) * features.get("rival", 0)
    return 2.0 - 1.0 * features.get("far", 0) - 2.0 * both


def drawn(number: int, seed: int, shift: float = 0.0) -> list[Example]:
    """Candidates that are right as often as the planted odds say, moved by ``shift``."""
    dice = random.Random(seed)
    made = []
    for n in range(number):
        features = {name: 1.0 for name in ("far", "rival", "idle") if dice.random() < 0.5}
        right = dice.random() < logistic(odds(features) + shift)
        made.append(
            Example(document=f"d{n % 40}", features=features, made=True, found=right, right=right)
        )
    return made


@pytest.fixture(scope="module")
def learnt() -> Model:
    return grown(drawn(4000, 1), FEW)


def test_planted_odds_are_found_with_what_only_holds_together(learnt: Model) -> None:
    for features in ({}, {"far": 1.0}, {"rival": 1.0}, {"far": 1.0, "rival": 1.0, "idle": 1.0}):
        wanted = logistic(odds(features))
        assert logistic(learnt.score(features)) == pytest.approx(wanted, abs=0.06)


def test_the_same_examples_give_the_same_trees(learnt: Model) -> None:
    assert grown(drawn(4000, 1), FEW) == learnt


def test_calibration_mends_what_is_off_on_other_documents(learnt: Model) -> None:
    claims, others = drawn(2000, 2, shift=-1.0), drawn(2000, 3, shift=-1.0)
    made = calibrated(learnt, claims)
    before = [(learnt.probability(one.features), one.right) for one in others]
    after = [(made.probability(one.features), one.right) for one in others]
    assert brier(after) < brier(before)
    assert calibration_error(after) < calibration_error(before)
    assert made.slope > 0


def test_a_score_that_says_nothing_is_refused(learnt: Model) -> None:
    flipped = [replace(one, right=not one.right, found=not one.right) for one in drawn(500, 4)]
    with pytest.raises(ValueError, match="calibrate on other documents"):
        calibrated(learnt, [*flipped, *flipped, *flipped])


def test_no_document_is_on_both_sides_of_a_fold() -> None:
    claims = drawn(200, 5)
    parts = folds(claims, 10)
    assert sum(len(test) for _, test in parts) == len(claims)
    for learn, test in parts:
        assert not {claim.document for claim in learn} & {claim.document for claim in test}


def test_the_shipped_model_is_what_the_command_writes() -> None:
    shipped = (ROOT / "extract" / "confidence" / "model.json").read_text("utf-8")
    assert written(model()) == shipped


def test_the_command_prints_figures_and_no_word_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    words = "Anna Voorbeeld was arrested on 3 May 2021. Dana Voorbeeld was reportedly beaten."
    (tmp_path / "en" / "a.txt").write_text(words, "utf-8")
    line = (
        '{"doc": "a.txt", "type": "arrest", "subject": "Anna Voorbeeld", "date": "2021-05-03",'
        ' "status": "asserted", "cites": [], "args": {}, "quote": "Anna Voorbeeld was arrested"}\n'
    )
    (tmp_path / "en.claims.jsonl").write_text(line + line.replace('arrest"', 'ill_treatment"'))
    found = examples(tmp_path)
    made = [(one.found, one.right) for one in found.candidates if one.made]
    assert made == [(True, True), (True, False)]
    result = CliRunner().invoke(main, ["--measure", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0
    assert "Voorbeeld" not in result.output
    assert "a.txt" not in result.output
    assert "| 0.5 | " in result.output
    assert thresholds(found, model()).rows[0][1] == 2


def test_who_was_meant_though_no_rule_finds_them_is_learnt_from(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    words = (
        "Anna Voorbeeld was arrested on 3 May 2021. "
        "The house of Anna Voorbeeld was searched by the police, who made arrests in Minsk."
    )
    (tmp_path / "en" / "a.txt").write_text(words, "utf-8")
    line = (
        '{"doc": "a.txt", "type": "arrest", "subject": "Anna Voorbeeld", "date": null, "args": {},'
        ' "status": "asserted", "cites": [], "quote": "the police, who made arrests"}\n'
    )
    (tmp_path / "en.claims.jsonl").write_text(line, "utf-8")
    found = examples(tmp_path)
    assert [one.right for one in found.candidates if not one.made] == [True]
    everybody, nobody = bars(found, model(), 0.5, (0.0, 1.0)).rows
    assert (everybody[2], nobody[1]) == (1, 0)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"NAME\.claims\.jsonl"):
        examples(tmp_path)
