"""`python -m bot run`: answer in Discord."""

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import ROOT, Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from bot.service import Service
    from index.engine import Filters, SearchEngine

UNSET = (
    "DISCORD_TOKEN is not set; copy the token from the Bot page of your application at "
    "https://discord.com/developers/applications into .env."
)


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("run", help="answer questions in Discord", description=__doc__)
    parser.add_argument("--index", type=Path, metavar="DIR", help="where the index is (default: INDEX_DIR)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the bot until it is stopped; return 0, or 130 for Ctrl-C.

    Raises `SettingsError`, `IndexUnavailable`, `EmbedderUnavailable` and `StartupError`.
    """
    settings = load_settings()
    if settings.discord_token is None:
        raise SettingsError(UNSET)
    # Imported here: discord.py and the models take seconds, and wrong settings must be told at once.
    from bot.logs import configure_logging
    from bot.service import serve
    from bot.wiring import open_engine

    configure_logging()
    index_dir = arguments.index or settings.index_dir
    engine = open_engine(settings, index_dir)
    try:
        return serve(_compose(settings, settings.discord_token, index_dir, engine))
    finally:
        engine.close()


def _compose(settings: Settings, token: str, index_dir: Path, engine: "SearchEngine") -> "Service":
    from bot.scopes import Bounds
    from bot.service import Service
    from bot.wiring import open_answerer

    with engine.snapshot() as snapshot:
        snapshot.search("warm up", k=1)  # the first question must not wait for the model
    build = [sys.executable, str(ROOT / "build_index.py"), "--json"]
    return Service(
        answerer=open_answerer(engine, settings),
        engine=engine,
        token=token,
        build_command=[*build, "--corpus", str(settings.corpus_dir), "--index", str(index_dir)],
        build_environment=_environment(settings, os.environ),
        state_dir=settings.state_dir,
        bounds=Bounds(guilds=settings.guild_collections, direct=_direct(settings)),
        message_content=settings.message_content,
    )


def _environment(settings: Settings, base: Mapping[str, str]) -> dict[str, str]:
    # The build has no use for the token, and must encode with the model that the bot searches with.
    kept = {name: value for name, value in base.items() if name not in ("DISCORD_TOKEN", "EMBEDDING_MODEL")}
    model = settings.embedding_model
    return kept if model is None else kept | {"EMBEDDING_MODEL": model}


def _direct(settings: Settings) -> "Filters | None":
    from index.engine import Filters

    if settings.dm_collections is not None and not settings.dm_collections:
        return None
    return Filters(collections=settings.dm_collections)
