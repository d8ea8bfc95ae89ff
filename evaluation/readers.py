"""Compare readers side by side: extractive, worded by a language model, and a plain prompt over passages.

The model is the one of the LLM_* settings. All three are judged by the text that a person would read.
"""

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.answering.answer import Answer, NoAnswer, Slot, Wording
from bot.answering.llm.model import LanguageModel, ModelUnavailable
from bot.answering.llm.rewording import Answers, RewordingAnswerer
from bot.settings import LLMSettings, SettingsError, load_settings
from bot.wiring import open_answerer, open_engine, open_model
from evaluation.judging import Verdict, contains_answer
from evaluation.questions import Question, QuestionsUnusable, default_questions, read_questions
from index.dates import find_time_expressions
from index.embedding_model import EmbedderUnavailable
from index.engine import EVERYTHING, Filters, IndexUnavailable, SearchEngine

T = TypeVar("T")
PASSAGES = 4
READERS = ("extractive", "worded", "plain prompt")
_PLAIN = "You answer questions about news briefings."
_UNKNOWN = "UNKNOWN"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="?", type=Path, help="default: the development questions")
    parser.add_argument("--index", type=Path, metavar="DIR", required=True, help="where they are answered")
    parser.add_argument("--limit", type=int, default=40, metavar="N", help="how many, drawn by --seed")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--minutes", type=float, metavar="N", help="ask no further question after so long")
    parser.add_argument("--texts", action="store_true", help="show every question with its three texts")


def run(arguments: argparse.Namespace) -> int:
    """Print the table; return 0, or 1 with a sentence where there is no model or no question."""
    settings = load_settings()
    try:
        questions = draw(
            read_questions(arguments.questions or default_questions()), arguments.limit, arguments.seed
        )
        if settings.llm is None:
            raise SettingsError("No language model: set LLM_BASE_URL and LLM_MODEL.")
        if not questions:
            raise QuestionsUnusable("No question to ask: name a file with some, and a --limit above 0.")
        engine = open_engine(replace(settings, llm=None), arguments.index)
    except (QuestionsUnusable, SettingsError, IndexUnavailable, EmbedderUnavailable) as fault:
        print(fault, file=sys.stderr)
        return 1
    try:
        bench = Bench(engine, open_answerer(engine, replace(settings, llm=None)), settings.llm)
        trials: list[Trial] = []
        began = time.monotonic()
        for one in questions:
            trials.append(bench.try_all(one))
            if arguments.texts:
                print("\n".join(_texts(trials[-1])), flush=True)
            if arguments.minutes is not None and time.monotonic() - began > 60 * arguments.minutes:
                break
    finally:
        engine.close()
    print("\n".join(table(trials)))
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a reader said to a question: nothing where it abstained; `wording` where the model had a part."""

    text: str | None
    seconds: float
    wording: Wording = Wording.EXTRACTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A question, and what each of `READERS` said."""

    question: Question
    said: tuple[Said, ...]


def draw(questions: Sequence[Question], limit: int, seed: int) -> list[Question]:
    """Draw questions at random, answerable and unanswerable ones in their own proportion, and mix them."""
    rng = random.Random(seed)
    shuffled = rng.sample(list(questions), len(questions))
    limit = min(limit, len(questions))
    share = round(limit * sum(one.answerable for one in questions) / len(questions)) if questions else 0
    answerable = [one for one in shuffled if one.answerable][:share]
    drawn = answerable + [one for one in shuffled if not one.answerable][: limit - len(answerable)]
    return rng.sample(drawn, len(drawn))


def judge_text(question: Question, text: str | None) -> Verdict:
    """Judge a text: it holds an acceptable answer or a day of the gold date, or its verdict comes first."""
    if text is None:
        return Verdict.SILENT
    if question.slot is None:
        return Verdict.FALSE
    if question.slot is Slot.WHETHER:
        right = text.split()[0].strip(",.:;").casefold() == question.answers[0].split()[0].casefold()
    else:
        right = contains_answer(text, question.answers) or _gives_day(text, question)
    return Verdict.RIGHT if right else Verdict.WRONG


