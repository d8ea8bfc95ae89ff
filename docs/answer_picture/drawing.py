"""A planned message as PNG, drawn with Pillow in Source Sans."""

from typing import Any

from PIL import Image, ImageDraw

from bot.pictures import DRAWN, as_png, source_sans
from docs.answer_picture.plan import BACKGROUND, WIDTH, Face, Plan, Thumb, plan_message

_FACES = {
    Face.NAME: ("SourceSansPro-Semibold.ttf", 17.5),
    Face.TAG: ("SourceSansPro-Bold.ttf", 11.5),
    Face.TITLE: ("SourceSansPro-Bold.ttf", 18.0),
    Face.LABEL: ("SourceSansPro-Semibold.ttf", 15.5),
    Face.TEXT: ("SourceSansPro-Regular.ttf", 15.5),
    Face.BOLD: ("SourceSansPro-Bold.ttf", 15.5),
    Face.ITALIC: ("SourceSansPro-It.ttf", 15.5),
    Face.SMALL: ("SourceSansPro-Regular.ttf", 13.0),
    Face.BUTTON: ("SourceSansPro-Semibold.ttf", 15.0),
    Face.INITIAL: ("SourceSansPro-Bold.ttf", 23.0),
}
# A raised thumb in a square of 16: the cuff, then the hand with the thumb.
_CUFF = ((0.5, 7.5), (3.5, 7.5), (3.5, 15.0), (0.5, 15.0))
_HAND = (
    *((4.5, 7.5), (7.6, 0.8), (9.0, 1.0), (9.7, 2.4), (9.2, 5.8), (14.6, 5.8), (15.5, 7.0)),
    *((15.2, 8.4), (13.9, 13.6), (12.6, 15.0), (6.4, 15.0), (4.5, 14.2)),
)
_YELLOW, _AMBER = (0xFF, 0xCC, 0x4D), (0xE0, 0xA4, 0x2B)


def draw_message(message: dict[str, Any], *, name: str, time: str) -> bytes:
    """Draw a message as the bot sends it (its JSON, with one embed), and return the PNG."""
    return _paint(plan_message(message, name, time, measure))


def measure(text: str, face: Face) -> float:
    """Return how wide a text is."""
    return source_sans(*_FACES[face]).getlength(text) / DRAWN


def _paint(plan: Plan) -> bytes:
    image = Image.new("RGB", (round(WIDTH) * DRAWN, round(plan.height) * DRAWN), BACKGROUND)
    draw = ImageDraw.Draw(image)
    for box in plan.boxes:
        corners = [v * DRAWN for v in (box.left, box.top, box.right, box.bottom)]
        draw.rounded_rectangle(corners, box.radius * DRAWN, fill=box.colour)
    for thumb in plan.thumbs:
        _paint_thumb(draw, thumb)
    for words in plan.words:
        place = (words.x * DRAWN, words.y * DRAWN)
        anchor = "mm" if words.centred else "lm"
        draw.text(place, words.text, fill=words.colour, font=source_sans(*_FACES[words.face]), anchor=anchor)
    return as_png(image, optimize=True)


def _paint_thumb(draw: ImageDraw.ImageDraw, thumb: Thumb) -> None:
    for shape, colour in ((_CUFF, _AMBER), (_HAND, _YELLOW)):
        points = [(x, y if thumb.is_up else 16 - y) for x, y in shape]
        placed = [((thumb.left + x) * DRAWN, (thumb.top + y) * DRAWN) for x, y in points]
        draw.polygon(placed, fill=colour)
