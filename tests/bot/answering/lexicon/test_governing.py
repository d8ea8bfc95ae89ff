"""A time is the meeting's where it hangs on a verb of meeting, not where a letter or a bill has it."""

import pytest

from bot.answering.lexicon.governing import Tie, tie_of
from bot.answering.lexicon.words import fold, stem


@pytest.mark.parametrize(
    ("sentence", "time", "tie"),
    [
        (
            "Senator Webb today sent a letter to Anna Lind to thank her for agreeing to visit Ostby.",
            "today",
            Tie.APART,
        ),
        ("Webb praised today's agreement between both ports after talks.", "today", Tie.APART),
        ("Webb, who met Lind, announced on Monday that the ferry will sail.", "Monday", Tie.APART),
        ("Last week, Webb toured a tunnel that was discovered on May 2, 2025.", "Last week", Tie.MEETING),
        ("Last week, Webb toured a tunnel that was discovered on May 2, 2025.", "May 2, 2025", Tie.APART),
        ("Webb (L-Norland) joined Bo Falk today to announce a plan.", "today", Tie.MEETING),
        ("They gathered today under the lead of Anna Lind, urging peace.", "today", Tie.MEETING),
        ("In his letter Webb urged her to use her May 10 meeting with Falk.", "May 10", Tie.MEETING),
        ("During a news conference in Ostby, Webb today announced a grant.", "today", Tie.NEUTRAL),
        ("The talks were to be held on May 3.", "May 3", Tie.NEUTRAL),
        ("At ten, all stood.", "ten", Tie.NEUTRAL),
    ],
)
def test_a_time_hangs_on_the_verb_of_its_clause(sentence: str, time: str, tie: Tie) -> None:
    start = sentence.index(time)
    assert tie_of(sentence, start, start + len(time)) is tie


def test_an_act_that_is_asked_about_has_its_own_day() -> None:
    sentence = "On May 3, Webb unveiled the Harbour Act with Lind."
    assert tie_of(sentence, 0, len("On May 3")) is Tie.APART
    assert tie_of(sentence, 0, len("On May 3"), frozenset({stem(fold("unveiling"))})) is Tie.MEETING
