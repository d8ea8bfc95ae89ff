"""Questions over the sample briefings, answered from the records that the build reads in them."""

from datetime import date
from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer, Reason, Slot
from bot.answering.answerer import Answerer
from bot.answering.reply.confidence import Trust, read_model
from index.article import Article
from index.loaders import read_articles
from index.loaders.registry import find_files
from tests.bot.answering.conftest import Opener

CORPUS = Path(__file__).parents[3] / "corpus"
AS_OF = date(2024, 1, 29)


@pytest.fixture(scope="module")
def answerer(open_answerer: Opener) -> Answerer:
    return open_answerer(CORPUS)


def ask(answerer: Answerer, question: str) -> Answer:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, Answer), answer
    return answer


def test_the_first_briefing_answers_each_slot_with_its_own_quote(answerer: Answerer) -> None:
    answer = ask(answerer, "When do US and Chinese officials meet about fentanyl, and why?")
    when, why = answer.slots[Slot.WHEN], answer.slots[Slot.WHY]
    assert when.span is not None
    assert (when.span.first, when.span.last) == (date(2024, 1, 30), date(2024, 1, 31))
    assert when.citation == 1
    assert "financing and distribution of drugs" in why.text
    assert answer.slots[Slot.WHERE].text == "Beijing"
    assert "Daskal" in answer.slots[Slot.WHO].text
    assert "Chinese officials" in answer.slots[Slot.WHO].text
    bodies = {
        one.id: one.body
        for path in find_files(CORPUS)
        for one in read_articles(path, CORPUS)
        if isinstance(one, Article)
    }
    quotes = {one.number: one for one in answer.citations}
    assert all(bodies[one.article_id][one.start : one.end] == one.quote for one in answer.citations)
    assert "Daskal" in quotes[answer.slots[Slot.WHO].citation].quote
    assert "Beijing" in quotes[answer.slots[Slot.WHERE].citation].quote
    assert why.text in quotes[why.citation].quote


@pytest.mark.parametrize(
    "question",
    [
        "Who met the King of Norway in 1905?",
        "When did Reagan meet Putin in Geneva?",
        "What did Kim Jong Un tell Trump in Singapore?",
        "Why did Carter and Brezhnev meet in Helsinki?",
    ],
)
def test_what_the_briefings_do_not_say_is_not_answered(answerer: Answerer, question: str) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, NoAnswer), answer
    assert "Searched 32 briefings" in answer.text


def test_a_cancelled_meeting_is_denied(answerer: Answerer) -> None:
    assert ask(answerer, "Did Reagan meet Begin in November 1982?").text.startswith("No: ")


def test_a_held_meeting_is_confirmed(answerer: Answerer) -> None:
    assert ask(answerer, "Did Nixon meet Mao?").text.startswith("Yes: ")


def test_where_who_is_not_asked_everybody_on_record_is_told(answerer: Answerer) -> None:
    who = ask(answerer, "Did Reagan meet Gorbachev in Reykjavik?").slots[Slot.WHO].text
    assert all(name in who for name in ("Ronald Reagan", "Mikhail Gorbachev", "George Shultz"))
    assert "Eduard Shevardnadze (foreign minister)" in who


def test_two_sources_that_disagree_are_both_told(answerer: Answerer) -> None:
    answer = ask(answerer, "When did the Camp David talks begin?")
    assert "5 September 1978" in answer.text
    assert "6 September 1978" in answer.text
    assert {one.source for one in answer.citations} == {"Harbor Wire", "Meridian Post"}


def test_a_reason_that_nobody_asked_for_is_told_from_a_record_alone(answerer: Answerer) -> None:
    assert Slot.WHY not in ask(answerer, "Who met Xi Jinping in 2023?").slots
    camp_david = ask(answerer, "When was the Camp David summit in 2000, and who took part?").slots
    assert "Japan" not in (camp_david[Slot.WHY].text if Slot.WHY in camp_david else "")


@pytest.mark.parametrize("question", ["who travelled to geneva?", "Who travelled to Geneva?"])
def test_the_near_miss_is_of_the_place_asked_about_however_it_is_written(
    answerer: Answerer, question: str
) -> None:
    answer = answerer.answer(question, as_of=AS_OF)
    assert isinstance(answer, NoAnswer)
    assert "in Geneva" in answer.citations[0].quote


def test_other_meetings_that_fit_as_well_are_told_with_a_citation_each(answerer: Answerer) -> None:
    answer = ask(answerer, "Who met in Geneva?")
    assert (
        "Other meetings fit as well: Ronald Reagan and Mikhail Gorbachev, 19–20 November 1985 [2]"
        in answer.text
    )
    assert "16 June 2021 [3]." in answer.text
    days = [one.published.year if one.published else None for one in answer.citations[1:3]]
    assert days == [1985, 2021]


@pytest.mark.parametrize(
    "question",
    [
        "Where did Reagan meet Gorbachev in 1985?",
        "Did Reagan meet Gorbachev?",
        "When did Reagan first meet Gorbachev?",
        "When did Nixon meet Mao?",
        "Who will go to Beijing?",
    ],
)
def test_where_one_meeting_is_meant_no_other_is_told(answerer: Answerer, question: str) -> None:
    assert "as well" not in ask(answerer, question).text


def test_a_meeting_that_came_to_nothing_is_told_after_those_that_were(answerer: Answerer) -> None:
    assert "cancelled" not in ask(answerer, "Who met Reagan?").text
    assert "cancelled" in ask(answerer, "Who met Begin in November 1982?").text


def test_an_answer_that_is_not_sure_enough_is_said_to_be_so(answerer: Answerer) -> None:
    strict = Answerer(answerer._engine, Trust(model=read_model(), minimum=1.0))
    answer = strict.answer("Where did Reagan meet Gorbachev in 1985?", as_of=AS_OF)
    assert isinstance(answer, NoAnswer)
    assert answer.reason is Reason.NOT_STATED
    assert answer.text.startswith("The briefings do not state clearly enough where it was. The nearest")
    assert "Geneva" in answer.citations[0].quote
