"""Set the answers beside simpler ones: the sentence nearest to the question, by words or by meaning.

A simple reader answers every question with a sentence. It is given what it cannot know: the sentence counts
as the answer to whatever is asked, its first date as its date, and "yes" where yes or no is asked.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.answers import ask
from evaluation.judging import Judgement, Verdict
from evaluation.metrics import Prediction, risk_coverage
from evaluation.questions import (
    Question,
    QuestionsUnusable,
    default_questions,
    read_questions,
    read_records,
)
from evaluation.scoring import Scores, is_right, judge_all, score
from index.article import Article
from index.dates import find_time_expressions
from index.embedder import Embedder, SentenceTransformerEmbedder
from index.embedding_model import EmbedderUnavailable
from index.engine import IndexUnavailable, Mode, Snapshot
from index.local import LocalEngine
from index.sentences import split_sentences

DEPTH = 5
"""Passages of a question whose sentences are looked at: hits@4 of either search is .95 and more."""

COLUMNS = (
    "reader", "slot accuracy", "citation precision", "false answers",
    "risk-coverage area", "right at 10 % risk",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("questions", nargs="?", type=Path, help="default: the development questions")
    parser.add_argument("--index", type=Path, metavar="DIR", required=True, help="the index to search")
    parser.add_argument(
        "--row",
        action="append",
        default=[],
        metavar="NAME=ANSWERS.jsonl",
        help="one more row: answers of `python -m bot batch`, with a language model for example",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the table; return 0, or 1 with a sentence where something cannot be read."""
    try:
        questions = read_questions(arguments.questions or default_questions())
        rows = simple_answers(questions, arguments.index)
        rows["Readout"] = ask(questions, arguments.index)
        rows |= dict(_given_row(one) for one in arguments.row)
        judged = {name: judge_all(questions, records) for name, records in rows.items()}
    except (QuestionsUnusable, IndexUnavailable, EmbedderUnavailable) as fault:
        print(fault, file=sys.stderr)
        return 1
    print("\n".join(table(judged)))
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an article, as a simple reader finds it."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return its words."""
        return self.article.body[self.start : self.end]


def simple_answers(questions: Sequence[Question], index: Path) -> dict[str, list[dict[str, Any]]]:
    """Answer every question with the best sentence by BM25, and by cosine; two lists by name."""
    embedder = SentenceTransformerEmbedder(os.environ.get("EMBEDDING_MODEL") or None, threads=1)
    engine = LocalEngine.open(index, embedder)
    try:
        with engine.snapshot() as snapshot:
            by_words = _candidates(questions, snapshot, Mode.LEXICAL)
            by_meaning = _candidates(questions, snapshot, Mode.DENSE)
    finally:
        engine.close()
    asked = [one.text for one in questions]
    return {
        "BM25, top sentence": answer_all(questions, by_words, score_by_words(asked, by_words)),
        "dense, top sentence": answer_all(
            questions, by_meaning, score_by_meaning(asked, by_meaning, embedder)
        ),
    }


def score_by_words(questions: Sequence[str], sentences: Sequence[Sentence]) -> np.ndarray[Any, Any]:
    """Return BM25 (Lucene's, stemmed) of each sentence for each question: questions x sentences."""
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    split = {"stopwords": "en", "stemmer": stemmer, "show_progress": False}
    ranker = bm25s.BM25()
    ranker.index(bm25s.tokenize([one.text for one in sentences], **split), show_progress=False)
    words = [bm25s.tokenize([one], return_ids=False, **split)[0] for one in questions]
    return np.stack([ranker.get_scores(one) if one else np.zeros(len(sentences)) for one in words])


def score_by_meaning(
    questions: Sequence[str], sentences: Sequence[Sentence], embedder: Embedder
) -> np.ndarray[Any, Any]:
    """Return the cosine of each sentence and each question: questions x sentences."""
    asked = np.stack([embedder.encode_query(one) for one in questions])
    return asked @ embedder.encode_passages([one.text for one in sentences]).T


