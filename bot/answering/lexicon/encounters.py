"""Which sentences speak of an encounter of people, and whether it was held, is planned or came to nothing."""

import re

from index.article import MeetingStatus

MEETINGS = (
    r"meetings?|talks|summit|visit|call|session|briefing|town hall|roundtable|hearing|discussions?|trip|tour"
    r"|ceremony|presentation|conversation|gathering|forum|event|conference"
)
"""Nouns of meetings, by which a sentence speaks of one already told."""
MET_BY_NOBODY = (
    r"(?:the|an?|one|their|its|our|this|these|those|all|any|such)?,? ?"
    r"(?:(?:[\w-]+|[\"“][^\"”]*[\"”]) ){0,3}?(?:standards?|needs?|demands?|goals?"
    r"|targets?|requirements?|obligations?|challenges?|criteria|deadlines?|expectations?|commitments?|voices?|awards?"
    r"|prizes?|medals?|plaques?|certificates?|diplomas?|endorsements?|recognition)\b"
)
"""What stands behind a verb of meeting where nobody is met: "to meet the standard"."""
_ACT = r"(?:introduc|send|urg|request|press|co-?sponsor|sponsor|vot|writ|call|support|oppos|back)"
_NO_ENCOUNTER = re.compile(
    rf"\bjoin(?:s|ed|ing)?(?! by\b) [^;]{{0,120}}?\b(?:in|to) {_ACT}(?:e|ing)?\b(?! attention\b)"
    rf"|\bmee?t(?:s|ing)? {MET_BY_NOBODY}",
    re.IGNORECASE,
)
_FACE_TO_FACE = re.compile(
    r"\b(?:me(?:e)?t(?:ing)?s?|visit\w*|join\w*|s[ai]t (?:down|in)|see|saw|tour\w*|host\w*|brief(?:ed|ing)?"
    r"|together|talks?|spoke)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:me(?:e)?t(?:s|ing|ings)?|talk(?:s|ed|ing)|negotiat(?:ed|ions?)|audience|summit|visit(?:s|ed|ing)?|host(?:s|ed|ing)?|spoke|receiv(?:e|ed|es)"
    r"|welcom(?:e|ed|es)|call(?:s|ed)?(?! (?:for|on|upon)\b)|brief(?:s|ed|ings?)|trip|travel(?:s|l?ed|l?ing)?"
    r"|hearing|roundtable|delegation|(?-i:conference)(?! (?:committee|report))|ceremony|tour(?:s|ed|ing)?"
    r"|convened?|consult(?:s|ed)?|sat down|session"
    rf"|joined(?! (?:\w+ ){{0,6}}in {_ACT}ing)"
    r"|discuss(?:ed|es|ing|ions?)|present(?:ed|ation)|attend(?:s|ed|ing)?|testif(?:y|ies|ied)|town hall"
    r"|forum|listen(?:s|ed)?|address(?:ed|es|ing)?|told|telephoned|phoned|conversations?|appear(?:s|ed)?"
    r"|participat(?:e|es|ed|ing)|gather(?:s|ed|ing)?|celebrat(?:e|es|ed|ing|ions?)|launch(?:ed|ing)?"
    r"|dedicat(?:ed|ion)|unveil(?:s|ed|ing)?|eulog(?:y|ized)|memorial service|funeral|reception|luncheon"
    r"|lunch|dinner|breakfast|rally|debate|(?:is|was|were|are) (?:then )?(?:in|at|with)"
    r"|sw(?:ears?|earing|ore|orn)[ -]in"
    r"|workshops?|seminars?|office hours|inspect(?:s|ed|ing)?|represent(?:s|ed|ing)? [^.;,]{2,40}? before"
    r"|accompan(?:y|ied|ies|ying)|(?:brought|bring(?:s|ing)?) (?:[^.;]{3,90} )?together"
    r"|(?:shook|shak(?:e|es|ing|en)) hands|saw (?-i:[A-Z])"
    r"|called on (?-i:[A-Z])(?!(?:(?! and |,)[^.;])* to [a-z]))\b",
    re.IGNORECASE,
)
_STATES = (
    (MeetingStatus.CANCELLED, re.compile(r"\b(?:cancel(?:l?ed)?|called off|scrapped)\b", re.I)),
    (MeetingStatus.POSTPONED, re.compile(r"\b(?:postponed?|put off|delayed)\b", re.I)),
    (
        MeetingStatus.REQUESTED,
        re.compile(
            r"\b(?:request(?:s|ed)?|ask(?:s|ed)|urg(?:es|ed)|invit(?:es|ed)) (?:\w+ ){0,4}(?:to|for) "
            r"(?:an? )?(?:meet|talks|visit|discussion)",
            re.I,
        ),
    ),
    (
        MeetingStatus.PLANNED,
        re.compile(r"\b(?:will|is to|are to|to meet|plans to|scheduled|due to|would|hopes?)\b", re.I),
    ),
)
# What goes on for longer is no sentence, but a page that lost its full stops.
_LONGEST = 1_200


def speaks_of_meeting(sentence: str) -> bool:
    """Tell whether a sentence speaks of people who met, went somewhere or came together."""
    return len(sentence) < _LONGEST and _MEETING.search(sentence) is not None


def tells_face_to_face(text: str) -> bool:
    """Tell whether a text has a word of people who were together, and not only of what they did jointly.

    "Joined Lind to introduce a bill" and "to meet the new standards" tell of none.
    """
    return _FACE_TO_FACE.search(_NO_ENCOUNTER.sub(" ", text)) is not None


def status_in(sentence: str) -> MeetingStatus:
    """Return how far what a sentence tells has come, as its words say; held, where none says otherwise."""
    return next((one for one, cue in _STATES if cue.search(sentence)), MeetingStatus.HELD)
