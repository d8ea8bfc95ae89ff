"""The people of one article: who is named in full, and whom a surname or a title means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from index.article import NameMention, NameType
from index.letters import of_letters
from index.names.acronyms import find_acronyms
from index.names.common import PARTICLES
from index.names.forms import split_name
from index.names.words import SUFFIXES, SURNAMES_TOO, TITLES, is_shorter_form, name_words

CAST_RULES = "names-4"
"""Raise when people are read differently: articles read under another version are read again."""
_TITLE = (
    r"(?:Sens?\.|Senators?|Reps?\.|Representatives?|Congress(?:wo)?man|"
    r"Gov\.|Governor|(?:Vice )?President|Prime Minister|"
    r"(?:Foreign )?Minister|"
    r"Secretary(?: of State| of Defense| General)?|"
    r"Ambassador|Judge|Justice|General|Gen\.|Lt\.|Col\.|Maj\.|Adm\.|"
    r"Admiral|Colonel|Captain|Mr\.|Mrs\.|Ms\.|Dr\.|Chairman|Chairwoman|Mayor|Chancellor|King|Queen|Pope)"
)
_PART = (
    r"(?:[A-Z]\.|(?!(?:[JS]r|III?|IV)\b)(?:(?:al|el|ul|as|ash|an|ar|at|az|ad|bin|ben|d)[-'’])?(?:[A-Z]['’])?[A-Z][\w’'-]*[a-z](?<!['’]s)"
    rf"|(?:{'|'.join(sorted(PARTICLES))})(?=\s[A-Za-z]))"
)
_NICKNAME = r"(?:[“\"(][A-Z][\w.’' -]{0,18}[”\")]\s+)?"
_SUFFIX = r"(?:,? (?:[JS]r\.|III?|IV)(?!\w))?"
_NAME = rf"{_PART}(?:\s+{_NICKNAME}{_PART}){{0,3}}{_SUFFIX}"
_TITLED = of_letters(rf"\b{_TITLE}\s+({_NAME})")
_SEVERAL = re.compile(
    r"\b(?:(?:Sens|Reps|Govs|Drs|Gens|Messrs)\.?|Senators|Representatives|Congressmen|Governors|Presidents"
    r"|Secretaries|Ministers|Judges|Ambassadors) "
)
_ALONE = {
    "Sens": "senator",
    "Senators": "senator",
    "Reps": "representative",
    "Representatives": "representative",
    "Govs": "governor",
    "Governors": "governor",
}
_ONE_OF_SEVERAL = of_letters(rf"({_NAME})(?: \([A-Z][^)]{{0,20}}\))?(?:,? and |, (?!and )|,? )?")
_OFFICE = re.compile(
    r"Office of (?:U\.?S\.? )?(?:Senator|Sen\.|Representative|Rep\.|Congress(?:wo)?man|Governor) (.+)"
)
_GREETED = of_letters(rf"\bDear {_TITLE}\s+({_PART}(?:\s+{_PART}){{0,3}})")
_NAMED_AFTER = of_letters(rf", (?:H\.E\. )?((?:(?:Mrs?|Ms|Dr|Sir|Dame|Sheikh)\.? )?{_NAME})(?=[,.;])")
_GOES_ON = of_letters(r" (?:of\b|[A-Z])")
_RUN = re.compile(r"\w+")
_CAMEL = of_letters(r"[A-Z][^A-Z]*")


class Cast:
    """The people an article names, fullest forms first seen; resolves a shorter form to its only match."""

    def __init__(self, body: str, source: str | None, people: Iterable[str] = (), headline: str = "") -> None:
        seen = [_untitled(match.group(1)) for text in (body, headline) for match in _TITLED.finditer(text)]
        self._people = _fullest([*people, *seen, *(one for _, _, people in _groups(body) for one in people)])
        self._namesakes = _by_surname(self._people)
        self._titles = _titles_of(body)
        self.acronyms = find_acronyms(body)
        self._body = body
        self._headline = headline
        self.holder = self._office_holder(source)

    @property
    def people(self) -> tuple[str, ...]:
        """Return the fullest form of each person."""
        return self._people

    def resolve(self, name: str) -> str:
        """Return the fullest form that `name` can only mean, else `name` itself.

        Of a couple of one surname, "Mrs. Moreno" is whom the article calls Mrs. in full.
        """
        found = self._meant_by(name)
        if len(found) > 1:
            title = name.split()[0].rstrip(".").casefold()
            found = [one for one in found if title in self._titles.get(one, ())]
        return found[0] if len(found) == 1 else name

    def holder_of(self, title: str, before: int) -> str | None:
        """Return whom the article called `title` last before the offset, else first, else in its headline.

        Nobody called "Prime Minister" is meant by "the Minister".
        """
        called = of_letters(
            rf"(?<!\bPrime )(?<!\bVice )\b{re.escape(title)}\s+({_PART}(?:\s+{_PART}){{0,2}})"
        )
        found = list(called.finditer(self._body))
        earlier = [match for match in found if match.start() < before]
        for match in (*earlier[-1:], *found[:1], *called.finditer(self._headline)):
            if self.is_person(match.group(1)):
                return self.resolve(match.group(1))
        return None

    def holders_of(self, office: str, before: int) -> tuple[str, ...]:
        """Return the people whom the article calls by an office together before the offset: "Sens. A and B".

        Where it so calls several groups, nobody knows which are meant.
        """
        groups = {
            tuple(self.resolve(one) for one in people)
            for shared, place, people in _groups(self._body)
            if _ALONE.get(shared) == office and place < before and len(people) > 1
        }
        return groups.pop() if len(groups) == 1 else ()

    def named_after(self, place: int) -> str | None:
        """Return whom the article names between commas behind a place: "the Chancellor, Ann Lee, said"."""
        found = _NAMED_AFTER.match(self._body, place)
        name = "" if found is None else _untitled(found.group(1))
        return self.resolve(name) if " " in name or self.is_person(name) else None

    def addressee(self) -> str | None:
        """Return whom a letter in the body greets."""
        found = _GREETED.search(self._body)
        return self.resolve(found.group(1)) if found else None

    def is_person(self, name: str) -> bool:
        """Tell whether `name` is a form of a person of this article."""
        return bool(self._meant_by(name))

    def mentions(self) -> tuple[NameMention, ...]:
        """Return the people in the body, in full or by surname where it means one of them only."""
        return self._mentions

    @cached_property
    def _mentions(self) -> tuple[NameMention, ...]:
        # Whom "the president" means is asked again and again.
        found: dict[int, NameMention] = {}
        places = _places_of_words(self._body)
        for person in self._people:
            for match in _find_person(person, self._body, places):
                if not _is_surname(self._body, match):
                    continue
                whole = match.group().casefold() == person.casefold()
                name = person if whole else self.resolve(match.group())
                if name == person:
                    found.setdefault(match.start(), self._mention(match, person))
        return _apart(sorted(found.values(), key=lambda mention: (mention.start, -mention.end)))

    def _meant_by(self, name: str) -> list[str]:
        """Return whom a name may be a shorter form of, in the order in which they are first seen."""
        return [one for one in self._namesakes.get(_surname(name), ()) if is_shorter_form(name, one)]

    def _mention(self, match: re.Match[str], person: str) -> NameMention:
        return NameMention(
            start=match.start(), end=match.end(), text=match.group(), name=person, type=NameType.PERSON
        )

    def _office_holder(self, source: str | None) -> str | None:
        found = _OFFICE.search(source or "")
        if found is None:
            return None
        words = found.group(1).split()
        for name in (" ".join(words), " ".join(_CAMEL.findall("".join(words))), words[-1]):
            if self.is_person(name):
                return self.resolve(name)
        return " ".join(_CAMEL.findall(words[-1])) or words[-1]


def _groups(body: str) -> Iterator[tuple[str, int, list[str]]]:
    """Yield each title that several share, where it stands, and who: "Sens. Moreno, Okafor and Lind"."""
    for match in _SEVERAL.finditer(body):
        position = match.end()
        people: list[str] = []
        while (one := _ONE_OF_SEVERAL.match(body, position)) is not None:
            people.append(_untitled(one.group(1)))
            if not one.group().endswith(("and ", ", ")):
                break
            position = one.end()
        yield match.group().strip().rstrip("."), match.start(), people


def _titles_of(body: str) -> Mapping[str, set[str]]:
    """Return what each person that a title introduces is called by, folded."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for match in _TITLED.finditer(body):
        titles[_untitled(match.group(1))].add(match.group().split()[0].rstrip(".").casefold())
    return titles


