"""The colours of a timeline's picture, for a dark and a light background."""

from dataclasses import dataclass
from enum import StrEnum

from index.article import MeetingStatus

Colour = tuple[int, int, int]


class Theme(StrEnum):
    """Which background a picture is made for."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours by what they are for; text reaches a contrast of 4.5 on its background (WCAG AA)."""

    background: Colour
    text: Colour
    muted: Colour
    line: Colour
    held: Colour
    ahead: Colour
    moved: Colour
    off: Colour
    doubt: Colour

    def of_status(self, status: MeetingStatus) -> Colour:
        """Return the colour of a mark."""
        match status:
            case MeetingStatus.HELD | MeetingStatus.ONGOING:
                return self.held
            case MeetingStatus.PLANNED | MeetingStatus.REQUESTED:
                return self.ahead
            case MeetingStatus.POSTPONED:
                return self.moved
            case _:
                return self.off


PALETTES = {
    Theme.DARK: Palette(
        background=(0x1B, 0x1D, 0x23),
        text=(0xF2, 0xF3, 0xF5),
        muted=(0xA6, 0xAE, 0xBB),
        line=(0x4A, 0x50, 0x5C),
        held=(0x4C, 0xC9, 0xA4),
        ahead=(0x6C, 0xB6, 0xFF),
        moved=(0xF0, 0xB2, 0x4B),
        off=(0xF2, 0x7D, 0x72),
        doubt=(0xF0, 0xB2, 0x4B),
    ),
    Theme.LIGHT: Palette(
        background=(0xFF, 0xFF, 0xFF),
        text=(0x1B, 0x1D, 0x23),
        muted=(0x5B, 0x64, 0x72),
        line=(0xB9, 0xC0, 0xCA),
        held=(0x12, 0x7A, 0x5B),
        ahead=(0x1F, 0x66, 0xB5),
        moved=(0x97, 0x5A, 0x00),
        off=(0xB8, 0x36, 0x2B),
        doubt=(0x97, 0x5A, 0x00),
    ),
}
