"""Lines of a schedule: each opens with an hour, and the day stands alone in a line above."""

import re
from collections.abc import Sequence

from index.article import Precision, Span, TimeExpression

_HOUR = re.compile(r"(?:\d{1,2}(?::\d{2})? ?[ap]\.?m\.?|noon|midnight)\b", re.IGNORECASE)


def opens_with_hour(text: str) -> bool:
    """Tell whether a sentence is a line of a schedule: "10:30 AM Ann Lee to visit the clinic"."""
    return _HOUR.match(text) is not None


def find_day_above(body: str, start: int, expressions: Sequence[TimeExpression]) -> Span | None:
    """Return where the day stands that is alone in the last such line before `start`."""
    for one in sorted(expressions, key=lambda found: -found.start):
        if one.end > start or one.span.precision is not Precision.DAY:
            continue
        line = body[body.rfind("\n", 0, one.start) + 1 : (body + "\n").find("\n", one.end)]
        if line.strip(" \t:.-*") == one.text.strip(" \t:.-*"):
            return Span(start=one.start, end=one.end)
    return None
