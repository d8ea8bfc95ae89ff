"""What happens when somebody presses a button of an answer."""

import asyncio
from typing import Any

import discord

from bot.controls import Act, Control
from bot.equipment import Equipment
from bot.faults import Refusal
from bot.languages import Language
from bot.related import in_time, occasions_with, others_than, render_occasions
from bot.rendering.answer import Rendered
from bot.rendering.pages import passages_of, render_citations, render_evidence
from bot.replies import InteractionReply, respond
from bot.state import Given, Whereabouts
from bot.watches.ending import end_watch
from index.engine import Snapshot

_GONE = "I no longer have this answer. Please ask again."
_TIMELINE_PEOPLE = 2  # meetings of the same two: a timeline of anybody's would be one of a life
_NOT_YOURS = "Only who asked and moderators can delete an answer."


class Pressing:
    """Carries out what buttons stand for; what it shows, only who pressed sees."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    async def press(self, interaction: discord.Interaction[Any], control: Control) -> None:
        """Do what a button says."""
        reply = InteractionReply(interaction, private=True, in_place=control.page > 0)
        await reply.open()
        language = await self._equipment.scopes.language_of(interaction)
        await respond(reply, lambda: self._prepare(interaction, control, language), language=language)

    async def _prepare(
        self, interaction: discord.Interaction[Any], control: Control, language: Language
    ) -> Rendered:
        if control.act is Act.UNWATCH:
            return await end_watch(interaction, self._equipment, control.key, language)
        given = await self._equipment.state.given.get(control.key)
        if given is None or not _may_see(interaction, given.place):
            raise Refusal(_GONE)
        match control.act:
            case Act.USEFUL | Act.USELESS:
                return await self._rate(interaction, control, language)
            case Act.DELETE:
                return await self._delete(interaction, given, language)
            case Act.CITE:
                return await asyncio.to_thread(render_citations, given.answer, language)
            case _:
                return await self._look(interaction, given, control, language)

    async def _look(
        self, interaction: discord.Interaction[Any], given: Given, control: Control, language: Language
    ) -> Rendered:
        scope = await self._equipment.scopes.of(interaction)
        desk, answer = self._equipment.desk, given.answer
        if control.act is Act.EVIDENCE:
            return await desk.read(
                lambda snapshot: render_evidence(
                    passages_of(answer, snapshot, scope), given.key, control.page, language
                )
            )

        def draw(snapshot: Snapshot) -> Rendered:
            timeline = control.act is Act.TIMELINE
            fewest = _TIMELINE_PEOPLE if timeline else 1
            found = occasions_with(answer, snapshot, scope, fewest=fewest)
            shown = in_time(found) if timeline else others_than(answer, found)
            return render_occasions(shown, control.act, given.key, control.page, language)

        return await desk.read(draw)

    async def _rate(
        self, interaction: discord.Interaction[Any], control: Control, language: Language
    ) -> Rendered:
        useful = control.act is Act.USEFUL
        await self._equipment.state.ratings.rate(control.key, interaction.user.id, useful=useful)
        if useful:
            return Rendered(text=language.say("Thank you, noted as useful."))
        return Rendered(
            text=language.say("Thank you, noted as not useful. Try to name the people, place or month.")
        )

    async def _delete(
        self, interaction: discord.Interaction[Any], given: Given, language: Language
    ) -> Rendered:
        is_asker = interaction.user.id == given.place.asker_id
        allowed = interaction.permissions
        if not (is_asker or allowed.manage_messages or allowed.administrator):
            raise Refusal(_NOT_YOURS)
        if interaction.message is not None:
            await interaction.message.delete()
        await self._equipment.state.given.remove(given.key)
        return Rendered(text=language.say("Deleted."))


def _may_see(interaction: discord.Interaction[Any], place: Whereabouts) -> bool:
    if place.private:
        return interaction.user.id == place.asker_id
    return interaction.guild_id == place.guild_id
