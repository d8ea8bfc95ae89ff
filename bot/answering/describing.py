"""Who answers to a description: names by what is said of them in the sentences of a meeting."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.people import Named, is_new, names_in
from bot.answering.scene import Scene
from bot.answering.sentences import Reading, Sentence
from bot.answering.sides import verb_in
from bot.answering.statements import ATTENDING, LIST_ITEM
from bot.answering.times import SAME_MEETING
from bot.answering.words import folded_words, stems_of
from index.article import Quote

QUOTING = '"“'
# Offices that stand before the names of those who hold them.
CARRIED = stems_of(
    frozenset(
        (
            "senator",
            "governor",
            "mayor",
            "ambassador",
            "general",
            "judge",
            "minister",
            "secretary",
            "president",
        )
    )
)
_NEAR = 2
_HEAD = 90
# Whom the press may call took no part.
_CONTACT = re.compile(r"\W*(?:media |press )?contacts?:", re.IGNORECASE)
# Who is asked for as "the former mayor" is told as one, or not at all.
_RANKS = stems_of(frozenset(["former", "acting", "deputy", "assistant", "vice", "retired"]))
# Words that describe so many that they single out nobody.
PLAIN = stems_of(
    frozenset(
        (
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
        )
    )
)


class Describer:
    """Reads those whom a question describes; `described` are the stems it does so by, beside its names."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._question = scene.question
        self._vocabulary = scene.vocabulary
        self._anchor = scene.anchor
        self._telling = scene.telling
        self._kin = scene.kin
        self._known = scene.known
        people = stems_of(self._question.people | self._question.names & self._telling.office)
        self.described = self._question.asking.described - people

    def read(self) -> Reading | None:
        """Return the names that fit the asked description best, wherever the article lists who took part."""
        wanted = self.described - PLAIN
        head = self._question.asking.head
        told = {one.place for one in self._kin}
        office = head in CARRIED
        rank = wanted & _RANKS
        best: tuple[float, Reading] | None = None
        for sentence in self._sentences():
            names = [one for one in self.fresh_names(sentence.quote.text) if rank <= one.described]
            if self._question.asking.group and sentence.place not in told:
                continue
            if sentence.quote.text[:1] in QUOTING and sentence.place not in told:
                continue
            if office and not any(head in one.described for one in names):
                continue
            share = max((len(wanted & one.described) for one in names), default=0) / len(wanted)
            score = share + 0.3 * self._scene.match(sentence.stems)
            score -= 0.02 * min(5, abs(sentence.place - self._anchor.place))
            if share >= 1 / 3 and (best is None or score > best[0]):
                best = (score, self._chosen(sentence.quote, names, wanted))
        if best is not None and self.is_enough(best[1]):
            return best[1]
        return self._named_next(wanted) if self._question.asking.several else self._described_so(wanted)

    def is_enough(self, reading: Reading) -> bool:
        """Tell whether who is told are as many as are asked for by number, or bear what is asked for.

        Who is asked for as officers by name is not told by naming somebody else who was there.
        """
        asking = self._question.asking
        if not asking.named:
            return True
        words = folded_words(reading.text)
        found = names_in(reading.quote.text, self._vocabulary)
        names = [one for one in found if one.person and folded_words(one.text) & words]
        if asking.group:
            names += [one for one in found if not one.person and folded_words(one.text) <= words]
        if 1 < asking.count > len(names):
            return False
        if not asking.several or 1 < asking.count == len(names):
            return True
        wanted = self.described - PLAIN
        borne = frozenset[str]().union(*(one.described for one in names))
        return not wanted or bool(wanted & borne)

    def _described_so(self, wanted: frozenset[str]) -> Reading | None:
        """Return whom any sentence describes in all of several words: "X will be the guest speaker"."""
        for sentence in self._telling.sentences if len(wanted) > 1 else ():
            if wanted <= sentence.stems:
                names = [one for one in self.fresh_names(sentence.quote.text) if wanted <= one.described]
                if names:
                    return Reading(text=listed([one.text for one in names]), quote=sentence.quote)
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
                others = (CARRIED - {self._question.asking.head}) & frozenset[str]().union(
                    *(n.described for n in head)
                )
                if others:
                    continue
                if len(head) > 1 and names[0] is head[0] and all(is_new(name, self._known) for name in head):
                    return Reading(text=listed([name.text for name in head]), quote=after.quote)
        return None

    def fresh_names(self, text: str) -> list[Named]:
        if _CONTACT.match(text):
            return []
        return [
            one
            for one in names_in(text, self._vocabulary)
            if is_new(one, self._known)
            and self.is_wanted(one)
            and not folded_words(one.text) & self._question.asking.apart
        ]

    def is_wanted(self, one: Named) -> bool:
        # A body is who took part where the question asks for one: "which union", "which officials".
        if self._question.asking.group:
            return one.person or bool(one.described & self.described)
        return one.person or one.head in self.described

    def _chosen(self, quote: Quote, names: Sequence[Named], wanted: frozenset[str]) -> Reading:
        """Return the names described best, and where several are asked for, all on their side of the verb."""
        best = max(len(wanted & one.described) for one in names)
        chosen = [one for one in names if len(wanted & one.described) == best]
        if self._question.asking.several:
            verb = verb_in(quote.text)
            chosen = [one for one in names if (one.start < verb) == (chosen[0].start < verb)]
        return Reading(text=listed([one.text for one in chosen]), quote=quote)

    def _sentences(self) -> Iterator[Sentence]:
        """Yield the sentences that may name who took part: the statements', lists, and those about it."""
        told = {one.place for one in self._kin}
        for sentence in self._telling.sentences:
            text = sentence.quote.text
            far = abs(sentence.place - self._anchor.place)
            about = ATTENDING.search(text) or LIST_ITEM.match(text) or SAME_MEETING.search(text)
            if sentence.place in told or far <= _NEAR or about is not None:
                yield sentence


def listed(names: Sequence[str]) -> str:
    """Return names as one list: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
