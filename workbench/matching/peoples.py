"""Words for peoples, faiths and tongues: they have a capital in English, and name no person, body or place."""

from typing import Final

from workbench.matching.words import word_set

_PEOPLES: Final = word_set("""
    jew jewish muslim moslem islamic islamist christian catholic protestant orthodox anglican lutheran baptist methodist
    mormon hindu buddhist sikh sunni shiite shia kurd kurdish arab arabic latino hispanic african european asian
    caucasian western eastern northern southern semitism semitic hebrew latin serb croat scot dane swede finn pole turk
    briton spaniard uzbek kazakh tatar chechen tamil sinhalese pashtun basque catalan roma gypsy inuit maori zulu hutu
    tutsi yiddish urdu swahili mandarin cantonese anglo gaelic afro-american afrikaner bosniak californian texan
    yugoslav soviet
    parisian londoner muscovite berliner greek french dutch swiss welsh czech thai lao slovak slovene filipino
    """)
# Of words that are known to stand for a country, those that end so name its people: Kenyan, Danish, Israeli.
_ENDINGS: Final = (
    "an",
    "ese",
    "ish",
    "stani",
    "aqi",
    "aeli",
    "emeni",
    "audi",
    "uwaiti",
    "atari",
    "mani",
    "irati",
    "omali",
)
_SHORTEST: Final = 5


def is_people(forms: tuple[str, ...], country: str | None) -> bool:
    """Whether a name of these words (normal forms) is of a people or a faith: "Kenyan", "North Korean", "Jewish".

    `country` is what the words stand for, if it is known: its own name and its capital are places.
    """
    last = forms[-1]
    if len(forms) == 1 and last in _PEOPLES:
        return True
    if country is None:
        return len(forms) == 1 and len(last) >= _SHORTEST and last.endswith("ese")
    return "-".join(forms) != country and last.endswith(_ENDINGS) and not last.endswith("istan")
