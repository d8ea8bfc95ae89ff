"""What is answered and what is not, over briefings in memory whose records are not read: sentences alone."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Reason, Slot
from bot.answering.answerer import Answerer
from index.article import Article, NameType
from index.engine import KnownName
from tests.bot.fakes import ArticlesEngine

BODY = (
    "Minister Anna Lind met with fishermen and with Harbour Commissioner Bo Falk and Pilot Inspector Ida Moe "
    "at the Customs House in Bergen on Tuesday to discuss cod quotas. "
    "During the meeting, Lind discussed the closing of the Tromso yard. "
    "Ed Tauer told reporters that he supports the quotas. "
    "The two ministers had not visited the yard. "
    "Lind will meet with Envoy Paul Okoro on March 20 about ice."
)
PEOPLE = ("Anna Lind", "Bo Falk", "Ida Moe", "Ed Tauer", "Paul Okoro")


class NamedEngine(ArticlesEngine):
    def names(self) -> tuple[KnownName, ...]:  # the table that a build would have made
        people = [KnownName(name=one, type=NameType.PERSON, forms=(one,), articles=1) for one in PEOPLE]
        places = [
            KnownName(name=one, type=NameType.PLACE, forms=(one,), articles=2) for one in ("Bergen", "Oslo")
        ]
        return (*people, *places)


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    article = Article(id="cod", path="cod.md", title="Cod", body=BODY, published=date(2024, 3, 7))
    return Answerer(NamedEngine([article]))


def ask(answerer: Answerer, question: str) -> Answer | NoAnswer:
    return answerer.answer(question, as_of=date(2024, 6, 1))


@pytest.mark.parametrize(
    ("question", "slot", "words"),
    [
        ("Which harbour commissioner did Lind meet in Bergen?", Slot.WHO, "Falk"),
        ("Where did Lind meet Falk?", Slot.WHERE, "the Customs House in Bergen"),
        ("When did Lind meet Bo Falk?", Slot.WHEN, "5 March 2024"),
        ("lind falk bergen - subject?", Slot.WHY, "cod quotas"),
    ],
)
def test_a_stated_slot_is_filled(answerer: Answerer, question: str, slot: Slot, words: str) -> None:
    answer = ask(answerer, question)
    assert isinstance(answer, Answer), answer
    assert words in answer.slots[slot].text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("When did Ed Tauer meet Bo Falk?", Reason.OTHER_PEOPLE),
        ("When did Lind meet Falk in Oslo?", Reason.NOTHING_RELEVANT),
        ("When did Lind meet Falk in January 2021?", Reason.OTHER_DATE),
        ("Which fishermen did Lind meet in Bergen with Falk?", Reason.NOT_STATED),
        ("What time did Lind meet Falk?", Reason.NOT_STATED),
        ("What did Falk tell Lind?", Reason.NOT_STATED),
    ],
)
def test_what_is_not_stated_is_refused_with_the_coverage(
    answerer: Answerer, question: str, reason: Reason
) -> None:
    answer = ask(answerer, question)
    assert isinstance(answer, NoAnswer), answer
    assert answer.reason is reason
    assert answer.text.endswith("Searched 1 briefing from 7 March 2024 to 7 March 2024.")


def test_a_plan_whose_day_has_passed_is_told_as_a_plan(answerer: Answerer) -> None:
    answer = ask(answerer, "When will Lind meet Okoro about ice?")
    assert isinstance(answer, Answer)
    assert answer.text == (
        "20 March 2024. It was planned for then; no later report of it is in the briefings."
    )


def test_a_plan_proves_no_meeting(answerer: Answerer) -> None:
    assert isinstance(ask(answerer, "Did Lind meet Okoro about ice?"), NoAnswer)


def test_what_the_confidence_rests_on_is_told(answerer: Answerer) -> None:
    answer = ask(answerer, "When did Lind meet Bo Falk?")
    held = answer.sufficiency
    assert held is not None
    assert (held.people, held.names, held.filled, held.date) == (1.0, 1.0, 1.0, True)
    assert held.from_evidence
    assert not held.recorded
    refused = ask(answerer, "When did Ed Tauer meet Bo Falk?").sufficiency
    assert refused is not None
    assert refused.people < 1
