"""The office that introduces a name, and whom it speaks for: "Chinese Foreign Minister X" is China's."""

import re
from dataclasses import dataclass

from index.letters import of_letters
from index.meetings.lexicon.nations import nation_of
from index.meetings.lexicon.wordlists import lexicon

_RANKS = (
    r"(?:vice|deputy|assistant|associate|under|acting|former|then|prime|foreign|defen[sc]e|finance|interior|trade|"
    r"energy|agriculture|justice|health|education|labou?r|transport(?:ation)?|commerce|state|chief|senior|ranking|"
    r"executive|managing|special|general|lieutenant|major|brigadier|rear|majority|minority|lt\.|maj\.|brig\.|"
    r"cabinet|press|national security|policy|attorney|district|crown|first)"
)
_OFFICES = (
    r"(?:presidents?|ministers?|secretar(?:y|ies)|undersecretary|senators?|sens?\.|representatives?|reps?\.|"
    r"congress(?:wo)?m[ae]n|governors?|govs?\.|ambassadors?|chancellor|premier|king|queen|prince|princess|emir|"
    r"sultan|pope|archbishop|bishop|cardinal|rabbi|judge|justice|chairm[ae]n|chairwoman|chair|director|"
    r"commissioner|administrator|adviser|advisor|general|gen\.|admiral|adm\.|colonel|col\.|captain|capt\.|"
    r"major|maj\.|sergeant|sgt\.|lieutenant|lt\.|commander|mayors?|sheriff|chief|leader|speaker|envoy|"
    r"negotiator|spokes(?:wo)?man|ceo|officer|superintendent|counsel|attorney|professor|prof\.|dean|"
    r"treasurer|comptroller|nominee|whip|delegate|coordinator|representative|consul|lady)"
)
_OFFICE = rf"(?:{_RANKS}[ -])*{_OFFICES}(?:[ -](?:general|elect|designate|nominee))?"
_PROPER = r"[A-Z][\w.’'&-]*(?:\s+[A-Z][\w.’'&-]*)*"
# "Secretary of State A and Foreign Minister B": the office right before B is hers alone.
_LAST = rf"(?i:{_OFFICE}),?\s+$"
_OF = rf"\s+(?:of|for|to)\s+(?:the\s+)?{_PROPER}(?:\s+(?:of|for|and)\s+(?:the\s+)?(?!{_LAST}){_PROPER})*"
_BEFORE = of_letters(
    rf"(?P<lead>(?:(?:[A-Z]|U\.)[\w.’'&-]*\s+){{0,5}}?)\b(?P<office>(?i:{_OFFICE}))(?P<of>{_OF})?,?\s+$"
)
_OFFICE_OF = of_letters(
    rf"(?P<role>.*?\b(?i:{_OFFICES}|member|head|founder|manager|partner|owner|host)"
    rf"(?:\s+of\s+[Ss]taff)?(?:\s+[a-z]+)?)\s+(?:of|at|for|with|from)\s+(?:the\s+)?(?P<body>[A-Z].*)$"
)
_MINISTRIES = re.compile(r"(?:secretary|minister|undersecretary)$")
_ABBREVIATED = {
    "sen.": "senator",
    "sens.": "senator",
    "senators": "senator",
    "rep.": "representative",
    "reps.": "representative",
    "representatives": "representative",
    "congressmen": "congressman",
    "gov.": "governor",
    "govs.": "governor",
    "governors": "governor",
    "gen.": "general",
    "lt.": "lieutenant",
    "maj.": "major",
    "brig.": "brigadier",
    "col.": "colonel",
    "adm.": "admiral",
    "capt.": "captain",
    "sgt.": "sergeant",
    "prof.": "professor",
    "presidents": "president",
    "ministers": "minister",
    "secretaries": "secretary",
    "ambassadors": "ambassador",
    "mayors": "mayor",
}
_NOT_BODIES = lexicon(
    """
    the a an today yesterday tomorrow tonight as at on in by for with and but while when after before
    during since then also this that these our my his her their last earlier later however meanwhile both
    from to of new former current retired monday tuesday wednesday thursday friday saturday sunday i we
    he she they it
    """
)
_REACH = 120
"""Code points before a name within which its office stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office in small letters, and the nation or body that it is held for."""

    role: str | None = None
    affiliation: str | None = None


def read_office_before(body: str, start: int, sentence: int) -> Office:
    """Return the office that stands right before the name at `start`, in its sentence."""
    before = body[max(sentence, start - _REACH) : start]
    found = _BEFORE.search(" ".join(before.split()) + " ")
    if found is None or (found.group("of") and before.rstrip(" \t").endswith("\n")):
        # "Ann Lee, head of the port" above a name is a line of its own in a list.
        return Office()
    role = _spelled(found.group("office"))
    lead, of = found.group("lead").strip(), (found.group("of") or "").strip()
    for_whom = nation_of(lead) or _body(lead)
    if of:
        if of.startswith("to "):
            return Office(role=f"{role} {of}", affiliation=for_whom)
        if _MINISTRIES.search(role) and not role.endswith("prime minister"):
            return Office(role=f"{role} {of.lower()}", affiliation=for_whom)
        return Office(role=role, affiliation=for_whom or re.sub(r"^(?:of|for)\s+(?:the\s+)?", "", of))
    return Office(role=role, affiliation=for_whom)


def split_office(words: str) -> Office:
    """Part "head of the Port of Houston" into the role and the body it is held in."""
    plain = " ".join(words.split()).removeprefix("the ").removeprefix("a ")
    found = _OFFICE_OF.match(plain)
    if found is None:
        return Office(role=plain or None)
    return Office(role=found.group("role"), affiliation=found.group("body"))


def _spelled(office: str) -> str:
    return " ".join(_ABBREVIATED.get(word, word) for word in office.lower().split())


def _body(lead: str) -> str | None:
    """Return the body that the capitalised words before an office name; a place alone counts too."""
    words = lead.split()
    while words and words[0].lower().rstrip(",") in _NOT_BODIES:
        words.pop(0)
    return " ".join(words).rstrip(".,’'") or None if words else None
