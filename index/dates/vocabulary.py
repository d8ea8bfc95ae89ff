"""The words that English dates are made of, and the fragments of patterns built from them."""

import re

from index.article import Modifier

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which each season of the northern hemisphere begins; it lasts three."""

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
NUMBERS = {word: value for value, word in enumerate(_SMALL.split(), 1)} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
MODIFIERS = {
    "early": Modifier.START, "beginning": Modifier.START, "start": Modifier.START, "earlier": Modifier.START,
    "mid": Modifier.MID, "middle": Modifier.MID, "late": Modifier.END, "later": Modifier.END,
    "end": Modifier.END, "close": Modifier.END, "about": Modifier.APPROX, "around": Modifier.APPROX,
    "nearly": Modifier.APPROX, "almost": Modifier.APPROX, "roughly": Modifier.APPROX,
    "approximately": Modifier.APPROX, "pre": Modifier.BEFORE, "post": Modifier.AFTER,
}  # fmt: skip

MONTH = (
    r"(?:January|February|March|April|June|July|August|September|October|November|December|May"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|MAY)"
)
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY"
    r"|(?:Mon|Tues?|Wed|Thurs?|Fri)\.|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=,? (?:\d|[JFMASOND][a-z]{2})))"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d|%|:\d)"
# The last figures of a telephone number are no year.
YEAR = r"(?<!\b\d{3}-)(?:1[5-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SPOKEN_YEAR = (
    rf"(?i:(?:nineteen|eighteen|seventeen) (?:{_TENS})"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?:day|week|weekend|month|quarter|year|decade|century)"
LENGTH = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies))"
NUMBER = (
    r"(?:\d{1,3}|an?|twenty[- ](?:one|two|three|four|five|six|seven|eight|nine)|"
    + "|".join(sorted((word for word in NUMBERS if word not in ("a", "an")), key=len, reverse=True))
    + r")"
)
VAGUE_NUMBER = (
    r"(?:several|a few|few|many|some|a couple of|couple of|a number of|dozens of|recent|coming|past|last|next"
    r"|more than|at least|nearly|about|half an?)"
)
WHICH = r"(?:(?P<which>(?:(?i:this (?:past|coming)|last|next|this|past|coming|previous))) )?"
DAYPART = r"(?:morning|afternoon|evening|night)"


def fold(word: str) -> str:
    """Return `word` in lower case with single spaces, as the tables above are keyed."""
    return re.sub(r"[\s-]+", " ", word.lower()).strip()


def month_number(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday, as `date.weekday` does."""
    return WEEKDAYS.index(word[:3].lower())


def spoken_year(words: str) -> int:
    """Read "nineteen ninety-six"; words of SPOKEN_YEAR only."""
    hundreds, rest = fold(words).split(" ", 1)
    return number(hundreds) * 100 + number(rest)


def number(word: str) -> int:
    """Read "three", "21" or "twenty-one"; a word of NUMBER only."""
    parts = fold(word).split()
    return int(parts[0]) if parts[0].isdigit() else sum(NUMBERS[part] for part in parts)
