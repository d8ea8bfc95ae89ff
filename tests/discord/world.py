"""What the loopback Discord holds: messages, what people did, what went wrong, and what is to go wrong."""

import asyncio
import contextlib
import json
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from itertools import count
from typing import Any

import discord.utils
from aiohttp import web

from bot.invitation import needed_permissions
from tests.discord.contract import Contract

SECONDS = 6.0  # no scenario waits longer for what must come


class Fault(Enum):
    """How a request or a connection goes wrong, once."""

    INTERNAL = auto()  # 500
    UNAVAILABLE = auto()  # 503
    RATE_LIMITED = auto()  # 429 by Discord itself
    BLOCKED_AT_EDGE = auto()  # 429 without a Via header
    RESET = auto()  # TCP reset before the request counts
    RESET_AFTERWARDS = auto()  # TCP reset when the request has been carried out
    SLOW = auto()  # carried out, but told half a second later
    FORBIDDEN = auto()  # 403
    GONE = auto()  # 404: the channel was deleted
    INVALID = auto()  # 400
    REFUSED = auto()  # gateway: the upgrade fails
    MALFORMED = auto()  # gateway: a frame that is no JSON, right after READY
    INVALID_SESSION = auto()  # gateway: op 9 in place of READY


class Place(Enum):
    """The parts of Discord that a fault can be put in."""

    GATEWAY = auto()
    COMMANDS = auto()
    MESSAGES = auto()
    HISTORY = auto()
    THREADS = auto()
    CHANNELS = auto()
    TYPING = auto()
    CALLBACK = auto()
    WEBHOOK = auto()


@dataclass(kw_only=True)
class Sent:
    """A message of the bot as it stands; `drafts` are the bodies it had, the present one included."""

    id: int
    body: dict[str, Any]
    channel_id: int
    files: dict[str, bytes] = field(default_factory=dict)
    private: bool = False
    deleted: bool = False
    drafts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def embed(self) -> dict[str, Any]:
        """The only embed of the message."""
        (embed,) = self.body["embeds"]
        assert isinstance(embed, dict)
        return embed

    @property
    def text(self) -> str:
        """Everything a person reads of it, buttons left out."""
        parts = [self.body.get("content") or ""]
        for embed in self.body.get("embeds") or []:
            parts += [(embed.get("author") or {}).get("name", ""), embed.get("title", "")]
            parts += [embed.get("description", "")]
            for row in embed.get("fields") or []:
                parts += [row["name"], row["value"]]
            parts += [(embed.get("footer") or {}).get("text", "")]
        return "\n".join(part for part in parts if part)

    @property
    def buttons(self) -> dict[str, str]:
        """The buttons: the id that each label stands for."""
        rows = self.body.get("components") or []
        return {
            button.get("label") or button["emoji"]["name"]: button["custom_id"]
            for row in rows
            for button in row["components"]
            if not button.get("disabled") and "custom_id" in button
        }


@dataclass(kw_only=True)
class Command:
    """An interaction that somebody began, and what became of it."""

    id: int
    token: str
    began: float
    channel_id: int
    on: Sent | None = None
    kind: int | None = None
    acknowledged: float | None = None
    ephemeral: bool = False
    expired: bool = False
    original_id: int = 0
    shown: list[Sent] = field(default_factory=list)
    modal: dict[str, Any] | None = None
    choices: list[dict[str, Any]] | None = None


class World:
    """The state of the loopback Discord, and its voice: every event goes out through `dispatch`."""

    def __init__(self, contract: Contract | None) -> None:
        self.contract = contract
        self.faults: defaultdict[Place, deque[Fault]] = defaultdict(deque)
        self.violations: list[str] = []
        self.messages: list[Sent] = []
        self.nonces: dict[str, Sent] = {}
        self.threads: dict[int, dict[str, Any]] = {}
        self.servers: list[tuple[int, str, int]] = []
        self.application_flags = 0
        self.app_permissions = needed_permissions()
        self.typing = 0
        self.identified: list[dict[str, Any]] = []
        self.resumed = 0
        self.synced: list[list[dict[str, Any]]] = []
        self.commands: dict[str, Command] = {}
        self.attempts: defaultdict[Place, int] = defaultdict(int)
        self.rate_limit_seconds = 0.05
        self.sockets: list[web.WebSocketResponse] = []
        self.changed = asyncio.Event()
        self._ids = count(1)
        self._sequence = count(1)

    async def until(self, happened: Callable[[], object], *, seconds: float = SECONDS) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not happened():
                self.changed.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.changed.wait(), 0.05)

    async def dispatch(self, kind: str, payload: dict[str, Any]) -> None:
        """Send an event to the newest connection."""
        event = {"op": 0, "t": kind, "s": next(self._sequence), "d": payload}
        await self.sockets[-1].send_str(json.dumps(event))

    def snowflake(self) -> int:
        """Return a new id, of this moment."""
        return discord.utils.time_snowflake(datetime.now(UTC)) + next(self._ids)

    def take_fault(self, place: Place) -> Fault | None:
        """Count an attempt, and return what is to go wrong with it."""
        self.attempts[place] += 1
        return self.faults[place].popleft() if self.faults[place] else None
