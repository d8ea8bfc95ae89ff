"""Who was there beside those the question names, as the sentences of a briefing tell it one after another."""

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from bot.answering.slots.sides import sides_in
from bot.answering.understanding.asking import read_asking
from bot.answering.understanding.question import understand
from bot.answering.understanding.vocabulary import vocabulary_of
from tests.bot.answering.conftest import BriefingsOpener
from tests.bot.answering.test_answerer import AS_OF

BRIEFINGS = {
    "troop": (
        "Senator Jon Webb today met with the Ramvik Sea Scout troop. "
        "Led by Troop Leader Ada Sund, the troop toured the Harbour House prior to meeting with Webb."
    ),
    "plans": (
        "Senator Jon Webb saw Chancellor Moe in Solvik on Tuesday. On Wednesday, he told Moe, Webb was going "
        "to Lervik for a scheduled meeting with the island's Prime Minister Bo Falk."
    ),
    "lab": (
        "Webb, ranking member of the Ferry Committee, today toured and was briefed on the growth of the "
        "tidal laboratory in Tarvik. The use of visiting pilots was discussed."
    ),
}


@pytest.fixture(scope="module")
def answerer(open_briefings: BriefingsOpener) -> Answerer:
    return open_briefings(BRIEFINGS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who was leading the Ramvik Sea Scout troop that met Webb?", "Ada Sund"),
        ("Who led the Ramvik Sea Scout troop when it came to see Webb?", "Ada Sund"),
        ("Whom was Senator Webb due to see in Lervik the day after he met Moe?", "Bo Falk"),
    ],
)
def test_who_was_there_is_told(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer.text
    assert told in answer.slots[Slot.WHO].text


@pytest.mark.parametrize(
    "question",
    [
        "Who briefed Webb on the growth of the tidal laboratory in Tarvik?",
        "Who at the tidal laboratory in Tarvik briefed Webb on its growth?",
    ],
)
def test_no_words_of_the_askers_own_are_told_as_somebody(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question, as_of=AS_OF), NoAnswer)


def test_people_of_another_day_need_not_take_part() -> None:
    nobody = vocabulary_of(())
    asked = understand("Whom did Senator Webb see the day after he met President Moe?", AS_OF, nobody)
    assert asked.people == {"webb"}
    asked = understand("Who was there when Senator Webb met President Moe?", AS_OF, nobody)
    assert asked.people == {"webb", "moe"}


def test_a_participle_before_a_noun_is_no_visit() -> None:
    assert [*sides_in("Moe asked for plans of visiting pilots.", frozenset({"moe"}))] == []
    assert [*sides_in("Moe began by visiting pilots.", frozenset({"moe"}))] == ["pilots"]


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("What cabinet member turned up for Webb's opening of the quay?", Slot.WHO),
        ("What union president joined Webb?", Slot.WHO),
        ("What executive order angered Webb?", Slot.WHY),
    ],
)
def test_what_is_asked_for_ends_before_the_verb(question: str, slot: Slot) -> None:
    assert read_asking(question).slots == (slot,)
