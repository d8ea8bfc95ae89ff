"""Kinds of places: whether a question asks for one, of which kind, and whether a place is of that kind."""

import re

SITES = (
    r"office|building|room|headquarters|hotel|school|hospital|center|centre|museum|library|airport|base"
    r"|capitol|embassy|consulate|residence|campus|farm|plant|clinic|church|mosque|synagogue|temple|cathedral"
    r"|college|university|academy|facility|facilities|courthouse|statehouse|palace|mansion|ranch|station|site"
    r"|port|park|home|city hall|town hall|field|airfield|terminal|lodge|restaurant|diner|laboratory|factory"
    r"|auditorium|hall|theater|theatre|stadium|arena|garden|island|resort|villa|chamber|dock|barracks"
    r"|shipyard|cemetery|memorial|warehouse|club|plaza|camp|depot|armory|brewery|dairy|orchard"
)
"""Nouns of what people meet in or at, or visit, even where it has no name: "the senior center"."""
AREAS = (
    r"city|town|village|municipality|hamlet|capital|country|nation|state|province|county|region|district"
    r"|parish|borough|neighborhood|neighbourhood|suburb|community|continent"
)
"""Nouns of towns, countries and their parts: what has a name, and no walls."""
PARTS = (
    r"grounds|steps|lawn|gates?|deck|ballroom|lobby|rotunda|basement|entrance|banks?|shores?|outskirts|edge"
    r"|heart|foot|wing|floor|roof"
)
"""Nouns of the part of a building or a town where people meet: "on the grounds of the Abbey"."""
_LOOSE = r"place|venue|location|spot|stop"
_NAMED_SITES = (
    r"fort|post|institute|institution|lab|mill|mine|inn|house|shop|store|market|mall|street|square|pier"
    r"|harbor|harbour|bridge|dam|lake|river|beach|forest|monument|department|ministry|complex|courtroom"
    r"|suite|floor|wing|parlor|pub|cafe|bar|gym|gymnasium|ballpark|studio|winery|refinery|mint|prison|jail"
    r"|courtyard|checkpoint|crossing|border|refuge|reserve|preserve|sanctuary|reservation|trail|fairgrounds"
)
_ENDING = r"(?:e?s)?"
_PLURALS = (
    "cities|countries|counties|communities|facilities|universities|embassies|libraries|factories|academies"
)
_KINDS = rf"(?:{SITES}|{AREAS}|{_LOOSE}|{_NAMED_SITES}){_ENDING}|{_PLURALS}"
_TIMES = r"(?:day|date|month|year|week|weekend|time|hour|evening|morning|afternoon|season|decade)s?"
_NO_PLACE = (
    r"(?:capacity|term|ground|behalf|way|manner|role|language|sense|case|order|context|form|format|respect"
    r"|regard|extent|degree|point|stage|level|price|cost|age|rate|speed|effect|purpose|reason|basis"
    r"|condition|circumstance|direction|event|meeting|hearing|conference|summit|ceremony|session|briefing"
    r"|dinner|lunch|luncheon|breakfast|reception|forum|roundtable|letter|report|speech|statement|program"
    r"|project|bill|act|effort|matter|issue|field of)s?"
)
_VERBS = r"will|would|did|does|do|was|were|is|are|has|had|have|could|should|can|might"
_BESIDE = r"in|on|at|of|to|from|by|with|for|and|or|which|what|that|where|when|who|during|after|before"
_BETWEEN = rf"(?:(?!(?:{_VERBS}|{_BESIDE})\b)[\w.&'’-]+ ){{0,4}}?"
# "Which hospital did" asks for a place, "which hospital director" or "which university was a party" does not.
_IS_HEAD = (
    rf"(?=\s*(?:$|[?,;:]|[–-](?!\w))"
    rf"|\s(?!(?:was|were|is|are) an? )"
    rf"(?:{_VERBS}|{_BESIDE}|hosted|housed|held|near|saw|he|she|they|they're)\b)"
)
_WHICH = r"(?:which|what)"
_SPOKEN_OF = r"(?<!\bof )(?<!\babout )(?<!\bover )(?<!\bregarding )"
ASKS_PLACE = re.compile(
    rf"\bwhere\b"
    rf"|(?:(?<=\bin )|(?<=\bat )|(?<=\binside )|(?<=\baboard )|(?<=\bnear ))\b{_WHICH}"
    rf" (?!{_BETWEEN}(?:{_TIMES}|{_NO_PLACE})\b){_BETWEEN}[\w-]+{_IS_HEAD}"
    rf"|{_SPOKEN_OF}\b{_WHICH} {_BETWEEN}(?:{_KINDS})\b{_IS_HEAD}"
    rf"|\bwhose (?:\w+ )?(?:{_KINDS})\b"
    r"|\b(?:venue|location|place)\s*[?–-]*\s*$|^(?:the )?(?:venue|location|place) (?:of|for)\b",
    re.IGNORECASE,
)
"""What asks for a place: a "where", a noun of places behind "which", or any noun behind "in which"."""

