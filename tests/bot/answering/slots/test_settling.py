"""Whether it was so: yes and no by what a briefing states, and silence where it states neither."""

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "alone": (
        "Senator Jon Webb met with Harbour Chairman Bo Falk in Ostby on Monday to discuss the closed quays. "
        "Webb was joined by Senators Ada Sund and Tor Lie. "
        "The quays have stood empty since winter."
    ),
    "ahead": (
        "Tomorrow, Senator Jon Webb will meet Surgeon Ivy Moe at the Ramvik Lighthouse. "
        "The lamp was lit again last year."
    ),
    "off": (
        "Senator Jon Webb has cancelled a trip to Norland with Envoy Carl Egon. "
        "He stays to vote on the ferry bill."
    ),
    "apart": (
        "In two separate visits last week, Senator Jon Webb showed Minister Nils Voll and Judge Leila Dahl "
        "around the yards of Vestby. Workers cheered."
    ),
    "moved": (
        "Senator Jon Webb will meet the bakers of Tern Hill on Friday. "
        "The meeting, earlier planned for the Tern Hill Mill, will now be held at the Tern Hill School. "
        "The meeting is closed to the press."
    ),
    "rumour": (
        "Senator Jon Webb met with Admiral Odd Krog on Tuesday and asked about a salt levy. "
        '"It is simply false that anybody considers a salt levy," Krog said.'
    ),
    "held": "Senator Jon Webb met with Pilot Commissioner Eva Berg on Monday and plans to write to her.",
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Was Webb on his own when he met Bo Falk in Ostby?", "No: Webb was joined by"),
        ("Was Webb the only senator to meet Bo Falk in Ostby?", "No: Webb was joined by"),
        ("Did Webb meet Bo Falk in Ostby?", "Yes"),
        ("Had Webb already met Ivy Moe at the Ramvik Lighthouse?", "No: Tomorrow"),
        ("Did Webb travel to Norland with Carl Egon?", "No: Senator Jon Webb has cancelled"),
        (
            "Did Voll and Dahl see the Vestby yards with Webb on one and the same visit?",
            "No: In two separate",
        ),
        (
            "Was the Tern Hill Mill still the place of Webb's meeting with the bakers?",
            "No: The meeting, earlier",
        ),
        (
            "Were reporters to be let into Webb's meeting with the bakers of Tern Hill?",
            "No: The meeting is closed",
        ),
        (
            "Did Krog say that a salt levy was considered when he met Webb?",
            'No: "It is simply false',
        ),
        ("Had Webb already met Eva Berg?", "Yes"),
    ],
)
def test_it_is_proved_or_denied_by_a_sentence(answerer: Answerer, question: str, begins: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    assert answer.text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Was Webb alone when he met Eva Berg?",
        "Was Webb the only one to meet Eva Berg?",
        "Was Webb the only one to meet Ada Sund in Ostby?",
        "Was the meeting of Webb and Eva Berg open to the press?",
        "Did Webb and Eva Berg meet on the same day as the bakers?",
    ],
)
def test_what_a_meeting_does_not_prove_is_left_open(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)
