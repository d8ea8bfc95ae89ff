"""Whom a question asks for by a description: the names of the article that bear it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answering.evidence.scene import OTHER_WORDS, Scene
from bot.answering.evidence.sentences import Reading, Sentence
from bot.answering.evidence.siblings import met_apart
from bot.answering.evidence.statements import ATTENDING, LIST_ITEM
from bot.answering.evidence.times import SAME_MEETING
from bot.answering.lexicon.titles import TITLE, is_office
from bot.answering.lexicon.words import fold, folded_list, folded_words, stem, stems_of
from bot.answering.slots.bearing import fit_of, is_called, is_loose
from bot.answering.slots.describing import ROSTER
from bot.answering.slots.people import Named, is_new, listed, names_in, whole_name
from bot.answering.slots.sides import verb_in
from bot.answering.understanding.sought import Sought
from index.article import Quote

NEAR = 2
QUOTING = '"“'
"""What opens a sentence that somebody said."""
_HEAD = 90
# So much of a question must a sentence far from the evidence tell, to say who was there.
_ENOUGH = 0.35
_HERE = 0.2
# So well must somebody be described there.
_FULL = 0.85
# Somebody told of so is named next: "a top official of the port".
_ONE_OF_THEM = re.compile(
    r"\ban? (?:[\w-]+ ){0,3}(?:official|representative|expert|leader|officer|executive|member|delegate|aide"
    r"|spokes\w+)\b",
    re.IGNORECASE,
)
# Before whom a sentence names at its head stands but their office: "Ferry Fund director Ada Sund".
_OPENING = re.compile(rf"(?:(?:[A-Z][\w.'’-]*|of|the|for|(?i:{TITLE})) )*$")
# Whom the press may call took no part.
_CONTACT = re.compile(r"\W*(?:media |press )?contacts?:", re.IGNORECASE)
# What somebody's name stands before is named after them, or theirs.
_THEIRS = stems_of(
    folded_words(
        "family staff office administration campaign bill act amendment plan award report magazine commission"
        " committee center museum foundation memorial building school hospital library"
    )
)
# Bodies that consist of people who may be named.
_OF_PEOPLE = stems_of(frozenset(["family", "delegation", "group", "panel", "team", "party"]))


class Seeker:
    """Finds the names that bear what a question says of those it asks for."""

    def __init__(self, scene: Scene, sought: Sought) -> None:
        self._scene = scene
        self._sought = sought
        self._apart = scene.question.asking.apart | met_apart(scene.anchor)
        self._people = stems_of(scene.question.people | scene.question.names & scene.telling.office)

    def bearers(self, text: str, context: frozenset[str] = frozenset()) -> list[tuple[float, Named]]:
        """Return the names of a text that are new and bear the description, each with how well.

        Only one, or all where several are asked for, can bear what is said of the context, not of them.
        """
        names = self.fresh(text)
        fits = [(fit_of(self._sought, one, self._people), one) for one in names]
        found = [(fit, one) for fit, one in fits if fit is not None]
        if not found and context:
            fits = [(fit_of(self._sought, one, self._people, context), one) for one in names]
            found = [(fit, one) for fit, one in fits if fit is not None]
            found = found if len(found) == 1 or self._sought.several else []
        return found

    def fresh(self, text: str) -> list[Named]:
        """Return the names of a text that can answer and that the question does not hold."""
        if _CONTACT.match(text):
            return []
        return [
            one
            for one in names_in(text, self._scene.vocabulary)
            if is_new(one, self._scene.known)
            and self._is_wanted(one)
            and not self._is_told_beside(one)
            and not folded_words(one.text) & self._apart
        ]

    def _is_told_beside(self, one: Named) -> bool:
        """Tell whether the question tells somebody by office beside those it asks for."""
        beside = self._scene.question.asking.beside - {self._sought.head}
        return one.person and bool(beside & one.described) and self._sought.head not in one.described

    def find(self) -> Reading | None:
        """Return the names that fit best, wherever the article lists who took part."""
        best: tuple[float, Reading] | None = None
        told = {one.place for one in self._scene.kin}
        for sentence, least in self._sentences():
            context = sentence.stems if least else self._around(sentence)
            found = [(fit, one) for fit, one in self.bearers(sentence.quote.text, context) if fit >= least]
            # Somebody told far off, and of whom nothing that is asked for is told, is anybody.
            found = found if sentence.place in told else [(fit, one) for fit, one in found if fit]
            found = found or self._in_roster(sentence)
            if not found:
                continue
            score = max(fit for fit, _ in found) + 0.3 * self._scene.match(sentence.stems)
            # Between two who bear it alike, whoever is told where the meeting is told is meant.
            score += _HERE * (sentence.place in told)
            score -= 0.02 * min(5, abs(sentence.place - self._scene.anchor.place))
            chosen = self._chosen(sentence.quote, found)
            many = self._sought.several and (least or not self._may_be_one())
            needed = max(self._sought.count, 2 if many else 1)
            if len(chosen) >= needed and (best is None or score > best[0]):
                names = listed([whole_name(sentence.quote.text, one) for one in chosen])
                best = (score, Reading(text=names, quote=sentence.quote))
        if best is not None:
            return best[1]
        found_next = self._named_next() if self._sought.several else self._introduced()
        return found_next or self._described_elsewhere()

    def _introduced(self) -> Reading | None:
        """Return the one person named right after a sentence that tells of one of those asked for."""
        wanted = self._sought.said - self._people
        sentences = self._scene.telling.sentences
        for one in self._scene.kin if wanted and is_loose(self._sought) else ():
            told = one.place + 1 < len(sentences) and wanted <= sentences[one.place].stems
            if not told or _ONE_OF_THEM.search(one.evidence.text) is None:
                continue
            after = sentences[one.place + 1].quote
            fresh = [name for name in self.fresh(after.text) if name.person]
            if len(fresh) == 1 and not any(name.person for name in self.fresh(one.evidence.text)):
                return Reading(text=fresh[0].text, quote=after)
        return None

    def _described_elsewhere(self) -> Reading | None:
        """Return who was there by what other sentences of the article say of people of those names."""
        for one in self._scene.kin:
            fresh = [name for name in self.fresh(one.evidence.text) if name.person]
            told = [replace(name, said=self._said_of(name)) for name in fresh]
            beside = self._scene.telling.sentences[one.place].stems
            fits = [(fit_of(self._sought, name, self._people, beside), name) for name in told]
            found = [(fit, name) for fit, name in fits if fit is not None]
            if found and (len(found) > 1) == self._sought.several and len(found) >= self._sought.count:
                return Reading(text=listed([name.text for _, name in found]), quote=one.evidence)
        return None

    def _said_of(self, one: Named) -> frozenset[str]:
        """Return the folded words that the article says of a person, wherever it has the surname."""
        surname = folded_list(one.text)[-1]
        holding = (each.quote.text for each in self._scene.telling.sentences if surname in each.words)
        same = (
            name
            for text in holding
            for name in names_in(text, self._scene.vocabulary)
            if name.person and folded_list(name.text)[-1] == surname
        )
        return one.said.union(*(name.said for name in same))

    def _is_wanted(self, one: Named) -> bool:
        # A body is who took part where the question asks for one: "which union", "which company's workers".
        if self._sought.group:
            body = is_called(self._sought, one) or not one.person
            first, *_, last = f"{one.text} {one.text}".split()
            # "Chairman of the Ferry Fund" is an office, and no fund.
            body = body and not (is_office(first) and not one.person)
            body = body and (not is_office(last) or stem(fold(last)) in self._sought.said)
            return body or (one.person and self._sought.head in _OF_PEOPLE)
        return one.person and one.head not in _THEIRS

    def _may_be_one(self) -> bool:
        """Tell whether one name answers a plural: workers may be of one company, one of the officials led."""
        bare = is_loose(self._sought) and self._sought.said <= {self._sought.head}
        return self._sought.group or bare

    def _chosen(self, quote: Quote, found: Sequence[tuple[float, Named]]) -> list[Named]:
        """Return the names described best, and where several are asked for, all that bear it."""
        best = max(fit for fit, _ in found)
        chosen = [one for fit, one in found if self._sought.several or fit == best]
        if self._sought.several and len(chosen) < 2:
            verb = verb_in(quote.text)
            chosen = [
                one
                for one in self.fresh(quote.text)
                if one in chosen
                or ((one.start < verb) == (chosen[0].start < verb) and is_called(self._sought, one))
            ]
        return chosen

    def _around(self, sentence: Sentence) -> frozenset[str]:
        if self._sought.group:
            return self._scene.telling.stems
        if ATTENDING.search(sentence.quote.text) is not None:
            return sentence.stems | self._scene.anchor.stems()
        before = self._scene.telling.sentences[max(0, sentence.place - 1) : sentence.place + 1]
        return frozenset().union(*(one.stems for one in before))

    def _sentences(self) -> Iterator[tuple[Sentence, float]]:
        """Yield the sentences that may name who took part, each with how well these must be described."""
        told = {one.place for one in self._scene.kin}
        for sentence in self._scene.telling.sentences:
            text = sentence.quote.text
            if sentence.place in told:
                yield sentence, 0.0
                continue
            far = abs(sentence.place - self._scene.anchor.place)
            match = self._scene.match(sentence.stems)
            about = ATTENDING.search(text) or LIST_ITEM.match(text) or SAME_MEETING.search(text)
            about = about or self._roster(text)
            if text[:1] not in QUOTING and (far <= NEAR or about is not None or match >= OTHER_WORDS):
                yield sentence, 0.5 if self._sought.group else 0.0
            elif (self._sought.names or not is_loose(self._sought)) and match >= _ENOUGH:
                yield sentence, _FULL

    def _roster(self, text: str) -> re.Match[str] | None:
        """Match the opening of a list of those whom the noun asks for: "the commissioners included"."""
        roster = ROSTER.match(text)
        told = roster is not None and self._sought.head in stems_of(folded_words(roster.group("who")))
        return roster if told else None

    def _in_roster(self, sentence: Sentence) -> list[tuple[float, Named]]:
        """Return the people of a list of those asked for, where what else they are is told around it."""
        roster = self._roster(sentence.quote.text)
        told = self._around(sentence) | self._scene.anchor.stems()
        if roster is None or not self._sought.said - self._people <= told:
            return []
        names = self.fresh(sentence.quote.text)
        return [(_FULL, one) for one in names if one.person and one.start >= roster.end()]

    def _named_next(self) -> Reading | None:
        """Return the people whom a sentence names at its head, right after one that describes as many."""
        wanted = self._sought.said - self._people
        sentences = self._scene.telling.sentences
        for one in sentences[:-1] if len(wanted) > 1 else ():
            if not wanted <= one.stems:
                continue
            for after in sentences[one.place + 1 : one.place + 1 + NEAR]:
                if _CONTACT.match(after.quote.text):
                    continue
                names = names_in(after.quote.text, self._scene.vocabulary)
                head = [name for name in names if name.end < _HEAD and name.person]
                new = all(is_new(name, self._scene.known) for name in head)
                if len(head) > 1 and new and self._opens(after.quote.text, head):
                    return Reading(text=listed([name.text for name in head]), quote=after.quote)
        return None

    def _opens(self, sentence: str, head: Sequence[Named]) -> bool:
        """Tell whether a sentence opens with the people, or with an office of as many as are asked for."""
        before = sentence[: head[0].start]
        return not before or (len(head) == self._sought.count and _OPENING.match(before) is not None)
