"""Questions that were asked alike, and what became of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answering.lexicon.words import folded_list
from bot.state import AnswerRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAlike:
    """One question, in the words in which it was asked last, and how often; `newest` is its last answer."""

    question: str
    times: int
    useless: int
    newest: AnswerRecord


def find_gaps(records: Sequence[AnswerRecord]) -> tuple[AskedAlike, ...]:
    """Return the questions that have no whole answer by now, those that failed most often first.

    `records` are in the order in which they were given.
    """
    groups = (_alike(group, lambda one: not one.whole) for group in _by_question(records))
    gaps = [one for one in groups if not one.newest.whole]
    return tuple(sorted(gaps, key=lambda one: (-one.times, -one.newest.given_at.timestamp(), one.question)))


def find_useless(records: Sequence[AnswerRecord]) -> tuple[AskedAlike, ...]:
    """Return the questions whose whole answers were found not useful, those by most people first."""
    groups = (_alike(group, lambda one: one.whole) for group in _by_question(records))
    disliked = [one for one in groups if one.useless and one.newest.whole]
    return tuple(
        sorted(disliked, key=lambda one: (-one.useless, -one.newest.given_at.timestamp(), one.question))
    )


def _by_question(records: Iterable[AnswerRecord]) -> Iterable[list[AnswerRecord]]:
    groups: defaultdict[tuple[str, ...], list[AnswerRecord]] = defaultdict(list)
    for one in records:
        # Capitals, accents, endings and punctuation make no other question.
        groups[tuple(folded_list(one.question)) or (one.question,)].append(one)
    return groups.values()


def _alike(group: Sequence[AnswerRecord], counts: Callable[[AnswerRecord], bool]) -> AskedAlike:
    counted = [one for one in group if counts(one)]
    newest = group[-1]
    return AskedAlike(
        question=newest.question,
        times=len(counted),
        useless=sum(one.useless for one in counted),
        newest=newest,
    )
