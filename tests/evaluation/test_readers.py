"""Three readers side by side: what a person would read is judged, and a model's silence is no answer."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.answering.answer import Slot, Wording
from bot.answering.answerer import Answerer
from bot.answering.llm.model import ModelUnavailable
from bot.settings import LLMSettings
from evaluation.__main__ import main
from evaluation.judging import Verdict
from evaluation.questions import Question
from evaluation.readers import Bench, Said, Trial, draw, judge_text, table
from tests.evaluation.conftest import SampleRun

LLM = LLMSettings(base_url="http://127.0.0.1:9/v1", model="fake", api_key=None, seconds=20)
WHO = Question(id="who", text="Who met Park?", article="a", slot=Slot.WHO, answers=("Ruiz",))
WHEN = Question(
    id="when", text="When did Ruiz meet Park?", article="a", slot=Slot.WHEN, answers=("5 May 2025",),
    first=date(2025, 5, 5), last=date(2025, 5, 5),
)  # fmt: skip
WHETHER = Question(id="if", text="Did Ruiz meet Park?", article="a", slot=Slot.WHETHER, answers=("yes",))
NONE = Question(id="none", text="Did Ruiz meet Park in Rome?", article="a", kind="near_miss")


class Script:
    """Says what a script of the request makes of it, and keeps the requests."""

    def __init__(self, *, stated: str = "yes", written: str | None = None) -> None:
        self.requests: list[str] = []
        self._stated = stated
        self._written = written

    def reply(self, instructions: str, text: str, *, longest: int, until: float) -> str:
        self.requests.append(text)
        if "yes or no" in text:
            return self._stated
        if self._written is None:
            raise ModelUnavailable("down")
        return self._written


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        (WHO, "Minister Ruiz met him.", Verdict.RIGHT),
        (WHO, "Somebody met him.", Verdict.WRONG),
        (WHO, None, Verdict.SILENT),
        (WHEN, "They met on Monday, May 5, 2025 [1].", Verdict.RIGHT),
        (WHEN, "They met on 6 May 2025.", Verdict.WRONG),
        (WHEN, "They met in May 2025.", Verdict.WRONG),
        (WHETHER, "Yes, they met.", Verdict.RIGHT),
        (WHETHER, "No. They did not.", Verdict.WRONG),
        (NONE, "Yes, in Rome.", Verdict.FALSE),
        (NONE, None, Verdict.SILENT),
    ],
)
def test_a_text_is_judged_by_what_it_says(question: Question, text: str | None, verdict: Verdict) -> None:
    assert judge_text(question, text) is verdict


def test_questions_are_drawn_in_their_proportion_by_the_seed() -> None:
    asked = [WHO] * 20 + [NONE] * 10
    drawn = draw(asked, 9, seed=1)
    assert Counter(one.id for one in drawn) == {"who": 6, "none": 3}
    assert drawn == draw(asked, 9, seed=1)
    assert len(draw(asked, 99, seed=1)) == 30
    assert draw([], 9, seed=1) == []


def _try(sample_run: SampleRun, model: Script, *, answered: bool = True) -> Trial:
    """Put a sample question to the bench that the extractive reader answers, or does not."""
    bench = Bench(sample_run.engine, Answerer(sample_run.engine), LLM, model)
    statuses = {one["id"]: one["status"] == "answered" for one in sample_run.records}
    return bench.try_all(next(one for one in sample_run.questions if statuses[one.id] is answered))


def test_a_dead_model_leaves_the_extractive_answer_and_silences_the_plain_prompt(
    sample_run: SampleRun,
) -> None:
    extractive, worded, plain = _try(sample_run, Script()).said
    assert worded.text == extractive.text
    assert worded.wording is Wording.LLM_UNAVAILABLE
    assert worded.seconds >= extractive.seconds
    assert plain.text is None


def test_a_model_that_finds_no_passage_is_told_apart_from_a_dead_one(sample_run: SampleRun) -> None:
    model = Script(stated="no", written="It is unknown.")
    extractive, worded, plain = _try(sample_run, model).said
    assert (worded.text, worded.wording) == (extractive.text, Wording.LLM_REJECTED)
    assert plain.text is None
    assert "[4]" in model.requests[-1]


def test_where_nothing_was_found_the_model_is_not_asked_to_word_it(sample_run: SampleRun) -> None:
    model = Script(written="Yes, they did [1].")
    extractive, worded, plain = _try(sample_run, model, answered=False).said
    assert extractive.text is None
    assert worded.text is None
    assert plain.text == "Yes, they did [1]."
    assert len(model.requests) == 1


def test_the_table_counts_each_reader_apart() -> None:
    def said(*texts: str | None) -> tuple[Said, ...]:
        return tuple(Said(text=text, seconds=float(n)) for n, text in enumerate(texts))

    lines = table(
        [
            Trial(question=WHO, said=said("Ruiz", "Ruiz", None)),
            Trial(question=WHO, said=said("Ruiz", "Somebody", "Somebody")),
            Trial(question=NONE, said=said(None, None, "Yes")),
        ]
    )
    assert lines[0] == "2 answerable and 1 unanswerable questions"
    assert [line.split()[-6:-2] for line in lines[2:5]] == [
        ["2", "0", "0", "0"],
        ["1", "1", "0", "0"],
        ["0", "1", "1", "1"],
    ]
    assert lines[-1] == "Wording of the answers given: 2 extractive"


def test_what_is_missing_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "a", "question": "Who?", "answerable": false, "kind": "near_miss"}\n')
    assert main(["readers", str(questions), "--index", str(tmp_path)]) == 1
    assert "LLM_BASE_URL" in capsys.readouterr().err
    assert main(["readers", str(tmp_path / "none.jsonl"), "--index", str(tmp_path)]) == 1
    assert "cannot be read" in capsys.readouterr().err
    monkeypatch.setenv("LLM_BASE_URL", LLM.base_url)
    monkeypatch.setenv("LLM_MODEL", LLM.model)
    assert main(["readers", str(questions), "--index", str(tmp_path), "--limit", "0"]) == 1
    assert "No question to ask" in capsys.readouterr().err
    assert main(["readers", str(questions), "--index", str(tmp_path / "none")]) == 1
    assert "build_index.py" in capsys.readouterr().err
