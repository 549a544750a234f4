"""The value of numbers written in words: "two hundred and five thousand", "two and a half", "half a million"."""

import re
from decimal import Decimal
from typing import Final

from workbench.matching.words import SMALL_NUMBERS, word_list

ORDINALS: Final = word_list(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth"""
)
SCALES: Final = {
    "hundred": 10**2, "dozen": 12, "score": 20, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6,
    "mln": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "bln": 10**9, "b": 10**9, "trillion": 10**12,
    "tn": 10**12, "trn": 10**12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
MULTIPLIERS: Final = {word: value for word, value in SCALES.items() if len(word) > 3 and word != "score"}
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "hundredth": 100,
}  # fmt: skip

_MULTIPLIER: Final = rf"(?:{'|'.join(MULTIPLIERS)})"
_WORD_NUMBER: Final = rf"(?:{'|'.join((*SMALL_NUMBERS, *MULTIPLIERS))})"
# As groups of no name, for the finder of numbers to build upon.
SPELLED: Final = (
    rf"(?:(?:an?\s+(?={_MULTIPLIER}))?{_WORD_NUMBER}"
    rf"(?:(?:\s+and\s+|[\s-]+){_WORD_NUMBER})*(?:\s+and\s+a\s+half(?:[\s-]+{_MULTIPLIER})*)?"
    rf"|half(?:\s+an?|[\s-]a)?[\s-]{_MULTIPLIER})"
)
PART: Final = (
    rf"(?:(?:an?|one|two|three|four|five|seven|eight|nine)[\s-](?:{'|'.join(_PARTS)})s?(?=\s+of\b(?!\s+an?\b))"
    rf"|(?:(?:one|two|three|four)[\s-](?:third|quarter|fifth|tenth)s?)(?![\s-](?:time|place|year|day|party|person)\b)"
    r"|half(?=\s+(?:of|the|its|their|his|her|our|all|those)\b))"
)
_GREAT: Final = "|".join(f"{word}s" for word in MULTIPLIERS if word.endswith("llion"))
VAGUE: Final = rf"(?:(?:tens|dozens|hundreds)\s+of\s+)?(?:dozens|scores(?=\s+of\b)|hundreds|thousands|{_GREAT})"
A_FEW: Final = rf"(?:an?\s+)?(?:few|several|couple\s+of)\s+(?:tens\s+of\s+)?{_MULTIPLIER}"


def spelled(words: str) -> Decimal:
    """Return the value of a number in words: "two hundred and five thousand" is 205,000."""
    total, group = Decimal(0), Decimal(0)
    parts = re.split(r"[\s-]+", words.lower())
    for place, word in enumerate(parts):
        value = SMALL_NUMBERS.get(word)
        if value is not None:
            group += value
        elif word == "half":
            group += Decimal("0.5")
        elif word.removesuffix("s") in MULTIPLIERS:
            scale = MULTIPLIERS[word.removesuffix("s")]
            group = (group or Decimal(1)) * scale
            if scale > 100 and not any(MULTIPLIERS.get(later, 0) > scale for later in parts[place + 1 :]):
                total, group = total + group, Decimal(0)
    return total + group


def part(words: str) -> Decimal:
    """Return a part of the whole ("two thirds") in percent."""
    *count, name = re.split(r"[\s-]+", words.lower())
    many = SMALL_NUMBERS.get(count[-1], 1) if count else 1
    return Decimal(100 * many) / _PARTS[name if name in _PARTS else name.removesuffix("s")]


def vague(words: str) -> tuple[Decimal, Decimal | None]:
    """Return from what on, and up to what, "a few hundred" lie; "hundreds" are at least two of them, without end."""
    scale, few = 1, False
    for word in re.split(r"[\s-]+", words.lower()):
        few = few or word in ("few", "several", "couple")
        scale *= 10 if word == "tens" else SCALES.get(word.removesuffix("s"), 1)
    return Decimal(2 * scale), Decimal(9 * scale) if few else None
