"""Select the sentences worth parsing: those that hold a word of a meeting. A lexicon, nothing learned."""

import re
from collections.abc import Iterable

from index.article import Span

_TRIGGER = re.compile(
    r"\b(?:me(?:et|ets|t|eting|etings)|talks|summits?|sat down|sit(?:ting)? down|host(?:s|ed|ing)?|receiv(?:ed|es|ing)|"
    r"welcom(?:ed|es|ing)|brief(?:ed|ing|ings)|called on|sp(?:oke|eak|eaks|eaking|oken) (?:\w+ ){0,3}(?:with|to|by)|visit(?:s|ed|ing)?|"
    r"tour(?:s|ed|ing)?|tr(?:avel(?:s|l?ed|l?ing)?|ips?)|join(?:s|ed|ing)?|conven(?:e|es|ed|ing)|testif(?:y|ies|ied|ying)|"
    r"hearings?|round-?tables?|town ?halls?|forum|conferr?(?:ed|s|ing)?|consult(?:ed|s|ing|ations)|"
    r"telephone[ds]?|phone[ds]?|phone call|discuss(?:ed|es|ing|ions?)|conversations?|lunch|dinner|negotiat(?:ed|ing|ions?)|"
    r"attend(?:ed|s|ing|ees|ance)?|present|participa(?:nts?|ted|ting)|took part|accompanied)\b",
    re.IGNORECASE,
)


def select_sentences(body: str, sentences: Iterable[Span]) -> list[Span]:
    """Return the sentences that may tell of a meeting."""
    return [span for span in sentences if _TRIGGER.search(body, span.start, span.end)]
