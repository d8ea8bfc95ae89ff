"""What an answer looks like in Discord, to the letter; and that no answer breaks Discord's limits."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, NoAnswer, Reason, Slot, SlotValue
from bot.controls import answer_controls
from bot.desk import Answered
from bot.languages import ENGLISH, Language, Languages
from bot.reindexing import BuildReport, FailedFile
from bot.rendering.answer import Rendered, render_answer, render_report
from bot.views import build_view
from index.article import UNKNOWN_DATE, DateSpan, Precision
from index.engine import Coverage
from tests.bot.agreed import assert_as_agreed
from tests.discord.contract import limit_complaints
from tests.discord.fakes import COVERAGE, NOTHING, TALKS

GERMAN = Languages.load().of("de")
KEY = 7

PARTIAL = replace(
    TALKS,
    asked=(Slot.WHO, Slot.WHY),
    slots={slot: value for slot, value in TALKS.slots.items() if slot is not Slot.WHY},
    complete=False,
    reason=Reason.NOT_STATED,
)
UNDATED = replace(
    TALKS,
    slots={Slot.WHEN: SlotValue(text="Tuesday (no date)", citation=1, span=UNKNOWN_DATE)},
    citations=(replace(TALKS.citations[0], published=None, source=None, url=None),),
)
NEAR_MISS = replace(
    NOTHING,
    text="The briefings record no meeting with the Queen; they record two teams meeting in Beijing.",
    reason=Reason.OTHER_PEOPLE,
    citations=TALKS.citations[:1],
)
HOSTILE = replace(
    TALKS,
    question="@everyone: who is **<@4001>**?",
    text="He met <@4001> at <t:1706659200:D>.\n# Not a heading\n- not a list\n1. nor this",
    citations=(
        replace(
            TALKS.citations[0],
            title="[click](https://evil.example) `now`",
            url="https://example.org/a_(b) c",
            quote="See https://evil.example/x_y_z, @here\n> and _this_ || hidden ||",
        ),
        replace(TALKS.citations[1], url="javascript:alert(1)"),
    ),
)
DISPUTED = replace(
    TALKS,
    question="When did the two teams meet?",
    asked=(Slot.WHEN,),
    text="30 January 2024. The Courier gives another day: 31 January 2024 [2].",
    slots={
        Slot.WHO: SlotValue(text="a U.S. delegation and Chinese officials", citation=1),
        Slot.WHEN: SlotValue(
            text="30 January 2024",
            citation=1,
            span=DateSpan(first=date(2024, 1, 30), last=date(2024, 1, 30), precision=Precision.DAY),
        ),
    },
    citations=(
        replace(TALKS.citations[0], quote="The two teams met on Tuesday.", end=29),
        replace(
            TALKS.citations[1],
            article_id="courier",
            path="courier.md",
            title="Talks on Wednesday",
            source="The Courier",
            url=None,
            quote="Wednesday, January 31",
        ),
    ),
)
MANY = ", ".join(
    f"Delegate {number} (minister for matters of the {number}th kind)" for number in range(1, 41)
)
CROWDED = replace(
    TALKS,
    question="Who took part?",
    asked=(Slot.WHO,),
    text=f"{MANY}.",
    slots={**TALKS.slots, Slot.WHO: SlotValue(text=MANY, citation=1)},
    citations=(replace(TALKS.citations[0], quote=f"There came {MANY}."), *TALKS.citations[1:]),
)
CASES: dict[str, tuple[Answer | NoAnswer, Language]] = {
    "answered": (TALKS, ENGLISH),
    "partial": (PARTIAL, ENGLISH),
    "undated": (UNDATED, ENGLISH),
    "no_answer": (NOTHING, ENGLISH),
    "near_miss": (NEAR_MISS, ENGLISH),
    "disputed": (DISPUTED, ENGLISH),
    "crowded": (CROWDED, ENGLISH),
    "hostile": (HOSTILE, ENGLISH),
    "german": (TALKS, GERMAN),
    "german_partial": (PARTIAL, GERMAN),
    "german_near_miss": (NEAR_MISS, GERMAN),
    "german_undated": (UNDATED, GERMAN),
}


def drawn_whole(answer: Answer | NoAnswer, language: Language, *, private: bool = False) -> Rendered:
    controls = answer_controls(KEY, answer, language, private=private)
    return render_answer(Answered(answer=answer, coverage=COVERAGE), language, controls)


def message_of(rendered: Rendered) -> dict[str, Any]:
    return {
        "embeds": [embed.to_dict() for embed in rendered.embeds],
        "components": build_view(rendered.controls).to_components(),
    }


@pytest.mark.parametrize("name", CASES)
async def test_a_whole_answer_looks_as_agreed(name: str) -> None:
    rendered = drawn_whole(*CASES[name])
    message = message_of(rendered)
    file = None if rendered.attachment is None else rendered.attachment.splitlines()
    assert_as_agreed(name, message | {"answer.txt": file})
    assert limit_complaints(message, has_files=False, is_edit=False) == []


async def test_a_private_answer_has_no_button_to_delete_it() -> None:
    (public, private) = (
        message_of(drawn_whole(TALKS, ENGLISH, private=private))["components"] for private in (False, True)
    )
    ids = [[part["custom_id"] for row in rows for part in row["components"]] for rows in (public, private)]
    assert set(ids[0]) - set(ids[1]) == {f"readout:delete:{KEY}:0"}


def test_what_was_shortened_is_whole_in_the_file() -> None:
    attachment = drawn_whole(CROWDED, ENGLISH).attachment or ""
    assert f"Who: {MANY} [1]" in attachment
    assert f"“There came {MANY}.”" in attachment


def test_the_three_kinds_differ_in_colour() -> None:
    colours = {
        render_answer(Answered(answer=answer, coverage=COVERAGE)).embeds[0].colour
        for answer in (TALKS, PARTIAL, NOTHING)
    }
    assert len(colours) == 3


def test_coverage_without_dates_is_a_count() -> None:
    empty = Coverage(generation=1, articles=0, passages=0, undated=0, first=None, last=None)
    (embed,) = render_answer(Answered(answer=TALKS, coverage=empty)).embeds
    assert embed.footer.text == "Searched 0 briefings"


_words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40)
_texts = st.builds(lambda word, times: (word + ". ") * times, _words, st.integers(1, 400)).filter(
    lambda text: text.strip() != ""
)


@settings(max_examples=60, deadline=None)
@given(question=_texts, text=_texts, slot=_texts, quote=_texts, title=_texts, count=st.integers(1, 40))
def test_no_answer_breaks_a_limit_and_none_is_cut_silently(
    question: str, text: str, slot: str, quote: str, title: str, count: int
) -> None:
    citation = replace(
        TALKS.citations[0], quote=quote, title=title, source=title, url="https://example.org/x"
    )
    answer = replace(
        TALKS,
        question=question,
        text=text,
        slots={name: SlotValue(text=slot, citation=1) for name in (Slot.WHO, Slot.WHERE, Slot.WHY)},
        citations=tuple(replace(citation, number=number) for number in range(1, count + 1)),
    )
    rendered = render_answer(Answered(answer=answer, coverage=COVERAGE))
    body = {"embeds": [embed.to_dict() for embed in rendered.embeds]}
    assert limit_complaints(body, has_files=False, is_edit=False) == []
    (embed,) = rendered.embeds
    if rendered.attachment is None:
        shown = [field for field in embed.fields if (field.name or "")[:1].isdigit()]
        assert len(shown) >= count
        assert "[…]" not in json.dumps(body) or "[…]" in (question + text + slot + quote + title)
    else:
        assert text in rendered.attachment
        assert rendered.attachment.count(quote) >= count
        assert "the whole answer is in the file" in (embed.footer.text or "")


def test_a_report_lists_what_failed_and_attaches_what_does_not_fit() -> None:
    failed = tuple(FailedFile(path=f"in/{n}.md", reason="it is binary, not text") for n in range(200))
    report = BuildReport(
        generation=3, added=0, changed=0, removed=0, unchanged=5, encoded=0, seconds=0.25, failed=failed
    )
    rendered = render_report(report)
    (embed,) = rendered.embeds
    assert embed.description == "Nothing changed; 5 unchanged. Took 0.2 s."
    assert embed.fields[0].name == "200 could not be read"
    assert rendered.attachment is not None
    assert "in/199.md: it is binary" in rendered.attachment
    assert limit_complaints({"embeds": [embed.to_dict()]}, has_files=True, is_edit=False) == []


def test_dates_are_written_out_and_never_a_timestamp() -> None:
    for answer, _ in CASES.values():
        (embed,) = render_answer(Answered(answer=answer, coverage=COVERAGE)).embeds
        assert "<t:" not in json.dumps(embed.to_dict()).replace("\\\\<", "")
