"""What the commands about meetings share: choices offered while one writes, periods, unclear names."""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Any

import discord
from discord import app_commands

from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.occasions.people import UnclearName
from bot.occasions.shelf import Shelf
from bot.occasions.wording import join
from bot.written_days import read_written_day
from index.engine import IndexUnavailable

_CHOICES = 25
_LONGEST = 100
_PATIENCE = 2.0  # seconds; Discord waits three for choices


async def complete_name(
    equipment: Equipment, interaction: discord.Interaction[Any], written: str
) -> list[app_commands.Choice[str]]:
    """Offer people of the meetings that may be seen here, those of most meetings first."""
    shelf = await _shelf(equipment, interaction)
    return [] if shelf is None else _choices(shelf.people.suggest(written, most=2 * _CHOICES))


async def complete_source(
    equipment: Equipment, interaction: discord.Interaction[Any], written: str
) -> list[app_commands.Choice[str]]:
    """Offer outlets that tell of the meetings that may be seen here."""
    shelf = await _shelf(equipment, interaction)
    known = () if shelf is None else shelf.sources
    return _choices([one for one in known if written.casefold() in one.casefold()])


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


async def _shelf(equipment: Equipment, interaction: discord.Interaction[Any]) -> Shelf | None:
    """Return the meetings of the place from memory; at first they are read, as long as Discord waits."""
    try:
        scope = await equipment.scopes.of(interaction)
        kept = equipment.library.at_hand(scope)
        if kept is not None:
            return kept
        opening = equipment.desk.read(lambda snapshot: equipment.library.open(snapshot, scope))
        return await asyncio.wait_for(opening, _PATIENCE)
    except (Refusal, IndexUnavailable, TimeoutError):
        return None


def _choices(names: Sequence[str]) -> list[app_commands.Choice[str]]:
    fitting = [one for one in names if len(one.encode("utf-16-le")) // 2 <= _LONGEST]
    return [app_commands.Choice(name=one, value=one) for one in fitting[:_CHOICES]]
