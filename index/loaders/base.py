"""What every loader shares: the failure value, a file's place in the corpus, reading it as text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.article import Article

MAX_BYTES = 32 * 1024 * 1024


class Malformed(Exception):
    """An article that cannot be read; the message is one sentence that says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadFailure:
    """A file, or a line of one, that gave no article, and why. `path` is relative to the corpus."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusFile:
    """A file of the corpus: where it lies, and its names below the corpus folder."""

    file: Path
    path: str
    stem: str
    collection: str

    @property
    def readable_name(self) -> str:
        """Return the file's name as words, the last resort for a title."""
        name = self.stem.rsplit("/", 1)[-1]
        return name.replace("_", " ").replace("-", " ").strip() or name


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of article file: its suffixes, and how the articles in such a file are read."""

    suffixes: tuple[str, ...]
    read: Callable[[CorpusFile], Iterator[Article | LoadFailure]]


def read_text(file: Path) -> str:
    """Return the file's text: UTF-8, or UTF-16 that begins with its mark."""
    with file.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise Malformed(f"is larger than {MAX_BYTES // 1024**2} MB; split it into single articles")
    return decode(raw)


def decode(raw: bytes) -> str:
    """Return `raw` as text, or say that it is none."""
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
        raise Malformed(f"is not UTF-8 text ({place}); save it again as UTF-8") from None
    if "\x00" in text:
        raise Malformed("is a binary file, not text; export the article as text")
    return text
