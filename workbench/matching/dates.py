"""Dates, weekdays and clock times as texts write them, with the parts that two writings can be compared by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.matching.mentions import Mention
from workbench.matching.words import word_list

_MONTHS: Final = word_list("january february march april may june july august september october november december")
_WEEKDAYS: Final = word_list("monday tuesday wednesday thursday friday saturday sunday")

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL_MONTH: Final = rf"(?:{'|'.join(month.capitalize() for month in _MONTHS)})"
_YEAR: Final = r"(?:1[6-9]|20)\d\d"
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
# Each pattern's groups: y(ear), m(onth), d(ay), w(eekday), h(our), i (minute), half (a.m. or p.m.), spoken.
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})\b",
        rf"\b(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?!\d|[:.,]\d)(?:,?\s+(?P<y>{_YEAR}))?\b",
        rf"\b(?P<d>{_DAY})(?:\s+of)?\s+(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?\b",
        rf"\b(?P<m>{_FULL_MONTH})(?:,|\s+of)?\s+(?P<y>{_YEAR})\b",
        rf"(?<=\b[Ii]n )(?P<m>{_FULL_MONTH})\b|(?<=\b[Ss]ince )(?P<m2>{_FULL_MONTH})\b",
        rf"\b(?P<w>(?:{'|'.join(day.capitalize() for day in _WEEKDAYS)}))s?\b",
        r"\b(?P<h>[01]?\d|2[0-3])[:.](?P<i>[0-5]\d)\s?(?P<half>[ap]\.?m\b\.?)",
        r"(?<![\d:.,])(?P<h>[01]?\d|2[0-3]):(?P<i>[0-5]\d)(?![\d:])",
        r"(?<![\d:.,])(?P<h>1[0-2]|0?[1-9])\s?(?P<half>[ap]\.?m\b\.?)",
        r"\b(?P<spoken>[Nn]oon|[Mm]idday|[Mm]idnight)\b",
        rf"(?<![\w.,$€£-])(?P<y>{_YEAR})(?![\w%]|[.,]\d|-\d)",
    )
)
_SPOKEN_MINUTES: Final = {"noon": 720, "midday": 720, "midnight": 0}


@dataclass(frozen=True, slots=True)
class Moment(Mention):
    """A date or a time in a text: its place, and what it states; what it leaves open is None.

    `minute` counts from midnight; `certain_half` is False for a clock time below 13:00 without a.m. or p.m.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute: int | None = None
    certain_half: bool = True


def find_moments(text: str) -> Iterator[Moment]:
    """Yield the dates, weekdays and times of `text` in order; none overlaps another."""
    taken: list[Moment] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= moment.start or moment.end <= match.start() for moment in taken):
                taken.append(_moment(match))
    yield from sorted(taken, key=lambda moment: moment.start)


def comparable(a: Moment, b: Moment) -> bool:
    """Whether two moments state something of the same kind."""
    return any(x is not None and y is not None for x, y in _parts(a, b))


def same_moment(a: Moment, b: Moment) -> bool:
    """Whether nothing that both moments state differs."""
    if a.minute is not None and b.minute is not None and not (a.certain_half and b.certain_half):
        return a.minute % 720 == b.minute % 720
    return all(x is None or y is None or x == y for x, y in _parts(a, b))


def _parts(a: Moment, b: Moment) -> tuple[tuple[int | None, int | None], ...]:
    return (
        (a.year, b.year),
        (a.month, b.month),
        (a.day, b.day),
        (a.weekday, b.weekday),
        (a.minute, b.minute),
    )


def _moment(match: re.Match[str]) -> Moment:
    found = match.groupdict()
    start, end = match.span()
    if found.get("spoken"):
        return Moment(start, end, minute=_SPOKEN_MINUTES[found["spoken"].lower()])
    if found.get("h"):
        return _clock(start, end, int(found["h"]), int(found.get("i") or 0), found.get("half"))
    if found.get("w"):
        return Moment(start, end, weekday=_WEEKDAYS.index(found["w"].lower()))
    month = found.get("m") or found.get("m2")
    return Moment(
        start,
        end,
        year=int(found["y"]) if found.get("y") else None,
        month=_month_number(month) if month else None,
        day=int(re.sub(r"\D", "", found["d"])) if found.get("d") else None,
    )


def _clock(start: int, end: int, hour: int, minute: int, half: str | None) -> Moment:
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return Moment(start, end, minute=60 * hour + minute, certain_half=bool(half) or hour > 12)


def _month_number(month: str) -> int:
    if month.isdigit():
        return int(month)
    return next(n for n, name in enumerate(_MONTHS, start=1) if name[:3] == month[:3].lower())
