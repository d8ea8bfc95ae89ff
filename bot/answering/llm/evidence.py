"""What a language model is given to read: the sentences that an answer cites of one article."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Answer, Citation, Slot, SlotValue
from index.article import DateSpan, Precision
from index.dates import format_span

_ORDER = (Slot.WHO, Slot.WHEN, Slot.WHERE, Slot.WHY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An article's sentences as an answer cites them, in reading order, and the slots read in them."""

    citations: tuple[Citation, ...]
    slots: Mapping[Slot, SlotValue]

    @property
    def published(self) -> date | None:
        """Return the article's published date."""
        return self.citations[0].published

    @property
    def text(self) -> str:
        """Write the evidence out: all that is known of it, and nothing else."""
        first = self.citations[0]
        day = None if first.published is None else _day(first.published)
        head = "; ".join(part for part in (first.title, first.source, day) if part)
        quotes = [one.quote for one in self.citations]
        read = [
            f"{slot.value.capitalize()}: {self.slots[slot].text}" for slot in _ORDER if slot in self.slots
        ]
        return "\n".join([head, *quotes, *read])


def evidence_of(answer: Answer) -> tuple[Evidence, ...]:
    """Group what an answer cites by article, in the order of the citations."""
    articles = dict.fromkeys(one.article_id for one in answer.citations)
    return tuple(_of_article(answer, article) for article in articles)


def _of_article(answer: Answer, article: str) -> Evidence:
    cited = [one for one in answer.citations if one.article_id == article]
    numbers = {one.number for one in cited}
    return Evidence(
        citations=tuple(sorted(cited, key=lambda one: (not one.in_title, one.start, one.number))),
        slots={slot: value for slot, value in answer.slots.items() if value.citation in numbers},
    )


def _day(day: date) -> str:
    return format_span(DateSpan(first=day, last=day, precision=Precision.DAY))
