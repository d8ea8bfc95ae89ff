"""When a digest is due: at an hour of a place's own clock, every day or on one day of the week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# A week, a day that a zone left out when it changed sides of the date line, and the width of all zones.
_DAYS_AHEAD = 17
_DAYS_BACK = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """An hour, 0 to 23, of a time zone; `weekday` counts from Monday, 0, and None is every day."""

    hour: int
    zone: ZoneInfo
    weekday: int | None = None

    def next_run(self, after: datetime) -> datetime:
        """Return the first run later than `after`, in UTC.

        Each day of the zone has one run: an hour that comes twice counts the first time, and one that the
        clocks leap over counts as soon as it would have come.
        """
        return next(run for run in self._runs(after) if run > after)

    def run_on(self, day: date) -> datetime:
        """Return the run of a day of the zone, in UTC."""
        # With fold 0, PEP 495 gives the first of two, and in a gap the moment by clocks that did not leap.
        return datetime.combine(day, time(self.hour), tzinfo=self.zone).astimezone(UTC)

    def _runs(self, after: datetime) -> Iterator[datetime]:
        first = after.astimezone(self.zone).date() - timedelta(days=_DAYS_BACK)
        for ahead in range(_DAYS_AHEAD):
            day = first + timedelta(days=ahead)
            if self.weekday is None or day.weekday() == self.weekday:
                yield self.run_on(day)