@lru_cache(maxsize=4096)
def _pattern_of(person: str) -> re.Pattern[str]:
    """Return what finds a person in full or by surname, in a headline's capitals as well."""
    longest = sorted(_forms_of(person), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in longest)})(?!\w)")


def _forms_of(person: str) -> Iterable[str]:
    words = person.split()
    while len(words) > 1 and words[-1].rstrip(".").casefold() in SUFFIXES:
        words.pop()
    forms = [person, " ".join(words).rstrip(","), words[-1].rstrip(",")]
    return dict.fromkeys([*forms, *(form.upper() for form in forms)])


def _untitled(name: str) -> str:
    """Drop further titles ("Secretary Ann Lee" after "General"); a name keeps one word at least."""
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in TITLES:
        words.pop(0)
    return " ".join(words)


def _fullest(names: Iterable[str]) -> tuple[str, ...]:
    unique = list(dict.fromkeys(name.strip() for name in names if split_name(name)[1]))
    namesakes = _by_surname(unique)
    return tuple(
        name
        for name in unique
        if not any(
            other != name
            and is_shorter_form(name, other)
            and (len(name_words(other)), len(other)) > (len(name_words(name)), len(name))
            for other in namesakes[_surname(name)]
        )
    )


def _by_surname(people: Iterable[str]) -> Mapping[str, list[str]]:
    """Group people by what a shorter form of their name may end with, so that few have to be compared."""
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for person in people:
        surname = _surname(person)
        for ending in filter(None, (surname, surname.partition("-")[2])):
            grouped[ending].append(person)
    return grouped


