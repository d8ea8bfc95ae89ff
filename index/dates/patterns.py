"""The grammar: every shape of a time expression beside the function that reads it."""

import re
from dataclasses import dataclass

from index.dates import resolution
from index.dates.holidays import HOLIDAYS
from index.dates.vocabulary import (
    DAY,
    DAYPART,
    DECADES,
    LENGTH,
    MONTH,
    NUMBER,
    ORDINALS,
    SEASON,
    UNIT,
    VAGUE_NUMBER,
    WEEKDAY,
    YEAR,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape and its reading. Where two rules match at one place the longer wins, then the earlier rule."""

    pattern: re.Pattern[str]
    resolve: resolution.Resolver


_ON_YEAR = (
    rf"(?:,? (?:of )?(?:(?P<year>{YEAR}|['’]\d\d\b)|(?:of )?"
    r"(?:(?P<which_year>[Tt]his|[Ll]ast|[Nn]ext) year)\b))?"
)
_LEAD = rf"(?:{WEEKDAY},? (?:the )?)?"
_WHICH = r"(?:(?P<which>(?:(?i:this (?:past|coming)|last|next|this|past|coming|previous))) )?"
_MUST_WHICH = _WHICH.removesuffix("?")
_DASH = r"(?: ?[-–—] ?| to | through | until )"
_HOLIDAYS = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(HOLIDAYS, key=len, reverse=True))
_THE = r"(?:the |The )?"


def _rule(pattern: str, resolve: resolution.Resolver) -> Rule:
    return Rule(re.compile(rf"(?<![\w$£€])(?:{pattern})(?!\w)"), resolve)


def build_rules() -> tuple[Rule, ...]:
    return (*_calendar_rules(), *_relative_rules(), *_year_rules(), *_unresolved_rules())


def _calendar_rules() -> tuple[Rule, ...]:
    return (
        _rule(r"(?P<year>\d{4})(?P<iso>-)(?P<one>\d\d)-(?P<two>\d\d)(?:T[\d:.]+Z?)?", resolution.numeric),
        _rule(r"(?P<one>\d\d?)(?P<s>[/-])(?P<two>\d\d?)(?P=s)(?P<year>\d{4}|\d\d)", resolution.numeric),
        _rule(r"(?P<one>\d\d?)(?P<dot>\.)(?P<two>\d\d?)\.(?P<year>\d{4})", resolution.numeric),
        _rule(
            rf"(?:{_THE}(?i:week of )){_LEAD}(?P<month>{MONTH}) (?P<day>{DAY}){_ON_YEAR}",
            resolution.week_holding,
        ),
        _rule(
            rf"{_LEAD}{_WHICH}(?P<month>{MONTH}) (?P<day>{DAY})"
            rf"(?:(?:{_DASH}| and )(?:{WEEKDAY},? )?"
            rf"(?:(?P<last_month>{MONTH}) )?(?P<last_day>{DAY})(?! {MONTH}))?{_ON_YEAR}",
            resolution.day_of_month,
        ),
        _rule(
            rf"{_LEAD}{_THE}(?P<day>{DAY})(?:(?:{_DASH}| and )(?P<last_day>{DAY}))? "
            rf"(?:of )?(?P<month>{MONTH}){_ON_YEAR}",
            resolution.day_of_month,
        ),
        _rule(rf"{_WHICH}(?P<month>{MONTH}){_ON_YEAR}", resolution.month),
        _rule(rf"{_WHICH}(?i:(?P<holiday>{_HOLIDAYS})){_ON_YEAR}", resolution.holiday),
        _rule(rf"{_WHICH}(?P<season>(?i:{SEASON})),? (?:of )?(?P<year>{YEAR})", resolution.season),
        _rule(rf"{_MUST_WHICH}(?P<season>(?i:{SEASON}))", resolution.season),
        _rule(
            rf"(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]ince|[Tt]his|[Oo]f) (?:the )?(?P<season>spring|summer"
            rf"|autumn|winter)"
            rf"(?: of (?P<year>{YEAR}))?",
            resolution.season,
        ),
        _rule(
            rf"{_THE}(?i:(?P<ordinal>{'|'.join(ORDINALS)})[ -](?:fiscal |calendar )?(?:quarter"
            rf"|(?P<half>half)(?= of))){_ON_YEAR}",
            resolution.quarter,
        ),
        _rule(
            rf"{_THE}(?P<year>{YEAR}) (?i:(?P<ordinal>{'|'.join(ORDINALS)})[ -]quarter)(?P<half>)",
            resolution.quarter,
        ),
        _rule(rf"Q(?P<figure>[1-4])(?: of)?{_ON_YEAR}", resolution.quarter),
    )


def _relative_rules() -> tuple[Rule, ...]:
    return (
        _rule(
            rf"{_WHICH}(?P<weekday>{WEEKDAY})(?: {DAYPART})?(?: of (?:(?P<of_week>this|last|next) week))?",
            resolution.weekday,
        ),
        _rule(
            rf"(?i:(?P<deictic>the day before yesterday|the day after tomorrow|today|tonight"
            rf"|last night|yesterday|tomorrow)"
            rf"(?: {DAYPART})?)",
            resolution.deictic,
        ),
        _rule(rf"(?i:this {DAYPART})", resolution.part_of_today),
        _rule(
            rf"(?i:(?:the )?(?P<which>this past|this|last|next|current|past|previous|coming|following)"
            rf"[ -](?:calendar |fiscal |school |academic )?(?P<unit>{UNIT}))",
            resolution.relative_period,
        ),
        _rule(r"(?i:(?P<which>the) (?P<unit>weekend))", resolution.relative_period),
        _rule(
            r"(?:(?<=of )|(?<=for )|(?<=in ))the (?:full )?(?P<unit>year|month)(?! of)",
            resolution.current_period,
        ),
        _rule(r"(?P<unit>year)(?:[- ]|'s |’s )end", resolution.current_period),
        _rule(
            r"(?i:the (?:(?:latest |most recent |comparable )?(?P<year_ago>year-(?:ago"
            r"|earlier) )?)quarter)(?! of)",
            resolution.latest_quarter,
        ),
        _rule(r"(?i:(?:the )?year-(?:ago|earlier)(?: year)?)", resolution.year_before),
        _rule(
            rf"(?i:(?P<number>{NUMBER})[ -](?P<length>{LENGTH})"
            r"(?: ago| earlier|(?P<ahead> from now| hence| from today)))",
            resolution.counted_step,
        ),
        _rule(
            rf"(?i:(?P<within>in|within) (?P<number>{NUMBER}) (?P<length>days?|weeks?|months?|years?)"
            r"(?!['’]| time| of))",
            resolution.counted_step,
        ),
        _rule(rf"(?i:{VAGUE_NUMBER} {LENGTH} (?:ago|from now))", resolution.vague),
        _rule(
            r"(?:at |about )?(?:\d{1,2}(?::\d\d)? ?(?:[ap]\.m\b\.?|[ap]m|AM|PM|o['’]clock)|noon|midnight)"
            r"(?: (?:E[SD]T|GMT|UTC|P[SD]T|C[SD]T|local time))?",
            resolution.hour,
        ),
    )


def _year_rules() -> tuple[Rule, ...]:
    return (
        _rule(
            r"(?i:(?P<hundreds>nineteen|eighteen|seventeen) (?P<rest>(?:twenty|thirty|forty|fifty|sixty"
            r"|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
            r"|the year two thousand)",
            resolution.spoken_year,
        ),
        _rule(
            rf"(?:(?i:fiscal|calendar) (?:year )?|(?:FY) ?)?(?P<year>{YEAR})"
            rf"(?:[-–/](?P<last_year>\d\d(?:\d\d)?))?"
            r"(?! (?:people|miles|percent|men|women|troops|dollars|points|yen|jobs|tons|shares"
            r"|votes|km|feet|meters))",
            resolution.year,
        ),
        _rule(r"(?:(?i:fiscal|calendar|FY) ?(?:year )?)?(?P<year>['’][6-9]\d)(?!['’]?s)", resolution.year),
        _rule(
            rf"{_THE}(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’`]\d0['’]?s|(?i:{'|'.join(DECADES)}))",
            resolution.decade,
        ),
        _rule(
            r"(?:the )?(?i:(?P<ordinal>1\dth|2[01](?:st|th)|(?:six|seven|eigh|nine)teenth"
            r"|twentieth|twenty-first)"
            r"[ -]century)",
            resolution.century,
        ),
    )


def _unresolved_rules() -> tuple[Rule, ...]:
    counted = rf"(?:{NUMBER}|{VAGUE_NUMBER})"
    return (
        _rule(
            rf"(?i:(?:the )?(?:(?:last|past|next|first|coming) )?{counted}[ -]{LENGTH}(?:[ -]"
            rf"(?:old|long))?)",
            resolution.duration,
        ),
        _rule(
            rf"(?i:{LENGTH}-long|(?:the )?(?:past|last|next) (?:several|few) {LENGTH})", resolution.duration
        ),
        _rule(
            rf"(?i:(?:every|each) (?:other )?(?:{UNIT}|{DAYPART}|{WEEKDAY}|{MONTH}|{SEASON})s?"
            rf"|{WEEKDAY}s(?! meeting)|(?:once|twice) an? {UNIT}"
            r"|daily|weekly|monthly|quarterly|annually|yearly|(?:a|per) (?:day|week|month|year)(?= |\.|,))",
            resolution.repeated,
        ),
        _rule(
            r"(?i:(?:right )?now|currently|recently|lately|formerly|previously|the (?:past|future"
            r"|present)|soon"
            r"|nowadays|at the time|present|recent (?:days|weeks|months|years))",
            resolution.vague,
        ),
    )
