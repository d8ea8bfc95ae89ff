"""Times that date nothing told: "since March" only bounds it, and "the 1944 treaty" says which is meant."""

import re

from index.letters import of_letters

_SINCE = re.compile(
    r"\b(?:since|dating back to|going back to)(?: (?:early|late|mid|at least|about|the))? $", re.I
)
_DETERMINED = of_letters(r"(?:\b(?i:the|an?|this|that|these|those|his|her|their|its|our|my)|['’]s?) $")
_NUMBERED = re.compile(r"\d")
# Behind these the sentence goes on,
_GOES_ON = (
    r"at|in|on|and|or|to|with|for|when|where|while|during|that|which|who|whom|by|from|of|is|was|were|are|be|will"
    r"|would|has|had|have|but|as|after|before|over|about|until|through|near|under|he|she|they|we|it|the|an?"
)
# and what is of these has its time told.
_ON_IT = (
    r"noon|night|mornings?|afternoons?|evenings?|weekends?|weeks?|holidays?|breaks?|recess|sessions?|dates?|days?"
    r"|starts?|openings?|launch(?:es)?|unveilings?|signings?|announcements?|celebrations?|dedications?"
    r"|rall(?:y|ies)|meetings?|talks|summits?|visits?|calls?|briefings?|town|roundtables?|hearings?|discussions?"
    r"|trips?|tours?|ceremon(?:y|ies)|events?|conferences?|forums?|gatherings?|lunch\w*|dinners?|breakfasts?"
    r"|receptions?|workshops?|interviews?|encounters?|conversations?|negotiations?|appearances?|journeys?|stops?"
    r"|presentations?|fundraisers?|galas?|parades?|services?|funerals?|missions?|pilgrimages?|delegations?"
)
_NAMES_THING = re.compile(rf" (?!(?:{_GOES_ON})\b)(?!(?:[\w-]+ ){{0,3}}?(?:{_ON_IT})\b)[a-z]{{3,}}")
_REACH = 20


def dates_nothing(text: str, start: int, end: int) -> bool:
    """Tell whether the time between two offsets only bounds what is told, or says which thing is meant."""
    before = text[max(0, start - _REACH) : start]
    if _SINCE.search(before) is not None:
        return True
    if _DETERMINED.search(before) is None or _NUMBERED.search(text, start, end) is None:
        return False
    return _NAMES_THING.match(text, end) is not None
