"""Find the known names that a question names, whatever its case, clipping, titles or diacritics."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.article import NameType
from index.engine import KnownName
from index.names.words import fold, name_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Surnames that are words first: alone and in lower case they name nobody.
_COMMON = frozenset(
    [
        "what",
        "who",
        "when",
        "where",
        "why",
        "how",
        "did",
        "does",
        "do",
        "is",
        "was",
        "were",
        "are",
        "will",
        "would",
        "can",
        "may",
        "might",
        "should",
        "could",
        "met",
        "meet",
        "meeting",
        "talks",
        "held",
        "with",
        "about",
        "and",
        "or",
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "after",
        "before",
        "during",
        "last",
        "next",
        "this",
        "that",
        "it",
        "he",
        "she",
        "they",
        "young",
        "long",
        "rice",
        "bush",
        "brown",
        "green",
        "white",
        "black",
        "day",
        "week",
        "month",
        "year",
        "hill",
        "price",
        "bill",
        "mark",
        "grant",
        "frank",
        "art",
        "rose",
        "hope",
        "may",
        "march",
        "april",
        "june",
        "august",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Words of a question that name somebody, and everyone they can mean, most frequent first."""

    start: int
    end: int
    text: str
    candidates: tuple[KnownName, ...]


def match_names(question: str, known: Sequence[KnownName]) -> tuple[NameMatch, ...]:
    """Return the names of `question` in its order, longest first at each word; ambiguity is kept."""
    index = _by_first_word(known)
    words = list(_WORD.finditer(question))
    folded = [_bare(word.group()) for word in words]
    found: list[NameMatch] = []
    position = 0
    while position < len(words):
        length, candidates = _longest(index, folded, position)
        if (
            length == 1
            and folded[position] in _COMMON
            and not _is_capitalised(words[position].group(), position)
        ):
            length = 0
        if length:
            start, end = words[position].start(), words[position + length - 1].end()
            found.append(NameMatch(start=start, end=end, text=question[start:end], candidates=candidates))
        position += length or 1
    return tuple(found)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", fold(word))


def _is_capitalised(word: str, position: int) -> bool:
    return word[:1].isupper() and position > 0


def _forms(one: KnownName) -> Iterator[tuple[str, ...]]:
    for form in (one.name, *one.forms):
        words = tuple(part for word in name_words(form) for part in re.split(r"[-]", word))
        yield words
        if one.type is NameType.PERSON and len(words) > 1:
            yield words[-1:]
            yield (words[0], words[-1])


def _by_first_word(known: Sequence[KnownName]) -> Mapping[str, dict[tuple[str, ...], list[KnownName]]]:
    index: defaultdict[str, dict[tuple[str, ...], list[KnownName]]] = defaultdict(dict)
    for one in known:
        for form in dict.fromkeys(_forms(one)):
            if form:
                index[form[0]].setdefault(form, []).append(one)
    return index


def _longest(
    index: Mapping[str, dict[tuple[str, ...], list[KnownName]]], words: Sequence[str], position: int
) -> tuple[int, tuple[KnownName, ...]]:
    forms = index.get(words[position], {})
    fitting = [form for form in forms if tuple(words[position : position + len(form)]) == form]
    if not fitting:
        return 0, ()
    best = max(fitting, key=len)
    return len(best), tuple(sorted(forms[best], key=lambda one: (-one.articles, one.name)))
