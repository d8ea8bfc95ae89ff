"""What a meeting alone does not tell: whether it was the first, of all together, alone, open to the press."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.evidence.scene import Scene
from bot.answering.evidence.sentences import Sentence
from bot.answering.lexicon.words import folded_list, folded_words, name_words
from bot.answering.understanding.claim import claim_in

_MORE = r"(?:members?|senators?|lawmakers?|colleagues|officials|leaders|others|representatives|people|guests)"
_OCCASION = (
    r"(?:visit|trip|meeting|time|talks|summit|tour|encounter|call|session|stop|journey|appearance|stay)"
)
_LATER_ONE = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))"
_FIRST = rf"\bfirst(?:-ever)? (?:\w+ ){{0,2}}{_OCCASION}\b"
FIRST_ONE = re.compile(_FIRST, re.IGNORECASE)
"""What tells that a meeting was the first of its kind."""
_PRESS = r"(?:reporters?|press|media|journalists?|cameras?|public)"
_UNSURE = (
    r"\bundecided\b|\bnot (?:yet )?(?:decided|made (?:up|a)\b)"
    r"|\bbefore (?:I|he|she|we|they)(?: (?:can|will))? (?:makes?|reach(?:es)?|comes? to)"
    r" (?:a|any|my|his|her|our|their) (?:final )?(?:decision|judg\w+|conclusion)"
    r"|\bbefore (?:making|reaching) (?:a|any|my|his|her|our|their)\b|\bopen mind\b"
    r"|\b(?:reserv|withh[oe]ld)\w* (?:\w+ )?judge?ment\b"
)
_UNABLE = r"\b(?:unable|not able) to (?:do (?:so|it)|make it|attend|be|come|join|travel|host|meet|receive)\b"
_ENTRY = r"(?:entry|entrance|access|admission|visas?|permission|passage)"
_LET_IN = (
    r"\b(?:let|allowed|admitted|permitted|get|got(?:ten)?) (?:back )?"
    r"(?:in(?:to|side)?|through|to (?:enter|go in|cross|travel|visit|come))\b"
    rf"|\b(?:granted|given|get|got(?:ten)?) (?:\w+ ){{0,2}}?{_ENTRY}\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Condition:
    """How a condition is asked for, and how a sentence tells that it was not so, or that it was.

    Where `told` is None, the meeting itself is enough for a yes. `personal` is one of somebody, whom the
    sentence must name or mean, and a `placed` one is of the place that the question names.
    """

    asked: re.Pattern[str]
    contrary: re.Pattern[str]
    told: re.Pattern[str] | None
    personal: bool
    placed: bool = False


def _of(
    asked: str, contrary: str, told: str | None, *, personal: bool = False, placed: bool = False
) -> _Condition:
    return _Condition(
        asked=re.compile(asked, re.IGNORECASE),
        contrary=re.compile(contrary, re.IGNORECASE),
        told=re.compile(told, re.IGNORECASE) if told else None,
        personal=personal,
        placed=placed,
    )


_CONDITIONS = (
    _of(
        r"\b(?:the (?:only|sole|lone)|alone|on (?:his|her|their) own|by (?:him|her)self)\b",
        r"^(?!\W*[\"“]).*?\b(?:(?:was|were) (?:also )?(?:joined|accompanied|flanked) by|joined by"
        r"|accompanied by|(?:several|many|other|fellow|group of|two|three|four|five) "
        rf"(?:\w+ ){{0,2}}{_MORE} (?:[^,;.]{{0,40}} )?(?:met|were|was|joined|attended|visited"
        r"|came|heard|took))\b(?P<them>.*)",
        r"\b(?:the (?:only|sole|lone)|alone|on (?:his|her|their) own|by (?:him|her)self)\b",
    ),
    _of(
        r"\b(?:the same|a single|one and the same|one joint) (?:visit|trip|meeting|day|time|occasion|tour"
        r"|session)\b|\bjointly\b|\bside by side\b"
        r"|^(?!.*\b(?:g[eo]t|br(?:ing|ought)|c[ao]me|gather\w*|call\w*|put|work\w*)\b).*\btogether\b",
        r"\bseparate(?:ly)?\b|\btwo different\b|\bon different\b|\beach in turn\b|\bone after the other\b",
        r"\b(?:together|joint(?:ly)?|the same|side by side)\b",
    ),
    _of(
        r"\bstill\b",
        r"\b(?:will now|instead|no longer|(?:originally|earlier) planned"
        r"|(?:has been|have been|was|were) (?:moved|changed|relocated|shifted|rescheduled)"
        r"|changed the (?:location|venue|date|time|place))\b",
        r"\b(?:still|as (?:planned|scheduled))\b",
    ),
    _of(
        rf"(?=.*\b{_PRESS}\b)"
        r"(?=.*\b(?:let in\w*|s[ai]t in|open|allowed|admitted|welcome|invited|able|attend|present|cover|watch"
        r"|film|come|listen|follow)\b)",
        r"\bclosed to\b|\bclosed-(?:door|press)\b|\bclosed (?:press|media)\b|\bbehind closed doors\b"
        r"|\bnot open to\b"
        rf"|\bno {_PRESS}\b|\bwithout (?:the )?{_PRESS}\b",
        rf"\bopen (?:to (?:the )?|for ){_PRESS}\b|\bopen (?:press|media)\b"
        rf"|\b{_PRESS} (?:\w+ ){{0,4}}(?:invited|welcome|admitted|allowed|attend\w*|permitted)\b",
    ),
    _of(
        rf"\b(?:first|initial|maiden)(?:-ever)?(?: {_OCCASION})?"
        r"(?= (?:since|there|to|in|of|with|at|as|for)\b|\W*$)"
        rf"|{_FIRST}",
        rf"\b{_LATER_ONE} (?:\w+ ){{0,2}}{_OCCASION}\b",
        _FIRST,
        personal=True,
    ),
    _of(
        rf"\b{_LATER_ONE} {_OCCASION}\b",
        _FIRST,
        None,
        personal=True,
    ),
    _of(
        r"\b(?:(?:him|her|them)sel(?:f|ves)|in person|personally)\b(?<!by himself)(?<!by herself)",
        r"\b(?:whose|his|her|my|their|our) (?:\w+ )?(?:representatives?|staff(?:er)?|aide|deputy|spokes\w+"
        r"|envoy|wife|husband) (?:will|would|to|is|was|\w+ed|read)\b|\bon (?:his|her|my|their) behalf\b"
        r"|\bin (?:his|her|my|their) (?:absence|stead)\b"
        rf"|{_UNABLE}"
        r"|\bwish (?:\w+ ){0,2}(?:could|were|was)\b[^,;.]*\b(?:be|there|here|present|in person)\b"
        r"|(?P<afar>\b(?:by|via|through) (?:a )?"
        r"(?:(?:tele|video)(?:conference|phone|-?link)|phone|satellite)\b)",
        None,
        personal=True,
    ),
    _of(r"\bable to\b", _UNABLE, None, personal=True),
    _of(
        rf"^(?!.*\b{_PRESS}\b).*{_LET_IN}",
        rf"\b(?:den(?:y|ied|ying)|refus(?:e[sd]?|ing)) (?:\w+ ){{0,3}}?{_ENTRY}\b"
        r"|\b(?:barred|banned|blocked|prevented|kept|prohibited) from (?:enter|visit|travel|cross|go)\w*"
        r"|\bturned (?:away|back)\b"
        r"|(?:\b(?:not|never)|n['’]t) (?:be(?:en)? )?(?:let|allow\w*|admit\w*|permit\w*)\b"
        r"|\brefus\w+ to (?:let|allow|admit|permit)\b",
        _LET_IN,
        personal=True,
        placed=True,
    ),
    _of(
        # What was under way by then, which no meeting there tells.
        r"\b(?:already|yet) (?:\w+ly )?(?:\w+ing|open|complete|finished|built|ready|under ?way|law|up"
        r"|in (?:use|service|operation|place|force|effect))\b",
        r"\b(?:scheduled|set|due|expected|slated|planned) to (?:open|begin|start|launch|take effect"
        r"|be (?:opened|complete\w*|finished|ready|built))\b"
        r"|\bwill (?:open|begin|start)\b|\byet to (?:open|begin|start)\b"
        r"|\bnot (?:yet )?(?:open|begun|started)\b"
        r"|\bunder construction\b",
        r"\balready\b|\b(?:opened|began|started)\b",
        personal=True,
    ),
    _of(
        r"\b(?:decided?|decision|mad?e? (?:up )?(?:his|her|their) mind)\b",
        _UNSURE,
        None,
        personal=True,
    ),
)


_PRONOUN = re.compile(r"\b(?:I|my|he|his|she|her|whose)\b", re.IGNORECASE)


def contraries(scene: Scene) -> Iterator[Sentence]:
    """Yield what cannot be where it was as asked: others beside the only one, a second time for the first."""
    others = scene.question.names - scene.telling.office
    for condition in _asked(scene):
        for sentence in scene.whole():
            match = condition.contrary.search(sentence.quote.text)
            if match is None or not _concerns(scene, condition, sentence):
                continue
            groups = match.groupdict()
            # Who was joined by those whom the question has somebody meet alone was joined by no others.
            if groups.get("them") and others & folded_words(groups["them"]):
                continue
            # A call is told of the meeting only with those who were there.
            if not groups.get("afar") or scene.question.people - scene.telling.office <= sentence.words:
                yield sentence


def needs_telling(scene: Scene) -> bool:
    """Tell whether the question asks for a condition that no meeting proves by having been."""
    return any(one.told is not None for one in _asked(scene))


def condition_told(scene: Scene) -> Sentence | None:
    """Return the sentence that tells the very conditions asked for."""
    asked = [one for one in _asked(scene) if one.told is not None]
    return next(
        (
            sentence
            for sentence in scene.whole()
            if all(one.told and one.told.search(sentence.quote.text) for one in asked)
            and all(_concerns(scene, one, sentence) for one in asked)
        ),
        None,
    )


def _asked(scene: Scene) -> list[_Condition]:
    claim = claim_in(scene.question.text)
    return [one for one in _CONDITIONS if one.asked.search(claim)]


def _concerns(scene: Scene, condition: _Condition, sentence: Sentence) -> bool:
    """Tell whether a sentence names or means the one whose condition is asked for."""
    if not condition.personal:
        return True
    claim = claim_in(scene.question.text)
    claimed = folded_list(claim)
    people = scene.question.people.union(scene.question.given.values(), scene.telling.office)
    places = name_words(claim) - people
    # Who was denied entry somewhere else may have been let in there.
    if condition.placed and places and not places & sentence.words:
        return False
    named = scene.question.people & frozenset(claimed) or scene.question.names
    first = next((word for word in claimed if word in named), None)
    doer = named if first is None else {first}
    text = sentence.quote.text
    if doer & sentence.words:
        return True
    # In what the office holder says, "I" is the holder, however far.
    if doer & scene.telling.office and re.search(r"\b(?:I|my|me)\b", text):
        return True
    return _PRONOUN.search(text) is not None and sentence in scene.near()
