"""What is known beyond the sentence that is being read."""

from dataclasses import dataclass

from index.article import Participant
from index.datelines import Dateline
from index.names.cast import Cast
from index.names.words import TITLES


@dataclass(slots=True, kw_only=True)
class Context:
    """What is known beyond the sentence: the cast, where "here" is, who speaks, and who was named last."""

    cast: Cast
    body: str
    dateline: Dateline | None = None
    speaker: str | None = None
    spoken_by_another: bool = False
    addressee: str | None = None
    last_person: str | None = None
    last_side: tuple[Participant, ...] = ()


def find_addressee(cast: Cast, body: str) -> str | None:
    """Return whom a letter in the body greets; "Dear Mr. Secretary" is the secretary that it names."""
    greeted = cast.addressee()
    if greeted is not None and greeted.lower() in TITLES:
        holder = cast.holder_of(greeted, len(body))
        return holder if holder is not None and " " in holder else greeted
    return greeted
