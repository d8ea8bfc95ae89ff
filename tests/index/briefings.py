"""Write small corpora, and build stores from them."""

import json
import random
from pathlib import Path

from index.builder import BuildReport, BuildRequest, build
from index.embedder import Embedder
from index.progress import Unwatched
from tests.index.extracting import PatternExtractor

PLACES = ("Lisbon", "Oslo", "Nairobi", "Quito", "Hanoi", "Riga")
TOPICS = ("fishing quotas", "a rail tunnel", "vaccine supplies", "border crossings", "wheat exports")
SOURCES = ("Harbour News", "The Courier", "")


def write_lines(path: Path, count: int, *, seed: int = 7) -> None:
    """Write a .jsonl of `count` made-up briefings; every tenth has no date."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        place, topic = chance.choice(PLACES), chance.choice(TOPICS)
        rows.append(
            {
                "id": f"n{number}",
                "title": f"Ministers in {place}",
                "published": None if number % 10 == 9 else f"20{10 + number % 10}-03-{1 + number % 28:02}",
                "source": chance.choice(SOURCES),
                "text": f"Minister number {number} met a delegation in {place} to discuss {topic}. "
                f"They agreed to meet again in {chance.choice(PLACES)} about {chance.choice(TOPICS)}.",
            }
        )
    rows = [{key: value for key, value in row.items() if value} for row in rows]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_briefing(path: Path, text: str, **fields: str) -> None:
    """Write a Markdown briefing with front matter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "".join(f"{key}: {value}\n" for key, value in fields.items())
    path.write_text(f"---\n{head}---\n\n{text}\n", encoding="utf-8")


def build_store(
    corpus: Path, store: Path, embedder: Embedder, *, full: bool = False, force: bool = False
) -> BuildReport:
    """Build with the extractor that needs no model, watched by nobody."""
    request = BuildRequest(corpus=corpus, store=store, full=full, force=force)
    return build(request, embedder, PatternExtractor(), Unwatched())
