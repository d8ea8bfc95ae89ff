"""Which verb a time in a sentence hangs on: its meeting's, or that of a letter, a bill or a discovery."""

import re
from enum import IntEnum

from bot.answering.lexicon.words import folded_list, stem

_MEETING = (
    r"me(?:e)?t(?:s|ing|ings)?|talks|summit|visit(?:s|ed|ing)?|host(?:s|ed|ing)?|sp(?:oke|eak(?:s|ing)?)"
    r"|receiv(?:e|ed|es|ing)|brief(?:s|ed|ings?)|trip|travel(?:s|l?ed|l?ing)?|hearing|roundtable|conference"
    r"|ceremony|tour(?:s|ed|ing)?|conven(?:ed?|es|ing)|consult(?:s|ed|ing)?|s[ai]t(?:ting)? down|session"
    r"|join(?:s|ed|ing)?|discuss(?:es|ed|ing|ions?)?|attend(?:s|ed|ing)?|call(?:s|ed)?(?! (?:on|for|upon)\b)"
    r"|saw|see|talk(?:s|ed|ing)?|forum|event|gather(?:s|ed|ings?)?|address(?:es|ed|ing)?|testif(?:y|ied|ies)"
    r"|appear(?:s|ed|ing)?|participat(?:e|es|ed|ing)|accompan(?:y|ied|ies|ying)|reception|lunch(?:eon)?"
    r"|dinner|breakfast|town hall|visitors?|went|go(?:es|ing)?|came|come(?:s|ing)?"
    r"|arriv(?:es?|ed|ing)|present(?:s|ed|ing|ation)?|deliver(?:s|ed|ing)?|launch(?:ed|ing)?|service|stops?"
    r"|stopped|interview(?:ed)?"
)
_NEUTRAL = (
    r"held|hold(?:s|ing)?|t[ao](?:ke|kes|ken|ok|king) place|scheduled|set|planned|slated|is|are|was|were|be"
    r"|had|has|have|will|occurr?(?:ed|s)|began|begins?|opened|ended|including|included"
)
# What is done at a desk, to no one present; its day is not the meeting's.
_APART = (
    r"sent|sends?|sending|wrote|writes?|written|writing|issued?|issues|(?:re)?introduc(?:ed?|es|ing)"
    r"|announc(?:ed?|es|ing)|releas(?:ed?|es|ing)|renew(?:s|ed|ing)|prais(?:ed?|es|ing)|applaud(?:s|ed|ing)?"
    r"|urg(?:ed?|es|ing)|call(?:s|ed|ing)? (?:on|for|upon)|co-?sponsor(?:s|ed|ing)?|vot(?:ed?|es|ing)"
    r"|criticiz(?:ed?|es|ing)|commend(?:s|ed|ing)?|condemn(?:s|ed|ing)?|denounc(?:ed?|es|ing)"
    r"|congratulat(?:ed?|es|ing)|published|dated|signed|passed|approved|enacted|proposed|filed|submitted"
    r"|discovered|disclosed|unveiled|reported|said|says|expressed|responded|secured|died|killed|elected"
    r"|appointed|nominated|born|created|founded|established|named"
    r"|return(?:s|ed|ing)?|request(?:s|ed|ing)?|invit(?:ed?|es|ing)|agree(?:s|d|ing)?|accept(?:s|ed|ing)?|declin(?:ed?|es|ing)"
    r"|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:for|that|to)"
    r"|welcom(?:ed|es) (?:plans?|news|the (?:news|decision|announcement))"
)
_VERBS = re.compile(
    rf"\b(?:(?P<apart>{_APART})|(?P<meeting>{_MEETING})|(?P<neutral>{_NEUTRAL})|(?P<other>[a-z]+ed))\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"(?:^|[;:]|,(?: and| but)?)\W*(?:(?:in|on|at|by|during|early|late|earlier|later|the) ){0,2}$",
    re.IGNORECASE,
)
_NOUN_AHEAD = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ ){0,2}?(?:meetings?|talks|summit|visit|call|session|briefing|town hall|roundtable"
    r"|hearing|discussions?|trip|tour|ceremony|event|conference|forum|gathering|luncheon|reception|dinner)\b",
    re.IGNORECASE,
)
_ADJACENT = re.compile(r"\W*(?:also |again |publicly |formally |strongly )?$", re.IGNORECASE)


# What is announced at a press conference is announced on its day.
_AT_EVENT = re.compile(
    r"^[^;:]{0,40}\b(?:at|during|in) (?:an?|the|his|her|their) (?:[\w'’-]+ ){0,6}?"
    r"(?:conference|hearing|ceremony|event|forum|roundtable|luncheon|briefing)\b",
    re.IGNORECASE,
)


class Tie(IntEnum):
    """How a time hangs on the meeting of its sentence, the surest first."""

    MEETING = 0
    NEUTRAL = 1
    OTHER = 2
    APART = 3


def tie_of(text: str, start: int, end: int, acts: frozenset[str] = frozenset()) -> Tie:
    """Tell on what the time between two places of a sentence hangs.

    A time that opens a clause, or stands just before a verb, hangs on the verb behind it, any other on the
    one before. An act whose stem is among `acts` is what is asked about, and as good as a meeting.
    """
    if _NOUN_AHEAD.match(text, end):
        return Tie.MEETING
    behind = _VERBS.search(text, end)
    before = max(_VERBS.finditer(text, 0, start), key=re.Match.start, default=None)
    adjacent = behind is not None and _ADJACENT.match(text[end : behind.start()]) is not None
    fronted = _FRONTED.search(text[:start]) is not None
    chosen = behind if behind is not None and (adjacent or fronted or before is None) else before
    if chosen is None:
        return Tie.NEUTRAL
    asked = not acts.isdisjoint(map(stem, folded_list(chosen.group())))
    if chosen.group("apart") and not asked:
        return Tie.NEUTRAL if _AT_EVENT.search(text) else Tie.APART
    if chosen.group("meeting") or asked:
        return Tie.MEETING
    return Tie.NEUTRAL if chosen.group("neutral") else Tie.OTHER
