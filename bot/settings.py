"""The settings: typed, from `.env` and the environment, refused by name when they cannot be meant."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from dotenv.parser import parse_stream

from bot.answering.reply.confidence import MIN_CONFIDENCE

ROOT = Path(__file__).resolve().parent.parent
KNOWN = (
    "DISCORD_TOKEN", "CORPUS_DIR", "INDEX_DIR", "STATE_DIR", "EMBEDDING_MODEL", "RERANKER_MODEL",
    "MIN_CONFIDENCE", "ALIASES_FILE",
    "LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY", "LLM_TIMEOUT",
    "MESSAGE_CONTENT", "DM_COLLECTIONS", "GUILD_COLLECTIONS",
)  # fmt: skip
_LONGEST_WAIT = 600
EVERY_COLLECTION = "*"
TOP_COLLECTION = "(top)"
"""How the briefings that lie in no sub-folder of the corpus are named."""


class SettingsError(Exception):
    """A setting cannot be used. Its text is one sentence that names it; values are not repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMSettings:
    """A server that speaks OpenAI's protocol, and how many seconds one answer may wait for it."""

    base_url: str
    model: str
    api_key: str | None = field(default=None, repr=False)
    seconds: float = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person may set. Paths that are not absolute count from the project's folder.

    `dm_collections` may be asked in direct messages: None is all, an empty set none. `guild_collections` are
    all that each server may read; None is everything to every server.
    """

    discord_token: str | None = field(default=None, repr=False)
    corpus_dir: Path = ROOT / "corpus"
    index_dir: Path = ROOT / "index" / "store"
    state_dir: Path = ROOT / "state"
    embedding_model: str | None = None
    aliases_file: Path | None = None
    reranker_model: str | None = None
    min_confidence: float = MIN_CONFIDENCE
    llm: LLMSettings | None = None
    message_content: bool = False
    dm_collections: frozenset[str] | None = frozenset()
    guild_collections: Mapping[int, frozenset[str]] | None = None


def load_settings(env: Mapping[str, str] | None = None, dotenv: Path | None = None) -> Settings:
    """Read `.env`, then let the environment have the last word.

    Raises `SettingsError` for a name in `.env` that is not ours, and for a value that cannot be meant.
    """
    path = ROOT / ".env" if dotenv is None else dotenv
    values = {**_from_file(path), **_known(os.environ if env is None else env)}
    return Settings(
        discord_token=_token(values.get("DISCORD_TOKEN")),
        corpus_dir=_folder("CORPUS_DIR", values, ROOT / "corpus"),
        index_dir=_folder("INDEX_DIR", values, ROOT / "index" / "store"),
        state_dir=_folder("STATE_DIR", values, ROOT / "state"),
        embedding_model=values.get("EMBEDDING_MODEL", "").strip() or None,
        aliases_file=_file("ALIASES_FILE", values),
        reranker_model=values.get("RERANKER_MODEL", "").strip() or None,
        min_confidence=_share("MIN_CONFIDENCE", values, MIN_CONFIDENCE),
        llm=_llm(values),
        message_content=_yes_or_no("MESSAGE_CONTENT", values),
        dm_collections=_collections(values.get("DM_COLLECTIONS", "")),
        guild_collections=_guilds(values.get("GUILD_COLLECTIONS", "")),
    )


def _from_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path.name} cannot be read; save it as UTF-8 text that you may read."
        ) from error
    read = {}
    for one in parse_stream(StringIO(text)):
        where = f"{path.name}, line {one.original.line}"
        if one.error:
            raise SettingsError(f"{where}, is not NAME=VALUE; write it so, or put # before it.")
        if one.key is not None:
            read[one.key] = _checked(where, one.key, one.value)
    return read


def _checked(where: str, name: str, value: str | None) -> str:
    if name not in KNOWN:
        # What does not look like a name may be a secret pasted alone, and is not repeated.
        said = name if re.fullmatch(r"[A-Za-z_]{1,40}", name) else "something"
        raise SettingsError(f"{where}, sets {said} that is unknown; known are {', '.join(KNOWN)}.")
    if value is None:
        raise SettingsError(f"{where}, names {name} without a value; write {name}=VALUE.")
    return value


def _known(env: Mapping[str, str]) -> dict[str, str]:
    return {name: env[name] for name in KNOWN if name in env}


def _token(value: str | None) -> str | None:
    token = (value or "").strip()
    if any(character.isspace() for character in token):
        raise SettingsError("DISCORD_TOKEN has a space inside; copy the token again from Discord's portal.")
    return token or None


def _llm(values: Mapping[str, str]) -> LLMSettings | None:
    url = values.get("LLM_BASE_URL", "").strip()
    model = values.get("LLM_MODEL", "").strip()
    if not url and not model:
        return None
    if not url or not model:
        missing = "LLM_MODEL" if url else "LLM_BASE_URL"
        raise SettingsError(f"{missing} is not set; a language model needs LLM_BASE_URL and LLM_MODEL.")
    if re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", url) is None:
        raise SettingsError("LLM_BASE_URL is no web address; write it as http://127.0.0.1:11434/v1.")
    key = values.get("LLM_API_KEY", "").strip()
    if not key.isascii() or any(character.isspace() for character in key):
        raise SettingsError("LLM_API_KEY holds a blank or an accent; copy the key again.")
    return LLMSettings(base_url=url, model=model, api_key=key or None, seconds=_seconds(values))


def _seconds(values: Mapping[str, str]) -> float:
    written = values.get("LLM_TIMEOUT", "").strip() or "20"
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST_WAIT:
        raise SettingsError(f"LLM_TIMEOUT is no number of seconds up to {_LONGEST_WAIT}; write it as 20.")
    return seconds


def _share(name: str, values: Mapping[str, str], default: float) -> float:
    written = values.get(name, "").strip()
    try:
        share = float(written) if written else default
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise SettingsError(f"{name} is no number from 0 to 1; write it as {default}.")
    return share


def _file(name: str, values: Mapping[str, str]) -> Path | None:
    written = values.get(name, "").strip()
    if "\0" in written:
        raise SettingsError(f"{name} holds a character that no path can have; write the path of a file.")
    try:
        return ROOT / Path(written).expanduser() if written else None
    except RuntimeError as error:
        raise SettingsError(f"{name} is not a path that can be used; write the path of a file.") from error


def _folder(name: str, values: Mapping[str, str], default: Path) -> Path:
    written = values.get(name, "").strip()
    if not written:
        return default
    if "\0" in written:
        raise SettingsError(f"{name} holds a character that no path can have; write the path of a folder.")
    try:
        path = ROOT / Path(written).expanduser()
        is_file = path.exists() and not path.is_dir()
    except (OSError, RuntimeError) as error:
        raise SettingsError(f"{name} is not a path that can be used; write the path of a folder.") from error
    if is_file and name != "CORPUS_DIR":
        raise SettingsError(f"{name} names a file; write the path of a folder.")
    return path


def _yes_or_no(name: str, values: Mapping[str, str]) -> bool:
    written = values.get(name, "").strip().lower()
    if written not in ("", "yes", "no"):
        raise SettingsError(f"{name} must be yes or no.")
    return written == "yes"


def _collections(written: str) -> frozenset[str] | None:
    if written.strip() == EVERY_COLLECTION:
        return None
    return frozenset("" if one == TOP_COLLECTION else one for one in _listed(written))


def _guilds(written: str) -> Mapping[int, frozenset[str]] | None:
    """Read `SERVER_ID: collection, collection; SERVER_ID: collection`."""
    if not written.strip():
        return None
    guilds: dict[int, frozenset[str]] = {}
    for part in filter(str.strip, written.split(";")):
        identity, colon, names = part.partition(":")
        collections = _collections(names)
        if not colon or not identity.strip().isdigit() or not collections:
            raise SettingsError(
                "GUILD_COLLECTIONS must be written as 1234: asia, europe; 5678: asia, with its id first."
            )
        guilds[int(identity)] = guilds.get(int(identity), frozenset()) | collections
    return guilds


def _listed(written: str) -> list[str]:
    return [one.strip() for one in written.split(",") if one.strip()]
