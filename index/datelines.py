"""The dateline of an article: where and when it was written, before its first sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.article import Quote, Span
from index.letters import of_letters

_TOWN = r"[A-Z][A-Z.'’-]*[A-Z](?:[ -][A-Z][A-Z.'’-]*[A-Z])*(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?)?"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
_AGENCY = r"(?: \([A-Z][\w .&’'-]{1,30}\))?"
# A hyphen joins words unless there are blanks round it: "NATO-Russia talks" opens with no dateline.
_DATELINE = of_letters(
    rf"^[ \t]*(?P<town>{_TOWN}){_DAY}{_AGENCY}(?: ?(?:—|–|--) ?| - )(?=[\"“A-Z])", re.MULTILINE
)
_OPENING = 1000
"""Code points within which a dateline stands: a heading or a byline may be before it."""
_MONTH = re.compile(
    r", (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$"
)
_LABELS = frozenset(
    """
    release update breaking news who what when where why note editor correction exclusive analysis opinion
    urgent brief contact memo memorandum subject date advisory statement embargoed immediate
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words of what stands in capitals before a dash, too, and is no town: "FOR IMMEDIATE RELEASE - "."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The town that "here" means, and where the first sentence begins."""

    town: Quote
    end: int


def find_dateline(body: str) -> Dateline | None:
    """Return the dateline that opens a paragraph near the beginning: "MOSCOW, April 11 (AP) — "."""
    towns = (one for one in _DATELINE.finditer(body, 0, _OPENING) if not _is_label(one.group("town")))
    match = next(towns, None)
    if match is None:
        return None
    town = _MONTH.sub("", match.group("town"))
    start = match.start("town")
    return Dateline(town=Quote(start=start, end=start + len(town), text=town), end=match.end())


def _is_label(words: str) -> bool:
    return any(word.lower().removesuffix("'s") in _LABELS for word in re.findall(r"[A-Z'’]+", words))


def behind_dateline(body: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """Yield the sentences, the first one without the dateline, whose town is nobody who meets."""
    found = find_dateline(body)
    for span in sentences:
        opens = found is not None and span.start < found.end < span.end
        yield Span(start=found.end, end=span.end) if found is not None and opens else span
