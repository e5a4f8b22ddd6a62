"""Learning how sure to be: planted weights are found, calibration mends, nothing is quoted."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.confidence import SIGNS, Model, model
from extract.confidence.model import logistic
from kg.evaluation.reliability import brier, calibration_error
from training.confidence.__main__ import main, written
from training.confidence.data import Example, examples
from training.confidence.fit import calibrated, folds, weights
from training.confidence.report import thresholds

TRUE = Model(intercept=2.0, weights={"far": -1.5, "rival": -0.5})
ROOT = Path(__file__).parents[2]


def drawn(number: int, seed: int, shift: float = 0.0) -> list[Example]:
    """Claims that are right as often as the true model says, moved by ``shift``."""
    dice = random.Random(seed)
    made = []
    for n in range(number):
        signs = tuple(name for name in TRUE.weights if dice.random() < 0.5)
        right = dice.random() < logistic(TRUE.score(signs) + shift)
        made.append(
            Example(document=f"d{n % 40}", signs=signs, confidence=0.9, found=right, right=right)
        )
    return made


def test_planted_weights_are_found_and_the_same_each_time() -> None:
    claims = drawn(4000, 1)
    found = weights(claims, ["far", "rival"], 1.0)
    assert found.intercept == pytest.approx(2.0, abs=0.25)
    assert found.weights["far"] == pytest.approx(-1.5, abs=0.25)
    assert found.weights["rival"] == pytest.approx(-0.5, abs=0.25)
    assert found == weights(claims, ["far", "rival"], 1.0)


def test_calibration_mends_what_is_off_on_other_documents() -> None:
    claims, others = drawn(2000, 2, shift=-1.0), drawn(2000, 3, shift=-1.0)
    made = calibrated(TRUE, claims)
    before = [(TRUE.probability(claim.signs), claim.right) for claim in others]
    after = [(made.probability(claim.signs), claim.right) for claim in others]
    assert brier(after) < brier(before)
    assert calibration_error(after) < calibration_error(before)
    assert made.slope > 0


def test_a_score_that_says_nothing_is_refused() -> None:
    flipped = Model(intercept=-0.2, weights={name: -w / 10 for name, w in TRUE.weights.items()})
    with pytest.raises(ValueError, match="calibrate on other documents"):
        calibrated(flipped, drawn(500, 4))


def test_no_document_is_on_both_sides_of_a_fold() -> None:
    claims = drawn(200, 5)
    parts = folds(claims, 10)
    assert sum(len(test) for _, test in parts) == len(claims)
    for learn, test in parts:
        assert not {claim.document for claim in learn} & {claim.document for claim in test}


def test_the_shipped_model_is_what_the_command_writes() -> None:
    shipped = (ROOT / "extract" / "confidence" / "model.toml").read_text("utf-8")
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
    assert [(claim.found, claim.right) for claim in found.claims] == [(True, True), (True, False)]
    assert all(set(claim.signs) - set(SIGNS) for claim in found.claims)  # the category
    result = CliRunner().invoke(main, ["--measure", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0
    assert "Voorbeeld" not in result.output
    assert "a.txt" not in result.output
    assert "| 0.5 | " in result.output
    assert thresholds(found).rows[0][1] == 2


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"NAME\.claims\.jsonl"):
        examples(tmp_path)
