"""What is known beyond the sentence that is being read."""

from dataclasses import dataclass

from index.article import Participant
from index.names.cast import Cast


@dataclass(slots=True, kw_only=True)
class Context:
    """What is known beyond the sentence: the cast, who speaks, and who was named last."""

    cast: Cast
    body: str
    speaker: str | None = None
    spoken_by_another: bool = False
    addressee: str | None = None
    last_person: str | None = None
    last_side: tuple[Participant, ...] = ()
