"""What a crowd saw, and the figures of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

DEADLINE = 3.0
"""Seconds in which Discord wants a command or a button acknowledged."""


class Way(StrEnum):
    """How somebody turns to the bot."""

    COMMAND = "/ask"
    MENTION = "mention"
    BUTTON = "button"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Something one person did, in seconds of one clock: when, and when Discord was told that it is under
    way (None for a mention, which has no deadline), and when the answer stood (None: never)."""

    way: Way
    began: float
    acknowledged: float | None = None
    answered: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How many ask, for how long, with how much thought between an answer and what is done next.

    Everybody does at least `fewest` things, also when the time is up. After `patience` seconds a turn counts
    as lost. One seed has everybody do the same.
    """

    askers: int
    seconds: float
    fewest: int = 1
    thought: tuple[float, float] = (4.0, 8.0)
    patience: float = 60.0
    seed: int = 7


def lost(turns: Sequence[Turn]) -> list[Turn]:
    """Return the turns that were never answered."""
    return [one for one in turns if one.answered is None]


def late(turns: Sequence[Turn]) -> list[Turn]:
    """Return the commands and buttons that were not acknowledged in time."""
    return [
        one
        for one in turns
        if one.way is not Way.MENTION
        and (one.acknowledged is None or one.acknowledged - one.began > DEADLINE)
    ]


def most_overtaken(turns: Sequence[Turn]) -> int:
    """Return the fairness of the line: by how many later questions the unluckiest question was overtaken.

    A question is overtaken by one that was asked after it and answered before it. Buttons are left out:
    most of them need no place in the line.
    """
    asked = sorted((one for one in turns if one.way is not Way.BUTTON), key=lambda one: one.began)
    ends = [math.inf if one.answered is None else one.answered for one in asked]
    return max((sum(later < end for later in ends[place + 1 :]) for place, end in enumerate(ends)), default=0)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` of the values do not exceed (nearest rank); 0 of none."""
    return sorted(values)[math.ceil(share * len(values)) - 1] if values else 0.0


def lines(turns: Sequence[Turn]) -> list[str]:
    """Return the figures as a table, and what went wrong in words."""
    rows = ["| | turns | p50, s | p95, s | longest, s | acknowledged, p95, s |", "|---|---|---|---|---|---|"]
    for way in Way:
        waits = [one.answered - one.began for one in turns if one.way is way and one.answered is not None]
        opened = [
            one.acknowledged - one.began for one in turns if one.way is way and one.acknowledged is not None
        ]
        known = f"{percentile(opened, 0.95):.2f}" if opened else "–"
        times = (percentile(waits, 0.5), percentile(waits, 0.95), percentile(waits, 1.0))
        rows.append(
            f"| {way} | {len(waits)} | {' | '.join(f'{seconds:.2f}' for seconds in times)} | {known} |"
        )
    fairness = f"no question was overtaken by more than {most_overtaken(turns)} later ones"
    return [*rows, "", f"{len(lost(turns))} lost, {len(late(turns))} acknowledged late; {fairness}"]
