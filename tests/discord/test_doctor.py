"""`python -m bot doctor`: each thing that is missing is one line with its cure."""

from pathlib import Path

import aiohttp
import pytest

from bot.__main__ import main
from bot.doctor import (
    Finding,
    Grade,
    check_corpus,
    check_index,
    check_language_model,
    check_state,
    check_token,
)
from bot.doctor.discord_checks import check_discord
from bot.invitation import needed_permissions
from bot.settings import LLMSettings, Settings
from index.embedding_model import EmbedderUnavailable
from index.engine import IndexUnavailable, SearchEngine
from tests.discord.loopback import TOKEN, LoopbackDiscord
from tests.discord.network import LoopbackResolver

ADMINISTRATOR = 8


async def test_discord_is_asked_about_intents_and_permissions(loopback: LoopbackDiscord) -> None:
    lacking = needed_permissions().value & ~(1 << 15) & ~(1 << 35)
    loopback.servers = [(1, "Newsroom", lacking), (2, "Lounge", ADMINISTRATOR)]
    found = await check_discord(TOKEN, message_content=True, connector=loopback.connector())
    assert _grades(found) == {"discord": "ok", "intents": "missing", "permissions": "ok"}
    (permissions,) = [one for one in found if one.subject == "permissions" and one.grade is Grade.MISSING]
    assert "Newsroom the bot lacks: " in permissions.text
    assert "attach files" in permissions.text
    assert "create public threads" in permissions.text
    assert f"permissions={needed_permissions().value}" in permissions.text
    loopback.application_flags = 1 << 19
    found = await check_discord(TOKEN, message_content=True, connector=loopback.connector())
    assert _grades(found)["intents"] == "ok"


async def test_a_bot_in_no_server_is_given_its_invitation(loopback: LoopbackDiscord) -> None:
    found = await check_discord(TOKEN, message_content=False, connector=loopback.connector())
    assert found[-1].grade is Grade.MISSING
    assert "client_id=1001&scope=bot+applications.commands" in found[-1].text


async def test_a_wrong_token_is_told(loopback: LoopbackDiscord) -> None:
    (found,) = await check_discord("wrong", message_content=False, connector=loopback.connector())
    assert found.grade is Grade.MISSING
    assert "copy it again" in found.text


async def test_discord_out_of_reach_is_no_fault_of_the_set_up() -> None:
    nowhere = aiohttp.TCPConnector(resolver=LoopbackResolver(1))
    (found,) = await check_discord(TOKEN, message_content=False, connector=nowhere)
    assert found.grade is Grade.NOTE


@pytest.mark.parametrize("error", [IndexUnavailable("Run it."), EmbedderUnavailable("No weights.")])
def test_an_index_that_cannot_be_opened_is_told_in_its_own_words(tmp_path: Path, error: Exception) -> None:
    def fail() -> SearchEngine:
        raise error

    (found,) = check_index(Settings(), tmp_path, fail)
    assert (found.grade, found.text) == (Grade.MISSING, str(error))


def test_what_this_machine_lacks_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()
    nothing = Settings(corpus_dir=tmp_path / "empty", state_dir=tmp_path / "file")
    llm = LLMSettings(base_url="http://127.0.0.1:9/v1", model="none")
    found = [check_token(nothing), check_corpus(nothing), check_state(nothing), check_language_model(llm)]
    assert {one.grade for one in found} == {Grade.MISSING}
    assert "is empty" in found[1].text
    well = Settings(discord_token="x", corpus_dir=tmp_path, state_dir=tmp_path / "state")
    fine = [check_token(well), check_corpus(well), check_state(well), check_language_model(None)]
    assert {one.grade for one in fine} == {Grade.FINE}


def test_the_command_prints_a_line_each_and_fails_where_something_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("DISCORD_TOKEN", "a-token")
    assert main(["doctor", "--offline", "--index", str(tmp_path / "none")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["ok", "ok", "missing", "ok", "ok"]
    assert "build_index.py" in lines[2]


def _grades(found: list[Finding]) -> dict[str, str]:
    return {one.subject: one.grade.value for one in found}
