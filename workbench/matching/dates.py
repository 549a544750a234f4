"""Dates and clock times as texts write them, with the period that two writings can be compared by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.matching.calendar_dates import LOOSE_DATES, PRECISE_DATES
from workbench.matching.mentions import Mention
from workbench.matching.periods import Period
from workbench.matching.relative_dates import AGO, RELATIVE_DATES, Reader

_SPOKEN_MINUTES: Final = {"noon": 720, "midday": 720, "midnight": 0}


@dataclass(frozen=True, slots=True)
class Moment(Mention):
    """A date or a time in a text: its place, and what it states."""

    period: Period


def find_moments(text: str, told: date | None = None) -> Iterator[Moment]:
    """Yield the dates, weekdays and times of `text` in order; none overlaps another.

    `told` is the day on which the text appeared: "Tuesday", "last month" and "Sept. 13" are dated from it. Without
    it they state no more than they say.
    """
    taken = bytearray(len(text))
    found: list[Moment] = []
    for pattern, read in _PATTERNS:
        if pattern is AGO and "ago" not in text.lower():
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Moment(start, end, read(match, told)))
    yield from sorted(found, key=lambda moment: moment.start)


def comparable(a: Moment, b: Moment) -> bool:
    """Whether two moments state something of the same kind."""
    return a.period.is_like(b.period)


def same_moment(a: Moment, b: Moment) -> bool:
    """Whether nothing that both moments state differs."""
    return a.period.agrees(b.period)


def _clock(match: re.Match[str], told: date | None) -> Period:
    found = match.groupdict()
    if found.get("spoken"):
        return Period(minute=_SPOKEN_MINUTES[found["spoken"].lower()])
    hour, minute, half = int(found["h"]), int(found.get("i") or 0), found.get("half")
    if half:
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    return Period(minute=60 * hour + minute, certain_half=bool(half) or hour > 12)


_CLOCK_TIMES: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (re.compile(r"\b(?P<h>[01]?\d|2[0-3])[:.](?P<i>[0-5]\d)\s?(?P<half>[ap]\.?m\b\.?)", re.IGNORECASE), _clock),
    (re.compile(r"(?<![\d:.,])(?P<h>[01]?\d|2[0-3]):(?P<i>[0-5]\d)(?![\d:]|\.\d)"), _clock),
    (re.compile(r"(?<![\d:.,])(?P<h>1[0-2]|0?[1-9])\s?(?P<half>[ap]\.?m\b\.?)", re.IGNORECASE), _clock),
    (re.compile(r"\b(?P<spoken>noon|midday|midnight)\b", re.IGNORECASE), _clock),
)
# Sooner patterns read more; what they have read is no longer there for later ones.
_PATTERNS: Final = (*PRECISE_DATES, *RELATIVE_DATES, *_CLOCK_TIMES, *LOOSE_DATES)
