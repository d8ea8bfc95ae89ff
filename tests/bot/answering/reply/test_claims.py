"""Claims are sentences about somebody named; what the briefings say of each is read from an answer."""

from dataclasses import replace

import pytest

from bot.answering.answer import Reason
from bot.answering.reply.claims import MOST_CLAIMS, Finding, judge_claim, question_of, split_claims
from tests.discord.fakes import NOTHING, TALKS


def test_questions_and_chatter_are_no_claims() -> None:
    said = "wow. Kohl met Mitterrand in Bonn. Did he? I saw it myself! Also, Rabin flew to Oslo in May."
    assert split_claims(said) == ("Kohl met Mitterrand in Bonn.", "Also, Rabin flew to Oslo in May.")


def test_a_flood_is_bounded() -> None:
    assert len(split_claims("Kohl met Mitterrand in Bonn. " * 30)) == MOST_CLAIMS


def test_a_claim_is_asked_as_a_question() -> None:
    assert question_of("Also, Rabin flew to Oslo.") == "Is it true that Rabin flew to Oslo?"


@pytest.mark.parametrize(
    ("reason", "finding"),
    [
        (Reason.OTHER_DATE, Finding.OTHER_DATE),
        (Reason.OTHER_PLACE, Finding.OTHER_PLACE),
        (Reason.OTHER_PEOPLE, Finding.OTHER_PEOPLE),
        (Reason.NOT_STATED, Finding.UNSETTLED),
        (Reason.NO_MEETING, Finding.NOT_FOUND),
        (Reason.NOTHING_RELEVANT, Finding.NOT_FOUND),
    ],
)
def test_a_miss_tells_what_differs_and_quotes_it(reason: Reason, finding: Finding) -> None:
    verdict = judge_claim("Kohl met.", replace(NOTHING, reason=reason, citations=TALKS.citations))
    assert verdict.finding is finding
    assert (verdict.citation is None) == (finding is Finding.NOT_FOUND)
    assert judge_claim("Kohl met.", replace(NOTHING, reason=reason)).finding is Finding.NOT_FOUND


def test_an_answer_supports_or_denies() -> None:
    assert judge_claim("x", replace(TALKS, text="Yes: they met.")).finding is Finding.SUPPORTED
    assert judge_claim("x", replace(TALKS, text="No: it was cancelled.")).finding is Finding.DENIED
