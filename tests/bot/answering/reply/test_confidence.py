"""Confidence: computed as its file says, refused where the file cannot be meant, and acted upon."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.reply.confidence import ConfidenceModel, ConfidenceUnusable, Trust, read_model
from bot.answering.sufficiency import Sufficiency

HELD = Sufficiency(
    people=1.0, names=1.0, cover=1.0, untold=0.0, place=True, date=True, recorded=True, prior=1.0, told=0.5
)


def test_confidence_is_the_logistic_of_the_weighted_features() -> None:
    model = ConfidenceModel(intercept=-1.0, weights={"told": 2.0, "named": 0.5, "from_record": 3.0})
    assert model.of(HELD) == pytest.approx(1 / (1 + math.exp(-0.5)))
    assert model.of(replace(HELD, from_record=True)) == pytest.approx(1 / (1 + math.exp(-3.5)))


def test_the_parameters_kept_trust_better_evidence_more() -> None:
    model = read_model()
    best = replace(HELD, from_record=True, told=1.0)
    worse = [replace(best, from_record=False), replace(best, told=0.0), replace(best, named=False)]
    assert all(0 < model.of(one) < model.of(best) < 1 for one in worse)


def test_what_is_less_sure_than_the_minimum_is_doubted() -> None:
    trust = Trust(model=ConfidenceModel(intercept=0.0, weights={}), minimum=0.6)
    assert trust.doubts(0.59)
    assert not trust.doubts(0.6)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("{", "run `python -m evaluation calibrate`"),
        ("[]", "run `python -m evaluation calibrate`"),
        ('{"intercept": 1, "weights": {"told": "much"}}', "does not hold the parameters"),
        (json.dumps({"intercept": 0, "weights": {"luck": 1}}), "weighs luck, which no answer has"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(tmp_path: Path, written: str, sentence: str) -> None:
    path = tmp_path / "confidence.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ConfidenceUnusable, match=sentence):
        read_model(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfidenceUnusable, match=r"confidence\.json does not hold"):
        read_model(tmp_path / "confidence.json")
