"""Questions, asked in Discord by the real client over real sockets."""

from tests.discord.conftest import Bench
from tests.discord.loopback import BOT_ID, CHANNEL_ID, LoopbackDiscord


async def test_a_mention_is_answered_with_an_embed(loopback: LoopbackDiscord, bench: Bench) -> None:
    async with bench.running():
        asked = await loopback.say(f"<@{BOT_ID}> When do the two teams meet, and why?")
        await loopback.until(lambda: loopback.messages)
    (answer,) = loopback.messages
    assert bench.answerer.asked[0][0] == "When do the two teams meet, and why?"
    assert answer.channel_id == CHANNEL_ID
    assert answer.body["message_reference"]["message_id"] == asked
    assert answer.body["allowed_mentions"]["parse"] == []
    fields = {field["name"]: field["value"] for field in answer.embed["fields"]}
    assert fields["When"].startswith("30–31 January 2024")
    assert (
        "[Two teams sit down in Beijing](https://example.org/talks)"
        in fields["1 · The Gazette, 28 January 2024"]
    )
    assert loopback.typing >= 1
