"""Whether words stand in an account of company results, where "a year earlier" is a quarter."""

import re

_BEFORE, _AFTER = 110, 60
_MONEY = re.compile(
    r"(?:[$£€¥]|\b(?:yen|francs|marks|pounds) )\d|\d (?:million|billion|yen|francs|marks)|\bcents a share",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"\b(?:profits?|net (?:income|loss|earnings)|earn(?:ed|s|ings)|loss(?:es)?|sales|revenues?|a share"
    r"|results|dividends?|tax credit|charges?|interest expense|operating)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z])")
_PER_CENT = re.compile(r"\d ?(?:%|per ?cent\b)")
_COMPARED = re.compile(
    r"\b(?:from|with|against|versus|to) "
    r"(?:(?:an? )?(?:net )?(?:profits?|loss(?:es)?|deficit|earnings|income|sales|revenues?) of |an? )?"
    r"[$£€¥][\d.,]+(?: (?:million|billion))?,? $"
)
_OF_RESULTS = re.compile(
    r"['’]?s? ?(?:net |operating |pretax )?"
    r"(?:profit|loss|income|earnings|results|sales|revenue|period|quarter)",
    re.IGNORECASE,
)
_QUARTERLY = re.compile(r"\b(?:quarter|latest period)\b", re.IGNORECASE)
_LONGER = re.compile(
    r"\b(?:for the (?:full |fiscal |whole )?year|full[- ]year|annual(?:ly)?|fiscal (?:year|\d)"
    r"|(?:six|nine|12|twelve) months|months|half)\b|\bin (?:all of )?(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def tells_results(body: str, start: int, end: int) -> bool:
    """Tell whether sums of money and what they were earned by stand around, and no longer period does.

    "From $2 million" just before, or "net income" just after, are enough.
    """
    around = _around(body, start, end)
    if _LONGER.search(around):
        return False
    if _COMPARED.search(body, max(0, start - _BEFORE), start) or _OF_RESULTS.match(body, end):
        return True
    told = _RESULTS.search(around)
    return bool(told and (any(one.search(around) for one in (_MONEY, _QUARTERLY, _PER_CENT))))


def is_compared(body: str, start: int, end: int) -> bool:
    """Tell whether results are compared with a sum just before `start`, and no longer period is told."""
    compared = _COMPARED.search(body, max(0, start - _BEFORE), start)
    return compared is not None and _LONGER.search(_around(body, start, end)) is None


def tells_business(body: str, start: int, end: int) -> bool:
    """Tell whether money, a share in a hundred or what companies earn by stands around."""
    around = _around(body, start, end)
    return any(one.search(around) for one in (_MONEY, _RESULTS, _PER_CENT))


def tells_a_quarter(body: str, start: int, end: int) -> bool:
    """Tell whether results stand around that are said to be of a quarter."""
    return tells_results(body, start, end) and _QUARTERLY.search(_around(body, start, end)) is not None


def _around(body: str, start: int, end: int) -> str:
    after = _SENTENCE_END.split(body[end : end + _AFTER], maxsplit=1)[0]
    return f"{body[max(0, start - _BEFORE) : start]} {after}"
