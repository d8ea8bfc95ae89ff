"""What people made of the answers, as administrators see it: as much as a phone shows, all in a table."""

from collections.abc import Sequence

import discord

from bot.answering.answer import Reason
from bot.languages import ENGLISH, Language
from bot.occasions.wording import on_one_line
from bot.questions import AskedAlike, find_gaps, find_useless
from bot.rendering.answer import ANSWERED, NOT_FOUND, PARTIAL, Rendered, SentFile, reason_labels, slot_names
from bot.rendering.markup import fit
from bot.rendering.meetings import fill
from bot.state import AnswerRecord
from bot.tables import write_table

_QUESTION = 140
_FIELD = 1000
_SHOWN = 8
_COLUMNS = ("question", "times", "last_asked", "answer", "reason", "not_stated", "not_useful")


def render_feedback(records: Sequence[AnswerRecord], days: int, language: Language = ENGLISH) -> Rendered:
    """Draw the ratings, how many questions were answered, and those that were not, most frequent first."""
    period = language.count("{number} day", "{number} days", days)
    embed = discord.Embed(title=f"{language.say('Feedback')} · {period}")
    embed.set_footer(text=language.say("Without private answers and direct messages"))
    if not records:
        embed.description, embed.colour = language.say("Nothing was asked."), NOT_FOUND
        return Rendered(embeds=(embed,))
    gaps, useless = find_gaps(records), find_useless(records)
    embed.description = "\n".join(_counts(records, language))
    embed.colour = PARTIAL if gaps or useless else ANSWERED
    lists = (
        (language.say("Not answered, most often first"), [_gap(one, language) for one in gaps]),
        (language.say("Answers found not useful"), [_useless(one) for one in useless]),
    )
    whole = True
    for name, lines in lists:
        shown = fill([text for text, _ in lines[:_SHOWN]], _FIELD)
        if shown:
            embed.add_field(name=name, value="\n".join(shown), inline=False)
        whole &= len(shown) == len(lines) and not any(cut for _, cut in lines)
    if whole:
        return Rendered(embeds=(embed,))
    count = f"{len(gaps) + len(useless):,}"
    embed.add_field(name="…", value=language.say("All {count} are in the file.", count=count), inline=False)
    return Rendered(embeds=(embed,), files=(_table([*gaps, *useless]),))


def _counts(records: Sequence[AnswerRecord], language: Language) -> list[str]:
    useful, useless = sum(one.useful for one in records), sum(one.useless for one in records)
    none = sum(not one.whole and not one.partial for one in records)
    rated = language.say("👍 {useful} useful · 👎 {useless} not useful", useful=useful, useless=useless)
    if useful + useless:
        rated += f" · {100 * useful / (useful + useless):.0f} %"
    asked = language.count("{number} question", "{number} questions", len(records))
    became = language.say(
        "{asked}: {whole} answered, {partial} in part, {none} not",
        asked=asked,
        whole=f"{sum(one.whole for one in records):,}",
        partial=f"{sum(one.partial for one in records):,}",
        none=f"{none:,}",
    )
    return [rated, became]


def _gap(gap: AskedAlike, language: Language) -> tuple[str, bool]:
    question, cut = fit(on_one_line(gap.question), _QUESTION)
    return f"**{gap.times:,}×** {question}\n*{_why(gap.newest, language)}*", cut


def _useless(one: AskedAlike) -> tuple[str, bool]:
    question, cut = fit(on_one_line(one.question), _QUESTION)
    return f"**{one.useless:,}** 👎 {question}", cut


def _why(record: AnswerRecord, language: Language) -> str:
    if not record.partial:
        return reason_labels(language)[record.reason or Reason.NOTHING_RELEVANT]
    names = slot_names(language)
    missing = ", ".join(names[one] for one in record.missing if one in names)
    part = language.say("Part of the answer")
    return f"{part} · {language.say('not stated')}: {missing}" if missing else part


def _table(asked: Sequence[AskedAlike]) -> SentFile:
    """Write all of them for a spreadsheet; in English, as every file for other programs."""
    rows = (
        (
            on_one_line(one.question),
            str(one.times),
            one.newest.given_at.date().isoformat(),
            "answered" if one.newest.whole else "partial" if one.newest.partial else "no_answer",
            "" if one.newest.reason is None else one.newest.reason.value,
            " ".join(slot.value for slot in one.newest.missing),
            str(one.useless),
        )
        for one in asked
    )
    return SentFile(name="feedback.csv", content=write_table(_COLUMNS, rows).encode("utf-8-sig"))
