"""Dates that are told from the day of their article: "Tuesday", "yesterday", "last month", "four years ago"."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from workbench.matching.calendar_words import (
    FULL_MONTH,
    SEASON,
    WEEKDAY,
    days,
    month_number,
    season,
    shifted,
    weekday_number,
    years,
)
from workbench.matching.number_words import SPELLED, spelled
from workbench.matching.periods import Period, calendar_period, last_day

Reader = Callable[[re.Match[str], date | None], Period]

_SPAN_DAYS: Final = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}
_NEAR_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_LONGEST_AGO: Final = 365_000  # days
_NEXT: Final = ("next", "coming")
_LAST: Final = ("last", "past", "previous")
_TURN: Final = r"(?:this\s+(?:past|coming)|last|past|previous|this|next|coming)"
_COUNT: Final = rf"(?:\d{{1,4}}|an?|{SPELLED}|few|several|couple\s+of)"
_WHOLE: Final = r"(?:week|weekend|month|year|decade)"


def _near_day(match: re.Match[str], told: date | None) -> Period:
    if told is None:
        return Period()
    word = match.group().lower()
    # "Last night" began on the day before; a morning paper means it so.
    away = -1 if word.startswith("last") else _NEAR_DAYS.get(word, 0)
    day = shifted(told, away)
    return days(day, day)


def _weekday(match: re.Match[str], told: date | None) -> Period:
    weekday = weekday_number(match["weekday"])
    if told is None or match["every"]:
        return Period(weekday=weekday)
    before = shifted(told, -((told.weekday() - weekday) % 7))
    after = shifted(told, (weekday - told.weekday() - 1) % 7 + 1)
    turn = (match["turn"] or "").lower().split()[-1:]
    if turn and turn[0] in _LAST:
        # "Last Tuesday" is the one before the article, or that of the week before.
        earlier = before if before < told else shifted(before, -7)
        return Period(weekday=weekday, first=shifted(earlier, -7), last=earlier, likely=earlier)
    if turn and turn[0] in _NEXT:
        return Period(weekday=weekday, first=after, last=shifted(after, 7), likely=after)
    return Period(weekday=weekday, first=before, last=after, likely=before)


def _turned(match: re.Match[str], told: date | None) -> Period:
    """Read "last week", "this month", "next year"."""
    if told is None:
        return Period()
    turn = match["turn"].lower().split()[-1]
    step = -1 if turn in _LAST else 1 if turn in _NEXT else 0
    what = match["what"].lower()
    if what == "week":
        monday = shifted(told, 7 * step - told.weekday())
        return days(shifted(monday, -1), shifted(monday, 6))  # some weeks begin on Sunday
    if what == "weekend":
        saturday = shifted(told, 5 - told.weekday() + 7 * (step if told.weekday() < 5 or step > 0 else 0))
        return days(shifted(saturday, -1), shifted(saturday, 1))
    if what == "month":
        return _month_of(12 * told.year + told.month - 1 + step)
    if what == "year":
        return _years_of(told.year + step, told.year + step)
    first = told.year - told.year % 10 + 10 * step
    return _years_of(first, first + 9)


def _month_of(number: int) -> Period:
    """Return the month that is `number` months after January of the year 0."""
    return calendar_period(number // 12, number % 12 + 1, None, None)


def _years_of(first: int, last: int) -> Period:
    if not date.min.year <= first <= last <= date.max.year:
        return Period()
    return calendar_period(first, None, None, None) if first == last else years(first, last)


def _turned_month(match: re.Match[str], told: date | None) -> Period:
    """Read "last March", "next summer"."""
    turn, what = match["turn"].lower().split()[-1], match["what"].lower()
    if what == "may" or match["what"][0].isupper():
        month = month_number(what)
        if told is None:
            return Period(month=month)
        passed = month < told.month
        year = told.year + (
            0 if turn == "this" else -(not passed) if turn in _LAST else int(passed or month == told.month)
        )
        return calendar_period(year, month, None, None)
    if told is None:
        return Period()
    year = min(max(told.year, 2), 9_000)
    if turn in _LAST:
        # In autumn "last summer" is the one just over, or that of the year before.
        earlier, latest = season(what, year - 1), season(what, year)
        return latest if latest.last and latest.last < told else earlier
    return season(what, year + (turn in _NEXT))


def _ago(match: re.Match[str], told: date | None) -> Period:
    """Read "four years ago": as precisely as such words are meant, to half a unit and to the calendar year."""
    if told is None:
        return Period()
    unit = match["span"].lower().removesuffix("s")
    count, few = _count(match["count"].lower())
    middle = shifted(told, -round(min(count * _SPAN_DAYS[unit], _LONGEST_AGO)))
    if unit == "day" and not few:
        return days(middle, middle)
    slack = round(_SPAN_DAYS[unit] * (2 if few else 0.75 if unit != "day" else 1))
    first, last = shifted(middle, -slack), shifted(middle, slack)
    last = min(last, told)
    if unit in ("day", "week"):
        return Period(first=first, last=last, likely=middle, about=True)
    if unit == "month":
        return Period(middle.year, middle.month, first=first, last=last, about=True)
    if not few:
        first, last = min(first, date(middle.year, 1, 1)), max(last, last_day(middle.year, None))
    return Period(middle.year, first=first, last=last, about=True)


def _count(written: str) -> tuple[float, bool]:
    """Return how many, and whether the word is vague."""
    if written in ("few", "several") or written.startswith("couple"):
        return (2.0 if written.startswith("couple") else 4.0), True
    if written in ("a", "an"):
        return 1.0, False
    return float(written if written.isdigit() else spelled(written)), False


AGO: Final = re.compile(rf"\b(?P<count>{_COUNT})\s+(?P<span>(?:day|week|month|year|decade)s?)\s+ago\b", re.IGNORECASE)
"""The slowest to look for, since many words may begin a count: only where "ago" stands at all."""
_NEAR: Final = r"\b(?:today|tonight|yesterday|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening))\b"
_WHOLES: Final = rf"\b(?:(?:earlier|later|early|late)\s+)?(?P<turn>{_TURN})\s+(?P<what>{_WHOLE})\b(?![’'-])"
# "Sunday" and "March" are names, so these are read as they are written.
_MONTHS: Final = rf"\b(?P<turn>(?i:last|past|this|next|coming))\s+(?P<what>{FULL_MONTH}|{SEASON})\b"
_WEEKDAYS: Final = rf"\b(?:(?P<turn>(?i:{_TURN}))\s+)?(?P<weekday>{WEEKDAY})(?P<every>s\b)?(?!\w)"

RELATIVE_DATES: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (AGO, _ago),
    (re.compile(_NEAR, re.IGNORECASE), _near_day),
    (re.compile(_WHOLES, re.IGNORECASE), _turned),
    (re.compile(_MONTHS), _turned_month),
    (re.compile(_WEEKDAYS), _weekday),
)
