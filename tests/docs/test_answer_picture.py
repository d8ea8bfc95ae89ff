"""The picture of an answer: it shows the real message whole, and nothing overlaps or leaves it."""

import asyncio
import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.answering.answer import Answer, NoAnswer
from bot.controls import answer_controls
from bot.desk import Answered
from bot.languages import ENGLISH
from bot.rendering.answer import render_answer
from bot.views import build_view
from docs.answer_picture.__main__ import QUESTION, draw_answer
from docs.answer_picture.drawing import measure
from docs.answer_picture.marks import Run, Tone, read_marks
from docs.answer_picture.plan import WIDTH, Plan, plan_message
from tests.discord.fakes import COVERAGE, NOTHING, TALKS

ROOT = Path(__file__).parents[2]
PICTURE = "docs/answer-dark.png"
LONG = replace(
    TALKS,
    question="Who met whom? " * 12,
    text="They met *again* and again. " * 40,
    complete=False,
    citations=tuple(replace(one, quote=f"{one.quote} " * 6) for one in TALKS.citations),
)
CASES: dict[str, Answer | NoAnswer] = {"answered": TALKS, "long": LONG, "no_answer": NOTHING}


def message_of(answer: Answer | NoAnswer) -> dict[str, Any]:
    controls = answer_controls(1, answer, ENGLISH, private=False)
    (embed,) = render_answer(Answered(answer=answer, coverage=COVERAGE), ENGLISH, controls).embeds

    async def components() -> list[dict[str, Any]]:
        return build_view(controls).to_components()

    return {"embeds": [embed.to_dict()], "components": asyncio.run(components())}


def plan_of(answer: Answer | NoAnswer) -> Plan:
    return plan_message(message_of(answer), "Readout", "Today at 09:41", measure)


@pytest.mark.parametrize("name", CASES)
def test_nothing_leaves_the_picture_and_no_lines_overlap(name: str) -> None:
    plan = plan_of(CASES[name])
    for words in plan.words:
        half = measure(words.text, words.face) / 2
        left, right = (words.x - half, words.x + half) if words.centred else (words.x, words.x + 2 * half)
        assert left > 0
        assert right - measure(" ", words.face) < WIDTH
        assert 0 < words.y < plan.height
    rows = sorted({words.y for words in plan.words if not words.centred})
    assert all(below - above > 15 for above, below in pairwise(rows) if below - above > 2)
    for box in plan.boxes:
        assert 0 < box.left < box.right < WIDTH
        assert 0 < box.top < box.bottom < plan.height


@pytest.mark.parametrize("name", CASES)
def test_all_that_the_message_says_is_in_the_picture(name: str) -> None:
    message = message_of(CASES[name])
    (embed,) = message["embeds"]
    shown = _bare("".join(words.text for words in plan_of(CASES[name]).words))
    said = [embed["title"], embed["description"], (embed.get("author") or {}).get("name", "")]
    said += [(embed.get("footer") or {}).get("text", "")]
    said += [text for one in embed.get("fields") or [] for text in (one["name"], one["value"])]
    for text in said:
        for paragraph in read_marks(text):
            assert _bare("".join(run.text for run in paragraph.runs)) in shown
    for row in message["components"]:
        for button in row["components"]:
            assert _bare(button["label"]) in shown


def test_marks_are_read_as_discord_reads_them() -> None:
    (plain, quoted) = read_marks(
        "**Also** *known* as [The \\[Post\\]](https://x.org/a) \\*here\\*\n> said \\[1\\]"
    )
    assert plain.runs == (
        Run(text="Also", tone=Tone.BOLD),
        Run(text=" "),
        Run(text="known", tone=Tone.ITALIC),
        Run(text=" as "),
        Run(text="The [Post]", tone=Tone.LINK),
        Run(text=" *here*"),
    )
    assert quoted.quoted
    assert quoted.runs == (Run(text="said [1]"),)


def test_the_picture_has_the_colour_of_the_kind_of_answer() -> None:
    for answer in (TALKS, NOTHING):
        wanted = message_of(answer)["embeds"][0]["color"]
        colour = (wanted >> 16, wanted >> 8 & 255, wanted & 255)
        assert colour in {box.colour for box in plan_of(answer).boxes}
        image = Image.open(io.BytesIO(draw_answer(answer, COVERAGE))).convert("RGB")
        assert image.size == (round(WIDTH) * 2, round(plan_of(answer).height) * 2)
        assert all(abs(one - other) <= 12 for one, other in zip(_bar(image), colour, strict=True))


def test_the_readme_shows_the_picture_and_says_how_it_is_made() -> None:
    readme = (ROOT / "README.md").read_text()
    assert f'src="{PICTURE}"' in readme
    assert "python -m docs.answer_picture" in readme
    assert QUESTION in readme
    with Image.open(ROOT / PICTURE) as image:
        assert image.width == WIDTH * 2


def _bare(text: str) -> str:
    return "".join(text.split())


def _bar(image: Image.Image) -> tuple[int, ...]:
    """Return the colour of the bar on the left of the message, halfway up the picture's upper part."""
    pixel = image.getpixel((2 * 68, image.height // 4))
    assert isinstance(pixel, tuple)
    return pixel
