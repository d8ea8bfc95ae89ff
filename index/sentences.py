"""Split a body into sentences by rule.

A sentence ends at terminal punctuation (with its closing quotes and brackets), at a blank line, and at the
end of a heading, a list item or a paragraph that fills one line. Full stops of abbreviations do not count.
"""

import itertools
import re
from collections.abc import Iterator

from index.article import Span

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(["
# The look-behind lets a run of stops be tried once, from its first character, so time stays linear.
_END = re.compile(rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?=\s)|[。！？]++[」』”’）]*+")
_LIST_ITEM = re.compile(r"(?:[-*•·▪–—#>]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_LINE_END = re.compile(rf"[.!?…:;。！？][{_CLOSERS}」』]*$")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“‘'—/]+$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_SAID = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}(?:said|asked|added|told|replied|wrote|continued|concluded)\b")
# Always followed by the name or number they belong to.
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "messrs",
        "dr",
        "prof",
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "govs",
        "gen",
        "gens",
        "lt",
        "col",
        "maj",
        "capt",
        "cpl",
        "sgt",
        "pvt",
        "adm",
        "cmdr",
        "cdr",
        "amb",
        "hon",
        "rev",
        "fr",
        "msgr",
        "st",
        "ste",
        "mt",
        "ft",
        "pres",
        "sec",
        "supt",
        "atty",
        "asst",
        "dep",
        "det",
        "insp",
        "del",
        "brig",
        "vs",
        "e.g",
        "i.e",
        "cf",
    ]
)
_BEFORE_NUMBER = frozenset(
    [
        "no",
        "nos",
        "art",
        "sec",
        "ch",
        "pp",
        "vol",
        "fig",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "approx",
    ]
)
# May end a sentence: they do where the next word is one that seldom stands capitalised inside a sentence.
_OPEN = frozenset(
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "llc",
        "jr",
        "sr",
        "bros",
        "etc",
        "al",
        "dept",
        "univ",
        "assn",
        "ave",
        "blvd",
        "rd",
        "calif",
        "colo",
        "conn",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "md",
        "mass",
        "mich",
        "minn",
        "miss",
        "mo",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
        "ariz",
        "ark",
        "ala",
        "del",
        "ph.d",
    ]
)
_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "i",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "this",
        "that",
        "these",
        "those",
        "there",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "by",
        "to",
        "as",
        "after",
        "before",
        "during",
        "while",
        "when",
        "where",
        "if",
        "although",
        "though",
        "but",
        "and",
        "or",
        "so",
        "yet",
        "however",
        "also",
        "according",
        "both",
        "since",
        "under",
        "over",
        "last",
        "next",
        "earlier",
        "later",
        "what",
        "who",
        "why",
        "how",
        "not",
        "no",
        "one",
        "two",
    ]
)
# A line that ends without a stop goes on below only where it has the length of hard-wrapped text.
_WRAPPED = range(45, 121)


def split_sentences(body: str) -> tuple[Span, ...]:
    """Return the sentences of `body` in order: trimmed, apart, covering every non-space character."""
    spans = []
    start = 0
    for cut in sorted({*_line_cuts(body), *_stop_cuts(body), len(body)}):
        span = _trim(body, start, cut)
        if span is not None:
            spans.append(span)
        start = cut
    return tuple(spans)


def _trim(body: str, start: int, end: int) -> Span | None:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _line_cuts(body: str) -> Iterator[int]:
    lines = body.split("\n")
    position = 0
    for line, below in itertools.pairwise(lines):
        position += len(line) + 1
        if _ends_with_line(line.strip(), below.strip()):
            yield position


def _ends_with_line(line: str, below: str) -> bool:
    if not line or not below or _LIST_ITEM.match(below):
        return True
    if _LINE_END.search(line[-12:]):
        return not _is_abbreviation(line, len(line) - 1) if line.endswith(".") else True
    return not below[0].islower() and len(line) not in _WRAPPED


def _stop_cuts(body: str) -> Iterator[int]:
    for match in _END.finditer(body):
        if body[match.start()] in "。！？" or _is_stop(body, match.start(), match.end()):
            yield match.end()


def _is_stop(body: str, stop: int, end: int) -> bool:
    following = body[end : end + 80].lstrip()
    if not following:
        return True
    if following[0].islower() or following[0] in ",;:":
        return False
    closed_by_quote = body[end - 1] in "\"”'’"
    if closed_by_quote and body[stop] in "!?" and _SAID.match(following):
        return False
    return end - stop > 1 or body[stop] != "." or not _is_abbreviation(body, stop, following)


def _is_abbreviation(body: str, stop: int, following: str = "") -> bool:
    """Tell whether the full stop at `stop` belongs to an abbreviation and ends nothing."""
    found = _WORD_BEFORE.search(body[max(0, stop - 24) : stop])
    if found is None:
        # A list number or a stop on its own.
        return False
    word = found.group()
    key = word.lower()
    next_word = re.split(r"[\s,.;:]", following.lstrip(_OPENERS), maxsplit=1)[0]
    if key.isdigit() and len(key) <= 3 and body[max(0, stop - len(key) - 1) : stop - len(key)] in ("", "\n"):
        return True
    if key in _BEFORE_NUMBER:
        return next_word[:1].isdigit() or key not in ("no", "art", "mar", "sec")
    if key in _TITLES:
        return True
    if key in _OPEN or _DOTTED.search(word):
        return bool(next_word) and next_word.lower() not in _STARTERS
    # An initial, "J. Jones"; "I" also ends sentences.
    return len(word) == 1 and word.isupper() and word != "I" and next_word.lower() not in _STARTERS
