"""Numbers as texts write them, with the quantity that two writings of the same number share."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from workbench.matching import units
from workbench.matching.mentions import Mention
from workbench.matching.number_bounds import bound_of
from workbench.matching.number_patterns import BETWEEN, FROM, LABELLED, NOUN_AFTER, NUMBER, PRONOUN_BEFORE, TO
from workbench.matching.number_words import ORDINALS, SCALES, part, spelled, vague
from workbench.matching.quantities import Bound, Quantity
from workbench.matching.units import Unit

_LOOK: Final = 18  # characters before a number that show whether it begins a range


@dataclass(frozen=True, slots=True)
class Number(Mention):
    """A number in a text: its place, and what it states."""

    quantity: Quantity

    @property
    def kind(self) -> str:
        """What it counts: count, percent, money, ordinal, or the dimension of its unit."""
        return self.quantity.unit.dimension

    @property
    def value(self) -> Decimal:
        """The value, or the lower end of a range."""
        return self.quantity.low


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of `text` in order: digits ("1.2bn"), words ("thirteen"), parts ("a third of"), ranges."""
    waiting: Number | None = None
    for match in NUMBER.finditer(text):
        if _is_pronoun(text, match):
            continue
        number = _parsed(text, match)
        link = _link(text, waiting, number) if waiting else None
        joined = None
        if waiting and link:
            waiting = _with_unit_of(number, waiting)
            joined = _range(waiting, number) if link == "range" else None
        if waiting and not joined:
            yield waiting
        waiting = joined or number
    if waiting:
        yield waiting


def same_number(a: Number, b: Number) -> bool:
    """Whether two numbers may be said of the same thing: equal, rounded, converted, or as vague words allow."""
    return a.quantity.agrees(b.quantity)


def _is_pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether "one" stands for something else than a number."""
    if (match["words"] or "").lower() != "one" or match["unit"] or match["money"] or match["percent"]:
        return False
    before = text[max(0, match.start() - _LOOK) : match.start()]
    return bool(PRONOUN_BEFORE.search(before)) or not NOUN_AFTER.match(text, match.end())


def _parsed(text: str, match: re.Match[str]) -> Number:
    start, end = match.span()
    low, high, step = _values(match)
    unit = _unit(match, high)
    if unit is units.COUNT and LABELLED.search(text[max(0, start - _LOOK) : start]):
        unit = units.LABEL
    if unit.dimension == "temperature" and _is_below_zero(text, start):
        low, high = -high, -low
    bound = bound_of(text, start, end)
    if match["vague"] and low == high and bound is Bound.EXACTLY:
        bound = Bound.AT_LEAST
    return Number(start, end, Quantity(low, high, unit, bound, step))


def _values(match: re.Match[str]) -> tuple[Decimal, Decimal, Decimal]:
    """Return the lowest and the highest value that the words of a number state, and its last stated place."""
    if match["vague"]:
        low, high = vague(match["vague"])
        return low, high or low, Decimal(1)
    if match["part"]:
        value = part(match["part"])
        return value, value, Decimal(1) if value == int(value) else Decimal(2)
    if match["s"]:
        value = Decimal(60 * (60 * int(match["h"] or 0) + int(match["m"]))) + Decimal(match["s"])
        return value, value, Decimal(1).scaleb(-len(match["s"].partition(".")[2]))
    if match["ranked"]:
        value = Decimal(ORDINALS.index(match["ranked"].lower()) + 1)
    elif match["words"]:
        value = spelled(match["words"])
    else:
        return _digits(match)
    return value, value, Decimal(1)


def _digits(match: re.Match[str]) -> tuple[Decimal, Decimal, Decimal]:
    digits = re.sub(r"[,\u00a0\u202f]", "", match["digits"])
    scale = SCALES.get((match["scale"] or match["letter"] or "").lower(), 1)
    value = (Decimal(digits) + _fraction(match)) * scale * (-1 if match["sign"] else 1)
    decimals = len(digits.partition(".")[2])
    return value, value, (Decimal(1).scaleb(-decimals) * scale)


def _fraction(match: re.Match[str]) -> Decimal:
    """Return what "1/2" or "½" adds to the number before it."""
    if match["glyph"]:
        return Decimal(str(round(unicodedata.numeric(match["glyph"]), 2)))
    return Decimal(match["over"]) / Decimal(match["under"]) if match["over"] else Decimal(0)


def _unit(match: re.Match[str], value: Decimal) -> Unit:
    if match["percent"] or match["part"]:
        return units.PERCENT
    if match["currency"]:
        return units.currency(match["currency"])
    if match["s"]:
        return units.unit("seconds", in_millions=False)
    if match["money"]:
        return units.currency(match["money"])
    if match["unit"]:
        return units.unit(match["unit"], in_millions=abs(value) >= units.MILLION)
    return units.ORDINAL if match["ordinal"] or match["ranked"] else units.COUNT


def _is_below_zero(text: str, start: int) -> bool:
    return text[max(0, start - 6) : start].lower().endswith("minus ")


def _link(text: str, first: Number, second: Number) -> str | None:
    """Return whether two numbers are the ends of a "range" or of a "change" ("from 10 to 12 percent")."""
    link = TO.fullmatch(text, first.end, second.start)
    if link is None:
        return None
    before = text[max(0, first.start - _LOOK) : first.start]
    if bool(link["word"] and link["word"].lower() == "and") != bool(BETWEEN.search(before)):
        return None
    return "change" if FROM.search(before) else "range"


def _with_unit_of(second: Number, first: Number) -> Number:
    """Return `first` with the unit and the scale that "10 to 12 million dollars" states only once."""
    one, other = first.quantity, second.quantity
    if one.unit is not units.COUNT or one.low != one.high:
        return first
    scale = other.step if other.step > 1 and one.low < other.step else Decimal(1)
    low = one.low * scale
    return replace(first, quantity=replace(one, low=low, high=low, unit=other.unit, step=one.step * scale))


def _range(first: Number, second: Number) -> Number | None:
    """Return the range from `first` to `second`, if they measure the same and ascend."""
    one, other = first.quantity, second.quantity
    unit = one.unit if other.unit is units.COUNT else other.unit  # "€10–12" states it before
    single = one.low == one.high and other.low == other.high
    if not single or one.unit not in (unit, units.COUNT) or unit is units.ORDINAL:
        return None
    low = one.low * other.step if other.step > 1 and one.low < other.step else one.low
    if low >= other.high:
        return None
    return Number(first.start, second.end, replace(other, low=low, unit=unit, bound=one.bound))
