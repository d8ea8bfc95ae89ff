"""Which statement answers: how well each speaks of what is asked, and what speaks against it."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.answering.answer import Reason
from bot.answering.evidence.choice import Choice
from bot.answering.evidence.elsewhere import is_elsewhere
from bot.answering.evidence.opposing import ENOUGH, is_elsewhen, reason_against
from bot.answering.evidence.ordering import last_told_first, latest_first
from bot.answering.evidence.siblings import reason_beside
from bot.answering.evidence.statements import Statement, statements_of
from bot.answering.evidence.telling import Telling
from bot.answering.lexicon.words import fold, folded_list, is_people_of, is_told, stem, stems_of
from bot.answering.sufficiency import Sufficiency
from bot.answering.understanding.question import Question
from index.article import MeetingStatus
from index.occasions.statuses import OFF

_BESIDE = 0.7
_WIDE = 0.35
_NAME = 1.5
_UNKNOWN = 0.2
_WAS = re.compile(
    r"\b(?:did|met|visited|saw|hosted|received|toured|attended)\b(?!.*\b(?:due|plan|scheduled|agree|promise|pledge|commit)\b)",
    re.I,
)
_OFFICE = 0.3
_QUOTING = frozenset('"“')
_TITLED = 3
# Offices that so few hold that a briefing which never speaks of one tells of no meeting with its holder.
_RARE_OFFICES = tuple(
    frozenset(map(fold, line.split()))
    for line in (
        "ambassador envoy", "minister premier pm", "mayor", "governor gov", "administrator", "commissioner",
        "king", "queen", "pope pontiff", "sheriff", "chancellor", "bishop archbishop cardinal",
        "superintendent",
    )
)  # fmt: skip
# Capitals and buildings that stand for those who govern there, where the question does not say "in" them.
_METONYMS = {
    "seoul": "korea", "tokyo": "japan", "beijing": "china", "moscow": "russia", "kremlin": "russia",
    "london": "britain", "paris": "france", "berlin": "germany", "tehran": "iran", "baghdad": "iraq",
    "kabul": "afghanistan", "islamabad": "pakistan", "delhi": "india", "jerusalem": "israel",
    "ankara": "turkey", "cairo": "egypt", "riyadh": "saudi", "damascus": "syria", "kiev": "ukraine",
    "kyiv": "ukraine", "pyongyang": "korea", "havana": "cuba", "caracas": "venezuela", "khartoum": "sudan",
    "washington": "us", "pentagon": "defense",
}  # fmt: skip
_STANDS_FOR = {stem(capital): stem(state) for capital, state in _METONYMS.items()}


def rank_choices(
    question: Question, tellings: Sequence[Telling], weights: Mapping[str, float]
) -> list[Choice]:
    """Return the statements, best first: those that nothing speaks against, then the nearest misses."""
    if not weights and len(tellings) > 1:
        # "On which days?" can be answered only where there is but one article that it can be about.
        return []
    choices = [choice for telling in tellings for choice in _judged(question, telling, weights)]
    ordered = sorted(
        (one for one in choices if one.cover > 0),
        key=lambda one: (one.against is None, one.score),
        reverse=True,
    )
    ordered = latest_first(question, last_told_first(ordered))
    return [replace(ordered[0], sufficiency=_with_lead(ordered)), *ordered[1:]] if ordered else []


def _with_lead(ordered: Sequence[Choice]) -> Sufficiency:
    best = ordered[0]
    other = next(
        (
            one
            for one in ordered
            if one.against is None and one.statement.article.id != best.statement.article.id
        ),
        None,
    )
    lead = best.score if other is None else best.score - other.score
    return replace(best.sufficiency, lead=round(max(0.0, min(1.0, lead)), 4))


def weigh_words(question: Question, tellings: Sequence[Telling]) -> Mapping[str, float]:
    """Weigh each stem of the question: the rarer among the articles, the heavier (idf)."""
    offices = question.offices - stems_of(question.topic)
    topic = stems_of(question.topic)
    holding = Counter(word for telling in tellings for word in telling.stems & topic)
    names = stems_of(question.names)
    total = len(tellings) + 1
    weights = {}
    for word in sorted(topic):
        rarity = math.log(1 + total / (1 + holding[word]))
        # A word that no article found holds is the asker's own, unless it is a name.
        weights[word] = rarity * (_NAME if word in names else 1.0 if holding[word] else _UNKNOWN)
    return weights | dict.fromkeys(sorted(offices), _OFFICE)


def _judged(question: Question, telling: Telling, weights: Mapping[str, float]) -> Iterator[Choice]:
    """Judge the statements of one article; what the article tells at all is looked up once."""
    wide = (
        telling.stems
        | stems_of(telling.office)
        | (telling.initials & question.acronyms if question.acronyms else frozenset())
    )
    told = frozenset(word for word in weights if _tells(word, wide))
    total = sum(weights.values())
    untold = sum(weight for word, weight in weights.items() if word not in told) / total if total else 0.0
    named = [is_named(word, question, telling) for word in question.names - question.people]
    names = _share([*named, *(not alike.isdisjoint(telling.stems) for alike in _rare_offices(question))])
    past = not question.ahead and _WAS.search(question.text) is not None
    for statement in statements_of(telling):
        cover = _cover(statement, weights, told) / total if total else ENOUGH
        if not cover:
            continue
        held = Sufficiency(
            people=_present_share(question, statement),
            names=names,
            cover=cover,
            untold=untold,
            place=not is_elsewhere(question, statement),
            date=True,
            recorded=statement.recorded,
            prior=telling.prior,
        )
        against = reason_against(question, statement, held) or reason_beside(question, statement)
        if against is None and is_elsewhen(question, statement):
            # Looked at last, since reading dates costs the most.
            held, against = replace(held, date=False), Reason.OTHER_DATE
        score = cover + 0.15 * statement.recorded + 0.15 * telling.prior
        # Plans are asked for as plans; and what somebody says of a meeting tells it less well than the news.
        score += 0.1 * (question.ahead and statement.status is MeetingStatus.PLANNED)
        score -= 0.3 * (past and statement.status is MeetingStatus.PLANNED)
        score -= 0.1 * (statement.evidence.text[:1] in _QUOTING)
        # What came to nothing is no meeting, unless that is asked; where all else is equal it comes last.
        score -= 0.1 * (statement.status in OFF and not question.undone)
        yield Choice(statement=statement, sufficiency=held, score=score, against=against)


def _cover(statement: Statement, weights: Mapping[str, float], told: frozenset[str]) -> float:
    near, beside = statement.stems(), statement.beside()
    # In the order of the weights: added up in another, equal covers would differ by a last digit.
    return sum(
        weight * (1.0 if _tells(word, near) else _BESIDE if word in beside else _WIDE)
        for word, weight in weights.items()
        if word in told
    )


def _present_share(question: Question, statement: Statement) -> float:
    if not question.people:
        return 1.0
    present = statement.present()
    absent = question.people - present
    if absent & question.about:
        absent -= statement.present(matter=True) & question.about
    return 1 - len(absent) / len(question.people)


def _tells(word: str, stems: frozenset[str]) -> bool:
    return word in stems or _STANDS_FOR.get(word) in stems


def is_named(word: str, question: Question, telling: Telling) -> bool:
    """Tell whether the article holds a name of the question, its kin, or what it is short for."""
    short = word in question.acronyms and word in telling.initials
    # Whose release it is writes "I", and need not name himself.
    stems = telling.stems | stems_of(telling.office)
    if short or is_told(word, telling.words | telling.office) or _tells(stem(word), stems):
        return True
    if any(is_people_of(word, one) for one in telling.names):
        return True
    surname = next((name for name, given in question.given.items() if given == word), None)
    if surname is None or surname not in telling.words or telling.given(surname):
        return False
    return surname in question.people or telling.is_titled(surname)


def _rare_offices(question: Question) -> list[frozenset[str]]:
    """Return the offices of few that the question tells somebody by, each as the stems of its words.

    Before a name ("Prime Minister Lind") an office is no more than the asker's courtesy.
    """
    words = folded_list(question.text)
    asked = {
        word
        for place, word in enumerate(words)
        if question.people.isdisjoint(words[place + 1 : place + 1 + _TITLED])
    }
    return [stems_of(alike) for alike in _RARE_OFFICES if not alike.isdisjoint(asked)]


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 1.0
