"""The README's picture of a timeline is what its command draws from the sample briefings."""

import io
from contextlib import closing
from pathlib import Path

from PIL import Image, ImageChops

from bot.occasions.shelf import OccasionLibrary
from bot.timeline import make_timeline
from bot.timeline.picture import draw_timeline
from index.builder import BuildRequest, build
from index.local import LocalEngine
from index.meetings import MeetingExtractor
from index.progress import Unwatched
from tests.index.hashing import HashingEmbedder

ROOT = Path(__file__).parents[2]
PICTURE = "docs/timeline-dark.png"
COMMAND = f"python -m bot timeline Reagan --with Gorbachev --png {PICTURE}"


def test_the_picture_of_the_timeline_shows_what_the_briefings_tell_by_now(tmp_path: Path) -> None:
    embedder = HashingEmbedder()
    request = BuildRequest(corpus=ROOT / "corpus", store=tmp_path)
    build(request, embedder, MeetingExtractor.load(), Unwatched())
    with closing(LocalEngine.open(tmp_path, embedder)) as engine, engine.snapshot() as snapshot:
        timeline = make_timeline(OccasionLibrary().open(snapshot), "Reagan", "Gorbachev")
    drawn = Image.open(io.BytesIO(draw_timeline(timeline))).convert("RGB")
    kept = Image.open(ROOT / PICTURE).convert("RGB")
    assert drawn.size == kept.size, f"draw it anew: {COMMAND}"
    assert ImageChops.difference(drawn, kept).getbbox() is None, f"draw it anew: {COMMAND}"


def test_the_readme_shows_the_picture_and_says_how_it_is_made() -> None:
    readme = (ROOT / "README.md").read_text()
    assert f'<img src="{PICTURE}"' in readme
    assert COMMAND in readme
