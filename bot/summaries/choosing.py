"""Which sentences make a summary: the weightiest first, none that says again what another said.

Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998) over words weighed by how rare they are.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bot.summaries.sentences import Candidate

_REPEATING = 0.7
"""How much a sentence loses for what others said already."""
_SAME = 0.5
"""Two sentences that share so much say the same, and one of them is enough."""

Weights = Mapping[str, float]


def weigh_words(candidates: Sequence[Candidate]) -> Weights:
    """Weigh each word: the rarer among the sentences, the heavier (idf)."""
    holding = Counter(word for one in candidates for word in one.words)
    total = len(candidates)
    return {word: math.log(1 + total / holding[word]) for word in holding}


def likeness(one: Candidate, other: Candidate, weights: Weights) -> float:
    """Return how much two sentences say the same, 0 to 1: the cosine of their weighed words."""
    shared = sum(weights[word] * weights[word] for word in one.words & other.words)
    return shared / (_length(one, weights) * _length(other, weights) or 1.0)


def centralities(candidates: Sequence[Candidate], weights: Weights) -> list[float]:
    """Return how near each sentence is to all others together, the nearest 1."""
    sums: dict[str, float] = {}
    for one in candidates:
        length = _length(one, weights) or 1.0
        for word in one.words:
            sums[word] = sums.get(word, 0.0) + weights[word] / length
    near = [
        sum(weights[word] * sums[word] for word in one.words) / (_length(one, weights) or 1.0)
        for one in candidates
    ]
    most = max(near, default=0.0)
    return [value / most if most else 0.0 for value in near]


def choose(
    candidates: Sequence[Candidate],
    score: Callable[[int], float],
    weights: Weights,
    *,
    count: int,
    of_one_article: int,
) -> list[Candidate]:
    """Choose at most `count` sentences, at most so many of one article; `score` takes a position."""
    # An introduction is of use only before what it introduces, which brings it along.
    left = {n: score(n) for n, one in enumerate(candidates) if not one.introduces}
    repeated = dict.fromkeys(left, 0.0)
    chosen: list[Candidate] = []
    taken: Counter[str] = Counter()
    while left and len(chosen) < count:
        best = max(left, key=lambda one: (left[one] - _REPEATING * repeated[one], -one))
        del left[best]
        candidate = candidates[best]
        added = _with_introduction(candidate, chosen)
        article = candidate.article.id
        if repeated[best] >= _SAME or taken[article] + len(added) > of_one_article:
            continue
        if len(chosen) + len(added) > count:
            continue
        chosen += added
        taken[article] += len(added)
        for one in left:
            repeated[one] = max(repeated[one], likeness(candidates[one], candidate, weights))
    return chosen


def _with_introduction(candidate: Candidate, chosen: Sequence[Candidate]) -> list[Candidate]:
    introduction = candidate.introduction
    return [candidate] if introduction is None or introduction in chosen else [introduction, candidate]


def _length(one: Candidate, weights: Weights) -> float:
    return math.sqrt(sum(weights[word] * weights[word] for word in one.words))
