"""The Discord client: what it listens to, how its commands reach Discord, and how it stops."""

import asyncio
import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import Asking
from bot.cogs.about import AboutCog
from bot.cogs.ask import AskCog
from bot.cogs.digest import DigestCog
from bot.cogs.feedback import FeedbackCog
from bot.cogs.listening import ListeningCog
from bot.cogs.meetings import MeetingsCog
from bot.cogs.menus import MenusCog
from bot.cogs.privacy import PrivacyCog
from bot.cogs.reindex import ReindexCog
from bot.cogs.settings import SettingsCog
from bot.cogs.summary import SummaryCog
from bot.cogs.timeline import TimelineCog
from bot.cogs.watch import WatchCog
from bot.cogs.who import WhoCog
from bot.controls import Control
from bot.delivery import deliver
from bot.equipment import Equipment
from bot.faults import explain_failure
from bot.noticing import Noticing
from bot.pressing import Pressing
from bot.translator import CommandTranslator
from bot.views import AnswerButton

log = logging.getLogger(__name__)

# discord.py names the tasks in which it runs what people asked for; a post of our own is named alike.
_WORK = (
    "readout: post",
    "discord.py: on_message",
    "discord.py: on_raw_message",
    "CommandTree-invoker",
    "discord-ui-dynamic-item-",
    "discord-ui-modal-dispatch-",
)


class ReadoutTree(app_commands.CommandTree["ReadoutBot"]):
    """The slash commands, with the one error handler and the one gate that they all pass."""

    async def interaction_check(self, interaction: discord.Interaction["ReadoutBot"], /) -> bool:
        """Turn new commands away while the bot is stopping."""
        if interaction.client.accepting:
            return True
        if interaction.type is discord.InteractionType.autocomplete:
            return False  # who writes is told when they send
        language = await interaction.client.equipment.scopes.language_of(interaction)
        await interaction.client.tell(
            interaction, language.say("I am just restarting. Please ask again in a minute.")
        )
        return False

    async def on_error(
        self, interaction: discord.Interaction["ReadoutBot"], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the person in a sentence; `explain_failure` decides which, and what is logged."""
        language = await interaction.client.equipment.scopes.language_of(interaction)
        await interaction.client.tell(interaction, explain_failure(error, language))


class ReadoutBot(commands.Bot):
    """Readout in Discord. It asks for no privileged intent, unless the operator lets it read every message:
    mentions carry their text without one."""

    def __init__(
        self,
        *,
        equipment: Equipment,
        digest_file: Path,
        connector: aiohttp.BaseConnector | None = None,
        guild_ready_timeout: float = 2.0,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=ReadoutTree,
            intents=discord.Intents(
                guilds=True,
                guild_messages=True,
                dm_messages=True,
                message_content=equipment.message_content,
            ),
            allowed_mentions=discord.AllowedMentions.none(),
            connector=connector,
            guild_ready_timeout=guild_ready_timeout,
            max_messages=None,
        )
        self.accepting = True
        self.equipment = equipment
        self._asking = Asking(equipment)
        self._pressing = Pressing(equipment)
        self._digest_file = digest_file

    async def setup_hook(self) -> None:
        """Add the commands, and tell Discord of them if they changed since it was last told."""
        await self.add_cog(AskCog(self.equipment, self._asking))
        await self.add_cog(ListeningCog(self, self.equipment, self._asking))
        await self.add_cog(MenusCog(self, self.equipment, self._asking))
        await self.add_cog(MeetingsCog(self.equipment))
        await self.add_cog(TimelineCog(self.equipment))
        await self.add_cog(WhoCog(self.equipment))
        await self.add_cog(AboutCog(self.equipment))
        await self.add_cog(SettingsCog(self.equipment))
        await self.add_cog(SummaryCog(self.equipment))
        noticing = Noticing(self.equipment.desk, self.equipment.state.arrivals)
        await self.add_cog(DigestCog(self, self.equipment, noticing))
        await self.add_cog(FeedbackCog(self.equipment))
        await self.add_cog(PrivacyCog(self.equipment))
        await self.add_cog(ReindexCog(self.equipment))
        await self.add_cog(WatchCog(self, self.equipment, noticing))
        self.add_dynamic_items(AnswerButton)
        await self.tree.set_translator(CommandTranslator(self.equipment.languages))
        await self._sync_commands()

    async def press(self, interaction: "discord.Interaction[ReadoutBot]", control: Control) -> None:
        """Do what a button of an answer says."""
        if self.accepting:
            await self._pressing.press(interaction, control)
        else:
            language = await self.equipment.scopes.language_of(interaction)
            await self.tell(interaction, language.say("I am just restarting. Please ask again in a minute."))

    async def tell(self, interaction: discord.Interaction[Any], sentence: str) -> None:
        """Tell a person something that only they see, as far as Discord lets us."""
        try:
            if interaction.response.is_done():
                await interaction.followup.send(sentence, ephemeral=True)
            else:
                await interaction.response.send_message(sentence, ephemeral=True)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("A person could not be told what went wrong: %s", error)

    async def on_ready(self) -> None:
        """Log that questions can be asked; this runs again after every new session."""
        log.info("Connected to Discord as %s, in %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: there are no prefix commands, and the cogs listen for themselves."""

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Pass an event on, unless the client is closed: READY is told late, and finds no loop then."""
        if not self.is_closed():
            super().dispatch(event_name, *args, **kwargs)

    async def drain(self, seconds: float) -> None:
        """Take no new work, and wait at most `seconds` for what is under way."""
        self.accepting = False
        deadline = asyncio.get_running_loop().time() + seconds
        while work := _unfinished():
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                log.warning("Stopping with %d answers unfinished", len(work))
                return
            await asyncio.wait(work, timeout=left)

    async def _sync_commands(self) -> None:
        # Discord allows 200 creations a day, so an unchanged tree is not sent again.
        digest = await self._tree_digest()
        if await asyncio.to_thread(_read, self._digest_file) == digest:
            return
        await deliver(self.tree.sync)
        await asyncio.to_thread(_write, self._digest_file, digest)
        log.info("Told Discord of %d commands", len(self.tree.get_commands()))

    async def _tree_digest(self) -> str:
        translator = self.tree.translator
        payloads = [
            command.to_dict(self.tree)
            if translator is None
            else await command.get_translated_payload(self.tree, translator)
            for command in self.tree.get_commands()
        ]
        commands_sent = sorted(json.dumps(payload, sort_keys=True) for payload in payloads)
        return hashlib.sha256("\n".join([str(self.application_id), *commands_sent]).encode()).hexdigest()


def _unfinished() -> set[asyncio.Task[Any]]:
    me = asyncio.current_task()
    return {task for task in asyncio.all_tasks() if task is not me and task.get_name().startswith(_WORK)}


def _read(file: Path) -> str | None:
    try:
        return file.read_text()
    except FileNotFoundError:
        return None


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_text(text)
    fresh.replace(file)
