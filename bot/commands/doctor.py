"""Say what is missing in a set-up, one line each with its cure."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.arguments import add_index
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from bot.doctor import Finding

_FAULT = 1


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `doctor`."""
    parser = subparsers.add_parser("doctor", help="say what is missing in a set-up", description=__doc__)
    parser.add_argument("--offline", action="store_true", help="do not ask Discord")
    add_index(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; return 1 if anything is missing."""
    from bot.doctor import (  # they load torch and discord.py: only for a command that needs them
        Grade,
        check_corpus,
        check_index,
        check_language_model,
        check_state,
        check_token,
    )
    from bot.wiring import open_engine

    settings = load_settings()
    index_dir: Path = arguments.index or settings.index_dir
    findings = [check_token(settings)]
    if settings.discord_token is not None and not arguments.offline:
        findings += asyncio.run(_ask_discord(settings.discord_token, settings))
    findings += [check_corpus(settings)]
    findings += check_index(settings, index_dir, lambda: open_engine(settings, index_dir))
    findings += [check_state(settings), check_language_model(settings.llm)]
    for one in findings:
        print(f"{one.grade.value:<8} {one.subject:<15} {one.text}")
    return _FAULT if any(one.grade is Grade.MISSING for one in findings) else 0


async def _ask_discord(token: str, settings: Settings) -> "list[Finding]":
    from bot.doctor.discord_checks import check_discord

    return await check_discord(token, message_content=settings.message_content)
