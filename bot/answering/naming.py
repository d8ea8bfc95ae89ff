"""Who took part, as a question asks it: by name, by what is known of them, or simply the others."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.answer import Slot
from bot.answering.people import Named, is_new, leader_in, names_in, sides_in, verb_in
from bot.answering.scene import Scene
from bot.answering.sentences import Reading, Sentence
from bot.answering.statements import ATTENDING, LIST_ITEM, Statement
from bot.answering.times import SAME_MEETING
from bot.answering.words import folded_list, folded_words, is_told, stems_of, topic_words
from index.article import Meeting, Participant, Quote

# The sentences that name the participants are quoted together, unless that is more than a person reads.
_LONGEST_QUOTE = 700
_NEAR = 2
_LONGEST_SIDE = 90
_HEAD = 90
_LEADING = frozenset(
    ["lead", "chaired", "headed", "hosted", "organized", "convened", "moderated", "sponsored"]
)
_CARRIED = stems_of(
    frozenset(
        [
            "senator",
            "governor",
            "mayor",
            "ambassador",
            "general",
            "judge",
            "minister",
            "secretary",
            "president",
        ]
    )
)
_SIDE = re.compile(
    r"\b(?:leads?|led|heads?|headed|heading|leading) (?:the )?(.{2,40}?) (?:delegation|side|team|group)\b",
    re.I,
)
_CHAIN = re.compile(r"(?:,|,? and) $")
# Whom the press may call took no part.
_CONTACT = re.compile(r"\W*(?:media |press )?contacts?:", re.IGNORECASE)
_QUOTING = '"“'
# Who is asked for as "the former mayor" is told as one, or not at all.
_RANKS = stems_of(frozenset(["former", "acting", "deputy", "assistant", "vice", "retired"]))
# Words that describe so many that they single out nobody.
_PLAIN = stems_of(
    frozenset(
        [
            "official",
            "member",
            "leader",
            "representative",
            "people",
            "group",
            "person",
            "name",
            "two",
            "three",
        ]
    )
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
        people = stems_of(self._question.people | self._question.names & self._telling.office)
        self._described = self._question.asking.described - people

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
        if self._described - _PLAIN:
            found = self._by_description()
            if found is not None:
                return found
        # Who is not told by description is somebody whom the build read as taking part, or nobody.
        sure = self._question.asking.named
        for reading in self._others():
            if sure and not reading.recorded:
                continue
            if self._answers(reading) and self._is_of_office(reading):
                return reading
        return None

    def _is_of_office(self, reading: Reading) -> bool:
        """Tell whether who is told holds the office asked for, where it is one that names carry."""
        head = self._question.asking.head
        near = [] if head in _PLAIN else [one.near for one in self._kin if one.place != self._anchor.place]
        told = any(head in stems_of(words) for words in (folded_words(reading.quote.text), *near))
        # Where the briefing speaks of "doctors" beside a name, the name is not a doctor's.
        if not self._question.asking.named or not head or not (told or head in _CARRIED):
            return True
        words = stems_of(folded_words(reading.text))
        names = names_in(reading.quote.text, self._vocabulary)
        return any(head in one.described for one in names if stems_of(folded_words(one.text)) & words)

    def _answers(self, reading: Reading) -> bool:
        """Tell whether it is more than the question's own words: "which officials?", "officials"."""
        asking = self._question.asking
        if asking.named:
            fresh = [one for one in names_in(reading.text, self._vocabulary) if is_new(one, self._known)]
            return any(self._is_wanted(one) for one in fresh)
        return any(
            not is_told(folded, self._known)
            for word in re.findall(r"[\w'’-]{3,}", reading.text)
            for folded in folded_list(word)
        )

    def _by_description(self) -> Reading | None:
        """Return the names that fit the asked description best, wherever the article lists who took part."""
        wanted = self._described - _PLAIN
        head = self._question.asking.head
        told = {one.place for one in self._kin}
        office = head in _CARRIED
        rank = wanted & _RANKS
        best: tuple[float, Reading] | None = None
        for sentence in self._sentences():
            names = [one for one in self._fresh(sentence.quote.text) if rank <= one.described]
            if self._question.asking.group and sentence.place not in told:
                continue
            if sentence.quote.text[:1] in _QUOTING and sentence.place not in told:
                continue
            if office and not any(head in one.described for one in names):
                continue
            share = max((len(wanted & one.described) for one in names), default=0) / len(wanted)
            score = share + 0.3 * self._scene.match(sentence.stems)
            score -= 0.02 * min(5, abs(sentence.place - self._anchor.place))
            if share >= 1 / 3 and (best is None or score > best[0]):
                best = (score, self._chosen(sentence.quote, names, wanted))
        if best is not None:
            return best[1]
        return self._named_next(wanted) if self._question.asking.several else self._described_so(wanted)

    def _described_so(self, wanted: frozenset[str]) -> Reading | None:
        """Return whom any sentence describes in all of several words: "X will be the guest speaker"."""
        for sentence in self._telling.sentences if len(wanted) > 1 else ():
            if wanted <= sentence.stems:
                names = [one for one in self._fresh(sentence.quote.text) if wanted <= one.described]
                if names:
                    return Reading(text=_listed([one.text for one in names]), quote=sentence.quote)
        return None

    def _named_next(self, wanted: frozenset[str]) -> Reading | None:
        """Return the people whom a sentence names at its head, right after one that describes as many."""
        sentences = self._telling.sentences
        for one in sentences[:-1]:
            if len(wanted & one.stems) < len(wanted):
                continue
            for after in sentences[one.place + 1 : one.place + 1 + _NEAR]:
                if _CONTACT.match(after.quote.text):
                    continue
                names = names_in(after.quote.text, self._vocabulary)
                head = [name for name in names if name.end < _HEAD and name.person]
                if len(head) > 1 and names[0] is head[0] and all(is_new(name, self._known) for name in head):
                    return Reading(text=_listed([name.text for name in head]), quote=after.quote)
        return None

    def _fresh(self, text: str) -> list[Named]:
        if _CONTACT.match(text):
            return []
        return [
            one
            for one in names_in(text, self._vocabulary)
            if is_new(one, self._known)
            and self._is_wanted(one)
            and not folded_words(one.text) & self._question.asking.apart
        ]

    def _is_wanted(self, one: Named) -> bool:
        # A body is who took part where the question asks for one: "which union", "which officials".
        if self._question.asking.group:
            return one.person or bool(one.described & self._described)
        return one.person or one.head in self._described

    def _chosen(self, quote: Quote, names: Sequence[Named], wanted: frozenset[str]) -> Reading:
        """Return the names described best, and where several are asked for, all on their side of the verb."""
        best = max(len(wanted & one.described) for one in names)
        chosen = [one for one in names if len(wanted & one.described) == best]
        if self._question.asking.several:
            verb = verb_in(quote.text)
            chosen = [one for one in names if (one.start < verb) == (chosen[0].start < verb)]
        return Reading(text=_listed([one.text for one in chosen]), quote=quote)

    def _sentences(self) -> Iterator[Sentence]:
        """Yield the sentences that may name who took part: the statements', lists, and those about it."""
        told = {one.place for one in self._kin}
        for sentence in self._telling.sentences:
            text = sentence.quote.text
            far = abs(sentence.place - self._anchor.place)
            about = ATTENDING.search(text) or LIST_ITEM.match(text) or SAME_MEETING.search(text)
            if sentence.place in told or far <= _NEAR or about is not None:
                yield sentence

    def _others(self) -> Iterator[Reading]:
        for statement in self._kin:
            if statement.record is not None:
                others = [one for one in statement.record.participants if not self._is_asked_about(one)]
                reading = self._told_by(statement.record, others)
                if reading is not None:
                    yield self._whole_side(reading, statement)
            if statement.evidence.text[:1] in _QUOTING and self._question.asking.named:
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
        fresh = self._fresh(side)
        return Reading(text=_listed([one.text for one in fresh]), quote=quote) if fresh else None

    def _told_by(self, meeting: Meeting, shown: Sequence[Participant]) -> Reading | None:
        if not shown:
            return None
        mentions = [one.mention for one in shown if one.mention is not None and not one.mention.in_title]
        quote = self._stretch([self._telling.whole(one) for one in mentions or [meeting.evidence]])
        if len(quote.text) > _LONGEST_QUOTE:
            quote = self._telling.whole(meeting.evidence)
            shown = [one for one in shown if folded_words(one.name) & folded_words(quote.text)]
        text = _listed([_titled(one) for one in shown])
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


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
