"""Lines at the head of an article that say who wrote it, when and where."""

import re
from dataclasses import dataclass
from typing import Final

from workbench.articles.dates import find_date, has_date_label, is_date_line

_LONGEST: Final = 160
_WORDS_OF_SENTENCE: Final = 7
_NAME: Final = r"(?:[A-ZÀ-ÞŠŽČĆĐŁ][\w.’'-]*|de|von|van|der|den|di|da|del|la|le|el|al|bin|zu)"
_NAMES: Final = rf"{_NAME}(?:\s+{_NAME}){{0,4}}"
_AND: Final = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|e|&|in|for)\s+|\s*[|/•·–—-]\s*)"
_BYLINE: Final = re.compile(
    rf"(?:(?i:by|von|par|por|da|written by|story by|author|reported by|words by|text by)(?::\s*|\s+))"
    rf"(?P<names>{_NAMES}(?:{_AND}{_NAMES}){{0,6}})\.?(?P<rest>\s*[|•·,–—-]?\s*.{{0,60}})"
)
_NOT_A_NAME: Final = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|The|This|Then|Now|Early|Late|Mid\w*|Contrast|Far|Comparison|Law|Noon|Midnight|\d+)\b"
)
_JOB: Final = re.compile(
    r"(?:(?:senior|chief|staff|foreign|political|diplomatic|defen[cs]e|correspondents?|reporters?|transport|business|science|health|political|writers?|editors?|bureau|world|"
    r"special|contributor|analyst|in|and|for|at|of|the|news|affairs|asia|europe)\b[\s,]*){1,8}(?:[A-Z][\w’' -]{1,40})?",
    re.IGNORECASE,
)
_ENDS_WITH_JOB: Final = re.compile(r"\b(?:correspondent|reporter|writer|editor|chief|analyst)s?$", re.IGNORECASE)
_FIELD: Final = re.compile(
    r"(?P<key>title|headline|date|published|publication date|author|authors|byline|publisher|outlet|newspaper|site|"
    r"website|source|url|link|language)\s*:\s+(?P<value>\S.{0,300})",
    re.IGNORECASE,
)
_DATELINE_KEYS: Final = frozenset({"date", "published", "publication date", "author", "authors", "byline"})
_PLACES: Final = re.compile(rf"{_NAME}(?:\s{_NAME})?(?:(?:,\s?|/| and ){_NAME}(?:\s{_NAME})?){{1,4}}")
_CAPITAL_PLACE: Final = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .’'/-]{2,30}(?:,\s?.{0,40})?\s*[-–—]*")


@dataclass(frozen=True, slots=True)
class Field:
    """A line "Key: value" at the head of a file."""

    key: str
    value: str

    @property
    def is_of_dateline(self) -> bool:
        """Whether it says when the article appeared or who wrote it."""
        return self.key in _DATELINE_KEYS


def read_byline(words: str) -> str | None:
    """Return the names in a byline ("By Jane Doe and John Roe, Berlin"), or None if the line is none."""
    if len(words) > _LONGEST or not (match := _BYLINE.fullmatch(words)):
        return None
    rest = match["rest"].strip(" |•·,–—-")
    if _NOT_A_NAME.match(match["names"]) or not (_is_tail_of_byline(rest)):
        return None
    return _without_job(re.split(r"\s[|•·–—-]\s", match["names"])[0].strip(" ,|-–—•·"))


def is_dateline(words: str) -> bool:
    """Whether a line at the head of an article is a byline, a date or a list of places, and no more."""
    return read_byline(words) is not None or is_date_line(words) or is_place_line(words)


def is_place_line(words: str) -> bool:
    """Whether a line is only places, as "SEOUL, Sept 13" or "Oslo, Bonn, Paris"."""
    if len(words) > 80:
        return False
    if _PLACES.fullmatch(words) and words.count(",") >= 2:
        return True
    capital = _CAPITAL_PLACE.fullmatch(words)
    return capital is not None and (words.rstrip()[-1] in "-–—" or re.search(r"\d", words) is not None)


def read_field(words: str) -> Field | None:
    """Return the key (in lower case) and the value of a line such as "Publisher: The Example", or None."""
    match = _FIELD.fullmatch(words)
    if match is None or (match["value"].endswith(".") and match["value"].count(" ") >= _WORDS_OF_SENTENCE):
        return None
    return Field(match["key"].lower(), match["value"].strip())


def _without_job(names: str) -> str:
    """Cut a job or a place behind the last comma: a person has at least two names, and no job for one."""
    head, comma, last = names.rpartition(",")
    is_person = " " in last.strip() and not _JOB.fullmatch(last.strip()) and not _ENDS_WITH_JOB.search(last)
    return names if not comma or is_person else _without_job(head.strip())


def _is_tail_of_byline(rest: str) -> bool:
    if not rest:
        return True
    return has_date_label(rest) or find_date(rest) is not None or _JOB.fullmatch(rest) is not None
