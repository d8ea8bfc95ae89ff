"""A meeting's own place, and no other that is told near it, bears out where a question has it."""

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "depot": (
        "Senator Jon Webb today met with General Aud Krog in his Skarholm, N.V. office to discuss the needs "
        "of the Black Fjord Army Depot and to look for new work for the depot."
    ),
    "prize": (
        "Senator Jon Webb met with Baker Ylva Strand today in Webb's Skarholm office. "
        "Her firm, Rye Ovens in Mosvik, won the prize for the best bread."
    ),
    "plant": (
        "Senator Jon Webb toured Tolvan Cranes in Herrvik on Thursday and met with welders. "
        "The cranes are sold in forty countries. The firm is the largest in the valley. "
        "It was founded by two brothers. Tolvan Cranes also has a paint shop in Ostrand."
    ),
    "senate": (
        "Senator Jon Webb met with Premier Lars Kvam in his Senate office on Tuesday about herring. "
        "Kvam is in Skarholm all week."
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    "question",
    [
        "When did General Krog meet Webb at Black Fjord Army Depot itself?",
        "When did Webb visit the Black Fjord Army Depot to see General Krog?",
        "When did Webb drop in on Ylva Strand at Rye Ovens in Mosvik?",
        "When did Webb meet Ylva Strand in Mosvik?",
        "When did Webb meet welders at Tolvan Cranes in Ostrand?",
    ],
)
def test_a_place_told_of_something_else_is_not_the_meetings(answerer: Answerer, question: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, NoAnswer), found.text


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("When did General Krog meet Webb in Skarholm about the Black Fjord Army Depot?", "9 May 2025"),
        ("When did Webb meet Baker Ylva Strand in Skarholm?", "9 May 2025"),
        ("When did Webb meet welders at Tolvan Cranes in Herrvik?", "8 May 2025"),
        ("When did Webb meet Premier Kvam in Skarholm?", "6 May 2025"),
    ],
)
def test_the_meetings_own_place_is_borne_out(answerer: Answerer, question: str, when: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, Answer), found.text
    assert when in found.text
