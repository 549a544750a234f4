"""Dates that name their year, month or day: "April 25, 2019", "3–5 May", "13/09/2023", "the 1980s", "in March"."""

import re
from datetime import date
from typing import Final

from workbench.matching.calendar_words import (
    CENTURY,
    FEAST,
    FULL_MONTH,
    MONTH,
    SEASON,
    YEAR,
    century,
    days,
    decade,
    feast,
    month_number,
    season,
    years,
)
from workbench.matching.periods import Period, calendar_period, first_day
from workbench.matching.relative_dates import Reader
from workbench.matching.words import word_list

_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_TO: Final = r"\s?(?:[-–]|to|and)\s?"
_IN_YEAR: Final = rf"(?:\s*,?\s+(?P<y>{YEAR}))?"
# "May" and "March" are also verbs: alone they are months only after such words.
_MONTH_ALONE: Final = "|".join(
    rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]}[ -])"
    for word in word_list("in since by until till from to through early late mid of between")
)
_BEFORE_SEASON: Final = r"(?<=\b[Ii]n )|(?<=\b[Ii]n the )|(?<=\bsince )"
_NOT_A_PERSON: Final = r"\b(?!\s+[A-Z][a-z])"
_COUNTED: Final = (
    r"(?!\s+(?:people|men|women|children|troops|soldiers|workers|jobs|homes|houses|copies|votes|points|feet|met(?:er|re)s"
    r"|miles|km|kilomet(?:er|re)s|dollars|euros|pounds|tons|tonnes|cases|deaths|years|of\s+them)\b(?![’']))"
)
_NO_NUMBER_BEFORE: Final = r"(?<![\w.,$€£-])"


def _calendar(match: re.Match[str], told: date | None) -> Period:
    found = match.groupdict()
    year, month, day = found.get("y"), found.get("m"), found.get("d")
    return calendar_period(
        int(year) if year else None,
        month_number(month) if month else None,
        int(re.sub(r"\D", "", day)) if day else None,
        told,
    )


def _days_of_month(match: re.Match[str], told: date | None) -> Period:
    first, last = _calendar(match, told), int(re.sub(r"\D", "", match["d2"]))
    end = first.first and first_day(first.first.year, first.first.month, last)
    return days(first.first, end) if first.first and end and first.first <= end else Period(first.year, first.month)


def _in_digits(match: re.Match[str], told: date | None) -> Period:
    """Read 13/09/2023 and 9/13/2023; where both orders are possible, the year alone is sure."""
    one, other, year = int(match["one"]), int(match["other"]), int(match["y"])
    day, month = (one, other) if one > 12 or one == other else (other, one) if other > 12 else (None, None)
    return calendar_period(year, month, day, told)


def _year_span(match: re.Match[str], told: date | None) -> Period:
    first, last = int(match["y"]), int(match["y2"])
    last += first - first % 100 if last < 100 else 0
    return years(first, last) if first <= last else Period(first)


def _short_year(match: re.Match[str], told: date | None) -> Period:
    """Read ’98: of the last hundred years, and of the twentieth century if nothing is known."""
    year, now = int(match["yy"]), told.year if told else 1999
    return calendar_period(now - (now - year) % 100, None, None, told)


def _decade(match: re.Match[str], told: date | None) -> Period:
    first = int(match["decade"])
    now = told.year if told else 1999
    return decade(first if first > 99 else now - (now - first) % 100)


def _season_of(match: re.Match[str], told: date | None) -> Period:
    return season(match["season"], int(match["y"])) if match["y"] else Period()


def _feast(match: re.Match[str], told: date | None) -> Period:
    return feast(match.group(), told)


def _century(match: re.Match[str], told: date | None) -> Period:
    return century(match.group())


PRECISE_DATES: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (re.compile(rf"\b(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})\b"), _calendar),
    (re.compile(rf"(?<![\d/.])(?P<one>[0-3]?\d)[/.](?P<other>[0-3]?\d)[/.](?P<y>{YEAR})(?![\d/])"), _in_digits),
    (re.compile(rf"\b(?P<m>{MONTH})\s+(?P<d>{_DAY}){_TO}(?P<d2>{_DAY})(?!\d|[:.,]\d){_IN_YEAR}\b"), _days_of_month),
    (re.compile(rf"\b(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{_DAY})(?!\d|[:.,]\d){_IN_YEAR}\b"), _calendar),
    (re.compile(rf"\b(?P<d>{_DAY}){_TO}(?P<d2>{_DAY})\s+(?P<m>{MONTH}){_IN_YEAR}(?!\w)"), _days_of_month),
    (re.compile(rf"\b(?P<d>{_DAY})(?:\s+of)?\s+(?P<m>{MONTH}){_IN_YEAR}(?!\w)"), _calendar),
    (re.compile(rf"\b(?P<m>{MONTH})(?:\s*,|\s+of)?\s+(?P<y>{YEAR})\b"), _calendar),
    (re.compile(FEAST), _feast),
)
LOOSE_DATES: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (re.compile(rf"\b(?=[JFMASOND])(?:{_MONTH_ALONE})(?P<m>{FULL_MONTH}){_NOT_A_PERSON}"), _calendar),
    (re.compile(rf"\b(?!March|May)(?P<m>{FULL_MONTH}){_NOT_A_PERSON}"), _calendar),
    (re.compile(rf"\b(?=[\dfsten]){CENTURY}\b", re.IGNORECASE), _century),
    (re.compile(r"\b(?:(?:early|mid|late)[\s-])?(?P<decade>(?:1[6-9]|20)\d0)[’']?s\b"), _decade),
    (re.compile(r"\b[Tt]he\s+(?:(?:early|mid|late)[\s-])?[’']?(?P<decade>[2-9]0)s\b"), _decade),
    (re.compile(r"(?<!\w)[’'](?P<decade>[2-9]0)s\b"), _decade),
    (re.compile(rf"\b(?P<season>{SEASON})(?:\s+of)?\s+(?P<y>{YEAR})\b"), _season_of),
    (re.compile(rf"\b(?=[safw])(?:{_BEFORE_SEASON})(?P<season>{SEASON})\b(?P<y>)"), _season_of),
    (re.compile(r"(?<=\bthe )(?P<season>spring|summer|autumn|winter)\b(?P<y>)"), _season_of),
    (re.compile(rf"{_NO_NUMBER_BEFORE}(?P<y>{YEAR})\s?[-–]\s?(?P<y2>{YEAR}|\d\d)(?![\w%-]|[.,]\d)"), _year_span),
    (re.compile(rf"{_NO_NUMBER_BEFORE}(?P<y>{YEAR})(?![\w%]|[.,]\d|-\d){_COUNTED}"), _calendar),
    (re.compile(r"(?<![\w’'])[’'](?P<yy>\d\d)(?![\w’'])"), _short_year),
)  # fmt: skip
