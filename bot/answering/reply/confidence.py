"""How sure an answer is: the probability that it is right, from a few features of its evidence.

The parameters are fitted by `python -m evaluation calibrate` on judged questions, and kept beside this file.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.answering.sufficiency import Sufficiency

MIN_CONFIDENCE = 0.5
"""Where the setting of that name says nothing: an answer must be right more probably than not.
evaluation/README.md tells what other values would give."""
PARAMETERS = Path(__file__).with_name("confidence.json")

FEATURES: Mapping[str, Callable[[Sufficiency], float]] = {
    "from_record": lambda held: float(held.from_record),
    "told": lambda held: held.told,
    "named": lambda held: float(held.named),
}
"""What confidence is computed from, each from 0 to 1. Cover, lead and the search's score are not among them:
an answer that passed the rules of `choosing` has enough of each, and how much more tells nothing."""


class ConfidenceUnusable(Exception):
    """The parameters cannot be read. Its text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceModel:
    """Logistic regression: the log-odds of being right are a weighted sum of the features."""

    intercept: float
    weights: Mapping[str, float]

    def of(self, held: Sufficiency) -> float:
        """Return the probability, 0 to 1, that an answer with this evidence is right."""
        odds = self.intercept + sum(weight * FEATURES[name](held) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-odds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What says how sure an answer is, and how sure it must be (0 to 1) to be given."""

    model: ConfidenceModel
    minimum: float = MIN_CONFIDENCE

    def doubts(self, confidence: float) -> bool:
        """Tell whether an answer is too unsure to be given."""
        return confidence < self.minimum


def read_model(path: Path = PARAMETERS) -> ConfidenceModel:
    """Read fitted parameters; raises ConfidenceUnusable."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        weights = {name: float(weight) for name, weight in read["weights"].items()}
        model = ConfidenceModel(intercept=float(read["intercept"]), weights=weights)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfidenceUnusable(
            f"{path} does not hold the parameters of confidence ({error!r}): "
            "run `python -m evaluation calibrate`."
        ) from error
    unknown = sorted(weights.keys() - FEATURES.keys())
    if unknown:
        raise ConfidenceUnusable(
            f"{path} weighs {', '.join(unknown)}, which no answer has: run `python -m evaluation calibrate`."
        )
    return model
