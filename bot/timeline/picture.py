"""The picture of a timeline as PNG, drawn with Pillow in Source Sans."""

from PIL import Image, ImageDraw, ImageFont

from bot.pictures import DRAWN, as_png, source_sans
from bot.timeline.layout import plan_timeline
from bot.timeline.plan import WIDTH, Mark, Plan, Style, Tone, Words
from bot.timeline.theme import PALETTES, Colour, Palette, Theme
from bot.timeline.timeline import Timeline
from index.article import MeetingStatus

_DOT = 5.0
_STROKE = 1.75
_FACES = {
    Style.TITLE: ("SourceSansPro-Bold.ttf", 25.0),
    Style.SUBTITLE: ("SourceSansPro-Regular.ttf", 14.0),
    Style.DATE: ("SourceSansPro-Semibold.ttf", 13.5),
    Style.PEOPLE: ("SourceSansPro-Semibold.ttf", 15.5),
    Style.DETAIL: ("SourceSansPro-Regular.ttf", 14.0),
    Style.TICK: ("SourceSansPro-Regular.ttf", 12.0),
    Style.SOURCE: ("SourceSansPro-Regular.ttf", 11.5),
}
_HOLLOW = frozenset(MeetingStatus) - {MeetingStatus.HELD, MeetingStatus.ONGOING}


def draw_timeline(timeline: Timeline, theme: Theme = Theme.DARK) -> bytes:
    """Draw a timeline of at least one entry, 1100 pixels wide, and return the PNG."""
    fonts = {style: source_sans(*face) for style, face in _FACES.items()}
    plan = plan_timeline(timeline, lambda text, style: fonts[style].getlength(text) / DRAWN)
    return _Canvas(plan, PALETTES[theme], fonts).png()


class _Canvas:
    def __init__(self, plan: Plan, palette: Palette, fonts: dict[Style, ImageFont.FreeTypeFont]) -> None:
        self._plan = plan
        self._palette = palette
        self._fonts = fonts
        size = (round(WIDTH) * DRAWN, round(plan.height) * DRAWN)
        self._image = Image.new("RGB", size, palette.background)
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        self._paint_axis()
        for mark in (mark for mark in self._plan.marks if mark.is_period):
            self._paint_period(mark)
        for mark in self._plan.marks:
            self._paint_leader(mark)
        for mark in (mark for mark in self._plan.marks if not mark.is_period):
            self._paint_point(mark)
        for words in self._plan.words:
            self._paint_words(words)
        return as_png(self._image)

    def _paint_axis(self) -> None:
        plan = self._plan
        self._line([(plan.axis_x, plan.axis_top), (plan.axis_x, plan.axis_bottom)], self._palette.line, 2.0)
        for tick in plan.ticks:
            self._line([(plan.axis_x - 7, tick.place), (plan.axis_x, tick.place)], self._palette.line, 1.25)
            self._write(tick.text, plan.axis_x - 12, tick.place, Style.TICK, self._palette.muted, "rm")

    def _paint_period(self, mark: Mark) -> None:
        x, half = self._plan.axis_x, 4.0
        top, bottom = min(mark.top, mark.middle - half), max(mark.bottom, mark.middle + half)
        box = [v * DRAWN for v in (x - half, top, x + half, bottom)]
        colour = _mixed(self._palette.of_status(mark.status), self._palette.background, 0.55)
        self._draw.rounded_rectangle(box, half * DRAWN, fill=colour)

    def _paint_leader(self, mark: Mark) -> None:
        """Draw a smooth line from the mark to its label: a cubic Bezier curve with level ends."""
        x0, x3, y0, y3 = self._plan.axis_x, self._plan.label_x - 8, mark.middle, mark.label
        bend = (x3 - x0) * 0.55
        points = []
        for step in range(25):
            t = step / 24
            a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
            points.append((a * x0 + b * (x0 + bend) + c * (x3 - bend) + d * x3, (a + b) * y0 + (c + d) * y3))
        self._line(points, self._palette.line, 1.25)

    def _paint_point(self, mark: Mark) -> None:
        colour = self._palette.of_status(mark.status)
        self._dot(mark.middle, _DOT + _STROKE, self._palette.background)
        self._dot(mark.middle, _DOT, colour)
        if mark.status in _HOLLOW:
            self._dot(mark.middle, _DOT - _STROKE, self._palette.background)

    def _paint_words(self, words: Words) -> None:
        fill = {
            Tone.TEXT: self._palette.text,
            Tone.MUTED: self._palette.muted,
            Tone.DOUBT: self._palette.doubt,
            Tone.STATUS: self._palette.of_status(words.status),
        }[words.tone]
        self._write(words.text, words.x, words.y, words.style, fill, "ra" if words.from_right else "la")

    def _write(self, text: str, x: float, y: float, style: Style, fill: Colour, anchor: str) -> None:
        self._draw.text((x * DRAWN, y * DRAWN), text, fill=fill, font=self._fonts[style], anchor=anchor)

    def _dot(self, y: float, radius: float, fill: Colour) -> None:
        x = self._plan.axis_x
        box = [v * DRAWN for v in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(box, fill=fill)

    def _line(self, points: list[tuple[float, float]], fill: Colour, width: float) -> None:
        scaled = [(x * DRAWN, y * DRAWN) for x, y in points]
        self._draw.line(scaled, fill=fill, width=round(width * DRAWN), joint="curve")


def _mixed(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(share * a + (1 - share) * b) for a, b in zip(colour, other, strict=True))
    return red, green, blue
