"""A person as Discord shows them: offices, other forms of the name, company, and the newest meetings."""

from collections import Counter
from collections.abc import Iterator, Sequence

import discord

from bot.languages import ENGLISH, Language
from bot.occasions.choosing import is_dated
from bot.occasions.people import People, Someone
from bot.occasions.wording import write_when
from bot.rendering.answer import ANSWERED, Rendered
from bot.rendering.markup import fit
from bot.rendering.meetings import draw_occasion, fill, list_occasions, newest_first
from index.names.words import name_words
from index.occasions import Occasion

_TITLE = 256
_FACT = 400
_TEXT = 2200
_LATEST = 3
_NAMED = 5


def render_person(someone: Someone, people: People, language: Language = ENGLISH) -> Rendered:
    """Draw what the meetings tell of a person, and the newest of them; the file holds all, with sentences."""
    blocks = [draw_occasion(one, language) for one in newest_first(someone.occasions)]
    shown = fill([text for text, _ in blocks[:_LATEST]], _TEXT)
    embed = discord.Embed(title=fit(someone.name, _TITLE)[0], colour=ANSWERED)
    facts = [f"**{name}** {fit(value, _FACT)[0]}" for name, value in _facts(someone, people, language)]
    latest = language.say("Latest meetings")
    embed.description = "\n".join([*facts, "", f"__{latest}__", "\n\n".join(shown)])
    if len(shown) == len(blocks) and not any(cut for _, cut in blocks):
        return Rendered(embeds=(embed,))
    embed.set_footer(text=language.say("All {count} meetings are in the file", count=f"{len(blocks):,}"))
    return Rendered(embeds=(embed,), files=(list_occasions(someone.occasions, language),))


def _facts(someone: Someone, people: People, language: Language) -> Iterator[tuple[str, str]]:
    roles = _roles(someone)
    if roles:
        yield language.say("Told as"), ", ".join(roles)
    forms = _other_forms(someone)
    if forms:
        yield language.say("Also written"), ", ".join(forms)
    yield language.say("Meetings"), _count(someone.occasions, language)
    company = Counter(
        name for one in someone.occasions for name in sorted(people.names_of(one)) if name != someone.name
    )
    if company:
        named = [f"{name} ({count})" for name, count in company.most_common(_NAMED)]
        yield language.say("Most often with"), ", ".join(named)


def _count(occasions: Sequence[Occasion], language: Language) -> str:
    dated = [one for one in occasions if is_dated(one)]
    parts = [f"{len(occasions):,}"]
    if dated:
        first, last = write_when(dated[0], language), write_when(dated[-1], language)
        parts.append(first if first == last else language.say("{first} to {last}", first=first, last=last))
    if len(dated) < len(occasions):
        parts.append(language.say("{count} undated", count=len(occasions) - len(dated)))
    return ", ".join(parts)


def _roles(someone: Someone) -> list[str]:
    """Return the offices that the records give, most often told first."""
    told = Counter(
        one.role
        for occasion in someone.occasions
        for version in occasion.versions
        for one in version.meeting.participants
        if one.role and one.name in someone.forms
    )
    return [role for role, _ in told.most_common(_NAMED)]


def _other_forms(someone: Someone) -> list[str]:
    """Return other names by which records know a person, most often told first: no title, no "his"."""
    mentioned = (
        " ".join(one.mention.text.split())
        for occasion in someone.occasions
        for version in occasion.versions
        for one in version.meeting.participants
        if one.mention is not None and one.name in someone.forms
    )
    told = Counter([*someone.forms, *mentioned])
    known = {name_words(someone.name)}
    last = {words[-1] for form in someone.forms if (words := name_words(form))}
    others = []
    for form, _ in told.most_common():
        words = name_words(form)
        if words and words not in known and words[-1] in last and form[0].isupper():
            known.add(words)
            others.append(form)
    return others[:_NAMED]
