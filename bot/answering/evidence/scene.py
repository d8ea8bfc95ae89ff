"""What is read for one question: the statement chosen, and the sentences that speak of the same meeting."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from bot.answering.answer import Reason
from bot.answering.evidence.choice import Choice
from bot.answering.evidence.retelling import tells_event, tells_held
from bot.answering.evidence.sentences import Sentence
from bot.answering.evidence.times import SAME_MEETING, time_of
from bot.answering.lexicon.words import fold, folded_words, stem
from bot.answering.understanding.question import Question
from bot.answering.understanding.vocabulary import Vocabulary
from index.article import Quote

VERB = re.compile(
    r"\b(?:met|meet\w*|visit\w*|host\w*|spoke|talk\w*|travel\w*|tour\w*|brief\w*|join\w*|held)\b", re.I
)
OTHER_WORDS = 0.6
"""The share of a question that a sentence must tell to speak of the meeting without naming it."""
# A sibling statement speaks of the same meeting when it covers nearly as much of the question.
_SIBLING = 0.75
# One that tells so much beside people may speak of it without naming everyone.
_KINDRED = 0.6
_NEAR = 4
_BESIDE = 2
_ADDED = 0.5
_NAMED_NEAR = 6


class Scene:
    """The best of `choices` as `anchor`, and `kin`: it and the article's other statements of its meeting."""

    def __init__(
        self,
        question: Question,
        vocabulary: Vocabulary,
        choices: Sequence[Choice],
        weights: Mapping[str, float],
    ) -> None:
        best = choices[0]
        self.question = question
        self.vocabulary = vocabulary
        self.weights = weights
        self.anchor = best.statement
        self.telling = best.statement.telling
        self.known = folded_words(question.text)
        self._shared = ((question.names | question.people) & self.anchor.near) - self.telling.office
        here = [one for one in choices if one.statement.telling is self.telling]
        self.kin = [one.statement for one in here if self._is_kin(one, best)]
        recorded = (one.statement.place for one in here if one.statement.recorded)
        self._best, self._here = best, here
        self._elsewhere = frozenset(recorded) - {one.place for one in self.kin}

    def _is_kin(self, other: Choice, best: Choice) -> bool:
        """Tell whether a statement of the same article speaks of the same meeting: it names the same."""
        if other.against is not None:
            return False
        if self.question.asking.apart:
            return True
        return other.cover >= _SIBLING * best.cover and self._shared <= other.statement.near

    def _is_kindred(self, other: Choice, best: Choice) -> bool:
        """Tell whether a statement may be of the same meeting, though it names not everyone asked about.

        It must name somebody or a body of the question, or else tell as much of it or stand next to the best.
        Two records of an article are two meetings.
        """
        near, office = other.statement.near, self.telling.office
        people = self.question.people - near - office
        bodies = self.question.names - self.question.people - office
        if people and bodies.isdisjoint(near):
            return False
        next_to = abs(other.statement.place - best.statement.place) == 1
        names = (self.question.names | self.question.people) - office
        if names.isdisjoint(near) and other.cover < best.cover and not next_to:
            return False
        if other.against not in (None, Reason.OTHER_PEOPLE) or other.cover < _KINDRED * best.cover:
            return False
        if other.statement.recorded and best.statement.recorded:
            return False
        days, own = time_of(other.statement), time_of(best.statement)
        if days is None or own is None or days.span is None or own.span is None:
            return True
        if own.span.first is None or own.span.last is None:
            return True
        return days.span.overlaps(own.span.first, own.span.last)

    def kindred(self) -> list[Quote]:
        """Return the evidence of statements that are likely of the same meeting, the fullest first."""
        told = {one.place for one in self.kin}
        here = (one for one in self._here if one.statement.place not in told)
        others = [one for one in here if self._is_kindred(one, self._best)]
        return [one.statement.evidence for one in sorted(others, key=lambda one: -one.cover)]

    def named_again(self) -> list[Sentence]:
        """Return the sentences, however far, that speak of the meeting by the question's noun for it."""
        found = []
        for one in self.telling.sentences:
            match = SAME_MEETING.search(one.quote.text)
            if match and match.group().split()[-1].lower() in self.question.text.lower():
                found.append(one)
        return found

    def held(self) -> Iterator[tuple[Sentence, bool]]:
        """Yield the sentences that say of the meeting that it was held, or name its event again.

        Of each it is told whether it speaks of it by a noun of the question that the evidence lacks.
        """
        title = folded_words(self.telling.article.title)
        known = self.known | self.anchor.near | self.anchor.who | self.telling.office | title
        for one in self.telling.sentences:
            noun = tells_held(one, self.question.text, known)
            if noun is not None:
                yield one, stem(fold(noun)) not in self.anchor.stems()
            elif one.place != self.anchor.place and tells_event(one, self.anchor.evidence.text):
                yield one, False

    def near(self) -> list[Sentence]:
        """Return the sentence of the evidence, then those around it."""
        return [self.telling.sentences[self.anchor.place], *self.telling.around(self.anchor.place)]

    def beside(self) -> list[Sentence]:
        """Return the sentences next to the evidence that tell of no other meeting."""
        around = self.telling.around(self.anchor.place, 2)
        return [one for one in around if one.place not in self._elsewhere]

    def speaks_of_it(self, sentence: Sentence) -> bool:
        """Tell whether the meeting told last, up to a sentence, is that of the evidence."""
        here = {one.place for one in self.kin}
        told = [place for place in here | self._elsewhere if place <= sentence.place]
        return not told or max(told) in here

    def around_it(self) -> Sequence[Sentence]:
        """Return the sentence of the evidence, those near it, and others that speak of the meeting."""
        return self._around_it

    @cached_property
    def _around_it(self) -> tuple[Sentence, ...]:
        # What tells of another meeting, without some of those asked about, tells nothing of this one.
        people = self.question.people - self.telling.office
        near = [one for one in self.near() if one.place not in self._elsewhere or people <= one.words]
        return (*near, *(one for one in self._about_it if one not in near))

    def whole(self) -> Sequence[Sentence]:
        """Return all sentences where the article records no other meeting, else those around this one."""
        if self._elsewhere:
            return self.around_it()
        near = self.near()
        return (*near, *(one for one in self.telling.sentences if one not in near))

    def about_it(self) -> Sequence[Sentence]:
        """Return other sentences that speak of the meeting as one already named, or name its people again."""
        return self._about_it

    @cached_property
    def _about_it(self) -> tuple[Sentence, ...]:
        told = {one.place for one in self.kin}
        chosen = [one for one in self.telling.sentences if one.place not in told and self._is_about(one)]
        return tuple(sorted(chosen, key=lambda one: (abs(one.place - self.anchor.place), one.place)))

    def _is_about(self, sentence: Sentence) -> bool:
        far = abs(sentence.place - self.anchor.place)
        if far <= _NAMED_NEAR and SAME_MEETING.search(sentence.quote.text) is not None:
            return True
        if far <= _BESIDE and sentence.place not in self._elsewhere and self._adds(sentence):
            return True
        # The evidence of another meeting tells of this one only where it speaks of "the meeting".
        if sentence.place in self._elsewhere or not self._shared <= sentence.words:
            return False
        named_again = bool(self.question.people - self.telling.office) and far <= _NEAR
        return named_again or self.match(sentence.stems) >= OTHER_WORDS

    def _adds(self, sentence: Sentence) -> bool:
        """Tell whether a sentence with one of the people tells what the evidence leaves out."""
        if not self.question.people & sentence.words:
            return False
        total = sum(self._left_out.values())
        told = sum(weight for word, weight in self._left_out.items() if word in sentence.stems)
        return told >= _ADDED * total > 0

    @cached_property
    def _left_out(self) -> Mapping[str, float]:
        held = self.anchor.stems()
        return {word: weight for word, weight in self.weights.items() if word not in held}

    def match(self, stems: frozenset[str]) -> float:
        """Weigh how much of the question some stems tell, 0 to 1."""
        total = sum(self.weights.values())
        told = sum(weight for word, weight in self.weights.items() if word in stems)
        return told / total if total else 0.0
