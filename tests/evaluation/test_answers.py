"""Judging answers, and the command that scores a file of them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.answering.answer import Slot
from evaluation.__main__ import main
from evaluation.judging import Verdict, contains_answer, judge, read_given, same_sentence
from evaluation.questions import Question, QuestionsUnusable, read_questions
from evaluation.scoring import judge_all, score

EVIDENCE = "Minister Ana Ruiz met Governor Lee Park in Lisbon on Monday to discuss fishing quotas."
RECORDS: list[dict[str, Any]] = [
    {
        "id": "q1",
        "answerable": True,
        "article": "a",
        "type": "who",
        "question": "Who met Lee Park?",
        "answers": ["Ana Ruiz", "Ruiz"],
        "evidence": EVIDENCE,
    },
    {
        "id": "q2",
        "answerable": True,
        "article": "a",
        "type": "when",
        "question": "When?",
        "answers": ["5 May 2025"],
        "date": {"start": "2025-05-05", "end": "2025-05-06"},
        "evidence": EVIDENCE,
    },
    {
        "id": "q3",
        "answerable": False,
        "article": "a",
        "kind": "near_miss",
        "question": "What did Ruiz and Park discuss in Paris?",
        "note": "They met in Lisbon.",
    },
]


@pytest.fixture
def questions_file(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in RECORDS), encoding="utf-8")
    return path


def answer(identity: str, slot: str | None = None, **value: Any) -> dict[str, Any]:
    slots = dict.fromkeys(("who", "when", "where", "why"))
    filled = {**slots, slot: {"citation": 1, **value}} if slot else slots
    citation = {"number": 1, "article_id": "a", "quote": EVIDENCE}
    return {
        "id": identity,
        "asked": [slot or "who"],
        "status": "answered" if slot else "no_answer",
        "answer": "Words.",
        "slots": filled,
        "citations": [citation] if slot else [],
        "confidence": 0.5,
    }


def write_answers(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "acceptable", "right"),
    [
        ("Sen. Ana Ruiz's office", ("Ruiz",), True),
        ("Ana Ruizova", ("Ruiz",), False),
        ("Ruiz and Park", ("Ruiz | Park",), True),
        ("Ruiz alone", ("Ruiz | Park",), False),
        ("the U.S. delegation", ("US delegation",), True),
        ("President Müller", ("Muller",), True),
        ("nobody", ("Ruiz", "nobody"), True),
        ("", ("Ruiz",), False),
    ],
)
def test_an_acceptable_answer_stands_as_whole_words(
    text: str, acceptable: tuple[str, ...], right: bool
) -> None:
    assert contains_answer(text, acceptable) is right


@pytest.mark.parametrize(
    ("first", "last", "verdict", "exact"),
    [
        ("2025-05-05", "2025-05-06", Verdict.RIGHT, True),
        ("2025-05-05", "2025-05-05", Verdict.RIGHT, False),
        ("2025-05-04", "2025-05-06", Verdict.WRONG, False),
        ("2025-05-12", "2025-05-12", Verdict.WRONG, False),
    ],
)
def test_a_date_is_right_within_the_judged_days(
    questions_file: Path, first: str, last: str, verdict: Verdict, exact: bool
) -> None:
    question = read_questions(questions_file)[1]
    found = judge(question, read_given(answer("q2", "when", text="x", first=first, last=last), Slot.WHEN))
    assert (found.verdict, found.date_exact) == (verdict, exact)


def test_where_two_articles_disagree_both_are_to_be_cited(questions_file: Path) -> None:
    question = replace(read_questions(questions_file)[1], also="b")
    record = answer("q2", "when", text="x", first="2025-05-05", last="2025-05-05")
    assert judge(question, read_given(record, Slot.WHEN)).verdict is Verdict.WRONG
    record["citations"].append({"number": 2, "article_id": "b", "quote": "They met on Tuesday."})
    assert judge(question, read_given(record, Slot.WHEN)).verdict is Verdict.RIGHT


def test_yes_or_no_is_read_from_the_first_word() -> None:
    question = Question(id="w", text="Did they?", article="a", slot=Slot.WHETHER, answers=("no",))
    record = answer("w") | {"status": "answered", "answer": "No: it was cancelled."}
    assert judge(question, read_given(record, Slot.WHETHER)).verdict is Verdict.RIGHT
    assert (
        judge(question, read_given(record | {"answer": "Nobody met."}, Slot.WHETHER)).verdict is Verdict.WRONG
    )


def test_what_the_corpus_does_not_answer_is_answered_falsely_by_a_filled_slot(questions_file: Path) -> None:
    question = read_questions(questions_file)[2]
    full = answer("q3", "why", text="fishing quotas")
    partial = full | {"status": "partial"}
    elsewhere = partial | {"asked": ["when"]}
    verdicts = [
        judge(question, read_given(one, None)).verdict for one in (full, partial, elsewhere, answer("q3"))
    ]
    assert verdicts == [Verdict.FALSE, Verdict.FALSE, Verdict.SILENT, Verdict.SILENT]


def test_a_sibling_article_that_says_the_same_is_a_right_source(questions_file: Path) -> None:
    question = read_questions(questions_file)[0]
    record = answer("q1", "who", text="Ana Ruiz")
    record["citations"] = [{"number": 1, "article_id": "b", "quote": "On Monday Ana Ruiz met Governor Park."}]
    assert judge(question, read_given(record, Slot.WHO)).right_article
    record["citations"] = [{"number": 1, "article_id": "b", "quote": "The weather was fine."}]
    assert not judge(question, read_given(record, Slot.WHO)).right_article


def test_a_sentence_is_the_same_by_most_of_its_words() -> None:
    assert same_sentence(EVIDENCE, EVIDENCE.removesuffix("."))
    assert not same_sentence(EVIDENCE, "Minister Ana Ruiz spoke in Madrid on trade.")
    assert not same_sentence("", EVIDENCE)


def test_figures_count_silence_against_accuracy_and_not_against_precision(questions_file: Path) -> None:
    given = [answer("q1", "who", text="Ana Ruiz"), answer("q2"), answer("q3", "why", text="quotas")]
    scores = score(judge_all(read_questions(questions_file), given))
    values = {name.strip(): one.value for name, one in scores.figures.items() if one.count}
    assert values["slot accuracy"] == 0.5
    assert values["right when answered"] == 1.0
    assert values["citation precision"] == 1.0
    assert values["answer rate"] == 0.5
    assert values["false-answer rate"] == values["near_miss"] == 1.0
    assert scores.area == 0.5  # one right and one wrong, equally sure


def test_an_unanswered_question_is_a_fault(questions_file: Path) -> None:
    with pytest.raises(QuestionsUnusable, match="2 questions have no answer, first q2"):
        judge_all(read_questions(questions_file), [answer("q1")])


def test_the_command_prints_figures_errors_and_what_changed(
    questions_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report"
    silent = write_answers(tmp_path / "old.jsonl", *(answer(one) for one in ("q1", "q2", "q3")))
    better = write_answers(
        tmp_path / "new.jsonl",
        answer("q1", "who", text="Ana Ruiz"),
        answer("q2", "when", text="12 May", first="2025-05-12", last="2025-05-12"),
        answer("q3"),
    )
    command = ["answers", str(questions_file), "--answers"]
    assert main([*command, str(silent), "--report", str(report)]) == 0
    capsys.readouterr()
    assert main([*command, str(better), "--compare", str(report)]) == 0
    shown = capsys.readouterr().out
    assert "1 better than before\n  silent  -> right   [q1]" in shown
    assert "1 worse than before\n  silent  -> wrong   [q2]" in shown
    assert "given    12 May" in shown
    assert "expected 5 May 2025" in shown
    assert EVIDENCE in shown


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("[]\n", "is not a JSON object"), ("{\n", "is not JSON"), ("{}\n", "is no judged question")],
)
def test_a_broken_file_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str
) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(text, encoding="utf-8")
    assert main(["answers", str(path), "--answers", str(path)]) == 1
    assert f"{path}, line 1 {sentence}" in capsys.readouterr().err
