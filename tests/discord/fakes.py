"""An index and an answerer that need no model: they say what a test told them to."""

import contextlib
import threading
from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from bot.answering.answer import Answer, Citation, NoAnswer, Reason, Slot, SlotValue
from index.article import Article, DateSpan, NameType, Precision
from index.engine import (
    EVERYTHING,
    ArticleMeeting,
    Coverage,
    Filters,
    KnownName,
    SearchResult,
    Snapshot,
)

TALKS = Answer(
    question="When do the two teams meet, and why?",
    asked=(Slot.WHEN, Slot.WHY),
    text="The two teams meet on 30 and 31 January 2024 in Beijing, to coordinate against drug production.",
    slots={
        Slot.WHO: SlotValue(text="a U.S. delegation, Chinese officials", citation=1),
        Slot.WHEN: SlotValue(
            text="Tuesday and Wednesday",
            citation=1,
            span=DateSpan(first=date(2024, 1, 30), last=date(2024, 1, 31), precision=Precision.DAY),
        ),
        Slot.WHERE: SlotValue(text="Beijing", citation=1),
        Slot.WHY: SlotValue(text="to coordinate against drug production", citation=2),
    },
    citations=(
        Citation(
            number=1,
            article_id="talks",
            path="talks.md",
            title="Two teams sit down in Beijing",
            source="The Gazette",
            url="https://example.org/talks",
            published=date(2024, 1, 28),
            quote="A U.S. delegation will meet Chinese officials in Beijing on Tuesday and Wednesday.",
            start=0,
            end=82,
        ),
        Citation(
            number=2,
            article_id="talks",
            path="talks.md",
            title="Two teams sit down in Beijing",
            source="The Gazette",
            url="https://example.org/talks",
            published=date(2024, 1, 28),
            quote="They want to coordinate against drug production.",
            start=83,
            end=131,
        ),
    ),
    confidence=0.9,
    complete=True,
)
ARTICLE = Article(
    id="talks",
    path="talks.md",
    title="Two teams sit down in Beijing",
    source="The Gazette",
    url="https://example.org/talks",
    published=date(2024, 1, 28),
    body=f"{TALKS.citations[0].quote} {TALKS.citations[1].quote} Nobody said more.",
)
NOTHING = NoAnswer(
    question="Who met the Queen of Ruritania?",
    asked=(Slot.WHO,),
    text="That is not in the briefings. Searched 17 briefings from 1 March 2006 to 28 January 2024.",
    reason=Reason.NOTHING_RELEVANT,
)
COVERAGE = Coverage(
    generation=7, articles=17, passages=40, undated=1, first=date(2006, 3, 1), last=date(2024, 1, 28)
)


class FakeAnswerer:
    """Gives one answer to everything, after `gate` opens; remembers what it was asked, and where it ran."""

    def __init__(self) -> None:
        self.answers: Answer | NoAnswer = TALKS
        self.by_word: dict[str, Answer | NoAnswer] = {}
        self.failure: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.asked: list[tuple[str, Filters]] = []
        self.threads: set[str] = set()

    def answer(self, question: str, *, where: Filters, as_of: date) -> Answer | NoAnswer:
        """Answer as the test said."""
        self.asked.append((question, where))
        self.threads.add(threading.current_thread().name)
        if not self.gate.wait(timeout=20.0):
            raise TimeoutError("the test never opened the gate")
        if self.failure is not None:
            raise self.failure
        return next((answer for word, answer in self.by_word.items() if word in question), self.answers)


class FakeEngine:
    """Covers what the test says and knows two sources."""

    def __init__(self) -> None:
        self.covered = COVERAGE
        self.looked_at: list[Filters] = []

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Open the only generation."""
        yield cast(Snapshot, self)  # what the bot asks for, and no more

    def generation(self) -> int:
        """Number the only generation."""
        return self.covered.generation

    def coverage(self, where: Filters = EVERYTHING) -> Coverage:
        """Say what is covered."""
        self.looked_at.append(where)
        return self.covered

    def sources(self, where: Filters = EVERYTHING) -> Sequence[str]:
        """Name the sources."""
        self.looked_at.append(where)
        return ("The Courier", "The Gazette")

    def collections(self) -> Sequence[str]:
        """Name the collections."""
        return ("", "asia", "europe")

    def names(self) -> Sequence[KnownName]:
        """Know two places."""
        return tuple(
            KnownName(name=name, type=NameType.PLACE, forms=(name,), articles=1)
            for name in ("Beijing", "Paris")
        )

    def article(self, article_id: str) -> Article | None:
        """Return the article that the fixed answer cites."""
        return ARTICLE if article_id == ARTICLE.id else None

    def search(self, query: str, *, k: int = 10, where: Filters = EVERYTHING) -> SearchResult:
        """Find nothing."""
        self.looked_at.append(where)
        return SearchResult(hits=(), embed_ms=0.0, search_ms=0.0)

    def meetings_of(self, article_ids: Sequence[str]) -> Sequence[ArticleMeeting]:
        """Know of no meeting."""
        return ()

    def close(self) -> None:
        """Do nothing."""
