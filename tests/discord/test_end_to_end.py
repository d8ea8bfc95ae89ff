"""From a folder of briefings to an embed: the real index, the real build, the real client."""

import asyncio
import sys
from datetime import date
from pathlib import Path

from bot.answering.answer import Answer, Citation, NoAnswer, Reason, Slot, SlotValue
from bot.answering.answerer import Answerer
from bot.service import Service, run_service
from index.builder import BuildRequest, build
from index.embedder import SentenceTransformerEmbedder
from index.engine import Filters, SearchEngine
from index.local import LocalEngine
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.discord.loopback import TOKEN, LoopbackDiscord
from tests.index.extracting import PatternExtractor
from tests.index.hashing import HashingEmbedder

ROOT = Path(__file__).parents[2]
FIRST = """---
title: Harbour masters gather in Valparaiso
source: The Gazette
published: 2024-03-04
---
Harbour masters from nine countries met in Valparaiso on Monday to agree on rules for pilot boats.
"""
SECOND = """---
title: Ministers talk about bees
source: The Courier
published: 2024-05-07
---
The farm ministers of Slovenia and Austria met in Maribor on Tuesday to discuss a joint plan for bees.
"""


class QuotingAnswerer:
    """Answers with the passage that the real engine finds first."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine

    def answer(self, question: str, *, where: Filters, as_of: date) -> Answer | NoAnswer:
        """Quote the best passage."""
        with self._engine.snapshot() as snapshot:
            hits = snapshot.search(question, k=1, where=where).hits
            article = snapshot.article(hits[0].article_id) if hits else None
        if article is None:
            return NoAnswer(question=question, asked=(), text="Nothing.", reason=Reason.NOTHING_RELEVANT)
        passage = hits[0].passage
        citation = Citation(
            number=1,
            article_id=article.id,
            path=article.path,
            title=article.title,
            source=article.source,
            url=article.url,
            published=article.published,
            quote=passage.text,
            start=passage.start,
            end=passage.end,
        )
        return Answer(
            question=question,
            asked=(Slot.WHAT,),
            text=passage.text,
            slots={Slot.WHAT: SlotValue(text=passage.text, citation=1)},
            citations=(citation,),
            confidence=1.0,
            complete=True,
        )


async def test_a_briefing_added_by_reindex_is_cited_without_a_restart(
    loopback: LoopbackDiscord, tmp_path: Path
) -> None:
    corpus, store = tmp_path / "corpus", tmp_path / "store"
    corpus.mkdir()
    (corpus / "harbours.md").write_text(FIRST)
    command = [
        *[sys.executable, str(ROOT / "build_index.py"), "--json"],
        *["--corpus", str(corpus), "--index", str(store)],
    ]
    engine = await asyncio.to_thread(_build_and_open, corpus, store)
    service = Service(
        answerer=QuotingAnswerer(engine),
        engine=engine,
        token=TOKEN,
        build_command=command,
        state_dir=tmp_path / "state",
        open_connector=loopback.connector,
    )
    running = asyncio.create_task(run_service(service))
    try:
        await loopback.ready()
        before = await loopback.use("ask", {"question": "Which ministers discuss bees?"})
        await loopback.until(lambda: before.shown, seconds=60)
        (corpus / "bees.md").write_text(SECOND)
        reindex = await loopback.use("reindex", admin=True)
        await loopback.until(lambda: reindex.shown, seconds=240)
        after = await loopback.use("ask", {"question": "Which ministers discuss bees?"})
        await loopback.until(lambda: after.shown, seconds=60)
    finally:
        running.cancel()
        await asyncio.wait([running])
        engine.close()
    assert "pilot boats" in before.shown[0].embed["description"]
    assert reindex.shown[0].embed["description"].startswith("1 added; 1 unchanged.")
    assert "farm ministers of Slovenia" in after.shown[0].embed["description"]
    fields = [field["name"] for field in after.shown[0].embed["fields"]]
    assert fields == ["1 · The Courier, 7 May 2024"]
    assert after.shown[0].embed["footer"]["text"] == "Searched 2 briefings, 4 March 2024 to 7 May 2024"


async def test_the_sample_briefings_answer_in_discord(loopback: LoopbackDiscord, tmp_path: Path) -> None:
    engine = await asyncio.to_thread(_sample_engine, tmp_path / "store")
    service = Service(
        answerer=Answerer(engine),
        engine=engine,
        token=TOKEN,
        build_command=[sys.executable, "-c", "raise SystemExit('no build was set up')"],
        state_dir=tmp_path / "state",
        today=lambda: date(2024, 1, 29),
        open_connector=loopback.connector,
    )
    running = asyncio.create_task(run_service(service))
    try:
        await loopback.ready()
        known = await loopback.use(
            "ask", {"question": "When do US and Chinese officials meet about fentanyl, and why?"}
        )
        unknown = await loopback.use("ask", {"question": "Who met the King of Norway in 1905?"})
        await loopback.until(lambda: known.shown and unknown.shown, seconds=60)
    finally:
        running.cancel()
        await asyncio.wait([running])
        engine.close()
    said = known.shown[-1].text
    assert "30" in said
    assert "31 January 2024" in said
    assert "Beijing" in said
    assert "Daskal" in said
    assert "financing and distribution of drugs" in said
    assert "1 · " in said
    assert "not in the briefings" in unknown.shown[-1].text


def _sample_engine(store: Path) -> LocalEngine:
    embedder = HashingEmbedder()
    request = BuildRequest(corpus=ROOT / "corpus", store=store)
    build(request, embedder, MeetingExtractor.load(), Unwatched())
    return LocalEngine.open(store, embedder)


def _build_and_open(corpus: Path, store: Path) -> LocalEngine:
    embedder = SentenceTransformerEmbedder(threads=1)
    build(BuildRequest(corpus=corpus, store=store), embedder, PatternExtractor(), Unwatched())
    return LocalEngine.open(store, embedder)
