"""What a number in a text states: a value or a range in a unit, how precisely, and whether two of them agree."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from workbench.matching.units import Unit

# "1,234" may be reported as "1,200"; of smaller counts each single one is news.
_WORTH_ROUNDING: Final = 1_000
_FEWEST_DIGITS: Final = 2
# "About 13,000" is said of 12,900, "about 100" of 92: half of the last digit that is not 0, within these shares.
_ABOUT: Final = (Decimal("0.05"), Decimal("0.1"))
_CONVERTED: Final = Decimal("0.05")  # "100 km" is said of 60 miles
_DEGREES: Final = 1  # of temperatures converted and rounded
_HALF: Final = Decimal("0.5")
_ORDINAL_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


class Bound(StrEnum):
    """How the words before a number take it; the value is how that is shown."""

    EXACTLY = ""
    ABOUT = "~"
    NEARLY = "just under "
    AT_LEAST = "≥ "
    MORE_THAN = "> "
    AT_MOST = "≤ "
    LESS_THAN = "< "


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value (`low` is `high`) or a range in a unit; `step` is the last place that the text states.

    `str()` gives it as a person reads it: "13,000", "~12 km", "10–12 %", "1,200,000,000 USD", "3rd".
    """

    low: Decimal
    high: Decimal
    unit: Unit
    bound: Bound = Bound.EXACTLY
    step: Decimal = Decimal(1)

    def __str__(self) -> str:
        """Return the value with its unit, as a person reads it."""
        if self.unit.dimension == "ordinal":
            return f"{_plain(self.low)}{_ordinal_ending(int(self.low))}"
        ends = _plain(self.low) if self.low == self.high else f"{_plain(self.low)}–{_plain(self.high)}"
        return f"{self.bound}{ends} {self.unit.symbol}".rstrip()

    def adds_to(self, words: str) -> bool:
        """Whether the value shows what the words do not ("13 thousand", "a dozen", "at least" before a number)."""
        digits = "".join(words.split())
        return self.bound is not Bound.EXACTLY or _plain(self.low) not in digits

    def is_like(self, other: "Quantity") -> bool:
        """Whether the two measure the same, so that they can be held against each other."""
        if self.unit.dimension == "money":
            return self.unit == other.unit
        return self.unit.dimension == other.unit.dimension

    def agrees(self, other: "Quantity") -> bool:
        """Whether both may be said of one thing: equal, rounded, converted, or within what the words allow."""
        if self.unit == other.unit and (self.low, self.high) == (other.low, other.high):
            return True
        converted = self.unit != other.unit
        mine, others = self._reach(converted=converted), other._reach(converted=converted)
        # "At least 12" and "at least 15" may both be true, and are still two reports.
        if self._is_single() and other._is_single() and self.bound is other.bound:
            coarse, fine = (self, other) if self._base_step() > other._base_step() else (other, self)
            return _rounds_to(coarse, fine) or (converted and _overlap(mine, others))
        return _overlap(mine, others)

    def _is_single(self) -> bool:
        return self.low == self.high

    def _base(self, value: Decimal) -> Decimal:
        return value * self.unit.factor + self.unit.offset

    def _base_step(self) -> Decimal:
        return self.step * self.unit.factor

    def _reach(self, *, converted: bool) -> tuple[Decimal, Decimal]:
        """Return between what the true value lies, in base units, as far as this says."""
        low, high = self._base(self.low), self._base(self.high)
        slack = Decimal(0)
        if converted:
            slack = Decimal(_DEGREES) if self.unit.dimension == "temperature" else abs(high) * _CONVERTED / 2
        match self.bound:
            case Bound.ABOUT:
                slack = max(slack, abs(high) * _share_left_open(self.high))
            case Bound.NEARLY:
                low -= abs(low) * _ABOUT[1]
            case Bound.AT_LEAST | Bound.MORE_THAN:
                high = Decimal("Infinity")
            case Bound.AT_MOST | Bound.LESS_THAN:
                low = Decimal("-Infinity")
        return low - slack, high + slack


def _overlap(a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _rounds_to(coarse: Quantity, fine: Quantity) -> bool:
    """Whether `coarse` is `fine` rounded (4.98 and 5; 1,234 and 1,200); both are single values."""
    if coarse.unit == fine.unit and coarse.low == fine.low:
        return True
    difference = abs(coarse._base(coarse.low) - fine._base(fine.low))
    if coarse._base_step() > fine._base_step() and difference <= coarse._base_step() * _HALF:
        return True
    if coarse.unit != fine.unit or min(abs(coarse.low), abs(fine.low)) < _WORTH_ROUNDING:
        return False
    rounder, other = sorted((coarse.low, fine.low), key=_significant_digits)
    digits = _significant_digits(rounder)
    return digits >= _FEWEST_DIGITS and round(other, digits - 1 - other.adjusted()) == rounder


def _share_left_open(value: Decimal) -> Decimal:
    """Return the share of `value` by which "about" may miss it."""
    half = Decimal(5).scaleb(value.normalize().adjusted() - _significant_digits(value))
    return min(_ABOUT[1], max(_ABOUT[0], half / abs(value))) if value else Decimal(0)


def _significant_digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _plain(value: Decimal) -> str:
    """Return `value` with commas and without idle zeros; parts of a whole with one decimal."""
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,f}"
    return f"{value.quantize(Decimal('0.1')) if _significant_digits(value) > 15 else value.normalize():,f}"


def _ordinal_ending(value: int) -> str:
    return "th" if value // 10 % 10 == 1 else _ORDINAL_ENDINGS.get(value % 10, "th")
