"""Several meetings told by one sentence: each question is answered by its own."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(
        {
            "legs": "Premier Ada Moreno met with President Tom Berg in Oslo on Monday and with Chancellor "
            "Eva Lind in Riga on Tuesday to discuss the gas line.",
        },
        source="Wire",
    )


@pytest.mark.parametrize(
    ("question", "slot", "told"),
    [
        ("Where did Ada Moreno meet Eva Lind?", Slot.WHERE, "Riga"),
        ("Where did Ada Moreno meet Tom Berg?", Slot.WHERE, "Oslo"),
        ("When did Ada Moreno meet Eva Lind?", Slot.WHEN, "6 May 2025"),
        ("When did Ada Moreno meet Tom Berg?", Slot.WHEN, "5 May 2025"),
        ("Who did Ada Moreno meet in Riga?", Slot.WHO, "Eva Lind (chancellor)"),
        ("Who did Ada Moreno meet in Oslo?", Slot.WHO, "Tom Berg (president)"),
        ("Which chancellor did Ada Moreno meet?", Slot.WHO, "Eva Lind"),
    ],
)
def test_each_is_answered_by_its_own_leg(answerer: Answerer, question: str, slot: Slot, told: str) -> None:
    answer = answerer.answer(question, as_of=date(2025, 5, 12))
    assert isinstance(answer, Answer)
    assert answer.slots[slot].text == told


def test_all_legs_are_told_where_nothing_tells_them_apart(answerer: Answerer) -> None:
    answer = answerer.answer("Who did Ada Moreno meet?", as_of=date(2025, 5, 12))
    assert "Tom Berg" in answer.text
    assert "Eva Lind" in answer.text


def test_nobody_of_another_leg_is_told_in_their_stead(answerer: Answerer) -> None:
    answer = answerer.answer("Which president did Ada Moreno meet in Riga?", as_of=date(2025, 5, 12))
    assert isinstance(answer, NoAnswer)


def test_the_matter_of_another_meeting_is_not_lent_to_this_one(open_briefings: BriefingsOpener) -> None:
    answerer = open_briefings(
        {
            "shuttle": "Envoy Ada Moreno held talks with President Tom Berg in Oslo on Thursday.\n\n"
            "Moreno will travel to Riga on Saturday and meet with Minister Luc Roy to discuss the pipeline."
        },
        source="Wire",
    )
    day = date(2025, 5, 12)
    assert isinstance(answerer.answer("What did Moreno and Berg discuss?", as_of=day), NoAnswer)
    assert "pipeline" in answerer.answer("Why will Moreno meet Luc Roy?", as_of=day).text
