"""Measure meeting records against labelled articles: who, status, date, where, why.

A predicted meeting is paired with the labelled one that it shares most participants with, else with the one
whose evidence it was read in. Participants match when the words of one name, titles left out, contain the
other's. A date is right when both days are equal; a place or a purpose when one side's content words contain
the other's, or their F1 is at least one half. Labels stop at five meetings an article: what is
predicted beyond them in such an article is counted neither right nor wrong. Slots count where the label
states them.
"""

import argparse
import json
import os
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from index.article import Article, Meeting
from index.meetings import MeetingExtractor
from index.names.words import fold, name_words

LABELS_AT_MOST = 5
SAMPLES = 1000
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "with",
        "by",
        "from",
        "that",
        "this",
        "his",
        "her",
        "its",
        "their",
        "our",
    ]
)
_WORD = re.compile(r"\w+")
SLOTS = ("meeting", "participants", "status", "kind", "date", "where", "why")


@dataclass(slots=True)
class Tally:
    """Counts of one slot in one article."""

    right: int = 0
    predicted: int = 0
    labelled: int = 0


@dataclass(slots=True)
class Judgement:
    """How one article fared: a tally a slot, and the errors in words."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {slot: Tally() for slot in SLOTS})
    errors: list[tuple[str, str]] = field(default_factory=list)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, metavar="FILE", help="labelled articles (default: the development set)"
    )
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print up to N errors of each kind"
    )


def run(arguments: argparse.Namespace) -> int:
    data = arguments.data or Path(os.environ.get("READOUT_DEV_DATA", ".")) / "meetings-dev.jsonl"
    if not data.is_file():
        print(f"There is no {data}: name the labelled articles with --data FILE, or set READOUT_DEV_DATA.")
        return 2
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line.strip()]
    extractions = MeetingExtractor.load().extract_many(_article(row) for row in rows)
    judged = [
        judge(row["meetings"], extraction.meetings) for row, extraction in zip(rows, extractions, strict=True)
    ]
    print(_report(judged))
    print(_errors(judged, arguments.errors))
    return 0


def _article(row: Mapping[str, Any]) -> Article:
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    return Article(
        id=row["id"],
        path=row["id"],
        title=row["title"],
        body=row["text"],
        source=row["source"],
        published=published,
    )


def judge(labels: Sequence[Mapping[str, Any]], predicted: Sequence[Meeting]) -> Judgement:
    """Compare the records of one article with its labels."""
    judgement = Judgement()
    pairs = _pairs(labels, predicted)
    matched = {position for position, _ in pairs}
    meeting = judgement.tallies["meeting"]
    meeting.right, meeting.labelled = len(pairs), len(labels)
    meeting.predicted = len(pairs) if len(labels) >= LABELS_AT_MOST else len(predicted)
    for position, one in enumerate(predicted):
        if position not in matched and len(labels) < LABELS_AT_MOST:
            names = [participant.name for participant in one.participants]
            judgement.errors.append(("meeting: extra", f"{names} in: {one.evidence.text}"))
    found = {label for _, label in pairs}
    for position, label in enumerate(labels):
        if position not in found:
            judgement.tallies["participants"].labelled += len(label["participants"])
            judgement.errors.append(("meeting: missed", label["evidence"]))
    for position, label_position in pairs:
        _judge_pair(judgement, labels[label_position], predicted[position])
    return judgement


def _pairs(labels: Sequence[Mapping[str, Any]], predicted: Sequence[Meeting]) -> list[tuple[int, int]]:
    scored = []
    for position, one in enumerate(predicted):
        for number, label in enumerate(labels):
            shared = len(
                _matching([p["name"] for p in label["participants"]], [p.name for p in one.participants])
            )
            evidence = _overlap(label["evidence"], one.evidence.text)
            if (shared >= 2 and not _dates_clash(label, one)) or (evidence and shared):
                scored.append((-shared - 2 * evidence, position, number))
    pairs: list[tuple[int, int]] = []
    for _, position, number in sorted(scored):
        if all(position != other and number != label for other, label in pairs):
            pairs.append((position, number))
    return pairs


def _dates_clash(label: Mapping[str, Any], one: Meeting) -> bool:
    if one.when is None or one.when.span.first is None or not label["when"]["start"]:
        return False
    return bool(one.when.span.first.isoformat() != label["when"]["start"])


def _overlap(one: str, two: str) -> bool:
    first, second = " ".join(one.split()), " ".join(two.split())
    return first[:80] in second or second[:80] in first


def _matching(labelled: Sequence[str], predicted: Sequence[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for number, label in enumerate(labelled):
        for position, name in enumerate(predicted):
            if _same_name(label, name) and all(position != p and number != n for n, p in found):
                found.append((number, position))
    return found


def _same_name(one: str, two: str) -> bool:
    first, second = set(name_words(one)) - _FUNCTION_WORDS, set(name_words(two)) - _FUNCTION_WORDS
    return bool(first and second) and (first <= second or second <= first)


def _judge_pair(judgement: Judgement, label: Mapping[str, Any], one: Meeting) -> None:
    names, labelled = [p.name for p in one.participants], [p["name"] for p in label["participants"]]
    matching = _matching(labelled, names)
    tally = judgement.tallies["participants"]
    tally.right += len(matching)
    tally.predicted += len(names)
    tally.labelled += len(labelled)
    if len(matching) < max(len(names), len(labelled)):
        judgement.errors.append(("participants", f"{names} for {labelled} in: {one.evidence.text}"))
    _count(judgement, "status", one.status.value == label["status"], one.status.value, label["status"], one)
    _count(judgement, "kind", one.kind.value == label["kind"], one.kind.value, label["kind"], one)
    _judge_date(judgement, label["when"], one)
    for slot, quote in (("where", one.where), ("why", one.why)):
        text = label[slot]["text"]
        if text:
            right = quote is not None and same_text(text, quote.text)
            _count(judgement, slot, right, quote.text if quote else None, text, one)
        elif quote is not None:
            judgement.tallies[slot].predicted += 1
            judgement.errors.append((f"{slot}: unstated", f"{quote.text!r} in: {one.evidence.text}"))


def _judge_date(judgement: Judgement, when: Mapping[str, Any], one: Meeting) -> None:
    if not when["start"]:
        if one.when is not None:
            judgement.tallies["date"].predicted += 1
            judgement.errors.append(
                ("date: unstated", f"{one.when.quote.text!r} for {when} in: {one.evidence.text}")
            )
        return
    days = None if one.when is None else (str(one.when.span.first), str(one.when.span.last))
    _count(judgement, "date", days == (when["start"], when["end"]), days, when, one)


def _count(judgement: Judgement, slot: str, right: bool, got: object, wanted: object, one: Meeting) -> None:
    tally = judgement.tallies[slot]
    tally.labelled += 1
    tally.predicted += got is not None
    tally.right += right
    if not right:
        kind = f"{slot}: missing" if got is None else f"{slot}: wrong"
        judgement.errors.append((kind, f"{got!r} for {wanted!r} in: {one.evidence.text}"))


def same_text(one: str, two: str) -> bool:
    """Tell whether one text's content words contain the other's, or their F1 is at least one half."""
    first, second = _content(one), _content(two)
    shared = len(first & second)
    if not shared:
        return False
    return first <= second or second <= first or 2 * shared / (len(first) + len(second)) >= 0.5


def _content(text: str) -> set[str]:
    return set(_WORD.findall(fold(text))) - _FUNCTION_WORDS


def _report(judged: Sequence[Judgement]) -> str:
    lines = [f"{len(judged)} articles; 95 % intervals by resampling articles", ""]
    lines.append(f"{'':14}{'precision':>24}{'recall':>24}{'F1':>24}  labelled")
    for slot in SLOTS:
        tallies = [one.tallies[slot] for one in judged]
        samples = list(_resampled(tallies))
        cells = []
        for part, value in enumerate(_scores(tallies)):
            values = sorted(sample[part] for sample in samples)
            low, high = values[int(0.025 * len(values))], values[int(0.975 * len(values))]
            cells.append(f"{value:.2f} [{low:.2f}, {high:.2f}]")
        lines.append(
            f"{slot:14}{cells[0]:>24}{cells[1]:>24}{cells[2]:>24}{sum(t.labelled for t in tallies):>10}"
        )
    lines.append(
        "\nstatus, kind, date, where and why: recall is the accuracy where the label states the slot."
    )
    return "\n".join(lines)


def _resampled(tallies: Sequence[Tally]) -> Iterator[tuple[float, float, float]]:
    generator = random.Random(0)
    for _ in range(SAMPLES):
        yield _scores(generator.choices(tallies, k=len(tallies)))


def _scores(tallies: Sequence[Tally]) -> tuple[float, float, float]:
    right = sum(one.right for one in tallies)
    precision = right / max(1, sum(one.predicted for one in tallies))
    recall = right / max(1, sum(one.labelled for one in tallies))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _errors(judged: Sequence[Judgement], shown: int) -> str:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for one in judged:
        for kind, text in one.errors:
            by_kind[kind].append(text)
    counts = Counter({kind: len(texts) for kind, texts in by_kind.items()})
    lines = ["", "errors by kind"]
    for kind, count in counts.most_common():
        lines.append(f"  {count:4} {kind}")
        lines += [f"         {text}" for text in by_kind[kind][:shown]]
    return "\n".join(lines)
