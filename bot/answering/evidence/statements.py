"""Statements of a meeting: the build's own records first, and sentences that tell of one beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.answering.evidence.sentences import Sentence
from bot.answering.evidence.telling import Telling
from bot.answering.lexicon.encounters import MEETINGS, speaks_of_meeting, status_in
from bot.answering.lexicon.words import folded_list, folded_words, stem
from index.article import Article, Meeting, MeetingStatus, Quote
from index.engine import ArticleMeeting
from index.occasions.statuses import AHEAD

# "Our" relations are everybody's, "our" meeting that of whoever says so.
PRONOUN = re.compile(
    rf"\b(?:I|we|me|us|my|our(?= (?:[\w'’]+ ){{0,3}}(?:{MEETINGS}|offices?|guests?)\b)"
    r"|he|she|his|her|they|their|the (?:senators?|secretary|president|congress\w+|members?|delegation"
    r"|governor|minister|chancellor|two|three))\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|us|our)\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_TAKING_PART = re.compile(
    r"\b(?:also (?:attend\w*|present|met|joined|participat\w+|took part|briefed)|attend(?:ed|ing|ees)"
    r"|participa\w+|took part|joined by|was joined|were joined|joining|accompan\w+|along with|present at)\b",
    re.IGNORECASE,
)
ATTENDING = re.compile(
    rf"{_TAKING_PART.pattern}"
    r"|\b(?:delegation|group|participants|attendees|panel(?:ists)?|guests|meeting|officials|presenters"
    r"|speakers|witnesses|visitors)\b[^.;]{0,40}"
    r"\binclud(?:ed|ing|es)\b",
    re.IGNORECASE,
)
# Who was met may be named in the next sentence: "The pilots included Bo Falk".
_NAMED_AFTER = re.compile(
    r"\W*(?:The|These|Those|Other) [^.;,]{0,40}?\b(?:included?|includes|were|are):? [A-Z]"
)
LIST_ITEM = re.compile(r"\s*(?:[-*•·▪–—]|\d{1,2}[.)])\s")
MATTER = re.compile(
    r"\b(?:to discuss|to talk about|about|regarding|concerning|nominat\w+|to replace|in support of)\b"
)
# Several named in the sentence before: "the Maine Senators" are those.
_THE_SEVERAL = re.compile(
    r"\b[Tt]he (?:two |three |four )?(?:[\w.]+ ){0,2}?"
    r"(?:[Ss]enators|[Cc]ongressmen|[Rr]epresentatives|[Gg]overnors|lawmakers|legislators|pair|two|three)\b"
)
# Whoever is named behind these is spoken of, in a sentence that no build read as a meeting.
_SUCCEEDING = re.compile(
    r"\b(?:nominated (?:to|for|by)|to (?:replace|succeed)|named (?:after|for)|in honor of)\b"
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
        if PRONOUN.search(self.evidence.text) is not None:
            found |= self.telling.office
        if _YOU.search(self.evidence.text) is not None:
            found |= self.telling.addressee
        if _WE.search(self.evidence.text) is not None:
            found |= self.telling.signers
        return found | self.joining()

    def joining(self) -> frozenset[str]:
        """Return the folded words of the sentences near the evidence that tell who took part as well.

        So does the sentence before that names whom the evidence calls "the two senators".
        """
        found: frozenset[str] = frozenset()
        if self.place and _THE_SEVERAL.search(self.evidence.text) is not None:
            found |= _before_matter(self.telling.sentences[self.place - 1])
        for one in self.telling.around(self.place):
            named = one.place > self.place and _NAMED_AFTER.match(one.quote.text)
            if self.status not in AHEAD and status_in(one.quote.text) in AHEAD and not named:
                # Who will attend something else with them did not meet them now.
                continue
            if named or _TAKING_PART.search(one.quote.text) or LIST_ITEM.match(one.quote.text):
                found |= _before_succeeded(one)
        return found

    def speakers(self) -> frozenset[str]:
        """Return the folded words of the participants, the office holder, and a letter's "you" and "we"."""
        found = self.who | self.telling.office
        if _YOU.search(self.evidence.text) is not None:
            found |= self.telling.addressee
        return found | self.telling.signers if _WE.search(self.evidence.text) is not None else found

    def told_with(self) -> Iterator[Meeting]:
        """Yield the other meetings on record that the evidence of this one tells."""
        for one in self.telling.records:
            own = self.record
            if own is not None and one.meeting is not own and one.meeting.evidence == own.evidence:
                yield one.meeting

    def beside(self) -> frozenset[str]:
        """Return the stems of the sentences next to the evidence."""
        return frozenset().union(*(one.stems for one in self.telling.around(self.place, 2)))

    def stems(self) -> frozenset[str]:
        """Return the stems of `near`."""
        return frozenset(map(stem, self.near))


