"""Who took part, as a question asks it: by name, by what is known of them, or simply the others."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.answer import Slot
from bot.answering.describing import CARRIED, PLAIN, QUOTING, Describer, listed
from bot.answering.people import is_new, names_in
from bot.answering.scene import Scene
from bot.answering.sentences import Reading
from bot.answering.sides import leader_in, sides_in
from bot.answering.statements import Statement
from bot.answering.words import folded_list, folded_words, is_told, stems_of, topic_words
from index.article import Meeting, Participant, Quote

# The sentences that name the participants are quoted together, unless that is more than a person reads.
_LONGEST_QUOTE = 700
_NEAR = 2
_LONGEST_SIDE = 90
_LEADING = frozenset(
    ["lead", "chaired", "headed", "hosted", "organized", "convened", "moderated", "sponsored"]
)
_SIDE = re.compile(
    r"\b(?:leads?|led|heads?|headed|heading|leading) (?:the )?(.{2,40}?) (?:delegation|side|team|group)\b",
    re.I,
)


class NameReader:
    """Reads who took part in the meeting of a scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._question = scene.question
        self._vocabulary = scene.vocabulary
        self._anchor = scene.anchor
        self._telling = scene.telling
        self._kin = scene.kin
        self._known = scene.known
        self._describer = Describer(scene)

    def read(self) -> Reading | None:
        """Return who took part: the asked ones where the question describes them; None if not stated.

        Where another slot is asked, that is everybody on record, those whom the question names included.
        """
        if Slot.WHO not in self._question.asked:
            recorded = (one.record for one in self._kin if one.record is not None)
            everybody = next((self._told_by(one, one.participants) for one in recorded), None)
            if everybody is not None:
                return everybody
        if self._question.topic & _LEADING:
            leader = self._leader()
            if leader is not None or "lead" in self._question.topic:
                return leader
        if self._describer.described - PLAIN:
            found = self._describer.read()
            if found is not None:
                return found
        # Who is not told by description is somebody whom the build read as taking part, or nobody.
        sure = self._question.asking.named
        for reading in self._others():
            if sure and not reading.recorded:
                continue
            if self._answers(reading) and self._is_of_office(reading) and self._describer.is_enough(reading):
                return reading
        return None

    def _is_of_office(self, reading: Reading) -> bool:
        """Tell whether who is told holds the office asked for, where it is one that names carry."""
        head = self._question.asking.head
        near = [] if head in PLAIN else [one.near for one in self._kin if one.place != self._anchor.place]
        told = any(head in stems_of(words) for words in (folded_words(reading.quote.text), *near))
        # Where the briefing speaks of "doctors" beside a name, the name is not a doctor's.
        if not self._question.asking.named or not head or not (told or head in CARRIED):
            return True
        words = stems_of(folded_words(reading.text))
        names = names_in(reading.quote.text, self._vocabulary)
        return any(head in one.described for one in names if stems_of(folded_words(one.text)) & words)

    def _answers(self, reading: Reading) -> bool:
        """Tell whether it is more than the question's own words: "which officials?", "officials"."""
        asking = self._question.asking
        if asking.named:
            fresh = [one for one in names_in(reading.text, self._vocabulary) if is_new(one, self._known)]
            return any(self._describer.is_wanted(one) for one in fresh)
        return any(
            not is_told(folded, self._known)
            for word in re.findall(r"[\w'’-]{3,}", reading.text)
            for folded in folded_list(word)
        )

    def _others(self) -> Iterator[Reading]:
        for statement in self._kin:
            if statement.record is not None:
                others = [one for one in statement.record.participants if not self._is_asked_about(one)]
                reading = self._told_by(statement.record, others)
                if reading is not None:
                    yield self._whole_side(reading, statement)
            if statement.evidence.text[:1] in QUOTING and self._question.asking.named:
                continue
            for side in sides_in(statement.evidence.text, self._question.names):
                reading = self._without_apart(side, statement.evidence)
                if reading is not None:
                    yield reading

    def _whole_side(self, reading: Reading, statement: Statement) -> Reading:
        """Return the whole side of the meeting where the record holds but a part of it."""
        if self._question.asking.named or reading.quote != statement.evidence:
            return reading
        told = folded_words(reading.text)
        for side in sides_in(statement.evidence.text, self._question.names):
            if " and " in side and told < folded_words(side) and len(side) < _LONGEST_SIDE:
                return Reading(text=side, quote=statement.evidence, recorded=True)
        return reading

    def _without_apart(self, side: str, quote: Quote) -> Reading | None:
        asking = self._question.asking
        if folded_words(side) & asking.apart:
            return None
        if not asking.named:
            return Reading(text=side, quote=quote)
        fresh = self._describer.fresh_names(side)
        return Reading(text=listed([one.text for one in fresh]), quote=quote) if fresh else None

    def _told_by(self, meeting: Meeting, shown: Sequence[Participant]) -> Reading | None:
        if not shown:
            return None
        mentions = [one.mention for one in shown if one.mention is not None and not one.mention.in_title]
        quote = self._stretch([self._telling.whole(one) for one in mentions or [meeting.evidence]])
        if len(quote.text) > _LONGEST_QUOTE:
            quote = self._telling.whole(meeting.evidence)
            shown = [one for one in shown if folded_words(one.name) & folded_words(quote.text)]
        text = listed([_titled(one) for one in shown])
        return Reading(text=text, quote=quote, recorded=True) if text else None

    def _is_asked_about(self, participant: Participant) -> bool:
        # "Who did Allen meet?" wants the others.
        words = folded_words(participant.name)
        named = self._question.people or self._question.names
        apart = self._question.asking.apart
        return bool(words & named) or bool(apart & (words | folded_words(participant.role or "")))

    def _leader(self) -> Reading | None:
        people = self._anchor.who
        side = _SIDE.search(self._question.text)
        of = stems_of(topic_words(side.group(1))) if side else frozenset()
        for sentence in self._telling.sentences:
            leader = leader_in(sentence.quote.text)
            near = abs(sentence.place - self._anchor.place) <= _NEAR
            known = leader is not None and (near or folded_words(leader) & people)
            if leader is not None and known and of <= sentence.stems:
                return Reading(text=leader, quote=sentence.quote)
        return None

    def _stretch(self, quotes: Sequence[Quote]) -> Quote:
        start, end = min(one.start for one in quotes), max(one.end for one in quotes)
        return Quote(start=start, end=end, text=self._telling.article.body[start:end])


def _titled(participant: Participant) -> str:
    role = participant.role
    if not role or role.lower() in participant.name.lower():
        return participant.name
    return f"{participant.name} ({role})"
