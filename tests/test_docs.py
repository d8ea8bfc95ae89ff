"""The documentation says what the code does: commands, settings, rooms, links."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from discord.app_commands import Group
from discord.ext.commands import Cog

import bot.cogs
from bot.__main__ import COMMANDS
from bot.cogs.menus import ASK_ABOUT, CHECK
from bot.invitation import SCOPES, needed_permissions
from evaluation.__main__ import COMMANDS as EVALUATIONS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
PAGES = [*sorted(ROOT.glob("*.md")), ROOT / "corpus" / "README.md", ROOT / "evaluation" / "README.md"]


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "run"])
def test_the_readme_shows_every_command(command: str) -> None:
    assert re.search(rf"python -m bot {command}\b", README)


@pytest.mark.parametrize("command", EVALUATIONS)
def test_the_evaluation_page_shows_every_command(command: str) -> None:
    assert f"python -m evaluation {command}" in (ROOT / "evaluation" / "README.md").read_text()


def test_the_promise_an_answer_and_the_commands_stand_within_thirty_lines() -> None:
    opening = "\n".join(README.splitlines()[:30])
    assert "make demo" in opening
    assert "make test" in opening
    assert "[1]" in opening


def test_the_make_targets_that_pages_name_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`?\bmake ([a-z]+)`", page.read_text())}
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


def test_the_rooms_of_the_architecture_exist() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", (ROOT / "ARCHITECTURE.md").read_text(), re.MULTILINE)
    missing = []
    for row in rows:
        first, *others = re.findall(r"`([^`]+)`", row)
        for name in (first, *others):
            # Names after the first stand beside it: `bot/client.py`, `cogs/`.
            places = [ROOT / name, ROOT / Path(first).parent / name]
            if not any(place.exists() for place in places):
                missing.append(name)
    assert len(rows) > 10
    assert missing == []


def test_the_example_settings_are_those_that_are_read() -> None:
    from bot.settings import KNOWN

    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)) == set(KNOWN)


def test_the_build_options_that_the_readme_names_are_taken() -> None:
    named = set(re.findall(r"build_index\.py[^\n`]*?(--[a-z]+)", README))
    source = (ROOT / "build_index.py").read_text()
    assert all(f'"{option}"' in source for option in named)


def test_the_readme_shows_every_command_of_discord_and_no_other() -> None:
    table = README[README.index("| in Discord |") :].split("\n\n")[0]
    commands = _commands_of_discord()
    groups = {name.split()[0] for name in commands if " " in name}
    named = {
        f"{first} {second}" if first in groups else first
        for first, second in re.findall(r"`/([a-z-]+)(?: ([a-z-]+))?", table)
    }
    assert named == commands
    for entry in (ASK_ABOUT, CHECK):
        assert f"*{entry}*" in table


def _commands_of_discord() -> set[str]:
    found = set()
    for module in pkgutil.iter_modules(bot.cogs.__path__):
        cogs = vars(importlib.import_module(f"bot.cogs.{module.name}")).values()
        for cog in cogs:
            if isinstance(cog, type) and issubclass(cog, Cog):
                for command in cog.__cog_app_commands__:
                    inner = command.commands if isinstance(command, Group) else [command]
                    found |= {one.qualified_name for one in inner}
    return found


def test_the_invitation_in_the_readme_asks_for_what_is_needed() -> None:
    assert f"permissions={needed_permissions().value}`" in README
    assert f"scope={'+'.join(SCOPES)}" in README
