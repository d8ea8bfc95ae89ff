"""The set-up on this machine: the token, the state, the language model."""

import socket
from urllib.parse import urlsplit

from bot.doctor.finding import Finding, fine, missing
from bot.settings import LLMSettings, Settings
from bot.state import StateUnavailable, open_state

_SECONDS = 3.0
_PORTS = {"http": 80, "https": 443}


def check_token(settings: Settings) -> Finding:
    """Tell whether there is a token; whether Discord takes it is another check."""
    if settings.discord_token is None:
        return missing(
            "token",
            "DISCORD_TOKEN is not set; copy the token from the Bot page of your application at "
            "https://discord.com/developers/applications into .env.",
        )
    return fine("token", "DISCORD_TOKEN is set")


def check_state(settings: Settings) -> Finding:
    """Tell whether the bot can remember."""
    try:
        open_state(settings.state_dir).close()
    except StateUnavailable as error:
        return missing("state", str(error))
    return fine("state", f"{settings.state_dir} can be written")


def check_language_model(llm: LLMSettings | None) -> Finding:
    """Tell whether the server of the language model, where one is set, takes connections."""
    if llm is None:
        return fine("language model", "none, as by default; the answers are the briefings' own words")
    address = urlsplit(llm.base_url)
    try:
        port = address.port or _PORTS.get(address.scheme, 443)
        socket.create_connection((address.hostname or "", port), timeout=_SECONDS).close()
    except (OSError, ValueError):
        return missing(
            "language model",
            "The server of LLM_BASE_URL takes no connection; start it, or empty LLM_BASE_URL to do without.",
        )
    return fine("language model", f"{llm.model} at {address.hostname}")
