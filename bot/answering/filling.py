"""Fill the slots of a question from the statement chosen and from what its article says beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.answering.answer import Slot
from bot.answering.choosing import Choice
from bot.answering.naming import NameReader
from bot.answering.places import asked_kind, fits_kind, is_fresh, names_town, places_in
from bot.answering.purposes import cause_in, matter_in, purpose_in
from bot.answering.question import Question
from bot.answering.statements import Reading, Sentence
from bot.answering.times import SAME_MEETING, finest_time, is_exact, time_in
from bot.answering.vocabulary import Vocabulary
from bot.answering.words import fold, folded_list, folded_words, stem, stems_of, topic_words
from index.article import MeetingStatus, Precision, Quote

# A sibling statement speaks of the same meeting when it covers nearly as much of the question.
_SIBLING = 0.75
_OTHER_WORDS = 0.6
# What weighs no more is the asker's own word.
_ASKERS = 0.4
_VERB = re.compile(
    r"\b(?:met|meet\w*|visit\w*|host\w*|spoke|talk\w*|travel\w*|tour\w*|brief\w*|join\w*|held)\b", re.I
)
_MATTER = re.compile(
    r"\b(?:to (?!the\b|an?\b|his\b|her\b|their\b|meet\b|visit\b|tour\b|attend\b|see\b|speak\b|join\b"
    r"|host\b|[A-Z])[a-z]+|about|regarding|concerning|urging|pressing"
    r"|discussing)\b"
    r"|,? and (?:urged|discussed|pressed|told|said)\b"
)
# In a schedule, each entry opens with its place.
_HEADING = re.compile(r"([A-Z][A-Z .]+[A-Z])(?:, [A-Z][\w.]+)? ?(?:-{1,2}|–|—|:) ")
_SPEAKING = re.compile(
    r"\b(?:told|said|says|agreed|promised|assured|replied|pledged|vowed|offered|asked|urged|concluded"
    r"|thanked)\b"
)
_RIVAL = 0.85
_BEHIND = 0.25
_MOST_RIVALS = 3
_VAGUE = frozenset(
    [
        "issue",
        "matter",
        "concern",
        "priority",
        "prioritie",
        "important",
        "topic",
        "congress",
        "help",
        "several",
        "various",
    ]
)
_LAST_LISTED = re.compile(r"\band (?:[A-Z]|other|the|his|her|local|members|officials|representatives|staff)")
_WHEN_TOLD = re.compile(r"\b(?:on|this|last|today|yesterday|\w+day)\b|\d")
_UNDOING = re.compile(
    r"\b(?:cancel\w*|postpon\w*|put off|call(?:ed)? off|declin\w*|refus\w*|skip\w*|cut short|delay\w*"
    r"|scrap\w*)\b",
    re.I,
)
_DECISION = re.compile(rf"\b(?:decision|move|delay|cancellation|postponement)\b|{_UNDOING.pattern}", re.I)
_NEW_DATE = re.compile(r"\bnew (?:date|day|time)\b|\breschedul", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:reschedul\w+|new date|moved to|put off (?:to|until)|postponed (?:to|until)|will now)\b", re.I
)
_NEGATION = re.compile(
    r"\b(?:not|never|cannot|n['’]t|no longer|refused to|declined to"
    r"|denied)\b (?:\w+ ){0,3}?(?P<verb>[a-z]{3,})",
    re.I,
)
_THEY = re.compile(r"\b(?:they|he|she|I|we|the two|neither|both)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:already|before|previously|ever|earlier)\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\bfirst(?:-ever)? (?:\w+ ){0,2}(?:visit|trip|meeting|time|talks|summit|tour|encounter)\b", re.I
)
_SPEAKER = re.compile(r"\bdid ((?:[A-Z][\w.'’-]* )*[A-Z][\w'’-]*)")
_DAY_ASKED = re.compile(r"\b(?:date|day|exact)\b", re.IGNORECASE)
_TIME_ASKED = re.compile(r"\bwhat time\b|\bwhat hour\b|\bo'clock\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d\s?(?::\d\d|[ap]\.?m\b)|noon|midnight", re.IGNORECASE)
_COARSE = frozenset({Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF, Precision.YEAR})
_UNSETTLED = frozenset({MeetingStatus.PLANNED, MeetingStatus.REQUESTED})


def choose_and_fill(
    question: Question, vocabulary: Vocabulary, choices: Sequence[Choice], weights: Mapping[str, float]
) -> tuple[Choice, dict[Slot, Reading]]:
    """Return the choice that answers most of what is asked, and what fills its slots.

    A statement of another article is taken only where it fits the question as well as the best, and fills
    more of the asked slots or names the day where the best names a week.
    """
    best = choices[0]
    rivals = {best.statement.article.id: best}
    for one in choices[1:]:
        near = one.against is None and one.cover >= _RIVAL * best.cover and one.score >= best.score - _BEHIND
        if near and len(rivals) < _MOST_RIVALS:
            rivals.setdefault(one.statement.article.id, one)
    filled = {
        identity: fill_slots(
            question, vocabulary, [one, *(other for other in choices if other is not one)], weights
        )
        for identity, one in rivals.items()
    }
    chosen = max(rivals, key=lambda identity: _worth(question, filled[identity]))
    return rivals[chosen], filled[chosen]


def _worth(question: Question, filled: Mapping[Slot, Reading]) -> tuple[int, bool]:
    when = filled.get(Slot.WHEN)
    exact = when is not None and when.span is not None and when.span.precision is Precision.DAY
    return sum(slot in filled for slot in question.asked), exact and Slot.WHEN in question.asked


def fill_slots(
    question: Question, vocabulary: Vocabulary, choices: Sequence[Choice], weights: Mapping[str, float]
) -> dict[Slot, Reading]:
    """Return what fills the slots of the best choice, asked or not; a slot that nobody states is left out."""
    return _Filler(question, vocabulary, choices, weights).filled()


class _Filler:
    def __init__(
        self,
        question: Question,
        vocabulary: Vocabulary,
        choices: Sequence[Choice],
        weights: Mapping[str, float],
    ) -> None:
        best = choices[0]
        self._vocabulary = vocabulary
        self._question = question
        self._weights = weights
        self._anchor = best.statement
        self._telling = best.statement.telling
        self._known = folded_words(question.text)
        self._shared = (
            (question.names | question.people) & best.statement.near
        ) - best.statement.telling.office
        self._kin = [one.statement for one in choices if self._is_kin(one, best)]

        kin = {one.place for one in self._kin}
        self._elsewhere = frozenset(
            one.statement.place
            for one in choices
            if one.statement.telling is self._telling and one.statement.recorded
        ).difference(kin)

    def _is_kin(self, other: Choice, best: Choice) -> bool:
        """Tell whether a statement of the same article speaks of the same meeting: it names the same."""
        statement = other.statement
        if statement.telling is not self._telling or other.against is not None:
            return False
        if self._question.asking.apart:
            return True
        return other.cover >= _SIBLING * best.cover and self._shared <= statement.near

    def filled(self) -> dict[Slot, Reading]:
        asked = self._question.asked
        found = {
            Slot.WHO: self._who(),
            Slot.WHEN: self._when(),
            Slot.WHERE: self._where(),
            Slot.WHY: self._why(),
            Slot.WHAT: self._what() if Slot.WHAT in asked else None,
            Slot.WHETHER: self._whether() if Slot.WHETHER in asked else None,
        }
        return {slot: reading for slot, reading in found.items() if reading is not None}

    def _who(self) -> Reading | None:
        return NameReader(self._question, self._vocabulary, self._anchor, self._kin, self._match).read()

    def _when(self) -> Reading | None:
        strict = Slot.WHEN in self._question.asked
        if strict and _NEW_DATE.search(self._question.text):
            return self._new_time()
        for statement in self._kin:
            reading = finest_time(statement)
            if reading is not None and (not strict or self._answers_when(reading)):
                return reading
        for sentence in self._about_it():
            reading = time_in(self._telling, sentence.quote)
            if reading is not None and (not strict or self._answers_when(reading)):
                return reading
        return None

    def _new_time(self) -> Reading | None:
        """Return the day to which the meeting was moved, told in a sentence that says so."""
        for sentence in self._near():
            reading = time_in(self._telling, sentence.quote) if _MOVED.search(sentence.quote.text) else None
            if reading is not None:
                return reading
        return None

    def _answers_when(self, reading: Reading) -> bool:
        """Tell whether a time is as fine as the question wants, and finer than what it says itself."""
        text = self._question.text
        if _TIME_ASKED.search(text):
            return _CLOCK.search(reading.text) is not None
        span, period = reading.span, self._question.period
        if span is None:
            return True
        if _DAY_ASKED.search(text) and span.precision in _COARSE:
            return False
        if period is None or period.first is None or period.last is None:
            return True
        return is_exact(reading, (period.first, period.last))

    def _where(self) -> Reading | None:
        asked = Slot.WHERE in self._question.asked
        found = [one for one in self._places() if not asked or is_fresh(one.text, self._question.text)]
        if not asked or asked_kind(self._question.text) is None:
            return found[0] if found else None
        return next((one for one in found if fits_kind(self._question.text, one.text)), None)

    def _places(self) -> Iterator[Reading]:
        for statement in self._kin:
            record = statement.record
            stated = list(_places_of(statement.evidence))
            if record is not None and record.where is not None:
                where = Reading(
                    text=record.where.text, quote=self._telling.whole(record.where), recorded=True
                )
                # A building of the same sentence says more than the town around it.
                finer = [one for one in stated if one.quote == where.quote and not names_town(one.text)]
                yield from finer if names_town(where.text) else ()
                yield where
            yield from stated
            heading = _HEADING.match(statement.evidence.text)
            if heading is not None and statement.place:
                yield Reading(text=heading.group(1), quote=statement.evidence)
        for sentence in self._about_it():
            if _VERB.search(sentence.quote.text) or SAME_MEETING.search(sentence.quote.text):
                yield from _places_of(sentence.quote)

    def _why(self) -> Reading | None:
        if _UNDOING.search(self._question.text) and Slot.WHY in self._question.asked:
            return next(self._causes(), None)
        found = list(self._purposes())
        asked = Slot.WHY in self._question.asked
        if not found:
            return self._best_sentence() if asked and "what" in self._known else None
        if not asked:
            return found[0]
        return max(found, key=self._fitness)

    def _purposes(self) -> Iterator[Reading]:
        for statement in self._kin:
            record = statement.record
            if record is not None and record.why is not None:
                yield Reading(text=record.why.text, quote=self._telling.whole(record.why), recorded=True)
            text = statement.evidence.text
            words = purpose_in(text, _verb_end(text), loose=statement is self._anchor)
            if words:
                yield Reading(text=words, quote=statement.evidence)
        for sentence in (*self._about_it(), *self._beside()):
            words = matter_in(sentence.quote.text)
            if words:
                yield Reading(text=words, quote=sentence.quote)

    def _causes(self) -> Iterator[Reading]:
        """Yield what the briefing says made the meeting fail."""
        told = [self._telling.sentences[self._anchor.place], *self._beside()]
        for sentence in sorted(told, key=lambda one: _DECISION.search(one.quote.text) is None):
            words = cause_in(sentence.quote.text)
            if words:
                yield Reading(text=words, quote=sentence.quote)

    def _fitness(self, reading: Reading) -> float:
        """Weigh a purpose: its sentence tells the question's words, and it adds some of its own."""
        fresh = topic_words(reading.text) - self._known - _VAGUE
        told = stems_of(folded_words(reading.quote.text))
        described = self._question.asking.described & self._telling.stems
        fit = len(described & told) / len(described) if described else 0.0
        return self._match(told) + 0.1 * min(3, len(fresh)) + 0.8 * fit

    def _best_sentence(self) -> Reading | None:
        near = [self._telling.sentences[self._anchor.place], *self._telling.around(self._anchor.place)]
        best = max(near, key=lambda one: (self._match(one.stems), -abs(one.place - self._anchor.place)))
        if self._match(best.stems) < _OTHER_WORDS:
            return None
        return Reading(text=best.quote.text, quote=best.quote)

    def _what(self) -> Reading | None:
        if not self._question.asking.words:
            return Reading(text=self._anchor.evidence.text, quote=self._anchor.evidence)
        for sentence in self._near():
            if self._speaks(sentence) and self._match(sentence.stems) >= _OTHER_WORDS:
                return Reading(text=sentence.quote.text, quote=sentence.quote)
        return None

    def _speaks(self, sentence: Sentence) -> bool:
        """Tell whether, in a sentence that names all of the question's names, the first of them speaks."""
        verb = _SPEAKING.search(sentence.quote.text)
        speaker = _SPEAKER.search(self._question.text)
        if (
            verb is None
            or speaker is None
            or not self._question.names <= sentence.words | self._telling.office
        ):
            return False
        return folded_list(speaker.group(1))[-1] in folded_words(sentence.quote.text[: verb.start()])

    def _whether(self) -> Reading | None:
        statement = self._anchor
        denied = self._denial()
        if denied is not None:
            return denied
        if statement.status in _UNSETTLED and not self._question.ahead:
            return None
        if not self._is_borne_out():
            return None
        return Reading(text=statement.evidence.text, quote=statement.evidence)

    def _is_borne_out(self) -> bool:
        """Tell whether what the question says beside names stands in the evidence or next to it."""
        names = stems_of(self._question.names | self._question.people)
        said = [word for word, weight in self._weights.items() if word not in names and weight > _ASKERS]
        told = self._anchor.stems() | self._anchor.beside()
        near, wide = sum(word in told for word in said), sum(word in self._telling.stems for word in said)
        return len(said) < 2 or near >= len(said) / 5 or wide >= len(said) / 2

    def _denial(self) -> Reading | None:
        """Return the sentence that says that it was not so, unless the question is itself in the negative."""
        if _NEGATION.search(self._question.text):
            return None
        verbs = stems_of(frozenset(folded_list(self._question.text)))
        for sentence in self._near():
            match = _NEGATION.search(sentence.quote.text)
            others = self._question.people - sentence.words - self._telling.office
            if match is None or (others and _THEY.search(sentence.quote.text) is None):
                continue
            if stem(fold(match.group("verb"))) in verbs:
                return Reading(text=sentence.quote.text, quote=sentence.quote, denies=True)
        evidence = self._anchor.evidence
        if _BEFORE.search(self._question.text) and _FIRST.search(evidence.text):
            return Reading(text=evidence.text, quote=evidence, denies=True)
        return None

    def _near(self) -> list[Sentence]:
        return [self._telling.sentences[self._anchor.place], *self._telling.around(self._anchor.place)]

    def _beside(self) -> list[Sentence]:
        """Return the sentences next to the evidence that tell of no other meeting."""
        return [
            one for one in self._telling.around(self._anchor.place, 2) if one.place not in self._elsewhere
        ]

    def _about_it(self) -> list[Sentence]:
        """Return other sentences that speak of the meeting as one already named, or name its people again."""
        others = self._question.people - self._telling.office
        chosen = []
        for sentence in self._telling.sentences:
            if any(sentence.place == one.place for one in self._kin):
                continue
            far = abs(sentence.place - self._anchor.place)
            named = SAME_MEETING.search(sentence.quote.text) is not None and far <= 6
            again = bool(others) and self._shared <= sentence.words and far <= 4
            alike = self._match(sentence.stems) >= _OTHER_WORDS and self._shared <= sentence.words
            # The evidence of another meeting tells of this one only where it speaks of "the meeting".
            if named or ((again or alike) and sentence.place not in self._elsewhere):
                chosen.append(sentence)
        return sorted(chosen, key=lambda one: (abs(one.place - self._anchor.place), one.place))

    def _match(self, stems: frozenset[str]) -> float:
        total = sum(self._weights.values())
        return (
            sum(weight for word, weight in self._weights.items() if word in stems) / total if total else 0.0
        )


def _places_of(quote: Quote) -> Iterator[Reading]:
    """Yield the places of a sentence that stand before what the meeting was about."""
    verb = _VERB.search(quote.text)
    matter = _MATTER.search(quote.text, verb.end() if verb else 0)
    before = quote.text[: matter.start()] if matter else quote.text
    behind = verb.start() if verb else 0
    for words in places_in(before, behind):
        if not _is_apposed(before[behind : max(behind, before.find(words))]):
            yield Reading(text=words, quote=quote)


def _is_apposed(between: str) -> bool:
    """Tell whether what stands between verb and place describes a person: "X, commander of forces in"."""
    if "," not in between:
        return False
    last = between.rsplit(",", 1)[1]
    return len(last.split()) > 1 and _LAST_LISTED.search(last) is None and _WHEN_TOLD.search(last) is None


def _verb_end(sentence: str) -> int:
    verb = _VERB.search(sentence)
    return verb.end() if verb else 0
