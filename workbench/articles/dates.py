"""Dates as articles write them, and nothing guessed: a date that can be read in two ways is none."""

import re
from datetime import date, datetime
from typing import Final

_MONTH_NAMES: Final = (
    "january jan januar jänner janvier janv enero ene",
    "february feb februar février févr fevrier febrero",
    "march mar märz mrz mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet juil julio",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre déc diciembre dic",
)
_MONTHS: Final = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH: Final = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.)?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)" + _YEAR + r"-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        r"(?<!\d)" + _YEAR + r"/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?!\d)",
        r"\b" + _MONTH + r"\s+" + _DAY + r",?\s+" + _YEAR + r"\b",
        r"(?<!\d)" + _DAY + r"\s+(?:de\s+|of\s+)?" + _MONTH + r",?\s+(?:de\s+)?" + _YEAR + r"\b",
        r"(?<!\d)(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\." + _YEAR + r"(?!\d)",
    )
)
_WITHOUT_YEAR: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b" + _MONTH + r"\s+" + _DAY + r"(?![\d%])\b",
        r"(?<![\d.])" + _DAY + r"\s+(?:de\s+|of\s+)?" + _MONTH + r"(?!\w)",
    )
)
_YEAR_IN_ADDRESS: Final = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?:[01]?\d|[a-z]{3})[/-]")
_SLASHED: Final = re.compile(r"(?<!\d)([0-3]?\d)[/-]([0-3]?\d)[/-]" + _YEAR + r"(?!\d)")
_TIME: Final = re.compile(
    r"(?<![\d.:/-])(?P<hour>[012]?\d)[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\.?\d)(?:\s*(?P<half>[ap])\.?\s?m\b)?",
    re.IGNORECASE,
)
_WORDS_OF_DATES: Final = re.compile(
    r"\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\b\.?"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b"
    r"|\b(?:gmt|utc|bst|ist|jst|kst|msk|cest|cet|[ecmp][sd]?t|am|pm|a\.m\.?|p\.m\.?|at|on|um|à|the|z|den|le)\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:(?:first|last|originally)\s+)?"
    r"(?P<word>published|publié|publicado|veröffentlicht|posted|created|date|datum|erstellt|"
    r"updated|modified|update|aktualisiert|stand|mis à jour|actualizado)\b"
    r"(?:\s+(?:on|at|am|le|el|date))?\s*[:\-–—|]?\s*",
    re.IGNORECASE,
)
_UPDATING: Final = frozenset({"updated", "modified", "update", "aktualisiert", "stand", "mis à jour", "actualizado"})
_LONGEST_LINE: Final = 120


def find_date(text: str) -> date | None:
    """Return the first full date in `text`, a datetime where a time of day stands beside it, else None."""
    text = text[:_LONGEST_LINE]
    day = _find_day(text)
    time = _TIME.search(text) if day else None
    if day is None or time is None:
        return day
    hour = int(time["hour"]) % 12 + 12 * (time["half"] in "pP") if time["half"] else int(time["hour"])
    return datetime(day.year, day.month, day.day, hour, int(time["minute"])) if hour < 24 else day  # noqa: DTZ001


def find_day_in(text: str, year: int) -> date | None:
    """Return the first day of a year that `text` names without it ("Oct 30", "30 October"), else None."""
    for form in _WITHOUT_YEAR:
        if match := form.search(text[:_LONGEST_LINE]):
            return _day(year, _month(match["month"]), int(match["day"]))
    return None


def year_in_address(address: str) -> int | None:
    """Return the year that stands before a month in the path of an address ("/2023/09/…"), else None."""
    match = _YEAR_IN_ADDRESS.search(address)
    return int(match["year"]) if match else None


def holds_date(text: str) -> bool:
    """Whether a full date stands in `text`, be it one that can be read in two ways ("02/10/2020")."""
    return _find_day(text[:_LONGEST_LINE]) is not None or _SLASHED.search(text[:_LONGEST_LINE]) is not None


def is_day_line(text: str) -> bool:
    """Whether `text` is a day of the year (with or without weekday and time) and nothing more."""
    if len(text) > _LONGEST_LINE or not any(form.search(text) for form in _WITHOUT_YEAR):
        return False
    rest = _LABEL.sub(" ", text)
    for form in (*_WITHOUT_YEAR, _TIME, _WORDS_OF_DATES):
        rest = form.sub(" ", rest, count=1)
    return not re.search(r"\w", rest)


def read_iso(text: str) -> date | None:
    """Return the date that a machine wrote into a page (ISO 8601, or as people write it), else None."""
    text = text.strip()
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        return find_date(text)


def is_date_line(text: str) -> bool:
    """Whether `text` is a date (with or without weekday, time, and "Published:" before it) and nothing more."""
    if len(text) > _LONGEST_LINE or not (_find_day(text) or _SLASHED.search(text)):
        return False
    rest = _LABEL.sub(" ", text)
    for form in (*_FORMS, _SLASHED, _TIME, _WORDS_OF_DATES):
        rest = form.sub(" ", rest)
    return not re.search(r"\w", rest)


def has_date_label(text: str) -> bool:
    """Whether a line says of its date that it is the article's ("Published", "Updated")."""
    return _LABEL.match(text) is not None


def is_update(text: str) -> bool:
    """Whether a line dates the last change of the article, and not its appearance."""
    label = _LABEL.match(text)
    return label is not None and label["word"].lower() in _UPDATING


def before_update(text: str) -> str:
    """Return what stands before "Last updated …" in a line that gives another date first, else the whole line."""
    labels = (label.start() for label in _LABEL.finditer(text) if label["word"].lower() in _UPDATING)
    return next((text[:start] for start in labels if _find_day(text[:start])), text)


def _find_day(text: str) -> date | None:
    for form in _FORMS:
        if match := form.search(text):
            return _day(int(match["year"]), _month(match["month"]), int(match["day"]))
    if match := _SLASHED.search(text):
        first, second = int(match[1]), int(match[2])
        if first > 12 or first == second:
            return _day(int(match["year"]), second, first)
        return _day(int(match["year"]), first, second) if second > 12 else None
    return None


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else _MONTHS.get(name.casefold(), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
