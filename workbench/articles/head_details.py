"""Lines between title and text that are no byline and no date, but belong to them: names, jobs, labels, times."""

import re
from typing import Final

from workbench.articles.bylines import is_job, read_byline
from workbench.articles.dates import has_date_label, holds_date, is_day_line
from workbench.articles.paragraphs import ends_sentence
from workbench.articles.phrases import compile_phrases, words_of

_DATE_WORDS: Final = 16
_BYLINE_WORDS: Final = 14
_LONGEST: Final = 200
_WORD: Final = re.compile(r"[^\W\d_][\w.’'-]*")
_AROUND_DATES: Final = words_of(
    "at on by in of the and am pm a.m p.m a.m. p.m. report updated published posted from st nd rd th de"
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,6})?\b"
_NAME: Final = rf"(?:(?!{_MONTH})[A-ZÀ-ÞŠŽČĆĐŁ][\w.’'-]*|de|von|van|der|den|di|da|del|la|bin)"
_NAMES: Final = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,3}}(?:(?:,| and| &|,\s+and)\s+{_NAME}(?:\s+{_NAME}){{1,3}}){{0,5}}"
)
_BEGINS_AS_BYLINE: Final = re.compile(
    r"(?:(?:written|story|article|posted|words|text|reported) )?by[:\s]\s*(?P<rest>\S.*)", re.I
)
_DASH: Final = re.compile(r"[-–—]{1,2}\s*")
_BY: Final = re.compile(rf"(?:^|\s)[Bb]y[:\s]\s*(?P<names>{_NAMES.pattern})")
_DETAIL: Final = compile_phrases(
    r"""
    # a label alone, whose name or date stands on the next line
    (?:(?:written|story|article|posted|published|reported) )?by:?
    (?:(?:first )?published|posted|(?:last )?(?:updated|modified)|created|(?:release )?date|authors?):?
    # when, without a day
    (?:(?:published|posted|(?:last )?updated)[:\s]+)?(?:\d{1,2}|an?|one) UNITs? ago
    (?:(?:published|posted|updated)[:\s]+)?(?:just now|yesterday|today)
    (?:at )?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?(?: [a-z]{2,4})?
    (?:at )?\d{1,2}:\d\d(?: ?(?:[ap]\.?m\.?|[a-z]{3,4}))?
    # how to reach the author
    @\w{2,30}
    (?:e-?mail:? ?)?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}
    """,
    UNIT=r"(?:second|minute|min|hour|hr|day|week|month)",
)


def is_detail(words: str) -> bool:
    """Whether a line is a label such as "Published" alone, a day or time, an address, or somebody's job."""
    return _DETAIL.fullmatch(words) is not None or is_day_line(words) or is_job(words)


def is_dated(words: str) -> bool:
    """Whether a short line that is no sentence holds a full date, as "Example News, 4 May 2022"."""
    if words.count(" ") >= _DATE_WORDS or words.endswith(("?", "!", ":")) or not holds_date(words):
        return False
    return all(word in _AROUND_DATES or not word.islower() for word in _WORD.findall(words))


def begins_as_byline(words: str) -> bool:
    """Whether a short line without a stop begins as a byline does ("By Jane Doe, Example News, Berlin")."""
    match = _BEGINS_AS_BYLINE.fullmatch(words[:_LONGEST])
    if match is None or words.count(" ") >= _BYLINE_WORDS or (ends_sentence(words) and not has_date_label(words)):
        return False
    return _NAMES.match(match["rest"]) is not None or read_byline(words) is not None


def is_names(words: str) -> bool:
    """Whether a line is nothing but one or more names of people, each of two to four words."""
    return _NAMES.fullmatch(words) is not None and not words.isupper()


def is_signature(words: str) -> bool:
    """Whether a line below an article names its author, as "– Jane Doe"."""
    name = _DASH.match(words)
    return name is not None and is_names(words[name.end() :])


def names_in(words: str) -> str | None:
    """Return whom a line of the head names as the author: after "by", or the whole line."""
    match = _BY.search(words)
    return match["names"] if match else words if is_names(words) else None
