"""Notes what came into the index since it was last looked at: which articles, and what they report."""

import asyncio
from collections.abc import Mapping, Sequence

from bot.desk import AnsweringDesk
from bot.state import Arrivals, ReportMark
from bot.summaries.arrivals import marks_of
from index.engine import Snapshot

_A_READ = 1000  # articles; questions are answered between two reads


class Noticing:
    """Looks at each generation of the index once."""

    def __init__(self, desk: AnsweringDesk, arrivals: Arrivals) -> None:
        self._desk = desk
        self._arrivals = arrivals
        self._noticed: int | None = None
        self._looking = asyncio.Lock()

    async def look(self) -> int:
        """Note what came, and return the generation that holds it.

        Raises `IndexUnavailable`, and `Refusal` when too much waits.
        """
        async with self._looking:
            return await self._look()

    async def _look(self) -> int:
        while (generation := await self._desk.read(lambda snapshot: snapshot.generation())) != self._noticed:
            if await self._note(generation):
                self._noticed = generation
        return generation

    async def _note(self, generation: int) -> bool:
        """Note what a generation holds; False if another was published meanwhile."""
        texts = await self._desk.read(lambda snapshot: _texts(snapshot, generation))
        if texts is None:
            return False
        unknown = await self._arrivals.unknown(texts.values())
        fresh = {key: digest for key, digest in texts.items() if digest in unknown}
        marks: dict[bytes, Sequence[ReportMark]] = dict.fromkeys(fresh.values(), ())
        keys = list(fresh)
        for at in range(0, len(keys), _A_READ):
            some = {key: fresh[key] for key in keys[at : at + _A_READ]}
            read = await self._read(some, generation)
            if read is None:
                return False
            marks |= read
        await self._arrivals.note(texts.values(), marks)
        return True

    async def _read(
        self, fresh: Mapping[str, bytes], generation: int
    ) -> Mapping[bytes, Sequence[ReportMark]] | None:
        return await self._desk.read(lambda snapshot: _marks(snapshot, fresh, generation))


def _texts(snapshot: Snapshot, generation: int) -> Mapping[str, bytes] | None:
    if snapshot.generation() != generation:
        return None
    return {one.id: one.digest for one in snapshot.articles()}


def _marks(
    snapshot: Snapshot, fresh: Mapping[str, bytes], generation: int
) -> Mapping[bytes, Sequence[ReportMark]] | None:
    if snapshot.generation() != generation:
        return None
    marks: dict[bytes, list[ReportMark]] = {}
    for version in snapshot.meetings_of(list(fresh)):
        collection = version.article.collection
        reports = [ReportMark(mark=one, collection=collection) for one in marks_of(version)]
        marks.setdefault(fresh[version.article.id], []).extend(reports)
    return marks
