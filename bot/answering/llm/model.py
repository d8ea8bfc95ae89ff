"""The port of a language model, whatever serves it."""

from typing import Protocol


class LanguageModel(Protocol):
    """Replies to a text, as it was instructed. May be asked from several threads."""

    def reply(self, instructions: str, text: str, *, longest: int, until: float) -> str:
        """Return the model's reply, never blank.

        `longest` bounds it in tokens, and `until` is the moment (`time.monotonic`) after which no reply is of
        use. Raises `ModelUnavailable`.
        """


class ModelUnavailable(Exception):
    """The model gave no reply that can be used. Its text says why, without a word of what was asked."""
