"""The shapes of expressions that count from the anchor, and of durations and sets, beside what reads them."""

from index.dates import relative_dates
from index.dates.rules import (
    FIGURE,
    LENGTH_WORDS,
    NUMBER_WORDS,
    VAGUE_WORDS,
    WEEKDAY_PLURALS,
    WEEKDAY_WORDS,
    WHICH_WORDS,
    Rule,
    make_rule,
)
from index.dates.vocabulary import (
    DAYPART,
    LENGTH,
    MONTH,
    NUMBER,
    SEASON,
    UNIT,
    VAGUE_NUMBER,
    WEEKDAY,
    WHICH,
    YEAR,
)

_SPAN_UNIT = UNIT.replace("day|", "")
"""Not the day: "the last day" is of something else, and "the next day" counts from a day told before."""


def relative_rules() -> tuple[Rule, ...]:
    return (
        make_rule(
            rf"{WHICH}(?P<weekday>{WEEKDAY})(?: {DAYPART})?(?: of (?:(?P<of_week>this|last|next) week))?",
            relative_dates.weekday,
            WHICH_WORDS,
            WEEKDAY_WORDS,
        ),
        make_rule(
            rf"(?i:(?P<deictic>the day before yesterday|the day after tomorrow|today|tonight"
            rf"|last night(?! of\b)|yesterday|tomorrow)"
            rf"(?: {DAYPART})?)",
            relative_dates.deictic,
            "the_day today tonight last yesterday tomorrow",
        ),
        make_rule(
            rf"(?i:this {DAYPART})",
            relative_dates.part_of_today,
            "this",
        ),
        make_rule(
            r"(?:(?<=million )|(?<=billion ))last year(?!['’])",
            relative_dates.year_compared,
            "last",
        ),
        make_rule(
            rf"(?i:(?:the )?(?P<which>this past|this|last|next|current|past|previous|coming)"
            rf"[ -](?:calendar |fiscal )?(?P<unit>{_SPAN_UNIT}))",
            relative_dates.relative_period,
            "the current",
            WHICH_WORDS,
        ),
        make_rule(
            r"(?i:(?P<which>the) (?P<unit>weekend))",
            relative_dates.relative_period,
            "the_weekend",
        ),
        make_rule(
            r"(?:(?<=[Oo]f )|(?<=[Ff]or )|(?<=[Ii]n ))the (?:full |fiscal )?(?P<unit>year|month)"
            r"(?! (?:of(?! [$£€\d])|that|when|which|he|she|they|it|we|after|before|since|to"
            r"|end(?:ed|ing)|\d{4})\b)",
            relative_dates.current_period,
            "the_full the_fiscal the_year the_month",
        ),
        make_rule(
            r"(?:(?P<since>[Ss]ince )|(?:[Bb]y |[Aa]t |[Uu]ntil )?)(?:[Tt]he )?[Yy]ear(?:[- ]|['’]s )end",
            relative_dates.year_end,
            "since by at until the year",
        ),
        make_rule(
            r"(?:(?i:the (?:latest|most recent|(?:comparable )?(?P<year_ago>year-(?:ago|earlier))) quarter"
            r"|the (?:latest|most recent) period)"
            r"|(?:(?<=[Ff]or )|(?<=[Dd]uring )|(?<=[Ii]n ))the quarter(?! a year)"
            r"|[Tt]he quarter(?= end(?:ed|ing)))(?! of)",
            relative_dates.latest_quarter,
            "the_latest the_most the_comparable the_year the_quarter",
        ),
        make_rule(
            r"(?i:(?:the )?year-(?:ago|earlier)(?: year)?)",
            relative_dates.year_before,
            "the year",
        ),
        make_rule(
            r"(?P<year_ago>[Tt]he (?:comparable |corresponding )?year-(?:ago|earlier) period"
            r"|[Tt]he (?:comparable|corresponding|same) (?:quarter|period) "
            r"(?:last year|a year (?:ago|earlier))"
            r"|[Ll]ast year['’]s quarter"
            r"|[Tt]he quarter a year (?:ago|earlier))",
            relative_dates.latest_quarter,
            "the_year the_quarter the_comparable the_corresponding the_same last",
        ),
        make_rule(
            r"[Aa] year (?:ago|earlier)",
            relative_dates.year_before,
            "a",
        ),
        make_rule(
            r"(?i:last year)(?=['’]s [$£€])",
            relative_dates.year_of_figures,
            "last",
        ),
        make_rule(
            rf"(?i:the (?P<year>{YEAR}) (?:period|quarter))",
            relative_dates.period_of_results,
            "the",
            FIGURE,
        ),
        make_rule(
            rf"(?i:(?P<number>{NUMBER})[ -](?P<length>{LENGTH})"
            r"(?:(?: or so)? ago| earlier(?! than)|(?P<ahead> from now| hence| from today)))",
            relative_dates.counted_step,
            NUMBER_WORDS,
        ),
        make_rule(
            rf"(?i:(?P<within>in) (?P<number>{NUMBER}) (?P<length>days?|weeks?|months?|years?)"
            r"(?!['’]| time| of| or| when| that| in which))",
            relative_dates.counted_step,
            "in",
        ),
        make_rule(
            rf"(?i:{VAGUE_NUMBER} {LENGTH} (?:ago|from now))",
            relative_dates.vague,
            VAGUE_WORDS,
        ),
        make_rule(
            r"(?:at |about )?"
            r"(?:\d{1,2}(?::\d\d)? ?(?:[ap]\.m\b\.?|[ap]m|AM|PM|o['’]clock)|noon|midday|midnight)"
            r"(?: (?:E[SD]T|GMT|UTC|P[SD]T|C[SD]T|local time))?",
            relative_dates.hour,
            "at about noon midday midnight",
            FIGURE,
        ),
    )


