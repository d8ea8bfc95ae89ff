"""`/reindex`, and the commands that Discord is told of."""

import sys
from pathlib import Path

from tests.discord.conftest import Bench
from tests.discord.loopback import BOT_ID, DM_ID, LoopbackDiscord

BUILD = """
import json, os, pathlib, sys, time
pathlib.Path(sys.argv[1]).write_text(str(os.getpriority(os.PRIO_PROCESS, 0)))
while not pathlib.Path(sys.argv[2]).exists():
    time.sleep(0.02)
pathlib.Path(sys.argv[1]).write_text(str(os.getpriority(os.PRIO_PROCESS, 0)))
print(json.dumps({"generation": 8, "added": 2, "changed": 1, "removed": 0, "unchanged": 17, "encoded": 9,
                  "seconds": 0.5, "failed": [{"path": "bad.md", "reason": "the front matter is broken"}]}))
"""


async def test_an_administrator_rebuilds_and_hears_what_changed(
    loopback: LoopbackDiscord, bench: Bench, tmp_path: Path
) -> None:
    _set_up_build(bench, tmp_path)
    async with bench.running():
        command = await loopback.use("reindex", admin=True)
        await loopback.until(lambda: (tmp_path / "niceness").exists())
        again = await loopback.use("reindex", admin=True)
        await loopback.until(lambda: again.shown)
        await loopback.say(f"<@{BOT_ID}> Is anybody listening?")
        await loopback.until(lambda: loopback.messages)
        (tmp_path / "go").touch()
        await loopback.until(lambda: command.shown)
    assert "already" in again.shown[0].body["content"]
    assert command.ephemeral
    embed = command.shown[0].embed
    assert embed["title"] == "Index updated (generation 8)"
    assert embed["description"].startswith("2 added, 1 changed; 17 unchanged.")
    assert "bad.md: the front matter is broken" in embed["fields"][0]["value"]
    assert int((tmp_path / "niceness").read_text()) == 10


async def test_others_are_refused_by_the_server_too(
    loopback: LoopbackDiscord, bench: Bench, tmp_path: Path
) -> None:
    _set_up_build(bench, tmp_path)
    async with bench.running():
        command = await loopback.use("reindex")
        await loopback.until(lambda: command.shown)
    assert "administrators" in command.shown[0].body["content"]
    assert command.ephemeral
    assert not (tmp_path / "niceness").exists()


async def test_a_build_that_stops_tells_its_reason(loopback: LoopbackDiscord, bench: Bench) -> None:
    bench.build_command = [sys.executable, "-c", "raise SystemExit('The corpus folder is empty.')"]
    async with bench.running():
        command = await loopback.use("reindex", admin=True)
        await loopback.until(lambda: command.shown)
    assert command.shown[0].body["content"] == "The build stopped: The corpus folder is empty."


async def test_a_report_that_outlives_its_token_is_sent_privately(
    loopback: LoopbackDiscord, bench: Bench, tmp_path: Path
) -> None:
    _set_up_build(bench, tmp_path)
    async with bench.running():
        command = await loopback.use("reindex", admin=True)
        await loopback.until(lambda: command.acknowledged)
        command.expired = True
        (tmp_path / "go").touch()
        await loopback.until(lambda: loopback.messages)
    assert loopback.messages[0].channel_id == DM_ID


async def test_commands_are_sent_once_for_as_long_as_they_stay_the_same(
    loopback: LoopbackDiscord, bench: Bench
) -> None:
    async with bench.running():
        pass
    bench.stop.clear()
    async with bench.running():
        pass
    (sent,) = loopback.synced
    assert {"ask", "reindex"} <= {command["name"] for command in sent}
    (reindex,) = [command for command in sent if command["name"] == "reindex"]
    assert reindex["default_member_permissions"] == 8


def _set_up_build(bench: Bench, folder: Path) -> None:
    script = folder / "build.py"
    script.write_text(BUILD)
    bench.build_command = [sys.executable, str(script), str(folder / "niceness"), str(folder / "go")]
