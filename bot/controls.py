"""The buttons below an answer: what each does, and the ids by which Discord names them, for ever."""

from dataclasses import dataclass
from enum import StrEnum

from bot.answering.answer import Answer, NoAnswer
from bot.languages import Language

TEMPLATE = r"readout:(?P<act>[a-z]+):(?P<key>\d+):(?P<page>\d+)"


class Act(StrEnum):
    """What a button does. The values stand in messages that were sent, and never change."""

    EVIDENCE = "evidence"
    TIMELINE = "timeline"
    RELATED = "related"
    CITE = "cite"
    USEFUL = "useful"
    USELESS = "useless"
    DELETE = "delete"
    UNWATCH = "unwatch"
    """Ends the watch whose key it has, where the others have that of an answer."""


class Look(StrEnum):
    """How a button looks."""

    PLAIN = "plain"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A button: what it does with which answer, and how it shows itself.

    `page` 0 opens a message of its own; from 1 on, that page takes the place of the one with the button.
    """

    act: Act
    key: int
    label: str | None = None
    emoji: str | None = None
    page: int = 0
    row: int = 0
    look: Look = Look.PLAIN
    disabled: bool = False

    @property
    def custom_id(self) -> str:
        """The id that Discord sends back; it holds all that is needed after a restart."""
        return f"readout:{self.act.value}:{self.key}:{self.page}"


def answer_controls(
    key: int, answer: Answer | NoAnswer, language: Language, *, private: bool
) -> tuple[Control, ...]:
    """Return the buttons of an answer; without citations there is nothing to look into."""
    first: list[Control] = []
    if answer.citations:
        first.append(Control(act=Act.EVIDENCE, key=key, label=language.say("Evidence")))
        if isinstance(answer, Answer):
            first.append(Control(act=Act.TIMELINE, key=key, label=language.say("Timeline")))
            first.append(Control(act=Act.RELATED, key=key, label=language.say("Related meetings")))
        first.append(Control(act=Act.CITE, key=key, label=language.say("Copy citation")))
    row = 1 if first else 0
    second = [
        Control(act=Act.USEFUL, key=key, label=language.say("Useful"), emoji="👍", row=row),
        Control(act=Act.USELESS, key=key, label=language.say("Not useful"), emoji="👎", row=row),
    ]
    if not private:  # what only its asker sees, they dismiss in Discord itself
        second.append(
            Control(act=Act.DELETE, key=key, label=language.say("Delete"), row=row, look=Look.DANGER)
        )
    return (*first, *second)


def page_controls(act: Act, key: int, page: int, pages: int) -> tuple[Control, ...]:
    """Return the buttons that turn pages, which count from 1; none where there is but one."""
    if pages < 2:
        return ()
    return (
        Control(act=act, key=key, emoji="◀️", page=max(page - 1, 1), disabled=page == 1),
        Control(act=act, key=key, emoji="▶️", page=page + 1, disabled=page == pages),
    )
