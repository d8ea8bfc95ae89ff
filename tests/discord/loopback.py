"""A small Discord on the loopback: gateway and REST, strict about what it is sent, able to misbehave."""

import asyncio
import contextlib
import json
import socket
import ssl
import struct
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from itertools import count
from typing import Any, Self

import aiohttp
import discord.utils
import trustme
from aiohttp import abc, web

from tests.discord.contract import Contract, limit_complaints

TOKEN = "loopback-token"
BOT_ID, GUILD_ID, CHANNEL_ID, ASKER_ID, ADMIN_ID, DM_ID = 1001, 2001, 3001, 4001, 4002, 3002
SECONDS = 6.0  # no scenario waits longer for what must come
_HOSTS = frozenset({"discord.com", "gateway.discord.gg"})
_API = "/api/v10"
_JSON = "application/json"  # discord.py compares the header whole


class Fault(Enum):
    """How a request or a connection goes wrong, once."""

    UNAVAILABLE = auto()  # 503
    RATE_LIMITED = auto()  # 429 by Discord itself
    BLOCKED_AT_EDGE = auto()  # 429 without a Via header
    RESET = auto()  # TCP reset before the request counts
    RESET_AFTERWARDS = auto()  # TCP reset when the request has been carried out
    REFUSED = auto()  # gateway: the upgrade fails
    MALFORMED = auto()  # gateway: a frame that is no JSON, right after READY
    INVALID_SESSION = auto()  # gateway: op 9 in place of READY


class Place(Enum):
    """The parts of Discord that a fault can be put in."""

    GATEWAY = auto()
    COMMANDS = auto()
    MESSAGES = auto()
    TYPING = auto()
    CALLBACK = auto()
    WEBHOOK = auto()


@dataclass(kw_only=True)
class Sent:
    """A message as the channel holds it."""

    body: dict[str, Any]
    channel_id: int
    files: dict[str, str] = field(default_factory=dict)

    @property
    def embed(self) -> dict[str, Any]:
        """The only embed of the message."""
        (embed,) = self.body["embeds"]
        assert isinstance(embed, dict)
        return embed


@dataclass(kw_only=True)
class Command:
    """A slash command that somebody used, and what became of it."""

    id: int
    token: str
    began: float
    acknowledged: float | None = None
    ephemeral: bool = False
    expired: bool = False
    shown: list[Sent] = field(default_factory=list)


