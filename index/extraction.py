"""The port of the extractor, and how a build asks it, so that one article stops no other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from index.article import Article, Extraction
from index.changes import FailedExtraction

_CAUSE_CHARS = 100


class ExtractorUnavailable(Exception):
    """Nothing can be extracted at all. Its text is one sentence for a person, and says what to do."""


class Extractor(Protocol):
    """Reads names and meetings out of an article. Loading anything heavy waits for the first article."""

    @property
    def version(self) -> str:
        """Name the rules and models: an article is read again when it changes."""

    def extract_many(self, articles: Iterable[Article]) -> Iterable[Extraction]:
        """Return the names and meetings of each article, in order.

        Raises ExtractorUnavailable where no article can be read; any other exception speaks of one article.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeetings:
    """Extractions by the digest of their article; those that failed are empty, and listed."""

    extractions: Mapping[bytes, Extraction]
    failed: tuple[FailedExtraction, ...] = ()


def read_meetings(extractor: Extractor, articles: Mapping[bytes, Article]) -> ReadMeetings:
    """Extract all articles at once, or one by one where the extractor stumbles over any.

    Raises ExtractorUnavailable.
    """
    try:
        found = extractor.extract_many(articles.values())
        return ReadMeetings(extractions=dict(zip(articles, found, strict=True)))
    except ExtractorUnavailable:
        raise
    except Exception:  # noqa: BLE001 - which article it was shows when they are read one by one
        return _one_by_one(extractor, articles)


def _one_by_one(extractor: Extractor, articles: Mapping[bytes, Article]) -> ReadMeetings:
    extractions: dict[bytes, Extraction] = {}
    failed = []
    for digest, article in articles.items():
        try:
            (extractions[digest],) = extractor.extract_many([article])
        except ExtractorUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - a flaw of the rules must not take the article with it
            extractions[digest] = Extraction()
            failed.append(FailedExtraction(digest=digest, reason=_reason(article, error)))
    return ReadMeetings(extractions=extractions, failed=tuple(failed))


def _reason(article: Article, error: Exception) -> str:
    cause = f"{type(error).__name__}: {error}".removesuffix(": ")[:_CAUSE_CHARS]
    return (
        f"the meetings of article {article.id!r} could not be read ({cause}): it can be searched, but no "
        "meeting of it is known"
    )
