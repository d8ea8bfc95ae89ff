"""The time zones that can be chosen, by their IANA names, and their offers while somebody writes one."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.faults import Refusal
from bot.offering import CHOICES

# What is offered before anything is written: one name for each of the most populous offsets.
_USUAL = (
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Athens",
    "Europe/Istanbul",
    "Africa/Lagos",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Bangkok",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "America/Sao_Paulo",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)


@cache
def known_zones() -> tuple[str, ...]:
    """Return the names of all zones, sorted; looks through the disk the first time."""
    # Some systems list names that are none of a place: the machine's own zone, and copies of the rest.
    strange = ("posix/", "right/", "localtime", "Factory", "posixrules")
    return tuple(sorted(name for name in available_timezones() if not name.startswith(strange)))


def read_zone(written: str) -> ZoneInfo:
    """Return the zone of a name, however its letters and blanks are written. Raises `Refusal`."""
    wanted = _fold(written)
    name = next((one for one in known_zones() if _fold(one) == wanted), None)
    if name is None:
        raise Refusal(
            "There is no time zone “{name}”; choose one while you write, such as Europe/Berlin.",
            name=written,
        )
    return ZoneInfo(name)


def offer_zones(written: str, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield at most 25 names that hold every word written, each with what its clocks show now.

    Names in which a place begins as written come first.
    """
    words = _fold(written).split()
    fitting = [one for one in known_zones() if all(word in _fold(one) for word in words)] if words else _USUAL
    near = sorted(fitting, key=lambda one: not _begins(one, words)) if words else fitting
    for name in near[:CHOICES]:
        yield name, f"{name} ({now.astimezone(ZoneInfo(name)):%H:%M})"


def _begins(name: str, words: list[str]) -> bool:
    return any(part.startswith(words[0]) for part in _fold(name).split("/"))


def _fold(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())