def answer_all(
    questions: Sequence[Question], sentences: Sequence[Sentence], scores: np.ndarray[Any, Any]
) -> list[dict[str, Any]]:
    """Answer each question with its best sentence, as `python -m bot batch` would write it."""
    top = float(scores.max()) or 1.0
    return [
        _as_answer(question, sentences[int(row.argmax())], max(0.0, float(row.max()) / top))
        for question, row in zip(questions, scores, strict=True)
    ]


def table(judged: Mapping[str, Sequence[Judgement]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown, one reader a line."""
    scores = {name: score(judgements) for name, judgements in judged.items()}
    yield f"| {' | '.join(COLUMNS)} |"
    yield "|---" * len(COLUMNS) + "|"
    for name, judgements in judged.items():
        yield _row(name, scores[name], judgements)


def _row(name: str, scores: Scores, judgements: Sequence[Judgement]) -> str:
    right, cited = scores.figures["slot accuracy"], scores.figures["citation precision"]
    false = scores.figures["false-answer rate"]
    cells = (
        name,
        f"{right.value:.1%} [{right.low:.1%}, {right.high:.1%}]",
        f"{cited.value:.1%}" if cited.count else "-",
        f"{false.value:.1%}" if false.count else "-",
        f"{scores.area:.3f}",
        f"{right_at_risk(judgements, 0.1):.1%}",
    )
    return f"| {' | '.join(cells)} |"


def right_at_risk(judgements: Sequence[Judgement], risk: float) -> float:
    """Return the most that is answered rightly while no more than `risk` of the answers are wrong.

    A share of the answerable questions; answers are let in from the surest on.
    """
    claimed = [
        Prediction(confidence=one.given.confidence, right=is_right(one))
        for one in judgements
        if one.verdict is not Verdict.SILENT
    ]
    answerable = sum(one.question.answerable for one in judgements)
    points = risk_coverage(claimed, len(claimed) or 1)
    best = max((n * (1 - one.risk) for n, one in enumerate(points, 1) if one.risk <= risk), default=0.0)
    return best / answerable if answerable else 0.0


def _candidates(questions: Sequence[Question], snapshot: Snapshot, mode: Mode) -> list[Sentence]:
    """Return the sentences of the first passages of every question, each once."""
    found: dict[tuple[str, int], Sentence] = {}
    for question in questions:
        for hit in snapshot.search(question.text, k=DEPTH, mode=mode).hits:
            article = snapshot.article(hit.article_id)
            if article is None:
                continue
            for span in split_sentences(article.body):
                if hit.passage.start <= span.start and span.end <= hit.passage.end:
                    sentence = Sentence(article=article, start=span.start, end=span.end)
                    found[(article.id, span.start)] = sentence
    return list(found.values())


def _as_answer(question: Question, sentence: Sentence, confidence: float) -> dict[str, Any]:
    value: dict[str, Any] = {"text": sentence.text, "citation": 1}
    for one in find_time_expressions(sentence.article.body, sentence.article.published):
        if sentence.start <= one.start and one.end <= sentence.end and one.span.first and one.span.last:
            value |= {"first": one.span.first.isoformat(), "last": one.span.last.isoformat()}
            break
    asked = question.slot.value if question.slot else "who"
    return {
        "id": question.id,
        "status": "answered",
        "asked": [asked],
        "answer": f"Yes: {sentence.text}",
        "slots": {asked: value},
        "citations": [{"number": 1, "article_id": sentence.article.id, "quote": sentence.text}],
        "confidence": confidence,
    }


def _given_row(written: str) -> tuple[str, list[dict[str, Any]]]:
    name, separator, path = written.rpartition("=")
    if not separator or not name:
        raise QuestionsUnusable(f"--row {written!r} is not NAME=ANSWERS.jsonl: write a name before the file.")
    return name, [record for record, _ in read_records(Path(path))]
