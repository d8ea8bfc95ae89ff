"""The briefings and their index: whether there are any, whether it can be searched, and what it lacks."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.doctor.finding import Finding, fine, missing, note
from bot.settings import TOP_COLLECTION, Settings
from index.embedding_model import EmbedderUnavailable
from index.engine import IndexUnavailable, SearchEngine, Snapshot
from index.opening import connect

_NAMED = 3


def check_corpus(settings: Settings) -> Finding:
    """Tell whether there are briefings to read."""
    corpus = settings.corpus_dir
    if not corpus.exists():
        return missing("briefings", f"{corpus} is not there; put your briefings into it, or set CORPUS_DIR.")
    if corpus.is_dir() and not any(one.is_file() for one in corpus.rglob("*")):
        return missing("briefings", f"{corpus} is empty; put your briefings into it, or set CORPUS_DIR.")
    return fine("briefings", f"{corpus}")


def check_index(
    settings: Settings, index_dir: Path, open_engine: Callable[[], SearchEngine]
) -> list[Finding]:
    """Open and search the index, and list what is undated, unread, or named but not there."""
    try:
        engine = open_engine()
    except IndexUnavailable as error:
        return [missing("index", str(error))]
    except EmbedderUnavailable as error:
        return [missing("embedder", str(error))]
    try:
        with engine.snapshot() as snapshot:
            snapshot.search("meeting", k=1)
            return [*_index_findings(snapshot, settings), *_unread(index_dir)]
    except (IndexUnavailable, EmbedderUnavailable) as error:
        return [missing("index", str(error))]
    finally:
        engine.close()


def _index_findings(snapshot: Snapshot, settings: Settings) -> Iterator[Finding]:
    coverage = snapshot.coverage()
    if not coverage.articles:
        yield missing("index", "The index holds no briefing; run `python build_index.py`.")
        return
    yield fine("index", f"{coverage.articles:,} briefings, generation {coverage.generation}")
    yield fine("embedder", settings.embedding_model or "the packaged MiniLM")
    if coverage.undated:
        yield note(
            "dates",
            f"{coverage.undated:,} of {coverage.articles:,} briefings carry no date, so their “Tuesday” "
            "stays unresolved; add `published: 2024-01-28` to their front matter.",
        )
    known = {one or TOP_COLLECTION for one in snapshot.collections()}
    wanted = {one or TOP_COLLECTION for one in _collections_set(settings)}
    for name in sorted(wanted - known):
        yield missing(
            "collections",
            f"No briefing is in the collection “{name}” of DM_COLLECTIONS or GUILD_COLLECTIONS; there are: "
            f"{', '.join(sorted(known))}.",
        )


def _collections_set(settings: Settings) -> set[str]:
    named = set(settings.dm_collections or ())
    for collections in (settings.guild_collections or {}).values():
        named |= collections
    return named


def _unread(index_dir: Path) -> Iterator[Finding]:
    connection = connect(index_dir)
    try:
        rows = connection.execute("SELECT path, reason FROM failures ORDER BY path").fetchall()
    except sqlite3.Error as error:
        yield missing("index", f"The index cannot be read ({error}); run `python build_index.py --full`.")
        return
    finally:
        connection.close()
    for path, reason in rows[:_NAMED]:
        yield note("briefings", f"{path} could not be read: {reason}")
    if len(rows) > _NAMED:
        yield note(
            "briefings",
            f"{len(rows) - _NAMED:,} more could not be read; `python build_index.py` lists them all.",
        )
