"""Lines at the head of an article that say who wrote it, when and where."""

import re
from dataclasses import dataclass
from typing import Final

from workbench.articles.dates import find_date, has_date_label, is_date_line
from workbench.articles.phrases import compile_phrases, one_of

_LONGEST: Final = 160
_WORDS_OF_SENTENCE: Final = 7
_NAME: Final = r"(?:[A-ZÀ-ÞŠŽČĆĐŁ][\w.’'-]*|de|von|van|der|den|di|da|del|la|le|el|al|bin|zu)"
_NAMES: Final = rf"{_NAME}(?:\s+{_NAME}){{0,4}}"
_AND: Final = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|e|&|in|for)\s+|\s*[|/•·–—-]\s*)"
_STAFF: Final = one_of(r"""
    (?:staff )?(?:correspondent|reporter|writer|editor)s?
    desk
    newsroom
    team
    staff
    bureau
    agenc(?:y|ies)
""")
_DESK: Final = rf"(?:(?i:our|the)\s+(?:[\w’'&.-]+\s+){{0,5}}?{_STAFF}|(?i:(?:news )?{_STAFF}))\b"
_AUTHOR: Final = rf"(?:{_DESK}|{_NAMES})"
_BYLINE: Final = re.compile(
    rf"(?:(?i:by|von|par|por|da|written by|story by|author|reported by|words by|text by)(?::\s*|\s+))"
    rf"(?P<names>{_AUTHOR}(?:{_AND}{_AUTHOR}){{0,6}})\.?(?P<rest>\s*[|•·,–—-]?\s*.{{0,60}})"
)
_IS_DESK: Final = re.compile(_DESK)
_NOT_A_NAME: Final = re.compile(
    one_of(r"""
        # days and months: "By Monday …"
        (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
        January
        February
        March
        April
        May
        June
        July
        August
        September
        October
        November
        December
        # other times: "By noon …"
        Then
        Now
        Early
        Late
        Mid\w*
        Noon
        Midnight
        # what a sentence can go on with: "By contrast …"
        The
        This
        Contrast
        Far
        Comparison
        Law
        \d+
    """)
    + r"\b"
)
_WORD_OF_JOB: Final = one_of(r"""
    # rank
    senior
    chief
    special
    # field
    staff
    foreign
    political
    diplomatic
    defen[cs]e
    transport
    business
    science
    health
    world
    news
    affairs
    asia
    europe
    # work
    correspondents?
    reporters?
    writers?
    editors?
    bureau
    contributor
    analyst
    # between them
    in
    and
    for
    at
    of
    the
""")
_JOB: Final = re.compile(rf"(?:{_WORD_OF_JOB}\b[\s,]*){{1,8}}(?:[A-Z][\w’' -]{{1,40}})?", re.IGNORECASE)
_ENDS_WITH_JOB: Final = re.compile(r"\b(?:correspondent|reporter|writer|editor|chief|analyst)s?$", re.IGNORECASE)
_NAMES_JOB: Final = re.compile(r"\b(?:correspondent|reporter|writer|editor|analyst|contributor)s?\b", re.IGNORECASE)
_KEY: Final = one_of(r"""
    title
    headline
    date
    published
    publication date
    author
    authors
    byline
    publisher
    outlet
    newspaper
    site
    website
    source
    url
    link
    language
""")
_FIELD: Final = re.compile(rf"(?P<key>{_KEY})\s*:\s+(?P<value>\S.{{0,300}})", re.IGNORECASE)
_NAMING_KEYS: Final = frozenset({"publisher", "outlet", "newspaper", "site", "website", "source"})
_WORDS_OF_NAME: Final = 6
_DATELINE_KEYS: Final = frozenset({"date", "published", "publication date", "author", "authors", "byline"})
_PLACES: Final = re.compile(rf"{_NAME}(?:\s{_NAME})?(?:(?:,\s?|/| and ){_NAME}(?:\s{_NAME})?){{1,4}}")
_CAPITAL_PLACE: Final = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .’'/-]{2,30}(?:,\s?.{0,40})?\s*[-–—]*")
_MOST_PARTS: Final = 5
_BETWEEN_PARTS: Final = re.compile(r"\s+[|•·]\s+")
_SHORT_NAME: Final = re.compile(rf"{_NAME}(?:\s+(?:(?:of|the|and|&)\s+)*{_NAME}){{0,4}}")
_READING_TIME: Final = compile_phrases(r"""
    \d{1,3}[\s-]min(?:ute)?s?(?:[\s-]read)?
    (?:reading|read) time:? \d{1,3} min(?:ute)?s?
""")


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
    is_name = _IS_DESK.match(match["names"]) or not _NOT_A_NAME.match(match["names"])
    if not is_name or not _is_tail_of_byline(rest):
        return None
    return _without_job(re.split(r"\s[|•·–—-]\s", match["names"])[0].strip(" ,|-–—•·"))


def is_dateline(words: str) -> bool:
    """Whether a line at the head of an article is a byline, a date or a list of places, and no more."""
    return any(form(words) for form in (read_byline, is_date_line, is_place_line, is_dateline_of_parts))


def is_dateline_of_parts(words: str) -> bool:
    """Whether a line is a date beside names or a reading time, as "The Example · 4 May 2022 · 2 min read"."""
    parts = _parts(words)
    others = [part for part in parts if not is_date_line(part)]
    return 1 < len(parts) <= _MOST_PARTS and len(others) < len(parts) and all(map(_is_part, others))


def outlet_in_dateline(words: str) -> str | None:
    """Return the name that stands first in a dateline of parts, which may be an author's or a section's, or None."""
    first = _parts(words)[0]
    is_name = is_dateline_of_parts(words) and not is_date_line(first) and read_byline(first) is None
    return first if is_name else None


def _parts(words: str) -> list[str]:
    return [part.strip() for part in _BETWEEN_PARTS.split(words)]


def _is_part(words: str) -> bool:
    return any((read_byline(words), _SHORT_NAME.fullmatch(words), _READING_TIME.fullmatch(words)))


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
    field = Field(match["key"].lower(), match["value"].strip())
    is_headline = field.key in _NAMING_KEYS and field.value.count(" ") >= _WORDS_OF_NAME
    return None if is_headline else field  # "Newspaper: Minister used a private address for years" names no paper


def is_job(words: str) -> bool:
    """Whether a line is only what somebody works as ("Senior Reporter", "Defence Editor, Berlin")."""
    job = _JOB.fullmatch(words)
    return job is not None and _NAMES_JOB.search(words) is not None


def _without_job(names: str) -> str:
    """Cut a job or a place behind the last comma: a person has at least two names, and no job for one."""
    head, comma, last = names.rpartition(",")
    is_person = " " in last.strip() and not _JOB.fullmatch(last.strip()) and not _ENDS_WITH_JOB.search(last)
    return names if not comma or is_person else _without_job(head.strip())


def _is_tail_of_byline(rest: str) -> bool:
    if not rest:
        return True
    return has_date_label(rest) or find_date(rest) is not None or _JOB.fullmatch(rest) is not None
