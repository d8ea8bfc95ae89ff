"""The report as one page: figures, plots, and every wrong answer beside the sentence it should have read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from evaluation.judging import Judgement, Verdict
from evaluation.metrics import Estimate
from evaluation.plots import plot_calibration, plot_risk, plot_shares
from evaluation.retrieval import RANKS, Ranking
from evaluation.runs import Change
from evaluation.scoring import SLOTS, Scores

TILES = (
    "slot accuracy",
    "right when answered",
    "citation precision",
    "answer rate",
    "false-answer rate",
)
SAID = {
    Verdict.RIGHT: "right",
    Verdict.WRONG: "wrong",
    Verdict.SILENT: "not answered",
    Verdict.FALSE: "should not have answered",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a page tells: what was asked of what, the figures, the verdicts and what changed."""

    questions: str
    answered: str
    scores: Scores
    judgements: tuple[Judgement, ...]
    rankings: tuple[Ranking, ...] = ()
    compared: str | None = None
    changes: tuple[Change, ...] = ()


def write_page(path: Path, report: Report) -> None:
    """Write the page: one file of HTML that loads nothing."""
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    body = "\n".join(_body(report))
    path.write_text(
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Readout: how good is it</title><style>\n{style}</style></head>\n<body><main>\n{body}\n"
        "</main></body></html>\n",
        encoding="utf-8",
    )


def _body(report: Report) -> Iterator[str]:
    answerable = sum(one.question.answerable for one in report.judgements)
    yield "<h1>How good is it</h1>"
    yield (
        f'<p class="soft">{len(report.judgements)} questions of {escape(report.questions)}, {answerable} of '
        f"them answerable; answered from {escape(report.answered)}. Intervals are of 95 %, by bootstrap over "
        "articles.</p>"
    )
    yield f'<div class="tiles">{"".join(_tiles(report.scores))}</div>'
    yield f'<div class="plots">{"".join(_plots(report.scores))}</div>'
    yield "<h2>All figures</h2>"
    yield f'<div class="card">{_figures(report.scores)}</div>'
    if report.rankings:
        yield "<h2>Is the right article found?</h2>"
        yield f'<div class="card">{_rankings(report.rankings)}</div>'
    if report.compared:
        yield from _changes(report)
    yield from _wrong(report.judgements)


def _tiles(scores: Scores) -> Iterator[str]:
    for name in TILES:
        one = scores.figures[name]
        if one.count:
            yield (
                f'<div class="tile"><b>{one.value:.1%}</b>{name}'
                f"<span>{one.low:.0%} to {one.high:.0%}, of {one.count}</span></div>"
            )
    if scores.bins:
        error = f"<b>{scores.calibration_error:.3f}</b>calibration error<span>0 is perfect</span>"
        yield f'<div class="tile">{error}</div>'


def _plots(scores: Scores) -> Iterator[str]:
    shares = {slot.value: scores.figures[f"  {slot}"] for slot in SLOTS}
    kinds = _kinds(scores)
    yield _card("Right, by what is asked", plot_shares(shares), "Silence counts as not right.")
    yield _card("Answered although the briefings do not say", plot_shares(kinds), "Lower is better.")
    yield _card(
        "Risk against coverage",
        plot_risk(scores.curve),
        f"Answers let in from the surest on; the mean height is {scores.area:.3f}.",
    )
    yield _card(
        "Calibration",
        plot_calibration(scores.bins),
        "On the dashed line, answers that are 80 % sure are right four times in five.",
    )


def _kinds(scores: Scores) -> dict[str, Estimate]:
    names = list(scores.figures)
    parts = names[names.index("false-answer rate") + 1 :]
    kinds = {name.strip().replace("_", " "): scores.figures[name] for name in parts}
    return kinds | {"all": scores.figures["false-answer rate"]}


def _card(title: str, plot: str, note: str) -> str:
    return f'<div class="card"><h3>{title}</h3>{plot}<p class="soft">{note}</p></div>'


def _figures(scores: Scores) -> str:
    rows = "".join(_figure(name, one) for name, one in scores.figures.items() if one.count)
    head = "<tr><th>figure</th><th>value</th><th>95 % interval</th><th>questions</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _figure(name: str, one: Estimate) -> str:
    part = ' class="part"' if name.startswith(" ") else ""
    return (
        f"<tr{part}><td>{escape(name.strip().replace('_', ' '))}</td><td>{one.value:.1%}</td>"
        f"<td>{one.low:.1%} to {one.high:.1%}</td><td>{one.count}</td></tr>"
    )


def _rankings(rankings: Sequence[Ranking]) -> str:
    rows = "".join(
        f"<tr><td>{escape(one.name)}</td>{''.join(f'<td>{one.hits[k]:.3f}</td>' for k in RANKS)}"
        f"<td>{one.mrr.value:.3f}</td><td>{one.mrr.low:.3f} to {one.mrr.high:.3f}</td></tr>"
        for one in rankings
    )
    heads = "".join(f"<th>hits@{k}</th>" for k in RANKS)
    head = f"<tr><th>search</th>{heads}<th>MRR@10</th><th>95 % interval</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _changes(report: Report) -> Iterator[str]:
    yield f"<h2>What changed since {escape(report.compared or '')}</h2>"
    for word, better in (("better", True), ("worse", False)):
        moved = [one for one in report.changes if one.better is better]
        yield f"<p><b>{len(moved)}</b> {word}</p>"
        if moved:
            rows = "".join(
                f"<tr><td>{escape(one.judgement.question.text)}</td>"
                f"<td>{_mark(one.before)} to {_mark(one.judgement.verdict)}</td></tr>"
                for one in moved
            )
            yield f'<div class="card"><table><tbody>{rows}</tbody></table></div>'


def _wrong(judgements: Sequence[Judgement]) -> Iterator[str]:
    wrong = [one for one in judgements if one.verdict in {Verdict.WRONG, Verdict.FALSE}]
    wrong.sort(key=lambda one: (-one.given.confidence, one.question.id))
    missed = [one for one in judgements if one.question.answerable and one.verdict is Verdict.SILENT]
    yield f"<h2>Wrong answers: {len(wrong)}</h2>"
    yield f'<div class="answers">{"".join(_answer(one) for one in wrong)}</div>'
    yield f"<h2>Not answered: {len(missed)}</h2>"
    if missed:
        shown = "".join(_answer(one) for one in missed)
        yield f'<details><summary>Show them</summary><div class="answers">{shown}</div></details>'


def _answer(one: Judgement) -> str:
    question, given = one.question, one.given
    parts = [
        ("given", f"{escape(given.slot_text or given.text)} <cite>{given.confidence:.2f} sure</cite>"),
        ("read in", _quote(given.quote, given.article)),
        ("expected", escape(question.expected)),
        ("because of", _quote(question.evidence, question.article)),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in parts if text)
    head = f"<span>{escape(question.text)} <cite>{escape(question.id)}</cite></span>{_mark(one.verdict)}"
    return f'<div class="card answer"><h3>{head}</h3><dl>{rows}</dl></div>'


def _quote(text: str, article: str) -> str:
    return f"<blockquote>{escape(text)} <cite>{escape(article)}</cite></blockquote>" if text else ""


def _mark(verdict: Verdict) -> str:
    return f'<span class="mark {verdict.value}">{SAID[verdict]}</span>'
