"""The linked occasions of one state of the index, kept: to link them for each question takes seconds."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property

from bot.occasions.people import People
from index.engine import EVERYTHING, Coverage, Filters, Snapshot
from index.occasions import Occasion, link_occasions

_KEPT = 8


@dataclass(frozen=True)
class Shelf:
    """The occasions that some filters let through, in order of their days, and who takes part in them.

    `coverage` tells the generation, and the briefings that were let through.
    """

    coverage: Coverage
    occasions: tuple[Occasion, ...]

    def prepare(self) -> None:
        """Make what is looked up, so that looking up takes no time."""
        _ = self.people, self.sources

    @cached_property
    def people(self) -> People:
        """Return the participants."""
        return People(self.occasions)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Return the outlets that tell of the occasions, sorted."""
        versions = (version for one in self.occasions for version in one.versions)
        return tuple(sorted({one.article.source for one in versions if one.article.source}))


class OccasionLibrary:
    """Opens shelves of an index; safe to call from several threads, which wait while one links.

    What a scope does not let through is never read, so that nothing of it can be shown.
    """

    def __init__(self) -> None:
        self._linking = threading.Lock()
        self._shelves: OrderedDict[Filters, Shelf] = OrderedDict()

    def open(self, snapshot: Snapshot, where: Filters = EVERYTHING) -> Shelf:
        """Return the shelf of what `where` lets through."""
        with self._linking:
            coverage = snapshot.coverage(where)
            kept = self._shelves.get(where)
            if kept is None or kept.coverage != coverage:
                kept = Shelf(coverage=coverage, occasions=link_occasions(snapshot.meetings(where=where)))
                kept.prepare()
            self._shelves[where] = kept
            self._shelves.move_to_end(where)
            while len(self._shelves) > _KEPT:
                self._shelves.popitem(last=False)
            return kept

    def at_hand(self, where: Filters = EVERYTHING) -> Shelf | None:
        """Return the shelf that was last opened with these filters, if it is kept; never waits."""
        return self._shelves.get(where)
