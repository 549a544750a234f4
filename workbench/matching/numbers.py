"""Numbers as texts write them, with the value that two writings of the same number share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workbench.matching.mentions import Mention
from workbench.matching.words import SMALL_NUMBERS, word_list

_ORDINALS: Final = word_list("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_SCALES: Final = {
    "hundred": 10**2, "dozen": 12, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_MULTIPLIERS: Final = {word: value for word, value in _SCALES.items() if len(word) > 2}

# Numbers of unlike units are not held against each other: 100 kg may be 220 pounds, three years 36 months.
_UNITS: Final = word_list("""
    km kilomet(?:er|re)s? miles? met(?:er|re)s? feet foot kg kilograms? kilos? pounds? lbs? ton(?:ne)?s? mph kph
    seconds? minutes? hours? days? weeks? months? years? degrees? acres? hectares?
    """)

_WORD_NUMBER: Final = rf"(?:{'|'.join((*SMALL_NUMBERS, *_MULTIPLIERS))})"
_NUMBER: Final = re.compile(
    rf"""(?P<currency>(?:US|A|C|HK)?[$€£¥]\s?)?
    (?:
        (?<![\w.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<ordinal>st|nd|rd|th)?
            (?:[\s-]?(?P<scale>{"|".join(sorted(_SCALES, key=len, reverse=True))})s?\b)?
        | \b(?P<words>(?:an?\s+(?=hundred|dozen|thousand|million|billion|trillion))?
            {_WORD_NUMBER}(?:(?:\s+and\s+|[\s-]+){_WORD_NUMBER})*)s?\b
        | \b(?P<ranked>{"|".join(_ORDINALS)})\b
    )
    (?P<percent>\s?%|[\s-]per\s?cent(?:age)?\b|[\s-]percent(?:age)?\b|\s?pct\b)?
    (?P<money>[\s-](?:dollars?|euros?|yen|yuan|roubles?|rubles?|won)\b)?
    (?P<unit>[\s-]?(?:{"|".join(_UNITS)})\b)?""",
    re.VERBOSE | re.IGNORECASE,
)

# "1,234" may be reported as "1,200"; of smaller counts each single one is news.
_WORTH_ROUNDING: Final = 1_000
_FEWEST_DIGITS: Final = 2


@dataclass(frozen=True, slots=True)
class Number(Mention):
    """A number in a text: its place, what it counts (count, percent, money, ordinal or a unit), and its value."""

    kind: str
    value: Decimal
    decimals: int


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of `text` in order, written in digits ("1,200", "1.2bn") or words ("thirteen")."""
    for match in _NUMBER.finditer(text):
        number = _parsed(match)
        if number is not None:
            yield number


def same_number(a: Number, b: Number) -> bool:
    """Whether two numbers may be the same: equal, or one is the other rounded (4.98 and 5; 1,234 and 1,200)."""
    if a.value == b.value:
        return True
    coarser, finer = sorted((a, b), key=lambda number: number.decimals)
    if coarser.decimals < finer.decimals and round(finer.value, coarser.decimals) == coarser.value:
        return True
    rounder, other = sorted((a.value, b.value), key=_significant_digits)
    digits = _significant_digits(rounder)
    return min(a.value, b.value) >= _WORTH_ROUNDING and digits >= _FEWEST_DIGITS and _rounded(other, digits) == rounder


def _rounded(value: Decimal, digits: int) -> Decimal:
    """Return `value` rounded to so many significant digits."""
    return round(value, digits - 1 - value.adjusted())


def _significant_digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _parsed(match: re.Match[str]) -> Number | None:
    kind = _kind(match)
    if match["ranked"]:
        value = Decimal(_ORDINALS.index(match["ranked"].lower()) + 1)
        return Number(match.start(), match.end(), kind, value, 0)
    if match["words"]:
        return Number(match.start(), match.end(), kind, Decimal(_spelled(match["words"].lower())), 0)
    digits = match["digits"].replace(",", "")
    value = Decimal(digits) * _SCALES.get((match["scale"] or "").lower(), 1)
    decimals = len(digits.partition(".")[2]) if not match["scale"] else 0
    return Number(match.start(), match.end(), kind, value, decimals)


def _kind(match: re.Match[str]) -> str:
    if match["percent"]:
        return "percent"
    if match["currency"] or match["money"]:
        return "money"
    if match["unit"]:
        return _singular(match["unit"].strip(" -\u00a0\n").lower())
    return "ordinal" if match["ordinal"] or match["ranked"] else "count"


def _singular(unit: str) -> str:
    return "foot" if unit == "feet" else unit.removesuffix("s")


def _spelled(words: str) -> int:
    """Return the value of a number in words: "two hundred and five thousand" is 205,000."""
    total = group = 0
    for word in re.split(r"[\s-]+", words):
        value = SMALL_NUMBERS.get(word.removesuffix("s"), SMALL_NUMBERS.get(word))
        if value is not None:
            group += value
        elif word in _MULTIPLIERS:
            scale = _MULTIPLIERS[word]
            if scale <= 100:
                group = max(1, group) * scale
            else:
                total += max(1, group) * scale
                group = 0
    return total + group
