"""The files both sides work on."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.workload import (
    Query,
    amended,
    queries_of_store,
    rounds_of,
    sample_workload,
    write_article,
)
from index.article import Article
from index.loaders import read_articles


def article(number: int, body: str = "Ana met Lee.") -> Article:
    return Article(
        id=f"a-{number}",
        path="x",
        title='A title: with "signs"',
        body=body,
        source="Office",
        published=date(2025, 5, 5),
    )


def test_an_article_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_article(article(1), tmp_path, 1)
    (read,) = read_articles(tmp_path / "00001.txt", tmp_path)
    assert isinstance(read, Article)
    assert (read.id, read.title, read.body, read.source, read.published) == (
        "a-1",
        'A title: with "signs"',
        "Ana met Lee.",
        "Office",
        date(2025, 5, 5),
    )


@pytest.mark.parametrize(("count", "rounds", "sizes"), [(10, 5, [2] * 5), (7, 3, [3, 3, 1]), (2, 5, [1, 1])])
def test_rounds_hold_every_article_once(count: int, rounds: int, sizes: list[int]) -> None:
    articles = [article(number) for number in range(count)]
    runs = rounds_of(articles, rounds)
    assert [len(run) for run in runs] == sizes
    assert [one for run in runs for one in run] == articles


def test_an_amended_article_says_something_new_each_turn() -> None:
    first, second = amended(article(1), 1), amended(article(1), 2)
    assert first.id == second.id == "a-1"
    assert first.body.startswith("Ana met Lee.")
    assert first.body != second.body


def test_sample_figures_are_marked_as_indicative(tmp_path: Path) -> None:
    write_article(article(1), tmp_path, 1)
    workload = sample_workload(tmp_path)
    assert workload.indicative
    assert [one.text for one in workload.queries] == ['A title: with "signs"']


def test_a_query_whose_article_a_store_lacks_is_asked_and_not_judged() -> None:
    queries = (Query(text="x", article="here"), Query(text="y", article="elsewhere"))
    kept = queries_of_store(queries, frozenset({"here"}))
    assert [(one.text, one.article) for one in kept] == [("x", "here"), ("y", None)]
