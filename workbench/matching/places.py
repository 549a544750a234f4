"""Countries under their names, their people's names and their capitals, which news uses for one another.

A small gazetteer of common knowledge, not of any collection: enough to know that "Pyongyang" may speak for North
Korea and that two different places are places. Whoever is missing here is still compared as a name.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from workbench.matching.tokens import Token

# country: its people and other names, then its capital and seats of government; hyphens join words.
_COUNTRIES: Final = """
    afghanistan: afghan kabul; albania: albanian tirana; algeria: algerian algiers; argentina: argentine
    argentinian buenos-aires; armenia: armenian yerevan; australia: australian canberra; austria: austrian
    vienna; azerbaijan: azerbaijani azeri baku; bangladesh: bangladeshi dhaka; belarus: belarusian belarussian
    minsk; belgium: belgian brussels; bolivia: bolivian la-paz; bosnia: bosnian sarajevo; brazil: brazilian
    brasilia; britain: british u.k uk united-kingdom great-britain briton london westminster downing-street;
    bulgaria: bulgarian sofia; cambodia: cambodian phnom-penh; cameroon: cameroonian yaounde; canada: canadian
    ottawa; chad: chadian n'djamena; chile: chilean santiago; china: chinese beijing peking; colombia:
    colombian bogota; congo: congolese kinshasa; croatia: croatian croat zagreb; cuba: cuban havana; cyprus:
    cypriot nicosia; czech-republic: czech czechia prague; denmark: danish dane copenhagen; ecuador:
    ecuadorian quito; egypt: egyptian cairo; england: english; estonia: estonian tallinn; ethiopia: ethiopian
    addis-ababa; finland: finnish finn helsinki; france: french paris elysee; germany: german berlin; ghana:
    ghanaian accra; greece: greek athens; guatemala: guatemalan; haiti: haitian port-au-prince; honduras:
    honduran tegucigalpa; hungary: hungarian budapest; iceland: icelandic reykjavik; india: indian new-delhi
    delhi; indonesia: indonesian jakarta; iran: iranian tehran; iraq: iraqi baghdad; ireland: irish dublin;
    israel: israeli jerusalem; italy: italian rome; ivory-coast: ivorian abidjan; jamaica: jamaican kingston;
    japan: japanese tokyo; jordan: jordanian amman; kazakhstan: kazakh astana; kenya: kenyan nairobi; kosovo:
    kosovar pristina; kuwait: kuwaiti; kyrgyzstan: kyrgyz bishkek; laos: laotian vientiane; latvia: latvian
    riga; lebanon: lebanese beirut; libya: libyan tripoli; lithuania: lithuanian vilnius; malaysia: malaysian
    kuala-lumpur; mali: malian bamako; mexico: mexican mexico-city; moldova: moldovan chisinau; mongolia:
    mongolian ulaanbaatar; morocco: moroccan rabat; mozambique: mozambican maputo; myanmar: burmese burma
    naypyidaw; nepal: nepali nepalese kathmandu; netherlands: dutch holland amsterdam the-hague; new-zealand:
    wellington; nicaragua: nicaraguan managua; niger: nigerien niamey; nigeria: nigerian abuja; north-korea:
    north-korean dprk pyongyang democratic-people-republic-of-korea; norway: norwegian oslo; oman: omani
    muscat; pakistan: pakistani islamabad; palestine: palestinian ramallah; panama: panamanian; peru: peruvian
    lima; philippine: filipino manila; poland: polish pole warsaw; portugal: portuguese lisbon; qatar: qatari
    doha; romania: romanian bucharest; russia: russian moscow kremlin russian-federation; rwanda: rwandan
    kigali; saudi-arabia: saudi riyadh; scotland: scottish scot edinburgh; senegal: senegalese dakar; serbia:
    serbian serb belgrade; singapore: singaporean; slovakia: slovak bratislava; slovenia: slovenian slovene
    ljubljana; somalia: somali mogadishu; south-africa: south-african pretoria; south-korea: south-korean
    seoul republic-of-korea; spain: spanish spaniard madrid; sri-lanka: sri-lankan colombo; sudan: sudanese
    khartoum; sweden: swedish swede stockholm; switzerland: swiss bern; syria: syrian damascus; taiwan:
    taiwanese taipei; tajikistan: tajik dushanbe; tanzania: tanzanian dodoma; thailand: thai bangkok; tunisia:
    tunisian tunis; turkey: turkish turk turkiye ankara; turkmenistan: turkmen ashgabat; uganda: ugandan
    kampala; ukraine: ukrainian kyiv kiev; united-arab-emirate: emirati uae abu-dhabi; united-state: u.s
    american america usa united-state-of-america washington white-house; uruguay: uruguayan montevideo;
    uzbekistan: uzbek tashkent; vatican: holy-see; venezuela: venezuelan caracas; vietnam: vietnamese hanoi;
    wales: welsh cardiff; yemen: yemeni sanaa; zambia: zambian lusaka; zimbabwe: zimbabwean harare
    """


def _countries() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for line in " ".join(_COUNTRIES.split()).split(";"):
        country, _, others = line.partition(":")
        for name in (country.strip(), *others.split()):
            table[tuple(name.split("-"))] = country.strip()
    return table


COUNTRY_OF: Final[dict[tuple[str, ...], str]] = _countries()
LONGEST_PLACE_NAME: Final = max(map(len, COUNTRY_OF))


# Forms of words lose a plural s; what is shown has it again.
_LABELS: Final = {
    "united-state": "united-states",
    "philippine": "philippines",
    "united-arab-emirate": "united-arab-emirates",
}
_SHOWN: Final = {"and": "and", "of": "of"}
_BEGINNINGS: Final = frozenset(name[0] for name in COUNTRY_OF)


def country_of(forms: tuple[str, ...]) -> str | None:
    """Return the country that these words (normal forms) name, whose people they name, or whose capital."""
    return COUNTRY_OF.get(forms)


def country_label(country: str) -> str:
    """Return the name of a country (as `country_of` gives it) as it is shown: "North Korea", "United States"."""
    words = (_SHOWN.get(word, word.capitalize()) for word in _LABELS.get(country, country).split("-"))
    return " ".join(words)


def countries_named(words: Sequence[Token]) -> Iterator[tuple[str, Sequence[Token]]]:
    """Yield each country named among `words`, with the words that name it; longer names before shorter ones."""
    start = 0
    while start < len(words):
        length = _name_length(words, start) if words[start].form in _BEGINNINGS else 0
        if length:
            named = words[start : start + length]
            yield COUNTRY_OF[tuple(word.form for word in named)], named
        start += length or 1


def _name_length(words: Sequence[Token], start: int) -> int:
    """Return how many words from `start` on are a country's name, the longest reading first; 0 if none."""
    if not words[start].text[0].isupper():
        return 0
    forms = tuple(word.form for word in words[start : start + LONGEST_PLACE_NAME])
    return next((length for length in range(len(forms), 0, -1) if forms[:length] in COUNTRY_OF), 0)
