"""The words that dates are written in: months, weekdays, seasons, decades, feasts with a fixed day."""

from datetime import date, timedelta
from typing import Final

from workbench.matching.number_words import ORDINALS
from workbench.matching.periods import Period, calendar_period, last_day
from workbench.matching.words import word_list

MONTHS: Final = word_list("january february march april may june july august september october november december")
WEEKDAYS: Final = word_list("monday tuesday wednesday thursday friday saturday sunday")
MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
FULL_MONTH: Final = rf"(?:{'|'.join(month.capitalize() for month in MONTHS)})"
WEEKDAY: Final = rf"(?:{'|'.join(day.capitalize() for day in WEEKDAYS)}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat)\.)"
YEAR: Final = r"(?:1[6-9]|20)\d\d"
SEASON: Final = r"(?:spring|summer|autumn|fall|winter)"
FEAST: Final = r"(?:Christmas(?:\s+Day|\s+Eve)?|New\s+Year[’']?s?\s+(?:Day|Eve)|Halloween|Valentine[’']s\s+Day)"
CENTURY: Final = rf"(?:\d\d?(?:st|nd|rd|th)|{'|'.join(ORDINALS)}|twenty-first)[\s-]centur(?:y|ies)"

_FEASTS: Final = {"christmas eve": (12, 24), "christmas": (12, 25), "halloween": (10, 31), "valentine": (2, 14),
                  "new year eve": (12, 31), "new year": (1, 1)}  # fmt: skip
# On the northern half of the earth, where most of what is written in English is written; winter ends in March.
_SEASONS: Final = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 15)}
_CENTURY_YEARS: Final = 100
_DECADE_YEARS: Final = 10


def month_number(month: str) -> int:
    """Return 1 to 12 for the name, the abbreviation or the digits of a month."""
    if month.isdigit():
        return int(month)
    return next(n for n, name in enumerate(MONTHS, start=1) if name[:3] == month[:3].lower())


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for the name of a weekday, or its first letters."""
    return next(number for number, day in enumerate(WEEKDAYS) if day[:3] == name[:3].lower())


def feast(written: str, told: date | None) -> Period:
    """Return the day of a feast, in the year nearest to `told` if that is known."""
    plain = " ".join(written.lower().replace("’", "'").replace("'s", "").split())
    month, day = next(known for name, known in _FEASTS.items() if plain.startswith(name))
    return calendar_period(None, month, day, told)


def season(name: str, year: int) -> Period:
    """Return the months of a season of `year`; of winter, those in which it ends are of the year after."""
    begins, ends = _SEASONS[name.lower()]
    last = last_day(year + ends // 13, (ends - 1) % 12 + 1)
    return Period(first=date(year, begins, 1), last=last)


def decade(first_year: int) -> Period:
    """Return the ten years from `first_year` on."""
    return years(first_year, first_year + _DECADE_YEARS - 1)


def century(written: str) -> Period:
    """Return the hundred years of the "19th century"."""
    name = written.lower().replace("-century", " century").split()[0]
    if name[0].isdigit():
        number = int("".join(letter for letter in name if letter.isdigit()))
    else:
        number = ORDINALS.index(name) + 1 if name in ORDINALS else len(ORDINALS) + 1
    if not 1 <= number <= 99:
        return Period()
    return years(_CENTURY_YEARS * (number - 1) + 1, _CENTURY_YEARS * number)


def years(first: int, last: int) -> Period:
    """Return the years from `first` to `last`."""
    return Period(first=date(first, 1, 1), last=date(last, 12, 31))


def days(first: date, last: date) -> Period:
    """Return the days from `first` to `last`."""
    return Period(weekday=first.weekday() if first == last else None, first=first, last=last)


def shifted(day: date, by: int) -> date:
    """Return the day so many days later, as far as the calendar reaches."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.max if by > 0 else date.min
