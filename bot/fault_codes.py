"""Which exit code a failure has, when its text is a sentence for a person."""

from bot.answering.question import UnusableQuestion
from bot.commands.arguments import UsageError
from bot.settings import SettingsError
from index.engine import IndexUnavailable

_WRONG_USE = 2
_FAULT = 1


def exit_code_of(error: Exception) -> int | None:
    """Return 2 for wrong usage, 1 for a fault that explains itself, None for one that does not."""
    from index.embedder import EmbedderUnavailable

    if isinstance(error, UsageError | UnusableQuestion | SettingsError):
        return _WRONG_USE
    if isinstance(error, IndexUnavailable | EmbedderUnavailable | OSError):
        return _FAULT
    return None
