"""What the commands about meetings share: choices offered while one writes, periods, unclear names."""

from datetime import date
from typing import Any

import discord

from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.occasions.people import UnclearName
from bot.occasions.shelf import Shelf
from bot.occasions.wording import join
from bot.offering import CHOICES, Choices, as_choices, offered
from bot.written_days import read_written_day


async def complete_name(equipment: Equipment, interaction: discord.Interaction[Any], written: str) -> Choices:
    """Offer people of the meetings that may be seen here, those of most meetings first."""

    async def find() -> Choices:
        shelf = await _shelf(equipment, interaction)
        return as_choices(shelf.people.suggest(written, most=2 * CHOICES))

    return await offered(find())


async def complete_source(
    equipment: Equipment, interaction: discord.Interaction[Any], written: str
) -> Choices:
    """Offer outlets that tell of the meetings that may be seen here."""

    async def find() -> Choices:
        shelf = await _shelf(equipment, interaction)
        return as_choices(one for one in shelf.sources if written.casefold() in one.casefold())

    return await offered(find())


def read_period(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Read the days between which a meeting is to lie. Raises `Refusal`."""
    first, last = read_written_day("since", since), read_written_day("until", until)
    if first is not None and last is not None and first > last:
        raise Refusal("`since` is later than `until`, so no meeting can match; swap them.")
    return first, last


def explain_unclear(error: UnclearName, language: Language) -> Refusal:
    """Say which people a name can mean."""
    return Refusal(
        "“{name}” can be {names}; choose one.",
        name=error.wanted,
        names=join(error.candidates, language.say("or")),
    )


async def _shelf(equipment: Equipment, interaction: discord.Interaction[Any]) -> Shelf:
    """Return the meetings of the place from memory; at first they are read, as long as Discord waits."""
    scope = await equipment.scopes.of(interaction)
    kept = equipment.library.at_hand(scope)
    if kept is not None:
        return kept
    return await equipment.desk.glance(lambda snapshot: equipment.library.open(snapshot, scope))
