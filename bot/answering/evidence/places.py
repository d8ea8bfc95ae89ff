"""Where: the phrases of a sentence that name a place, whole, and which of them is the kind asked for."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.lexicon.place_kinds import AREAS, NAMED, PARTS, SITES
from bot.answering.lexicon.words import folded_words, topic_words
from index.letters import of_letters

_CAPITAL = r"(?:(?:St|Ft|Mt)\.|(?:[A-Z]\.)+|(?!I\b)[A-Z][\w'’-]*)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_DAY = (
    rf"(?:{_WEEKDAY}|(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May"
    r"|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\b"
)
_TITLES = (
    r"(?:Sens?|Reps?|Gov|Mr|Mrs|Ms|Dr|Gen|Senators?|Representative|Governor|President|Secretary|Mayor|Judge"
    r"|Ambassador|General|Congress(?:man|woman)|Chairman|Commissioner|Prime|Foreign|Deputy"
    r"|U\.S\. (?:Sen|Rep))\b"
)
# "Solvik, a holiday camp in" tells of what kind a place is.
_KIND_TOLD = rf"(?:, an? (?:[a-z-]+ ){{0,3}}?(?:{SITES})\b)?"
_NAME = (
    rf"{_CAPITAL}(?:(?: (?:of|for|and|the|de|del|la|at)){{0,2}}(?:(?<=Center) on|(?<=Institute) on)?"
    rf" (?!{_WEEKDAY}){_CAPITAL}| \d+)*"
)
_PHRASE = of_letters(
    rf"\b(?P<how>(?i:in front of|in|at|inside|aboard|near|outside|on|from|to|into|of))(?: person at)? "
    r"(?P<place>(?!(?:the |an? )?(?i:town halls?) (?:[Mm]eeting|[Ff]orum|[Ee]vent))"
    rf"(?:the |an? |his |her |their |its |our |my |central |northern |southern |eastern "
    rf"|western |downtown )*"
    # "The nation's capital" is a town, where capital alone is money.
    r"(?:(?:(?<=the )|(?<=our )|(?<=their ))(?:[\w'’-]+ ){0,2}?capital(?: city)?\b|"
    rf"(?:(?:{AREAS}) of |(?:{PARTS}) of (?:the )?(?:[a-z]+ )?)?(?!{_DAY}){_NAME}"
    rf"(?: (?:{AREAS}|counties|cities)\b)?"
    rf"(?:, D\.\s?C\.)?(?:['’]s)?(?: (?:[a-z-]+ ){{0,3}}?(?:{SITES})\b)?"
    rf"|(?:[a-z-]+ ){{0,3}}?(?:{SITES})\b(?: [A-Z]?-?\d+[A-Z]?\b)?)"
    rf"{_KIND_TOLD}(?:(?:,| in| at| on(?= Capitol)| of(?: the)?|, in)? (?:the |downtown )?"
    rf"(?!{_DAY}|{_TITLES}){_NAME})*)"
)
_OWNED = of_letters(
    rf"(?P<place>(?:the |his |her |their )?(?:{_NAME}['’]s? )(?:[\w.]+ ){{0,3}}?(?:{SITES})(?: building)?)\b"
)
_NOT_A_PLACE = re.compile(
    r"^(?:(?:the|this|that|an?|early|late|mid) )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may"
    r"|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|monday|tuesday|wednesday"
    r"|thursday|friday"
    r"|saturday|sunday|spring|summer|autumn|fall|winter|(?:19|20)\d\d|fy|fiscal|congress|the senate"
    r"|senate|house"
    r"|republicans?|democrats?|americans?|english|spanish|order)\b"
    rf"(?! (?:county|city|hall|river)|(?: (?!(?:in|at|of|on|for|and)\b)[\w.]+){{0,4}} (?:{SITES})\b)",
    re.IGNORECASE,
)
# Behind a place the sentence goes on with a new phrase; a plain noun there is what the "place" describes.
_LOOSE_END = of_letters(
    r"\W*$|\s*[,.;:()–—\"”-]|\s+(?:to|on|with|and|for|where|who|which|that|today|tonight|tomorrow"
    r"|yesterday|this|last|next"
    r"|earlier|later|during|after|before|by|about|as|in|at|from|over|while|when|or|the|he|she|they|we"
    r"|regarding|concerning|near|outside|between|into|through|alongside"
    r"|amid|early|late|is|was|were|will|has|had|have|would|but|since|until|because|so|of|led|hosted"
    r"|attended|also|then|adjacent|across|beside|behind|opposite|above|under|[a-z]+ed\b|[A-Z\d])"
)
_NO_SITE = re.compile(
    r"\b(?:Program|Act|Committee|Council|Party|Service|Services|Award|Project|Initiative|Bill"
    r"|Administration|Agency"
    r"|Commission|Association|Week|War|Fund|Plan|Congress|Caucus|Subcommittee|Corps|Department|Guard"
    r"|Summit|Conference|Meeting|Hearing|Convention|Games|Forum)$"
)
_TITLE = re.compile(
    r"^(?:the )?(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Gen|Senator|Representative|Governor|President|Secretary|Mayor"
    r"|Judge"
    r"|Ambassador|General|Congress(?:man|woman)|Chairman|Commissioner|Department|Committee"
    r"|Iraqis?(?! capital)|God)\b\.?"
)
_ON = re.compile(rf"\b(?:Hill|campus|site|base|border|farm|ranch|Island|Reservation|{PARTS})\b")
_NAMED_SITE = of_letters(rf"\b(?=[A-Z])(?i:{SITES})$")
_LEADING_TO = re.compile(
    rf"\b(?:in|at|inside|near|outside|to|into|through|visit\w*|tour\w*) (?:the )?(?:{_TITLES}\.? )?$",
    re.IGNORECASE,
)
# What is toured or visited is a place, too; people are visited "with".
_SEEN = of_letters(
    rf"\b(?:tour|visit|inspect)(?:s|ed|ing)? (?P<place>(?:the |an? |his |her |their )?"
    rf"(?:(?:(?!(?:to|with|by|from|of|in|at|on|for|and)\b)[a-z-]+ )?(?!{_TITLES}){_NAME}(?:['’]s)?"
    rf"(?: (?:[\w-]+ ){{0,3}}?(?:{SITES})\b)?"
    rf"|(?:[a-z-]+ ){{0,3}}?(?:{SITES})\b){_KIND_TOLD}(?:(?:,| in| at|, in) (?!{_DAY}|{_TITLES}){_NAME})*)"
)
# So is a building that is opened or dedicated.
_OPENED = of_letters(
    r"\b(?:dedicat|inaugurat|re-?open|open)(?:s|e[sd]?|ed|ing)? (?:the |his |her |their |its )"
    rf"(?:[a-z-]+ ){{0,2}}?(?:(?:{PARTS}) of the )?(?P<place>{_NAME}(?: (?:{SITES})\b)?"
    rf"(?:,? (?:in|at) (?!{_DAY}){_NAME})?)"
)
# A hill or house may stand before the meeting: "at a Capitol Hill briefing".
_HILL_OF = re.compile(
    r"\b(?i:at|in|during|for) (?:an? |the |his |her |their |this )(?:[a-z-]+ )??"
    rf"(?P<place>{_CAPITAL}(?: {_CAPITAL}){{0,2}}? (?:Hill|House)) (?:[a-z]+ ){{0,2}}?"
    r"(?:meeting|ceremony|rally|event|conference|reception|breakfast|luncheon|lunch|dinner|summit|briefing|hearing|forum|roundtable|session)\b"
)
# People come "to" a place, and are "back from" one; "from" and "of" alone tell where somebody is at home.
_GOING = re.compile(
    r"\b(?:sen[dt]\w*|arriv\w*|travel\w*|went|c[ao]me|trips?|visit\w*|tour\w*|flew|fly|journey\w*|going|return\w*"
    r"|drove|welcom\w*|invit\w*|br(?:ing|ought)\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:return\w*|back|fresh)\b[^.;,]{0,30}$|\b(?:speak|call|report)ing $", re.IGNORECASE)
_BEGUN = re.compile(r"\b(?:cut\w*|br[eo]\w+) (?:the |a )?(?:ribbon|ground) $")
_TOUR = re.compile(r"\b(?:tours?|trips?|visits?|walk-?through)(?: \w+)? $", re.IGNORECASE)
_MOTION = {"to": _GOING, "into": _GOING, "from": _BACK, "of": _TOUR}
# What goes on with a plain noun is given up back to the last of these.
_CUT = re.compile(r", | (?:in|at) ")
_AT = re.compile(r"\bat\b|\bon(?= Capitol\b)")
# The offices of several are no one place: "Senators' offices".
_OF_SEVERAL = re.compile(r"(?:the )?[A-Za-z]+s['’] [a-z]+s")
_SOME = re.compile(r"(?:many|several|various|some|most|all|other|numerous|few|these|those|both|each)\b")


def is_vague(words: str) -> bool:
    """Tell whether words name no one place: "many schools"."""
    return _SOME.match(words) is not None or _OF_SEVERAL.fullmatch(words) is not None


def places_in(sentence: str, behind: int = 0) -> Iterator[str]:
    """Yield the places that a sentence names, those named behind the offset `behind` first."""
    for _, words in stated_places(sentence, behind):
        yield words


def stated_places(sentence: str, behind: int = 0) -> Sequence[tuple[int, str]]:
    """Return the places of a sentence, each with its offset, those behind the offset `behind` first."""
    return sorted(_stated(sentence), key=lambda one: (one[0] < behind, one[0]))


def _stated(sentence: str) -> Iterator[tuple[int, str]]:
    for match in _phrases(sentence):
        words = _whole_phrase(sentence, match)
        how = match.group("how").lower()
        # People meet "at the Department of Commerce", not "in" it.
        body = how in ("at", "inside") and re.match(r"the (?:[A-Z]\w+ )?Department\b", words) is not None
        nowhere = _NOT_A_PLACE.match(words) or _is_no_site(words) or _TITLE.match(words)
        if (nowhere and not body) or not topic_words(words) or is_vague(words):
            continue
        if how in _MOTION and _MOTION[how].search(sentence[: match.start()]) is None:
            continue
        if how == "on" and _ON.search(words) is None and not _BEGUN.search(sentence[: match.start()]):
            continue
        yield match.start("place"), words
    for match in _OWNED.finditer(sentence):
        if _LEADING_TO.search(sentence[: match.start()]) is not None:
            yield match.start(), match.group("place").strip(" ,.")
    for match in _OPENED.finditer(sentence):
        if _NAMED_SITE.search(re.split(",? (?:in|at) ", match.group("place"))[0]) is not None:
            yield match.start("place"), _whole_phrase(sentence, match)
    for match in _HILL_OF.finditer(sentence):
        yield match.start("place"), match.group("place")
    for match in _SEEN.finditer(sentence):
        words = _whole_phrase(sentence, match)
        if not (_NOT_A_PLACE.match(words) or is_vague(words)) and topic_words(words):
            yield match.start("place"), words


def _phrases(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the phrases of a sentence that may tell a place.

    Behind whom a phrase tells of ("members of Congress at the library", "guests from Bergen at the inn") a
    place of the sentence's own begins with "at".
    """
    match = _PHRASE.search(sentence)
    while match is not None:
        yield match
        of = match.group("how").lower() in ("of", "from", "to")
        end = match.end()
        fresh = _AT.search(sentence, match.start("place"), end) if of else None
        match = _PHRASE.search(sentence, fresh.start() if fresh else end)


