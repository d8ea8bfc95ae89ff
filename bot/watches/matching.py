"""Which meetings a watch is about, and whom a name written by a person means."""

from collections.abc import Sequence

from bot.answering.lexicon.words import folded_words
from bot.faults import Refusal
from bot.occasions.choosing import Wanted, choose, is_attended
from bot.occasions.people import People, UnclearName, only_one
from bot.occasions.wording import on_one_line
from bot.state import Subject
from index.article import NameType
from index.engine import KnownName
from index.names import NameMatcher
from index.occasions import Occasion

_OFFERED = 8


def matching(
    occasions: Sequence[Occasion], people: People, subject: Subject, words: Sequence[str]
) -> tuple[Occasion, ...]:
    """Return those of the occasions that a watch is about."""
    if subject is Subject.TOPIC:
        return choose(occasions, people, Wanted(topic=" ".join(words))).occasions
    groups = [frozenset(one.name for one in people.called(name)) for name in words]
    return tuple(one for one in occasions if is_attended(people.names_of(one), groups))


def words_meant(
    subject: Subject, written: Sequence[str], people: People, known: Sequence[KnownName]
) -> tuple[str, ...]:
    """Return the words of a watch: names in full, or those of the topic as they are written.

    `known` are names of the index that may be read in the place. Raises `UnclearName`, and `Refusal` for what
    can never match, or matches everything.
    """
    if subject is Subject.TOPIC:
        if not any(folded_words(one) for one in written):
            raise Refusal("Write words of the topic, as “wheat prices”.")
        return tuple(written)
    names = tuple(_name_meant(one, people, known) for one in written)
    if len(set(names)) < len(names):
        raise Refusal("Both names mean {name}; write those of two people.", name=names[0])
    return names


def _name_meant(written: str, people: People, known: Sequence[KnownName]) -> str:
    """Return the full name of whom `written` means: by the meetings, else by the names of the index ("the
    governor of Texas"); of somebody whom neither knows yet, as it is written."""
    if not folded_words(written):
        raise Refusal("Write a name, as “Ana Lobo”.")
    someone = only_one(people, written)
    if someone is not None:
        return someone.name
    matches = NameMatcher(known).match(written)
    named = [one for match in matches for one in match.candidates if one.type is NameType.PERSON]
    found = tuple(dict.fromkeys(one.name for name in named for one in people.called(name.name)))
    if len(found) > 1:
        raise UnclearName(written, found[:_OFFERED])
    return found[0] if found else on_one_line(written)
