"""The name table of a corpus: the fullest form of each name, its forms, and how many articles hold it."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from index.article import Extraction, NameType
from index.engine import KnownName


def merge_names(extractions: Iterable[Extraction]) -> list[KnownName]:
    """Count each name once an article; most frequent first, ties by name."""
    articles: Counter[tuple[str, NameType]] = Counter()
    forms: defaultdict[tuple[str, NameType], set[str]] = defaultdict(set)
    for extraction in extractions:
        here = set()
        for mention in extraction.names:
            key = (mention.name, mention.type)
            here.add(key)
            forms[key].update((mention.text, mention.name))
        articles.update(here)
    known = [
        KnownName(name=name, type=kind, forms=tuple(sorted(forms[name, kind])), articles=count)
        for (name, kind), count in articles.items()
    ]
    return sorted(known, key=lambda one: (-one.articles, one.name, one.type))
