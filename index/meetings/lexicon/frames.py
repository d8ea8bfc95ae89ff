"""The frames: which words tell of a meeting, and where in the tree its two sides stand."""

from dataclasses import dataclass

from index.article import MeetingKind
from index.meetings.lexicon.wordlists import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """A verb whose subject is one side; `others` name the paths to the other side.

    "dobj" is its object, "agent" the one named with "by" in the passive, "office" whose office is come to, a
    preposition the object of that preposition. `needs` is a particle that must hang below; `place` tells that
    the object may be a place; `people` that only people named count, for much else is received or welcomed;
    `objects` that its object must be one of these words: "exchanged views with".
    """

    kind: MeetingKind
    others: tuple[str, ...]
    needs: str = ""
    place: bool = False
    people: bool = False
    objects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A frame found: the word that tells of the meeting and the heads of those on its two sides.

    `clause` is the verb whose tense and adverbs speak for the meeting. In a `mutual` one the subjects meet
    each other: "A and B met". A `hosted` gathering ("A held a hearing") needs no other side. What stands at
    `apart` is told of another meeting, and at `beside` of another's clause, whose day may be this one's too.
    """

    trigger: int
    clause: int
    kind: MeetingKind
    subjects: tuple[int, ...]
    others: tuple[int, ...]
    place: int | None = None
    mutual: bool = False
    hosted: bool = False
    apart: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()


_VIEWS = lexicon("view opinion idea pleasantry greeting")
MEALS = lexicon("breakfast lunch luncheon dinner supper meal tea coffee")
_MISSIONS = frozenset(["delegation", "mission"])
_GAMES = lexicon("golf tennis chess poker")
_PACTS = lexicon("treaty agreement accord pact memorandum declaration communique deal")
_PRIZES = lexicon(
    """
    award medal heart star cross plaque certificate check cheque prize trophy flag key diploma ribbon honor
    credential
    """
)
VERBS: dict[str, tuple[VerbFrame, ...]] = {
    "meet": (VerbFrame(kind=MeetingKind.MEETING, others=("with", "dobj")),),
    "sit": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), needs="down"),),
    "confer": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "consult": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "gather": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "convene": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "host": (VerbFrame(kind=MeetingKind.MEETING, others=("agent", "dobj"), people=True),),
    "receive": (VerbFrame(kind=MeetingKind.MEETING, others=("agent", "dobj"), people=True),),
    "welcome": (VerbFrame(kind=MeetingKind.MEETING, others=("agent", "dobj"), people=True, place=True),),
    "greet": (VerbFrame(kind=MeetingKind.MEETING, others=("agent", "dobj"), people=True),),
    "join": (VerbFrame(kind=MeetingKind.OTHER, others=("agent", "dobj", "with"), people=True),),
    "brief": (VerbFrame(kind=MeetingKind.MEETING, others=("agent", "dobj")),),
    "call": (
        VerbFrame(kind=MeetingKind.CALL, others=("dobj",), people=True),
        VerbFrame(kind=MeetingKind.VISIT, others=("on",)),
    ),
    "speak": (VerbFrame(kind=MeetingKind.CALL, others=("with", "to")),),
    "talk": (VerbFrame(kind=MeetingKind.CALL, others=("with", "to")),),
    "phone": (VerbFrame(kind=MeetingKind.CALL, others=("dobj",)),),
    "telephone": (VerbFrame(kind=MeetingKind.CALL, others=("dobj",)),),
    "visit": (VerbFrame(kind=MeetingKind.VISIT, others=("with", "dobj", "office"), place=True),),
    "tour": (VerbFrame(kind=MeetingKind.VISIT, others=("with",), place=True),),
    "travel": (VerbFrame(kind=MeetingKind.TRIP, others=("with",), place=True),),
    "lead": (VerbFrame(kind=MeetingKind.TRIP, others=(), place=True, objects=_MISSIONS),),
    "invite": (VerbFrame(kind=MeetingKind.VISIT, others=("dobj",), place=True, people=True),),
    "address": (VerbFrame(kind=MeetingKind.OTHER, others=("dobj",)),),
    "testify": (VerbFrame(kind=MeetingKind.HEARING, others=("before",)),),
    "lunch": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "dine": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    # "Dined" is often lemmatized so.
    "din": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "negotiate": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "huddle": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "discuss": (VerbFrame(kind=MeetingKind.MEETING, others=("with",)),),
    "exchange": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), objects=_VIEWS),),
    "shake": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), objects=frozenset(["hand"])),),
    "eat": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), objects=MEALS),),
    "share": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), objects=MEALS),),
    "sign": (VerbFrame(kind=MeetingKind.CEREMONY, others=("with",), objects=_PACTS, people=True),),
    "present": (VerbFrame(kind=MeetingKind.CEREMONY, others=("dobj", "to", "dative"), objects=_PRIZES),),
    "award": (VerbFrame(kind=MeetingKind.CEREMONY, others=("dobj", "to", "dative"), objects=_PRIZES),),
    "swear": (VerbFrame(kind=MeetingKind.CEREMONY, others=("dobj", "in"), needs="in", people=True),),
    "see": (VerbFrame(kind=MeetingKind.MEETING, others=("dobj",), people=True),),
    "summon": (VerbFrame(kind=MeetingKind.MEETING, others=("agent", "dobj"), people=True),),
    "accompany": (VerbFrame(kind=MeetingKind.TRIP, others=("agent", "dobj"), people=True, place=True),),
    "appear": (
        VerbFrame(kind=MeetingKind.HEARING, others=("before",), needs="before"),
        VerbFrame(kind=MeetingKind.OTHER, others=("alongside", "with"), people=True),
    ),
    "play": (VerbFrame(kind=MeetingKind.OTHER, others=("with",), objects=_GAMES, people=True),),
    "cut": (VerbFrame(kind=MeetingKind.CEREMONY, others=("with",), objects=frozenset(["ribbon"])),),
    "escort": (VerbFrame(kind=MeetingKind.OTHER, others=("agent", "dobj"), people=True),),
    "spend": (VerbFrame(kind=MeetingKind.OTHER, others=("with",)),),
    "come": (VerbFrame(kind=MeetingKind.VISIT, others=("office",)),),
    "go": (VerbFrame(kind=MeetingKind.VISIT, others=("office",)),),
    "get": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), needs="together"),),
    "catch": (VerbFrame(kind=MeetingKind.MEETING, others=("with",), needs="up", people=True),),
    "be": (VerbFrame(kind=MeetingKind.OTHER, others=("with",), needs="together"),),
    "drop": (VerbFrame(kind=MeetingKind.VISIT, others=("on",), place=True),),
    "stop": (VerbFrame(kind=MeetingKind.VISIT, others=("with",), place=True),),
    "survey": (VerbFrame(kind=MeetingKind.VISIT, others=("with",), place=True),),
    "inspect": (VerbFrame(kind=MeetingKind.VISIT, others=("with",), place=True),),
    "walk": (VerbFrame(kind=MeetingKind.VISIT, others=("with",), people=True),),
}
NOUNS = {
    "meeting": MeetingKind.MEETING,
    "talk": MeetingKind.MEETING,
    "audience": MeetingKind.MEETING,
    "discussion": MeetingKind.MEETING,
    "conversation": MeetingKind.MEETING,
    "session": MeetingKind.MEETING,
    "briefing": MeetingKind.MEETING,
    "negotiation": MeetingKind.MEETING,
    "consultation": MeetingKind.MEETING,
    "lunch": MeetingKind.MEETING,
    "dinner": MeetingKind.MEETING,
    "breakfast": MeetingKind.MEETING,
    "luncheon": MeetingKind.MEETING,
    "banquet": MeetingKind.MEETING,
    "reception": MeetingKind.MEETING,
    "teleconference": MeetingKind.CALL,
    "videoconference": MeetingKind.CALL,
    "conference": MeetingKind.CALL,
    "workshop": MeetingKind.OTHER,
    "symposium": MeetingKind.OTHER,
    "seminar": MeetingKind.OTHER,
    "gala": MeetingKind.OTHER,
    "stop": MeetingKind.VISIT,
    "summit": MeetingKind.MEETING,
    "call": MeetingKind.CALL,
    "roundtable": MeetingKind.ROUNDTABLE,
    "round": MeetingKind.MEETING,
    "hearing": MeetingKind.HEARING,
    "visit": MeetingKind.VISIT,
    "trip": MeetingKind.TRIP,
    "tour": MeetingKind.VISIT,
    "ceremony": MeetingKind.CEREMONY,
    "forum": MeetingKind.ROUNDTABLE,
}
JOURNEYS = frozenset([MeetingKind.VISIT, MeetingKind.TRIP])
"""Kinds that need nobody on the other side: somebody goes to a place."""
LIGHT = lexicon(
    """
    hold have host convene conduct attend schedule arrange organize organise set plan request seek cancel
    postpone begin open conclude finish lead chair call participate grant pay make take give wrap complete
    resume continue enjoy share
    """
)
PLACE_ENTITIES = frozenset(["GPE", "LOC", "FAC"])
PLACE_NOUNS = lexicon(
    """
    office building house room school hospital center centre base plant factory university college farm
    capitol hill hall church library museum airport port station headquarters facility site region area
    city town state country county district clinic laboratory park hotel embassy palace ranch border
    exhibit arena stadium theater theatre auditorium courthouse pavilion monument memorial cemetery
    shipyard depot arsenal terminal plaza street mine ballroom institute lab armory fort yard market
    store mill refinery dam lake island valley pentagon residence mansion villa castle community campus
    warehouse tunnel winery brewery orchard mosque synagogue temple shrine cathedral chapel barracks camp
    prison courthouse classroom pier dock harbor harbour shelter checkpoint crossing neighborhood
    neighbourhood workshop bakery garden shop restaurant diner cafe café fairground inn home
    """
)
ANYWHERE = lexicon("country state region area city town county community district border house home")
"""Nouns that name no place without a name beside them."""
