"""Discord's view of the set-up, asked with the token: the application, its intents, its servers."""

from collections.abc import Iterator, Mapping
from typing import Any

import aiohttp
import discord

from bot.doctor.finding import Finding, fine, missing, note
from bot.invitation import invite_link, needed_permissions

_API = "https://discord.com/api/v10"
_SECONDS = 10.0
_MESSAGE_CONTENT = 1 << 18 | 1 << 19  # the flags of the intent, for large and for small applications


async def check_discord(
    token: str, *, message_content: bool, connector: aiohttp.BaseConnector | None = None
) -> list[Finding]:
    """Ask Discord about the application; where Discord cannot be reached, say so and no more."""
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    headers = {"Authorization": f"Bot {token}"}
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=timeout, connector=connector) as session:
            application = await _get(session, "/applications/@me")
            servers = await _get(session, "/users/@me/guilds")
    except PermissionError:
        return [
            missing(
                "discord",
                "Discord does not accept the token; copy it again from the Bot page of your application.",
            )
        ]
    except (TimeoutError, aiohttp.ClientError, OSError):
        return [note("discord", "Discord could not be reached, so intents and permissions were not checked.")]
    return [
        fine("discord", f"the token is that of {application['name']}"),
        _intent(application, message_content),
        *_servers(int(application["id"]), servers),
    ]


async def _get(session: aiohttp.ClientSession, path: str) -> Any:
    async with session.get(f"{_API}{path}") as response:
        if response.status == 401:
            raise PermissionError
        response.raise_for_status()
        return await response.json()


def _intent(application: Mapping[str, Any], wanted: bool) -> Finding:
    given = bool(application.get("flags", 0) & _MESSAGE_CONTENT)
    if wanted and not given:
        return missing(
            "intents",
            "MESSAGE_CONTENT is yes, but Discord's portal does not allow it; switch on Message Content "
            "Intent on the Bot page, or empty MESSAGE_CONTENT.",
        )
    return fine("intents", "message content is allowed" if wanted else "no privileged intent is needed")


def _servers(application_id: int, servers: list[Mapping[str, Any]]) -> Iterator[Finding]:
    link = invite_link(application_id)
    if not servers:
        yield missing("servers", f"The bot is in no server; invite it: {link}")
    needed = needed_permissions()
    for server in servers:
        held = discord.Permissions(int(server["permissions"]))
        lacking = [
            name for name, value in needed if value and not (held.administrator or getattr(held, name))
        ]
        if lacking:
            names = ", ".join(lacking).replace("_", " ")
            yield missing(
                "permissions", f"In {server['name']} the bot lacks: {names}; invite it anew: {link}"
            )
        else:
            yield fine("permissions", f"all that is needed in {server['name']}")
