"""Judge summaries by reading: each beside the first sentences of its article, not knowing which is which.

First a sheet to read and a key that stays closed (`--index`), then the tally of the verdicts (`--verdicts`).
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.occasions.wording import on_one_line
from bot.settings import load_settings
from bot.summaries.summarising import summarise_article
from bot.wiring import open_engine
from evaluation.metrics import Observation, estimate
from evaluation.questions import QuestionsUnusable, read_records
from index.article import Article
from index.engine import IndexUnavailable, Snapshot
from index.sentences import split_sentences

LEAD = 3
"""Sentences from the head of the article: as many as a summary may have."""
_ENOUGH = 8
_HEAD = """# Which text sums the article up better?

One side is a summary, the other the first {lead} sentences of the article. Both stand under the title, and
have at most {lead} sentences; how many words each has stands beside it. The articles are at the end.
"""


class Side(StrEnum):
    """What a text of a pair is."""

    SUMMARY = "summary"
    LEAD = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts about an article; `left` says which of them stands on the left."""

    number: int
    article: Article
    summary: tuple[str, ...]
    lead: tuple[str, ...]
    left: Side

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the sentences on the left, and those on the right."""
        return (self.summary, self.lead) if self.left is Side.SUMMARY else (self.lead, self.summary)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Which side of a pair is which, and how many words each text has."""

    number: int
    article: str
    left: Side
    words: dict[Side, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A verdict whose sides are known: the better text, or None where both are as good."""

    key: Key
    better: Side | None
    why: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--index", type=Path, metavar="DIR", help="where the articles are drawn from")
    parser.add_argument(
        "--sheet", type=Path, metavar="DIR", required=True, help="holds the sheet and its key"
    )
    parser.add_argument("--count", type=int, default=20, metavar="N", help="how many articles to draw")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="draws them, and shuffles the sides")
    parser.add_argument("--verdicts", type=Path, metavar="FILE", help="count these, made on the sheet")


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet, or print the tally; return 0, or 1 with a sentence where something cannot be read."""
    try:
        if arguments.verdicts is not None:
            keys = read_key(arguments.sheet / "key.jsonl")
            print("\n".join(tally(read_verdicts(arguments.verdicts, keys))))
        elif arguments.index is None:
            raise QuestionsUnusable("Name the index to draw articles from (--index DIR), or --verdicts FILE.")
        else:
            print(_write(arguments))
    except (QuestionsUnusable, IndexUnavailable, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def draw_pairs(snapshot: Snapshot, count: int, seed: int) -> list[Pair]:
    """Draw articles of some length at random, and put each one's texts side by side in a random order."""
    rng = random.Random(seed)
    ids = sorted(one.id for one in snapshot.articles())
    pairs: list[Pair] = []
    for article in map(snapshot.article, rng.sample(ids, len(ids))):
        if len(pairs) == count:
            break
        if article is None:
            continue
        spans = split_sentences(article.body)
        if len(spans) < _ENOUGH:
            continue
        told = summarise_article(snapshot, article).sentences
        lead = (article.body[one.start : one.end] for one in spans[:LEAD])
        pair = Pair(
            number=len(pairs) + 1,
            article=article,
            summary=tuple(on_one_line(one.quote) for one in told),
            lead=tuple(map(on_one_line, lead)),
            left=rng.choice(list(Side)),
        )
        pairs.append(pair)
    return pairs


def write_sheet(pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield the lines of the sheet: every pair, then every article."""
    yield _HEAD.format(lead=LEAD)
    for one in pairs:
        yield f"\n## {one.number}. {on_one_line(one.article.title)}\n"
        for name, sentences in zip(("Left", "Right"), one.sides, strict=True):
            yield f"**{name}** ({_words(sentences)} words): {' '.join(sentences)}\n"
    yield "\n# The articles\n"
    for one in pairs:
        yield f"\n## Article {one.number} ({one.article.published or 'undated'})\n\n{one.article.body}\n"


def write_key(pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield a line for each pair that says which side is which."""
    for one in pairs:
        words = {Side.SUMMARY: _words(one.summary), Side.LEAD: _words(one.lead)}
        yield json.dumps({"number": one.number, "article": one.article.id, "left": one.left, "words": words})


def read_key(path: Path) -> dict[int, Key]:
    """Read what `write_key` wrote, by number; raises QuestionsUnusable."""
    return {one.number: one for one in (_key(record, where) for record, where in read_records(path))}


def read_verdicts(path: Path, keys: dict[int, Key]) -> list[Choice]:
    """Read a verdict for each pair of a sheet; raises QuestionsUnusable where one is missing or unknown."""
    choices: dict[int, Choice] = {}
    for record, where in read_records(path):
        choice = _choice(record, keys, where)
        if choice.key.number in choices:
            raise QuestionsUnusable(
                f"{where} judges pair {choice.key.number} again: keep one verdict a pair."
            )
        choices[choice.key.number] = choice
    missing = sorted(keys.keys() - choices.keys())
    if missing:
        raise QuestionsUnusable(f"{path} has no verdict on {', '.join(map(str, missing))}: judge every pair.")
    return [choices[number] for number in sorted(choices)]


def tally(choices: Sequence[Choice]) -> list[str]:
    """Return the lines of the outcome: every verdict with its sides told, then the counts."""
    ours, lead, equal = (sum(one.better is side for one in choices) for side in (*Side, None))
    preferred = estimate(
        [
            Observation(
                group=one.key.article, value=0.5 if one.better is None else one.better is Side.SUMMARY
            )
            for one in choices
        ]
    )
    left = sum(one.better is one.key.left for one in choices)
    summary_words, lead_words = (_mean_words(choices, side) for side in Side)
    return [
        *(f"{one.key.number:3}  {one.better or 'equal':9}{one.why}" for one in choices),
        f"summary better {ours}, first sentences better {lead}, equal {equal}",
        f"preference for the summary, equal ones half: {preferred}",
        f"sign test on the {ours + lead} decided, two-sided: p = {sign_test(ours, lead):.3f}",
        f"words, mean: summary {summary_words:.0f}, first sentences {lead_words:.0f}",
        f"of the decided, the left side was better in {left}",
    ]


def sign_test(wins: int, losses: int) -> float:
    """Return how likely a split at least so uneven is if either side wins as easily: exact, two-sided."""
    total = wins + losses
    tail: float = sum(math.comb(total, one) for one in range(min(wins, losses) + 1)) / 2.0**total
    return min(1.0, 2 * tail)


def _write(arguments: argparse.Namespace) -> str:
    engine = open_engine(load_settings(), arguments.index)
    try:
        with engine.snapshot() as snapshot:
            pairs = draw_pairs(snapshot, arguments.count, arguments.seed)
    finally:
        engine.close()
    sheet: Path = arguments.sheet
    sheet.mkdir(parents=True, exist_ok=True)
    (sheet / "sheet.md").write_text("\n".join(write_sheet(pairs)) + "\n", encoding="utf-8")
    (sheet / "key.jsonl").write_text("".join(f"{line}\n" for line in write_key(pairs)), encoding="utf-8")
    return (
        f"{len(pairs)} pairs are in {sheet / 'sheet.md'}. Judge them before you open the key beside it, "
        'one line each: {"number": 1, "better": "left|right|equal", "why": "..."}.'
    )


def _words(sentences: Sequence[str]) -> int:
    return sum(len(one.split()) for one in sentences)


def _mean_words(choices: Sequence[Choice], side: Side) -> float:
    return sum(one.key.words[side] for one in choices) / len(choices) if choices else float("nan")


def _key(record: dict[str, Any], where: str) -> Key:
    try:
        words = {side: int(record["words"][side]) for side in Side}
        return Key(number=record["number"], article=record["article"], left=Side(record["left"]), words=words)
    except (KeyError, ValueError, TypeError) as error:
        raise QuestionsUnusable(f"{where} is no line of a key ({error!r}): write the sheet anew.") from error


def _choice(record: dict[str, Any], keys: dict[int, Key], where: str) -> Choice:
    number = record.get("number")
    key = keys.get(number) if isinstance(number, int) else None
    better = record.get("better")
    if key is None or better not in ("left", "right", "equal"):
        raise QuestionsUnusable(
            f'{where} is no verdict on a pair: write its "number" and "better": left, right or equal.'
        )
    other = Side.LEAD if key.left is Side.SUMMARY else Side.SUMMARY
    side = {"left": key.left, "right": other}.get(better)
    return Choice(key=key, better=side, why=str(record.get("why", "")))
