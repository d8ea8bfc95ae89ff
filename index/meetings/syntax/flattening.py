"""Sentences as the parser reads them best: on one line, lists after commas, no "(R-Maine)", no nicknames."""

import re

from index.letters import of_letters

_FIRST_BULLET = re.compile(r":\s*\n\s*[-*•]\s+")
_BULLET = re.compile(r"[;,.]?\s*\n\s*[-*•]\s+")
_ASIDE = of_letters(
    r"\s*\((?:(?:R|D|I|DFL|Republican|Democrat|Independent)\s?[-–—]\s?[A-Z][\w. ]*|"
    r"[A-Z][A-Z&.-]{1,9})\)(?=[\s,;:.’']|$)"
)
"""Party and state, or the short form of a name just told: between names they mislead the parser."""
_NICKNAME = of_letters(
    r"(?<=[A-Z])[\w.’'-]*(?P<nickname>\s+(?:[“\"][A-Z][\w.’' -]{0,18}[”\"]|\([A-Z][a-z]+\)))(?=\s+[A-Z][a-z])"
)
"""A name between a given one and a surname: "Eleanor "Bobbie" Finch"."""
_LISTED = re.compile(
    r"(?:[A-Z][\w.’'-]*,? ){1,5}[A-Z][\w.’'-]*(?:,? ?\([^)\n]*\))?"
    r"(?:(?:,| [-–—]) [^\n:]{3,120})?(?<![.!?])[.;]?"
)
"""A line that names somebody, alone or with what they are: "Ann Lee, head of the port"."""
_OPENED = re.compile(r":[ \t]*\n\s*(?=[A-Z])")
_LINE = re.compile(r"[;,.]?\s*\n\s*(?=[A-Z])| [-–—] ")


def names_somebody(line: str) -> bool:
    """Tell whether a line is one of a list of names without bullets."""
    return _LISTED.fullmatch(line) is not None


def flatten(text: str) -> tuple[str, list[int]]:
    """Return `text` for the parser, and for each of its code points the offset where it stands in `text`."""
    cuts: list[tuple[int, int, str]] = [
        *((found.start(), found.end(), "") for found in _ASIDE.finditer(text)),
        *((*found.span("nickname"), "") for found in _NICKNAME.finditer(text)),
        *((found.start(), found.end(), " ") for found in _FIRST_BULLET.finditer(text)),
    ]
    opened = {start for start, _, _ in cuts}
    cuts += [
        (found.start(), found.end(), ", ")
        for found in _BULLET.finditer(text)
        if not any(start <= found.start() < end for start, end, _ in cuts if start in opened)
    ]
    cuts += _line_cuts(text)
    flat: list[str] = []
    places: list[int] = []
    reached = 0
    for start, end, put in sorted(cuts):
        if start < reached:
            continue
        flat.append(text[reached:start])
        places.extend(range(reached, start))
        flat.append(put)
        places.extend([start] * len(put))
        reached = end
    flat.append(text[reached:])
    places.extend(range(reached, len(text)))
    return "".join(flat).replace("\n", " "), places


def _line_cuts(text: str) -> list[tuple[int, int, str]]:
    """Return where commas part the names that stand one a line below "Those present were:"."""
    opened = _OPENED.search(text)
    if opened is None or not all(names_somebody(line.strip()) for line in text[opened.end() :].split("\n")):
        return []
    lines = [(found.start(), found.end(), ", ") for found in _LINE.finditer(text, opened.end())]
    return [(opened.start(), opened.end(), " "), *lines]
