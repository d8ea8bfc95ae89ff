"""When digests are due: one run a day of the place's own clock, whatever its clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.schedules import Schedule
from bot.digests.time_zones import known_zones

BERLIN = ZoneInfo("Europe/Berlin")
HOURS = st.integers(0, 23)
WEEKDAYS = st.none() | st.integers(0, 6)
ZONES = st.deferred(lambda: st.sampled_from(known_zones())).map(ZoneInfo)
MOMENTS = st.datetimes(
    min_value=datetime(1990, 1, 10), max_value=datetime(2037, 1, 1), timezones=st.just(UTC)
)


def _local(
    year: int, month: int, day: int, hour: int, minute: int = 0, zone: ZoneInfo = BERLIN, fold: int = 0
) -> datetime:
    # In UTC: moments near a change of the clocks compare as unequal to those of another zone.
    return datetime(year, month, day, hour, minute, tzinfo=zone, fold=fold).astimezone(UTC)


@settings(deadline=None)
@given(HOURS, WEEKDAYS, ZONES, MOMENTS)
def test_the_next_run_is_later_and_none_is_left_out(
    hour: int, weekday: int | None, zone: ZoneInfo, now: datetime
) -> None:
    schedule = Schedule(hour=hour, zone=zone, weekday=weekday)
    run = schedule.next_run(now)
    assert now < run <= now + timedelta(days=9 if weekday is not None else 3)
    today = now.astimezone(zone).date()
    runs = {
        schedule.run_on(day)
        for day in (today + timedelta(days=ahead) for ahead in range(-3, 20))
        if weekday is None or day.weekday() == weekday
    }
    assert run == min(one for one in runs if one > now)


@settings(deadline=None)
@given(HOURS, ZONES, MOMENTS)
def test_every_day_of_the_zone_has_exactly_one_run(hour: int, zone: ZoneInfo, now: datetime) -> None:
    schedule = Schedule(hour=hour, zone=zone)
    run, posted = now, []
    for _ in range(40):
        run = schedule.next_run(run)
        posted.append(run)
    days = {_day_of(one, schedule) for one in posted}
    assert len(days) == len(posted)
    first, last = min(days), max(days)
    missing = {first + timedelta(days=n) for n in range((last - first).days)} - days
    assert all(_left_out(day, zone) for day in missing)
    for one in posted:
        wanted = datetime.combine(_day_of(one, schedule), time(hour))
        assert one.astimezone(zone).replace(tzinfo=None) == wanted or _leapt_over(wanted, zone)


def _day_of(run: datetime, schedule: Schedule) -> date:
    """Return the day whose run this is: the latest, where the zone left one out."""
    day = run.astimezone(schedule.zone).date()
    return next(one for one in (day, day - timedelta(days=1)) if schedule.run_on(one) == run)


def _leapt_over(wanted: datetime, zone: ZoneInfo) -> bool:
    there_and_back = wanted.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there_and_back.replace(tzinfo=None) != wanted


def _left_out(day: date, zone: ZoneInfo) -> bool:
    return all(_leapt_over(datetime(day.year, day.month, day.day, hour), zone) for hour in range(24))


@pytest.mark.parametrize(
    ("now", "hour", "run"),
    [
        (_local(2024, 5, 1, 7, 59), 8, _local(2024, 5, 1, 8)),
        (_local(2024, 5, 1, 8), 8, _local(2024, 5, 2, 8)),
        # 2 o'clock is leapt over on 31 March 2024, and comes twice on 27 October.
        (_local(2024, 3, 31, 1, 59), 2, _local(2024, 3, 31, 3)),
        (_local(2024, 3, 31, 3), 2, _local(2024, 4, 1, 2)),
        (_local(2024, 10, 27, 1), 2, _local(2024, 10, 27, 2)),
        (_local(2024, 10, 27, 2), 2, _local(2024, 10, 28, 2)),
        (_local(2024, 10, 27, 2, fold=1), 2, _local(2024, 10, 28, 2)),
    ],
)
def test_a_day_on_which_the_clocks_change_has_one_run(now: datetime, hour: int, run: datetime) -> None:
    assert Schedule(hour=hour, zone=BERLIN).next_run(now) == run


def test_a_day_that_a_zone_leaves_out_has_no_run_of_its_own() -> None:
    apia = ZoneInfo("Pacific/Apia")  # 30 December 2011 never came
    runs = [_local(2011, 12, 28, 9, zone=apia)]
    for _ in range(3):
        runs.append(Schedule(hour=8, zone=apia).next_run(runs[-1]))
    assert [one.astimezone(apia).date() for one in runs[1:]] == [
        date(2011, 12, 29),
        date(2011, 12, 31),
        date(2012, 1, 1),
    ]


def test_a_week_has_one_run() -> None:
    monday = Schedule(hour=0, zone=BERLIN, weekday=0)
    run = monday.next_run(_local(2024, 3, 25, 0))
    assert run == _local(2024, 4, 1, 0)
    assert run - _local(2024, 3, 25, 0) == timedelta(days=7, hours=-1)
