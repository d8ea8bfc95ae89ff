"""The filing of rules: nothing is lost by it, and the work grows with the text."""

import re

import pytest

from index.dates import rules
from index.dates.calendar_patterns import calendar_rules, year_rules
from index.dates.relative_patterns import relative_rules, told_rules, unresolved_rules
from index.dates.rules import OPENING_WORD, Rule, opening_key, rules_by_opener

PROSE = (
    "On Tuesday, March 6, the 12th of May and the third quarter of 1989, or the week of June 5, they met. "
    "The following Monday, the next morning, that year, the same day; two days later, within a week. "
    "In the summer of 1998 and the '90s, the 1990s, the twentieth century, the 19th century; since spring. "
    "This past year, the last few months, the weekend, at year-end, the year-ago quarter, at 10 a.m. today. "
    "The day before yesterday, Easter Sunday, St. Patrick's Day, New Year's Eve, FY 2005, Q3 2006, '98. "
    "Twenty-one days ago, every other Monday, a year, several years ago, right now, recently, the past. "
    "2005-11-16, 11/16/2005, 16.11.2005, nineteen ninety-six, the year two thousand, in three days. "
)


def _all_rules() -> tuple[Rule, ...]:
    return (*calendar_rules(), *relative_rules(), *told_rules(), *year_rules(), *unresolved_rules())


def test_every_match_is_filed_under_the_word_it_begins_with() -> None:
    every, filed, matched = _all_rules(), rules_by_opener(_all_rules()), 0
    filed_patterns = {key: {rule.pattern for rule in group} for key, group in filed.items()}
    for word in OPENING_WORD.finditer(PROSE):
        for rule in every:
            if rule.pattern.match(PROSE, word.start()):
                matched += 1
                assert rule.pattern in filed_patterns[opening_key(PROSE, word)], (word, rule)
    assert matched > 60


def _attempts(body: str) -> int:
    filed = rules_by_opener(_all_rules())
    return sum(len(filed.get(opening_key(body, word), ())) for word in OPENING_WORD.finditer(body))


def test_twice_the_text_is_twice_the_work() -> None:
    once, twice = _attempts(PROSE), _attempts(PROSE * 2)
    assert 0 < once <= twice <= 2 * once + 20


def test_prose_without_dates_is_hardly_looked_at() -> None:
    prose = "The envoy told the minister that ships had sailed from the harbour with grain for the towns."
    assert _attempts(prose) <= 4


@pytest.mark.parametrize(
    ("openers", "filed_under"),
    [
        (("the first", "#"), {"first", "#", "the first", "the #"}),
        (("the_weekend",), {"the weekend"}),
        (("monday tuesday",), {"monday", "tuesday"}),
    ],
)
def test_an_article_stands_before_the_other_openers(openers: tuple[str, ...], filed_under: set[str]) -> None:
    rule = rules.make_rule("x", lambda setting: None, *openers)
    assert rule.openers == filed_under
    assert re.fullmatch(rule.pattern, "x")
