"""The states of the United States by the letters of a party's label: "(D-W.Va.)" stands for West Virginia."""

import re

from index.letters import of_letters

_TABLE = """
Alabama AL Ala|Alaska AK|Arizona AZ Ariz|Arkansas AR Ark|California CA Calif|Colorado CO Colo
Connecticut CT Conn|Delaware DE Del|Florida FL Fla|Georgia GA Ga|Hawaii HI|Idaho ID|Illinois IL Ill
Indiana IN Ind|Iowa IA|Kansas KS Kan|Kentucky KY Ky|Louisiana LA La|Maine ME|Maryland MD Md
Massachusetts MA Mass|Michigan MI Mich|Minnesota MN Minn|Mississippi MS Miss|Missouri MO Mo
Montana MT Mont|Nebraska NE Neb|Nevada NV Nev|New_Hampshire NH|New_Jersey NJ|New_Mexico NM|New_York NY
North_Carolina NC|North_Dakota ND|Ohio OH|Oklahoma OK Okla|Oregon OR Ore|Pennsylvania PA Pa|Rhode_Island RI
South_Carolina SC|South_Dakota SD|Tennessee TN Tenn|Texas TX Tex|Utah UT|Vermont VT Vt|Virginia VA Va
Washington WA Wash|West_Virginia WV WVa|Wisconsin WI Wis|Wyoming WY Wyo
"""
_STATES = {
    letters.upper(): row.split()[0].replace("_", " ")
    for row in _TABLE.replace("\n", "|").split("|")
    if row
    for letters in row.split()
}
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
LABEL = of_letters(r"\((?:both |all )?([DRI])(?:-?\s?([A-Z][\w. ]*?))?(?:[-,]? ?\d+)?\)")


def spelled_out(label: str) -> str:
    """Return the parties and states that the labels in some words stand for, "" where there is none."""
    return " ".join(
        f"{_PARTIES[party]} {_STATES.get(re.sub(r'[. ]', '', state).upper(), '')}"
        for party, state in LABEL.findall(label)
    )
