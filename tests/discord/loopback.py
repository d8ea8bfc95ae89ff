"""A small Discord on the loopback: gateway and REST, strict about what it is sent, able to misbehave."""

import ssl
import time
from typing import Any, Self

import aiohttp
import trustme
from aiohttp import web

from tests.discord.contract import Contract
from tests.discord.gateway import Gateway
from tests.discord.network import HOSTS, LoopbackResolver
from tests.discord.payloads import (
    ADMIN_ID,
    ASKER_ID,
    BOT_ID,
    CHANNEL_ID,
    DM_ID,
    FORUM_ID,
    GUILD_ID,
    OTHER_CHANNEL_ID,
    OTHER_GUILD_ID,
    TOKEN,
    channel,
    home_of,
    interaction,
    member,
    message,
    thread,
    user,
)
from tests.discord.rest import Rest
from tests.discord.world import Command, Fault, Place, Sent, World

__all__ = [
    "ADMIN_ID",
    "ASKER_ID",
    "BOT_ID",
    "CHANNEL_ID",
    "DM_ID",
    "FORUM_ID",
    "GUILD_ID",
    "OTHER_CHANNEL_ID",
    "OTHER_GUILD_ID",
    "TOKEN",
    "Command",
    "Fault",
    "LoopbackDiscord",
    "Place",
    "Sent",
]

_OPTION_TYPES: dict[type, int] = {str: 3, int: 4, bool: 5, float: 10}
_CHANNEL_OPTION = 7


