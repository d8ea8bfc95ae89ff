"""The gateway of the loopback Discord: who connects, resumes, and is turned away."""

from typing import Any

from aiohttp import web

from tests.discord.network import frames
from tests.discord.payloads import BOT_ID, GUILD_ID, OTHER_GUILD_ID, guild, user
from tests.discord.world import Fault, Place, World

_HOMES = (GUILD_ID, OTHER_GUILD_ID)


class Gateway:
    """Welcomes the client, and lets it resume a session that it lost."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection until it ends."""
        fault = self._world.take_fault(Place.GATEWAY)
        if fault is Fault.REFUSED:
            return web.Response(status=500)
        websocket = web.WebSocketResponse()
        await websocket.prepare(request)
        await websocket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}})
        async for frame in frames(websocket):
            if frame["op"] == 1:
                await websocket.send_json({"op": 11})
            elif frame["op"] in (2, 6) and fault is Fault.INVALID_SESSION:
                fault = None
                await websocket.send_json({"op": 9, "d": False})
            elif frame["op"] == 2:
                await self._welcome(websocket, frame["d"], fault)
            elif frame["op"] == 6:
                self._world.sockets.append(websocket)
                await self._world.dispatch("RESUMED", {})
                self._world.resumed += 1
                self._world.changed.set()
        return websocket

    async def drop(self) -> None:
        """End the newest connection, as Discord does now and then; the session can be resumed."""
        await self._world.sockets[-1].close(code=4000)

    async def _welcome(
        self, websocket: web.WebSocketResponse, identity: dict[str, Any], fault: Fault | None
    ) -> None:
        self._world.sockets.append(websocket)
        ready = {
            "v": 10,
            "user": user(BOT_ID),
            "guilds": [{"id": str(home), "unavailable": True} for home in _HOMES],
            "session_id": "session",
            "resume_gateway_url": "wss://gateway.discord.gg",
            "application": {"id": str(BOT_ID), "flags": 0},
        }
        await self._world.dispatch("READY", ready)
        if fault is Fault.MALFORMED:
            await websocket.send_str("{this is no JSON")
            return
        for home in _HOMES:
            await self._world.dispatch("GUILD_CREATE", guild(home))
        self._world.identified.append(identity)
        self._world.changed.set()