class LoopbackResolver(abc.AbstractResolver):
    """Finds Discord's hosts on the loopback, and no other host anywhere."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[abc.ResolveResult]:
        """Resolve Discord's hosts; raise OSError for any other: nothing leaves the machine."""
        if host not in _HOSTS:
            raise OSError(f"the tests reach no {host}")
        return [
            abc.ResolveResult(
                hostname=host, host="127.0.0.1", port=self._port, family=socket.AF_INET, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Do nothing: there is nothing to let go of."""


class LoopbackDiscord:
    """Discord, as far as the bot can tell. Use as an async context manager."""

    def __init__(self, contract: Contract | None, authority: trustme.CA) -> None:
        self._contract = contract
        self._authority = authority
        self._ids = count(1)
        self._sockets: list[web.WebSocketResponse] = []
        self._port = 0
        self._nonces: dict[str, Sent] = {}
        self.faults: defaultdict[Place, deque[Fault]] = defaultdict(deque)
        self.violations: list[str] = []
        self.messages: list[Sent] = []
        self.typing = 0
        self.identified: list[dict[str, Any]] = []
        self.synced: list[list[dict[str, Any]]] = []
        self.commands: dict[str, Command] = {}
        self.attempts: defaultdict[Place, int] = defaultdict(int)
        self.rate_limit_seconds = 0.05
        self._changed = asyncio.Event()

    async def __aenter__(self) -> Self:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._authority.issue_cert(*_HOSTS).configure_cert(context)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        self._port = self._runner.addresses[0][1]
        # Made ahead: reading the machine's own authorities is slow, and no step of the loop may be.
        self._trust = ssl.create_default_context()
        self._authority.configure_trust(self._trust)
        return self

    async def __aexit__(self, *_: object) -> None:
        for websocket in self._sockets:
            await websocket.close()
        await self._runner.cleanup()

    def connector(self) -> aiohttp.TCPConnector:
        """Return a connector that leads Discord's hosts here and fails for any other."""
        return aiohttp.TCPConnector(resolver=LoopbackResolver(self._port), ssl=self._trust)

    async def until(self, happened: Callable[[], object], *, seconds: float = SECONDS) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not happened():
                self._changed.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), 0.05)

    async def ready(self) -> None:
        """Wait until a client has identified itself."""
        await self.until(lambda: self.identified and self._sockets)

    async def say(self, content: str, *, mention: bool = True, author_id: int = ASKER_ID) -> int:
        """Write a message in the channel, and return its id."""
        message_id = self._snowflake()
        message = {
            "id": str(message_id),
            "channel_id": str(CHANNEL_ID),
            "guild_id": str(GUILD_ID),
            "author": _user(author_id),
            "member": _member(author_id, admin=False),
            "content": content,
            "timestamp": datetime.now(UTC).isoformat(),
            "edited_timestamp": None,
            "mentions": [_user(BOT_ID)] if mention else [],
            **_MESSAGE_REST,
        }
        await self._dispatch("MESSAGE_CREATE", message)
        return message_id

    async def use(self, name: str, options: dict[str, str] | None = None, *, admin: bool = False) -> Command:
        """Use a slash command in the channel."""
        identity = self._snowflake()
        command = Command(id=identity, token=f"token-{identity}", began=time.monotonic())
        self.commands[command.token] = command
        member = _member(ADMIN_ID if admin else ASKER_ID, admin=admin)
        interaction = {
            "id": str(identity),
            "application_id": str(BOT_ID),
            "type": 2,
            "token": command.token,
            "version": 1,
            "guild_id": str(GUILD_ID),
            "guild": {"id": str(GUILD_ID), "locale": "en-US", "features": []},
            "channel_id": str(CHANNEL_ID),
            "channel": _CHANNEL | {"permissions": "0"},
            "member": member | {"permissions": str(8 if admin else 2048)},
            "app_permissions": "2048",
            "locale": "en-US",
            "guild_locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(GUILD_ID)},
            "context": 0,
            "attachment_size_limit": 10_000_000,
            "data": {
                "id": "1",
                "name": name,
                "type": 1,
                "options": [
                    {"name": key, "type": 3, "value": value} for key, value in (options or {}).items()
                ],
            },
        }
        await self._dispatch("INTERACTION_CREATE", interaction)
        return command

    async def _dispatch(self, kind: str, payload: dict[str, Any]) -> None:
        await self._sockets[-1].send_str(json.dumps({"op": 0, "t": kind, "s": next(self._ids), "d": payload}))

    def _snowflake(self) -> int:
        return discord.utils.time_snowflake(datetime.now(UTC)) + next(self._ids)

    # ---- REST

    def _application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/", self._gateway)
        api = f"{_API}/applications/{{application}}/commands"
        application.router.add_get(f"{_API}/users/@me", self._me)
        application.router.add_get(f"{_API}/oauth2/applications/@me", self._application_info)
        application.router.add_post(f"{_API}/users/@me/channels", self._open_dm)
        application.router.add_put(api, self._faulty(Place.COMMANDS, self._sync))
        messages = f"{_API}/channels/{{channel}}/messages"
        application.router.add_post(messages, self._faulty(Place.MESSAGES, self._post))
        typing = f"{_API}/channels/{{channel}}/typing"
        application.router.add_post(typing, self._faulty(Place.TYPING, self._type))
        callback = f"{_API}/interactions/{{interaction}}/{{token}}/callback"
        application.router.add_post(callback, self._faulty(Place.CALLBACK, self._acknowledge))
        webhook = f"{_API}/webhooks/{{webhook}}/{{token}}"
        original = f"{webhook}/messages/@original"
        application.router.add_patch(original, self._faulty(Place.WEBHOOK, self._edit))
        application.router.add_post(webhook, self._faulty(Place.WEBHOOK, self._follow_up))
        return application

    def _faulty(
        self, place: Place, handler: Callable[[web.Request], Awaitable[web.Response]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            self.attempts[place] += 1
            fault = self.faults[place].popleft() if self.faults[place] else None
            if fault is Fault.UNAVAILABLE:
                return _reply({"message": "unavailable", "code": 0}, status=503)
            if fault is Fault.RATE_LIMITED:
                return self._rate_limited({"Via": "1.1 loopback"})
            if fault is Fault.BLOCKED_AT_EDGE:
                return self._rate_limited({})
            if fault is Fault.RESET:
                return _reset(request)
            response = await handler(request)
            self._changed.set()
            return _reset(request) if fault is Fault.RESET_AFTERWARDS else response

        return handle

    def _rate_limited(self, headers: dict[str, str]) -> web.Response:
        seconds = self.rate_limit_seconds
        body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
        return _reply(body, status=429, headers=headers | {"Retry-After": str(seconds)})

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _reply({"message": "401: Unauthorized", "code": 0}, status=401)
        return _reply(_user(BOT_ID))

    async def _application_info(self, request: web.Request) -> web.Response:
        return _reply(
            {
                "id": str(BOT_ID),
                "name": "Readout",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "",
                "flags": 0,
                "owner": _user(ADMIN_ID),
                "team": None,
                "summary": "",
            }
        )

    async def _open_dm(self, request: web.Request) -> web.Response:
        recipient = int((await request.json())["recipient_id"])
        return _reply(
            {"id": str(DM_ID), "type": 1, "recipients": [_user(recipient)], "last_message_id": None}
        )

    async def _sync(self, request: web.Request) -> web.Response:
        body = await request.json()
        self._check(request, "/applications/{application_id}/commands", body)
        self.synced.append(body)
        extra = {"application_id": str(BOT_ID), "version": "1"}
        return _reply([{"id": str(self._snowflake()), **row, **extra} for row in body])

    async def _post(self, request: web.Request) -> web.Response:
        body, files = await _read_body(request)
        self._check(request, "/channels/{channel_id}/messages", body)
        sent = Sent(body=body, channel_id=int(request.match_info["channel"]), files=files)
        if self._is_new(body):
            self.violations += limit_complaints(body, has_files=bool(files), is_edit=False)
            self.messages.append(sent)
            self._nonces[body["nonce"]] = sent
        return _reply(self._message(body))

    def _is_new(self, body: dict[str, Any]) -> bool:
        return not (body.get("enforce_nonce") and body["nonce"] in self._nonces)

    async def _type(self, request: web.Request) -> web.Response:
        self._check(request, "/channels/{channel_id}/typing", None)
        self.typing += 1
        return web.Response(status=204)

    async def _acknowledge(self, request: web.Request) -> web.Response:
        body = await request.json()
        self._check(request, "/interactions/{interaction_id}/{interaction_token}/callback", body)
        command = self.commands[request.match_info["token"]]
        if command.acknowledged is not None:
            return _reply({"message": "already acknowledged", "code": 40060}, status=400)
        if time.monotonic() - command.began > 3.0:
            return _reply({"message": "Unknown interaction", "code": 10062}, status=404)
        command.acknowledged = time.monotonic()
        data = body.get("data") or {}
        command.ephemeral = bool(data.get("flags", 0) & 64)
        if body["type"] == 4:
            self.violations += limit_complaints(data, has_files=False, is_edit=False)
            command.shown.append(Sent(body=data, channel_id=CHANNEL_ID))
        return _reply(
            {
                "interaction": {
                    "id": str(command.id),
                    "type": 2,
                    "response_message_id": str(self._snowflake()),
                    "response_message_loading": body["type"] == 5,
                    "response_message_ephemeral": command.ephemeral,
                }
            }
        )

    async def _edit(self, request: web.Request) -> web.Response:
        body, files = await _read_body(request)
        self._check(request, "/webhooks/{webhook_id}/{webhook_token}/messages/@original", body)
        return self._show(request, body, files, is_edit=True)

    async def _follow_up(self, request: web.Request) -> web.Response:
        body, files = await _read_body(request)
        self._check(request, "/webhooks/{webhook_id}/{webhook_token}", body)
        return self._show(request, body, files, is_edit=False)

    def _show(
        self, request: web.Request, body: dict[str, Any], files: dict[str, str], *, is_edit: bool
    ) -> web.Response:
        command = self.commands[request.match_info["token"]]
        if command.expired:
            return _reply({"message": "Invalid Webhook Token", "code": 50027}, status=401)
        self.violations += limit_complaints(body, has_files=bool(files), is_edit=is_edit)
        command.shown.append(Sent(body=body, channel_id=CHANNEL_ID, files=files))
        return _reply(self._message(body))

    def _check(self, request: web.Request, template: str, body: object) -> None:
        if self._contract is not None:
            self.violations += self._contract.complaints(request.method, template, body)

    def _message(self, body: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": str(self._snowflake()),
            "channel_id": str(CHANNEL_ID),
            "author": _user(BOT_ID),
            "content": body.get("content") or "",
            "timestamp": datetime.now(UTC).isoformat(),
            "edited_timestamp": None,
            "mentions": [],
            **_MESSAGE_REST,
        }

    # ---- gateway

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        self.attempts[Place.GATEWAY] += 1
        fault = self.faults[Place.GATEWAY].popleft() if self.faults[Place.GATEWAY] else None
        if fault is Fault.REFUSED:
            return web.Response(status=500)
        websocket = web.WebSocketResponse()
        await websocket.prepare(request)
        await websocket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}})
        async for frame in _frames(websocket):
            if frame["op"] == 1:
                await websocket.send_json({"op": 11})
            elif frame["op"] == 2 and fault is Fault.INVALID_SESSION:
                fault = None
                await websocket.send_json({"op": 9, "d": False})
            elif frame["op"] == 2:
                await self._welcome(websocket, frame["d"], fault)
        return websocket

    async def _welcome(
        self, websocket: web.WebSocketResponse, identity: dict[str, Any], fault: Fault | None
    ) -> None:
        self._sockets.append(websocket)
        ready = {
            "v": 10,
            "user": _user(BOT_ID),
            "guilds": [{"id": str(GUILD_ID), "unavailable": True}],
            "session_id": "session",
            "resume_gateway_url": "wss://gateway.discord.gg",
            "application": {"id": str(BOT_ID), "flags": 0},
        }
        await self._dispatch("READY", ready)
        if fault is Fault.MALFORMED:
            await websocket.send_str("{this is no JSON")
            return
        await self._dispatch("GUILD_CREATE", _GUILD)
        self.identified.append(identity)
        self._changed.set()


