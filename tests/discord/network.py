"""The wire of the loopback Discord: how its hosts are found, and how requests are read and answered."""

import json
import socket
import struct
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
from aiohttp import abc, web

HOSTS = frozenset({"discord.com", "gateway.discord.gg"})
JSON = "application/json"  # discord.py compares the header whole


class LoopbackResolver(abc.AbstractResolver):
    """Finds Discord's hosts on the loopback, and no other host anywhere."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[abc.ResolveResult]:
        """Resolve Discord's hosts; raise OSError for any other: nothing leaves the machine."""
        if host not in HOSTS:
            raise OSError(f"the tests reach no {host}")
        return [
            abc.ResolveResult(
                hostname=host, host="127.0.0.1", port=self._port, family=socket.AF_INET, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Do nothing: there is nothing to let go of."""


async def frames(websocket: web.WebSocketResponse) -> AsyncIterator[dict[str, Any]]:
    """Yield what a client says to the gateway."""
    async for message in websocket:
        if message.type is aiohttp.WSMsgType.TEXT:
            yield json.loads(message.data)


async def read_body(request: web.Request) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the JSON of a request, and the files sent along."""
    if request.content_type == JSON:
        return await request.json(), {}
    form = await request.post()
    files: dict[str, bytes] = {}
    for part in form.values():
        if isinstance(part, web.FileField):
            files[part.filename] = part.file.read()
    return json.loads(str(form["payload_json"])), files


def reply(body: object, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Return a JSON reply."""
    return web.Response(body=json.dumps(body).encode(), status=status, content_type=JSON, headers=headers)


def error(status: int, code: int, text: str) -> web.Response:
    """Return one of Discord's errors."""
    return reply({"message": text, "code": code}, status=status)


def reset(request: web.Request) -> web.StreamResponse:
    """Cut the connection off."""
    transport = request.transport
    assert transport is not None
    # Lingering for no time makes closing a reset (RST) rather than an orderly end.
    linger = struct.pack("ii", 1, 0)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    transport.abort()
    return web.Response()
