"""Kinds of acts that news words in many ways, and who does them: a pledge is told as a promise."""

import re
from functools import lru_cache

from bot.answering.lexicon.words import folded_list, stem

(
    PROMISING,
    TELLING,
    URGING,
    COMPLAINING,
    SEEING,
    PRAISING,
    LEARNING,
    GETTING,
    GIVING,
    DISCUSSING,
    STAYING,
    JUDGING,
    CONCEDING,
) = range(13)
_KINDS = {
    PROMISING: r"promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|agree[sd]?|agreeing|vow(?:s|ed)?"
    r"|(?<!remain )(?<!remains )(?<!is )(?<!are )commit(?:s|ted|ting)?|(?:re)?assur(?:e|es|ed|ing)"
    r"|(?:made|gave|renew\w*|re-?stat\w*|repeat\w*) (?:[\w'’]+ ){1,5}(?:commitment|promise|pledge)"
    r"|(?<=['’]s )assurances?|guarantee[sd]?|swore|undertook",
    TELLING: r"tell|tells|told|say|says|said|inform(?:s|ed)?|announc(?:e|es|ed|ing|ement)|explain(?:s|ed)?"
    r"|repl(?:y|ies|ied)|respon(?:d|ds|ded)|answer(?:s|ed|ing)?|(?:re-?)?stated|reiterat(?:e|es|ed|ing)"
    r"|repeat(?:s|ed)?|noted|warn(?:s|ed)?|shar(?:e|es|ed|ing)|convey(?:s|ed|ing)?|relay(?:s|ed|ing)?"
    r"|let (?:[\w.'’-]+ ){1,4}know|g[eo]t(?:s|ting)? across|ma[dk]e (?:it )?(?:\w+ )?clear"
    r"|mention(?:s|ed|ing)?|recount(?:s|ed|ing)?|describ(?:e|es|ed|ing)|report(?:s|ed)(?= (?:that|to)\b)"
    r"|outlin(?:e|es|ed|ing)|laid out|overview of"
    r"|testify(?:ing)?|testifie[sd](?= (?:(?:before|at|to) [^.;]{1,80}? )?(?:that|about|on)\b)",
    URGING: r"urg(?:e|es|ed|ing)|press(?:es|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)"
    r"|push(?:es|ed|ing)?|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|appeal(?:s|ed|ing)?|plead(?:s|ed|ing)?"
    r"|argu(?:e|es|ed|ing)|want(?:s|ed)?(?= (?:[\w.'’-]+ ){1,5}to\b)|seeks?|seeking|sought"
    r"|lobb(?:y|ied|ying)|implor(?:e|ed|ing)"
    r"|(?:made|make|making) (?:the|a|an|his|her) (?:\w+ )?case|impress(?:es|ed|ing)? (?:up)?on"
    r"|(?:express|stress|emphasi[sz])(?:e[sd]?|ed|es|ing)? (?:\w+ ){0,5}?(?:need|importance|urgency)",
    COMPLAINING: r"complain(?:s|ed|ing|ts?)?|concern(?:s|ed)?|voic(?:e|ed|ing)|object(?:s|ed|ions?)"
    r"|protest(?:s|ed|ing)?|stories|worr(?:y|ied|ies)",
    SEEING: r"see|sees|saw|seen|view(?:s|ed|ing)?|look(?:s|ed|ing)? at|inspect(?:s|ed|ing|ion)?"
    r"|observ(?:e|ed|ing)|examin(?:e|ed|ing)|survey(?:s|ed|ing)?|tour(?:s|ed|ing)|witness(?:ed|ing)?"
    r"|watch(?:ed|ing)?|shown|demonstrations? of",
    PRAISING: r"prais(?:e|ed|ing)|(?-i:(?<!tax )credit)(?:s|ed|ing)?(?! (?:union|card|report)s?)"
    r"|commend(?:s|ed|ing)?|thank(?:s|ed|ing)?"
    r"|recogni[sz](?:e|ed|ing)|honou?r(?:s|ed|ing)?|singl(?:e|ed|ing) out|single .{1,40} out"
    r"|congratulat(?:e|ed|ing)|salut(?:e|ed|ing)|applaud(?:s|ed|ing)?",
    LEARNING: r"learn(?:s|ed|ing)?|f(?:i|ou)nd out|hear|hears|heard|hearing from|updat(?:e|ed)"
    r"|brought up to date",
    GETTING: r"win|wins|won|winners?|receiv(?:e|ed|ing)|recipients?|earn(?:s|ed)?|awards?|awarded|chosen"
    r"|selected|picked|honou?red|named|presented with|(?:was|were|been) (?:given|handed)",
    DISCUSSING: r"discuss(?:es|ed|ing)?|(?:talk(?:s|ed|ing)?|sp(?:ea|o)k(?:e|ing)?|speech) (?:about|on|over)"
    r"|rais(?:e|es|ed)|(?:comes?|came|coming) up(?! (?:with|to|from)\b)"
    r"|(?:take|took|taken|taking) up|(?:go|goes|went|going|gone) (?:over|through)"
    r"|(?:bring|brought) up|review(?:ed)?|on (?:[\w.'’-]+ ){1,4}minds?(?=\W|$)",
    STAYING: r"(?:in|to) (?:Washington(?:, D\. ?C\.)?|town|the (?:nation['’]s )?capital)(?=\W|$)",
    JUDGING: r"thinks?|thought|believ(?:e|es|ed|ing)|feels?|felt|make of|(?:opinion|view|assessment)s?"
    r"|unanim(?:ous|ity)|consensus|consider(?:s|ed)?|regard(?:s|ed)? as|opposed?|opposes|favou?r(?:s|ed)?",
    CONCEDING: r"conced(?:e|es|ed|ing)|admit(?:s|ted)?|acknowledg(?:e|es|ed|ing)",
    GIVING: r"giv(?:e|es|en|ing)|gave|present(?:s|ed|ing)?|deliver(?:s|ed|ing)?|handed"
    r"|hand(?:s|ing) (?:over|out)|donat(?:e|ed|ing)|provid(?:e|es|ed|ing)",
}
_CUES = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}
SPOKEN = frozenset({PROMISING, TELLING, URGING, COMPLAINING, JUDGING, CONCEDING})
"""What is told of one who speaks: told of another it is no answer."""
# What only says when it was, or what somebody else is wanted to do, is no act asked for.
_ASIDE = re.compile(
    r"\b(?:when|while|after|before|during|ahead of|by)\b.*|(\bwant (?!to\b)(?:[\w.'’-]+ ){1,5}to\b).*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(?:what|which)\b.*?\b(?:did|does|do|had|has|have|would|will)\b(.*)", re.IGNORECASE)
