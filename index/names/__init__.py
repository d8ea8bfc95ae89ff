"""People, organisations and places by name: mentions, resolution, matching. No language model."""

from index.names.cast import Cast
from index.names.matching import NameMatch, NameMatcher, has_case

__all__ = ["Cast", "NameMatch", "NameMatcher", "has_case"]
