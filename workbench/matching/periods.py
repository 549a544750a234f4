"""What a date or a time in a text states: parts of it, or the days that it can mean, as precisely as the text says."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_HALF_DAY: Final = 720
_LONGEST_SHOWN_DAYS: Final = 400
_SAME_YEAR_DAYS: Final = 270  # news writes the year where it is not that of the article (AP Stylebook)


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a time: what it states of itself, and between which days it lies if that can be told.

    What a text leaves open is None. `minute` counts from midnight; `certain_half` is False for a clock time below
    13:00 without a.m. or p.m. `first` and `last` are the days that it can mean; `likely` the day it means most
    likely, where these are more than one ("on Tuesday" is mostly the Tuesday before the article). `about` says that it
    is told roughly ("four years ago").
    `str()` gives it as precisely as it is known: "2019-04-25", "2019-04", "2019", "April", "Tuesday", "22:30".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute: int | None = None
    certain_half: bool = True
    first: date | None = None
    last: date | None = None
    likely: date | None = None
    about: bool = False

    def __str__(self) -> str:
        """Return the period as a person reads it, as precisely as it is known."""
        return f"~{self._shown()}" if self.about else self._shown()

    def _shown(self) -> str:
        if self.minute is not None:
            return f"{self.minute // 60:02}:{self.minute % 60:02}"
        if self.likely or (self.first and self.first == self.last):
            return str(self.likely or self.first)
        if self.year is not None:
            return f"{self.year}" + (f"-{self.month:02}" if self.month else "")
        if self.first and self.last:
            return _days_between(self.first, self.last)
        parts = (_MONTHS[self.month - 1] if self.month else "", str(self.day or ""))
        return " ".join(part for part in parts if part) or (_WEEKDAYS[self.weekday] if self.weekday is not None else "")

    def adds_to(self, words: str) -> bool:
        """Whether the value shows what the words do not: the day of "Tuesday", not that of "April 25, 2019"."""
        return self.minute is None and self.first is not None and str(self.first.year) not in words

    def is_like(self, other: "Period") -> bool:
        """Whether the two state something of the same kind, so that they can be held against each other."""
        if self.minute is None and other.minute is None and self.first and other.first:
            return True
        return any(x is not None and y is not None for x, y in self._parts(other))

    def agrees(self, other: "Period") -> bool:
        """Whether nothing that both state differs, each at its own precision."""
        if self.minute is not None and other.minute is not None and not (self.certain_half and other.certain_half):
            return self.minute % _HALF_DAY == other.minute % _HALF_DAY
        if self.first and self.last and other.first and other.last:
            weekdays_agree = self.weekday is None or other.weekday is None or self.weekday == other.weekday
            return self.first <= other.last and other.first <= self.last and weekdays_agree
        return all(x is None or y is None or x == y for x, y in self._parts(other))

    def _parts(self, other: "Period") -> tuple[tuple[int | None, int | None], ...]:
        return (
            (self.year, other.year),
            (self.month, other.month),
            (self.day, other.day),
            (self.weekday, other.weekday),
            (self.minute, other.minute),
        )


def calendar_period(year: int | None, month: int | None, day: int | None, told: date | None) -> Period:
    """Return the period of a date as written; a year that it leaves open is told from `told`, if known."""
    given = year
    if year is None and told is not None and month is not None:
        year = _year_meant(month, day, told)
    first = first_day(year, month, day) if year is not None else None
    if year is None or first is None:
        return Period(given, month, day)
    last = first if day else last_day(year, month)
    return Period(year, month, day, first.weekday() if day else None, first=first, last=last)


def first_day(year: int, month: int | None, day: int | None) -> date | None:
    """Return the first day of a year, a month or a day; None if there is no such day."""
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None


def last_day(year: int, month: int | None) -> date:
    """Return the last day of a year or a month."""
    if month in (None, 12):
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1) if month else date(year, 12, 31)


def _year_meant(month: int, day: int | None, told: date) -> int:
    """Return the year of a date without one: that of the article, but for a January told in December."""
    if abs(_middle(told.year, month, day) - told).days <= _SAME_YEAR_DAYS:
        return told.year
    return told.year + (1 if month < told.month else -1)


def _middle(year: int, month: int, day: int | None) -> date:
    return first_day(year, month, day or 15) or last_day(year, month)


def _days_between(first: date, last: date) -> str:
    if (last - first).days > _LONGEST_SHOWN_DAYS:
        return f"{first.year}–{last.year}"
    return f"{first} to {last}"
