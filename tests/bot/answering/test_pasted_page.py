"""The questions of a page pasted from the web, furniture and all: with no date, and with one."""

import os
from datetime import date
from pathlib import Path

import pytest

from bot.answering.answer import Answer, Slot, SlotValue
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import Opener

AS_OF = date(2024, 2, 3)


@pytest.fixture(scope="module")
def page() -> str:
    folder = os.environ.get("READOUT_DEV_DATA")
    if not folder:
        pytest.skip("READOUT_DEV_DATA does not name the folder that holds the pasted page")
    return next((Path(folder) / "seed").glob("*.txt")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def undated(page: str, open_answerer: Opener, tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "page.txt").write_text(page, encoding="utf-8")
    return open_answerer(corpus)


def slot_of(answerer: Answerer, question: str, slot: Slot) -> SlotValue:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer
    assert slot in answer.asked
    return answer.slots[slot]


@pytest.mark.parametrize(
    ("question", "slot", "words"),
    [
        ("Which officials are going to Beijing?", Slot.WHO, "Jen Daskal"),
        ("To which city are the officials going?", Slot.WHERE, "Beijing"),
        ("On what days of the week are the meetings?", Slot.WHEN, "Tuesday and Wednesday"),
        ("What will the officials discuss?", Slot.WHY, "supply of fentanyl"),
        ("Who leads the delegation?", Slot.WHO, "Jen Daskal"),
    ],
)
def test_its_questions_are_answered(undated: Answerer, question: str, slot: Slot, words: str) -> None:
    assert words in slot_of(undated, question, slot).text


def test_without_a_date_its_days_stay_unresolved_and_the_answer_says_so(undated: Answerer) -> None:
    when = slot_of(undated, "On what days of the week are the meetings?", Slot.WHEN)
    assert when.span is not None
    assert when.span.first is None
    assert "cannot be resolved" in when.text


def test_given_its_date_the_days_are_known(
    page: str, open_answerer: Opener, tmp_path_factory: pytest.TempPathFactory
) -> None:
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "page.txt").write_text(f"---\npublished: 2024-01-28\n---\n{page}", encoding="utf-8")
    when = slot_of(open_answerer(corpus), "On what days of the week are the meetings?", Slot.WHEN)
    assert when.span is not None
    assert (when.span.first, when.span.last) == (date(2024, 1, 30), date(2024, 1, 31))
