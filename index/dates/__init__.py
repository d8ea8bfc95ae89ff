"""Time expressions of English news prose and of questions, resolved to the days they mean."""

from index.dates.bounding import dates_nothing
from index.dates.finding import find_time_expressions
from index.dates.moving import Move, days_left, find_moves
from index.dates.question_periods import EventBound, QuestionPeriod, Side, read_question_period
from index.dates.questions import parse_question_dates
from index.dates.wording import format_span, narrow_to_future, narrow_to_past

DATE_RULES = "dates-7"
"""Raise when time expressions are read differently: articles read under another version are read again."""

__all__ = [
    "DATE_RULES",
    "EventBound",
    "Move",
    "QuestionPeriod",
    "Side",
    "dates_nothing",
    "days_left",
    "find_moves",
    "find_time_expressions",
    "format_span",
    "narrow_to_future",
    "narrow_to_past",
    "parse_question_dates",
    "read_question_period",
]
