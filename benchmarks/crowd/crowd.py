"""People who ask: each in turn by command, mention or button, and again when answered and after a thought."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence

from benchmarks.crowd.turns import Plan, Turn, Way
from tests.discord.loopback import (
    BOT_ID,
    CHANNEL_ID,
    OTHER_CHANNEL_ID,
    Command,
    LoopbackDiscord,
    Sent,
)

_FIRST_ASKER = 50_001
_PRESSED = ("Evidence", "Related meetings", "Timeline", "Useful")
_PLACES = (CHANNEL_ID, OTHER_CHANNEL_ID)


async def ask_together(discord: LoopbackDiscord, questions: Sequence[str], plan: Plan) -> list[Turn]:
    """Have everybody ask at once and on until the time is up, and wait for the answers still open."""
    lookout = _Lookout(discord)
    watching = asyncio.create_task(lookout.watch())
    ends = time.monotonic() + plan.seconds
    people = [_Asker(discord, lookout, questions, plan, number) for number in range(plan.askers)]
    try:
        done = await asyncio.gather(*(one.ask_until(ends) for one in people))
    finally:
        watching.cancel()
        await asyncio.wait([watching])
    return [turn for turns in done for turn in turns]


class _Lookout:
    """Looks, whenever something changed in Discord, for what somebody waits for: once for all of them."""

    def __init__(self, discord: LoopbackDiscord) -> None:
        self._discord = discord
        self._awaited: dict[asyncio.Future[tuple[Sent, float]], Callable[[], Sent | None]] = {}
        self._replies: dict[int, Sent] = {}
        self._read = 0

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            self._discord.changed.clear()
            self._look()
            await self._discord.changed.wait()

    async def find(self, look: Callable[[], Sent | None], seconds: float) -> tuple[Sent | None, float | None]:
        """Return what `look` finds, and when it was there; nothing after so many seconds."""
        future: asyncio.Future[tuple[Sent, float]] = asyncio.get_running_loop().create_future()
        self._awaited[future] = look
        try:
            return await asyncio.wait_for(future, seconds)
        except TimeoutError:
            return None, None
        finally:
            self._awaited.pop(future, None)

    def reply_to(self, message_id: int) -> Sent | None:
        """Return the bot's reply to a message."""
        return self._replies.get(message_id)

    def _look(self) -> None:
        for sent in self._discord.messages[self._read :]:
            self._replies[int(sent.body["message_reference"]["message_id"])] = sent
        self._read = len(self._discord.messages)
        for future, look in list(self._awaited.items()):
            found = None if future.done() else look()
            if found is not None:
                future.set_result((found, time.monotonic()))


class _Asker:
    def __init__(
        self,
        discord: LoopbackDiscord,
        lookout: _Lookout,
        questions: Sequence[str],
        plan: Plan,
        number: int,
    ) -> None:
        self._discord = discord
        self._lookout = lookout
        self._questions = questions
        self._plan = plan
        self._id = _FIRST_ASKER + number
        self._place = _PLACES[number % len(_PLACES)]
        self._whim = random.Random(plan.seed * 100_003 + number)  # noqa: S311 - a sample, not a secret
        self._answer: Sent | None = None

    async def ask_until(self, ends: float) -> list[Turn]:
        turns = [await self._ask()]
        while True:
            await asyncio.sleep(self._whim.uniform(*self._plan.thought))
            if time.monotonic() >= ends and len(turns) >= self._plan.fewest:
                return turns
            button = self._button()
            turns.append(await self._ask() if button is None else await self._press(*button))

    async def _ask(self) -> Turn:
        question = self._whim.choice(self._questions)
        if self._whim.random() < 0.5:
            return await self._mention(question)
        command = await self._discord.use("ask", {"question": question}, by=self._id, place=self._place)
        return await self._await_command(Way.COMMAND, command, lambda: _answer_in(command.shown))

    async def _mention(self, question: str) -> Turn:
        began = time.monotonic()
        message = await self._discord.say(f"<@{BOT_ID}> {question}", author_id=self._id, place=self._place)

        def look() -> Sent | None:
            reply = self._lookout.reply_to(message)
            return None if reply is None else _answer_in([reply])

        self._answer, answered = await self._lookout.find(look, self._plan.patience)
        return Turn(way=Way.MENTION, began=began, answered=answered)

    def _button(self) -> tuple[str, Sent] | None:
        """Choose, now and then, a button of the last answer; it is pressed once, as people do."""
        sent, self._answer = self._answer, None
        offered = [] if sent is None else [one for one in _PRESSED if one in sent.buttons]
        return (self._whim.choice(offered), sent) if sent is not None and offered else None

    async def _press(self, button: str, on: Sent) -> Turn:
        command = await self._discord.press(button, on, by=self._id)
        turn = await self._await_command(Way.BUTTON, command, lambda: next(iter(command.shown), None))
        self._answer = None
        return turn

    async def _await_command(self, way: Way, command: Command, look: Callable[[], Sent | None]) -> Turn:
        self._answer, answered = await self._lookout.find(look, self._plan.patience)
        return Turn(way=way, began=command.began, acknowledged=command.acknowledged, answered=answered)


def _answer_in(shown: Sequence[Sent]) -> Sent | None:
    """Return the answer among what stands; notes on the way to it, and refusals, have no embed."""
    return next((sent for sent in shown if sent.body.get("embeds")), None)
