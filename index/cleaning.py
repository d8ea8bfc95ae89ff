"""Drop what a pasted web page carries besides its article.

Each rule looks at one file alone: lines that are wholly furniture by a short list of phrases, share bars,
everything below the comment form, and short lines that come back again and again.
"""

import re
from collections import Counter
from dataclasses import dataclass

from index.garbling import mend_encoding

_INVISIBLE = str.maketrans({"\u200b": None, "\u2060": None, "\ufeff": None, "\u00ad": None, "\u00a0": " "})
_FURNITURE = re.compile(
    r"(?:press [\"“]?enter[\"”]? to )?skip to (?:main )?(?:content|navigation)"
    r"|jump to (?:content|navigation)|back to top|advertisements?|scroll to continue.*"
    r"|story continues below.*"
    r"|(?:we|this (?:web)?site) uses? cookies\b.*|by (?:using"
    r"|continuing to use) this (?:web)?site\b.*|accept (?:all )?cookies"
    r"|(?:sign up|subscribe) (?:for|to) (?:our|the|free)\b.*(?:newsletters?|updates|alerts"
    r"|inbox)\b.*|subscribe(?: now)?|sign (?:in|up)|log in"
    r"|(?:read more|related(?: articles| stories| posts| topics)?|you may also like"
    r"|more from .{1,40}|click here.{0,40})[:.]?"
    r"|(?:copyright|©|\(c\)).{0,20}\d{4}.*|all rights reserved\.?|powered by wordpress|(?:previous"
    r"|next) (?:post|article)"
    r"|published (?:in|by) .{1,40}",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:be (?:the )?first to comment|leave a (?:reply|comment)|(?:post|add) a comment"
    r"|\d+ comments?|comments are closed)[.:!]?"
    r"|your email address will not be published\b.*",
    re.IGNORECASE,
)
_SHARE_VERBS = frozenset(
    [
        "share",
        "tweet",
        "email",
        "e-mail",
        "print",
        "facebook",
        "twitter",
        "whatsapp",
        "linkedin",
        "reddit",
        "pinterest",
    ]
)
_SHARE_WORDS = _SHARE_VERBS | frozenset(
    [
        "this",
        "on",
        "via",
        "x",
        "link",
        "copy",
        "article",
        "story",
        "save",
        "page",
        "post",
        "by",
        "to",
        "and",
        "friend",
        "a",
    ]
)
_SOURCE = re.compile(r"source:\s*(?P<name>[^\s:/][^:/]{1,78}[^\s.:/])\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;…][\"”'’)]*$")
_REPEATS = 3
_FOOTER = range(15, 81)
_HEADLINE = range(10, 201)


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanText:
    """An article's words, and the title and source that stood among them."""

    body: str
    title: str | None = None
    source: str | None = None


def clean_body(text: str, *, with_headline: bool = True) -> CleanText:
    """Return the article that `text` holds.

    `with_headline` takes a first line that looks like a headline out of the body, as the title.
    """
    lines = [line.rstrip() for line in normalise(text).split("\n")]
    lines = _without_comments(lines)
    lines = _without_furniture(lines)
    source, lines = _take_source(lines)
    title, lines = _take_headline(lines) if with_headline else (None, lines)
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return CleanText(body=body, title=title, source=source)


def normalise(text: str) -> str:
    """Make line ends, spaces and invisible characters plain, and mend characters read in a wrong encoding."""
    return mend_encoding(text).replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE)


def _without_comments(lines: list[str]) -> list[str]:
    """End at the comment form, which stands below the article, never in its first half of lines."""
    for number in range(len(lines) // 2, len(lines)):
        if _COMMENTS.fullmatch(lines[number].strip()):
            return lines[:number]
    return lines


def _without_furniture(lines: list[str]) -> list[str]:
    seen = Counter(line.strip() for line in lines)
    return [line for line in lines if not _is_furniture(line.strip(), seen)]


def _is_furniture(line: str, seen: Counter[str]) -> bool:
    if not line or len(line) > 200:
        return False
    if _FURNITURE.fullmatch(line) or _COMMENTS.fullmatch(line) or _is_share_bar(line):
        return True
    return seen[line] >= _REPEATS and len(line) in _FOOTER and not _SENTENCE_END.search(line)


def _is_share_bar(line: str) -> bool:
    words = re.findall(r"[a-z][a-z-]*", line.lower())
    letters_only = not re.search(r"\d", line)
    return letters_only and bool(_SHARE_VERBS.intersection(words)) and _SHARE_WORDS.issuperset(words)


def _take_source(lines: list[str]) -> tuple[str | None, list[str]]:
    """Take the "Source: NAME" line, where it is the first or the last of the article's lines but a few."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for number in dict.fromkeys([*reversed(filled[-3:]), *filled[:4]]):
        found = _SOURCE.fullmatch(lines[number].strip())
        if found:
            return found["name"], lines[:number] + lines[number + 1 :]
    return None, lines


def _take_headline(lines: list[str]) -> tuple[str | None, list[str]]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if len(filled) < 2:
        return None, lines
    first = filled[0]
    headline = lines[first].strip()
    apart = not lines[first + 1].strip()
    if apart and len(headline) in _HEADLINE and not _SENTENCE_END.search(headline):
        return headline, lines[first + 1 :]
    return None, lines
