"""Choices offered while somebody writes: beside the line of questions, and never a failure that they see."""

import asyncio
import logging
from collections.abc import Coroutine, Iterable
from typing import Any

from discord import app_commands

from bot.faults import Refusal, log_failure
from bot.rendering.markup import width
from index.engine import IndexUnavailable

log = logging.getLogger(__name__)

CHOICES = 25
LONGEST = 100
PATIENCE = 2.0  # seconds; Discord waits three for choices

Choices = list[app_commands.Choice[str]]


async def offered(finding: Coroutine[Any, Any, Choices]) -> Choices:
    """Return what `finding` finds. Where it fails or comes too late: nothing, and the reason in the log.

    Discord shows nobody why choices are missing, and asks again with the next letter.
    """
    try:
        return await asyncio.wait_for(finding, PATIENCE)
    except TimeoutError:
        log.info("No choices were offered: they took longer than %.1f s", PATIENCE)
    except Refusal as refusal:
        # The sentence without its values, which may be what somebody wrote.
        log.info("No choices were offered: %s", refusal.template)
    except IndexUnavailable as error:
        log.warning("No choices were offered: %s", error)
    except Exception as error:  # noqa: BLE001 - whatever fails here must not fail while somebody writes
        log_failure(error, "No choices could be offered")
    return []


def as_choices(names: Iterable[str]) -> Choices:
    """Make choices of names that Discord takes as they are; longer ones could not be chosen whole."""
    fitting = (one for one in names if 0 < width(one) <= LONGEST)
    return [app_commands.Choice(name=one, value=one) for one, _ in zip(fitting, range(CHOICES), strict=False)]
