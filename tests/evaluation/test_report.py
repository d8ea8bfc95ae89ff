"""The report: plots, the page and the run it writes, read back as a browser and a program would."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.answering.answer import Slot
from evaluation.judging import Given, Judgement, Verdict, judge
from evaluation.metrics import CalibrationBin, RiskPoint, calibration_bins, calibration_error
from evaluation.page import Report, write_page
from evaluation.plots import plot_calibration, plot_risk, plot_shares
from evaluation.questions import Question, QuestionsUnusable
from evaluation.retrieval import summarise
from evaluation.runs import compare, read_verdicts, write_run
from evaluation.scoring import predictions, score

SVG = "{http://www.w3.org/2000/svg}"
SENTENCE = "Minister Ana Ruiz met Governor Lee Park in Lisbon <on Monday>."


def judged(identity: str, *, given: str, confidence: float, answerable: bool = True) -> Judgement:
    slot = Slot.WHO if answerable else None
    question = Question(
        id=identity,
        text="Who met Lee Park & why?",
        article="a",
        slot=slot,
        answers=("Ruiz",) if answerable else (),
        evidence=SENTENCE if answerable else "",
        kind="" if answerable else "near_miss",
    )
    return judge(
        question,
        Given(
            id=identity,
            status="answered" if given else "no_answer",
            text=given,
            slot_text=given,
            first=None,
            last=None,
            article="a",
            quote=SENTENCE if given else "",
            cited=frozenset("a"),
            confidence=confidence,
            asked_filled=bool(given),
        ),
    )


@pytest.fixture
def judgements() -> list[Judgement]:
    return [
        judged("right", given="Ana Ruiz", confidence=0.9),
        judged("wrong", given="Lee <b>Park</b>", confidence=0.7),
        judged("silent", given="", confidence=0.0),
        judged("false", given="Ana Ruiz", confidence=0.3, answerable=False),
    ]


class OpenTags(HTMLParser):
    """Checks that tags close in the order they opened, and keeps text and what would be loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loaded += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loaded += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def drawn(plot: str) -> ET.Element:
    return ET.fromstring(plot)  # noqa: S314 - our own text


def test_calibration_compares_how_sure_with_how_often_right() -> None:
    verdicts = [
        judged("a", given="Ruiz", confidence=1.0),
        judged("b", given="Park", confidence=0.92),
        judged("c", given="Park", confidence=0.1),
    ]
    bins = calibration_bins(predictions(verdicts))
    assert [(round(one.confidence, 2), one.right, one.count) for one in bins] == [(0.1, 0, 1), (0.96, 0.5, 2)]
    assert calibration_error(bins) == pytest.approx((1 * 0.1 + 2 * 0.46) / 3)


def test_the_risk_curve_is_drawn_where_its_points_lie() -> None:
    curve = (RiskPoint(coverage=0.5, risk=0.0), RiskPoint(coverage=1.0, risk=0.1))
    root = drawn(plot_risk(curve))
    line = next(one.attrib["d"] for one in root if one.get("class") == "line")
    (x1, y1), (x2, y2) = [
        tuple(float(n) for n in point.split(",")) for point in line.removeprefix("M").split(" L")
    ]
    assert x1 < x2
    assert y1 > y2  # rows count from the top
    axis = next(one.attrib["d"] for one in root if one.get("class") == "axis")
    left, _, ground, right = (float(number) for number in re.findall(r"[\d.]+", axis))
    assert (y1, x2) == (ground, right)
    assert x1 == pytest.approx((left + right) / 2)


def test_a_calibration_dot_grows_with_its_answers() -> None:
    bins = (
        CalibrationBin(confidence=0.25, right=0.2, count=1),
        CalibrationBin(confidence=0.9, right=0.8, count=9),
    )
    radii = [float(one.attrib["r"]) for one in drawn(plot_calibration(bins)).iter(f"{SVG}circle")]
    assert radii == sorted(radii)
    assert radii[0] < radii[1]


def test_plots_of_nothing_are_drawn_empty() -> None:
    for plot in (plot_risk(()), plot_calibration(()), plot_shares({})):
        assert not list(drawn(plot).iter(f"{SVG}circle"))


def test_the_page_shows_every_wrong_answer_with_its_evidence_and_loads_nothing(
    tmp_path: Path, judgements: list[Judgement]
) -> None:
    report = Report(
        questions="q.jsonl",
        answered="store",
        scores=score(judgements),
        judgements=tuple(judgements),
        rankings=(summarise("hybrid", [one.question for one in judgements], [1, 1, 2, 1]),),
        compared="old",
        changes=tuple(compare(judgements, {"right": Verdict.SILENT, "wrong": Verdict.RIGHT})),
    )
    write_page(tmp_path / "page.html", report)
    page = OpenTags()
    page.feed((tmp_path / "page.html").read_text(encoding="utf-8"))
    page.close()
    assert page.open == []
    assert page.loaded == []
    assert "Wrong answers: 2" in page.text
    assert "Not answered: 1" in page.text
    assert page.text.count(SENTENCE) == 4  # read in: 2, because of: 2
    assert "Lee <b>Park</b>" in page.text
    assert "MRR@10" in page.text
    assert "1 better" in page.text


def test_a_run_can_be_read_back_from_its_folder(tmp_path: Path, judgements: list[Judgement]) -> None:
    write_run(tmp_path / "run.json", score(judgements), judgements, [])
    before = read_verdicts(tmp_path)
    assert before == {one.question.id: one.verdict for one in judgements}
    assert compare(judgements, before) == []
    run = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert run["figures"]["false-answer rate"]["value"] == 1.0
    assert run["questions"][1]["given"] == "Lee <b>Park</b>"


def test_a_file_that_is_no_run_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    for path in (tmp_path / "other.json", tmp_path / "absent.json", tmp_path):
        with pytest.raises(QuestionsUnusable, match="is no report of this command"):
            read_verdicts(path)
