"""The gate: how well the judged questions over the sample briefings must be answered, whatever changes.

The floors lie a little below what is seen, so that a change of rules that costs several answers is noticed.
"""

from collections import Counter

from bot.answering.answer import Slot
from evaluation.metrics import hit_at, reciprocal_rank
from evaluation.questions import Question
from evaluation.retrieval import rank_one
from evaluation.scoring import judge_all, score
from tests.evaluation.conftest import SampleRun

SLOT_ACCURACY = 0.9
CITATION_PRECISION = 0.97
FALSE_ANSWERS = 0.06
HITS_AT_4 = 0.95
MRR_AT_10 = 0.90


def test_the_questions_are_many_and_of_every_kind(sample_run: SampleRun) -> None:
    questions = sample_run.questions
    assert len({one.id for one in questions}) == len(questions) >= 80
    slots = Counter(one.slot for one in questions)
    assert all(slots[slot] >= 12 for slot in Slot if slot is not Slot.WHAT)
    kinds = Counter(one.kind for one in questions if not one.answerable)
    assert set(kinds) == {"false_premise", "near_miss", "slot"}
    assert min(kinds.values()) >= 12
    assert any(one.also for one in questions)
    assert sum(one.text == one.text.lower() for one in questions) >= 5


def test_what_is_judged_right_stands_in_the_briefings(sample_run: SampleRun) -> None:
    for one in sample_run.questions:
        assert not one.article or one.article in sample_run.bodies, one.id
        if one.answerable:
            assert one.evidence in sample_run.bodies[one.article], one.id
            assert _is_stated(one), one.id


def test_every_quote_stands_in_its_briefing_letter_for_letter(sample_run: SampleRun) -> None:
    cited = [one for record in sample_run.records for one in record["citations"] if "field" not in one]
    assert len(cited) > 80
    for one in cited:
        assert sample_run.bodies[one["article_id"]][one["start"] : one["end"]] == one["quote"]


def test_the_answers_keep_their_floors(sample_run: SampleRun) -> None:
    judgements = judge_all(sample_run.questions, sample_run.records)
    figures = score(judgements).figures
    missed = [f"{one.verdict} [{one.question.id}] {one.question.text}" for one in judgements]
    assert figures["slot accuracy"].value >= SLOT_ACCURACY, missed
    assert figures["false-answer rate"].value <= FALSE_ANSWERS, missed
    assert figures["citation precision"].value >= CITATION_PRECISION, missed


def test_the_right_briefing_is_found(sample_run: SampleRun) -> None:
    answerable = [one for one in sample_run.questions if one.answerable]
    with sample_run.engine.snapshot() as snapshot:
        ranks = [rank_one(one, snapshot)["hybrid"] for one in answerable]
    assert sum(hit_at(rank, 4) for rank in ranks) / len(ranks) >= HITS_AT_4
    assert sum(reciprocal_rank(rank, 10) for rank in ranks) / len(ranks) >= MRR_AT_10


def _is_stated(question: Question) -> bool:
    if question.slot is Slot.WHEN:
        return question.first is not None and question.last is not None and question.first <= question.last
    if question.slot is Slot.WHETHER:
        return question.answers in {("yes",), ("no",)}
    return any(
        all(part.strip() in question.evidence for part in answer.split("|")) for answer in question.answers
    )
