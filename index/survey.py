"""Compare a corpus with what a store knows of it: what is new, changed, gone, or could not be read."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.article import Article
from index.changes import FailedLoad, KnownArticle, KnownFile
from index.loaders import LOADER_VERSION, find_files, read_articles
from index.progress import Progress

READING_RULES = f"{LOADER_VERSION}.1"
"""Version of the loaders, then of cleaning and splitting: when it changes, every file is read again."""

KEPT = " (the version read before is kept)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article as just read, with the digest of all it says."""

    article: Article
    file: str
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store holds."""

    files: Mapping[str, KnownFile]
    articles: Mapping[str, KnownArticle]
    failures: Sequence[FailedLoad]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The difference. `rewritten` are unchanged articles that are to be split again all the same."""

    on_disk: int
    added: tuple[ReadArticle, ...]
    changed: tuple[ReadArticle, ...]
    rewritten: tuple[ReadArticle, ...]
    removed: tuple[KnownArticle, ...]
    unchanged: int
    files: tuple[KnownFile, ...]
    files_removed: tuple[str, ...]
    failures: tuple[FailedLoad, ...]


@dataclass(slots=True, kw_only=True)
class _FileReading:
    """What came of one file: its state, its articles, and what failed in it."""

    file: KnownFile
    articles: list[ReadArticle] = field(default_factory=list)
    failures: list[FailedLoad] = field(default_factory=list)


def root_of(corpus: Path) -> Path:
    """Return the folder that paths are relative to: the corpus, or the folder of a corpus of one file."""
    return corpus if corpus.is_dir() else corpus.parent


def survey(corpus: Path, known: Known, *, everything: bool, progress: Progress) -> Survey:
    """Read what is new or changed below `corpus`; with `everything`, read all of it again."""
    return _Surveyor(corpus, known, everything=everything, progress=progress).survey()


