"""Plots as SVG text: risk against coverage, calibration, and shares with their intervals.

Colours come from the page's style sheet by class, so that a plot is readable on light and dark ground.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from evaluation.metrics import CalibrationBin, Estimate, RiskPoint

TENTHS = tuple(number / 10 for number in range(0, 11, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The drawing area in pixels, and the value at the upper end of each axis; both begin at 0."""

    right: float = 1.0
    top: float = 1.0
    width: int = 460
    height: int = 300
    left: int = 52
    bottom: int = 44
    margin: int = 22

    def across(self, value: float) -> float:
        """Return the pixel column of a value."""
        return self.left + value / self.right * (self.width - self.left - self.margin)

    def up(self, value: float) -> float:
        """Return the pixel row of a value; rows count from the top."""
        return self.height - self.bottom - value / self.top * (self.height - self.bottom - self.margin)


def plot_risk(curve: Sequence[RiskPoint]) -> str:
    """Draw the share of wrong answers against the share of questions answered, surest first."""
    highest = max((point.risk for point in curve), default=0.0)
    frame = Frame(top=next(one for one in (0.1, 0.2, 0.4, 0.6, 0.8, 1.0) if highest <= one))
    ticks = tuple(frame.top * number / 4 for number in range(5))
    parts = [*_axes(frame, TENTHS, ticks, "questions answered, surest first", "wrong among them")]
    if curve:
        points = [(frame.across(one.coverage), frame.up(one.risk)) for one in curve]
        ground = frame.up(0)
        area = f"M{points[0][0]:.1f},{ground:.1f} L{_path(points)} L{points[-1][0]:.1f},{ground:.1f} Z"
        end = curve[-1]
        parts += [
            f'<path class="area" d="{area}"/>',
            f'<path class="line" d="M{_path(points)}"/>',
            f'<circle class="dot" cx="{points[-1][0]:.1f}" cy="{points[-1][1]:.1f}" r="4">'
            f"<title>{end.risk:.1%} wrong at {end.coverage:.0%} answered</title></circle>",
        ]
    return _svg(frame, "Risk against coverage", parts)


def plot_calibration(bins: Sequence[CalibrationBin]) -> str:
    """Draw how often answers were right against how sure they were; a dot's area is their number."""
    frame = Frame()
    most = max((one.count for one in bins), default=1)
    parts = [*_axes(frame, TENTHS, TENTHS, "confidence", "right")]
    parts.append(
        f'<path class="ideal" d="M{frame.across(0):.1f},{frame.up(0):.1f} '
        f'L{frame.across(1):.1f},{frame.up(1):.1f}"/>'
    )
    places = [(frame.across(one.confidence), frame.up(one.right)) for one in bins]
    for one, (x, y) in zip(bins, places, strict=True):
        gap = frame.up(one.confidence)
        parts.append(f'<path class="gap" d="M{x:.1f},{gap:.1f} L{x:.1f},{y:.1f}"/>')
    if len(places) > 1:
        parts.append(f'<path class="line" d="M{_path(places)}"/>')
    for one, (x, y) in zip(bins, places, strict=True):
        radius = 3 + 7 * (one.count / most) ** 0.5
        said = f"{one.count} answers, {one.confidence:.2f} sure, {one.right:.0%} right"
        parts.append(
            f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{said}</title></circle>'
        )
    return _svg(frame, "Calibration", parts)


def plot_shares(shares: Mapping[str, Estimate]) -> str:
    """Draw each share as a bar with its 95 % interval, its value and its number of questions."""
    rows = [(name, one) for name, one in shares.items() if one.count]
    frame = Frame(width=460, height=34 * len(rows) + 40, left=110, bottom=34, margin=94)
    parts: list[str] = []
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, low = frame.across(tick), 34 * len(rows) + 8
        parts.append(f'<path class="grid" d="M{x:.1f},4 V{low}"/>')
        parts.append(f'<text class="tick" x="{x:.1f}" y="{low + 16}" text-anchor="middle">{tick:.0%}</text>')
    for number, (name, one) in enumerate(rows):
        parts += _bar(frame, 34 * number + 10, name, one)
    return _svg(frame, "Shares with intervals", parts)


def _bar(frame: Frame, top: int, name: str, share: Estimate) -> Iterator[str]:
    x, middle = frame.across(0), top + 9
    low, high = frame.across(share.low), frame.across(share.high)
    yield f'<text class="label" x="{x - 10:.1f}" y="{middle + 4}" text-anchor="end">{escape(name)}</text>'
    width = frame.across(share.value) - x
    yield (
        f'<rect class="bar" x="{x:.1f}" y="{top}" width="{width:.1f}" height="18" rx="3">'
        f"<title>{share}</title></rect>"
    )
    yield (
        f'<path class="whisker" d="M{low:.1f},{middle} H{high:.1f} '
        f'M{low:.1f},{middle - 4} v8 M{high:.1f},{middle - 4} v8"/>'
    )
    yield (
        f'<text class="value" x="{frame.width - 86}" y="{middle + 4}">{share.value:.0%}'
        f'<tspan class="count" dx="6">n={share.count}</tspan></text>'
    )


def _axes(
    frame: Frame, columns: Sequence[float], rows: Sequence[float], across: str, up: str
) -> Iterator[str]:
    left, right, ground, top = frame.left, frame.width - frame.margin, frame.up(0), frame.margin
    for value in rows:
        y = frame.up(value)
        yield f'<path class="grid" d="M{left},{y:.1f} H{right}"/>'
        yield f'<text class="tick" x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{value:.0%}</text>'
    for value in columns:
        x = frame.across(value)
        yield f'<text class="tick" x="{x:.1f}" y="{ground + 18:.1f}" text-anchor="middle">{value:.0%}</text>'
    yield f'<path class="axis" d="M{left},{top} V{ground:.1f} H{right}"/>'
    middle = (ground + top) / 2
    yield (
        f'<text class="name" x="{(left + right) / 2:.0f}" y="{frame.height - 6}" '
        f'text-anchor="middle">{escape(across)}</text>'
    )
    yield (
        f'<text class="name" transform="translate(12,{middle:.0f}) rotate(-90)" '
        f'text-anchor="middle">{escape(up)}</text>'
    )


def _path(points: Sequence[tuple[float, float]]) -> str:
    # Points that lie on one another are drawn once: a curve of hundreds stays small.
    kept = [points[0], *(two for one, two in pairwise(points) if one != two)]
    return " L".join(f"{x:.1f},{y:.1f}" for x, y in kept)


def _svg(frame: Frame, title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {frame.width} {frame.height}" role="img" aria-label="{escape(title)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )
