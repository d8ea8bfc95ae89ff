"""Who took part, as a question asks it: by name, by what is known of them, or simply the others."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.answer import Slot
from bot.answering.evidence.scene import OTHER_WORDS, Scene
from bot.answering.evidence.sentences import Reading
from bot.answering.evidence.statements import Statement
from bot.answering.lexicon.words import fold, folded_list, folded_words, is_told, stems_of, topic_words
from bot.answering.slots.bearing import CARRIED, describes, is_called
from bot.answering.slots.people import Named, listed, names_in
from bot.answering.slots.seeking import NEAR, QUOTING, Seeker
from bot.answering.slots.sides import sides_in
from bot.answering.understanding.leading import Leading, leader_in, leading_asked
from index.article import Meeting, Participant, Quote

# The sentences that name the participants are quoted together, unless that is more than a person reads.
_LONGEST_QUOTE = 700
_LONGEST_SIDE = 90
# Who meets is told by a phrase, not by a clause.
_CLAUSE = re.compile(
    r"\b(?:was|were|is|are|has|had|said|says|will|would|which|who|whose|that|he|she|it|they|expected)\b"
    r"|^(?:in|at|on|as|after|before|during|while|when|for|from|of|by|to|if|although)\b",
    re.IGNORECASE,
)
# What somebody is, told behind the name, is nobody else.
_APPOSED = re.compile(
    r"\b([\w’']+)(?: \([^)]*\))?, (?:the |an? )?(?=[a-z])(?:[\w-]+ ){0,3}?(?:co-?)?"
    r"(?:member|chair\w*|leader|president|director|secretary|senator|governor|author|sponsor)\b[^,;]*,?"
)
_WHO_OF = re.compile(r"\bwho (?:from|of|at|among)\b", re.IGNORECASE)
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
        self._seeker = Seeker(scene, scene.question.asking.sought)

    def read(self) -> Reading | None:
        """Return who took part: the asked ones where the question describes them; None if not stated.

        Where another slot is asked, that is everybody on record, those whom the question names included.
        """
        if Slot.WHO not in self._question.asked:
            recorded = (one.record for one in self._kin if one.record is not None)
            everybody = next((self._told_by(one, one.participants) for one in recorded), None)
            if everybody is not None:
                return everybody
        leading = leading_asked(self._question.text)
        if leading is not None:
            leader = self._leader(leading)
            if leader is not None or not self._question.asking.sought.said:
                return leader
        if self._question.asking.also.said:
            return self._both()
        sought = self._question.asking.sought
        if describes(sought):
            found = self._seeker.find()
            if found is not None:
                return found
        # Who is not told by description is somebody whom the build read as taking part, or nobody.
        sure = self._question.asking.named
        for reading in self._others():
            if sure and not reading.recorded:
                continue
            if self._answers(reading):
                return reading
        return None

    def _both(self) -> Reading | None:
        """Return the two whom a question asks for each by a noun, or None where either is not told."""
        first = self._seeker.find()
        second = Seeker(self._scene, self._question.asking.also).find()
        if first is None or second is None or first.text == second.text:
            return None
        quote = self._stretch([first.quote, second.quote])
        if len(quote.text) > _LONGEST_QUOTE:
            return None
        return Reading(text=listed([first.text, second.text]), quote=quote)

    def _answers(self, reading: Reading) -> bool:
        """Tell whether it is more than the question's own words, and bears what the question says of it."""
        if self._question.asking.named:
            told = folded_words(reading.text)
            fresh = [one for one in self._seeker.fresh(reading.quote.text) if folded_words(one.text) & told]
            return self._are_alone(fresh, reading.quote)
        if _WHO_OF.search(self._question.text) is not None and not self._seeker.fresh(reading.text):
            # "Who from the union" is not told by "officials of the union".
            return False
        names = _APPOSED.sub(self._unless_asked, reading.text)
        return any(
            not is_told(folded, self._known)
            for word in re.findall(r"[\w'’-]{3,}", names)
            for folded in folded_list(word)
        )

    def _unless_asked(self, apposed: re.Match[str]) -> str:
        name = apposed.group(1)
        return name if is_told(fold(name), self._known) else apposed.group()

    def _are_alone(self, names: Sequence[Named], quote: Quote) -> bool:
        """Tell whether these can only be those asked for: as many, and nobody else is called so."""
        sought = self._question.asking.sought
        enough = len(names) >= sought.count and (len(names) > 1) == sought.several
        if not names or sought.by_name or sought.group or not enough:
            return False
        near = [one.evidence.text for one in self._kin if one.place != self._anchor.place]
        told = any(sought.head in stems_of(folded_words(text)) for text in (quote.text, *near))
        mine = {one.start for one in names}
        others = [
            one for one in names_in(quote.text, self._vocabulary) if one.person and one.start not in mine
        ]
        called = any(is_called(sought, one) for one in others)
        return sought.head not in CARRIED and not told and not called

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
        side = re.sub(r"^and ", "", side)
        if folded_words(side) & asking.apart or _CLAUSE.search(side) is not None:
            return None
        if not asking.named:
            return Reading(text=side, quote=quote)
        fresh = self._seeker.fresh(side)
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

    def _leader(self, verb: Leading) -> Reading | None:
        people = self._anchor.who
        side = _SIDE.search(self._question.text)
        of = stems_of(topic_words(side.group(1))) if side else frozenset()
        for sentence in self._telling.sentences:
            leader = leader_in(sentence.quote.text, verb)
            near = abs(sentence.place - self._anchor.place) <= NEAR
            near = near or self._scene.match(sentence.stems) >= OTHER_WORDS
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