def _whole_phrase(sentence: str, match: re.Match[str]) -> str:
    """Return the words of a phrase that ends where a new one begins, or else nothing.

    What a comma parts from a place may belong to the rest: "in Bergen, Lind said".
    """
    words, named = match.group("place"), _NAMED_SITE.search(match.group("place"))
    if _LOOSE_END.match(sentence, match.end()) or (
        named and match.groupdict().get("how", "").lower() in ("at", "inside")
    ):
        return words.strip(" ,.")
    cuts = [one.start() for one in _CUT.finditer(words)]
    return words[: cuts[-1]].strip(" ,.") if cuts else ""


def _is_no_site(words: str) -> bool:
    """Tell whether words name a body or a program, and no building of one."""
    return _NO_SITE.search(words) is not None and re.search(rf"\b(?:{SITES})\b", words, re.I) is None


def names_town(words: str) -> bool:
    """Tell whether a place is a town or a country by its name, rather than a building or a room."""
    return NAMED.search(words) is not None and re.search(rf"\b(?:{SITES})\b", words, re.I) is None


def is_fresh(words: str, question: str) -> bool:
    """Tell whether a place says more than the question's own words."""
    return bool(topic_words(words) - folded_words(question)) or (
        bool(folded_words(words) - folded_words(question)) and not topic_words(words)
    )