class LoopbackDiscord(World):
    """Discord, as far as the bot can tell, and the people in it. Use as an async context manager."""

    def __init__(self, contract: Contract | None, authority: trustme.CA) -> None:
        super().__init__(contract)
        self._authority = authority
        self._port = 0
        self._gateway = Gateway(self)

    async def __aenter__(self) -> Self:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._authority.issue_cert(*HOSTS).configure_cert(context)
        application = web.Application(client_max_size=16 * 1024**2)
        application.router.add_get("/", self._gateway.connect)
        Rest(self).add_routes(application)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        self._port = self._runner.addresses[0][1]
        # Made ahead: reading the machine's own authorities is slow, and no step of the loop may be.
        self._trust = ssl.create_default_context()
        self._authority.configure_trust(self._trust)
        return self

    async def __aexit__(self, *_: object) -> None:
        for websocket in self.sockets:
            await websocket.close()
        await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self._port

    def connector(self) -> aiohttp.TCPConnector:
        """Return a connector that leads Discord's hosts here and fails for any other."""
        return aiohttp.TCPConnector(resolver=LoopbackResolver(self._port), ssl=self._trust)

    async def ready(self) -> None:
        """Wait until a client has identified itself."""
        await self.until(lambda: self.identified and self.sockets)

    async def drop_connection(self) -> None:
        """End the connection in a way that lets the client resume its session."""
        await self._gateway.drop()

    # ---- what people do

    async def say(
        self,
        content: str,
        *,
        mention: bool = True,
        author_id: int = ASKER_ID,
        place: int = CHANNEL_ID,
        reply_to: int | None = None,
    ) -> int:
        """Write a message in a channel, a thread or (`DM_ID`) to the bot, and return its id."""
        message_id = self.snowflake()
        await self.dispatch(
            "MESSAGE_CREATE", self._written(message_id, content, mention, author_id, place, reply_to)
        )
        return message_id

    async def open_post(self, content: str, *, announced: bool = True) -> int:
        """Open a post in the forum with a message to the bot; the thread has the id of that message.

        A post that is not announced is one that the client does not know.
        """
        identity = self.snowflake()
        self.threads[identity] = opened = thread(identity, FORUM_ID, "A post")
        if announced:
            await self.dispatch("THREAD_CREATE", opened | {"newly_created": True})
        written = self._written(identity, content, True, ASKER_ID, identity, None)
        await self.dispatch("MESSAGE_CREATE", written)
        return identity

    async def edit(
        self, message_id: int, content: str, *, place: int = CHANNEL_ID, mention: bool = True
    ) -> None:
        """Edit a message of a person."""
        await self.dispatch(
            "MESSAGE_UPDATE", self._written(message_id, content, mention, ASKER_ID, place, None)
        )

    async def delete(self, *message_ids: int, place: int = CHANNEL_ID) -> None:
        """Delete one message, or several at once."""
        where: dict[str, Any] = {"channel_id": str(place), "guild_id": str(self._home(place))}
        if len(message_ids) == 1:
            await self.dispatch("MESSAGE_DELETE", where | {"id": str(message_ids[0])})
        else:
            await self.dispatch("MESSAGE_DELETE_BULK", where | {"ids": [str(one) for one in message_ids]})

    async def use(
        self,
        name: str,
        options: dict[str, Any] | None = None,
        *,
        admin: bool = False,
        by: int = ASKER_ID,
        place: int = CHANNEL_ID,
    ) -> Command:
        """Use a slash command; `name` may name a subcommand: "settings language"."""
        given = options or {}
        data = {"id": "1", "type": 1, **_call(name, given)}
        if "channel" in given:
            place_of = channel(int(given["channel"])) | {"permissions": "0"}
            data["resolved"] = {"channels": {str(given["channel"]): place_of}}
        return await self._interact(2, data, by=ADMIN_ID if admin else by, place=place)

    async def complete(
        self,
        name: str,
        option: str,
        written: str,
        options: dict[str, Any] | None = None,
        *,
        place: int = CHANNEL_ID,
    ) -> Command:
        """Write into an option that offers choices."""
        given = [*_options(options or {}), {"name": option, "type": 3, "value": written, "focused": True}]
        path, _, leaf = name.partition(" ")
        rows = [{"name": leaf, "type": 1, "options": given}] if leaf else given
        data = {"id": "1", "type": 1, "name": path, "options": rows}
        return await self._interact(4, data, by=ASKER_ID, place=place)

    async def choose_from_menu(
        self, name: str, content: str, *, author_id: int = ASKER_ID, message_id: int | None = None
    ) -> Command:
        """Right-click a message and choose what to do with it."""
        identity = message_id or self.snowflake()
        target = message(identity, author_id, CHANNEL_ID, {"content": content})
        resolved = {"messages": {str(identity): target}}
        data = {"id": "1", "type": 3, "name": name, "target_id": str(identity), "resolved": resolved}
        return await self._interact(2, data, by=ASKER_ID, place=CHANNEL_ID)

    async def press(
        self, button: str, on: Sent, *, admin: bool = False, by: int = ASKER_ID, place: int | None = None
    ) -> Command:
        """Press a button of a message, by its label or its id."""
        custom_id = on.buttons.get(button, button)
        body = message(on.id, BOT_ID, on.channel_id, on.body)
        body["flags"] = body["flags"] | (64 if on.private else 0)
        return await self._interact(
            3,
            {"custom_id": custom_id, "component_type": 2},
            by=ADMIN_ID if admin else by,
            place=place or on.channel_id,
            on=on,
            extra={"message": body},
        )

    async def submit(self, form: Command, answers: dict[str, str]) -> Command:
        """Fill a form in and send it; `answers` by the label of the input."""
        assert form.modal is not None
        rows = []
        for row in form.modal["components"]:
            label = row.get("label")
            part = row["component"] if "component" in row else row["components"][0]
            value = answers.get(label or part.get("label"), part.get("value") or "")
            filled = {"type": 4, "custom_id": part["custom_id"], "value": value, "id": 1}
            rows.append(
                {"type": 18, "component": filled, "id": 2}
                if "component" in row
                else {"type": 1, "components": [filled]}
            )
        data = {"custom_id": form.modal["custom_id"], "components": rows}
        return await self._interact(5, data, by=ASKER_ID, place=form.channel_id)

    async def _interact(
        self,
        kind: int,
        data: dict[str, Any],
        *,
        by: int,
        place: int,
        on: Sent | None = None,
        extra: dict[str, Any] | None = None,
    ) -> Command:
        identity = self.snowflake()
        command = Command(
            id=identity,
            token=f"token-{identity}",
            began=time.monotonic(),
            channel_id=place,
            on=on,
            original_id=self.snowflake(),
        )
        self.commands[command.token] = command
        payload = interaction(kind, identity, command.token, data, by=by, place=place, home=self._home(place))
        payload["app_permissions"] = str(self.app_permissions.value)
        if place in self.threads:
            payload["channel"] = self.threads[place] | {"permissions": "0"}
        await self.dispatch("INTERACTION_CREATE", payload | (extra or {}))
        return command

    def _written(
        self, message_id: int, content: str, mention: bool, author_id: int, place: int, reply_to: int | None
    ) -> dict[str, Any]:
        said = {"content": content, "mentions": [user(BOT_ID)] if mention else []}
        written = message(message_id, author_id, place, said)
        home = self._home(place)
        if home is not None:
            written |= {"guild_id": str(home), "member": member(author_id)}
        if reply_to is not None:
            written |= {
                "type": 19,
                "message_reference": {"message_id": str(reply_to), "channel_id": str(place)},
            }
        return written

    def _home(self, place: int) -> int | None:
        opened = self.threads.get(place)
        return home_of(place) if opened is None else int(opened["guild_id"])


def _call(name: str, options: dict[str, Any]) -> dict[str, Any]:
    path, _, leaf = name.partition(" ")
    if not leaf:
        return {"name": path, "options": _options(options)}
    return {"name": path, "options": [{"name": leaf, "type": 1, "options": _options(options)}]}


def _options(options: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"name": "channel", "type": _CHANNEL_OPTION, "value": str(value)}
        if key == "channel"
        else {"name": key, "type": _OPTION_TYPES[type(value)], "value": value}
        for key, value in options.items()
    ]
