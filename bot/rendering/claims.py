"""What a message claims, and what the briefings say of each claim, drawn as one embed."""

from collections.abc import Sequence

import discord

from bot.answering.reply.claims import Finding, Verdict
from bot.languages import Language
from bot.occasions.wording import on_one_line
from bot.rendering.answer import ANSWERED, NOT_FOUND, PARTIAL, Rendered, outlet_and_date
from bot.rendering.markup import escape, link, width
from bot.rendering.pages import fill_pages, split_text

_SIGNS = {Finding.SUPPORTED: "✅", Finding.NOT_FOUND: "❔", Finding.DENIED: "❌"}
_DIFFERS = "⚠️"


def render_verdicts(verdicts: Sequence[Verdict], language: Language) -> Rendered:
    """Draw the verdicts in the order of the message; those that do not fit are all in the file."""
    blocks = [block for one in verdicts for block in _blocks(one, language)]
    page, *more = fill_pages(blocks)
    embed = discord.Embed(
        title=language.say("Checked against the briefings"), description=page, colour=_colour(verdicts)
    )
    embed.set_footer(text=language.say("Only what the briefings say is checked, not what is true."))
    if not more:
        return Rendered(embeds=(embed,))
    embed.set_footer(text=language.say("Shortened: the whole check is in the file."))
    return Rendered(embeds=(embed,), attachment="\n\n".join(_written(one, language) for one in verdicts))


def _blocks(verdict: Verdict, language: Language) -> list[str]:
    sign = _SIGNS.get(verdict.finding, _DIFFERS)
    parts = [f"{sign} **{escape(_said(verdict.finding, language))}**", escape(verdict.claim)]
    citation = verdict.citation
    if citation is not None:
        outlet = escape(outlet_and_date(citation, language))
        source = f"{link(on_one_line(citation.title), citation.url)} ({outlet})"
        parts += [*(f"> {one}" for one in split_text(on_one_line(citation.quote), 900)), source]
    whole = "\n".join(parts)
    return [whole] if width(whole) <= 1900 else parts


def _written(verdict: Verdict, language: Language) -> str:
    lines = [f"{_said(verdict.finding, language)}: {verdict.claim}"]
    if verdict.citation is not None:
        lines.append(f"“{on_one_line(verdict.citation.quote)}”")
        lines.append(f"{verdict.citation.title} ({outlet_and_date(verdict.citation, language)})")
    return "\n".join(lines)


def _said(finding: Finding, language: Language) -> str:
    return {
        Finding.SUPPORTED: language.say("Supported by the briefings"),
        Finding.OTHER_DATE: language.say("The briefings give another date"),
        Finding.OTHER_PLACE: language.say("The briefings give another place"),
        Finding.OTHER_PEOPLE: language.say("The briefings name other people"),
        Finding.DENIED: language.say("The briefings say that it did not take place"),
        Finding.UNSETTLED: language.say("The briefings do not settle it"),
        Finding.NOT_FOUND: language.say("Not in the briefings"),
    }[finding]


def _colour(verdicts: Sequence[Verdict]) -> discord.Colour:
    findings = {one.finding for one in verdicts}
    if findings == {Finding.SUPPORTED}:
        return ANSWERED
    return NOT_FOUND if findings == {Finding.NOT_FOUND} else PARTIAL
