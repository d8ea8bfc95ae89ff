"""`python -m bot`, led to a Discord on the loopback: give the port, the authority's certificate, the command.

Everything but the connector is the program as it runs in earnest.
"""

import ssl
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import aiohttp

import bot.service
from bot.__main__ import main
from tests.discord.network import LoopbackResolver


def _connector(port: int, certificate: Path) -> aiohttp.TCPConnector:
    trust = ssl.create_default_context(cafile=certificate)
    return aiohttp.TCPConnector(resolver=LoopbackResolver(port), ssl=trust)


def _lead_to(port: int, certificate: Path) -> None:
    serve = bot.service.serve
    connector = partial(_connector, port, certificate)
    bot.service.serve = lambda service: serve(replace(service, open_connector=connector))


if __name__ == "__main__":
    _lead_to(int(sys.argv[1]), Path(sys.argv[2]))
    sys.exit(main(sys.argv[3:]))
