"""Answers a question from one snapshot of the index: search, choose a statement, fill its slots, cite."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from time import perf_counter

from bot.answering.answer import Answer, NoAnswer, Reason, Timings
from bot.answering.evidence.choice import Choice
from bot.answering.evidence.choosing import rank_choices, weigh_words
from bot.answering.evidence.outdoing import outdoing
from bot.answering.evidence.telling import Telling
from bot.answering.reply.confidence import Trust, read_model
from bot.answering.reply.replying import Found, make_answer, make_refusal
from bot.answering.slots.filling import choose_and_fill
from bot.answering.understanding.events import days_of_event
from bot.answering.understanding.question import Question, understand
from bot.answering.understanding.vocabulary import Vocabulary, vocabulary_of
from index.article import Hit
from index.engine import EVERYTHING, ArticleMeeting, Filters, SearchEngine, SearchResult, Snapshot

_HITS = 20
# The right article is among the first four for 99 questions of 100.
_ARTICLES = 6
# A near miss is shown when it covers this much of the question, and is no mere neighbour in the index.
_NEAR = 0.25


class Answerer:
    """Answers from an index, with no model but the index's own; the same question gets the same answer."""

    def __init__(self, engine: SearchEngine, trust: Trust | None = None) -> None:
        """Answer from `engine`, what is sure enough for `trust`.

        Without one the fitted confidence is trusted, or `ConfidenceUnusable` raised where it cannot be read.
        """
        self._engine = engine
        self._trust = trust or Trust(model=read_model())
        self._vocabulary: tuple[int, Vocabulary] | None = None

    def answer(self, question: str, *, where: Filters = EVERYTHING, as_of: date) -> Answer | NoAnswer:
        """Answer from the articles that `where` lets through; "today" in the question is `as_of`.

        Raises `UnusableQuestion` when the question is empty or too long.
        """
        began = perf_counter()
        with self._engine.snapshot() as snapshot:
            known = self._known_by(snapshot)
            asked = understand(
                question, as_of, known, lambda words: days_of_event(words, snapshot, as_of, where)
            )
            found = snapshot.search(asked.text, k=_HITS, where=where)
            searched = perf_counter()
            result = _read(asked, known, snapshot, found, where, as_of, self._trust)
        ended = perf_counter()
        timings = Timings(
            embed=found.embed_ms,
            search=found.search_ms,
            read=(ended - searched) * 1000,
            total=(ended - began) * 1000,
        )
        return replace(result, question=question, timings=timings)

    def _known_by(self, snapshot: Snapshot) -> Vocabulary:
        # The name table changes with the generation only; reading it anew costs more than answering.
        generation = snapshot.coverage().generation
        held = self._vocabulary
        if held is None or held[0] != generation:
            held = (generation, vocabulary_of(snapshot.names()))
            self._vocabulary = held
        return held[1]


def _read(
    question: Question,
    vocabulary: Vocabulary,
    snapshot: Snapshot,
    found: SearchResult,
    where: Filters,
    as_of: date,
    trust: Trust,
) -> Answer | NoAnswer:
    priors = _priors(found.hits)
    records = snapshot.meetings_of(list(priors))
    tellings = _tellings(snapshot, priors, records)
    weights = weigh_words(question, tellings)
    choices = rank_choices(question, tellings, weights)
    if not choices:
        return make_refusal(question, Reason.NOTHING_RELEVANT, None, snapshot.coverage(where))
    best = choices[0]
    if best.against is not None:
        near = next((one for one in choices if _is_near(one)), None)
        reason = (near and near.against) or Reason.NOTHING_RELEVANT
        return make_refusal(question, reason, near or best, snapshot.coverage(where), shown=near is not None)
    rival = outdoing(question, choices)
    if rival is not None:
        return make_refusal(question, Reason.NO_MEETING, rival, snapshot.coverage(where))
    best, filled = choose_and_fill(question, vocabulary, choices, weights)
    if not any(slot in filled for slot in question.asked):
        return make_refusal(question, Reason.NOT_STATED, best, snapshot.coverage(where))
    read = Found(question=question, choice=best, choices=choices, filled=filled, records=records, as_of=as_of)
    answer = make_answer(read, trust.model)
    if trust.doubts(answer.confidence):
        return make_refusal(question, Reason.NOT_STATED, best, snapshot.coverage(where), doubted=True)
    return answer


def _is_near(choice: Choice) -> bool:
    """Tell whether a statement that is no answer is worth showing: it is of some of whom is asked about."""
    held = choice.sufficiency
    return choice.against is not None and held.cover >= _NEAR and held.names == 1 and held.people > 0


def _priors(hits: Sequence[Hit]) -> dict[str, float]:
    """Return the articles that are worth reading, each with its best hit's score beside the best of all."""
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    priors: dict[str, float] = {}
    for hit in hits:
        if hit.article_id in priors or len(priors) < _ARTICLES:
            priors[hit.article_id] = max(priors.get(hit.article_id, 0.0), hit.score / best)
    return priors


def _tellings(
    snapshot: Snapshot, priors: Mapping[str, float], records: Sequence[ArticleMeeting]
) -> list[Telling]:
    tellings = []
    for identity, prior in priors.items():
        article = snapshot.article(identity)
        if article is not None:
            told = [one for one in records if one.article.id == identity]
            tellings.append(Telling(article, told, prior))
    return tellings
