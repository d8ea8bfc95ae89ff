"""What search and answering could do differently, each as a snapshot that changes one thing of another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.article import DateSpan, Hit, TimeKind
from index.dates import parse_question_dates
from index.engine import EVERYTHING, ArticleMeeting, Filters, Mode, SearchResult, Snapshot
from index.fusion import Ranked, fuse
from index.names import NameMatch, NameMatcher
from index.passing import PassingSnapshot

DEPTH = 100
BEFORE, AFTER = timedelta(days=31), timedelta(days=120)
"""How long before and after the days a question names an article about them may be published."""
FADE = 365.0
"""Days away from those days at which nearness in time counts nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A name, and how it changes a snapshot."""

    name: str
    wrap: Callable[[Snapshot], Snapshot]


def variants(matcher: NameMatcher, as_of: date) -> tuple[Variant, ...]:
    """Return what is tried; `matcher` knows the names of the index, `as_of` is a question's "today"."""

    def words(change: Callable[[str], str]) -> Callable[[Snapshot], Snapshot]:
        return lambda snapshot: OtherWords(snapshot, change)

    return (
        Variant(name="as it is", wrap=lambda snapshot: snapshot),
        Variant(name="words alone", wrap=lambda snapshot: OneMode(snapshot, Mode.LEXICAL)),
        Variant(name="meaning alone", wrap=lambda snapshot: OneMode(snapshot, Mode.DENSE)),
        Variant(name="with other forms of names", wrap=words(lambda query: _with_aliases(query, matcher))),
        Variant(name="published near the date", wrap=lambda snapshot: OnlyNear(snapshot, as_of)),
        Variant(name="nearer in time first", wrap=lambda snapshot: NearerFirst(snapshot, as_of)),
        Variant(name="every article once first", wrap=Diverse),
        Variant(name="without meeting records", wrap=Recordless),
    )


class OneMode(PassingSnapshot):
    """Searches by words or by meaning alone."""

    def __init__(self, inner: Snapshot, mode: Mode) -> None:
        super().__init__(inner)
        self._mode = mode

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Search in the one mode."""
        return self._inner.search(query, k=k, where=where, mode=self._mode)


class OtherWords(PassingSnapshot):
    """Gives word search another query than the question; search by meaning keeps it."""

    def __init__(self, inner: Snapshot, change: Callable[[str], str]) -> None:
        super().__init__(inner)
        self._change = change

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Fuse what the changed words and the question's meaning find."""
        dense = self._inner.search(query, k=DEPTH, where=where, mode=Mode.DENSE)
        lexical = self._inner.search(self._change(query), k=DEPTH, where=where, mode=Mode.LEXICAL)
        held = {hit.passage_id: hit for hit in (*dense.hits, *lexical.hits)}
        fused = fuse(_ranked(dense.hits), _ranked(lexical.hits))
        hits = [replace(held[one.passage_id], score=one.score, found_by=one.found_by) for one in fused]
        return replace(dense, hits=_numbered(hits[:k]))


class OnlyNear(PassingSnapshot):
    """Searches only articles published around the days that the question names, where it names any."""

    def __init__(self, inner: Snapshot, as_of: date) -> None:
        super().__init__(inner)
        self._as_of = as_of

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Search near the days; where nothing is found, everywhere."""
        days = _days_of(query, self._as_of)
        if days is not None and days.first is not None and days.last is not None:
            near = replace(where, since=days.first - BEFORE, until=days.last + AFTER)
            found = self._inner.search(query, k=k, where=near, mode=mode)
            if found.hits:
                return found
        return self._inner.search(query, k=k, where=where, mode=mode)


class NearerFirst(PassingSnapshot):
    """Counts nearness in time to the days that the question names beside the score."""

    def __init__(self, inner: Snapshot, as_of: date) -> None:
        super().__init__(inner)
        self._as_of = as_of

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Search, and add up to a fifth of the best score for an article of those very days."""
        found = self._inner.search(query, k=max(k, DEPTH), where=where, mode=mode)
        days = _days_of(query, self._as_of)
        if days is None or not found.hits:
            return replace(found, hits=found.hits[:k])
        best = found.hits[0].score
        nearer = [
            replace(hit, score=hit.score + best / 5 * self._nearness(hit.article_id, days))
            for hit in found.hits
        ]
        nearer.sort(key=lambda hit: (-hit.score, hit.passage_id))
        return replace(found, hits=_numbered(nearer[:k]))

    def _nearness(self, article_id: str, days: DateSpan) -> float:
        article = self._inner.article(article_id)
        if article is None or article.published is None or days.first is None or days.last is None:
            return 0.0
        apart = max((days.first - article.published).days, (article.published - days.last).days, 0)
        return max(0.0, 1 - apart / FADE)


class Diverse(PassingSnapshot):
    """Shows the best passage of every article before a second one of any.

    Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998) with "of the same article" as likeness.
    """

    def search(
        self, query: str, *, k: int = 10, where: Filters = EVERYTHING, mode: Mode = Mode.HYBRID
    ) -> SearchResult:
        """Search, and put the further passages of an article behind."""
        found = self._inner.search(query, k=max(k, DEPTH), where=where, mode=mode)
        first: dict[str, Hit] = {}
        for hit in found.hits:
            first.setdefault(hit.article_id, hit)
        rest = [hit for hit in found.hits if first[hit.article_id] is not hit]
        return replace(found, hits=_numbered([*first.values(), *rest][:k]))


class Recordless(PassingSnapshot):
    """Knows no meeting records: answers are read from sentences alone."""

    def meetings_of(self, article_ids: Sequence[str]) -> tuple[ArticleMeeting, ...]:
        """Return none."""
        return ()


def _days_of(query: str, as_of: date) -> DateSpan | None:
    spans = [one.span for one in parse_question_dates(query, as_of) if one.kind is TimeKind.DATE]
    return next((one for one in spans if one.first is not None), None)


def _with_aliases(query: str, matcher: NameMatcher) -> str:
    return " ".join([query, *dict.fromkeys(form for one in matcher.match(query) for form in _forms(one))])


def _forms(match: NameMatch) -> Iterator[str]:
    # Where a name can mean several, their forms would pull the search apart.
    if len(match.candidates) == 1:
        yield from (form for form in match.candidates[0].forms if form != match.text)


def _ranked(hits: Sequence[Hit]) -> list[Ranked]:
    return [Ranked(passage_id=hit.passage_id, score=hit.score) for hit in hits]


def _numbered(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, 1))