def table(trials: Sequence[Trial]) -> list[str]:
    """Return the lines of the comparison."""
    answerable = sum(one.question.answerable for one in trials)
    lines = [
        f"{answerable} answerable and {len(trials) - answerable} unanswerable questions",
        f"{'':14}{'right':>7}{'wrong':>7}{'silent':>8}{'false':>7}{'seconds, median':>17}{'90 %':>7}",
    ]
    for place, name in enumerate(READERS):
        found = Counter(
            (one.question.answerable, judge_text(one.question, one.said[place].text)) for one in trials
        )
        seconds = sorted(one.said[place].seconds for one in trials)
        lines.append(
            f"{name:14}{found[True, Verdict.RIGHT]:7}{found[True, Verdict.WRONG]:7}"
            f"{found[True, Verdict.SILENT]:8}{found[False, Verdict.FALSE]:7}"
            f"{statistics.median(seconds):17.2f}{seconds[int(0.9 * (len(seconds) - 1))]:7.2f}"
        )
    wordings = Counter(one.said[1].wording.value for one in trials if one.said[1].text is not None)
    counted = ", ".join(f"{count} {name}" for name, count in sorted(wordings.items()))
    return [*lines, f"Wording of the answers given: {counted or 'none'}"]


class Bench:
    """The three readers on one index."""

    def __init__(
        self, engine: SearchEngine, answerer: Answers, llm: LLMSettings, model: LanguageModel | None = None
    ) -> None:
        self._engine = engine
        self._answerer = answerer
        self._model = model or open_model(llm)
        self._seconds = llm.seconds

    def try_all(self, question: Question) -> Trial:
        """Ask each reader, and take the time of each."""
        began = time.monotonic()
        found = self._answerer.answer(question.text, where=EVERYTHING, as_of=date.today())
        spent = time.monotonic() - began
        extractive = Said(text=_text(found), seconds=spent)
        rewording = RewordingAnswerer(_Found(found), self._model, seconds=self._seconds)
        worded, more = _timed(lambda: rewording.answer(question.text, as_of=date.today()))
        plain, seconds = _timed(lambda: self._plain(question.text))
        wording = worded.wording if isinstance(worded, Answer) else Wording.EXTRACTIVE
        said = (
            extractive,
            Said(text=_text(worded), seconds=spent + more, wording=wording),
            Said(text=plain, seconds=seconds),
        )
        return Trial(question=question, said=said)

    def _plain(self, question: str) -> str | None:
        """Answer as the simplest of programs would: the passages nearest to the question, and one request."""
        with self._engine.snapshot() as snapshot:
            hits = snapshot.search(question, k=PASSAGES).hits
            articles = [snapshot.article(hit.article_id) for hit in hits]
        shown = [
            f"[{number}] {article.title} ({article.published})\n{hit.passage.text}"
            for number, (hit, article) in enumerate(zip(hits, articles, strict=True), 1)
            if article is not None
        ]
        request = (
            "\n\n".join(shown)
            + f"\n\nQuestion: {question}\n\nAnswer in one sentence from these passages, with "
            f"the number of the passage. If they do not state it, reply {_UNKNOWN}."
        )
        until = time.monotonic() + self._seconds
        try:
            reply = self._model.reply(_PLAIN, request, longest=200, until=until)
        except ModelUnavailable:
            return None
        return None if _UNKNOWN in reply.upper() else reply


class _Found:
    """Gives the answer that was found already."""

    def __init__(self, answer: Answer | NoAnswer) -> None:
        self._answer = answer

    def answer(self, question: str, *, where: Filters = EVERYTHING, as_of: date) -> Answer | NoAnswer:
        return self._answer


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.monotonic()
    return work(), time.monotonic() - began


def _text(answer: Answer | NoAnswer) -> str | None:
    return answer.text if isinstance(answer, Answer) else None


def _gives_day(text: str, question: Question) -> bool:
    if question.first is None or question.last is None:
        return False
    spans = [one.span for one in find_time_expressions(text, None)]
    return any(
        span.first is not None
        and span.last is not None
        and question.first <= span.first
        and span.last <= question.last
        for span in spans
    )


def _texts(trial: Trial) -> list[str]:
    question = trial.question
    lines = ["", question.text, f"  gold: {question.answers or question.kind}"]
    for name, said in zip(READERS, trial.said, strict=True):
        verdict = judge_text(question, said.text).value
        lines.append(f"  {name} ({verdict}, {said.wording.value}, {said.seconds:.1f} s): {said.text}")
    return lines