def told_rules() -> tuple[Rule, ...]:
    """Return the rules of what counts from a date told before, not from the anchor."""
    return (
        make_rule(
            r"(?i:(?P<which>that(?: same)?|(?:the )?(?:same|next|following|previous)) "
            rf"(?:day|(?P<daypart>{DAYPART})))"
            r"(?! (?:after|before|of|in|when))",
            relative_dates.told_day,
            "that the same next following previous",
        ),
        make_rule(
            rf"(?i:(?:earlier|later) in the day|earlier the same day"
            rf"|(?:in|by|during) (?:the|(?:early|mid|late)[- ]?) ?{DAYPART})",
            relative_dates.in_the_day,
            "earlier later in by during",
        ),
        make_rule(
            r"(?:(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[Ss]ince ))then",
            relative_dates.then,
            "then",
        ),
        make_rule(
            rf"[Tt]he (?:previous|preceding) (?P<weekday>{WEEKDAY})(?: {DAYPART})?",
            relative_dates.weekday_before,
            "the_previous the_preceding",
        ),
        make_rule(
            rf"(?:[Tt]he )?(?P<which>following) (?P<weekday>{WEEKDAY})(?: {DAYPART})?",
            relative_dates.told_day,
            "the following",
        ),
        make_rule(
            r"(?i:(?P<which>that|(?:the )?(?:same|following)) (?P<unit>week|weekend|month|quarter|year))",
            relative_dates.told_period,
            "that the same following",
        ),
        make_rule(
            rf"(?i:(?P<number>{NUMBER}) (?P<length>days?|weeks?|months?|years?) (?:later|afterwards?))"
            r"(?! than)",
            relative_dates.told_step,
            NUMBER_WORDS,
        ),
    )


def unresolved_rules() -> tuple[Rule, ...]:
    counted = rf"(?:{NUMBER}|{VAGUE_NUMBER})"
    return (
        make_rule(
            rf"(?i:(?:the )?(?:(?:last|past|next|first|coming) )?{counted}[ -]{LENGTH}(?:[ -]"
            rf"(?:old|long))?)(?!-(?:ago|earlier))(?!(?:(?<=quarter)|(?<=quarters)) of\b)",
            relative_dates.duration,
            "the",
            NUMBER_WORDS,
            VAGUE_WORDS,
            "first",
        ),
        make_rule(
            rf"(?i:{LENGTH}-long|(?:the )?(?:past|last|next) (?:several|few) {LENGTH})",
            relative_dates.duration,
            "the past last next",
            LENGTH_WORDS,
        ),
        make_rule(
            rf"(?i:(?:every|each) (?:other )?(?:{UNIT}|{DAYPART}|{WEEKDAY}|{MONTH}|{SEASON})s?"
            rf"|{WEEKDAY}s(?! meeting)|(?:once|twice) an? {UNIT}"
            r"|daily|weekly|monthly|quarterly|annually|yearly|(?:a|per) (?:day|week|month|year)(?= |\.|,))",
            relative_dates.repeated,
            "every each once twice daily weekly monthly quarterly annually yearly a per",
            WEEKDAY_PLURALS,
        ),
        make_rule(
            r"(?i:(?:right )?now|currently|recently|lately|formerly|previously|the (?:past|future"
            r"|present)|soon"
            r"|nowadays|at the time|present|recent (?:days|weeks|months|years))",
            relative_dates.vague,
            "right now currently recently lately formerly previously soon nowadays at present recent",
            "the_past the_future the_present",
        ),
    )
