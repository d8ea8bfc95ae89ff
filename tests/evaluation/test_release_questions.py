"""The judged questions over the development data's releases: whole, and quoting none of them."""

from collections import Counter
from pathlib import Path

import pytest

from bot.answering.answer import Slot
from evaluation.questions import Question, read_questions

FOLDER = Path(__file__).parents[2] / "evaluation"
NAMES = ("questions-studied.jsonl", "questions-unread.jsonl")
KINDS = {"false_premise", "slot", "near_miss"}
_LONGEST_ANSWER = 60


def _read(name: str) -> tuple[Question, ...]:
    return read_questions(FOLDER / name)


@pytest.mark.parametrize("name", NAMES)
def test_each_question_is_judged(name: str) -> None:
    for one in _read(name):
        assert one.article, one.id
        assert one.text.strip(), one.id
        if one.answerable:
            assert one.answers, one.id
            assert (one.first is not None) == (one.slot is Slot.WHEN), one.id
        else:
            assert one.kind in KINDS, one.id
            assert one.note, one.id


@pytest.mark.parametrize("name", NAMES)
def test_no_release_is_quoted(name: str) -> None:
    for one in _read(name):
        assert not one.evidence, one.id
        assert all(len(answer) <= _LONGEST_ANSWER for answer in one.answers), one.id


def test_no_question_and_no_release_is_in_both() -> None:
    studied, unread = map(_read, NAMES)
    ids = Counter(one.id for one in (*studied, *unread))
    assert ids.most_common(1)[0][1] == 1
    assert {one.article for one in studied}.isdisjoint(one.article for one in unread)
