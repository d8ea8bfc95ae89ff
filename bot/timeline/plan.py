"""The plan of a timeline's picture. Units are pixels at the width that Discord shows, 550."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from bot.timeline.axis import Tick
from index.article import MeetingStatus

WIDTH = 550.0


class Style(Enum):
    """How words look."""

    TITLE = auto()
    SUBTITLE = auto()
    DATE = auto()
    PEOPLE = auto()
    DETAIL = auto()
    TICK = auto()
    SOURCE = auto()


LINE_HEIGHTS = {
    Style.TITLE: 30.0,
    Style.SUBTITLE: 18.0,
    Style.DATE: 17.0,
    Style.PEOPLE: 19.0,
    Style.DETAIL: 17.0,
    Style.TICK: 14.0,
    Style.SOURCE: 14.5,
}
Ruler = Callable[[str, Style], float]


class Tone(Enum):
    """In which colour words are."""

    TEXT = auto()
    MUTED = auto()
    STATUS = auto()
    DOUBT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text: its left (or right) end and its top."""

    text: str
    x: float
    y: float
    style: Style
    tone: Tone = Tone.TEXT
    status: MeetingStatus = MeetingStatus.HELD
    from_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A meeting on the axis: a point, or the whole period in which it was; and the label it leads to."""

    top: float
    bottom: float
    is_period: bool
    status: MeetingStatus
    label: float

    @property
    def middle(self) -> float:
        """Return where the line to the label begins."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole picture."""

    height: float
    axis_x: float
    axis_top: float
    axis_bottom: float
    label_x: float
    words: tuple[Words, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
