"""One article as it is read for a question: its sentences, its words, and who speaks in it."""

import re
from collections.abc import Sequence
from functools import cached_property

from bot.answering.evidence.sentences import Sentence, read_sentences
from bot.answering.lexicon.titles import is_title
from bot.answering.lexicon.words import cut_down, fold, folded_list, folded_words, stems_of, topic_words
from index.article import Article, Quote
from index.engine import ArticleMeeting
from index.letters import of_letters

# Who says "we" in a statement or a letter of several is named where it is announced.
_SIGNED = re.compile(
    r"\b(?:issued|released|made|sent|signed|wrote)\b[^.]{0,60}\b(?:statements?|letters?)\b[^.]*:?\s*$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:Dear|The Honorable) ([^:,;\n]{3,60})")
_BEFORE_NAME = of_letters(r"\b(?=([A-Z][\w'’-]*\.?) (?:[A-Z]\. )?([A-Z][\w'’-]+))")
_CAPITALS = of_letters(r"(?:[A-Z][\w-]+(?: (?:of |and |for |the |& )*)?){2,}")
_CAPITAL = of_letters(r"\b[A-Z][\w'’-]+")
_REACH = 3
_ACRONYM_LENGTH = range(2, 7)


class Telling:
    """One article as it is read for a question: its sentences and their words.

    `prior` is how well the search liked it, 1 for the best.
    """

    def __init__(self, article: Article, records: Sequence[ArticleMeeting], prior: float) -> None:
        self.article = article
        self.prior = prior
        self.records = records

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of the body, in order."""
        return read_sentences(self.article.body)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return every folded word of the title and the body, and what the labels in it stand for."""
        return folded_words(self.article.title).union(*(one.words for one in self.sentences))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return the stems of all words."""
        return stems_of(self.words)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Return what the names in the article may be cut down to: "Air Force Base" to "afb"."""
        runs = _CAPITALS.findall(self.article.body)
        return frozenset().union(*(cut_down(run, _ACRONYM_LENGTH) for run in runs))

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the folded words of the title and the body that have a capital."""
        return frozenset(fold(word) for word in _CAPITAL.findall(f"{self.article.title} {self.article.body}"))

    def given(self, surname: str) -> frozenset[str]:
        """Return the folded words, no titles, that stand before a surname in the body, as given names do."""
        pairs = _BEFORE_NAME.findall(self.article.body)
        found = {
            fold(before)
            for before, name in pairs
            if folded_list(name)[-1:] == [surname] and not is_title(before)
        }
        return frozenset(word for word in found if topic_words(word))

    def is_titled(self, surname: str) -> bool:
        """Tell whether a title stands before a surname in the body: "Governor Lind"."""
        pairs = _BEFORE_NAME.findall(self.article.body)
        return any(fold(name) == surname and is_title(before) for before, name in pairs)

    @cached_property
    def office(self) -> frozenset[str]:
        """Return the words of the source: in its own releases, "the Senator" and "I" are its holder."""
        return folded_words(self.article.source or "")

    @cached_property
    def addressee(self) -> frozenset[str]:
        """Return the words of whom a letter in the article is to: its "you"."""
        return frozenset(
            word for match in _ADDRESSED.finditer(self.article.body) for word in folded_words(match.group(1))
        )

    @cached_property
    def signers(self) -> frozenset[str]:
        """Return the words of those who issued the article's statement or letter together: its "we"."""
        found = (
            (one.quote.text, match)
            for one in self.sentences
            if (match := _SIGNED.search(one.quote.text)) is not None
        )
        return frozenset(word for text, match in found for word in folded_words(text[: match.start()]))

    def headline(self, place: int | None) -> frozenset[str]:
        """Return the words of the title where a sentence opens the article: both tell its news."""
        return frozenset() if place else folded_words(self.article.title)

    def whole(self, quote: Quote) -> Quote:
        """Return the sentence that holds a quote, or the quote where none does."""
        place = self.place_of(quote)
        return quote if place is None else self.sentences[place].quote

    def place_of(self, quote: Quote) -> int | None:
        """Return the number of the sentence that holds a quote, or None."""
        if quote.in_title:
            return None
        return next(
            (
                one.place
                for one in self.sentences
                if one.quote.start <= quote.start and quote.end <= one.quote.end
            ),
            None,
        )

    def around(self, place: int, reach: int = _REACH) -> Sequence[Sentence]:
        """Return the sentences within `reach` of a sentence, without it."""
        near = self.sentences[max(0, place - reach) : place + reach + 1]
        return [one for one in near if one.place != place]
