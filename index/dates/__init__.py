"""Time expressions of English news prose and of questions, resolved to the days they mean."""

from index.dates.finding import find_time_expressions
from index.dates.question_periods import EventBound, QuestionPeriod, Side, read_question_period
from index.dates.questions import parse_question_dates
from index.dates.wording import format_span, narrow_to_future, narrow_to_past

__all__ = [
    "EventBound",
    "QuestionPeriod",
    "Side",
    "find_time_expressions",
    "format_span",
    "narrow_to_future",
    "narrow_to_past",
    "parse_question_dates",
    "read_question_period",
]
