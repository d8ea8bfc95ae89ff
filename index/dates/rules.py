"""What a rule of the grammar is, and the words that rules are filed under."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.dates.holidays import HOLIDAYS
from index.dates.reading import Resolver
from index.dates.vocabulary import DECADES, NUMBERS, SEASONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A shape and its reading. Where two rules match at one place the longer wins, then the earlier rule.

    `openers` are the keys (see `opening_key`) of every word that the shape can begin with.
    """

    pattern: re.Pattern[str]
    resolve: Resolver
    openers: frozenset[str]


OPENING_WORD = re.compile(r"(?<![\w$£€])(?:(?P<letters>[^\W\d_]+)\w*|\d\w*|['’`](?=\d0|[6-9]\d))")
"""A word in whose place an expression may begin."""

FIGURE, APOSTROPHE, _ARTICLE = "#", "'", "the"
WEEKDAY_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
WEEKDAY_PLURALS = " ".join(f"{day}s" for day in WEEKDAY_WORDS.split())
MONTH_WORDS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
WHICH_WORDS = "this last next past coming previous"
SEASON_WORDS = " ".join(SEASONS)
HOLIDAY_WORDS = " ".join(name.split()[0].split("'")[0].strip(".") for name in HOLIDAYS)
ORDINAL_WORDS = f"first second third fourth {FIGURE}"
NUMBER_WORDS = f"{' '.join(NUMBERS)} {FIGURE}"
DECADE_WORDS = " ".join(DECADES)
VAGUE_WORDS = "several a few many some couple dozens recent coming past last next more at nearly about half"
LENGTH_WORDS = (
    "second minute hour day week month quarter year decade century "
    "seconds minutes hours days weeks months quarters years decades centuries"
)


def opening_key(body: str, word: re.Match[str]) -> str:
    """Return what the rules for a match of OPENING_WORD are filed under: of "the", with the word after it."""
    key = _key(word)
    if key != _ARTICLE:
        return key
    following = OPENING_WORD.match(body, word.end() + 1)
    return f"{_ARTICLE} {_key(following)}" if following else key


def _key(word: re.Match[str]) -> str:
    letters = word["letters"]
    return letters.lower() if letters else FIGURE if word[0][0].isdecimal() else APOSTROPHE


def make_rule(pattern: str, resolve: Resolver, *openers: str) -> Rule:
    """Return a rule whose `openers` are words apart by spaces.

    Where "the" is among them it may stand before each of the others; "the_week" is "the week" alone.
    """
    words = frozenset(" ".join(openers).split())
    named = frozenset(word.replace("_", " ") for word in words if word != _ARTICLE)
    with_article = frozenset(f"{_ARTICLE} {word}" for word in named if _ARTICLE in words)
    return Rule(
        pattern=re.compile(rf"(?<![\w$£€])(?:{pattern})(?!\w)"),
        resolve=resolve,
        openers=named | with_article,
    )


def rules_by_opener(rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """File each rule under everything that it can begin with, in the order of `rules`."""
    filed: defaultdict[str, tuple[Rule, ...]] = defaultdict(tuple)
    for rule in rules:
        for opener in rule.openers:
            filed[opener] += (rule,)
    return dict(filed)
