"""The simple readers: the sentence nearest by words or by meaning, judged as any answer is."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from bot.answering.answer import Slot
from evaluation.baselines import (
    Sentence,
    answer_all,
    right_at_risk,
    score_by_meaning,
    score_by_words,
    table,
)
from evaluation.judging import Judgement, Verdict
from evaluation.questions import Question
from evaluation.scoring import judge_all
from index.article import Article
from tests.index.hashing import HashingEmbedder

MET = "Minister Ana Ruiz met Governor Lee Park in Lisbon on Monday."
RAIN = "Rain fell on the vineyards of the north."
BODY = f"{RAIN} {MET}"
ARTICLE = Article(id="a", path="a.md", title="T", published=date(2025, 5, 7), body=BODY)
SENTENCES = [
    Sentence(article=ARTICLE, start=0, end=len(RAIN)),
    Sentence(article=ARTICLE, start=len(RAIN) + 1, end=len(BODY)),
]
QUESTIONS = [
    Question(id="who", text="Who met the governor in Lisbon?", article="a", slot=Slot.WHO, answers=("Ruiz",)),
    Question(
        id="when",
        text="When did Ruiz meet Park?",
        article="a",
        slot=Slot.WHEN,
        answers=("5 May 2025",),
        first=date(2025, 5, 5),
        last=date(2025, 5, 5),
    ),
    Question(id="whether", text="Did Ruiz meet Park?", article="a", slot=Slot.WHETHER, answers=("yes",)),
    Question(id="near", text="Did Ruiz meet Park in Rome?", article="a", kind="near_miss"),
]


def test_words_and_meaning_choose_the_sentence_that_tells() -> None:
    asked = [one.text for one in QUESTIONS]
    for scores in (
        score_by_words(asked, SENTENCES),
        score_by_meaning(asked, SENTENCES, HashingEmbedder(dimension=256)),
    ):
        assert scores.shape == (4, 2)
        assert scores.argmax(axis=1).tolist() == [1, 1, 1, 1]


def test_a_question_of_words_that_nothing_holds_scores_nothing() -> None:
    assert score_by_words(["to be or not"], SENTENCES).tolist() == [[0.0, 0.0]]


def test_a_sentence_is_judged_with_its_date_and_taken_for_a_yes() -> None:
    records = answer_all(QUESTIONS, SENTENCES, np.array([[0, 1.0], [0, 2.0], [0, 4.0], [0, 1.0]]))
    assert [one["confidence"] for one in records] == [0.25, 0.5, 1.0, 0.25]
    verdicts = [one.verdict for one in judge_all(QUESTIONS, records)]
    assert verdicts == [Verdict.RIGHT, Verdict.RIGHT, Verdict.RIGHT, Verdict.FALSE]


@pytest.fixture
def judged() -> list[Judgement]:
    records: list[dict[str, Any]] = answer_all(
        QUESTIONS, SENTENCES, np.array([[0, 8.0], [9.0, 0], [0, 7], [0, 6]])
    )
    return judge_all(QUESTIONS, records)


def test_what_is_right_at_a_risk_counts_the_surest_answers(judged: list[Judgement]) -> None:
    # Surest first: wrong, right, right, false.
    assert right_at_risk(judged, 0.1) == 0
    assert right_at_risk(judged, 0.4) == pytest.approx(2 / 3)
    assert right_at_risk([], 0.1) == 0


def test_a_reader_is_a_row(judged: list[Judgement]) -> None:
    row = list(table({"BM25": judged}))[-1]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[0] == "BM25"
    assert cells[1].startswith("66.7%")
    assert cells[3] == "100.0%"
