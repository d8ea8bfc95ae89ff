"""One occasion told several times in an article is one record."""

import re
from collections.abc import Iterable
from dataclasses import replace

from index.article import Meeting, MeetingKind, Participant
from index.meetings.lexicon.frames import ANYWHERE, JOURNEYS, PLACE_NOUNS
from index.meetings.syntax.schedules import opens_with_hour
from index.names.words import name_words

_GATHERINGS = frozenset([MeetingKind.HEARING, MeetingKind.ROUNDTABLE, MeetingKind.CEREMONY])
"""Kinds whose host alone is a record: what else the host did is another occasion."""
_ANAPHORS = frozenset(["delegation", "group", "team", "senators", "delegates", "pair", "members"])
_HOUSES = frozenset(noun.title() for noun in PLACE_NOUNS - ANYWHERE)
_AT_IT = re.compile(
    r"\b(?:at|for|in|during) (?:the|this|that|today[’']s) (?:event|meeting|announcement|ceremony|visit|tour|"
    r"discussion|roundtable|forum|briefing|presentation|gathering|session|hearing|press conference)\b"
    r"(?! (?:of|with|on|about)\b)"
)
_ATTENDED = re.compile(
    r"\baccompanied\b|\b(?:attended|joined|took part in|participated in|sat in on|chaired) "
    r"(?:the|their) (?:meeting|talks|discussions?|session|call|summit|visit|tour)\b"
    r"(?! (?:of|with|between|on|about)\b)"
)
_TOWN = re.compile(r" (?:in|near|at|outside|of)\b")
_ARTICLES = frozenset(["the", "a", "an", "and", "new"])
_CLOSE = 1500
"""Code points between two sentences that may still tell of one occasion when no date parts them."""
_BESIDE = 200
"""Code points that one sentence or two take."""
_NEXT = 500
"""Code points within which a sentence without date, place or names goes on with the occasion before it."""


