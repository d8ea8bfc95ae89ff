"""The shapes of expressions that name their own place in the calendar, beside what reads them."""

import re

from index.dates import calendar_dates
from index.dates.holidays import HOLIDAYS
from index.dates.rules import (
    APOSTROPHE,
    DECADE_WORDS,
    FIGURE,
    HOLIDAY_WORDS,
    MONTH_WORDS,
    ORDINAL_WORDS,
    SEASON_WORDS,
    WEEKDAY_WORDS,
    WHICH_WORDS,
    Rule,
    make_rule,
)
from index.dates.vocabulary import DAY, DECADES, MONTH, ORDINALS, SEASON, SPOKEN_YEAR, WEEKDAY, WHICH, YEAR

_ON_YEAR = (
    rf"(?:,? (?:of )?(?:(?P<year>{YEAR}|['’]\d\d\b)|(?P<spoken>{SPOKEN_YEAR})|(?:of )?"
    r"(?:(?P<which_year>[Tt]his|[Ll]ast|[Nn]ext) year)\b))?"
)
_LEAD = rf"(?:{WEEKDAY},? (?:the )?)?"
_MUST_WHICH = WHICH.removesuffix("?")
_DASH = r"(?: ?[-–—] ?| to | through | until )"
_HOLIDAY = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(HOLIDAYS, key=len, reverse=True))
_THE = r"(?:the |The )?"


_NO_DAY = (
    r" (?i:week|weekend|holidays?|season|break|recess|vacation|trees?|cards?|gifts?|shopping|bombings?"
    r"|massacre|accords?|agreement|peace)\b"
)
"""What a holiday names besides its day: "the Good Friday agreement", "Easter week"."""


def calendar_rules() -> tuple[Rule, ...]:
    return (
        make_rule(
            r"(?P<year>\d{4})(?P<iso>-)(?P<one>\d\d)-(?P<two>\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?",
            calendar_dates.numeric,
            FIGURE,
        ),
        make_rule(
            r"(?P<one>\d\d?)(?P<s>[/-])(?P<two>\d\d?)(?P=s)(?P<year>\d{4}|\d\d)",
            calendar_dates.numeric,
            FIGURE,
        ),
        make_rule(
            r"(?P<one>\d\d?)(?P<dot>\.)(?P<two>\d\d?)\.(?P<year>\d{4})",
            calendar_dates.numeric,
            FIGURE,
        ),
        make_rule(
            rf"(?:{_THE}(?i:week of )){_LEAD}(?P<month>{MONTH}) (?P<day>{DAY}){_ON_YEAR}",
            calendar_dates.week_holding,
            "the week",
        ),
        make_rule(
            rf"{_LEAD}{WHICH}(?P<month>{MONTH}) (?P<day>{DAY})"
            rf"(?:(?:{_DASH}| and )(?:{WEEKDAY},? )?"
            rf"(?:(?P<last_month>{MONTH}) )?(?P<last_day>{DAY})(?! {MONTH}))?{_ON_YEAR}",
            calendar_dates.day_of_month,
            WEEKDAY_WORDS,
            WHICH_WORDS,
            MONTH_WORDS,
        ),
        make_rule(
            rf"{_LEAD}{_THE}(?P<day>{DAY})(?:(?:{_DASH}| and )(?P<last_day>{DAY}))? "
            rf"(?:of )?(?P<month>{MONTH}){_ON_YEAR}",
            calendar_dates.day_of_month,
            WEEKDAY_WORDS,
            "the",
            FIGURE,
        ),
        make_rule(
            rf"{WHICH}(?P<month>{MONTH}){_ON_YEAR}",
            calendar_dates.month,
            WHICH_WORDS,
            MONTH_WORDS,
        ),
        make_rule(
            rf"{WHICH}(?i:(?P<holiday>{_HOLIDAY}))(?!{_NO_DAY}){_ON_YEAR}",
            calendar_dates.holiday,
            WHICH_WORDS,
            HOLIDAY_WORDS,
        ),
        make_rule(
            rf"{WHICH}Election Day(?! in ){_ON_YEAR}",
            calendar_dates.election_day,
            WHICH_WORDS,
            "election",
        ),
        make_rule(
            rf"{WHICH}(?P<season>(?i:{SEASON})),? (?:of )?(?P<year>{YEAR})",
            calendar_dates.season,
            WHICH_WORDS,
            SEASON_WORDS,
        ),
        make_rule(
            rf"{_MUST_WHICH}(?P<season>(?i:{SEASON}))",
            calendar_dates.season,
            WHICH_WORDS,
        ),
        make_rule(
            r"(?:(?<=[Ii]n )|(?<=[Dd]uring )|(?<=[Bb]y )|(?<=[Ss]ince )|(?<=[Oo]f )|(?<=[Oo]ver )"
            r"|(?<=[Ii]nto )|(?<=[Uu]ntil )|(?<=[Tt]hrough )|(?<=[Ee]arly )|(?<=[Ll]ate ))"
            rf"(?:the )?(?:(?:early|late) )?(?P<season>spring|summer|autumn|winter)"
            rf"(?:,? (?:of )?(?P<year>{YEAR})| of (?P<spoken>{SPOKEN_YEAR}))?(?! [A-Z])",
            calendar_dates.season,
            "the early late spring summer autumn winter",
        ),
        make_rule(
            rf"{_THE}(?i:(?P<ordinal>{'|'.join(ORDINALS)})[ -](?:fiscal |calendar )?(?:quarter"
            rf"|(?P<half>half)(?= of))){_ON_YEAR}",
            calendar_dates.quarter,
            "the",
            ORDINAL_WORDS,
        ),
        make_rule(
            rf"{_THE}(?i:(?P<part>first|second|last|latter) (?:half|two quarters) of )"
            rf"(?:the year (?:of )?)?(?:(?P<year>{YEAR})|(?P<which_year>[Tt]his|[Ll]ast|[Nn]ext) year\b"
            r"|(?P<this_year>the year)\b)",
            calendar_dates.half,
            "the first second last latter",
        ),
        make_rule(
            rf"{_THE}(?P<year>{YEAR}) (?i:(?P<ordinal>{'|'.join(ORDINALS)})[ -]quarter)(?P<half>)",
            calendar_dates.quarter,
            "the",
            FIGURE,
        ),
        make_rule(
            rf"{_THE}(?i:year-(?:ago|earlier) (?P<ordinal>{'|'.join(ORDINALS)})[ -]quarter)",
            calendar_dates.quarter_year_ago,
            "the year",
        ),
        make_rule(
            rf"Q(?P<figure>[1-4])(?: of)?{_ON_YEAR}",
            calendar_dates.quarter,
            "q",
        ),
    )


