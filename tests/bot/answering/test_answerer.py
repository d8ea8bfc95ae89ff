"""Questions over briefings in memory: what is answered, what is refused, and that every quote is verbatim."""

from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Reason, Slot
from bot.answering.answerer import Answerer
from bot.answering.understanding.question import UnusableQuestion
from index.article import Article
from tests.bot.fakes import ArticlesEngine

BODY = (
    "Foreign Minister Anna Lind met Trade Secretary Paul Okoro in Bergen on Tuesday to discuss cod quotas. "
    "The catch has fallen for years."
)
AS_OF = date(2024, 6, 1)


def answerer(published: date | None = date(2024, 3, 7)) -> Answerer:
    article = Article(id="quotas", path="quotas.md", title="Quotas", body=BODY, published=published)
    return Answerer(ArticlesEngine([article]))


def test_each_asked_slot_is_filled_and_cited_verbatim() -> None:
    answer = answerer().answer("When did Lind meet Okoro, where and why?", as_of=AS_OF)
    assert isinstance(answer, Answer)
    assert answer.asked == (Slot.WHEN, Slot.WHERE, Slot.WHY)
    span = answer.slots[Slot.WHEN].span
    assert span is not None
    assert span.first == span.last == date(2024, 3, 5)
    assert answer.slots[Slot.WHERE].text == "Bergen"
    assert answer.slots[Slot.WHY].text == "to discuss cod quotas"
    assert answer.slots[Slot.WHEN].citation == 1
    assert all(BODY[one.start : one.end] == one.quote for one in answer.citations)


def test_an_undated_briefing_leaves_its_weekday_unresolved() -> None:
    answer = answerer(published=None).answer("When did Lind meet Okoro?", as_of=AS_OF)
    assert isinstance(answer, Answer)
    span = answer.slots[Slot.WHEN].span
    assert span is not None
    assert span.first is None
    assert "cannot be resolved" in answer.text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who met the King of Norway in 1905?", Reason.NOTHING_RELEVANT),
        ("When did Lind meet Okoro in January 2022?", Reason.OTHER_DATE),
    ],
)
def test_a_false_premise_is_refused(question: str, reason: Reason) -> None:
    answer = answerer().answer(question, as_of=AS_OF)
    assert isinstance(answer, NoAnswer)
    assert answer.reason is reason
    assert "Searched 1 briefing" in answer.text


@pytest.mark.parametrize("question", ["", "  ?!", "who " * 2500])
def test_an_unusable_question_is_one_sentence(question: str) -> None:
    with pytest.raises(UnusableQuestion, match="question"):
        answerer().answer(question, as_of=AS_OF)
