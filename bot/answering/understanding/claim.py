"""What a question wants told as so or not: its clause behind "did", without what only says when it was."""

import re

_BE = r"(?:did|does|do|was|were|had|has|have|is|are|will|would|could|can|may|might|should|must)(?:n['’]t)?\b"
# "Lind at the quay - did she meet Falk?": what stands in front of a mark only says which meeting is meant.
BEGINS = re.compile(rf"(?:^|[:;–—]\s*|\s-\s+){_BE}", re.IGNORECASE)
"""Where a question begins that wants a yes or no."""
_BEHIND_A_CLAUSE = re.compile(rf", {_BE}", re.IGNORECASE)
_ASIDE = re.compile(
    r",? (?:when|while|after|before|during|ahead of|by the time|once|as soon as|on the day|at the time) \w"
    r".*?(?= that\b|$)",
    re.IGNORECASE,
)


def claim_in(question: str) -> str:
    """Return what a question claims: "Did Lind sign it when they met?" claims that she signed it."""
    openings = [*BEGINS.finditer(question)] or [*_BEHIND_A_CLAUSE.finditer(question)]
    claim = question[openings[-1].end() :] if openings else question
    return _ASIDE.sub("", claim).strip(" ?")
