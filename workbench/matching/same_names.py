"""Whether two names mean the same, and whether a name is that of who said so."""

import re
from typing import Final

from rapidfuzz import fuzz

from workbench.matching.names import JOINING, Name
from workbench.matching.transliteration import sounds_alike

_SAYS: Final = (
    r"(?:says?|said|told|tells?|added|adds|noted|announced|announces|reported|reports|stated|confirmed|claimed|explained"
    r"|acknowledged|wrote|writes|argued|insisted|warned|testified|commented)"
)
_SAYS_AFTER: Final = re.compile(rf"(?:[’']s\s+\w+)?(?:,[^,.]{{0,40}},)?\s+(?:(?:also|has|had|have|later)\s+)?{_SAYS}\b")
_SAYS_BEFORE: Final = re.compile(rf"\b(?:{_SAYS}|according\s+to)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}$")
_LOOK: Final = 70  # characters around a name that show whether it is who said so
_FEWEST_INITIALS: Final = 2
_SPELLED_ALIKE: Final = 80.0  # RapidFuzz ratio of two transliterations of one name


def same_name(a: Name, b: Name) -> bool:
    """Whether two names may mean the same: one within the other, initials, a country and its capital."""
    if a.country and b.country:
        return a.country == b.country
    shorter, longer = sorted((a.forms, b.forms), key=len)
    if set(shorter) <= set(longer) or _are_initials(shorter, longer):
        return True
    if _spelled_alike(" ".join(shorter), " ".join(longer)):
        return True
    if all(any(sounds_alike(form, other) for other in longer) for form in shorter):
        return True
    # The same surname, with nothing or something of the rest in common: "Schröder", "Gerhard Schroeder".
    rest_agrees = len(shorter) == 1 or bool(set(shorter[:-1]) & set(longer[:-1])) or _short_for(shorter[0], longer[0])
    return rest_agrees and _spelled_alike(shorter[-1], longer[-1])


def stands_as_asserter(text: str, name: Name) -> bool:
    """Whether the text says that this is who said so: "Lopez said", "said Irene Calder", "according to Lopez"."""
    after, before = text[name.end : name.end + _LOOK], text[max(0, name.start - _LOOK) : name.start]
    return bool(_SAYS_AFTER.match(after) or _SAYS_BEFORE.search(before))


def _are_initials(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether one word is of the first letters of the others, and perhaps some more of theirs: WHO, AOL."""
    initials = "".join(form[0] for form in longer if form not in JOINING)
    if len(shorter) != 1 or len(longer) < _FEWEST_INITIALS:
        return False
    letters = iter("".join(longer))
    return shorter[0] == initials or (
        len(initials) < len(shorter[0]) <= len(initials) + 1
        and shorter[0].startswith(initials[: len(initials)])
        and all(letter in letters for letter in shorter[0])
    )


def _short_for(one: str, other: str) -> bool:
    """Whether one first name begins the other, or is its initial: Ron and Ronald, J and John."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)


def _spelled_alike(a: str, b: str) -> bool:
    return fuzz.ratio(a, b) >= _SPELLED_ALIKE
