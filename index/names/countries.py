"""Countries, the words that mean what is theirs, and the capitals that stand for their governments."""

from dataclasses import dataclass

from index.names.tokens import words_of

# name | adjectives and peoples | capital: alternatives are parted by commas.
_TABLE = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|
Azerbaijan|Azerbaijani,Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|
Bolivia|Bolivian|La Paz
Bosnia|Bosnian|Sarajevo
Brazil|Brazilian|Brasilia
Britain,United Kingdom,U.K.|British|London
Bulgaria|Bulgarian|Sofia
Cambodia|Cambodian|Phnom Penh
Canada|Canadian|Ottawa
Chile|Chilean|Santiago
China,People's Republic of China,PRC|Chinese|Beijing,Peking
Colombia|Colombian|Bogota
Costa Rica|Costa Rican|San Jose
Croatia|Croatian|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic,Czechia|Czech|Prague
Denmark|Danish|Copenhagen
Ecuador|Ecuadorian,Ecuadoran|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran|San Salvador
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish|Helsinki
France|French|Paris
Georgia|Georgian|Tbilisi
Germany|German|Berlin,Bonn
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New Delhi,Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran,Teheran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Ivory Coast|Ivorian|Abidjan
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian,Lao|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Morocco|Moroccan|Rabat
Myanmar,Burma|Burmese|Naypyidaw,Rangoon
Nepal|Nepali,Nepalese|Kathmandu
Netherlands|Dutch|The Hague
New Zealand|New Zealander|
Nicaragua|Nicaraguan|Managua
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Panama|Panamanian|
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima
Philippines|Philippine,Filipino|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia,Russian Federation|Russian|Moscow
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi,Saudi Arabian|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea,Korea|South Korean,Korean|Seoul
Soviet Union,USSR|Soviet,Soviets|
Spain|Spanish|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey,Türkiye|Turkish|Ankara
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United Arab Emirates,UAE|Emirati|Abu Dhabi
United States,U.S.,US,USA,America|American|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa
Zimbabwe|Zimbabwean|Harare
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: its names, the one used first; its adjectives; the capitals that mean its government."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]


def read_countries() -> tuple[Country, ...]:
    """Return the countries of the table, by name."""
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return tuple(
        Country(
            names=tuple(names.split(",")),
            adjectives=tuple(adjectives.split(",")),
            capitals=tuple(capitals.split(",")) if capitals else (),
        )
        for names, adjectives, capitals in rows
    )


def country_words() -> dict[tuple[str, ...], str]:
    """Return what each name and adjective of a country, as folded words, is called by: one word a country."""
    found: dict[tuple[str, ...], str] = {}
    for country in read_countries():
        key = "-".join(words_of(country.names[0]))
        for form in (*country.names, *country.adjectives):
            found[tuple(words_of(form))] = key
    return found
