"""A parsed sentence as plain values, so that the frames need no parser to be read or tested."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A token: offsets are those of the body; `head` is a position in the sentence (itself at the root)."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A sentence as a dependency tree. Positions, not words, are passed around."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]
    start: int
    end: int

    def under(self, position: int, *deps: str) -> list[int]:
        """Return the children of `position` that hang by one of `deps`, in order."""
        return [child for child in self.children[position] if self.words[child].dep in deps]

    def subtree(self, position: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Return `position` and all below it in order, leaving out branches that hang by `without`."""
        return sorted(self._below(position, without))

    def _below(self, position: int, without: frozenset[str]) -> Iterator[int]:
        yield position
        for child in self.children[position]:
            if self.words[child].dep not in without:
                yield from self._below(child, without)

    def above(self, position: int) -> Iterator[int]:
        """Return the positions from the head of `position` up to the root."""
        while self.words[position].head != position:
            position = self.words[position].head
            yield position

    def offsets(self, positions: list[int]) -> tuple[int, int]:
        """Return the half-open range of the body from the first to the last position."""
        return self.words[positions[0]].start, self.words[positions[-1]].end


def plant(words: tuple[Word, ...], start: int, end: int) -> Tree:
    """Return the tree of `words`."""
    children: list[list[int]] = [[] for _ in words]
    for position, word in enumerate(words):
        if word.head != position:
            children[word.head].append(position)
    return Tree(words=words, children=tuple(tuple(some) for some in children), start=start, end=end)
