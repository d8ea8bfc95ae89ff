"""How long and how many: only where that very measure is stated; and no day for what was done lately."""

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "talks": (
        "Senator Jon Webb met with Premier Lars Kvam on Thursday about the herring treaty. "
        "The meeting lasted about 40 minutes. Some 25 local skippers joined them."
    ),
    "trip": "Senator Jon Webb visited Warden Signe Holt in Kalvik on Monday on a two-day trip.",
    "wool": "Senator Jon Webb met with Weaver Nora Lie three days ago to speak of wool.",
    "grain": (
        "Senator Jon Webb met with Miller Eva Rask in Tarn on Tuesday to talk about grain. "
        "Her mill cost $4 million in 1998. It grinds for 60 farmers, and she ran another for two years."
    ),
    "lately": (
        "Senator Jon Webb recently met with Admiral Odd Krog about the salt pier. "
        "The hearing on the salt pier is set for next Wednesday."
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How long did Webb and Premier Kvam meet about the herring treaty?", "40 minutes"),
        ("How many minutes did Webb spend with Premier Kvam?", "40 minutes"),
        ("How many skippers joined Webb and Premier Kvam?", "25 local skippers"),
        ("How much did Miller Eva Rask's mill in Tarn cost before she met Webb?", "$4 million"),
    ],
)
def test_a_measure_is_told_by_the_sentence_that_states_it(
    answerer: Answerer, question: str, told: str
) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many minutes did Webb spend with Signe Holt in Kalvik?",
        "How long did Webb speak with Nora Lie of wool?",
        "How many weavers did Webb meet with Nora Lie?",
        "How much money did Webb promise Signe Holt in Kalvik?",
        "How much money did Webb promise Miller Eva Rask?",
        "How many farmers did Webb send to Miller Eva Rask?",
        "How late did Webb and Miller Eva Rask talk?",
        "On what date did Webb meet Admiral Krog about the salt pier?",
    ],
)
def test_what_no_sentence_measures_or_dates_is_left_open(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)
