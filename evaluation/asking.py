"""Ask an open index judged questions in this process, where more of an answer can be seen than is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer_json import answer_as_json
from bot.answering.answer import Answer, NoAnswer
from bot.answering.answerer import Answerer
from evaluation.judging import Judgement
from evaluation.questions import Question
from evaluation.scoring import judge_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, what it was answered, and the verdict."""

    answer: Answer | NoAnswer
    judgement: Judgement


def ask_each(answerer: Answerer, questions: Sequence[Question], as_of: date) -> Iterator[Asked]:
    """Answer and judge each question in turn; "today" in a question is `as_of`."""
    for question in questions:
        answer = answerer.answer(question.text, as_of=as_of)
        (judgement,) = judge_all([question], [{"id": question.id, **answer_as_json(answer)}])
        yield Asked(answer=answer, judgement=judgement)
