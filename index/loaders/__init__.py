"""From an article file to `Article` values: one module a format, listed in `registry`."""

from index.loaders.base import LoadFailure
from index.loaders.registry import LOADER_VERSION, SUFFIXES, find_files, read_articles

__all__ = ["LOADER_VERSION", "SUFFIXES", "LoadFailure", "find_files", "read_articles"]
