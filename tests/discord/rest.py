"""The REST side of the loopback Discord: what the bot asks for is checked, carried out and remembered."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.rendering.markup import width
from tests.discord.contract import limit_complaints
from tests.discord.network import error, read_body, reply, reset
from tests.discord.payloads import ADMIN_ID, BOT_ID, TOKEN, channel, dm_channel, message, thread, user
from tests.discord.world import Command, Fault, Place, Sent, World

_API = "/api/v10"
_CHANNEL = "/channels/{channel_id}"
_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = "/messages/@original"
_MODAL, _UPDATE, _CHOICES = 9, 7, 8
_SLOW_SECONDS = 0.5


class Rest:
    """Answers requests, strictly."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, application: web.Application) -> None:
        """Serve every path that the bot uses."""
        get, post = application.router.add_get, application.router.add_post
        get(f"{_API}/users/@me", self._me)
        get(f"{_API}/users/@me/guilds", self._guilds)
        for path in ("/oauth2/applications/@me", "/applications/@me"):
            get(f"{_API}{path}", self._application_info)
        post(f"{_API}/users/@me/channels", self._open_dm)
        faulty = self._faulty
        application.router.add_put(
            f"{_API}/applications/{{application}}/commands", faulty(Place.COMMANDS, self._sync)
        )
        place = f"{_API}/channels/{{channel}}"
        get(place, faulty(Place.CHANNELS, self._channel))
        post(f"{place}/messages", faulty(Place.MESSAGES, self._post))
        get(f"{place}/messages", faulty(Place.HISTORY, self._history))
        one = f"{place}/messages/{{message}}"
        application.router.add_patch(one, faulty(Place.MESSAGES, self._edit_message))
        application.router.add_delete(one, faulty(Place.MESSAGES, self._delete_message))
        post(f"{one}/threads", faulty(Place.THREADS, self._open_thread))
        post(f"{place}/typing", faulty(Place.TYPING, self._type))
        callback = f"{_API}/interactions/{{interaction}}/{{token}}/callback"
        post(callback, faulty(Place.CALLBACK, self._acknowledge))
        webhook = f"{_API}/webhooks/{{webhook}}/{{token}}"
        application.router.add_patch(f"{webhook}{_ORIGINAL}", faulty(Place.WEBHOOK, self._edit_original))
        get(f"{webhook}{_ORIGINAL}", faulty(Place.WEBHOOK, self._original))
        post(webhook, faulty(Place.WEBHOOK, self._follow_up))

    def _faulty(
        self, place: Place, handler: Callable[[web.Request], Awaitable[web.Response]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            fault = self._world.take_fault(place)
            refused = self._refusal(fault)
            if refused is not None:
                return refused
            if fault is Fault.RESET:
                return reset(request)
            response = await handler(request)
            self._world.changed.set()
            if fault is Fault.SLOW:
                await asyncio.sleep(_SLOW_SECONDS)
            return reset(request) if fault is Fault.RESET_AFTERWARDS else response

        return handle

    def _refusal(self, fault: Fault | None) -> web.Response | None:
        if fault is Fault.INTERNAL:
            return error(500, 0, "internal")
        if fault is Fault.UNAVAILABLE:
            return error(503, 0, "unavailable")
        if fault is Fault.FORBIDDEN:
            return error(403, 50013, "Missing Permissions")
        if fault is Fault.GONE:
            return error(404, 10003, "Unknown Channel")
        if fault is Fault.INVALID:
            return error(400, 50035, "Invalid Form Body")
        if fault is Fault.RATE_LIMITED:
            return self._rate_limited({"Via": "1.1 loopback"})
        if fault is Fault.BLOCKED_AT_EDGE:
            return self._rate_limited({})
        return None

    def _rate_limited(self, headers: dict[str, str]) -> web.Response:
        seconds = self._world.rate_limit_seconds
        body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
        return reply(body, status=429, headers=headers | {"Retry-After": str(seconds)})

    # ---- the application

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return error(401, 0, "401: Unauthorized")
        return reply(user(BOT_ID))

    async def _guilds(self, request: web.Request) -> web.Response:
        return reply(
            [
                {"id": str(home), "name": name, "permissions": str(permissions)}
                for home, name, permissions in self._world.servers
            ]
        )

    async def _application_info(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return error(401, 0, "401: Unauthorized")
        return reply(
            {
                "id": str(BOT_ID),
                "name": "Readout",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "",
                "flags": self._world.application_flags,
                "owner": user(ADMIN_ID),
                "team": None,
                "summary": "",
            }
        )

    async def _sync(self, request: web.Request) -> web.Response:
        body = await request.json()
        await self._check(request, "/applications/{application_id}/commands", body)
        self._world.synced.append(body)
        extra = {"application_id": str(BOT_ID), "version": "1"}
        return reply(
            [{"id": str(self._world.snowflake()), "description": "", **row, **extra} for row in body]
        )

    # ---- channels

    async def _open_dm(self, request: web.Request) -> web.Response:
        return reply(dm_channel(int((await request.json())["recipient_id"])))

    async def _channel(self, request: web.Request) -> web.Response:
        identity = int(request.match_info["channel"])
        return reply(self._world.threads.get(identity) or channel(identity))

    async def _post(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        await self._check(request, f"{_CHANNEL}/messages", body)
        if body.get("enforce_nonce") and body["nonce"] in self._world.nonces:
            return self._shown(self._world.nonces[body["nonce"]])
        self._world.violations += limit_complaints(body, has_files=bool(files), is_edit=False)
        sent = self._new(body, int(request.match_info["channel"]), files)
        self._world.messages.append(sent)
        self._world.nonces[body["nonce"]] = sent
        return self._shown(sent)

    async def _history(self, request: web.Request) -> web.Response:
        await self._check(request, f"{_CHANNEL}/messages", None)
        channel_id, after = int(request.match_info["channel"]), int(request.query.get("after", 0))
        there = [one for one in self._world.messages if one.channel_id == channel_id and one.id > after]
        shown = [one for one in there if not one.deleted][: int(request.query.get("limit", 50))]
        return reply([message(one.id, BOT_ID, channel_id, one.body) for one in reversed(shown)])

    async def _edit_message(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        await self._check(request, f"{_CHANNEL}/messages/{{message_id}}", body)
        sent = self._standing(int(request.match_info["message"]))
        if sent is None:
            return error(404, 10008, "Unknown Message")
        self._world.violations += limit_complaints(body, has_files=bool(files), is_edit=True)
        _redraft(sent, body, files)
        return self._shown(sent)

    async def _delete_message(self, request: web.Request) -> web.Response:
        sent = self._standing(int(request.match_info["message"]))
        if sent is None:
            return error(404, 10008, "Unknown Message")
        sent.deleted = True
        return web.Response(status=204)

    async def _open_thread(self, request: web.Request) -> web.Response:
        body = await request.json()
        await self._check(request, f"{_CHANNEL}/messages/{{message_id}}/threads", body)
        if width(body["name"]) > 100:
            self._world.violations.append("thread name over 100 characters")
        identity = int(request.match_info["message"])
        opened = thread(identity, int(request.match_info["channel"]), body["name"])
        self._world.threads[identity] = opened
        await self._world.dispatch("THREAD_CREATE", opened | {"newly_created": True})
        return reply(opened, status=201)

    async def _type(self, request: web.Request) -> web.Response:
        await self._check(request, f"{_CHANNEL}/typing", None)
        self._world.typing += 1
        return web.Response(status=204)

    def _standing(self, identity: int) -> Sent | None:
        everywhere = [
            *self._world.messages,
            *(sent for command in self._world.commands.values() for sent in command.shown),
        ]
        return next((one for one in everywhere if one.id == identity and not one.deleted), None)

    # ---- interactions

    async def _acknowledge(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        await self._check(request, "/interactions/{interaction_id}/{interaction_token}/callback", body)
        command = self._world.commands[request.match_info["token"]]
        if command.acknowledged is not None:
            return error(400, 40060, "already acknowledged")
        if time.monotonic() - command.began > 3.0:
            return error(404, 10062, "Unknown interaction")
        command.acknowledged, command.kind = time.monotonic(), body["type"]
        data = body.get("data") or {}
        command.ephemeral = bool(data.get("flags", 0) & 64)
        self._carry_out(command, body["type"], data, files)
        return reply(
            {
                "interaction": {
                    "id": str(command.id),
                    "type": 2,
                    "response_message_id": str(command.original_id),
                    "response_message_loading": body["type"] == 5,
                    "response_message_ephemeral": command.ephemeral,
                }
            }
        )

    def _carry_out(self, command: Command, kind: int, data: dict[str, Any], files: dict[str, bytes]) -> None:
        if kind == _MODAL:
            command.modal = data
        elif kind == _CHOICES:
            command.choices = data["choices"]
            if len(data["choices"]) > 25:
                self._world.violations.append("more than 25 choices")
        elif kind in (4, _UPDATE):
            is_edit = kind == _UPDATE
            self._world.violations += limit_complaints(data, has_files=bool(files), is_edit=is_edit)
            if is_edit and command.on is not None:
                _redraft(command.on, data, files)
                command.shown.append(command.on)
            else:
                sent = self._new(data, command.channel_id, files)
                sent.id, sent.private = command.original_id, command.ephemeral
                command.shown.append(sent)

    async def _edit_original(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        await self._check(request, f"{_WEBHOOK}{_ORIGINAL}", body)
        return self._show(request, body, files, is_edit=True)

    async def _original(self, request: web.Request) -> web.Response:
        command = self._world.commands[request.match_info["token"]]
        if not command.shown:
            return error(404, 10008, "Unknown Message")
        return self._shown(command.shown[0])

    async def _follow_up(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        await self._check(request, _WEBHOOK, body)
        return self._show(request, body, files, is_edit=False)

    def _show(
        self, request: web.Request, body: dict[str, Any], files: dict[str, bytes], *, is_edit: bool
    ) -> web.Response:
        command = self._world.commands[request.match_info["token"]]
        if command.expired:
            return error(401, 50027, "Invalid Webhook Token")
        self._world.violations += limit_complaints(body, has_files=bool(files), is_edit=is_edit)
        if is_edit and command.kind == 6 and command.on is not None:
            _redraft(command.on, body, files)
            command.shown.append(command.on)
            return self._shown(command.on)
        standing = next((one for one in command.shown if one.id == command.original_id), None)
        if is_edit and standing is not None:
            _redraft(standing, body, files)
            return self._shown(standing)
        sent = self._new(body, command.channel_id, files)
        if is_edit:
            sent.id = command.original_id
        sent.private = command.ephemeral or bool(body.get("flags", 0) & 64)
        command.shown.append(sent)
        return self._shown(sent)

    # ---- both

    def _new(self, body: dict[str, Any], channel_id: int, files: dict[str, bytes]) -> Sent:
        identity = self._world.snowflake()
        return Sent(id=identity, body=body, channel_id=channel_id, files=files, drafts=[body])

    def _shown(self, sent: Sent) -> web.Response:
        return reply(message(sent.id, BOT_ID, sent.channel_id, sent.body))

    async def _check(self, request: web.Request, template: str, body: object) -> None:
        if self._world.contract is not None:
            # In a thread: reading the contract takes longer than any step of the bot's loop may.
            complaints = self._world.contract.complaints
            self._world.violations += await asyncio.to_thread(complaints, request.method, template, body)
        rows = (body.get("components") or []) if isinstance(body, dict) else []
        ids = [part["custom_id"] for row in rows for part in row["components"] if "custom_id" in part]
        if len(set(ids)) < len(ids):
            self._world.violations.append("duplicate custom_id")


def _redraft(sent: Sent, body: dict[str, Any], files: dict[str, bytes]) -> None:
    sent.body = sent.body | body
    sent.files = files if "attachments" in body else sent.files | files
    sent.drafts.append(body)
