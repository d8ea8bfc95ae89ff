"""Questions asked alike: brought together, gaps that were closed left out, most frequent first."""

from datetime import UTC, datetime

from bot.answering.answer import Reason
from bot.questions import find_gaps, find_useless
from bot.state import AnswerRecord


def record(question: str, day: int, *, whole: bool = False, useless: int = 0) -> AnswerRecord:
    return AnswerRecord(
        question=question,
        given_at=datetime(2024, 2, day, tzinfo=UTC),
        whole=whole,
        partial=False,
        reason=None if whole else Reason.NO_MEETING,
        missing=(),
        useful=0,
        useless=useless,
    )


def test_capitals_accents_and_punctuation_make_no_other_question() -> None:
    asked = [record("Who met Léna Sa?", 1), record("who met lena sa", 2), record("Who met Ana Lobo?", 3)]
    first, second = find_gaps(asked)
    assert (first.question, first.times, first.newest.given_at.day) == ("who met lena sa", 2, 2)
    assert (second.question, second.times) == ("Who met Ana Lobo?", 1)


def test_of_equally_frequent_gaps_the_last_asked_comes_first() -> None:
    gaps = find_gaps([record("Who met A?", 1), record("Who met B?", 2)])
    assert [one.question for one in gaps] == ["Who met B?", "Who met A?"]


def test_a_question_answered_by_now_is_no_gap_and_one_lost_again_is() -> None:
    closed = [record("Who?", 1), record("Who?", 2, whole=True)]
    assert find_gaps(closed) == ()
    (lost,) = find_gaps([*closed, record("Who?", 3)])
    assert lost.times == 2


def test_whole_answers_found_not_useful_are_listed() -> None:
    asked = [
        record("Who met A?", 1, whole=True, useless=1),
        record("Who met B?", 2, whole=True, useless=2),
        record("Who met C?", 3, whole=True),
        record("Who met D?", 4, useless=1),
    ]
    found = [(one.question, one.useless) for one in find_useless(asked)]
    assert found == [("Who met B?", 2), ("Who met A?", 1)]


def test_a_question_of_signs_alone_is_one() -> None:
    assert [one.times for one in find_gaps([record("???", 1), record("???", 2), record("!", 3)])] == [2, 1]
