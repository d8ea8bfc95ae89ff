"""Time zones: offered while one writes, and read however they are written."""

from datetime import UTC, datetime

import pytest

from bot.digests.time_zones import known_zones, offer_zones, read_zone
from bot.faults import Refusal

NOON = datetime(2024, 7, 1, 12, tzinfo=UTC)


def test_zones_are_offered_with_what_their_clocks_show() -> None:
    assert list(offer_zones("berl", NOON)) == [("Europe/Berlin", "Europe/Berlin (14:00)")]
    assert next(iter(offer_zones("new york", NOON)))[0] == "America/New_York"
    assert next(iter(offer_zones("", NOON))) == ("UTC", "UTC (12:00)")
    assert next(iter(offer_zones("asia", NOON)))[0].startswith("Asia/")
    assert len(list(offer_zones("a", NOON))) == 25
    assert list(offer_zones("atlantis", NOON)) == []


def test_every_usual_zone_is_a_known_one() -> None:
    assert {name for name, _ in offer_zones("", NOON)} <= set(known_zones())


@pytest.mark.parametrize("written", ["Europe/Berlin", "europe/berlin", " EUROPE/BERLIN "])
def test_a_zone_is_read_however_it_is_written(written: str) -> None:
    assert read_zone(written).key == "Europe/Berlin"


@pytest.mark.parametrize("written", ["", "Berlin", "../../etc/passwd", "localtime", "CEST+1"])
def test_what_is_no_zone_is_refused(written: str) -> None:
    with pytest.raises(Refusal, match="There is no time zone"):
        read_zone(written)
