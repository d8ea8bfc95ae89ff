"""Where: the phrases of a sentence that name a place, whole, and which of them is the kind asked for."""

import re
from collections.abc import Iterator

from bot.answering.words import folded_words, topic_words

_NOUNS = (
    r"office|building|room|headquarters|hotel|school|hospital|center|centre|museum|library|airport|base"
    r"|capitol"
    r"|embassy|residence|campus|farm|plant|clinic|church|college|university|facility|facilities|courthouse"
    r"|statehouse|palace|mansion|ranch|station|site|port|park|home|city hall|town hall|field|terminal|lodge"
    r"|restaurant|laboratory|factory|auditorium|hall|theater|stadium|garden|island|resort|villa|chamber|dock"
)
_CAPITAL = r"(?:[A-Z][\w'’-]*|[A-Z]\.(?:[A-Z]\.)*|St\.|Ft\.|Mt\.)"
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|Mar\b|April|Apr\b|May\b|June|July|Aug"
    r"|Sep|Oct"
    r"|Nov|Dec)"
)
_NAME = rf"{_CAPITAL}(?:(?: (?:of|for|and|the|de|del|la|at)){{0,2}} {_CAPITAL}| \d+)*"
_PHRASE = re.compile(
    rf"\b(?P<how>in|at|inside|aboard|near|outside|on|from|to|into|of)(?: person at)? "
    rf"(?P<place>(?:the |an? |his |her |their |its |our |my |central |northern |southern |eastern "
    rf"|western |downtown )*"
    rf"(?:{_NAME}(?:, D\.\s?C\.)?(?:['’]s)?(?: (?:[a-z-]+ ){{0,3}}?(?:{_NOUNS})\b)?"
    rf"|(?:[a-z-]+ ){{0,3}}?(?:{_NOUNS})\b(?: [A-Z]?-?\d+[A-Z]?\b)?)"
    rf"(?:(?:,| in| at| on(?= Capitol)| of(?: the)?|, in)? (?:the |downtown )?(?!{_DAY}){_NAME})*)"
)
_OWNED = re.compile(
    rf"(?P<place>(?:the |his |her |their )?(?:{_NAME}['’]s? )(?:[\w.]+ ){{0,3}}?(?:{_NOUNS})(?: building)?)\b"
)
_NOT_A_PLACE = re.compile(
    r"^(?:(?:the|this|that|an?|early|late|mid) )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may"
    r"|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|monday|tuesday|wednesday"
    r"|thursday|friday"
    r"|saturday|sunday|spring|summer|autumn|fall|winter|(?:19|20)\d\d|fy|fiscal|congress|the senate"
    r"|senate|house"
    r"|republicans?|democrats?|americans?|english|spanish|order)\b(?! (?:county|city|hall|river))",
    re.IGNORECASE,
)
# Behind a place the sentence goes on with a new phrase; a plain noun there is what the "place" describes.
_LOOSE_END = re.compile(
    r"\W*$|\s*[,.;:()–—\"”-]|\s+(?:to|on|with|and|for|where|who|which|that|today|tonight|tomorrow"
    r"|yesterday|this|last|next"
    r"|earlier|later|during|after|before|by|about|as|in|at|from|over|while|when|or|the|he|she|they|we"
    r"|regarding|concerning"
    r"|amid|early|late|is|was|were|will|has|had|have|would|but|since|until|because|so|of|led|hosted"
    r"|attended|[A-Z\d])"
)
_NO_SITE = re.compile(
    r"\b(?:Program|Act|Committee|Council|Party|Service|Services|Award|Project|Initiative|Bill"
    r"|Administration|Agency"
    r"|Commission|Association|Week|War|Fund|Plan|Congress|Caucus|Subcommittee|Corps|Department|Guard)$"
)
_TITLE = re.compile(
    r"^(?:the )?(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Gen|Senator|Representative|Governor|President|Secretary|Mayor"
    r"|Judge"
    r"|Ambassador|General|Congress(?:man|woman)|Chairman|Commissioner|Department|Committee|Iraqis?|God)\b\.?"
)
_WEAK_HOW = frozenset(["from", "to", "into", "of"])
_GOING = re.compile(
    r"\b(?:sen[dt]\w*|arriv\w*|travel\w*|went|trips?|visit\w*|tour\w*|flew|fly|journey\w*|going|return\w*"
    r"|drove)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?:which|what|whose)\b(?: [\w'’.-]+){{0,3}}? (?P<kind>{_NOUNS}|city|town|venue|country)s?\b", re.I
)
_LIKE = {
    "school": "school|university|college|academy", "university": "university|college|school",
    "building": "building|capitol|center|museum|hall|house|courthouse|headquarters|office building",
    "room": "room|hall|suite|chamber", "hospital": "hospital|medical|clinic|center",
    "base": "base|fort|afb|station|camp",
    "venue": f"{_NOUNS}|centers|house|club|inn", "office": "office", "facility": f"{_NOUNS}|works",
    "site": f"{_NOUNS}|works",
}  # fmt: skip


def places_in(sentence: str, behind: int = 0) -> Iterator[str]:
    """Yield the places that a sentence names, those named behind the offset `behind` first."""
    found = [*_stated(sentence)]
    for _, words in sorted(found, key=lambda one: (one[0] < behind, one[0])):
        if words:
            yield words


def _stated(sentence: str) -> Iterator[tuple[int, str]]:
    for match in _PHRASE.finditer(sentence):
        words = match.group("place").strip(" ,.")
        how = match.group("how").lower()
        # People meet "at the Department of Commerce", not "in" it.
        body = how in ("at", "inside") and re.match(r"the (?:[A-Z]\w+ )?Department\b", words) is not None
        nowhere = _NOT_A_PLACE.match(words) or _is_no_site(words) or _TITLE.match(words)
        if (nowhere and not body) or not topic_words(words):
            continue
        if how in _WEAK_HOW and _GOING.search(sentence[: match.start()]) is None:
            continue
        if _LOOSE_END.match(sentence, match.end()) is None:
            continue
        if how == "on" and "Hill" not in words and "campus" not in words and "floor" not in words:
            continue
        yield match.start(), words
    for match in _OWNED.finditer(sentence):
        yield match.start(), match.group("place").strip(" ,.")


def _is_no_site(words: str) -> bool:
    """Tell whether words name a body or a program, and no building of one."""
    return _NO_SITE.search(words) is not None and re.search(rf"\b(?:{_NOUNS})\b", words, re.I) is None


def fits_kind(question: str, words: str) -> bool:
    """Tell whether a place is of the kind that a question asks for: "which school", "what city"."""
    kind = asked_kind(question)
    if kind is None:
        return True
    if kind in ("city", "town", "country"):
        return re.search(r"[A-Z]", words) is not None and re.search(rf"\b(?:{_NOUNS})$", words, re.I) is None
    return re.search(rf"\b(?:{_LIKE.get(kind, kind)})s?\b", words, re.I) is not None


def names_town(words: str) -> bool:
    """Tell whether a place is a town or a country by its name, rather than a building or a room."""
    return re.search(r"\b[A-Z]", words) is not None and re.search(rf"\b(?:{_NOUNS})\b", words, re.I) is None


def asked_kind(question: str) -> str | None:
    """Return the kind of place that a question asks for, or None for a mere "where"."""
    match = _ASKED.search(question)
    return None if match is None else match.group("kind").lower()


def is_fresh(words: str, question: str) -> bool:
    """Tell whether a place says more than the question's own words."""
    return bool(topic_words(words) - folded_words(question)) or (
        bool(folded_words(words) - folded_words(question)) and not topic_words(words)
    )
