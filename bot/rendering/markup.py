"""Text made safe and short for Discord: escaped markdown, inert mentions and links, cuts at sentence ends."""

import re
from bisect import bisect_right
from urllib.parse import quote, urlsplit

# Discord takes a backslash before any punctuation as "shown as it is". `<` disarms mentions, timestamps and
# custom emoji; the colon of `://` keeps a web address from becoming a link.
_INLINE = re.compile(r"([\\*_~|`\[\]<>])")
_SCHEME = re.compile(r"(?<=[A-Za-z])://")
_LINE_START = re.compile(r"^(\s*)([#\-+])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)\.(?=\s)", re.MULTILINE)
_EVERYONE = re.compile(r"@(?=everyone|here)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)")
ELLIPSIS = " […]"


def escape(text: str) -> str:
    """Make Discord show `text` letter for letter: no style, no mention, no link, no list."""
    text = _INLINE.sub(r"\\\1", text)
    text = _SCHEME.sub(r"\\://", text)
    text = _LINE_START.sub(r"\1\\\2", text)
    text = _NUMBERED.sub(r"\1\\.", text)
    return _EVERYONE.sub("@\u200b", text)


def width(text: str) -> int:
    """Count as the stricter of Discord's counters does: UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def shortened(text: str, limit: int) -> str:
    """Return plain text, which shows no marks, in at most `limit` units: whole, or words and "…"."""
    if width(text) <= limit:
        return text
    ends = [*(match.start() for match in re.finditer(r"\s+", text)), len(text)]
    fitting = [end for end in ends if width(text[:end]) < limit]
    if fitting:
        return f"{text[: fitting[-1]]}…"
    return f"{text[: bisect_right(range(1, len(text)), limit - 1, key=lambda end: width(text[:end]))]}…"


def fit(text: str, limit: int) -> tuple[str, bool]:
    """Escape `text` into at most `limit` units, and tell whether some of it had to be left out.

    What does not fit is cut after the last whole sentence that does, or, where not even one sentence does,
    after the last whole word; the cut shows as "[…]".
    """
    whole = escape(text)
    if width(whole) <= limit:
        return whole, False
    room = limit - len(escape(ELLIPSIS))
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    kept = _longest(text, ends, room)
    if not kept:
        kept = _longest(text, [match.start() for match in re.finditer(r"\s+", text)], room)
    if not kept:
        kept = _longest(text, list(range(1, len(text))), room)
    return kept + escape(ELLIPSIS), True


def link(label: str, url: str | None) -> str:
    """Return a masked link with a safe label, or the label alone where the address is no web address."""
    # A square bracket, escaped or not, can end the label of a link where Discord reads it.
    label = escape(label.replace("[", "(").replace("]", ")"))
    if url is None:
        return label
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return label
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return label
    return f"[{label}]({quote(url.strip(), safe=_URL_SAFE)})"


_URL_SAFE = ":/?#@!$&'*+,;=%~"  # everything a URL may hold but what would end or break a masked link


def _longest(text: str, ends: list[int], room: int) -> str:
    fitting = bisect_right(ends, room, key=lambda end: width(escape(text[:end].rstrip())))
    return escape(text[: ends[fitting - 1]].rstrip()) if fitting else ""
