"""Words of offices and of bodies, as they stand before and in names."""

import re

TITLE = (
    r"Sens?\.?|Senators?|Reps?\.?|Representatives?|Congress(?:man|woman|men)|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
    r"|Gen\.?|Generals?"
    r"|Gov\.?|Governors?|Presidents?|Secretar(?:y|ies)|Ministers?|Ambassadors?|Mayors?|Judges?|Justices?"
    r"|Chairm[ae]n"
    r"|Chairwoman|Chair|Commissioners?|Directors?|Administrator|Chief|Sheriffs?|Col\.?|Colonel|Lt\.?"
    r"|Lieutenant|Maj\.?"
    r"|Major|Capt\.?|Captain|Sgt\.?|Sergeant|Specialist|Spc\.?|Pvt\.?|Private|Corporal|Cpl\.?|Adm\.?"
    r"|Admiral|Agent"
    r"|Premier|Chancellor|King|Queen|Prince|Princess|Rev\.?|Reverend|Bishop|Pope|Professor|Prof\.?"
    r"|Superintendent"
    r"|Leader|Whip|Nominee|General|Counsel|Officer|CEO|Attorney|Executive|Manager|Coordinator|Envoy"
    r"|Speaker|Host|Commander|Councilm[ae]n|Councilwoman|Supervisor|Treasurer|Deacon|(?:Right )?Honou?rable"
    r"|Under[- ]?[Ss]ecretar(?:y|ies)"
)
"""Words that stand before the name of somebody who holds an office or a rank."""
BODIES = (
    r"Department|Committee|Commission|Council|Senate|House|Congress|Board|Bureau|Agency|University"
    r"|College|Hospital"
    r"|Church|Compan(?:y|ies)|Corporation|Corps?|Inc|Corp|LLC|Ltd|Association|Organi[sz]ation|Union|Party|Army|Navy"
    r"|Court|Count(?:y|ies)"
    r"|City|States?|Base|Airport|Program|Foundation|Society|Museum|Library|Conference|Republicans?|Democrats?"
    r"|Government|Administration|Ministry|Parliament|Capitol|Center|Centre|School|Office|Coalition|Alliance"
    r"|Authority|Division|Delegation|Caucus|Affairs|Services?|Forces?|Subcommittee|Chamber|Commerce"
    r"|Federation"
    r"|Network|Industries|Technologies|Institute|Group|Systems?|Bank|Resources|Laborator(?:y|ies)|Labs?"
    r"|Nations?|Tribes?|Brotherhood|Guild"
)
"""Words that name a body of people, a place or an undertaking of theirs."""
BODY = re.compile(
    rf"\b(?:{BODIES})\b(?:$| (?:of|for|on|and) )"
    r"|\b(?:Act|Bill|Guard|Island|River|Lake|Street|Road|Avenue|Station|Park|Valley|Forest|Projects?"
    r"|Programs?|Plan"
    r"|Fund|Team|Hall|Summit|Reports?|Medal|Day|Security|Health|Energy|Defen[cs]e|Intelligence|Veterans?"
    r"|Field|Hill"
    r"|Award|Heart|Star|Initiative|Treaty|Agreement|Week|Mine|Air|Year|War|Games?|Festival|Exhibit|Fair"
    r"|Prize|Series|Stud(?:y|ies)|League|Cup|Bowl|Operations?|Terminals?|Studios?|Rights?|Relations|Region|Works)$"
    r"|^(?:Department|Committee|Office|Bureau|University|House|Senate|National|Federal|American|United"
    r"|Fiscal)\b"
)
"""What tells that a name is a body's, or a thing's."""
UNDER_SECRETARY = re.compile(r"\bunder[ -]secretar(?=y|ies)", re.IGNORECASE)
"""An office of its own, which is told in one word, too."""
JOINED_UNDER = "undersecretar"
_SURNAMES = frozenset(
    [
        "King",
        "Prince",
        "Pope",
        "Bishop",
        "Judge",
        "Justice",
        "Major",
        "Sergeant",
        "Private",
        "Speaker",
        "Host",
    ]
)
_ONLY_TITLE = re.compile(rf"(?:(?:{TITLE})\s*)+$")


def is_title(word: str) -> bool:
    """Tell whether a word stands before names rather than in them: "General", "Dr"."""
    return _ONLY_TITLE.match(word) is not None


def is_office(word: str) -> bool:
    """Tell whether a word stands before names and is nobody's surname: "Director", but not "King"."""
    return is_title(word) and word not in _SURNAMES
