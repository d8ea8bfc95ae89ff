"""Follow-ups are made whole from the answer before them, without a model."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.answer import Answer, NoAnswer, Reason, Slot, SlotValue
from bot.answering.understanding.follow_ups import complete_question, people_of
from index.article import DateSpan, Precision

DAY = DateSpan(first=date(1990, 9, 9), last=date(1990, 9, 9), precision=Precision.DAY)
HELSINKI = Answer(
    question="Who met Gorbachev in Helsinki?",
    asked=(Slot.WHO,),
    text="George Bush (President).",
    slots={
        Slot.WHO: SlotValue(text="George Bush (President)", citation=1),
        Slot.WHEN: SlotValue(text="9 September 1990", citation=1, span=DAY),
        Slot.WHERE: SlotValue(text="Helsinki", citation=1),
    },
    citations=(),
    confidence=0.9,
    complete=True,
)
SPRING = replace(
    HELSINKI,
    question="When did Bush meet Gorbachev in February?",
    slots={Slot.WHEN: HELSINKI.slots[Slot.WHEN]},
)
NONE = NoAnswer(
    question="When did Bush meet Thatcher in Paris, and why?",
    asked=(Slot.WHEN,),
    text="No.",
    reason=Reason.NO_MEETING,
)
PLACES = frozenset({"Paris", "Helsinki", "Geneva"})


def complete(question: str, before: Answer | NoAnswer = HELSINKI) -> str | None:
    """Complete a question asked in 2024."""
    return complete_question(question, before, as_of=date(2024, 2, 1), is_place=PLACES.__contains__)


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("why?", "Why did George Bush and Gorbachev meet in Helsinki on 9 September 1990?"),
        ("And why was that?", "Why did George Bush and Gorbachev meet in Helsinki on 9 September 1990?"),
        ("and when was that?", "When did George Bush and Gorbachev meet in Helsinki?"),
        ("When exactly?", "When did George Bush and Gorbachev meet in Helsinki?"),
        ("where did they meet?", "Where did George Bush and Gorbachev meet on 9 September 1990?"),
        (
            "who else was there?",
            "Who took part in the meeting of George Bush and Gorbachev in Helsinki on 9 September 1990?",
        ),
        (
            "Anyone else?",
            "Who took part in the meeting of George Bush and Gorbachev in Helsinki on 9 September 1990?",
        ),
        ("did they agree on a treaty?", "did George Bush and Gorbachev agree on a treaty?"),
        ("Was it a success?", "Was the meeting of George Bush and Gorbachev a success?"),
        ("What about Thatcher?", "Who met Thatcher in Helsinki?"),
        ("and in Geneva?", "Who met Gorbachev in Geneva?"),
        ("what about Geneva?", "Who met Gorbachev in Geneva?"),
        ("what about 1985?", "Who met Gorbachev in Helsinki in 1985?"),
        ("what about March?", "Who met Gorbachev in Helsinki in March 1990?"),
        ("and last year?", "Who met Gorbachev in Helsinki last year?"),
    ],
)
def test_a_follow_up_is_made_whole(question: str, whole: str) -> None:
    assert complete(question) == whole


def test_another_time_takes_the_place_of_the_first() -> None:
    assert complete("what about March?", SPRING) == "When did Bush meet Gorbachev in March 1990?"
    assert complete("and on 5 May 1991?", SPRING) == "When did Bush meet Gorbachev on 5 May 1991?"


def test_the_first_question_may_have_had_no_answer() -> None:
    assert complete("and where?", NONE) == "Where did Bush meet Thatcher in Paris?"
    assert complete("what about Kohl?", NONE) == "When did Bush meet Kohl in Paris, and why?"


@pytest.mark.parametrize(
    "question",
    [
        "Who met the King of Norway in Oslo?",
        "When did Reagan meet Gorbachev?",
        "Why did the Chinese delegation come to Beijing?",
        "hello there",
        "Is it true that Kohl met Mitterrand?",
        "x" * 200,
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert complete(question) is None


def test_people_are_those_of_the_answer_and_of_its_question() -> None:
    assert people_of(HELSINKI) == "George Bush and Gorbachev"
    assert people_of(NONE) is None
    delegation = replace(
        HELSINKI,
        question="When do US officials meet?",
        slots={
            Slot.WHO: SlotValue(text="U.S. officials, Chinese officials and Jen Daskal (leader)", citation=1)
        },
    )
    assert people_of(delegation) == "U.S. officials, Chinese officials and Jen Daskal"
