"""How sentences name places: "Khasan station", "the port of X", "in X" – so that no list of places is needed.

Lists name what places are (stations, towns, rivers), and what bears a name but is none (companies, courts).
"""

import re
from typing import Final

from workbench.matching.tokens import Token
from workbench.matching.words import word_list, word_set

_KINDS: Final = word_set("""
    station airport airfield airbase port harbor harbour city town village hamlet suburb neighborhood neighbourhood
    cosmodrome spaceport border province region district county oblast prefecture municipality territory island
    peninsula river lake valley bay strait coast cape mountain desert canal street avenue boulevard square bridge
    checkpoint crossing prison stadium refinery shipyard
    """)
BODIES: Final = word_set("""
    agency assembly association authority bank board bureau chamber church club college commission committee company
    congress corp corporation council court department fund government group house inc institute league limited ltd
    ministry office organisation organization parliament party plc police press senate service society team times
    tribune union university
    """)
_KIND: Final = rf"(?:{'|'.join(sorted(_KINDS))})s?"
# After these words "in" does not say where.
_TRUST: Final = word_list(
    "trust faith belief believe confidence interest interested stake share shares invest invested"
)
_BEFORE: Final = re.compile(
    rf"\b(?:{_KIND} of|{''.join(f'(?<!{word} )' for word in _TRUST)}in|near|off|outside)\s+$", re.IGNORECASE
)
_AFTER: Final = re.compile(rf"\s+{_KIND}\b")
_POSSESSIVE: Final = re.compile(r"['’ʼ](?:s\b|(?!\w))")
_LOOK: Final = 40  # characters before and after a name that show its frame


def stands_as_place(text: str, name: list[Token]) -> bool:
    """Whether the words `name` of `text` (one name, without titles) stand where sentences name places."""
    forms = {word.form for word in name}
    if forms & BODIES or _is_acronym(name):
        return False
    if forms & _KINDS:
        return True
    start, end = name[0].start, name[-1].end
    if _AFTER.match(text, end, end + _LOOK):
        return True
    owns = _POSSESSIVE.search(name[-1].text) or _POSSESSIVE.match(text, end)
    return not owns and bool(_BEFORE.search(text[max(0, start - _LOOK) : start]))


def _is_acronym(name: list[Token]) -> bool:
    return len(name) == 1 and len(name[0].text) > 1 and name[0].text.isupper()
