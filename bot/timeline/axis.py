"""A date axis: days to places, and ticks at the starts of years, months or days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_YEARS = (1, 2, 5, 10, 20, 25, 50, 100)
_MONTHS = (1, 3, 6)
_DAYS = (1, 2, 5, 10)
_FEW_DAYS = 45
_FEW_MONTHS = 1100


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis and what is written beside it."""

    place: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Ordinals of days, from `first` to `last`, spread evenly over `top` to `bottom`."""

    first: int
    last: int
    top: float
    bottom: float

    def place(self, day: float) -> float:
        """Return where a day is; one day alone is in the middle."""
        if self.last == self.first:
            return (self.top + self.bottom) / 2
        share = (day - self.first) / (self.last - self.first)
        return self.top + share * (self.bottom - self.top)

    def ticks(self, apart: float) -> list[Tick]:
        """Return ticks of the smallest step that keeps them `apart`; the first day alone where none fits."""
        for days, text in self._steps():
            ticks = [Tick(self.place(day.toordinal()), day.strftime(text).lstrip("0")) for day in days]
            places = [tick.place for tick in ticks]
            if len(ticks) > 1 and all(b - a >= apart for a, b in pairwise(places)):
                return ticks
        day = date.fromordinal(self.first)
        return [Tick(self.place(self.first), f"{day:%b} {day.year}")]

    def _steps(self) -> Iterator[tuple[Sequence[date], str]]:
        length = self.last - self.first
        if length <= _FEW_DAYS:
            for step in _DAYS:
                yield self._within(self._days(step)), "%d %b"
        if length <= _FEW_MONTHS:
            for step in _MONTHS:
                yield self._within(self._months(step)), "%b %Y"
        for step in _YEARS:
            yield self._within(self._years(step)), "%Y"

    def _within(self, days: Iterator[date]) -> list[date]:
        return [day for day in days if self.first <= day.toordinal() <= self.last]

    def _days(self, step: int) -> Iterator[date]:
        return (date.fromordinal(day) for day in range(self.first, self.last + 1, step))

    def _months(self, step: int) -> Iterator[date]:
        begin, end = date.fromordinal(self.first), date.fromordinal(self.last)
        return (
            date(year, month, 1) for year in range(begin.year, end.year + 1) for month in range(1, 13, step)
        )

    def _years(self, step: int) -> Iterator[date]:
        begin, end = date.fromordinal(self.first), date.fromordinal(self.last)
        return (date(year, 1, 1) for year in range(begin.year, end.year + 1) if year % step == 0)
