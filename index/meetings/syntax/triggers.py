"""Select the sentences worth parsing: those that hold a word of a meeting. A lexicon, nothing learned."""

import re
from collections.abc import Iterable, Iterator

from index.article import Span
from index.letters import of_letters
from index.meetings.syntax.flattening import names_somebody

_TELLING = of_letters(
    r"\b(?:me(?:et|ets|t|eting|etings)|talks|summits?|sat down|sit(?:ting)? down|"
    r"gather(?:s|ed|ing)?|conven(?:es?|ed|ing)|audience (?:\S+ )?(?:with|to) |"
    r"(?:host|receiv|welcom|join|greet)(?:s|e|es|ed|ing)? (?:\S+ ){0,4}?(?-i:[A-Z])|host(?:s|ed|ing)?|"
    r"(?:receiv|welcom|greet|host)ed by |"
    r"brief(?:ed|ings) |called on (?-i:[A-Z])|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|"
    r"(?:video|phone|telephone) ?conferences?|sp(?:oke|eak|oken) (?:by|on|over|via) |"
    r"sp(?:oke|eak|eaks|eaking|oken) (?:\S+ ){0,3}(?:with|to|by) |talk(?:ed|s|ing) (?:\S+ )?with |talked|"
    r"teleconference|spen[dt] (?:\S+ ){1,4}?with |"
    r"(?:came|come|coming|went) to (?:\S+ ){0,4}?office|sat in on|courtesy call|"
    r"huddled?|discuss(?:ed|ing)? (?:\S+ ){1,8}?with |exchanged (?:\S+ ){0,3}(?:views|opinions|ideas) |"
    r"shook hands|(?:ate|shar\w+) (?:\S+ ){0,2}(?:breakfast|lunch|dinner|meal)|swor[en] in|summoned|"
    r"signed (?:\S+ ){1,8}?with |accompanied|alongside|together (?:with|in|at|on) |(?:get|got) together|"
    r"caught up with|dropp(?:ed|ing) (?:in|by)|stop(?:s|ped|ping)? (?:by|in|at) |(?:made|make) a stop|"
    r"survey(?:ed|ing)|inspect(?:ed|ing)|walked (?:\S+ ){0,8}?with |luncheon|reception|banquet|"
    r"(?:saw|(?:to|will) see) (?-i:[A-Z])|"
    r"(?:present|award)(?:ed|s|ing)? (?:\S+ ){0,8}?(?:awards?|medals?|heart|star|flags?|plaques?|"
    r"certificates?|che(?:ck|que)s?|prizes?)|"
    r"travel(?:s|l?ed|l?ing)? |trips?|testif(?:y|ies|ied|ying) |round-?tables?|"
    r"(?:hearings?|session|call|lunch|dinner|breakfast|conversations?|"
    r"discussions?|briefing) (?:\S+ )?with |"
    r"conferr(?:ed|ing) with|consult(?:ed|s|ing|ations) with|"
    r"(?:held?|holds|holding|host\w*|chair\w*|conven\w+|led|conduct\w*|attend\w*|preside\w*|at|in|during) "
    r"(?:\S+ ){0,5}(?:hearing|forum|ceremony|town hall|town meeting|listening session)|"
    r"(?:phone|telephone|conference) call|(?:press|news) conference (?:\S+ ){0,4}?with |credentials|"
    r"(?:host\w*|held|hold\w*|conven\w+|organi[sz]\w+|conduct\w*) (?:\S+ ){0,8}?"
    r"(?:conference|workshop|symposium|seminar|gala)|"
    r"l(?:ead|eads|ed|eading) (?:\S+ ){1,5}?(?:delegation|mission)|invit(?:e|es|ed|ing) (?-i:[A-Z])|"
    r"(?:din(?:e|es|ed|ing)|golf|tennis) with |(?:came|went|come) to see |"
    r"appear(?:ed|ing)? before |ribbon|treaty|"
    r"escorted |discussed (?:\S+ ){1,8}?(?:by|over) |talks (?:\S+ ){0,5}?between |"
    r"address(?:ed|ing) |to address |call(?:s|ed|ing)? (?-i:[A-Z])(?:\S+ ){1,12}?to |"
    r"telephoned|phoned|negotiat(?:ed|ing|ions?) with)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:discuss(?:ed|es|ing)?|raised|pressed|urged|encouraged|asked|told|showed|promised|pledged|shared|"
    r"attend(?:ed|ing|ees|ance)|present|participa(?:nts?|ted|ting)|"
    r"t(?:ook|aking) part|in the room|with (?:him|her|them) (?:was|were)|took place|"
    r"delegations?|accompanied|joined by|reiterated|thanked|stressed|emphasi[sz]ed|"
    r"highlighted|topics?|agenda|outlined|reviewed|questioned|listened|learn(?:ed)?|office|ceremony|"
    r"assured|warned|agreed|(?:spoke|talked) about|issues|was about|"
    r"event|session|hearing|discussions?|conversations?|postponed|put off|cancell?ed|"
    r"called off|rescheduled|delayed|brought forward|pushed back|on hand|joining|moderated|among those|"
    r"(?:group|delegation|guests|speakers|panelists) (?:also )?(?:include[sd]?|were))\b",
    re.IGNORECASE,
)
_LISTING = re.compile(r"\b(?:attend\w*|participa\w+|present|joined by|members|witness\w*)\b", re.IGNORECASE)
# Whom these mean is told in the sentence before, which else has no word of a meeting.
_PRONOUN = re.compile(
    r'["“]?(?:(?:(?:on|in|at|after|by) (?:[\w-]+ ){0,3}[\w-]+|later|then|afterwards?|earlier|today|yesterday'
    r"|there),? )?(?:he|she|they|both)\b",
    re.IGNORECASE,
)
_BULLETS = "-*•"
_REACH = 2500
"""Code points after a telling sentence within which others may add to it."""


def select_sentences(body: str, sentences: Iterable[Span]) -> list[Span]:
    """Return the sentences that may tell of a meeting, or add to one told shortly before.

    One that opens with "he" or "she" brings the sentence before it, which tells who that is.
    """
    chosen: list[Span] = []
    told = None
    before: Span | None = None
    for span in _with_bullets(body, sentences):
        if _TELLING.search(body, span.start, span.end):
            told = span.end
            if before is not None and before not in chosen[-1:] and _PRONOUN.match(body, span.start):
                chosen.append(before)
            chosen.append(span)
        elif (
            told is not None and span.start - told <= _REACH and _FOLLOWING.search(body, span.start, span.end)
        ):
            chosen.append(span)
        before = span
    return chosen


def _with_bullets(body: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """Join "They met with:" and the bullets or the lines of names below it into one sentence."""
    held: Span | None = None
    for span in sentences:
        if held is not None and (body[span.start] in _BULLETS or names_somebody(body[span.start : span.end])):
            held = Span(start=held.start, end=span.end)
            continue
        if held is not None:
            yield held
        held = span if _opens_list(body[span.start : span.end]) else None
        if held is None:
            yield span
    if held is not None:
        yield held


def _opens_list(sentence: str) -> bool:
    """Tell whether a sentence opens a list of people: "They met with:", "Among the attendees were:"."""
    return sentence.endswith(":") and (sentence.endswith("with:") or _LISTING.search(sentence) is not None)
