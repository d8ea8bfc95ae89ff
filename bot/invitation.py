"""What the bot needs in a server, and the link by which a server invites it."""

import discord
from discord.utils import oauth_url

SCOPES = ("bot", "applications.commands")


def needed_permissions() -> discord.Permissions:
    """Return what the bot must be allowed: to read where it is asked, to answer, and to open threads."""
    return discord.Permissions(
        view_channel=True,
        send_messages=True,
        embed_links=True,
        attach_files=True,
        read_message_history=True,
        create_public_threads=True,
        send_messages_in_threads=True,
    )


def invite_link(application_id: int) -> str:
    """Return the link by which those who manage a server invite the bot."""
    return oauth_url(application_id, permissions=needed_permissions(), scopes=SCOPES)
