"""People, organisations and places by name: mentions, resolution, the name table. No language model."""

from index.names.cast import Cast
from index.names.matching import match_names
from index.names.table import merge_names

__all__ = ["Cast", "match_names", "merge_names"]