def merge_meetings(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Join records of the same occasion; the earliest telling keeps a slot it fills, but for a finer day."""
    kept: list[Meeting] = []
    for meeting in meetings:
        # Who "accompanied her" did so to what was told last.
        last = len(kept) - 1 if _is_about_company(meeting) else 0
        for position, other in enumerate(kept):
            if position >= last and _same(other, meeting):
                kept[position] = _joined(other, meeting)
                break
        else:
            kept.append(meeting)
    return tuple(kept)


def _same(one: Meeting, two: Meeting) -> bool:
    if one.status != two.status or _dates_differ(one, two):
        return False
    names_one, names_two = _keys(one), _keys(two)
    shared = _shared(names_one, names_two)
    if one.evidence == two.evidence:
        if _places_differ(one, two):
            return False
        return shared >= min(len(names_one), len(names_two)) - 1
    if shared and _is_at_it(two) and abs(one.evidence.end - two.evidence.start) <= _NEXT:
        return True
    if _is_about_company(two) and 0 <= two.evidence.start - one.evidence.end <= _NEXT:
        return True
    if shared and _is_there(one, two):
        return True
    if one.kind is not two.kind and {one.kind, two.kind} & _GATHERINGS:
        return False
    if (
        _is_given_apart(one, two)
        or _is_far_from(one, two)
        or _is_dated_apart(one, two)
        or all(opens_with_hour(told.evidence.text) for told in (one, two))
    ):
        return False
    near = abs(one.evidence.start - two.evidence.start) <= _CLOSE
    if two.kind is MeetingKind.TRIP and one.kind is not MeetingKind.TRIP and _places_differ(one, two):
        # "Met X in Berlin. Last year she travelled to Oslo": a journey to where they met is told first.
        return False
    if one.kind is two.kind is MeetingKind.VISIT and _sights_differ(one, two):
        return False
    if _points_back(two) and abs(one.evidence.end - two.evidence.start) <= _NEXT:
        return True
    if near and two.when is None and two.where is None and shared and _is_vague(two):
        return abs(one.evidence.end - two.evidence.start) <= _NEXT
    return near and shared >= min(len(names_one), len(names_two))


def _is_given_apart(one: Meeting, two: Meeting) -> bool:
    """Tell whether somebody gives a gathering with a day or place of its own, and met others elsewhere."""
    alone = len(two.participants) == 1 and two.kind is MeetingKind.OTHER
    return alone and len(one.participants) > 1 and (two.when is not None or two.where is not None)


def _is_far_from(one: Meeting, two: Meeting) -> bool:
    """Tell whether a speech to others stands too far behind somebody's journey to be part of it."""
    alone = len(one.participants) == 1 and one.kind in JOURNEYS
    spoken = len(two.participants) > 1 and two.kind is MeetingKind.OTHER
    return alone and spoken and two.evidence.start - one.evidence.end > _BESIDE


def _is_dated_apart(one: Meeting, two: Meeting) -> bool:
    """Tell whether others were met at another place, on a day of its own, than somebody alone went to.

    "After a tour of the mill she spoke. In a meeting in Oslo this month she urged Y to come."
    """
    alone = len(one.participants) == 1 < len(two.participants) and one.kind in JOURNEYS
    return alone and one.when is None and two.when is not None and _places_differ(one, two)


def _places_differ(one: Meeting, two: Meeting) -> bool:
    """Tell whether one sentence places two meetings apart: "back from visiting troops in X, met Y in Z"."""
    if one.where is None or two.where is None:
        return False
    shared = set(name_words(one.where.text)) & set(name_words(two.where.text))
    return shared <= ANYWHERE


def _sights_differ(one: Meeting, two: Meeting) -> bool:
    """Tell whether two visits were to two houses that have names: "the Kit Mill in Oslo", "Wren Hospital"."""
    if one.where is None or two.where is None:
        return False
    sights = [_TOWN.split(place.text, maxsplit=1)[0] for place in (one.where, two.where)]
    if not all(_is_house(sight) for sight in sights):
        return False
    first, second = (set(name_words(sight)) - _ARTICLES for sight in sights)
    return not first & second


def _is_house(sight: str) -> bool:
    """Tell whether a place is called by a name that is no town's: "the Kit Mill", "Wren Hospital"."""
    named = any(word[:1].isupper() for word in sight.removeprefix("The ").split())
    return named and (sight.lower().startswith("the ") or sight.split()[-1] in _HOUSES)


def _points_back(meeting: Meeting) -> bool:
    """Tell whether "the delegation" of a sentence that names no day or place is one told before."""
    bare = any(one.name.lower() in _ANAPHORS for one in meeting.participants)
    return bare and meeting.when is None and meeting.where is None


def _is_at_it(meeting: Meeting) -> bool:
    """Tell whether people join each other "at the event" that another sentence tells of."""
    bare = meeting.when is None and meeting.where is None
    return bare and meeting.kind is MeetingKind.OTHER and _AT_IT.search(meeting.evidence.text) is not None


def _is_about_company(meeting: Meeting) -> bool:
    """Tell whether a sentence only says who came along to, or attended, what is told before it."""
    bare = meeting.when is None and meeting.where is None and meeting.why is None
    return bare and _ATTENDED.search(meeting.evidence.text) is not None


def _is_there(one: Meeting, two: Meeting) -> bool:
    """Tell whether the next record, without day and place, names the house where the one before was."""
    if one.where is None or two.when is not None or two.where is not None or one.kind in _GATHERINGS:
        return False
    house = one.where.text
    near = 0 < two.evidence.start - one.evidence.end <= _NEXT
    return near and house[-1].isalpha() and house.split()[-1] in _HOUSES and house in two.evidence.text


def _is_vague(meeting: Meeting) -> bool:
    """Tell whether all but one of the participants are groups without a name ("officials")."""
    named = [one for one in meeting.participants if any(char.isupper() for char in one.name)]
    return len(named) <= 1


def _dates_differ(one: Meeting, two: Meeting) -> bool:
    if one.when is None or two.when is None:
        return False
    return not one.when.span.overlaps(two.when.span.first, two.when.span.last)


def _keys(meeting: Meeting) -> list[frozenset[str]]:
    return [frozenset(name_words(one.name)) for one in meeting.participants]


def _shared(one: list[frozenset[str]], two: list[frozenset[str]]) -> int:
    return sum(any(name <= other or other <= name for other in two) for name in one)


def _joined(one: Meeting, two: Meeting) -> Meeting:
    first, then = (two, one) if _is_finer(two, one) else (one, two)
    return replace(
        one,
        participants=(*one.participants, *_newcomers(one, two)),
        when=first.when or then.when,
        where=first.where or then.where,
        why=one.why or two.why,
    )


def _is_finer(two: Meeting, one: Meeting) -> bool:
    """Tell whether the later telling names the day of what the earlier one tells of a longer time."""
    if one.when is None or two.when is None:
        return False
    wide, fine = one.when.span, two.when.span
    if wide.first is None or wide.last is None or fine.first is None or fine.last is None:
        return False
    return wide.first <= fine.first and fine.last <= wide.last and wide != fine and fine.first == fine.last


def _newcomers(one: Meeting, two: Meeting) -> Iterable[Participant]:
    known = _keys(one)
    for participant in two.participants:
        words = frozenset(name_words(participant.name))
        if participant.name.lower() in _ANAPHORS:
            continue
        if not any(words <= other or other <= words for other in known):
            yield participant
