"""How often one may ask: full at first, refilled with time, counted apart for people and servers."""

import pytest

from bot.cooldowns import Allowance, Cooldowns
from bot.faults import Refusal


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_person_may_ask_so_often_and_is_told_when_again() -> None:
    clock = Clock()
    cooldowns = Cooldowns(per_user=Allowance(questions=2, seconds=60.0), clock=clock)
    for _ in range(2):
        cooldowns.take(1, 9)
    with pytest.raises(Refusal, match="in 30 s"):
        cooldowns.take(1, 9)
    cooldowns.take(2, 9)
    clock.now += 29.5
    with pytest.raises(Refusal, match="in 1 s"):
        cooldowns.take(1, 9)
    clock.now += 0.5
    cooldowns.take(1, 9)


def test_a_refused_question_costs_nothing() -> None:
    clock = Clock()
    cooldowns = Cooldowns(per_guild=Allowance(questions=1, seconds=60.0), clock=clock)
    cooldowns.take(1, 9)
    for _ in range(20):
        with pytest.raises(Refusal, match="This server"):
            cooldowns.take(2, 9)
    cooldowns.take(2, 8)
    cooldowns.take(2, None)


def test_what_is_long_past_is_forgotten() -> None:
    clock = Clock()
    cooldowns = Cooldowns(clock=clock)
    for user in range(11_000):
        cooldowns.take(user, None)
    clock.now += 61
    cooldowns.take(1, None)
    assert len(cooldowns._buckets) == 1
