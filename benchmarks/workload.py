"""What both sides work on: articles as files, and questions whose right article is known."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from evaluation.questions import read_questions
from index.article import Article
from index.loaders import LoadFailure, find_files, read_articles

SEED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Words to search for, and the id of the right article where it is known."""

    text: str
    article: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """Articles and queries; `indicative` where they are too few for figures that mean something."""

    articles: tuple[Article, ...]
    queries: tuple[Query, ...]
    indicative: bool


def development_workload(folder: Path, size: int | None) -> Workload:
    """Take the articles that have questions and others at random up to `size`; None for all of them."""
    questions = [one for one in read_questions(folder / "questions-dev.jsonl") if one.answerable]
    wanted = {one.article for one in questions}
    everything = list(_exported(folder / "senate-dev.jsonl.gz"))
    asked = [one for one in everything if one.id in wanted]
    others = [one for one in everything if one.id not in wanted]
    generator = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    generator.shuffle(others)
    chosen = asked + (others if size is None else others[: max(0, size - len(asked))])
    generator.shuffle(chosen)
    held = {one.id for one in chosen}
    queries = tuple(Query(text=one.text, article=one.article) for one in questions if one.article in held)
    return Workload(articles=tuple(chosen), queries=queries, indicative=False)


def sample_workload(corpus: Path) -> Workload:
    """Take the sample briefings, and their titles as queries."""
    read = [one for path in find_files(corpus) for one in read_articles(path, corpus)]
    articles = tuple(one for one in read if not isinstance(one, LoadFailure) and one.body.strip())
    queries = tuple(Query(text=one.title, article=None) for one in articles)
    return Workload(articles=articles, queries=queries, indicative=True)


def queries_of_store(queries: Sequence[Query], articles: frozenset[str]) -> tuple[Query, ...]:
    """Return the queries; the right article of one is forgotten where `articles` lack it."""
    return tuple(one if one.article in articles else replace(one, article=None) for one in queries)


def write_article(article: Article, folder: Path, number: int) -> None:
    """Write an article as a text file with front matter, as a user would keep it."""
    fields = {"id": article.id, "title": article.title}
    if article.source:
        fields["source"] = article.source
    if article.published:
        fields["published"] = article.published.isoformat()
    head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    path = folder / f"{number:05}.txt"
    path.write_text(f"---\n{head}---\n{article.body}\n", encoding="utf-8")


def rounds_of(articles: Sequence[Article], rounds: int) -> list[Sequence[Article]]:
    """Cut into `rounds` runs of about equal length, none empty."""
    size = -(-len(articles) // rounds)
    return [articles[start : start + size] for start in range(0, len(articles), size)]


def amended(article: Article, turn: int) -> Article:
    """Return the article with a sentence more, as an editor would add a correction."""
    return replace(
        article, body=f"{article.body}\n\nCorrection number {turn}: the talks began an hour later."
    )


def _exported(path: Path) -> Iterator[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record: dict[str, Any] = json.loads(line)
            if record["text"].strip():
                yield Article(
                    id=record["id"],
                    path=record["id"],
                    title=record.get("title") or record["id"],
                    body=record["text"],
                    source=record.get("source"),
                    published=date.fromisoformat(record["published"]) if record.get("published") else None,
                )
