"""What Discord sends of people, servers, channels and messages, as small as its client takes it."""

from datetime import UTC, datetime
from typing import Any

TOKEN = "loopback-token"
BOT_ID, GUILD_ID, CHANNEL_ID, ASKER_ID, ADMIN_ID, DM_ID = 1001, 2001, 3001, 4001, 4002, 3002
OTHER_GUILD_ID, OTHER_CHANNEL_ID = 2002, 3003
FORUM_ID = 3004
_HOMES = {CHANNEL_ID: GUILD_ID, FORUM_ID: GUILD_ID, OTHER_CHANNEL_ID: OTHER_GUILD_ID}
_TEXT_CHANNEL, _FORUM = 0, 15
_PERMISSIONS = {False: 2048, True: 8}  # send messages; administrator


def user(identity: int) -> dict[str, Any]:
    """Return a person, or the bot."""
    return {
        "id": str(identity),
        "username": "Readout" if identity == BOT_ID else f"person-{identity}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": identity == BOT_ID,
    }


def member(identity: int) -> dict[str, Any]:
    """Return a member of a server."""
    return {
        "user": user(identity),
        "roles": [],
        "joined_at": "2024-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


def home_of(channel_id: int) -> int | None:
    """Return the server of a channel; None for a direct message."""
    return _HOMES.get(channel_id)


def channel(identity: int) -> dict[str, Any]:
    """Return a text channel, or the forum."""
    return {
        "id": str(identity),
        "guild_id": str(home_of(identity)),
        "type": _FORUM if identity == FORUM_ID else _TEXT_CHANNEL,
        "name": "questions",
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "parent_id": None,
        **({"available_tags": [], "topic": None} if identity == FORUM_ID else {}),
    }


def dm_channel(identity: int) -> dict[str, Any]:
    """Return the direct messages between the bot and a person."""
    return {"id": str(DM_ID), "type": 1, "recipients": [user(identity)], "last_message_id": None}


def thread(identity: int, parent_id: int, name: str) -> dict[str, Any]:
    """Return a thread of a text channel, opened by the bot, or a post of the forum."""
    return {
        "id": str(identity),
        "guild_id": str(home_of(parent_id)),
        "parent_id": str(parent_id),
        "owner_id": str(ASKER_ID if parent_id == FORUM_ID else BOT_ID),
        "type": 11,
        "name": name,
        "last_message_id": None,
        "message_count": 0,
        "member_count": 2,
        "rate_limit_per_user": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": "2024-01-01T00:00:00+00:00",
            "locked": False,
        },
    }


def message(identity: int, author_id: int, channel_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """Return a message as the channel shows it."""
    return {
        "id": str(identity),
        "channel_id": str(channel_id),
        "author": user(author_id),
        "content": body.get("content") or "",
        "timestamp": datetime.now(UTC).isoformat(),
        "edited_timestamp": None,
        "mentions": body.get("mentions") or [],
        "tts": False,
        "mention_everyone": False,
        "mention_roles": [],
        "attachments": [],
        "embeds": body.get("embeds") or [],
        "pinned": False,
        "type": 0,
        "flags": body.get("flags") or 0,
        "components": body.get("components") or [],
    }


def interaction(
    kind: int, identity: int, token: str, data: dict[str, Any], *, by: int, place: int, home: int | None
) -> dict[str, Any]:
    """Return an interaction of a person in a channel of a server, or in direct messages (`home` None)."""
    payload: dict[str, Any] = {
        "id": str(identity),
        "application_id": str(BOT_ID),
        "type": kind,
        "token": token,
        "version": 1,
        "channel_id": str(place),
        "app_permissions": "2048",
        "locale": "en-US",
        "entitlements": [],
        "context": 0 if home else 1,
        "attachment_size_limit": 10_000_000,
        "data": data,
    }
    if home is None:
        return payload | {
            "user": user(by),
            "channel": dm_channel(by),
            "authorizing_integration_owners": {"1": str(by)},
        }
    return payload | {
        "guild_id": str(home),
        "guild": {"id": str(home), "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "channel": channel(place) | {"permissions": "0"},
        "member": member(by) | {"permissions": str(_PERMISSIONS[by == ADMIN_ID])},
        "authorizing_integration_owners": {"0": str(home)},
    }


def guild(identity: int) -> dict[str, Any]:
    """Return a server with its channels, in which everybody may write."""
    return {
        "id": str(identity),
        "name": "Newsroom",
        "icon": None,
        "owner_id": str(ADMIN_ID),
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": [
            {
                "id": str(identity),
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
        "members": [member(BOT_ID)],
        "member_count": 3,
        "channels": [channel(one) for one, home in _HOMES.items() if home == identity],
        "threads": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "unavailable": False,
    }
