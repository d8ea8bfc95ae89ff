"""No day or place of what fits worse, where an article that lacks words of the question fits better."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener

BRIEFINGS = {
    "tour": "Senator Webb was in Tarn today to tour the medical hall and thank voters. A vote on medical "
    "costs comes soon. Demand for care is up.",
    "press": "More than 300 weavers of the Loom League joined Senator Webb at today's press conference. Webb "
    "spoke on two medical liability bills.",
}


@pytest.fixture(scope="module")
def bot(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("When did weavers of the Loom League join Webb at a press conference?", True),
        ("Where did Webb tour the medical hall?", True),
        ("On what date did Webb demand a vote on care with the gyn surgeons and midwives of Rena?", False),
    ],
)
def test_a_day_is_told_of_what_fits_best_alone(bot: Answerer, question: str, answered: bool) -> None:
    found = bot.answer(question, as_of=date(2025, 6, 1))
    assert isinstance(found, Answer if answered else NoAnswer)
