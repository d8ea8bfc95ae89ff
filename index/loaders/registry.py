"""Know the formats, find a corpus's files, and read the articles of one."""

from collections.abc import Iterator
from pathlib import Path

from index.article import Article
from index.loaders import jsonl, markdown, text
from index.loaders.base import CorpusFile, Format, LoadFailure, Malformed

# Raised when a loader or the cleaning reads the same file differently, so that stores read it again.
LOADER_VERSION = 3

_FORMATS = (markdown.FORMAT, text.FORMAT, jsonl.FORMAT)
SUFFIXES = tuple(suffix for known in _FORMATS for suffix in known.suffixes)


def find_files(corpus: Path) -> list[Path]:
    """Return the article files of a folder in order, or the one file that `corpus` is.

    Hidden files and folders are passed over, and so is README.md at the top, which describes the corpus.
    """
    if corpus.is_file():
        return [corpus]
    found = []
    for file in corpus.rglob("*"):
        below = file.relative_to(corpus)
        hidden = any(part.startswith(".") for part in below.parts)
        if not hidden and below.as_posix() != "README.md" and _suffix(file.name) and file.is_file():
            found.append((below.as_posix(), file))
    return [file for _, file in sorted(found)]


def read_articles(path: Path, root: Path) -> Iterator[Article | LoadFailure]:
    """Yield the articles of one file below `root` (or of `root` itself), and what failed to load and why."""
    below = path.name if path == root else path.relative_to(root).as_posix()
    try:
        yield from _format(path.name).read(_place(path, below))
    except Malformed as error:
        yield LoadFailure(path=below, reason=str(error))
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error}); check the file and its permissions"
        yield LoadFailure(path=below, reason=reason)


def _place(path: Path, below: str) -> CorpusFile:
    stem = below[: len(below) - len(_suffix(path.name))] or below
    collection = below.split("/", 1)[0] if "/" in below else ""
    return CorpusFile(file=path, path=below, stem=stem, collection=collection)


def _suffix(name: str) -> str:
    fitting = [suffix for suffix in SUFFIXES if name.lower().endswith(suffix)]
    return max(fitting, key=len, default="")


def _format(name: str) -> Format:
    suffix = _suffix(name)
    for known in _FORMATS:
        if suffix in known.suffixes:
            return known
    raise Malformed(f"is of no known format; name it with one of {', '.join(SUFFIXES)}")
