"""What a person is told when something does not work, decided in one place."""

import logging
import secrets
from collections.abc import Mapping

from discord import app_commands

from bot.answering.understanding.question import UnusableQuestion
from bot.languages import ENGLISH, Language
from bot.rendering.markup import escape
from index.engine import IndexUnavailable

log = logging.getLogger(__name__)


class OptionName(str):
    """The name of a command's option, which is shown in the language of who is refused."""

    __slots__ = ()


class Refusal(Exception):
    """A request that is declined on purpose. Its text is one sentence for the person who made it.

    `template` is that sentence with `{names}` for `values`, so that it can be said in their language.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        self.values = values


def explain_failure(error: BaseException, language: Language = ENGLISH) -> str:
    """Say in a sentence what went wrong; decided in this order.

    1. A `Refusal` or `UnusableQuestion` speaks for itself and is not logged: nothing is broken.
    2. A missing permission is named.
    3. `IndexUnavailable` is logged, and its own sentence shown: it says what the operator must run.
    4. Anything else is logged with its traceback under a short reference, and the person is given that
       reference alone: the details may hold what others asked.
    """
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, Refusal):
        return language.say(error.template, **_named(error.values, language))
    if isinstance(error, UnusableQuestion):
        return str(error)
    if isinstance(error, app_commands.NoPrivateMessage):
        return language.say("That works in servers only.")
    if isinstance(error, app_commands.MissingPermissions):
        if "administrator" in error.missing_permissions:
            return language.say("Only administrators of this server can do that.")
        if "manage_messages" in error.missing_permissions:
            return language.say("Only those who may manage messages here can do that.")
        return language.say("Only those who may manage this server can do that.")
    if isinstance(error, IndexUnavailable):
        log.error("The index cannot be served: %s", error)
        return str(error)
    reference = log_failure(error, "A request failed")
    return language.say(
        "Something went wrong on my side. The reference `{reference}` is in the operator's log.",
        reference=reference,
    )


def _named(values: Mapping[str, object], language: Language) -> dict[str, object]:
    """Return the values as they may be shown to all: what somebody wrote stands there letter for letter."""
    return {key: _shown(value, language) for key, value in values.items()}


def _shown(value: object, language: Language) -> object:
    if isinstance(value, OptionName):
        return language.mention(value)
    return escape(value) if isinstance(value, str) else value


def log_failure(error: BaseException, happening: str) -> str:
    """Log an error with its traceback under a new short reference, and return the reference."""
    reference = secrets.token_hex(4)
    log.error("%s [%s]", happening, reference, exc_info=(type(error), error, error.__traceback__))
    return reference
