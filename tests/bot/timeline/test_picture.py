"""The picture of a timeline: nothing overlaps, marks keep to the calendar, colours to the theme."""

import io
import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PIL import Image

from bot.occasions.shelf import Shelf
from bot.timeline import Timeline, make_timeline
from bot.timeline.axis import Axis
from bot.timeline.layout import plan_timeline
from bot.timeline.picture import draw_timeline
from bot.timeline.plan import LINE_HEIGHTS, WIDTH, Plan, Style
from bot.timeline.theme import PALETTES, Theme
from bot.timeline.wrapping import wrap
from index.article import MeetingStatus, Precision
from index.engine import ArticleMeeting, Coverage
from index.occasions import link_occasions
from tests.bot.telling import tell

NAME = "Sofía Ibáñez"
OTHERS = ("Ana Łobodzińska", "José Muñoz", "Otto Bergström", "Piet Vos")


def ruler(text: str, style: Style) -> float:
    return len(text) * LINE_HEIGHTS[style] * 0.45


def timeline(records: list[ArticleMeeting]) -> Timeline:
    coverage = Coverage(generation=1, articles=1, passages=1, undated=0, first=None, last=None)
    shelf = Shelf(coverage=coverage, occasions=link_occasions(records))
    return make_timeline(shelf, NAME)


def many(count: int, *, seed: int = 1) -> Timeline:
    chance = random.Random(seed)
    records = []
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=37 * number + chance.randrange(20))
        in_a_month = number % 7 == 3
        records.append(
            tell(
                f"n{number}",
                NAME,
                *chance.sample(OTHERS, chance.randrange(4)),
                first=day,
                last=day + timedelta(days=30 if in_a_month else chance.randrange(2)),
                precision=Precision.MONTH if in_a_month else Precision.DAY,
                where=chance.choice([None, "Riga", "the Grand Hall of the Palace of Nations, Geneva"]),
                why=chance.choice([None, "to agree on quotas for cod and on much else " * 5]),
                status=chance.choice(list(MeetingStatus)),
                published=day + timedelta(days=40),
            )
        )
    return timeline(records)


def boxes(plan: Plan) -> list[tuple[float, float, float, float]]:
    found = []
    for one in plan.words:
        wide = ruler(one.text, one.style)
        left = one.x - wide if one.from_right else one.x
        found.append((left, one.y, left + wide, one.y + LINE_HEIGHTS[one.style]))
    return found


@pytest.mark.parametrize("count", [1, 2, 9, 16, 17, 60, 100])
def test_nothing_overlaps_or_leaves_the_picture(count: int) -> None:
    plan = plan_timeline(many(count), ruler)
    placed = boxes(plan)
    assert all(left >= 0 and right <= WIDTH and bottom <= plan.height for left, _, right, bottom in placed)
    for n, (left, top, right, bottom) in enumerate(placed):
        for left_2, top_2, right_2, bottom_2 in placed[n + 1 :]:
            beside = right <= left_2 + 0.5 or right_2 <= left + 0.5
            assert beside or bottom <= top_2 + 1 or bottom_2 <= top + 1
    assert len(plan.marks) == min(count, 80)
    assert all(plan.axis_top <= one.top <= one.bottom <= plan.axis_bottom for one in plan.marks)
    assert all(one.label < two.label for one, two in pairwise(plan.marks))


def test_what_is_left_out_of_the_picture_is_said() -> None:
    plan = plan_timeline(many(100), ruler)
    assert any("100 dated meetings; the last 80 are drawn" in one.text for one in plan.words)
    assert not any("[20]" in one.text for one in plan.words)
    assert any("[100]" in one.text for one in plan.words)


def test_sources_are_numbered_as_the_entries_are() -> None:
    shown = many(3)
    said = " ".join(one.text.replace("\u00a0", " ") for one in plan_timeline(shown, ruler).words)
    for citation in shown.citations:
        assert said.count(f"[{citation.number}]") == 2
        assert f"[{citation.number}] {citation.source}" in said


