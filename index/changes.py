"""What a build knows of the store, and what it changes in it: values of builder, survey and publishing."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Article, Passage
from index.names.aliases import NO_ALIASES, Aliases


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """A file as the last build saw it. `retry`: it lost an article to another file of the same id."""

    path: str
    size: int
    mtime_ns: int
    digest: bytes
    reading: str
    retry: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownArticle:
    """An article that is published, without its text."""

    number: int
    id: str
    file: str
    digest: bytes
    reading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedLoad:
    """Something in a file that could not be read, and why. `path` may name a line of the file."""

    file: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedExtraction:
    """An article, by the digest of its content, whose meetings could not be read, and why."""

    digest: bytes
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedArticle:
    """An article ready to publish: split, and each passage with the key of its vector."""

    article: Article
    file: str
    digest: bytes
    reading: str
    passages: tuple[tuple[Passage, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that one transaction changes. `removed` are numbers, those of replaced articles among them."""

    root: str
    embedder: str
    extractor: str
    removed: Sequence[int]
    added: Sequence[IndexedArticle]
    files_removed: Sequence[str]
    files: Sequence[KnownFile]
    failures: Sequence[FailedLoad]
    new_generation: bool
    mentions_anew: bool
    aliases: Aliases = NO_ALIASES
