"""Statements of a meeting: the build's own records first, and sentences that tell of one beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.answering.encounters import speaks_of_meeting, status_in
from bot.answering.people import is_title
from bot.answering.sentences import Sentence, read_sentences
from bot.answering.states import spelled_out
from bot.answering.words import fold, folded_list, folded_words, stem, stems_of, topic_words
from index.article import Article, Meeting, MeetingStatus, Quote
from index.engine import ArticleMeeting

_PRONOUN = re.compile(
    r"\b(?:I|we|me|us|my|our|he|she|his|her|they|their|the (?:senators?|secretary|president|congress\w+"
    r"|members?|delegation|governor|minister|chancellor|two|three))\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|us|our)\b", re.IGNORECASE)
# Who says "we" in a statement or a letter of several is named where it is announced.
_SIGNED = re.compile(
    r"\b(?:issued|released|made|sent|signed|wrote)\b[^.]{0,60}\b(?:statements?|letters?)\b[^.]*:?\s*$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:Dear|The Honorable) ([^:,;\n]{3,60})")
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_TAKING_PART = re.compile(
    r"\b(?:also (?:attend\w*|present|met|joined|participat\w+|took part|briefed)|attend(?:ed|ing|ees)"
    r"|participa\w+|took part|joined by|was joined|were joined|joining|accompan\w+|along with|present at)\b",
    re.IGNORECASE,
)
ATTENDING = re.compile(
    rf"{_TAKING_PART.pattern}"
    r"|\b(?:delegation|group|participants|attendees|panel|guests|meeting|officials)\b[^.;]{0,40}"
    r"\binclud(?:ed|ing|es)\b",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"\s*(?:[-*•·▪–—]|\d{1,2}[.)])\s")
MATTER = re.compile(
    r"\b(?:to discuss|to talk about|about|regarding|concerning|nominat\w+|to replace|in support of)\b"
)
# Whoever is named behind these is spoken of, in a sentence that no build read as a meeting.
_SUCCEEDING = re.compile(
    r"\b(?:nominated (?:to|for|by)|to (?:replace|succeed)|named (?:after|for)|in honor of)\b"
)
_BEFORE_NAME = re.compile(r"\b(?=([A-Z][\w'’-]*\.?) (?:[A-Z]\. )?([A-Z][\w'’-]+))")
_REACH = 3
_ACRONYM_LENGTH = range(2, 7)


class Telling:
    """One article as it is read for a question: its sentences and their words.

    `prior` is how well the search liked it, 1 for the best.
    """

    def __init__(self, article: Article, records: Sequence[ArticleMeeting], prior: float) -> None:
        self.article = article
        self.prior = prior
        self._records = records

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of the body, in order."""
        return read_sentences(self.article.body)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return every folded word of the title and the body, and what the labels in it stand for."""
        labels = spelled_out(self.article.body)
        return folded_words(f"{self.article.title} {labels}").union(*(one.words for one in self.sentences))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return the stems of all words."""
        return stems_of(self.words)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Return what the names in the article may be cut down to: "Air Force Base" to "afb"."""
        found: set[str] = set()
        for run in re.findall(r"(?:[A-Z][\w-]+(?: (?:of |and |for |the |& )*)?){2,}", self.article.body):
            capitals = [word[0].lower() for word in run.split() if word[0].isupper()]
            found.update(
                "".join(capitals[start : start + length])
                for length in _ACRONYM_LENGTH
                for start in range(len(capitals) - length + 1)
            )
        return frozenset(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the folded words of the title and the body that have a capital."""
        return frozenset(
            fold(word) for word in re.findall(r"\b[A-Z][\w'’-]+", f"{self.article.title} {self.article.body}")
        )

    def given(self, surname: str) -> frozenset[str]:
        """Return the folded words, no titles, that stand before a surname in the body, as given names do."""
        pairs = _BEFORE_NAME.findall(self.article.body)
        found = {fold(before) for before, name in pairs if fold(name) == surname and not is_title(before)}
        return frozenset(word for word in found if topic_words(word))

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

    def statements(self) -> Iterator["Statement"]:
        """Yield the meetings recorded of the article, then its sentences that speak of one."""
        told = set()
        for record in self._records:
            statement = self._from_record(record)
            told.add(statement.place)
            yield statement
        for sentence in self.sentences:
            text = sentence.quote.text
            if sentence.place not in told and speaks_of_meeting(text):
                yield self._from_sentence(sentence)

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

    def _telling_of(self, meeting: Meeting) -> int | None:
        """Return the sentence of the evidence; of several run together, that which names the most who met."""
        place = self.place_of(meeting.evidence)
        if place is not None or meeting.evidence.in_title:
            return place
        names = folded_words(" ".join(one.name for one in meeting.participants))
        inside = [
            one
            for one in self.sentences
            if meeting.evidence.start <= one.quote.start and one.quote.end <= meeting.evidence.end
        ]
        return max(inside, key=lambda one: (len(one.words & names), -one.place)).place if inside else None

    def around(self, place: int, reach: int = _REACH) -> Sequence[Sentence]:
        """Return the sentences within `reach` of a sentence, without it."""
        near = self.sentences[max(0, place - reach) : place + reach + 1]
        return [one for one in near if one.place != place]

    def _from_record(self, told: ArticleMeeting) -> "Statement":
        meeting = told.meeting
        place = self._telling_of(meeting)
        evidence = self.whole(meeting.evidence) if place is None else self.sentences[place].quote
        people = " ".join(
            f"{one.name} {one.role or ''} {one.affiliation or ''}" for one in meeting.participants
        )
        stated = [one.mention for one in meeting.participants if one.mention is not None]
        stated += [one for one in (meeting.where, meeting.why) if one is not None]
        stated += [meeting.when.quote] if meeting.when is not None else []
        places = {found for one in stated if (found := self.place_of(one)) is not None}
        sentences = [self.sentences[one].words for one in places]
        return Statement(
            telling=self,
            place=place or 0,
            evidence=evidence,
            status=meeting.status,
            told=told,
            who=folded_words(people),
            surnames=frozenset(folded_list(one.name)[-1] for one in meeting.participants if one.name.strip()),
            near=folded_words(f"{evidence.text} {people}").union(*sentences),
        )

    def _from_sentence(self, sentence: Sentence) -> "Statement":
        text = sentence.quote.text
        return Statement(
            telling=self,
            place=sentence.place,
            evidence=sentence.quote,
            status=status_in(text),
            told=None,
            who=sentence.words,
            surnames=frozenset(),
            near=sentence.words,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A meeting as one article states it. `who` and `near` are folded words.

    `who` are the words of those who take part and `surnames` the last ones of their names, and `near` those
    of the evidence and of what the record quotes. `told` is what the build read, None for a mere sentence.
    """

    telling: Telling = field(repr=False)
    place: int
    evidence: Quote
    status: MeetingStatus
    told: ArticleMeeting | None
    who: frozenset[str]
    surnames: frozenset[str]
    near: frozenset[str]

    @property
    def article(self) -> Article:
        """Return the article that states it."""
        return self.telling.article

    @property
    def record(self) -> Meeting | None:
        """Return what the build read of the meeting, None for a mere sentence."""
        return None if self.told is None else self.told.meeting

    @property
    def recorded(self) -> bool:
        """Tell whether the build read it as a meeting."""
        return self.told is not None

    def present(self, *, matter: bool = False) -> frozenset[str]:
        """Return the folded words that may name those who meet.

        They are the participants, all in the evidence before what the meeting was about (with `matter`, all
        in it), those of a list of attendees near it, and the holder of the office where the evidence says
        "I" or "the Senator".
        """
        text = self.evidence.text
        about = None if matter else (MATTER if self.recorded else _SUCCEEDING).search(text)
        found = self.who | folded_words(text if about is None else text[: about.start()])
        if _PRONOUN.search(self.evidence.text) is not None:
            found |= self.telling.office
        if _YOU.search(self.evidence.text) is not None:
            found |= self.telling.addressee
        if _WE.search(self.evidence.text) is not None:
            found |= self.telling.signers
        for one in self.telling.around(self.place):
            if _TAKING_PART.search(one.quote.text) or LIST_ITEM.match(one.quote.text):
                found |= _before_succeeded(one)
        return found

    def speakers(self) -> frozenset[str]:
        """Return the folded words of the participants, the office holder, and a letter's "you" and "we"."""
        found = self.who | self.telling.office
        if _YOU.search(self.evidence.text) is not None:
            found |= self.telling.addressee
        return found | self.telling.signers if _WE.search(self.evidence.text) is not None else found

    def beside(self) -> frozenset[str]:
        """Return the stems of the sentences next to the evidence."""
        return frozenset().union(*(one.stems for one in self.telling.around(self.place, 2)))

    def stems(self) -> frozenset[str]:
        """Return the stems of `near`."""
        return frozenset(map(stem, self.near))


def _before_succeeded(sentence: Sentence) -> frozenset[str]:
    """Return the folded words of a sentence, without who is only named as followed or honored in it."""
    match = _SUCCEEDING.search(sentence.quote.text)
    return sentence.words if match is None else folded_words(sentence.quote.text[: match.start()])