def year_rules() -> tuple[Rule, ...]:
    return (
        make_rule(
            rf"{_THE}(?P<year>{YEAR})[-–/]\d\d(?:\d\d)? (?i:(?:school|academic) year)",
            calendar_dates.school_year,
            "the",
            FIGURE,
        ),
        make_rule(
            r"(?i:(?P<which>this|last|next) (?:school|academic) year)",
            calendar_dates.school_year,
            "this last next",
        ),
        make_rule(
            rf"(?:(?P<spoken>{SPOKEN_YEAR})|(?i:the year two thousand))",
            calendar_dates.spoken_year,
            "nineteen eighteen seventeen the_year",
        ),
        make_rule(
            rf"(?:(?i:fiscal|calendar) (?:year )?|(?:FY) ?)?(?P<year>{YEAR})"
            rf"(?:[-–/](?P<last_year>\d\d(?:\d\d)?))?"
            r"(?! (?:people|miles|percent|men|women|troops|dollars|points|yen|jobs|tons|shares"
            r"|votes|km|feet|meters))",
            calendar_dates.year,
            "fiscal calendar fy",
            FIGURE,
        ),
        make_rule(
            r"(?:(?i:fiscal|calendar|FY) ?(?:year )?)?(?P<year>['’][6-9]\d)(?!['’]?s)",
            calendar_dates.year,
            "fiscal calendar fy",
            APOSTROPHE,
        ),
        make_rule(
            rf"{_THE}(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’`]\d0['’]?s|(?i:{'|'.join(DECADES)}))",
            calendar_dates.decade,
            "the",
            FIGURE,
            APOSTROPHE,
            DECADE_WORDS,
        ),
        make_rule(
            r"(?:the )?(?i:(?P<ordinal>1\dth|2[01](?:st|th)|(?:six|seven|eigh|nine)teenth"
            r"|twentieth|twenty-first)"
            r"[ -]century)",
            calendar_dates.century,
            "the sixteenth seventeenth eighteenth nineteenth twentieth twenty",
            FIGURE,
        ),
    )