_ASKED = re.compile(
    rf"\b(?:which|what|whose) (?P<told>{_BETWEEN})(?P<kind>{_KINDS})\b{_IS_HEAD}", re.IGNORECASE
)
_SCHOOL = "school|university|college|academy|institute"
_LEGATION = "embassy|consulate|mission|legation"
_WALLS = (
    "building|capitol|center|centre|museum|hall|house|courthouse|headquarters|tower|pentagon|library|palace"
    "|mansion|residence|villa|hotel|inn|lodge|club|restaurant|office|hospital|clinic|school|college|university"
    "|academy|institute|church|mosque|synagogue|temple|cathedral|theater|theatre|auditorium|arena|stadium"
    f"|statehouse|armory|terminal|{_LEGATION}"
)
_STAY = "base|fort|afb|station|camp|post|barracks|field|airfield|depot|arsenal|yard"
_ANY_SITE = rf"{SITES}|{_NAMED_SITES}|works|hill|pentagon"
_LIKE = {
    "school": _SCHOOL, "university": _SCHOOL, "college": _SCHOOL, "academy": _SCHOOL,
    "campus": f"{_SCHOOL}|campus",
    "building": _WALLS,
    "room": "room|hall|suite|chamber|auditorium", "hospital": "hospital|medical|clinic|center",
    "base": _STAY, "post": f"{_STAY}|{_LEGATION}", "barracks": _STAY, "embassy": _LEGATION,
    "department": "department|ministry",
    "plant": "plant|factory|works|mill|refinery", "factory": "plant|factory|works|mill|refinery",
    "venue": _ANY_SITE, "facility": _ANY_SITE, "site": _ANY_SITE, "location": _ANY_SITE, "spot": _ANY_SITE,
}  # fmt: skip
# Towns are called after beaches, lakes and hills; houses, institutes and the like are no towns.
_SITE_AT_END = re.compile(
    rf"\b(?:{SITES}|{_LEGATION}|house|institut(?:e|ion)|department|ministry|lab|mine|mill|monument|complex"
    rf"|border|inn|pub|cafe|gym|studio|winery|refinery|prison|jail|mall|refuge|preserve|sanctuary"
    rf"|capitol hill|pentagon){_ENDING}$",
    re.IGNORECASE,
)
NAMED = re.compile(r"\b[A-Z]|\bcapital(?: city)?$")
"""What names one place: a capital letter, and a country's capital without."""
_PIECES = re.compile(r", | (?:in|at|near) ")


def asked_kind(question: str) -> str | None:
    """Return the kind of place that a question asks for, or None for a mere "where"."""
    match = _ASKED.search(question)
    return None if match is None else _single(match.group("kind").lower())


def asked_words(question: str) -> str:
    """Return what a question says of the kind of place it asks for: "Mexican border" of a city."""
    match = _ASKED.search(question)
    return "" if match is None else match.group("told")


def fits_kind(question: str, words: str) -> bool:
    """Tell whether a place is of the kind that a question asks for: "which school", "what city"."""
    kind = asked_kind(question)
    if kind is None or kind in ("place", "stop"):
        return True
    if re.fullmatch(rf"{AREAS}|{_LOOSE}", kind) and kind not in _LIKE:
        return any(names_area(one) for one in _PIECES.split(words))
    return re.search(rf"\b(?:{_LIKE.get(kind, kind)}){_ENDING}\b", words, re.IGNORECASE) is not None


def names_area(words: str) -> bool:
    """Tell whether words name a town, a country or some part of one, rather than a building."""
    return NAMED.search(words) is not None and _SITE_AT_END.search(words) is None


def _single(kind: str) -> str:
    """Return a kind in the singular: "counties" is "county"."""
    if kind.endswith("ies"):
        return f"{kind[:-3]}y"
    forms = (kind, kind.removesuffix("s"), kind.removesuffix("es"))
    return next(one for one in forms if re.fullmatch(f"{SITES}|{AREAS}|{_LOOSE}|{_NAMED_SITES}", one))
