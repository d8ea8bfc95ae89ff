"""Is the evidence enough? What a statement meets of what the question holds, each judged by itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sufficiency:
    """The features by which an answer is trusted, each from 0 to 1, or a plain truth.

    `people` is the share of the question's people who are present, `names` that of its other names which the
    article tells. `cover` weighs the question's words that the evidence tells (rarer is heavier), `untold`
    those that the article does not tell at all. `prior` is the search's score of the article beside the best
    one's, `lead` how far the statement stands before the best one of any other article. `filled` is the
    share of the asked slots that are stated. `told` is the share of the question's words that the very
    sentences cited for the asked slots hold, and `named` that whoever is asked for is told by name.
    """

    people: float
    names: float
    cover: float
    untold: float
    place: bool
    date: bool
    recorded: bool
    prior: float
    lead: float = 0.0
    filled: float = 0.0
    from_record: bool = False
    from_evidence: bool = False
    told: float = 0.0
    named: bool = True
