"""`python -m docs.answer_picture`: ask the sample briefings, and draw the answer as Discord shows it."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.answering.answer import Answer, NoAnswer
from bot.controls import answer_controls
from bot.desk import Answered
from bot.languages import ENGLISH
from bot.rendering.answer import render_answer
from bot.settings import Settings
from bot.views import build_view
from bot.wiring import open_answerer, open_engine
from docs.answer_picture.drawing import draw_message
from index.builder import BuildRequest, build
from index.embedder import SentenceTransformerEmbedder
from index.engine import EVERYTHING, Coverage
from index.meetings import MeetingExtractor
from index.progress import Unwatched

ROOT = Path(__file__).parents[2]
QUESTION = "When did Bush and Gorbachev meet in Helsinki, and why?"
AS_OF = date(2024, 1, 29)


def main(argv: Sequence[str] | None = None) -> int:
    """Draw the answer into a file."""
    parser = argparse.ArgumentParser(prog="python -m docs.answer_picture", description=__doc__)
    parser.add_argument("question", nargs="?", default=QUESTION)
    parser.add_argument("--png", type=Path, metavar="FILE", default=ROOT / "docs" / "answer-dark.png")
    arguments = parser.parse_args(argv)
    answered = ask_the_samples(arguments.question)
    arguments.png.write_bytes(draw_answer(answered.answer, answered.coverage))
    return 0


def ask_the_samples(question: str) -> Answered:
    """Build the index of the sample briefings anew, and ask it."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(index_dir=Path(folder) / "store")
        request = BuildRequest(corpus=ROOT / "corpus", store=settings.index_dir)
        build(request, SentenceTransformerEmbedder(threads=1), MeetingExtractor.load(), Unwatched())
        engine = open_engine(settings)
        try:
            answer = open_answerer(engine, settings).answer(question, where=EVERYTHING, as_of=AS_OF)
            with engine.snapshot() as snapshot:
                return Answered(answer=answer, coverage=snapshot.coverage())
        finally:
            engine.close()


def draw_answer(answer: Answer | NoAnswer, coverage: Coverage) -> bytes:
    """Draw an answer with its buttons, from the very message that the bot would send."""
    controls = answer_controls(1, answer, ENGLISH, private=False)
    rendered = render_answer(Answered(answer=answer, coverage=coverage), ENGLISH, controls)

    async def message() -> dict[str, Any]:  # discord.py makes buttons on a running loop alone
        components = build_view(rendered.controls).to_components()
        return {"embeds": [one.to_dict() for one in rendered.embeds], "components": components}

    return draw_message(asyncio.run(message()), name="Readout", time="Today at 09:41")


if __name__ == "__main__":
    sys.exit(main())
