"""One whole run, both sides in their own processes, on two articles."""

from pathlib import Path

import pytest

from benchmarks.measure.processes import WorkerFailed, WorkerProcess
from benchmarks.measure.stored import article_ids, read_passages
from benchmarks.measure.trials import NAMES, Trials, Turns
from benchmarks.workload import Query, Workload
from index.article import Article

TEXTS = {
    "fish": "Minister Ana Ruiz met Governor Lee Park in Lisbon on Monday to discuss fishing quotas.",
    "rail": "The railway council was told that no train will run between the two ports before spring.",
}


def test_both_sides_do_all_the_work_and_find_the_right_articles(tmp_path: Path) -> None:
    articles = tuple(Article(id=one, path=one, title=one, body=body) for one, body in TEXTS.items())
    queries = (
        Query(text="fishing quotas talks", article="fish"),
        Query(text="trains between ports", article="rail"),
    )
    told: list[str] = []
    workload = Workload(articles=articles, queries=queries, indicative=True)
    trials = Trials(workload, tmp_path, Turns(builds=2, costs=1, updates=1, starts=0), told.append)
    trials.run()
    for name in NAMES:
        seen = trials.observed[name]
        assert seen.passages == 2
        assert seen.reciprocal_ranks == [1.0, 1.0]
        assert len(seen.passage_rates) == len(seen.searches) == 2
        assert len(seen.updates) == len(seen.starts) == 1
        assert seen.megabytes[0] > 50
        assert seen.encoding_rates[0] > 0
    assert 0 < trials.observed["ours"].extraction_shares[0] < 1
    assert trials.observed["plain"].extraction_shares[0] < 0.01
    assert told[1] == "build, round 1 of 2"
    _search_the_same_store(workload, tmp_path)


def _search_the_same_store(workload: Workload, folder: Path) -> None:
    (folder / "again").mkdir()
    trials = Trials(workload, folder / "again", Turns(starts=0), lambda _: None)
    trials.run_on_store(folder / "store")
    for name in NAMES:
        seen = trials.observed[name]
        assert seen.passages == 2
        assert seen.reciprocal_ranks == [1.0, 1.0]
        assert seen.passage_rates == seen.encoding_rates == []
    owners, texts, vectors = read_passages(folder / "store")
    assert dict(zip(owners, texts, strict=True))["rail"] == TEXTS["rail"]
    assert vectors.shape == (2, 384)
    assert article_ids(folder / "store") == {"fish", "rail"}


def test_a_worker_that_ends_is_a_fault_with_its_name(tmp_path: Path) -> None:
    with WorkerProcess("nobody", tmp_path) as worker, pytest.raises(WorkerFailed, match="worker of nobody"):
        worker.do("search", "x")