def test_marks_keep_to_the_calendar_and_periods_to_their_length() -> None:
    first, middle = date(2020, 1, 1), date(2020, 7, 1)
    plan = plan_timeline(
        timeline(
            [
                tell("a", NAME, first=first),
                tell("b", NAME, first=middle, last=date(2020, 12, 31), precision=Precision.HALF),
                tell("c", NAME, first=date(2021, 1, 1)),
            ]
        ),
        ruler,
    )
    day, period, end = plan.marks
    length = plan.axis_bottom - plan.axis_top
    assert (day.top, end.top) == (plan.axis_top, plan.axis_bottom)
    assert not day.is_period
    assert period.is_period
    assert period.top == pytest.approx(plan.axis_top + length * 182 / 366)
    assert period.bottom == pytest.approx(plan.axis_top + length * 365 / 366)


@pytest.mark.parametrize(
    ("first", "last", "texts"),
    [
        (date(1960, 5, 1), date(1990, 9, 1), ["1965", "1970", "1975", "1980", "1985", "1990"]),
        (date(2004, 2, 10), date(2004, 7, 2), ["Mar 2004", "Apr 2004", "May 2004", "Jun 2004", "Jul 2004"]),
        (date(2004, 2, 10), date(2004, 2, 16), [f"{n} Feb" for n in range(10, 17)]),
        (date(2004, 2, 10), date(2004, 2, 10), ["Feb 2004"]),
        (date(2003, 2, 1), date(2003, 11, 1), ["Apr 2003", "Jul 2003", "Oct 2003"]),
    ],
)
def test_ticks_name_the_finest_unit_that_has_room(first: date, last: date, texts: list[str]) -> None:
    axis = Axis(first=first.toordinal(), last=last.toordinal(), top=0, bottom=200)
    assert [tick.text for tick in axis.ticks(28)] == texts


def test_text_is_wrapped_where_it_must_and_a_cut_shows() -> None:
    assert wrap("one two three", 7, len) == ["one two", "three"]
    assert wrap("extraordinarily so", 6, len) == ["extrao", "rdinar", "ily so"]
    assert wrap("one two three four", 9, len, most=1) == ["one two …"]
    assert wrap("", 9, len) == []


@pytest.mark.parametrize("theme", list(Theme))
def test_the_picture_is_twice_as_wide_as_shown_and_in_the_colours_of_its_theme(theme: Theme) -> None:
    shown = timeline(
        [
            tell("a", NAME, "Piet Vos", first=date(2020, 1, 1)),
            tell("b", NAME, "Piet Vos", first=date(2020, 3, 1), status=MeetingStatus.CANCELLED),
        ]
    )
    drawn = draw_timeline(shown, theme)
    image = Image.open(io.BytesIO(drawn)).convert("RGB")
    assert image.width == 1100
    assert len(drawn) < 60_000
    colours = {colour for _, colour in image.getcolors(1 << 20) or []}
    palette = PALETTES[theme]
    wanted = {palette.background, palette.text, palette.muted, palette.held, palette.off}
    assert all(any(_near(colour, seen) for seen in colours) for colour in wanted)
    assert _near(image.getpixel((0, 0)), palette.background)
    assert draw_timeline(shown, theme) == drawn


def _near(one: object, two: object) -> bool:
    assert isinstance(one, tuple)
    assert isinstance(two, tuple)
    return all(abs(a - b) <= 3 for a, b in zip(one, two, strict=True))


@pytest.mark.parametrize("theme", list(Theme))
def test_text_can_be_read_on_its_background(theme: Theme) -> None:
    palette = PALETTES[theme]
    for colour in (palette.text, palette.muted, palette.held, palette.ahead, palette.moved, palette.off):
        assert _contrast(colour, palette.background) >= 4.5


def _contrast(one: tuple[int, int, int], two: tuple[int, int, int]) -> float:
    """Return the contrast ratio of WCAG 2.2, 1.4.3."""
    bright, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
