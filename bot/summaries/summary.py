"""What a summary is: sentences of the briefings, each a citation, in the order they are read in."""

from dataclasses import dataclass
from enum import StrEnum

from bot.answering.answer import Citation
from index.engine import Coverage


class Subject(StrEnum):
    """What a summary is of."""

    ARTICLE = "article"
    TOPIC = "topic"
    PERIOD = "period"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Sentences of the briefings, word for word: each is the quote of a citation, number 1 first.

    `about` is the article's title, the topic as it was asked, or the period as words. `coverage` is what was
    looked through. No sentence at all is a summary, too: there is nothing of the kind in the briefings.
    """

    subject: Subject
    about: str
    sentences: tuple[Citation, ...]
    coverage: Coverage
