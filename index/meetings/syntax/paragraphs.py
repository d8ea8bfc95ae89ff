"""How far apart two places of a body are, in paragraphs."""

import re

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_LINE = re.compile(r"\n\s*")


def paragraphs_apart(body: str, one: int, two: int) -> int:
    """Return how many paragraph breaks stand between two offsets.

    A body without blank lines breaks at each line.
    """
    first, last = sorted((one, two))
    breaks = _BLANK if _BLANK.search(body) else _LINE
    return len(breaks.findall(body[first:last]))


def paragraph_around(body: str, offset: int) -> tuple[int, int]:
    """Return the half-open range of the paragraph that holds `offset`."""
    breaks = _BLANK if _BLANK.search(body) else _LINE
    start, end = 0, len(body)
    for found in breaks.finditer(body):
        if found.end() <= offset:
            start = found.end()
        elif found.start() >= offset:
            end = found.start()
            break
    return start, end
