"""What the commands work with; made once, and passed to every one of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.cooldowns import Cooldowns
from bot.desk import AnsweringDesk
from bot.languages import Languages
from bot.occasions.shelf import OccasionLibrary
from bot.reindexing import Reindexer
from bot.scopes import Scopes
from bot.state import State


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """Everything a command may need.

    `message_content` tells that the operator let the bot read messages that do not mention it; `patience`
    are the seconds after which a person who waits is told how long the line is, `look_seconds` those after
    which the watches look at the index again; `now` is the clock that digests and news are due by.
    """

    desk: AnsweringDesk
    reindexer: Reindexer
    state: State
    scopes: Scopes
    languages: Languages
    cooldowns: Cooldowns
    library: OccasionLibrary = field(default_factory=OccasionLibrary)
    message_content: bool = False
    patience: float = 5.0
    now: Callable[[], datetime] = _now
    look_seconds: float = 30.0