def statements_of(telling: Telling) -> Iterator[Statement]:
    """Yield the meetings recorded of the article, then its sentences that speak of one."""
    told = set()
    for record in telling.records:
        statement = _from_record(telling, record)
        told.add(statement.place)
        yield statement
    for sentence in telling.sentences:
        text = sentence.quote.text
        if sentence.place not in told and speaks_of_meeting(text):
            yield _from_sentence(telling, sentence)


def _from_record(telling: Telling, told: ArticleMeeting) -> Statement:
    meeting = told.meeting
    place = _telling_of(telling, meeting)
    evidence = telling.whole(meeting.evidence) if place is None else telling.sentences[place].quote
    people = " ".join(f"{one.name} {one.role or ''} {one.affiliation or ''}" for one in meeting.participants)
    stated = [one.mention for one in meeting.participants if one.mention is not None]
    stated += [one for one in (meeting.where, meeting.why) if one is not None]
    stated += [meeting.when.quote] if meeting.when is not None else []
    places = {found for one in stated if (found := telling.place_of(one)) is not None}
    sentences = [telling.sentences[one].words for one in places]
    return Statement(
        telling=telling,
        place=place or 0,
        evidence=evidence,
        status=meeting.status,
        told=told,
        who=folded_words(people),
        surnames=surnames_of(meeting),
        near=folded_words(f"{evidence.text} {people}").union(telling.headline(place), *sentences),
    )


def surnames_of(meeting: Meeting) -> frozenset[str]:
    """Return the last folded words of the names of those who took part."""
    return frozenset(folded_list(one.name)[-1] for one in meeting.participants if one.name.strip())


def _from_sentence(telling: Telling, sentence: Sentence) -> Statement:
    text = sentence.quote.text
    return Statement(
        telling=telling,
        place=sentence.place,
        evidence=sentence.quote,
        status=status_in(text),
        told=None,
        who=sentence.words,
        surnames=frozenset(),
        near=sentence.words | telling.headline(sentence.place),
    )


def _telling_of(telling: Telling, meeting: Meeting) -> int | None:
    """Return the sentence of the evidence; of several run together, that which names the most who met."""
    place = telling.place_of(meeting.evidence)
    if place is not None or meeting.evidence.in_title:
        return place
    names = folded_words(" ".join(one.name for one in meeting.participants))
    inside = [
        one
        for one in telling.sentences
        if meeting.evidence.start <= one.quote.start and one.quote.end <= meeting.evidence.end
    ]
    return max(inside, key=lambda one: (len(one.words & names), -one.place)).place if inside else None


def _before_matter(sentence: Sentence) -> frozenset[str]:
    """Return the folded words of a sentence up to what it says the matter was."""
    match = MATTER.search(sentence.quote.text)
    return sentence.words if match is None else folded_words(sentence.quote.text[: match.start()])


def _before_succeeded(sentence: Sentence) -> frozenset[str]:
    """Return the folded words of a sentence, without who is only named as followed or honored in it."""
    match = _SUCCEEDING.search(sentence.quote.text)
    return sentence.words if match is None else folded_words(sentence.quote.text[: match.start()])
