"""How much a sentence tells of what a question asks, beside what every sentence of its article tells."""

import math
from collections import Counter

from bot.answering.evidence.telling import Telling
from bot.answering.lexicon.acts import acts_asked, acts_in
from bot.answering.lexicon.words import folded_words, stems_of
from bot.answering.understanding.question import Question

# A name stands in many sentences of which few answer; an act tells more than any other word.
_NAME = 0.4
_ACT = 1.5
_UNTOLD = 0.5


class Aptness:
    """Weighs sentences of one article for one question: the rarer a word in the article, the heavier."""

    def __init__(self, question: Question, telling: Telling) -> None:
        self.acts = acts_asked(question.text)
        sentences = telling.sentences
        holding = Counter(word for one in sentences for word in one.stems)
        names = stems_of(question.names | question.people)
        self._weights = {}
        for word in sorted(stems_of(question.topic) | names):
            if not holding[word]:
                self._weights[word] = 0.0 if word in names else _UNTOLD
                continue
            rarity = math.log(1 + len(sentences) / (1 + holding[word]))
            self._weights[word] = rarity * (_NAME if word in names else 1.0)
        self._total = sum(self._weights.values()) + _ACT * bool(self.acts)

    def of(self, text: str) -> float:
        """Return how much of the question a text tells, 0 to 1."""
        told = stems_of(folded_words(text))
        share = sum(weight for word, weight in self._weights.items() if word in told)
        share += _ACT * self.tells_act(text)
        return share / self._total if self._total else 0.0

    def tells_act(self, text: str) -> bool:
        """Tell whether a text tells an act of a kind that the question asks for."""
        return bool(self.acts & acts_in(text))
