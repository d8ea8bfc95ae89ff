"""Which exit code a failure has, when its text is a sentence for a person."""

from bot.answering.reply.confidence import ConfidenceUnusable
from bot.answering.understanding.question import UnusableQuestion
from bot.commands.arguments import UsageError
from bot.commands.question_file import ResultsUnwritable
from bot.settings import SettingsError
from index.engine import IndexUnavailable

_WRONG_USE = 2
_FAULT = 1


def exit_code_of(error: Exception) -> int | None:
    """Return 2 for wrong usage, 1 for a fault that explains itself, None for one that does not."""
    from index.embedding_model import EmbedderUnavailable

    if isinstance(error, UsageError | UnusableQuestion | SettingsError):
        return _WRONG_USE
    if isinstance(error, IndexUnavailable | EmbedderUnavailable | ResultsUnwritable | ConfidenceUnusable):
        return _FAULT
    return _FAULT if isinstance(error, OSError | UnicodeEncodeError) else None


def sentence_of(error: Exception) -> str:
    """Return what a person is told of a failure that has an exit code."""
    if isinstance(error, OSError) and error.strerror and error.filename:
        return f"{error.filename} cannot be used: {error.strerror}."
    if isinstance(error, UnicodeEncodeError):
        letter = ascii(error.object[error.start])
        return f"The output's encoding, {error.encoding}, has no {letter}; set PYTHONIOENCODING=utf-8."
    return str(error)
