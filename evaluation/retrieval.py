"""Score search against judged questions: is the right article found, by which retriever and which fusion?

An article ranks where the first of its passages does, among distinct articles.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.metrics import Estimate, Observation, estimate, first_rank, hit_at, reciprocal_rank
from evaluation.questions import Question, QuestionsUnusable, default_questions, read_questions
from index.article import Hit
from index.embedder import SentenceTransformerEmbedder
from index.embedding_model import EmbedderUnavailable
from index.engine import IndexUnavailable, Mode, Snapshot
from index.fusion import Fused, Ranked, fuse, fuse_by_rank
from index.local import LocalEngine

DEPTH = 100
RANKS = (1, 4, 10)
Fusion = Callable[[Sequence[Ranked], Sequence[Ranked]], list[Fused]]
FUSIONS: dict[str, Fusion] = {"fused by score": fuse, "fused by rank": fuse_by_rank}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="?", type=Path, help="default: the development questions")
    parser.add_argument("--index", type=Path, metavar="DIR", required=True, help="the index to search")


def run(arguments: argparse.Namespace) -> int:
    """Print hits@k and MRR@10 for each way to search; return 0, or 1 with a sentence for a fault."""
    try:
        questions = [q for q in read_questions(arguments.questions or default_questions()) if q.answerable]
        rankings = rank_all(questions, arguments.index)
    except (QuestionsUnusable, IndexUnavailable, EmbedderUnavailable) as fault:
        print(fault, file=sys.stderr)
        return 1
    print("\n".join(ranking_table(rankings)))
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How well one way to search finds the right article: the share within the first k, and MRR@10."""

    name: str
    hits: Mapping[int, float]
    mrr: Estimate


def rank_all(questions: Sequence[Question], index: Path) -> list[Ranking]:
    """Search an index in every way for every question; raises IndexUnavailable, EmbedderUnavailable."""
    # One thread: two beside anything busy take thirty times as long for a text as short as a question.
    embedder = SentenceTransformerEmbedder(os.environ.get("EMBEDDING_MODEL") or None, threads=1)
    engine = LocalEngine.open(index, embedder)
    try:
        with engine.snapshot() as snapshot:
            ranked = [rank_one(question, snapshot) for question in questions]
    finally:
        engine.close()
    names = ranked[0] if ranked else {}
    return [summarise(name, questions, [one[name] for one in ranked]) for name in names]


def rank_one(question: Question, snapshot: Snapshot) -> dict[str, int | None]:
    """Search in every mode and fuse the two lists in every way; return the ranks of the right article."""
    found = {mode: snapshot.search(question.text, k=DEPTH, mode=mode).hits for mode in Mode}
    ranks = {
        mode.value: first_rank((hit.article_id for hit in hits), question.article)
        for mode, hits in found.items()
    }
    home = {hit.passage_id: hit.article_id for hits in found.values() for hit in hits}
    for name, fusion in FUSIONS.items():
        fused = fusion(_ranked(found[Mode.DENSE]), _ranked(found[Mode.LEXICAL]))
        ranks[name] = first_rank((home[one.passage_id] for one in fused), question.article)
    return ranks


def summarise(name: str, questions: Sequence[Question], ranks: Sequence[int | None]) -> Ranking:
    """Compute the figures of one way to search from the rank of each question's article."""
    mrr = [
        Observation(group=question.article, value=reciprocal_rank(rank, 10))
        for question, rank in zip(questions, ranks, strict=True)
    ]
    hits = {k: sum(hit_at(rank, k) for rank in ranks) / max(1, len(ranks)) for k in RANKS}
    return Ranking(name=name, hits=hits, mrr=estimate(mrr))


def ranking_table(rankings: Sequence[Ranking]) -> Iterator[str]:
    """Yield the lines of a table, one way to search a line."""
    if rankings:
        yield f"{rankings[0].mrr.count} questions; articles found"
        yield " " * 18 + "hits@1  hits@4  hits@10  MRR@10 [95 %]"
    for one in rankings:
        columns = "".join(f"{one.hits[k]:8.3f}" for k in RANKS)
        yield f"{one.name:16}{columns} {one.mrr.value:8.3f} [{one.mrr.low:.3f}, {one.mrr.high:.3f}]"


def _ranked(hits: Sequence[Hit]) -> list[Ranked]:
    return [Ranked(passage_id=hit.passage_id, score=hit.score) for hit in hits]
