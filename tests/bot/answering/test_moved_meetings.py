"""Questions about meetings that were moved to another day, or called off."""

from datetime import date

import pytest

from bot.answering.answer import Answer, Slot
from bot.answering.answerer import Answerer
from tests.bot.answering.conftest import BriefingsOpener

AS_OF = date(2025, 5, 10)
BRIEFINGS = {
    "strike": (
        "BRUSSELS - Foreign Minister Marta Olsen and Energy Commissioner Pavel Drago will not meet on June"
        " 1 as planned.\n\nTheir meeting, scheduled for June 1, was postponed to June 8 because of a strike."
    ),
    "instead": "Premier Lena Vogt will now meet union leader Karl Brandt on 12 June instead of 5 June.",
    "told-later": (
        "Transport Minister Igor Belov will meet Mayor Celia Ramos in Porto on June 1, the ministry had said."
        "\n\nOn Monday it said the meeting had been postponed to June 6."
    ),
    "first-day": (
        "Bank chief Olaf Nyman will meet Finance Minister Dana Weiss in Bonn on June 6. The meeting had"
        " originally been set for June 1."
    ),
    "off": (
        "The summit between President Rui Matos and King Faisal Omari, due to take place in Lisbon on June 5,"
        " has been postponed indefinitely."
    ),
    "delayed": (
        "Farm Minister Greta Sund's talks with dairy leader Piet Bakker have been delayed until June 12."
        " The two had been expected to meet in Ghent on June 2."
    ),
    "plan": "Chancellor Eva Lind will visit Prague on June 3 for talks on gas, her office said.",
    "plan-moved": "Chancellor Eva Lind put off her visit to Prague from June 3 to June 17 for illness.",
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS, source="Harbor Wire")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When will Marta Olsen meet Pavel Drago?", date(2025, 6, 8)),
        ("What is the new date of the meeting between Olsen and Drago?", date(2025, 6, 8)),
        ("When was the meeting between Olsen and Drago originally to take place?", date(2025, 6, 1)),
        ("When will Lena Vogt meet Karl Brandt?", date(2025, 6, 12)),
        ("When will Igor Belov meet Celia Ramos?", date(2025, 6, 6)),
        ("When will Olaf Nyman meet Dana Weiss?", date(2025, 6, 6)),
        ("When was the meeting of Nyman and Weiss first set for?", date(2025, 6, 1)),
        ("When was the summit between Matos and Omari to take place?", date(2025, 6, 5)),
        ("When will Eva Lind visit Prague?", date(2025, 6, 17)),
    ],
)
def test_the_day_is_the_one_that_the_question_means(answerer: Answerer, question: str, day: date) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, Answer)
    when = found.slots[Slot.WHEN].span
    assert when is not None
    assert when.first == day


@pytest.mark.parametrize(
    ("question", "proof"),
    [
        ("Will Marta Olsen and Pavel Drago meet on June 1?", "June 1"),
        ("Did Lena Vogt meet Karl Brandt on 5 June?", "instead of 5 June"),
        ("Will Igor Belov meet Celia Ramos on June 1?", "had been postponed to June 6"),
        ("Will Greta Sund meet Piet Bakker on June 2?", "delayed until June 12"),
        ("Will Eva Lind visit Prague on June 3?", "from June 3 to June 17"),
        ("Did Matos and Omari meet in Lisbon on June 5?", "postponed indefinitely"),
    ],
)
def test_the_day_it_was_moved_from_is_denied(answerer: Answerer, question: str, proof: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert isinstance(found, Answer)
    assert found.text.startswith("No")
    assert proof in found.citations[0].quote


@pytest.mark.parametrize("question", ["When will Rui Matos meet Faisal Omari?", "When did Matos meet Omari?"])
def test_no_day_is_told_of_what_was_put_off_with_none(answerer: Answerer, question: str) -> None:
    found = answerer.answer(question, as_of=AS_OF)
    assert not isinstance(found, Answer)
    assert "postponed indefinitely" in found.text


def test_the_day_of_the_new_plan_is_not_denied(answerer: Answerer) -> None:
    found = answerer.answer("Will Lena Vogt meet Karl Brandt on 12 June?", as_of=AS_OF)
    assert isinstance(found, Answer)
    assert found.text.startswith("Yes")


def test_who_meets_is_named_without_the_town_and_the_denial(answerer: Answerer) -> None:
    found = answerer.answer("Who will meet Pavel Drago on June 8?", as_of=AS_OF)
    assert isinstance(found, Answer)
    assert "BRUSSELS" not in found.slots[Slot.WHO].text
    assert not found.slots[Slot.WHO].text.endswith("not")
