"""Whether a meeting was where a question says, in a schedule or "there", and of whom it says."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener

BRIEFINGS = {
    "stops": "Senator Webb and Senator Dahl will meet with port officials on May 12 to discuss the ferry list"
    ".\nFollowing the meetings they will take questions.\nMonday, May 12, 2025\n12:15 p.m.\n"
    "Ostby News Conference\nGull Hall\nOstby, ND\n2:00 p.m.\nTarn News Conference\nEel Hall\nTarn, ND\n",
    "fair": "The final stop of the day was at the Rossby County fair. I have to say that it was a favorite. "
    "I ate pie and fish. Coach Liv Berge met us there with other friends and we had a great time.",
    "plant": "Senator Webb will meet with Governor Skaar, Mayor Flom and union officials at Nordby City Hall "
    "on Monday about the tractor plant. The union is the Skilled Makers League (SML).",
    "mine": "Senator Webb will meet with Governor Ase Brun and Mayor Hegg at Rena City Hall on Monday about "
    "the copper mine.",
}


@pytest.fixture(scope="module")
def bot(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


def asked(bot: Answerer, question: str) -> Answer | NoAnswer:
    return bot.answer(question, as_of=date(2025, 6, 1))


def test_a_stop_of_the_schedule_below_is_a_place_of_it(bot: Answerer) -> None:
    answer = asked(bot, "On which day were Webb and Dahl to stop in Tarn over the ferry list?")
    assert isinstance(answer, Answer)
    span = answer.slots[Slot.WHEN].span
    assert span is not None
    assert span.first == date(2025, 5, 12)
    assert isinstance(
        asked(bot, "On which day were Webb and Dahl to stop in Lom over the ferry list?"), NoAnswer
    )


def test_there_is_the_place_told_before(bot: Answerer) -> None:
    answer = asked(bot, "Did Coach Liv Berge meet Webb at the Rossby County fair?")
    assert isinstance(answer, Answer)
    assert answer.text.startswith("Yes")
    assert isinstance(asked(bot, "Did Coach Liv Berge meet Webb at the Lom County fair?"), NoAnswer)


def test_a_given_name_that_no_briefing_tells_is_no_other_person(bot: Answerer) -> None:
    answer = asked(bot, "Where were Webb, Tim Skaar and Mayor Flom to meet about the tractor plant?")
    assert isinstance(answer, Answer)
    assert answer.slots[Slot.WHERE].text == "Nordby City Hall"
    assert isinstance(
        asked(bot, "Where were Webb, Tim Brun and Mayor Hegg to meet about the copper mine?"), NoAnswer
    )


def test_names_in_small_letters_are_read_beside_initials(bot: Answerer) -> None:
    answer = asked(bot, "SML officials + webb + flom on the tractor plant, where do they meet?")
    assert isinstance(answer, Answer)
    assert answer.slots[Slot.WHERE].text == "Nordby City Hall"