class _Surveyor:
    def __init__(self, corpus: Path, known: Known, *, everything: bool, progress: Progress) -> None:
        self._root = root_of(corpus)
        self._known = known
        self._everything = everything
        self._progress = progress
        self._paths = {path.relative_to(self._root).as_posix(): path for path in find_files(corpus)}
        self._order = {name: position for position, name in enumerate(sorted(self._paths))}
        self._readings: dict[str, _FileReading] = {}
        self._refreshed: list[KnownFile] = []

    def survey(self) -> Survey:
        self._progress.begin("Reading", len(self._order))
        for name in self._order:
            self._look_at(name)
            self._progress.advance(1)
        # An unchanged file may hold an id that an earlier path now claims: it is read again, and loses it.
        for name in self._outranked():
            self._read(name, self._known.files[name])
        winners = self._settle_ids()
        return self._difference(winners)

    def _look_at(self, name: str) -> None:
        path, known = self._paths[name], self._known.files.get(name)
        try:
            stat = path.stat()
            current = known is not None and known.reading == READING_RULES and not known.retry
            if known and current and not self._everything:
                if (stat.st_size, stat.st_mtime_ns) == (known.size, known.mtime_ns):
                    return
                if _file_digest(path) == known.digest:
                    self._refreshed.append(replace(known, size=stat.st_size, mtime_ns=stat.st_mtime_ns))
                    return
            digest = _file_digest(path)
        except OSError as error:
            self._cannot_read(name, error)
            return
        self._read(
            name,
            KnownFile(
                path=name,
                size=stat.st_size,
                mtime_ns=stat.st_mtime_ns,
                digest=digest,
                reading=READING_RULES,
            ),
        )

    def _cannot_read(self, name: str, error: OSError) -> None:
        reason = f"it cannot be read: {error.strerror or error}"
        state = KnownFile(path=name, size=-1, mtime_ns=-1, digest=b"", reading=READING_RULES, retry=True)
        failed = FailedLoad(file=name, path=name, reason=reason)
        self._readings[name] = _FileReading(file=state, failures=[failed])

    def _read(self, name: str, state: KnownFile) -> None:
        reading = _FileReading(file=replace(state, retry=False))
        for one in read_articles(self._paths[name], self._root):
            if isinstance(one, Article):
                reading.articles.append(ReadArticle(article=one, file=name, digest=article_digest(one)))
            else:
                reading.failures.append(FailedLoad(file=name, path=str(one.path), reason=one.reason))
        self._readings[name] = reading

    def _outranked(self) -> list[str]:
        names = set()
        for reading in self._readings.values():
            for one in reading.articles:
                holder = self._known.articles.get(one.article.id)
                if holder and self._is_kept(holder) and self._order[one.file] < self._order[holder.file]:
                    names.add(holder.file)
        return sorted(names)

    def _is_kept(self, article: KnownArticle) -> bool:
        """Tell whether an article's file is there and was not read again."""
        return article.file in self._order and article.file not in self._readings

    def _settle_ids(self) -> dict[str, ReadArticle]:
        """Give each id to the first path that claims it; list the others as failed."""
        winners: dict[str, ReadArticle] = {}
        for name in sorted(self._readings, key=self._order.__getitem__):
            reading = self._readings[name]
            for one in reading.articles:
                holder = self._known.articles.get(one.article.id)
                winner = winners.get(one.article.id)
                owner = winner.file if winner else None
                if owner is None and holder and self._is_kept(holder):
                    owner = holder.file
                if owner is None:
                    winners[one.article.id] = one
                    continue
                reason = (
                    f"its id {one.article.id!r} is already that of an article in {owner}: give it another"
                )
                reading.failures.append(FailedLoad(file=name, path=one.article.path, reason=reason))
                if owner != name:
                    reading.file = replace(reading.file, retry=True)
        return winners

    def _difference(self, winners: Mapping[str, ReadArticle]) -> Survey:
        added, changed, rewritten = [], [], []
        for identity, one in winners.items():
            known = self._known.articles.get(identity)
            if known is None:
                added.append(one)
            elif known.digest != one.digest:
                changed.append(one)
            elif known.reading != READING_RULES or self._everything:
                rewritten.append(one)
        removed = [one for one in self._known.articles.values() if self._is_gone(one, winners)]
        surviving = len(self._known.articles) - len(removed) - len(changed)
        return Survey(
            on_disk=len(self._paths),
            added=tuple(added),
            changed=tuple(changed),
            rewritten=tuple(rewritten),
            removed=tuple(removed),
            unchanged=surviving,
            files=tuple(reading.file for reading in self._readings.values()) + tuple(self._refreshed),
            files_removed=tuple(name for name in self._known.files if name not in self._order),
            failures=tuple(self._failures(winners)),
        )

    def _is_gone(self, known: KnownArticle, winners: Mapping[str, ReadArticle]) -> bool:
        if known.id in winners or self._is_kept(known):
            return False
        reading = self._readings.get(known.file)
        return reading is None or not self._failure_explains(reading, winners)

    def _failure_explains(self, reading: _FileReading, winners: Mapping[str, ReadArticle]) -> bool:
        """Tell whether what failed in a file may be what is missing from it, so that nothing is lost."""
        broken = [one for one in reading.failures if not one.reason.startswith("its id ")]
        missing = self._missing(reading, winners)
        return bool(broken) and (not reading.articles or missing <= len(broken))

    def _missing(self, reading: _FileReading, winners: Mapping[str, ReadArticle]) -> int:
        return sum(
            one.file == reading.file.path and one.id not in winners for one in self._known.articles.values()
        )

    def _failures(self, winners: Mapping[str, ReadArticle]) -> Iterator[FailedLoad]:
        for reading in self._readings.values():
            kept = self._missing(reading, winners) and self._failure_explains(reading, winners)
            for failed in reading.failures:
                yield replace(failed, reason=failed.reason + KEPT) if kept else failed
        refreshed = {file.path for file in self._refreshed}
        yield from (one for one in self._known.failures if one.file in refreshed)


def article_digest(article: Article) -> bytes:
    """Digest all that an article says."""
    content = [
        article.id,
        article.path,
        article.title,
        article.body,
        article.source,
        article.url,
        article.published.isoformat() if article.published else None,
        article.collection,
        list(article.tags),
    ]
    return hashlib.sha256(json.dumps(content).encode()).digest()[:16]


def _file_digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()[:16]
