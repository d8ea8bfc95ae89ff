"""Dates in questions: the same grammar, for people who type without capitals."""

import re
from dataclasses import replace
from datetime import date

from index.article import TimeExpression
from index.dates.finding import find_time_expressions
from index.dates.vocabulary import MONTH, WEEKDAY, YEAR

_NAME = rf"(?:{MONTH}|{WEEKDAY})"
_LOWER = re.compile(
    rf"(?<!\w)(?i:(?!may\b|march\b|sun\b|sat\b|mar\b|dec\.?(?! \d)){_NAME})(?!\w)"
    rf"|(?<!\w)(?i:may|march|mar|dec)(?= (?:\d|of (?:{YEAR}|this|last|next)|this year|last year|next year))"
    r"|(?:(?<=in )|(?<=last )|(?<=next )|(?<=since )|(?<=early )|(?<=late )|(?<=mid-)|(?<=by )|(?<=during )"
    r"|(?<=between )|(?<=until )|(?<=\d )|(?<=this )|(?<=end of ))(?i:may|march)(?!\w)"
)


def parse_question_dates(question: str, as_of: date) -> tuple[TimeExpression, ...]:
    """Return the time expressions of `question`, relative ones counted from `as_of`.

    Names of months and days may be in lower case; "may" and "march" count only where they stand as months.
    """
    read = _LOWER.sub(lambda match: match[0].capitalize(), question)
    found = find_time_expressions(read, as_of)
    return tuple(replace(one, text=question[one.start : one.end]) for one in found)
