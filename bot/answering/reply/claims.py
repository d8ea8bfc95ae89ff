"""Claims of a message, held against the briefings: each is asked as a question, and its answer judged."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.answer import Answer, Citation, NoAnswer, Reason
from bot.answering.lexicon.words import name_words
from index.sentences import split_sentences

MOST_CLAIMS = 10
_LONGEST = 600
_FEWEST_WORDS = 4
_OPENING = re.compile(r"^(?:(?:and|but|so|also|well|btw|apparently|reportedly)\b[\s,]*)+", re.I)


class Finding(StrEnum):
    """What the briefings say of a claim."""

    SUPPORTED = "supported"
    OTHER_DATE = "other_date"
    OTHER_PLACE = "other_place"
    OTHER_PEOPLE = "other_people"
    DENIED = "denied"
    UNSETTLED = "unsettled"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim, what the briefings say of it, and the sentence that says so."""

    claim: str
    finding: Finding
    citation: Citation | None = None


_MISSES = {
    Reason.OTHER_DATE: Finding.OTHER_DATE,
    Reason.OTHER_PLACE: Finding.OTHER_PLACE,
    Reason.OTHER_PEOPLE: Finding.OTHER_PEOPLE,
    Reason.NOT_STATED: Finding.UNSETTLED,
}


def split_claims(text: str) -> tuple[str, ...]:
    """Return the sentences of a message that claim something of somebody named, at most ten."""
    found = []
    for sentence in split_sentences(text):
        words = " ".join(text[sentence.start : sentence.end].split())
        says_something = name_words(words) and len(words.split()) >= _FEWEST_WORDS
        if says_something and not words.endswith("?") and len(words) <= _LONGEST:
            found.append(words)
    return tuple(found[:MOST_CLAIMS])


def question_of(claim: str) -> str:
    """Ask whether a claim is so."""
    return f"Is it true that {_OPENING.sub('', claim).rstrip('.! ')}?"


def judge_claim(claim: str, answer: Answer | NoAnswer) -> Verdict:
    """Read what the answer to a claim's question says of the claim."""
    citation = answer.citations[0] if answer.citations else None
    if isinstance(answer, Answer):
        denied = answer.text.startswith("No")
        return Verdict(
            claim=claim, finding=Finding.DENIED if denied else Finding.SUPPORTED, citation=citation
        )
    finding = _MISSES.get(answer.reason, Finding.NOT_FOUND)
    if citation is None or finding is Finding.NOT_FOUND:
        # A neighbour in the index says nothing of the claim.
        return Verdict(claim=claim, finding=Finding.NOT_FOUND)
    return Verdict(claim=claim, finding=finding, citation=citation)
