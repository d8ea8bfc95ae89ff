"""What an operator says of names: which are one person, which are several, and which records to hide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase

from index.article import Article, Extraction, Meeting, NameMention
from index.engine import KnownName


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """`also` are other names of whoever is called `name`."""

    name: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """In the articles told here, `name` is somebody of their own, called `into`.

    `articles` are patterns of ids ("harbor/*"); whatever is None is not asked of an article.
    """

    name: str
    into: str
    articles: tuple[str, ...] | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None

    def holds(self, article: Article) -> bool:
        """Tell whether an article is one of those told."""
        day = article.published
        return (
            (self.articles is None or any(fnmatchcase(article.id, one) for one in self.articles))
            and (self.source is None or (article.source or "").casefold() == self.source.casefold())
            and (self.since is None or (day is not None and day >= self.since))
            and (self.until is None or (day is not None and day <= self.until))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hide:
    """The records of `article` are not shown: those whose sentence holds `quote`, all of them where None."""

    article: str
    quote: str | None = None

    def hides(self, article: Article, meeting: Meeting) -> bool:
        """Tell whether a record of an article is one of those told."""
        return self.article == article.id and (
            self.quote is None or _plain(self.quote) in _plain(meeting.evidence.text)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """All that the operator says."""

    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    hides: tuple[Hide, ...] = ()
    _usual: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        usual = {_plain(one): merge.name for merge in self.merges for one in merge.also}
        object.__setattr__(self, "_usual", usual)

    def apply(self, article: Article, extraction: Extraction) -> Extraction:
        """Return what was read of an article under the names that the operator gives, less what is hidden."""
        if not (self.merges or self.splits or self.hides):
            return extraction
        shown = [
            one for one in extraction.meetings if not any(hide.hides(article, one) for hide in self.hides)
        ]
        return Extraction(
            names=tuple(self._mention(article, one) for one in extraction.names),
            meetings=tuple(self._meeting(article, one) for one in shown),
        )

    def known_by(self, names: Sequence[KnownName]) -> list[KnownName]:
        """Return the names of a table with their aliases among their forms."""
        also = {merge.name: merge.also for merge in self.merges}
        return [
            replace(one, forms=tuple(sorted({*one.forms, *also[one.name]}))) if one.name in also else one
            for one in names
        ]

    def _name(self, article: Article, name: str) -> str:
        for split in self.splits:
            if _plain(split.name) == _plain(name) and split.holds(article):
                return split.into
        return self._usual.get(_plain(name), name)

    def _mention(self, article: Article, mention: NameMention) -> NameMention:
        return replace(mention, name=self._name(article, mention.name))

    def _meeting(self, article: Article, meeting: Meeting) -> Meeting:
        renamed = [replace(one, name=self._name(article, one.name)) for one in meeting.participants]
        return replace(
            meeting, participants=tuple({one.name: one for one in reversed(renamed)}.values())[::-1]
        )


NO_ALIASES = Aliases()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
