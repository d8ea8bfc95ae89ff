"""Which places of a sentence hang on the meeting it tells, rather than on people or what befell them."""

import re
from collections.abc import Iterator

from bot.answering.evidence.places import is_fresh, stated_places
from bot.answering.evidence.scene import VERB
from bot.answering.evidence.times import SAME_MEETING
from bot.answering.lexicon.titles import TITLE
from bot.answering.lexicon.words import fold, folded_words, stem, stems_of
from index.letters import of_letters

# Behind these somebody is met, heard or honored all the same: "to listen to nurses at the clinic".
_ENCOUNTER_TO = (
    r"the|an?|his|her|their|meet|visit|tour|attend|see|speak|join|host|listen|hear|gather|participate|greet"
    r"|welcome|celebrate|address|dedicate|watch|view|inspect|observe|brief|testify"
)
_INFINITIVE = rf"to (?!(?:{_ENCOUNTER_TO})\b|[A-Z]|[a-z]+(?<![su])s\b)[a-z]+"
_MATTER = of_letters(
    rf"\b(?:{_INFINITIVE}|about|regarding|concerning|urging|pressing|discussing)\b"
    r"|,? and (?:urged|discussed|pressed|told|said)\b"
)
# "To promote travel to the island" tells of no travel.
_GOVERNED = of_letters(
    rf"\b{_INFINITIVE}\b(?! \w+ing\b)(?: (?!(?:after|before|when|while|as|where|who|that|he|she|they|I|we)\b)"
    r"[^\s,;]+)* $"
)
# Names have capitals: "chairman of the Senate Conference" tells of no conference.
_MEETING = (
    r"met|meet\w*|visit\w*|tour\w*|stop\w*|host\w*|sp[eo]ak\w*|spoke|talks?|talked|travel\w*|brief\w*|join\w*"
    r"|held|hold|gather\w*|conven\w*|attend\w*|participat\w*|ceremony|conference(?! (?:committee|report))"
    r"|roundtable|forum|hearing|lunch\w*|dinner|breakfast|reception|event|rally|summit|address\w*|appear\w*"
    r"|testif\w*|receiv\w*|welcom\w*|listen\w*|hear|heard|saw|arriv\w*|went|came|celebrat\w*|commemorat\w*"
    r"|confer\w*|assembl\w*|sat|greet\w*"
)
ENCOUNTER = re.compile(rf"\b(?:{_MEETING})\b")
_DOING = re.compile(
    rf"\b(?:{_MEETING}|present\w*|deliver\w*|announce\w*|was|were|is|are|be|began|begin|start\w*)\b"
)
# "The announcement, which was made at the library" tells of no person.
_RELATIVE = re.compile(
    r"\s*(?:who|whom|whose|which|that)\b"
    r"(?! (?:was|were|is|will be|takes?|took) (?:made|held|hosted|given|delivered|staged|conducted|place)\b)"
)
# Where somebody can be reached is not where anybody met.
_CONTACT = re.compile(r"\b\d{3}[-.]\d{4}\b|www\.|https?:|@")
# What befell those who are met, and where they serve, is told with a place of its own.
_BEFELL = re.compile(
    r"\b(?:explosions?|attacks?|crash(?:es)?|fires?|shootings?|accidents?|disasters?|storms?|floods?|floodings?"
    r"|hurricanes?|earthquakes?|genocide|violence|wars?|conflicts?|cris[ei]s|famines?|droughts?|outbreaks?|riots?"
    r"|massacres?|bombings?|unrest|fighting|elections?|situation|conditions|killed|died|dying|injured|wounded|struck|destroyed|damaged)"
    r" (?:in|at|on|near|by)\b"
)
_POSTED = re.compile(
    r"\b(?:serv(?:e|es|ed|ing)|stationed|deployed|based|located|fighting|working|living|born|raised|educated"
    r"|grew up)\b(?: \w+)?"
    r" (?:in|at|on)\b"
)
_POST_ASKED = re.compile(
    r"\b(?:serv(?:e|es|ed|ing)|stationed|deployed|based|located|liv(?:e|ed|ing))\b", re.IGNORECASE
)
# Where people are kept is told apart from any meeting: "where were the families housed whom he visited".
_KEPT_ASKED = re.compile(
    r"\b(?:where|which|what)\b[^?,;]*? (?:is|are|was|were|has|have|had) "
    r"(?!(?:\w+ ){0,6}(?:meeting|talks|visit)\b)"
    r"[^?,;]*?\b(?P<kept>housed|sheltered|lodged|quartered|staying|stationed|deployed|based|posted|treated"
    r"|hospitali[sz]ed|imprisoned|jailed|detained|buried)\b",
    re.IGNORECASE,
)
# Where somebody had come to, or what a briefing was on, tells not where people met.
_ASIDE = re.compile(
    r"\b(?:(?P<during>during)|on|after|following|as part of|while on) (?:\w+ ){1,3}?"
    r"(?:trip|visit|journey|travels|stay|tour)s? (?:to|in|of|through)\b"
    r"|\b(?:brief\w*|testif\w*|updated?|report\w*|spoke|speak|hearings?|roundtables?|discussions?"
    r"|talks)\b[^,;]{0,80}? on"
    r" (?:the |an? )?(?!campus|grounds|floor|steps|site|base)[a-z]+ (?:of|in|at|to)\b"
)
_ASIDE_WHOLE = re.compile(rf"(?:{_ASIDE.pattern})[^,;]*")
# What is told to come before or after the meeting is elsewhere, unless it stands behind it.
_BESIDE = of_letters(
    rf"\b(?:after|before|following|since|until|prior to) (?={SAME_MEETING.pattern})", re.IGNORECASE
)
_LAST_LISTED = of_letters(
    r"^\s*(?:[A-Z][\w.'’-]+ ){2,}and [a-z]"
    r"|\band (?:[A-Z]|other|the|his|her|local|members|officials|representatives|staff)"
)
_WHEN_TOLD = re.compile(r"\b(?:on|this|last|today|yesterday|\w+day)\b|\d")
_FURTHER = re.compile(
    rf"\b(?:and|then|before) (?:(?:then|later|also|to) )*"
    rf"(?P<act>(?:{_MEETING})|cut|br[eo]\w+|open\w*|dedicat\w*)\b"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# Who somebody is tells not where anybody met: "Lind, who heads the port of Solvik, met".
_WHO_IS = re.compile(rf", who(?:se)?\b(?![^,]*{ENCOUNTER.pattern})[^,]*,")
# So does an aside in dashes, and where somebody had just come from: "Lind, returning from Bergen, met".
_IN_DASHES = re.compile(
    rf" (?:-{{1,2}}|–|—) (?![^–—]*?{ENCOUNTER.pattern})[^–—;]{{3,120}}? (?:-{{1,2}}|–|—)(?= )"
)
_WHENCE = re.compile(
    r"(?:, |^\W*)(?:(?:just|only|newly|recently|who|had) )*(?:return(?:ing|ed)|back|fresh|home|coming"
    r"|arriving|arrived|on (?:his|her|their) way|en route|bound|headed|heading) (?:home )?"
    r"(?:from|to|for)\b[^,;]*,",
    re.IGNORECASE,
)
_WHENCE_ASKED = re.compile(r"\b(?:return\w*|back|been|com(?:e|ing) from|came from)\b", re.IGNORECASE)
# No title hangs on these: "Lind, chairman of the Ferry Fund, in her Ostby office" tells where Lind was met.
_OF_HOST = of_letters(
    r"(?:his|her|their) (?:[\w.,'’-]+ ){0,4}office\b|Capitol Hill$|(?:the )?(?:U\.S\. )?Capitol$"
)
_AIDE = re.compile(
    r"\b(?:aides?|staff\w*|interns?|assistants?|clerks?|caseworkers?|manager|director|representative)\W*$"
)
_LINK = re.compile(r"\W*\b(?:in|at|on|inside|from)\W*$")
_NAMED_LAST = of_letters(
    rf"\s*(?:(?:the|his|her|their) )?(?:(?:{TITLE}|Right|Honorable|Hon|Rev)\b\.? )*"
    rf"(?:(?!(?:{TITLE})\b)[A-Z][\w.'’-]*\s+){{2,4}}(?:[a-z]+)?\s*"
)
# With these a sentence turns from what befell to how people met.
_TURNED = re.compile(r"\b(?:with|on|today|yesterday|this|last|\w+day)\b")
_NEXT = re.compile(rf"(?:,|\band\b)[^,]*?{ENCOUNTER.pattern}")


def places_of_meeting(sentence: str, question: str) -> Iterator[str]:
    """Yield the places of a sentence told before what the meeting was about, those by its verb first."""
    if _CONTACT.search(sentence) is not None:
        return
    sentence = _IN_DASHES.sub(_blank, sentence)
    if _WHENCE_ASKED.search(question) is None:
        sentence = _WHENCE.sub(_blank, sentence)
    verb = VERB.search(sentence)
    if verb is not None and _GOVERNED.search(sentence[: verb.start()]) is not None:
        return
    matter = _MATTER.search(sentence, verb.end() if verb else 0)
    before = sentence if matter is None else _without_matter(sentence, matter.start(), question)
    before = _WHO_IS.sub(_blank, before if find_aside(before) is None else _ASIDE_WHOLE.sub(_blank, before))
    beside = _BESIDE.search(_IN_BRACKETS.sub(_blank, before))
    behind = verb.start() if verb else 0
    posted = _POST_ASKED.search(question) is not None
    known = len(sentence)
    for start, words in stated_places(before, behind):
        between = before[behind : max(behind, start)]
        if (beside is not None and start < beside.end()) or _NEXT.search(before[known:start]):
            continue
        hosted = _OF_HOST.match(words) is not None
        if _is_apposed(between, hosted=hosted) or is_of_others(between or before[:start], posted=posted):
            continue
        if not is_fresh(words, question):
            known = start + len(words)
        yield words


def _without_matter(sentence: str, start: int, question: str) -> str:
    """Return a sentence without what the meeting was about, up to a further act that the question asks of.

    "To thank the weavers and tour the mill in Ostby" tells where the mill was toured.
    """
    asked = stems_of(folded_words(question))
    for match in _FURTHER.finditer(sentence, start):
        if stem(fold(match.group("act"))) in asked:
            end = match.start("act")
            return f"{sentence[:start]}{' ' * (end - start)}{sentence[end:]}"
    return sentence[:start]


def find_aside(sentence: str) -> re.Match[str] | None:
    """Return what tells where somebody had come to or what a briefing was on, or None.

    What was done during a visit, with no other meeting told of, was done there.
    """
    aside = _ASIDE.search(sentence)
    if aside is None or not aside.group("during"):
        return aside
    return aside if ENCOUNTER.search(_ASIDE_WHOLE.sub(_blank, sentence)) is not None else None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def kept_places(sentence: str, question: str) -> Iterator[str]:
    """Yield where a sentence tells people to be kept or based, where the question asks for that."""
    asked = _KEPT_ASKED.search(question)
    told = asked and re.search(
        rf"\b{asked.group('kept')}(?: \w+){{0,3}}? (?=(?:in|at|on|near) )", sentence, re.I
    )
    if told:
        yield from (words for start, words in stated_places(sentence, told.end()) if start >= told.end())


def tells_whence(sentence: str, at: int, question: str) -> bool:
    """Tell whether what stands at an offset is where somebody had come from, and that is not asked."""
    asides = () if _WHENCE_ASKED.search(question) else _WHENCE.finditer(sentence)
    return any(one.start() <= at < one.end() for one in asides)


def _is_apposed(between: str, *, hosted: bool) -> bool:
    """Tell whether what stands between verb and place describes a person: "X, commander of forces in".

    A place that is the host's own (`hosted`) describes none but who works there.
    """
    if "," not in between:
        return False
    last = between.rsplit(",", 1)[1]
    if _NAMED_LAST.fullmatch(last) is not None:
        return False
    if hosted:
        return _AIDE.search(_LINK.sub("", last)) is not None
    if _DOING.search(last) is not None and _RELATIVE.match(last) is None:
        return False
    return len(last.split()) > 1 and _LAST_LISTED.search(last) is None and _WHEN_TOLD.search(last) is None


def is_of_others(between: str, *, posted: bool = False) -> bool:
    """Tell whether a place is where something befell those who are met, or where they serve.

    Where they serve is wanted where it is asked (`posted`).
    """
    last = re.split(r"[,;]", between)[-1]
    met = max((one.end() for one in _DOING.finditer(last)), default=0)
    befell = _BEFELL.search(last, met)
    if befell is not None and _TURNED.search(last, befell.end()) is None:
        return True
    return not posted and _POSTED.search(last, met) is not None