def _surname(name: str) -> str:
    words = name_words(name)
    return words[-1] if words else ""


def _places_of_words(body: str) -> Mapping[str, list[int]]:
    """Return where each word that can begin a name stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _RUN.finditer(body):
        places[match.group()].append(match.start())
    return places


def _find_person(person: str, body: str, places: Mapping[str, list[int]]) -> Iterator[re.Match[str]]:
    """Yield what `_pattern_of` finds, looking only where a word of the article begins one of its forms."""
    runs = [run for form in _forms_of(person) if (run := _RUN.search(form))]
    # How far into its form the first word stands: an apostrophe may be before it.
    beginnings = dict.fromkeys((run.group(), run.start()) for run in runs)
    pattern, end = _pattern_of(person), 0
    for place in sorted(place - into for word, into in beginnings for place in places.get(word, ())):
        match = pattern.match(body, place) if place >= end else None
        if match is not None:
            yield match
            end = match.end()


def _is_surname(body: str, match: re.Match[str]) -> bool:
    """Tell whether "King" alone names somebody: not "the King", "King Olav" or "Burger King"."""
    if match.group().casefold() not in SURNAMES_TOO:
        return True
    if _GOES_ON.match(body, match.end()):
        return False
    before = body[: match.start()].rstrip(" ").rpartition(" ")[2]
    title = before.rstrip(".").casefold() in TITLES and before.casefold() != "the"
    return title or not before[:1].isalpha() or (before.islower() and before not in ("a", "an", "the"))


def _apart(mentions: Iterable[NameMention]) -> tuple[NameMention, ...]:
    kept: list[NameMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
