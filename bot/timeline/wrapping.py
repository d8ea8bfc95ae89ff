"""Break text into lines of a width that is measured, not counted."""

from collections.abc import Callable

_ELLIPSIS = "…"


def wrap(text: str, room: float, measure: Callable[[str], float], *, most: int | None = None) -> list[str]:
    """Break `text` between words, and inside a word only where it alone is too wide.

    With `most`, what does not fit in so many lines shows as "…" at the end of the last.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *broken, line = _pieces(word, room, measure)
        lines += broken
    if line:
        lines.append(line)
    if most is None or len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(lines[most - 1], room, measure)]


def _pieces(word: str, room: float, measure: Callable[[str], float]) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, room: float, measure: Callable[[str], float]) -> str:
    words = line.split(" ")
    while len(words) > 1 and measure(f"{' '.join(words)} {_ELLIPSIS}") > room:
        words.pop()
    return f"{' '.join(words)} {_ELLIPSIS}"
