"""Who was there beside those the question names, as the sentences of a briefing tell it one after another."""

import pytest

from bot.answering.answer import Answer, NoAnswer, Slot
from bot.answering.answerer import Answerer
from bot.answering.slots.sides import sides_in
from bot.answering.understanding.asking import read_asking
from bot.answering.understanding.question import understand
from bot.answering.understanding.vocabulary import vocabulary_of
from index.article import NameType
from index.engine import KnownName
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
    "hall": (
        "Senator Jon Webb opened the Tofte sports hall today. Tofte Mayor Ida Moe, Sheriff Tor Dahl, and two "
        "Tofte Commissioners joined Webb at the hall."
    ),
    "update": (
        "Senator Jon Webb hosted a top official of the Ferry Bank in his office for an update on loans. "
        "Deputy Director of Seaplan, Odd Krog, briefed Webb on what was lent."
    ),
    "cable": (
        "Senator Jon Webb and Tern County Treasurer Rolf Aas today announced a grant for the Skarvik cable. "
        "The cable is old. It was laid by hand. It has been mended often. "
        "Aas met with Energy Minister Nils Voll on Tuesday about the Skarvik cable."
    ),
    "mail": (
        "Sens. Jon Webb and Ada Holm today welcomed news that the Gull Post has hired eight carriers. "
        "In a meeting with the island Senators, Gull Post chief Bo Lund promised more. "
        "The carriers start in June, with Governor Ivy Strand linked by teleconference from Larvik."
    ),
    "tribes": "Senator Jon Webb met with Auk County Commissioners in Hamnvik today about the pier.",
    "women": (
        "Senator Jon Webb met with three officials of Ruritania today about budgets. Their trip was long. "
        "Webb went there. He liked it. The delegation included: Deputy Minister of the Interior, Eva Brun; "
        "and Member of Parliament and Head of the Water Committee, Mona Al-Sund."
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
        ("Which mayor and which sheriff joined Webb at the Tofte sports hall?", "Ida Moe and Tor Dahl"),
        ("Who from the Ferry Bank came to Webb's office with an update on loans?", "Odd Krog"),
        ("Which county treasurer lobbied Minister Voll about the Skarvik cable?", "Aas"),
        ("Whom did Webb and Holm meet about the Gull Post?", "Bo Lund"),
        ("Which county's commissioners did Webb meet in Hamnvik about the pier?", "Auk County"),
        ("Which Ruritanian member of parliament came to see Webb about budgets?", "Mona Al-Sund"),
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
        "Which Tofte commissioners joined Webb at the Tofte sports hall?",
        "Which mayor and which governor joined Webb at the Tofte sports hall?",
        "Which Tofte official joined Webb and the mayor and the sheriff at the sports hall?",
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


def test_a_name_before_the_noun_asked_for_tells_who_is_meant_and_takes_no_part() -> None:
    moe = KnownName(name="Ida Moe", type=NameType.PERSON, forms=("Ida Moe", "Moe"), articles=1)
    asked = understand("Which UC Moe pilot did Senator Webb see?", AS_OF, vocabulary_of([moe]))
    assert asked.people == {"webb"}
    asked = understand("Which pilot did Moe see?", AS_OF, vocabulary_of([moe]))
    assert asked.people == {"moe"}


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
