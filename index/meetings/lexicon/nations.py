"""Nations by their adjectives: "the Chinese foreign minister" speaks for China."""

from index.meetings.lexicon.wordlists import lexicon

_NATIONS = lexicon(
    """
    Afghan:Afghanistan Albanian:Albania Algerian:Algeria American:United_States Angolan:Angola
    Argentine:Argentina Argentinian:Argentina Armenian:Armenia Australian:Australia Austrian:Austria
    Azerbaijani:Azerbaijan Bahraini:Bahrain Bangladeshi:Bangladesh Belarusian:Belarus Belgian:Belgium
    Bolivian:Bolivia Bosnian:Bosnia Brazilian:Brazil British:United_Kingdom Bulgarian:Bulgaria
    Burmese:Burma Cambodian:Cambodia Cameroonian:Cameroon Canadian:Canada Chadian:Chad Chilean:Chile
    Chinese:China Colombian:Colombia Congolese:Congo Croatian:Croatia Cuban:Cuba Cypriot:Cyprus
    Czech:Czech_Republic Danish:Denmark Dominican:Dominican_Republic Dutch:Netherlands Ecuadorian:Ecuador
    Egyptian:Egypt Emirati:United_Arab_Emirates English:England Eritrean:Eritrea Estonian:Estonia
    Ethiopian:Ethiopia Filipino:Philippines Finnish:Finland French:France Georgian:Georgia German:Germany
    Ghanaian:Ghana Greek:Greece Guatemalan:Guatemala Haitian:Haiti Honduran:Honduras Hungarian:Hungary
    Icelandic:Iceland Indian:India Indonesian:Indonesia Iranian:Iran Iraqi:Iraq Irish:Ireland
    Israeli:Israel Italian:Italy Ivorian:Ivory_Coast Jamaican:Jamaica Japanese:Japan Jordanian:Jordan
    Kazakh:Kazakhstan Kenyan:Kenya Korean:Korea Kosovar:Kosovo Kuwaiti:Kuwait Kyrgyz:Kyrgyzstan
    Laotian:Laos Latvian:Latvia Lebanese:Lebanon Liberian:Liberia Libyan:Libya Lithuanian:Lithuania
    Macedonian:Macedonia Malaysian:Malaysia Malian:Mali Maltese:Malta Mexican:Mexico Moldovan:Moldova
    Mongolian:Mongolia Montenegrin:Montenegro Moroccan:Morocco Mozambican:Mozambique Namibian:Namibia
    Nepalese:Nepal Nicaraguan:Nicaragua Nigerian:Nigeria Norwegian:Norway Omani:Oman Pakistani:Pakistan
    Panamanian:Panama Paraguayan:Paraguay Peruvian:Peru Polish:Poland Portuguese:Portugal Qatari:Qatar
    Romanian:Romania Russian:Russia Rwandan:Rwanda Salvadoran:El_Salvador Saudi:Saudi_Arabia
    Scottish:Scotland Senegalese:Senegal Serbian:Serbia Singaporean:Singapore Slovak:Slovakia
    Slovenian:Slovenia Somali:Somalia Soviet:Soviet_Union Spanish:Spain Sudanese:Sudan Swedish:Sweden
    Swiss:Switzerland Syrian:Syria Taiwanese:Taiwan Tajik:Tajikistan Tanzanian:Tanzania Thai:Thailand
    Tunisian:Tunisia Turkish:Turkey Turkmen:Turkmenistan Ugandan:Uganda Ukrainian:Ukraine
    Uruguayan:Uruguay Uzbek:Uzbekistan Venezuelan:Venezuela Vietnamese:Vietnam Welsh:Wales Yemeni:Yemen
    Yugoslav:Yugoslavia Zambian:Zambia Zimbabwean:Zimbabwe
    """
)
_COUNTRIES = {one.partition(":")[0]: one.partition(":")[2].replace("_", " ") for one in _NATIONS}
_NAMES = {*_COUNTRIES.values(), "United States", "United Kingdom"}
_WHOLE = {"U.S.": "United States", "US": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom"}


def nation_of(words: str) -> str | None:
    """Return the nation that words like "South Korean" or "U.S." stand for, None where they name none."""
    if words in _WHOLE:
        return _WHOLE[words]
    before, _, last = words.rpartition(" ")
    country = _COUNTRIES.get(last)
    if country is None or before not in ("", "North", "South", "East", "West"):
        return None
    return f"{before} {country}".strip()


def is_nation(name: str) -> bool:
    """Tell whether a name is that of a nation, as `nation_of` gives it."""
    last = name.split(" ", 1)[-1] if name.startswith(("North ", "South ")) else name
    return last in _NAMES