async def _frames(websocket: web.WebSocketResponse) -> AsyncIterator[dict[str, Any]]:
    async for message in websocket:
        if message.type is aiohttp.WSMsgType.TEXT:
            yield json.loads(message.data)


async def _read_body(request: web.Request) -> tuple[dict[str, Any], dict[str, str]]:
    if request.content_type == _JSON:
        return await request.json(), {}
    form = await request.post()
    files: dict[str, str] = {}
    for part in form.values():
        if isinstance(part, web.FileField):
            files[part.filename] = part.file.read().decode()
    return json.loads(str(form["payload_json"])), files


def _reply(body: object, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, content_type=_JSON, headers=headers)


def _reset(request: web.Request) -> web.StreamResponse:
    transport = request.transport
    assert transport is not None
    # Lingering for no time makes closing a reset (RST) rather than an orderly end.
    linger = struct.pack("ii", 1, 0)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    transport.abort()
    return web.Response()


def _user(identity: int) -> dict[str, Any]:
    return {
        "id": str(identity),
        "username": "Readout" if identity == BOT_ID else f"person-{identity}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": identity == BOT_ID,
    }


def _member(identity: int, *, admin: bool) -> dict[str, Any]:
    return {
        "user": _user(identity),
        "roles": [],
        "joined_at": "2024-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


_MESSAGE_REST: dict[str, Any] = {
    "tts": False,
    "mention_everyone": False,
    "mention_roles": [],
    "attachments": [],
    "embeds": [],
    "pinned": False,
    "type": 0,
    "flags": 0,
    "components": [],
}
_CHANNEL: dict[str, Any] = {
    "id": str(CHANNEL_ID),
    "guild_id": str(GUILD_ID),
    "type": 0,
    "name": "questions",
    "position": 0,
    "permission_overwrites": [],
    "nsfw": False,
    "parent_id": None,
}
_GUILD: dict[str, Any] = {
    "id": str(GUILD_ID),
    "name": "Newsroom",
    "icon": None,
    "owner_id": str(ADMIN_ID),
    "verification_level": 0,
    "default_message_notifications": 0,
    "explicit_content_filter": 0,
    "roles": [
        {
            "id": str(GUILD_ID),
            "name": "@everyone",
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "position": 0,
            "permissions": "2048",
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }
    ],
    "emojis": [],
    "stickers": [],
    "features": [],
    "mfa_level": 0,
    "premium_tier": 0,
    "preferred_locale": "en-US",
    "nsfw_level": 0,
    "members": [_member(BOT_ID, admin=False)],
    "member_count": 3,
    "channels": [_CHANNEL],
    "threads": [],
    "presences": [],
    "voice_states": [],
    "stage_instances": [],
    "guild_scheduled_events": [],
    "soundboard_sounds": [],
    "unavailable": False,
}
