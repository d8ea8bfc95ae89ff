"""A statement judged: how much it tells of a question, and what speaks against it."""

from dataclasses import dataclass

from bot.answering.answer import Reason
from bot.answering.evidence.statements import Statement
from bot.answering.sufficiency import Sufficiency


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A statement, how much it meets of the question, its rank among others, and what it fails, or None."""

    statement: Statement
    sufficiency: Sufficiency
    score: float
    against: Reason | None

    @property
    def cover(self) -> float:
        """Return how much of the question the statement covers, 0 to 1."""
        return self.sufficiency.cover
