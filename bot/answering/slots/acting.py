"""What somebody said, promised, saw or gave: the words in which the very act is told of the very doer."""

import re
from collections.abc import Iterator

from bot.answering.evidence.aptness import Aptness
from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Reading, Sentence
from bot.answering.lexicon.acts import SEEING, TELLING, acts_of, doer_asked
from bot.answering.lexicon.words import stem, stems_of, topic_words

ADDED = 2
"""So many words of its own has what tells something."""
# In such words alone nothing is told.
_VAGUE = frozenset(
    "issue matter concern priority prioritie important topic congress help several various".split()  # noqa: SIM905
)
# A sentence near the evidence need tell less of the question than one that stands anywhere.
_NEAR = 0.3
_FAR = 0.45
# Who was named a sentence before is "the Secretary" or "they" in the next.
_HOLDER = stems_of(frozenset(["senator", "secretary", "he", "she", "i", "we", "they"]))
_THEY = stems_of(frozenset(["they"]))
_THEM = re.compile(r"\b(?:him|her|them)\b", re.I)
# So far back stands whom "them" means.
_MEANT = 3


def told_in(scene: Scene, apt: Aptness) -> Iterator[Reading]:
    """Yield what the sentences tell of the act asked for: what was promised, urged or seen."""
    near = scene.around_it()
    to_somebody = TELLING in apt.acts
    people = scene.question.people
    for sentence in scene.telling.sentences:
        words = acted_in(scene, apt, sentence)
        if words is None or len(fresh_in(scene, words)) < ADDED:
            continue
        if to_somebody and not _is_told_to(scene, sentence, words):
            continue
        close = sentence in near or (scene.speaks_of_it(sentence) and not people.isdisjoint(sentence.words))
        least = _NEAR if close and not to_somebody else _FAR
        if apt.of(sentence.quote.text) >= least:
            yield Reading(text=words, quote=sentence.quote)


def acted_in(scene: Scene, apt: Aptness, sentence: Sentence) -> str | None:
    """Return a sentence from where whom the question names does what it asks for, or None."""
    if SEEING in apt.acts and not _is_seen_there(scene, sentence):
        return None
    doer = doer_of(scene)
    people = stems_of(scene.question.people)
    before = scene.telling.sentences[max(0, sentence.place - 1)]
    named = doer & before.stems
    meant = doer | _HOLDER if named & people else doer | _THEY if 2 * len(named) > len(doer) else doer
    return acts_of(sentence.quote.text, apt.acts, meant, people - doer)


def _is_seen_there(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether something is seen where the question has it seen: whom one sees is met."""
    asked = stems_of(scene.question.topic - scene.question.people - scene.telling.office) - doer_of(scene)
    before = scene.telling.sentences[max(0, sentence.place - 1)]
    return not asked or not asked.isdisjoint(sentence.stems | before.stems)


def doer_of(scene: Scene) -> frozenset[str]:
    """Return the stems of who did what is asked; in an office's releases, "the Senator" is its holder."""
    doer = doer_asked(scene.question.text)
    return doer | _HOLDER if doer & stems_of(scene.telling.office) else doer


def fresh_in(scene: Scene, words: str) -> frozenset[str]:
    """Return the words that tell more than the question does."""
    return topic_words(words) - scene.known - _VAGUE


def _is_told_to(scene: Scene, sentence: Sentence, words: str) -> bool:
    """Tell whether the others of the question are named where something is told, or before it as "them"."""
    doer = doer_of(scene)
    reach = _MEANT if _THEM.search(words) else 1
    near = scene.telling.sentences[max(0, sentence.place - reach) : sentence.place + 1]
    told = frozenset[str]().union(*(one.words for one in near))
    places = scene.vocabulary.places | scene.telling.office
    others = frozenset(one for one in scene.question.people if stem(one) not in doer) - places
    bodies = frozenset(one for one in scene.question.names if stem(one) not in doer) - places
    return others <= told and (bool(others) or not bodies or not bodies.isdisjoint(told))