_NAMED = re.compile(r"(?: (?:the|and|of|[A-Z][\w.&'’-]*))+(?= [a-z])")
# Who is handed something gets it.
_HANDED = re.compile(
    r"\b(?:what|which)\b.*?\b(?:was|were|had|has|been)((?: [\w.'’-]+){1,5}?) (?:been )?"
    r"(?:presented with|presented|given|handed|awarded)\b",
    re.IGNORECASE,
)
# Who is told or asked something says nothing by that.
_UNDERGOING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got)(?: (?:also|then|\w+ly))?\s+$", re.IGNORECASE
)
_UNDERGONE = re.compile(
    r"(?:told|informed|asked|urged|pressed|requested|warned|(?:re)?assured|lobbied|called on)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(map(stem, ["the", "and", "of", "a", "senator", "secretary"]))
_MEANT = re.compile(r"\b(?:he|she|they|it|I|we)\b", re.IGNORECASE)


@lru_cache(8_192)
def acts_in(text: str) -> frozenset[int]:
    """Return the kinds of acts that a text tells of."""
    return frozenset(kind for kind, cue in _CUES.items() if cue.search(text) is not None)


def acts_asked(question: str) -> frozenset[int]:
    """Return the kinds of acts that a question asks for, without those that only say when it was."""
    asked = acts_in(_ASIDE.sub(lambda match: match.group(1) or "", question))
    return asked - {GIVING} | {GETTING} if _HANDED.search(question) else asked


def doer_asked(question: str) -> frozenset[str]:
    """Return the stems of who the question says did the act that it asks for; none where it says "he"."""
    handed = _HANDED.search(question)
    if handed is not None and not _MEANT.search(handed.group(1)):
        return frozenset(map(stem, folded_list(handed.group(1)))) - _PLAIN
    match = _SUBJECT.search(question)
    behind = match.group(1) if match else ""
    first = min((found.start() for cue in _CUES.values() if (found := cue.search(behind))), default=None)
    # Of "what concerns did the Pilots Union have" the act is the noun, and the doer known by capitals alone.
    doer = behind[:first] if first is not None else (_NAMED.match(behind) or [""])[0]
    return frozenset() if _MEANT.search(doer) else frozenset(map(stem, folded_list(doer))) - _PLAIN


def acts_of(
    text: str, kinds: frozenset[int], doer: frozenset[str], others: frozenset[str] = frozenset()
) -> str | None:
    """Return a text from where `doer` does an act of some `kinds` on, or None; anybody where it is empty.

    One of `others`, named right before the act, does it instead.
    """
    found = sorted((one for kind in kinds for one in _CUES[kind].finditer(text)), key=lambda one: one.start())
    for match in found:
        if doer and _UNDERGONE.match(match.group()) and _UNDERGOING.search(text[: match.start()]):
            continue
        before = [stem(word) for word in folded_list(text[: match.start()])]
        if not doer or (not doer.isdisjoint(before) and before[-1] not in others):
            return text[match.start() :]
    return None
