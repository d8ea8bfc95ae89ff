"""The trials: the same work given to both sides by turns, so that a busy moment hits both."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure.processes import WorkerProcess
from benchmarks.workload import Workload, amended, rounds_of, write_article
from evaluation.metrics import first_rank, reciprocal_rank
from index.article import Article

NAMES = ("ours", "plain")
ARTICLES_OF_A_COST = 20


@dataclass(slots=True, kw_only=True)
class Observed:
    """Everything seen of one side, a value a turn."""

    passages: int = 0
    passage_rates: list[float] = field(default_factory=list)  # a second
    encoding_rates: list[float] = field(default_factory=list)  # passages a second of the processor
    extraction_shares: list[float] = field(default_factory=list)  # of the processor time of a build
    word_rates: list[float] = field(default_factory=list)  # words of articles a second
    searches: list[float] = field(default_factory=list)  # ms
    reciprocal_ranks: list[float] = field(default_factory=list)
    updates: list[float] = field(default_factory=list)  # s
    starts: list[float] = field(default_factory=list)  # s
    megabytes: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """How often each trial is repeated."""

    builds: int = 5
    costs: int = 2
    updates: int = 7
    starts: int = 3


class Trials:
    """Runs all trials of a workload in a folder and collects what both sides took."""

    def __init__(self, workload: Workload, folder: Path, turns: Turns, tell: Callable[[str], None]) -> None:
        self._workload = workload
        self._folder = folder
        self._corpus = folder / "corpus"
        self._turns = turns
        self._tell = tell
        self.observed = {name: Observed() for name in NAMES}

    def run(self) -> None:
        """Build, update, start cold, search: in this order, since each needs what the one before left."""
        self._corpus.mkdir()
        with self._both() as workers:
            for worker in workers.values():
                worker.do("warm_up")
            self._cost(workers)
            self._build(workers)
            self._update(workers)
            for worker in workers.values():
                worker.do("finish")
        self._start_and_search()

    def run_on_store(self, store: Path) -> None:
        """Start cold and search in the passages and vectors of a Readout store, encoding none of them."""
        self._tell(f"both take over the passages of {store}")
        with self._both() as workers:
            for name, worker in workers.items():
                self.observed[name].passages = worker.do("take_over", str(store)).value
        self._start_and_search()

    def _start_and_search(self) -> None:
        for _ in range(self._turns.starts):
            with self._both_started() as workers:
                pass
        with self._both_started() as workers:
            self._search(workers)

    @contextmanager
    def _both(self) -> Iterator[dict[str, WorkerProcess]]:
        with ExitStack() as stack:
            yield {name: stack.enter_context(WorkerProcess(name, self._folder)) for name in NAMES}

    def _cost(self, workers: dict[str, WorkerProcess]) -> None:
        """Take encoding alone and extraction alone, in the processor's time: what else runs matters less."""
        self._tell("encoding and extraction alone")
        size = ARTICLES_OF_A_COST
        for turn in range(self._turns.costs):
            listed = self._listed(self._workload.articles[turn * size : (turn + 1) * size])
            for name in _in_turn(turn):
                encoding = workers[name].do("encode", listed)
                extraction = workers[name].do("extract", listed)
                if not encoding.value:
                    continue
                both = encoding.cpu_seconds + extraction.cpu_seconds
                self.observed[name].encoding_rates.append(encoding.value / encoding.cpu_seconds)
                self.observed[name].extraction_shares.append(extraction.cpu_seconds / both)

    def _listed(self, articles: Sequence[Article]) -> str:
        listed = self._folder / "listed.json"
        listed.write_text(json.dumps([[one.id, one.body] for one in articles]), encoding="utf-8")
        return str(listed)

    def _build(self, workers: dict[str, WorkerProcess]) -> None:
        number = 0
        runs = rounds_of(self._workload.articles, self._turns.builds)
        for turn, articles in enumerate(runs, 1):
            self._tell(f"build, round {turn} of {len(runs)}")
            for number, article in enumerate(articles, number + 1):  # noqa: B020 - goes on counting
                write_article(article, self._corpus, number)
            listed = self._listed(articles)
            words = sum(len(one.body.split()) for one in articles)
            for name in _in_turn(turn):
                reply = workers[name].do("build", listed)
                seen = self.observed[name]
                seen.passages += reply.value
                seen.passage_rates.append(reply.value / reply.seconds)
                seen.word_rates.append(words / reply.seconds)

    def _update(self, workers: dict[str, WorkerProcess]) -> None:
        self._tell("one changed article")
        for name in NAMES:
            workers[name].do("search", self._workload.queries[0].text)
        step = max(1, len(self._workload.articles) // self._turns.updates)
        for turn in range(self._turns.updates):
            place = turn * step % len(self._workload.articles)
            changed = amended(self._workload.articles[place], turn + 1)
            write_article(changed, self._corpus, place + 1)
            for name in _in_turn(turn):
                seconds = workers[name].do("update", changed.id, changed.body).seconds
                self.observed[name].updates.append(seconds)

    @contextmanager
    def _both_started(self) -> Iterator[dict[str, WorkerProcess]]:
        """Start both, one after the other, and time each from nothing to its first result."""
        self._tell("cold start")
        with ExitStack() as stack:
            workers = {}
            for name in _in_turn(len(self.observed["ours"].starts)):
                worker = stack.enter_context(WorkerProcess(name, self._folder))
                worker.do("search", self._workload.queries[0].text)
                self.observed[name].starts.append(time.perf_counter() - worker.started)
                workers[name] = worker
            yield workers

    def _search(self, workers: dict[str, WorkerProcess]) -> None:
        self._tell("search")
        for turn, query in enumerate(self._workload.queries):
            for name in _in_turn(turn):
                reply = workers[name].do("search", query.text)
                seen = self.observed[name]
                seen.searches.append(1000 * reply.seconds)
                if query.article is not None:
                    seen.reciprocal_ranks.append(reciprocal_rank(first_rank(reply.value, query.article), 10))
        for name in NAMES:
            self.observed[name].megabytes.append(workers[name].resident_megabytes())


def _in_turn(turn: int) -> tuple[str, ...]:
    return NAMES if turn % 2 == 0 else NAMES[::-1]
