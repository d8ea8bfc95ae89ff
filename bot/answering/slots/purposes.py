"""Why and about what: the clauses of a sentence that tell a purpose, a topic, or what was pressed."""

import re

from index.letters import of_letters

# What somebody is able, chosen or due to do is no purpose of a meeting.
_NOT_BEHIND = "".join(
    f"(?<!{word} )"
    for word in (
        "able", "going", "scheduled", "set", "due", "plans", "wants", "continue", "continues", "selected",
        "chosen", "named", "founded", "used", "fought", "elected", "appointed", "designed", "expected",
        "nominated", "need", "needs", "needed", "has", "have", "had", "how", "agreed", "required", "slated",
        "forced", "continued", "wanted",
    )
)  # fmt: skip
_PURPOSE = re.compile(
    rf"{_NOT_BEHIND}"
    r"\bto (?!the\b|an?\b|his\b|her\b|their\b|its\b|our\b|my\b|meet(?:ing)?\b|be\b|was\b|is\b|were\b|have\b"
    r"|visit\b|travel\b|this\b|these\b|date\b|all\b|any\b|other\b|no\b|each\b|those\b|that\b|him\b|me\b|us\b|them\b|more\b|some\b|join\b"
    # What ends so is no verb: "to federal courts", "to public schools".
    r"|both\b|\w+(?<!e)al\b(?<!signal)(?<!rival)|\w+(?:ous|lic|nomic)\b)"
    r"[a-z]+\b.*",
    re.DOTALL,
)
_AIM = re.compile(
    r"\b(?:for the (?:\w+ )?purposes?|with the (?:\w+ )?(?:aim|goal|hope|intention|purpose)"
    r"|in (?:the )?hopes?) of .*",
    re.DOTALL,
)
_TOPIC = re.compile(
    r"\b(?<!statement )(?<!remarks )(?<!letter )"
    r"(?:about|regarding|concerning|aimed at|focus(?:ed|ing|es)? on|centered on|devoted to"
    r"|dealt (?:\w+ )?with|touched (?:up)?on)\s.*"
    # A summit in capitals bears a name.
    r"|\b(?:[Dd]iscussions?|[Tt]alks?|[Cc]onversations?|(?-i:hearing|briefing|roundtable|forum|meeting|summit|call))"
    r" (?:on|over|of|for) (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april"
    r"|may\b|june|july|august"
    r"|september|october|november|december|capitol|\d).*",
    re.DOTALL | re.IGNORECASE,
)
_PRESSED = re.compile(
    # Of "the concerns that they discussed with me" the matter stands in front.
    r"(?<!that they )(?<!that we )(?<!that I )(?<!which they )(?<!which we )(?<!issues they )(?<!issues we )"
    r"\b(?:discuss(?:ed|ing)?|urg(?:ed|ing)|press(?:ed|ing)|rais(?:ed|ing)|stress(?:ed|ing)|ask(?:ed"
    r"|ing) (?:for|about)"
    r"|call(?:ed|ing) (?:for|on)|talk(?:ed|ing) about|emphasiz(?:ed|ing)|express(?:ed|ing)|propos(?:ed|ing)"
    r"|request(?:ed|ing)|highlight(?:ed|ing)|shar(?:ed|ing)|push(?:ed|ing) (?:for)?|encourag(?:ed|ing)"
    r"|hear(?:d)? about|they (?:also )?(?:went (?:through|over)|took up|dealt with|turned to|covered)"
    r"|made (?:the|a|his|her) (?:strong )?case|review(?:ed|ing)|explor(?:ed|ing)|outlin(?:ed|ing)"
    r"|present(?:ed|ing)"
    r"|address(?:ed|ing)(?! (?:an? |this\b|last\b|in\b|at\b|by\b|the (?:crowd|group|audience|conference)))"
    r"|learn(?:ed|ing) about|welcom(?:ed|ing) the|mark(?:ed|ing)|celebrat(?:ed|ing)"
    r"|honor(?:ed|ing)(?! to\b)"
    r"|examin(?:ed|ing)|inspecting|assessing|surveying"
    r"|seek(?:ing)?|sought|demand(?:ed|ing)|(?<!^)listen to|told (?:them|him|her))\s(?!by\b).*",
    re.DOTALL | re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|in) (?:talks|discussions?|consultations|an update|a briefing|negotiations)\b.*"
    r"|\bas part of .*|\bin support of .*|(?<!the )\bfollowing (?!statement|text|remarks).*"
    r"|\bin (?:response|connection) (?:to|with) .*"
    r"|\bfor (?!(?:(?:an?|the|his|her|their) )?(?:\w+ )?"
    r"(?:dinner|lunch|luncheon|breakfast|tea|coffee|drinks)\b)"
    r"(?!the (?:first|second|last)|the (?:week|month|year|past)|\d|an? (?:day|week|month|year|few)|"
    r"(?:several|two|three|many|more) )(?:the |an? |his |her |their )?[a-z].*",
    re.DOTALL,
)
_CONTINUED = re.compile(
    r"\b(?:and|where|who|which|as)\s+(?:(?:also|he|she|they)\s+)?"
    r"(?!(?:honored|pleased|excited|delighted|thrilled|committed|concerned|scheduled|located|based|elected|named)\b)"
    r"[a-z]+ed\b.*"
    # "Lee is meeting Berg and will present her with a lamp."
    r"|\band (?:will|would|plans? to|hopes? to) "
    r"(?!(?:also|then|be|have|meet|visit|travel|join|continue|return|hold|host|attend|speak|tour|fly|go|stay)\b)"
    r"[a-z]+ .*",
    re.DOTALL,
)
_TOLD = re.compile(
    r",? (?:the )?[\w .’'-]{2,40} (?:said|announced|says)(?: on| late| early| today"
    r"| in a statement)?(?: \w+day)?\W*$"
    r"|[,.]?[\"”] (?:said|says|added|noted|explained|continued) [^;\"“”]{2,60}$"
)
_CAUSE = re.compile(
    r"\b(?:because|after|due to|owing to|(?<!the )following(?! statement| text| remarks)|follows?"
    r"|followed|citing|in protest|in response|over"
    r"|amid|since"
    r"|so that|on account of)\s.*",
    re.DOTALL | re.IGNORECASE,
)
# A sentence may say what the purpose was by that very word.
_NAMED = re.compile(
    r"\b(?:purposes?|goals?|aims?|focus|theme|topic|subject|object)\b[^.;:]{0,60}?\b(?:was|is|were|are)\b .*"
    r"|\b(?:was|is|were) (?:an opportunity|a chance|intended|designed|meant|aimed|called|held|convened|set up"
    r"|coordinated|organi[sz]ed|arranged|requested|planned)"
    r" (?:to|at)\b.*",
    re.DOTALL,
)
# What was talked about may be listed by the word for it: "Among the issues discussed were".
_COVERS = r"(?:was|were|is|are|includ(?:e|es|ed|ing)|rang(?:ed|ing) from)\b:? "
_LISTED = re.compile(
    r"\b(?:(?:topics?|subjects?|agenda)\b[^.;:]{0,40}?"
    r"|(?:issues?|matters?|items?|concerns|priorities|questions|themes?)\b[^.;:]{0,40}?\b(?:discuss(?:ed|ion)"
    r"|raised|covered|addressed|talked about|brought up|mentioned|on the (?:agenda|table))\b[^.;:]{0,40}?)"
    rf"\b{_COVERS}(?P<list>.*)"
    r"|\b(?:discussions?|talks|conversations?|talk|meeting|call|session)\b(?: [\w'’]+){0,2}? (?:"
    r"covered|ranged from|touched (?:up)?on|turned to|dealt (?:\w+ )?with|cent(?:er|r)ed (?:up)?on"
    r"|focused (?:\w+ )?on|revolved around) (?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
# A list may also hang on the word for what was talked of: "such matters as", "issues, including".
_SUCH = re.compile(
    r"\b(?:discuss|talk|sp[eo]ak|spoke|rais|address|hear|brief|confer|concern|met|meet|question|press)\w*\b[^.;:]*?"
    r"\b(?:such (?:[\w-]+ ){0,3}?(?:topics|subjects|issues|matters|concerns|priorities|questions|themes) as"
    r"|(?:topics|subjects|issues|matters|concerns|priorities|questions|themes),? (?:such as|including"
    r"|ranging from|like)) (?P<such>.*)",
    re.DOTALL | re.IGNORECASE,
)
# What is done in front of the main verb is done for: "To hear more of them, Lind moved the talks".
_IN_FRONT = of_letters(
    r"\W*((?:In (?:an effort|order) to|To) [a-z]+ [^,;:]{8,}?), (?=[A-Z]|the |he |she |they |we )"
)
_LABEL = re.compile(r"\s(?:Who|What|When|Where|Why|WHO|WHAT|WHEN|WHERE|WHY) ?:.*", re.DOTALL)
_NOUN_ASKED = re.compile(
    r"\bwhat (?:is|was|were|are) (?:(?:the|their|his|her|its)|(?:[\w.’'-]+ ){0,5}?[\w.-]+['’]s?) "
    r"(?:[\w-]+ )??"
    r"(?P<noun>(?!(?:purposes?|point|date|day|time|name|place|role|title|job|topic|subject)\b)[a-z-]+)"
    r"(?= (?:to|for|from|when|at|in|on|about|during|after)\b|\W*$)",
    re.IGNORECASE,
)
_TORN = re.compile(r"(?:and|or|which)\b.*|(?:to )?[\w'’-]+", re.DOTALL | re.IGNORECASE)
# "Hearing about their worries helps me": what is heard of there is only what helps.
_GERUND = of_letters(
    r"\W*[A-Z][a-z]+ing\b[^,;:]*\b(?:is|was|are|were|has|had|will|would|can|could|helps?|helped|makes?|made"
    r"|gives?|gave|allow(?:s|ed)?|lets?|shows?|showed|remind(?:s|ed)?)\b"
)
# "About an hour" is no matter, nor are about a hundred people.
_LENGTH = re.compile(
    r"(?:about|over|around) \d[\d,.]* [a-z]|"
    r"(?:about|over|for|on) (?:an?|\d[\d,.]*|half|one|two|three|four|five|six|ten|several|many"
    r"|some) (?:\w+ )?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|miles?|people|times|percent)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:while|after|before|when|upon|following|during)\b[^,;]*$", re.IGNORECASE)
_MAIN_VERB = of_letters(
    r", (?:[A-Z][\w.’'-]*\.? (?:\([^)]*\) )?|the \w+ |he |she |today |also ){0,5}"
    r"(?:announced|said|says|called|urged|introduced|released|issued|praised|expressed|wants|added|noted|voted)\b"
)
_TIME_END = re.compile(r"\s(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\W*$", re.I)


def purpose_in(sentence: str, behind: int = 0, *, loose: bool = False) -> str | None:
    """Return the purpose or the matter told behind the offset `behind`, as the sentence words it.

    What is called a purpose is one wherever it stands. With `loose`, what a "for" or a second verb tells is
    taken as well.
    """
    called = _AIM.search(sentence)
    if called is not None:
        return trimmed(called.group())
    if _GERUND.match(sentence):
        return None
    aside = _ASIDE.search(sentence[:behind])
    if aside is not None:
        # What follows "while meeting with X," is told of something else.
        sentence = sentence[: _clause_end(sentence, behind)]
    for pattern in (_PURPOSE, _TOPIC, _PRESSED, *((_FOR, _CONTINUED) if loose else ())):
        match = pattern.search(sentence, behind)
        if match is not None:
            return trimmed(match.group())
    return None


def _clause_end(sentence: str, start: int) -> int:
    """Return where a clause ends that stands before or within the main one: at its verb of saying."""
    verb = _MAIN_VERB.search(sentence, start)
    return len(sentence) if verb is None else verb.start()


def cause_in(sentence: str) -> str | None:
    """Return why a meeting came to nothing, as the sentence words it, or None."""
    match = _CAUSE.search(sentence)
    return None if match is None else trimmed(match.group())


def matter_in(sentence: str) -> str | None:
    """Return what a sentence says was discussed, raised or pressed, or None."""
    if _GERUND.match(sentence):
        return None
    found = [match for one in (_PRESSED, _TOPIC) if (match := one.search(sentence)) is not None]
    first = min(found, key=lambda match: match.start(), default=None)
    return None if first is None else trimmed(first.group())


def trimmed(words: str) -> str | None:
    """Return a clause without who said it, a closing time and punctuation, or None for a mere length."""
    bare = _TIME_END.sub("", _TOLD.sub("", _LABEL.sub("", words.strip()))).strip(' .,;:“”"')
    return bare if bare and _LENGTH.match(bare) is None and _TORN.fullmatch(bare) is None else None


def named_purpose_in(sentence: str) -> str | None:
    """Return what a sentence says the purpose or the theme was, or None."""
    match = _NAMED.search(sentence)
    return None if match is None else trimmed(match.group())


def noun_asked(question: str) -> str | None:
    """Return the noun of which it is asked what it was: "advice" of "what was the couple's advice to her"."""
    match = _NOUN_ASKED.search(question)
    return None if match is None else match.group("noun").lower()


def told_of_noun(sentence: str, noun: str) -> str | None:
    """Return what a sentence says that somebody's advice, answer or demand was, or None."""
    match = re.search(
        rf"(?:\b(?:[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Tt]he|[Mm]y|[Oo]ur)|['’]s?) (?:[\w-]+ )?{noun}\b"
        r"[^.;:,]{0,60}? (?:was|were|is|are)\b(?P<told>(?: that| to)? .*)",
        sentence,
        re.DOTALL,
    )
    return None if match is None else trimmed(match.group("told"))


def listed_matters_in(sentence: str) -> str | None:
    """Return what a sentence lists as the topics of a meeting, or None."""
    match = _LISTED.search(sentence) or _SUCH.search(sentence)
    return None if match is None else trimmed(match.group(match.lastgroup or 0))


def front_purpose_in(sentence: str) -> str | None:
    """Return the purpose that stands before the main clause, or None."""
    match = _IN_FRONT.match(sentence)
    return None if match is None else trimmed(match.group(1))
