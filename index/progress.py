"""What a build tells whoever watches it. The build itself is silent."""

from typing import Protocol


class Progress(Protocol):
    """Watches a build: phases one after another, each of a known amount of work."""

    def waiting(self) -> None:
        """Be told, once, that another build holds the store and this one waits for it."""

    def begin(self, phase: str, total: int) -> None:
        """Be told that a phase of `total` units begins."""

    def advance(self, units: int) -> None:
        """Be told that so many units more are done."""


class Unwatched:
    """Watches nothing."""

    def waiting(self) -> None:
        """Ignore it."""

    def begin(self, phase: str, total: int) -> None:
        """Ignore it."""

    def advance(self, units: int) -> None:
        """Ignore it."""
