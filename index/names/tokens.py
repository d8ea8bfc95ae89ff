"""The words of a question or a name, folded, with what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.names.words import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_NAME_WORD = re.compile(r"(?:(?<=\w)-)?(?:(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*)")
_POSSESSIVE = re.compile(r"['’]s?$")
_LINK = re.compile(r"\.? ?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word where it stands. `word` is folded, without dots and possessive.

    `linked` tells that it may go on with the name that the word before began: nothing but a space, or the
    dot of a title or initial, parts them; `hyphened` that a hyphen does.
    """

    text: str
    word: str
    start: int
    end: int
    linked: bool
    hyphened: bool

    @property
    def possessive(self) -> bool:
        return _POSSESSIVE.search(self.text) is not None

    @property
    def joined(self) -> bool:
        return self.linked or self.hyphened

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the initials of "G.W." apart, else the word."""
        return tuple(self.word) if "." in self.text else (self.word,)

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words_of(name: str) -> list[str]:
    """Return the words of a name, folded; one that a hyphen joins to the word before begins with "-"."""
    return [_POSSESSIVE.sub("", word).replace(".", "") for word in _NAME_WORD.findall(fold(name))]


def tokenise(text: str) -> tuple[Token, ...]:
    """Return the words of `text` in order; hyphens part words, apostrophes do not."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        word = _POSSESSIVE.sub("", fold(match.group())).replace(".", "")
        if word:
            yield Token(
                text=match.group(),
                word=word,
                start=match.start(),
                end=match.end(),
                linked=end > 0 and _LINK.fullmatch(between) is not None,
                hyphened=end > 0 and between in ("-", "‐", "‑"),
            )
        end = match.end()
