"""What a question asks: its slots, its names, its period, and what it is about."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Slot
from bot.answering.lexicon.people import OFFICES
from bot.answering.lexicon.titles import is_title
from bot.answering.lexicon.undoing import tells_undoing
from bot.answering.lexicon.words import fold, folded_list, folded_words, name_words, stems_of, topic_words
from bot.answering.understanding.asking import Asking, read_asking
from bot.answering.understanding.vocabulary import Vocabulary
from index.article import DateSpan, NameType
from index.dates import read_question_period
from index.letters import of_letters
from index.names import NameMatch, has_case

LONGEST = 2_000


class UnusableQuestion(Exception):
    """The question cannot be answered as it stands. Its text is one sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question understood. Sets are of folded words; `period` are the days it is about.

    `known` are the names in it that the index knows, each with everyone it can mean, and `names` all the
    names in it. Of these, `people` are surnames, and `places` those, a set each, where the question says
    that the meeting was. `topic` are the words that carry what it is about. `acronyms` may be short for a
    name, and `about` may be spoken of rather than spoken to. `given` are the names that stand before
    others, as given names do before surnames, by these. `ahead` tells that it asks of what is still to
    come, `again` of another meeting than the last, `in_person` that no call will do, `undone` that it takes
    for granted that somebody did not come or that nothing came of it. `offices` are stems.
    """

    text: str
    asking: Asking
    known: tuple[NameMatch, ...]
    names: frozenset[str]
    people: frozenset[str]
    given: Mapping[str, str]
    places: tuple[frozenset[str], ...]
    topic: frozenset[str]
    acronyms: frozenset[str]
    about: frozenset[str]
    period: DateSpan | None
    ahead: bool
    again: bool
    in_person: bool
    undone: bool
    offices: frozenset[str]

    @property
    def asked(self) -> tuple[Slot, ...]:
        """Return the slots asked for, in the order of the question."""
        return self.asking.slots


_AHEAD = re.compile(r"\b(?:will|is|are|going|upcoming|next|planned|plans?|scheduled)\b", re.I)
_AGAIN = re.compile(r"\b(?:again|next (?:meet\w*|summit|round|talks|visit))\b", re.I)
_IN_PERSON = re.compile(
    r"\b(?:receive|host|welcome|in person|face to face|face-to-face|visit|travel|fly|tour|go to|went to"
    r"|came to)\b",
    re.I,
)
_IN_PLACE = of_letters(
    r"\b(in|at|to|inside|near|along|visit(?:ed|s)?|tour(?:ed|s)?)"
    r" ((?:the )?[A-Z][\w.'’-]*(?: (?:of |the )*[A-Z][\w.'’-]*)*)"
)
_OPENERS = re.compile(r"(?:^|[.?!:]\s+)(?:\w+)")
_PERSON = of_letters(
    r"\b(?:Mayor|Gov(?:ernor)?\.?|Sen(?:ator)?\.?|Rep(?:resentative)?\.?|Congress(?:man|woman)|Secretary"
    r"|Gen(?:eral)?\.?|Judge|Justice|Ambassador|Mrs?\.|Ms\.|Dr\.|President|Chairman|Minister|Commissioner"
    r"|Director|Sheriff|Patriarch|Archbishop|Bishop|Cardinal|Rabbi|Admiral|Colonel|Chancellor|Premier|King|Queen|Prince|Princess|Sir|Dame|Lord|Pope)"
    r" ((?:[A-Z][\w.'’-]+ )*[A-Z][\w'’-]+)"
)
_MATTER = re.compile(r"\b(?:about|on|over|regarding|concerning|for|of) (.*)")
_OWNER = re.compile(r"(\w+)['’]s?\b")
_LISTED = of_letters(
    r"(?:,? (?:and )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)+(?= and [A-Z])(?: and [A-Z][\w.'’-]*)"
)
_FULL_NAME = of_letters(r"\b(?=([A-Z][\w'’-]+) (?:[A-Z]\. )?([A-Z][\w'’-]+))")
# Nobody is "the Ford", nor a hurricane.
_PERSONS_OWN = (
    r"meet|met|talk|visit|call|and|or|to|in|at|on|of|with|from|for|by|famil|delegation|sit|saw|did|had|was|were"
    r"|told|said"
)
_ATTRIBUTES = (
    of_letters(
        r"\b(?:the|[Ww]hich|[Ww]hat)(?: two| three)? (?:(?:[A-Z][\w'’-]+|[a-z]+(?:ing|ed)) ){0,2}"
        r"([A-Z][\w-]+)"
        rf" (?!{_PERSONS_OWN})[a-z]"
    ),
    of_letters(
        r"\b(?:[Hh]urricane|[Ss]torm|[Tt]yphoon|[Cc]yclone|Fort|Camp|Lake|Mount|Port) ([A-Z][\w'’-]+)"
    ),
)
# "The Gull plant" is no place called Gull.
_OF_A_NOUN = re.compile(r" (?!(?:in|at|on|and|or|with|to|for|by|from|of|near|after|before|during)\b)[a-z]+")
# Nor was anybody met "in the Gull killing".
_OF_A_MATTER = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:killing|murder|slaying|shooting|bombing|case|scandal|affair|investigation|probe"
    r"|inquiry|lawsuit|dispute|debate|controversy|crisis|race|campaign|election|negotiation)s?\b"
)
# Whom somebody met the day before was not there.
_ANOTHER_TIME = re.compile(
    r"\b(?:(?:day|week|month|year|hour|morning|evening|night)s?|right|just|shortly|soon|immediately)"
    r" (?:after|before) [^,?]*",
    re.IGNORECASE,
)
# Several storms bear their names in one list.
_STORMS = of_letters(
    r"\b(?:[Hh]urricane|[Ss]torm|[Tt]yphoon|[Cc]yclone)s ((?:[A-Z][\w'’-]+(?:,? and |, )?)+)"
)
# "Teacher of the year" names no time, "the end of the year" does.
_OF_THE_YEAR = re.compile(
    r"\b(?!(?:end|start|beginning|middle|rest|course|turn|half|quarter|part|months?|weeks?|days?|time)\b)"
    r"\w+ of the year\b",
    re.IGNORECASE,
)
# That somebody was there is said in words that tell nothing else.
_PRESENCE = re.compile(
    r"\b(?:(?:turn|show)(?:ed|s|ing)? (?:out|up)|on hand|call(?:ed|s|ing)? (?:in )?on"
    r"|(?:dropp?|stopp?)(?:ed|s|ing)? (?:by|in)|ahead of|right (?=before|after))\b",
    re.IGNORECASE,
)
# What is asked for as one of these is told by its name, and seldom by the noun.
_KINDS = frozenset(
    ["group", "organization", "organisation", "body", "individual", "man", "men", "woman", "women"]
)
_OWNED = re.compile(r"['’]s?(?: |$)")


def no_event(_: str) -> DateSpan | None:
    """Know the days of no event."""
    return None


def understand(
    text: str,
    as_of: date,
    vocabulary: Vocabulary,
    days_of: Callable[[str], DateSpan | None] = no_event,
) -> Question:
    """Read a question; "today" in it is `as_of`, and its names are told by `vocabulary`.

    `days_of` tells the days of an event ("the Vienna summit") that bounds what is asked.

    Raises `UnusableQuestion` when it is empty, has no letter, or is too long.
    """
    words = " ".join(text.split())
    if not any(character.isalpha() for character in words):
        raise UnusableQuestion("The question is empty; ask who met, when, where or why.")
    if len(words) > LONGEST:
        raise UnusableQuestion(f"The question has {len(words):,} characters; ask in {LONGEST:,} or fewer.")
    known = vocabulary.matcher.match(words)
    surnames = _surnames(known) & vocabulary.surnames
    written = words if has_case(words) else _capitalised(words, known)
    places = _places(written, vocabulary)
    people = (surnames | _titled(written)) - frozenset().union(*places) - _attributes(written)
    asking = read_asking(words)
    return Question(
        text=words,
        asking=asking,
        known=known,
        names=_names(written) | surnames,
        people=people,
        given=_given(written, people),
        places=places,
        topic=topic_words(_PRESENCE.sub(" ", words)) - (_KINDS & {asking.sought.noun}),
        acronyms=_acronyms(words),
        about=_about(words),
        period=read_question_period(_OF_THE_YEAR.sub(" ", words), as_of).resolve(days_of),
        ahead=_AHEAD.search(words) is not None,
        again=_AHEAD.search(words) is not None and _AGAIN.search(words) is not None,
        in_person=_IN_PERSON.search(words) is not None,
        undone=tells_undoing(words),
        # A month is no mayor, though their stems are one.
        offices=stems_of(folded_words(words) - {"may"}) & OFFICES,
    )


def _capitalised(words: str, known: Sequence[NameMatch]) -> str:
    """Return a question in small letters with the names that the index knows as names are written."""
    for one in known:
        name = re.sub(r"\b[^\W\d_]", lambda letter: letter.group().upper(), one.text)
        words = f"{words[: one.start]}{name}{words[one.end :]}"
    return words


def _surnames(known: Sequence[NameMatch]) -> frozenset[str]:
    people = [one.text for one in known if one.candidates[0].type is NameType.PERSON]
    return frozenset(folded_list(text)[-1] for text in people)


def _attributes(words: str) -> frozenset[str]:
    """Return the folded names that only tell which storm, plant or bill is meant: "the Ford workers"."""
    found = [match.group(1) for pattern in _ATTRIBUTES for match in pattern.finditer(words)]
    storms = " ".join(_STORMS.findall(words))
    apart = _ANOTHER_TIME.search(words)
    return frozenset(map(fold, found)) | folded_words(f"{storms} {apart.group() if apart else ''}")


def _given(words: str, people: frozenset[str]) -> Mapping[str, str]:
    """Return what stands before each name of the question that may be a surname."""
    pairs = ((fold(match.group(1)), folded_list(match.group(2))[-1]) for match in _FULL_NAME.finditer(words))
    return {surname: given for given, surname in pairs if given not in people and not is_title(given.title())}


def _titled(words: str) -> frozenset[str]:
    return frozenset(folded_list(_OWNED.split(match.group(1))[0])[-1] for match in _PERSON.finditer(words))


def _places(words: str, vocabulary: Vocabulary) -> tuple[frozenset[str], ...]:
    found = []
    for match in _IN_PLACE.finditer(words):
        run = folded_list(match.group(2))
        found.extend(_listed_after(words, match.end()))
        if match.group(1).lower().startswith(("visit", "tour")) and _OF_A_NOUN.match(words, match.end()):
            continue
        if _OF_A_MATTER.match(words, match.end()):
            continue
        if _OWNED.search(match.group(2)) and any(word in vocabulary.surnames for word in run[:2]):
            continue
        # People are visited and gone to; nobody is "in" or "at" a person.
        if match.group(1).lower() in ("in", "at", "inside") or run[-1] not in vocabulary.surnames:
            # A month is no place: "in February".
            found.append(frozenset(run) - {"the", "of"} if topic_words(match.group(2)) else frozenset())
    return tuple(one for one in found if one)


def _acronyms(words: str) -> frozenset[str]:
    """Return the folded words that may be short for a name: capitals, or any short word without a capital."""
    plain = not any(character.isupper() for character in words[1:])
    found = re.findall(r"\b[A-Za-z]{2,6}\b", words)
    return frozenset(fold(one) for one in found if plain or one.isupper()) & topic_words(words)


def _about(words: str) -> frozenset[str]:
    """Return the folded words behind "about", "on" or "over", and of owners: what is spoken of, not to."""
    matter = _MATTER.search(words)
    owners = " ".join(_OWNER.findall(words))
    if not has_case(words):
        return frozenset(folded_list(words))
    return frozenset(folded_list(f"{owners} {matter.group(1) if matter else ''}"))


def _listed_after(words: str, end: int) -> list[frozenset[str]]:
    """Return the further places of a list: "in Oslo, Bergen and Tromso"."""
    rest = _LISTED.match(words, end)
    return (
        []
        if rest is None
        else [frozenset(folded_list(one)) for one in re.split(r", | and ", rest.group()) if one]
    )


def _names(words: str) -> frozenset[str]:
    # The word that opens a sentence has a capital whoever it is, unless it is written so elsewhere as well.
    rest = _OPENERS.sub(lambda match: match.group() if _is_name(match.group()) else " ", words)
    return name_words(rest)


def _is_name(opener: str) -> bool:
    return bool(name_words(opener)) and opener.isupper() and len(opener) < 5
