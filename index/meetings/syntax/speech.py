"""Who says "I" and "we": the speaker that a quotation's own paragraph names."""

import re
from collections.abc import Iterator

from index.letters import of_letters
from index.meetings.syntax.paragraphs import paragraph_around
from index.names.cast import Cast

_SAID = (
    r"(?:said|says|added|stated|noted|continued|explained|concluded|remarked|commented|"
    r"told\s+(?:reporters|journalists|a\s+news\s+conference|the\s+(?:press|media)))"
)
_NAME = r"(?:[A-Z][\w.’'-]*[ \t]+(?:\([^)\n]*\)[ \t]*)?){0,6}[A-Z][\w’'-]+"
_ATTRIBUTION = of_letters(
    rf"\b{_SAID}\s+(?P<after>{_NAME})|"
    rf"(?P<before>{_NAME})(?:\s*\([^)\n]*\))?(?:,[^,.”\"\n]{{1,80}},)?\s+(?:also\s+)?{_SAID}\b|"
    rf"\b(?P<pronoun>[Hh]e|[Ss]he|I)\s+(?:also\s+)?{_SAID}\b|\b{_SAID}\s+(?P<other>(?:the|a|one|an)\b)"
)
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|\Z)")


def is_quoted(body: str, offset: int) -> bool:
    """Tell whether the offset stands inside quotation marks of its paragraph."""
    start, _ = paragraph_around(body, offset)
    before = body[start:offset]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def find_speaker(body: str, offset: int, cast: Cast) -> tuple[str | None, bool]:
    """Return who speaks at the offset, and whether the paragraphs attribute the words at all.

    A paragraph of speech without a name goes on with the speaker of the one before it; a name that the
    article's cast does not hold is nobody's, and never the office holder's.
    """
    start, end = paragraph_around(body, offset)
    attributed = False
    while True:
        found = list(_attributions(body[start:end]))
        attributed = attributed or bool(found)
        for name in found:
            if name is not None:
                return (cast.resolve(name), True) if cast.is_person(name) else (None, True)
        if start == 0 or not (found or body[start : start + 1] in ("“", '"')):
            return None, attributed
        start, end = paragraph_around(body, start - 1 - (len(body[:start]) - len(body[:start].rstrip())))


def _attributions(paragraph: str) -> Iterator[str | None]:
    """Return whom each "said" of a paragraph names, None for a pronoun; quoted words attribute nothing."""
    told = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), paragraph)
    for found in _ATTRIBUTION.finditer(told):
        if found.group("other"):
            yield found.group("other")
        else:
            name = found.group("after") or found.group("before")
            yield re.sub(r"\s*\([^)]*\)", "", name) if name else None
