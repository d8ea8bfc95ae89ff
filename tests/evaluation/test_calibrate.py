"""Fitting confidence: features that tell get weight, answers held out are judged, too few are refused."""

from datetime import date
from itertools import product

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from bot.answering.reply.confidence import FEATURES, ConfidenceModel, Trust, read_model
from bot.answering.sufficiency import Sufficiency
from evaluation.asking import Asked, ask_each
from evaluation.calibrate import Fit, answers_given, fit_confidence
from evaluation.judging import Given, Judgement, Verdict
from evaluation.metrics import Prediction
from evaluation.questions import Question, QuestionsUnusable
from tests.evaluation.conftest import AS_OF, SampleRun


def asked(number: int, *, right: bool, from_record: bool) -> Asked:
    held = Sufficiency(
        people=1.0,
        names=1.0,
        cover=1.0,
        untold=0.0,
        place=True,
        date=True,
        recorded=True,
        prior=1.0,
        told=number % 2,
        from_record=from_record,
    )
    answer = Answer(
        question="Who?",
        asked=(Slot.WHO,),
        text="Ruiz.",
        slots={},
        citations=(),
        confidence=0.5,
        complete=True,
        sufficiency=held,
    )
    given = Given(
        id=str(number),
        status="answered",
        text="Ruiz.",
        slot_text="Ruiz",
        first=None,
        last=None,
        article="a",
        quote="",
        cited=frozenset(),
        confidence=0.5,
        asked_filled=True,
    )
    question = Question(id=str(number), text="Who?", article=f"a{number // 2}", slot=Slot.WHO, answers=("x",))
    verdict = Verdict.RIGHT if right else Verdict.WRONG
    return Asked(answer=answer, judgement=Judgement(question=question, given=given, verdict=verdict))


def test_a_feature_that_tells_gets_the_weight() -> None:
    # Of a record nine in ten are right, of none one in ten; `told` says nothing.
    answers = [
        asked(40 * group + 2 * turn + told, right=(turn == 0) != bool(group), from_record=bool(group))
        for group, turn, told in product((0, 1), range(10), (0, 1))
    ]
    fit = fit_confidence(answers)
    assert set(fit.weights) == set(FEATURES)
    assert fit.weights["from_record"] > 1.5
    assert abs(fit.weights["told"]) < 0.1
    assert len(fit.held_out) == len(answers)


def test_too_few_answers_are_refused() -> None:
    with pytest.raises(QuestionsUnusable, match="ask more questions"):
        fit_confidence([asked(n, right=bool(n % 2), from_record=True) for n in range(6)])
    with pytest.raises(QuestionsUnusable, match="too much alike"):
        fit_confidence([asked(n, right=True, from_record=True) for n in range(60)])


def test_the_error_is_that_of_the_answers_held_out() -> None:
    held_out = (Prediction(confidence=0.9, right=False), Prediction(confidence=0.9, right=True))
    assert Fit(intercept=0.0, weights={}, held_out=held_out).error == pytest.approx(0.4)


def test_what_is_asked_of_an_index_is_judged(sample_run: SampleRun) -> None:
    questions = [one for one in sample_run.questions if one.id in {"when-02", "false-01"}]
    found = list(ask_each(Answerer(sample_run.engine), questions, AS_OF))
    assert [one.judgement.verdict for one in found] == [Verdict.RIGHT, Verdict.SILENT]
    assert len(answers_given(found)) == 1


def test_an_answer_that_is_too_unsure_is_not_given(sample_run: SampleRun) -> None:
    hopeless = ConfidenceModel(intercept=-9.0, weights={})
    question, as_of = "When did Nixon meet Mao?", date(2024, 1, 29)
    given = Answerer(sample_run.engine, Trust(model=read_model(), minimum=0.0)).answer(question, as_of=as_of)
    kept = Answerer(sample_run.engine, Trust(model=hopeless)).answer(question, as_of=as_of)
    assert isinstance(given, Answer)
    assert isinstance(kept, NoAnswer)
    assert kept.citations  # the nearest sentence is shown
