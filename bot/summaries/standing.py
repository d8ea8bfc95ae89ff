"""Which sentences are whole and lean on none before them: what may be quoted without its surroundings."""

import re
from collections.abc import Container

_WORDS = range(7, 61)
# An article puts who, what, when and where into its first sentence.
OPENING_WORDS = range(7, 81)
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
# "This week" says when, as "today" does; "this bill" points back.
_THIS = (
    r"this(?!\ (?:past|week|weekend|month|year|fiscal|morning|afternoon|evening|spring|summer|fall|autumn"
    r"|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
# Words at the head of a sentence that point back at what was said before it; those that say when do not.
_LEANING = re.compile(
    rf"""^["“'‘]?(?:
      he|she|it|they|his|her|hers|its|their|theirs|him|them|we|i|our|my|us|you|your
      |{_THIS}
      |that|these|those|such|both|neither|either|each(?!\ (?:year|month|week|day)\b)
      |another|others|some|many|most|all|here|there
      |the\ (?:two|three|four|pair|former|latter|same|other|others|second|third|next|latest|remaining|rest)
      |but|and|or|so|yet|nor|also|however|moreover|furthermore|additionally|meanwhile|therefore|thus|hence
      |instead|then|likewise|similarly|otherwise|nevertheless|nonetheless|still|again|finally|indeed
      |specifically|accordingly|consequently|as\ (?:a\ result|such|well)|in\ (?:addition|turn|fact|short|other
      \ words|contrast|that|this|these|those)|for\ (?:example|instance|that|this|these)|on\ the\ other
      |after\ (?:that|this)|at\ (?:the\ same|that|this)|to\ (?:that|this)\ end|under\ (?:this|these|that)
      |because\ of\ (?:this|that)|with\ (?:this|that|these)|among\ (?:them|these|those)|what|which|who
      |(?:today|yesterday|tonight)['’]s|included\ (?:in|among)|of\ (?:these|those|that)|since\ then
      |is\ (?:that|this|it)|shortly|soon|thereafter|afterwards?|(?:earlier|later)(?!\ (?:today|this)\b)|other
      |along\ with|further|yes|(?:no|well|importantly)(?=,)|more\ (?:importantly|specifically)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "That" behind such a word is no conjunction: "under that law".
_BACK = rf"(?:{_THIS}|these|(?:about|at|by|for|from|in|of|on|to|under|with)\ that)"
_POINTING = re.compile(rf"^(?:[^\s,;]+\s+){{0,4}}?{_BACK}\s", re.IGNORECASE)
# "also" says that something else was said before.
_ALSO = re.compile(r"^(?:[^\s,;]+\s+){1,8}?also\b", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"\b(?:above|aforementioned|as follows|the following|said the|previously mentioned)\b", re.I
)
# Within a statement "I" and "we" are known, and at the head of an article nothing was said before.
_SEQUEL = re.compile(
    rf"""^["“'‘]?(?:he|she|it|they|his|her|hers|its|their|theirs
      |{_THIS}(?!\ (?-i:[A-Z]))|that|these|those|such|both|but|and|or|so|yet
      |also|however|moreover|furthermore|therefore|thus|instead|then|here|there|now|again|another)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LIST_ITEM = re.compile(r"[*•·▪-]\s|\(?\w{1,2}[.)]\s|About [A-Z]")
_PERSON = re.compile(r"\b(?:he|she|him|his|hers?|they|them|their)\b", re.IGNORECASE)
# "I" that is a numeral, a party, a road or an initial: "Title I", "I-Vt.", "I-95", "Joseph I. Lieberman".
_NO_PRONOUN = re.compile(
    r"\b(?:Title|Article|War|Division|Part|Phase|Type|Class|Category|Level|Group|Chapter|Section|Stage|Tier"
    r"|Schedule|Volume) I\b|\bI(?=\s?[-–?.]\s?[A-Z\d])"
)
# Capitals matter: "US" and "(R-ME)" are no pronouns.
_SPOKEN = re.compile(r"\bI\b|\b(?:[Ww]e|[Mm]y|us|me)\b|^Our\b|\b[Yy]ou(?:rs?)?\b")
_INTRODUCTION = re.compile(
    r"\b(?:statement|remarks|letter|comments?|speech)\b.*:$"
    r"|\b(?:released|issued|made|delivered|gave|sent)\b.{0,40}\bthe following\b|^the following (?:is|are)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w'’.-]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_THESE = re.compile(rf"\b{_BACK}\b", re.IGNORECASE)
_DEFINITE = re.compile(r"^The ([a-z]\w+)\b(?! of\b)")
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|added|told|noted|stated|wrote|explained|continued|concluded|remarked|asked|announced"
    r"|urged|argued|commented|according to|declared|warned|stressed|emphasized)\b",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\b(?:for immediate release|press (?:office|contact|release)|contact:|media contact|click (?:here|on|at)"
    r"|available (?:online|at)|subscribe|copyright (?:©|\(c\)|\d{4})|photos? (?:by|courtesy|credit)"
    r"|(?:photos?|caption):"
    r"|(?:visit|go to|log on to|call|see)\b.{0,40}\b(?:website|web site)|can be found (?:below|here|at))"
    r"|^(?:below|attached|enclosed|following) (?:is|are)\b.*\.$|\btext of\b.*\b(?:follows|below|attached)\.$"
    r"|^(?:to (?:view|listen|watch|read|download)|photos?|caption)\b|©"
    r"|https?://|\bwww\.|\S@\S|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|^[-#*_=\s]+$",
    re.IGNORECASE,
)
_OPENERS = frozenset(
    "the a an in on at to from with by for of and but as after before during while when if".split()  # noqa: SIM905
)
_MUCH = 0.4
"""A sentence of which so much is quoted is a quotation; less may be the name of a law."""


def stands_alone(sentence: str, *, opens: bool = False) -> bool:
    """Tell whether a sentence, on one line, is whole and leans on none before it.

    One that `opens` an article has none before it: it may be longer, and "many" or "earlier" are its own.
    """
    leans = _SEQUEL.match(sentence) is not None if opens else _leans(sentence)
    return (
        is_prose(sentence, OPENING_WORDS if opens else _WORDS)
        and not leans
        and _is_quoted_whole(sentence)
        and not _misses_antecedent(sentence, opens=opens)
    )


def is_prose(sentence: str, words: range = OPENING_WORDS) -> bool:
    """Tell whether a sentence is one: of some length, with an end, no heading and no footer."""
    return _is_text(sentence, words) and _END.search(sentence) is not None


def introduces(sentence: str) -> bool:
    """Tell whether a sentence says whose the words after it are: "She issued the following statement:"."""
    return (
        _is_text(sentence, _WORDS)
        and _INTRODUCTION.search(sentence) is not None
        and not _LEANING.match(sentence)
    )


def is_of_statement(sentence: str) -> bool:
    """Tell whether a sentence of a statement can stand right after its introduction."""
    return is_prose(sentence, _WORDS) and not _SEQUEL.match(sentence)


def is_loose(sentence: str, before: Container[str]) -> bool:
    """Tell whether a sentence is unclear far from its article's others: what is it that it speaks of?

    It names nobody and nothing, or speaks of "this bill", or begins with a thing that was told of `before`,
    in small letters.
    """
    definite = _DEFINITE.match(sentence)
    return (
        not any(match.group().lower() not in _OPENERS for match in _NAME.finditer(sentence))
        or _THESE.search(_QUOTED.sub(" ", sentence)) is not None
        or (definite is not None and definite[1] in before)
    )


def speaks(sentence: str) -> bool:
    """Tell whether a sentence itself, not somebody quoted in it, says "I", "we" or "you"."""
    return _SPOKEN.search(_NO_PRONOUN.sub(" ", _QUOTED.sub(" ", sentence))) is not None


def is_quotation(sentence: str) -> bool:
    """Tell whether much of a sentence is what somebody said."""
    quoted = sum(len(match.group().split()) for match in _QUOTED.finditer(sentence))
    return quoted > _MUCH * len(sentence.split())


def ends_within_quotation(sentence: str, within: bool) -> bool:
    """Tell whether a quotation is open behind a sentence, given whether one was before it."""
    balance = sentence.count("“") - sentence.count("”")
    if balance:
        return balance > 0
    return within != bool(sentence.count('"') % 2)


def _is_text(sentence: str, words: range) -> bool:
    return (
        len(sentence.split()) in words
        and not sentence.isupper()
        and _FOOTER.search(sentence) is None
        and _LIST_ITEM.match(sentence) is None
    )


def _leans(sentence: str) -> bool:
    return any(
        found is not None
        for found in (
            _LEANING.match(sentence),
            _POINTING.match(_QUOTED.sub(" ", sentence)),
            _ALSO.match(sentence),
            _SAID_BEFORE.search(sentence),
        )
    )


def _is_quoted_whole(sentence: str) -> bool:
    """Tell whether each quotation begins and ends here, with somebody who says it."""
    if sentence.count("“") != sentence.count("”") or sentence.count('"') % 2:
        return False
    if sentence.count("(") != sentence.count(")"):
        return False
    outside = _QUOTED.sub(" ", sentence)
    if len(outside.split()) * 2 < len(sentence.split()) and _SAYS.search(outside) is None:
        return False
    # Whoever is "I" or "you" must be named: outside of quotations nobody is.
    return not speaks(sentence)


def _misses_antecedent(sentence: str, *, opens: bool) -> bool:
    """Tell whether a personal pronoun comes before anybody it could mean.

    Where nothing was said before, it means who comes after: "From his seat, the Minister told".
    """
    outside = _QUOTED.sub(lambda match: " " * len(match.group()), sentence)
    pronoun = _PERSON.search(outside)
    if pronoun is None:
        return False
    before = outside if opens else outside[: pronoun.start()]
    names = [match.group() for match in _NAME.finditer(before)]
    return not any(name.lower() not in _OPENERS for name in names)
