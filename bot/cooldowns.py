"""How often a person and a server may ask: full at first, refilled with time (a token bucket)."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.faults import Refusal

_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """So many questions in so many seconds."""

    questions: int
    seconds: float


@dataclass(slots=True)
class _Bucket:
    left: float
    filled: float


class Cooldowns:
    """Counts what people and servers ask; what is full again is forgotten."""

    def __init__(
        self,
        *,
        per_user: Allowance = Allowance(questions=8, seconds=60.0),
        per_guild: Allowance = Allowance(questions=240, seconds=60.0),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._allowances = {"user": per_user, "guild": per_guild}
        self._clock = clock
        self._buckets: dict[tuple[str, int], _Bucket] = {}

    def take(self, user_id: int, guild_id: int | None) -> None:
        """Count a question. Raises `Refusal`, which says how long to wait, when there were too many."""
        mine = self._bucket("user", user_id)
        if mine.left < 1:
            raise Refusal(
                "You ask faster than I can read. Please ask again in {seconds} s.",
                seconds=self._wait("user", mine),
            )
        if guild_id is not None:
            ours = self._bucket("guild", guild_id)
            if ours.left < 1:
                raise Refusal(
                    "This server asks a lot just now. Please ask again in {seconds} s.",
                    seconds=self._wait("guild", ours),
                )
            ours.left -= 1
        mine.left -= 1

    def _bucket(self, kind: str, identity: int) -> _Bucket:
        allowance, now = self._allowances[kind], self._clock()
        if len(self._buckets) > _MOST_REMEMBERED:
            self._forget_full(now)
        bucket = self._buckets.setdefault((kind, identity), _Bucket(float(allowance.questions), now))
        refilled = (now - bucket.filled) * allowance.questions / allowance.seconds
        bucket.left = min(float(allowance.questions), bucket.left + refilled)
        bucket.filled = now
        return bucket

    def _wait(self, kind: str, bucket: _Bucket) -> int:
        allowance = self._allowances[kind]
        return max(1, math.ceil((1 - bucket.left) * allowance.seconds / allowance.questions))

    def _forget_full(self, now: float) -> None:
        longest = max(one.seconds for one in self._allowances.values())
        self._buckets = {key: one for key, one in self._buckets.items() if now - one.filled < longest}
