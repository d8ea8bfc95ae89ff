"""Which of several meetings comes first: the latest where the last is asked for, a held one before a plan."""

from datetime import date

import pytest

from bot.answering.answer import Answer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(
        {
            "recalled": "Envoy Ada Moreno was received by Chancellor Eva Lind in Riga on Thursday.\n\n"
            "Moreno, who last met Lind in March, called the talks useful.",
            "planned": "Minister Luc Roy will meet Mayor Tom Berg in Oslo on 20 May.",
            "held": "Minister Luc Roy met Mayor Tom Berg in Oslo on 6 May.",
        },
        source="Wire",
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When did Ada Moreno last meet Eva Lind?", "8 May 2025"),
        ("When did Ada Moreno most recently meet Eva Lind?", "8 May 2025"),
        ("When did Luc Roy meet Tom Berg in Oslo?", "6 May 2025"),
        ("When will Luc Roy meet Tom Berg in Oslo?", "20 May 2025"),
    ],
)
def test_the_day_of_the_one_that_is_meant(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.answer(question, as_of=date(2025, 5, 12))
    assert isinstance(answer, Answer)
    assert answer.slots[Slot.WHEN].text == told


def test_a_place_told_beside_a_meeting_proves_no_visit_there(open_briefings: BriefingsOpener) -> None:
    answerer = open_briefings(
        {"stops": "A planned stop in Tallinn was dropped. Envoy Ada Moreno met Eva Lind in March."},
        source="Wire",
    )
    answer = answerer.answer("Did Ada Moreno go to Tallinn?", as_of=date(2025, 5, 12))
    assert not answer.text.startswith("Yes")
