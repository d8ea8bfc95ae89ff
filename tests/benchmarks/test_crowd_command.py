"""`python -m benchmarks discord`: what it prints, and how it fails."""

from collections.abc import Callable

import pytest

from benchmarks.__main__ import main
from benchmarks.crowd.turns import Plan
from evaluation.questions import QuestionsUnusable

Output = pytest.CaptureFixture[str]


def measuring(monkeypatch: pytest.MonkeyPatch, measure: Callable[[Plan], list[str]]) -> None:
    monkeypatch.setattr("benchmarks.crowd.bot_under_load.measure_crowd", measure)


def test_the_crowd_is_as_large_as_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    plans: list[Plan] = []

    def measure(plan: Plan) -> list[str]:
        plans.append(plan)
        return ["| a table |"]

    measuring(monkeypatch, measure)
    assert main(["discord", "--askers", "3", "--seconds", "2"]) == 0
    assert main(["discord"]) == 0
    assert [(plan.askers, plan.seconds) for plan in plans] == [(3, 2), (50, 60)]
    said = capsys.readouterr().out
    assert "3 people ask for 2 s" in said
    assert "| a table |" in said


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [(QuestionsUnusable("No questions."), 1, "No questions."), (KeyboardInterrupt(), 130, "Stopped.")],
)
def test_a_fault_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: Output, fault: BaseException, code: int, said: str
) -> None:
    def measure(plan: Plan) -> list[str]:
        raise fault

    measuring(monkeypatch, measure)
    assert main(["discord"]) == code
    assert capsys.readouterr().err.strip() == said


@pytest.mark.parametrize("written", ["0", "-1", "many"])
def test_a_crowd_of_nobody_is_wrong_usage(written: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["discord", "--askers", written])
    assert ended.value.code == 2
