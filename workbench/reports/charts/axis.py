"""Where times stand on an axis, and which of them are written below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

_HOUR: Final = 3600.0
_DAY: Final = 24 * _HOUR
_STEPS: Final = (_HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, _DAY, 2 * _DAY, 4 * _DAY, 7 * _DAY, 14 * _DAY)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MOST_TICKS: Final = 7
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Axis:
    """Times from `first` to `last` (seconds since 1970), from `left` to `right` in units of the drawing."""

    first: float
    last: float
    left: float
    right: float

    def place(self, moment: float) -> float:
        """Return where a time stands; of one time alone, the middle."""
        if self.last == self.first:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (moment - self.first) / (self.last - self.first)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return at most a handful of round times within the axis, with their words; for one time alone its day."""
        span = self.last - self.first
        if not span:
            return ((self.place(self.first), f"{_time(self.first):%Y-%m-%d}"),)
        step = next((each for each in _STEPS if span / each <= _MOST_TICKS), None)
        found = _even_ticks(self.first, self.last, step) if step else _month_ticks(self.first, self.last)
        pattern = "%Y-%m-%d" if step is None or step >= _DAY else "%m-%d %H:%M"
        return tuple((self.place(moment), _time(moment).strftime(pattern)) for moment in found)


def _even_ticks(first: float, last: float, step: float) -> Iterator[float]:
    moment = -(-first // step) * step
    while moment <= last:
        yield moment
        moment += step


def _month_ticks(first: float, last: float) -> Iterator[float]:
    start, end = _time(first), _time(last)
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next((each for each in _MONTHS if months / each <= _MOST_TICKS), _MONTHS[-1])
    number = -(-(start.year * 12 + start.month - 1) // step) * step
    while number // 12 <= end.year:
        moment = (datetime(number // 12, number % 12 + 1, 1, tzinfo=UTC) - _EPOCH).total_seconds()
        if first <= moment <= last:
            yield moment
        number += step


def _time(moment: float) -> datetime:
    return _EPOCH + timedelta(seconds=moment)
