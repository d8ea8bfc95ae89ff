"""A post that nobody asked for: each thing that Discord may make of it."""

import pytest

from bot.posting import Outcome, post
from bot.rendering.answer import Rendered
from tests.discord.conftest import Bench
from tests.discord.loopback import CHANNEL_ID, Fault, LoopbackDiscord, Place

NEWS = Rendered(text="Ana Lobo met Piet Vos.")


@pytest.mark.parametrize(
    ("faults", "outcome", "posts"),
    [
        ([], Outcome.SENT, 1),
        ([Fault.UNAVAILABLE, Fault.RESET_AFTERWARDS], Outcome.SENT, 1),
        ([Fault.FORBIDDEN], Outcome.CLOSED, 0),
        ([Fault.GONE], Outcome.GONE, 0),
        ([Fault.INVALID], Outcome.UNUSABLE, 0),
        ([Fault.RESET] * 5, Outcome.LATER, 0),
    ],
)
async def test_what_becomes_of_a_post_is_told(
    loopback: LoopbackDiscord,
    bench: Bench,
    faults: list[Fault],
    outcome: Outcome,
    posts: int,
) -> None:
    loopback.faults[Place.MESSAGES].extend(faults)
    async with bench.running():
        assert await post(bench.bots[-1], CHANNEL_ID, NEWS, nonce="one") is outcome
    assert len(loopback.messages) == posts


async def test_a_nonce_that_is_kept_posts_once(loopback: LoopbackDiscord, bench: Bench) -> None:
    for _ in range(2):
        async with bench.running():
            assert await post(bench.bots[-1], CHANNEL_ID, NEWS, nonce="kept") is Outcome.SENT
    assert len(loopback.messages) == 1
