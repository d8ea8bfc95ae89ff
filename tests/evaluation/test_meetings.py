"""The rules that pair a record with its label."""

from typing import Any

from evaluation.meetings import judge, same_text
from index.article import Meeting, MeetingKind, MeetingStatus, Participant, Quote

EVIDENCE = "Sen. Moreno met with Tom Berg."


def label(*names: str) -> dict[str, Any]:
    return {
        "participants": [{"name": name, "role": None} for name in names],
        "status": "held",
        "kind": "meeting",
        "when": {"text": None, "start": None, "end": None},
        "where": {"text": None},
        "why": {"text": None},
        "evidence": EVIDENCE,
    }


def record(*names: str, evidence: str = EVIDENCE) -> Meeting:
    return Meeting(
        participants=tuple(Participant(name=name) for name in names),
        kind=MeetingKind.MEETING,
        status=MeetingStatus.HELD,
        when=None,
        where=None,
        why=None,
        evidence=Quote(start=0, end=len(evidence), text=evidence),
    )


def test_a_title_and_a_first_name_do_not_part_a_pair() -> None:
    tallies = judge([label("Ada Moreno", "Tom Berg")], [record("Sen. Moreno", "Berg")]).tallies
    assert (tallies["meeting"].right, tallies["participants"].right) == (1, 2)


def test_a_record_of_others_is_extra_and_the_label_missed() -> None:
    judged = judge([label("Ada Moreno", "Tom Berg")], [record("Eve Lund", "Ida Falk", evidence="Else.")])
    assert judged.tallies["meeting"].predicted == 1
    assert [kind for kind, _ in judged.errors] == ["meeting: extra", "meeting: missed"]


def test_extra_records_do_not_count_where_labels_stop() -> None:
    labels = [label("Ada Moreno", f"Guest {number}x") for number in range(5)]
    judged = judge(labels, [record("Eve Lund", "Ida Falk", evidence="Else.")])
    assert judged.tallies["meeting"].predicted == 0


def test_phrases_match_by_their_content_words() -> None:
    assert same_text("in his Washington office", "Washington office")
    assert not same_text("to discuss water", "to sign the treaty")
