"""How a question becomes an answer that stands in Discord: counted, scoped, made whole, answered, noted."""

import asyncio
import logging
import time
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.understanding.follow_ups import complete_question
from bot.controls import answer_controls
from bot.desk import Answered, Complete
from bot.equipment import Equipment
from bot.languages import Language
from bot.line import Ticket
from bot.rendering.answer import Rendered, render_answer
from bot.replies import Patience, Reply, Shown, respond
from bot.state import Given, Whereabouts
from index.article import NameType
from index.engine import EVERYTHING, Filters, Snapshot

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as somebody asked it. `before` is the answer it may lean on, `where` the filters asked for,
    `channel` Discord's, which tells the parent of a thread, `ticket` the place in line that it has by now."""

    written: str
    place: Whereabouts
    asked_id: int | None = None
    before: Given | None = None
    where: Filters = EVERYTHING
    as_of: date | None = None
    channel: object = None
    ticket: Ticket | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An answer that stands: its key, and the message it stands in."""

    key: int
    shown: Shown
    answered: Answered


class Asking:
    """Answers what is asked, wherever it is asked."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    async def ask(self, asked: Asked, reply: Reply, language: Language) -> Standing | None:
        """Answer through `reply`, and remember the answer; None where a refusal or a fault was shown."""
        ticket = asked.ticket or self._equipment.desk.draw()
        held: list[tuple[int, Answered]] = []

        async def prepare() -> Rendered:
            answered = await self.find(asked, ticket)
            key, rendered = await self.draw(asked, answered, language)
            held.append((key, answered))
            return rendered

        patience = Patience(seconds=self._equipment.patience, say=lambda: self._progress(ticket, language))
        shown = await respond(reply, prepare, language=language, patience=patience)
        if not held:
            return None
        key, answered = held[0]
        return await self.settle(key, answered, shown)

    async def find(self, asked: Asked, ticket: Ticket | None = None) -> Answered:
        """Answer, and show nothing. Raises `Refusal`, and what the answerer raises."""
        self._equipment.cooldowns.take(asked.place.asker_id, asked.place.guild_id)
        return await self._answer(asked, ticket)

    async def again(self, asked: Asked, given: Given, reply: Reply, language: Language) -> Standing | None:
        """Answer an edited question in the place of the answer that stands."""
        held: list[Answered] = []

        async def prepare() -> Rendered:
            answered = await self.find(asked)
            held.append(answered)
            await self._equipment.state.given.replace(given.key, answered.answer, asked.written)
            controls = answer_controls(given.key, answered.answer, language, private=asked.place.private)
            return await asyncio.to_thread(render_answer, answered, language, controls)

        shown = await respond(reply, prepare, language=language)
        return None if shown is None or not held else Standing(key=given.key, shown=shown, answered=held[0])

    async def draw(self, asked: Asked, answered: Answered, language: Language) -> tuple[int, Rendered]:
        """Remember an answer, and draw it with its buttons."""
        key = await self._equipment.state.given.add(
            answered.answer, asked.place, written=asked.written, asked_id=asked.asked_id, where=asked.where
        )
        controls = answer_controls(key, answered.answer, language, private=asked.place.private)
        return key, await asyncio.to_thread(render_answer, answered, language, controls)

    async def settle(self, key: int, answered: Answered, shown: Shown | None) -> Standing | None:
        """Note where an answer stands; forget one that could not be shown."""
        if shown is None:
            await self._equipment.state.given.remove(key)
            return None
        await self._equipment.state.given.stands(key, shown.message.id, shown.channel_id)
        return Standing(key=key, shown=shown, answered=answered)

    async def _answer(self, asked: Asked, ticket: Ticket | None) -> Answered:
        began = time.monotonic()
        scope = await self._equipment.scopes.of_place(asked.place, asked.channel)
        where = replace(asked.where, collections=scope.collections)
        question = asked.written.strip()
        answered = await self._equipment.desk.answer(
            question, where, ticket=ticket, as_of=asked.as_of, complete=self._completion(asked, where)
        )
        # What was asked stays between the asker and the channel: the log holds its length alone.
        log.info("Answered a question of %d characters in %.2f s", len(question), time.monotonic() - began)
        return answered

    def _completion(self, asked: Asked, where: Filters) -> Complete | None:
        """Return what completes a follow-up; it is asked of the briefings of the first question."""
        if asked.before is None:
            return None
        question, before = asked.written.strip(), asked.before
        day = asked.as_of or self._equipment.desk.today()

        def complete(snapshot: Snapshot) -> tuple[str, Filters]:
            places = {one.name for one in snapshot.names() if one.type is NameType.PLACE}
            whole = complete_question(question, before.answer, as_of=day, is_place=places.__contains__)
            if whole is None:
                return question, where
            if where == replace(EVERYTHING, collections=where.collections):
                return whole, replace(before.where, collections=where.collections)
            return whole, where

        return complete

    def _progress(self, ticket: Ticket, language: Language) -> str | None:
        place = self._equipment.desk.place_of(ticket)
        if place:
            return language.say("Many are asking just now: you are number {place} in line.", place=place)
        return language.say("Still reading the briefings …")
