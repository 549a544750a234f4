"""What an article says about itself, as far as its plain text states it; nothing is inferred from the site."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.articles.bylines import Field, outlet_in_dateline, read_byline, read_field
from workbench.articles.dates import (
    before_update,
    find_date,
    find_day_in,
    has_date_label,
    is_date_line,
    is_day_line,
    is_update,
    year_in_address,
)
from workbench.articles.head_details import names_in
from workbench.articles.mastheads import is_name_of_paper
from workbench.vocabulary import BlockKind

_TITLE_KEYS: Final = frozenset({"title", "headline"})
_DATE_KEYS: Final = frozenset({"date", "published", "publication date"})
_BYLINE_KEYS: Final = frozenset({"author", "authors", "byline"})
_PUBLISHER_KEYS: Final = frozenset({"publisher", "outlet", "newspaper", "site", "website", "source"})
_URL_KEYS: Final = frozenset({"url", "link", "source"})
_HEAD_LINES: Final = 12
_SITE_IN_TITLE: Final = re.compile(r"(?P<title>.{10,}\S)\s+\|\s+(?P<site>[^|]{2,40})")
_COPYRIGHT: Final = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?"
    r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s+"
    r"(?P<holder>[^.|,;–—]{2,60}?)"
    r"(?:\s*[.|,;–—-]?\s*all rights reserved.*|\.)?",
    re.IGNORECASE,
)
_RUN_IN_DATELINE: Final = re.compile(r"[A-ZÀ-Þ][\w.,'’/ -]{2,80}?(?:\([^()]{2,30}\)\s*)?[-–—]\s")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text; None for what it does not state."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    kind: BlockKind
    field: Field | None


def metadata_of_text(lines: Sequence[str], kinds: Sequence[BlockKind], language: str | None) -> Metadata:
    """Return what the paragraphs of a plain text, with their kinds, state about the article."""
    typed = [
        _Line(words, kind, read_field(words) if index < _HEAD_LINES and kind is not BlockKind.BODY else None)
        for index, (words, kind) in enumerate(zip(lines, kinds, strict=True))
    ]
    title, site = _title(typed)
    url = _field(typed, _URL_KEYS, is_url=True)
    return Metadata(
        title=title,
        publisher=_field(typed, _PUBLISHER_KEYS, is_url=False) or site or _copyright_holder(typed) or _masthead(typed),
        byline=_field(typed, _BYLINE_KEYS, is_url=False) or _byline(typed),
        published=_published(typed, url),
        url=url,
        language=language,
    )


def _title(lines: Sequence[_Line]) -> tuple[str | None, str | None]:
    for line in lines:
        if line.kind is BlockKind.TITLE:
            words = line.field.value if line.field and line.field.key in _TITLE_KEYS else line.words
            match = _SITE_IN_TITLE.fullmatch(words)
            return (match["title"], match["site"]) if match else (words, None)
    return None, None


def _field(lines: Sequence[_Line], keys: frozenset[str], *, is_url: bool) -> str | None:
    values = (line.field.value for line in lines if line.field and line.field.key in keys)
    return next((value for value in values if is_url == value.startswith(("http://", "https://"))), None)


def _copyright_holder(lines: Sequence[_Line]) -> str | None:
    for line in lines:
        match = _COPYRIGHT.fullmatch(line.words) if line.kind is BlockKind.BOILERPLATE else None
        if match:
            return match["holder"].strip()
    return None


def _masthead(lines: Sequence[_Line]) -> str | None:
    """The paper's name on a line of its own at the head, or before the date; there only where it can be no author's.

    A line "Health & Science · 4 May 2022" may name a section: a name with "&" has to stand elsewhere, too.
    """
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line.kind is BlockKind.BOILERPLATE and is_name_of_paper(line.words):
            return _spelled(line.words)
        name = outlet_in_dateline(line.words) if line.kind is BlockKind.DATELINE else None
        if name and (is_name_of_paper(name) or ("&" in name and _is_named_again(name, lines[index + 1 :]))):
            return _spelled(name)
    return None


def _is_named_again(name: str, lines: Sequence[_Line]) -> bool:
    """Whether a credit or a line of the site's names it: whose pictures and whose rights they are."""
    others = {BlockKind.CREDIT, BlockKind.BOILERPLATE}
    return any(line.kind in others and name.casefold() in line.words.casefold() for line in lines)


def _spelled(name: str) -> str:
    return name.title() if name.isupper() else name


def _byline(lines: Sequence[_Line]) -> str | None:
    """The names in a byline, else names that stand alone beside a date or below "By"."""
    stated = [line.words for line in lines if line.kind is BlockKind.DATELINE]
    return next(filter(None, (*map(read_byline, stated), *map(names_in, stated))), None)


def _published(lines: Sequence[_Line], url: str | None) -> date | None:
    """The date that is labelled as the article's, else one that stands below the title; an update's comes last.

    A day without its year ("Oct 30") is dated by the year of the update, or of the address.
    """
    updated: date | None = None
    for words in _date_lines(lines):
        day = find_date(before_update(words))
        if day and not is_update(words):
            return day
        updated = updated or day
    year = updated.year if updated else year_in_address(url or "")
    return _run_in_date(lines, year) or updated


def _date_lines(lines: Sequence[_Line]) -> Iterator[str]:
    below_title = False
    for line in lines:
        below_title = below_title or line.kind is BlockKind.TITLE
        if line.field and line.field.key in _DATE_KEYS:
            yield line.field.value
        elif line.kind is BlockKind.DATELINE and (below_title or has_date_label(line.words)):
            names = read_byline(line.words)
            if names or not is_date_line(line.words):
                yield line.words.partition(names or "")[2] if names else line.words
            else:
                yield line.words


def _run_in_date(lines: Sequence[_Line], year: int | None) -> date | None:
    """The date before the first sentence ("SELM, Oct 30 (Reuters) – …") or on a line that names no year."""
    first = next((line.words for line in lines if line.kind is BlockKind.BODY), "")
    match = _RUN_IN_DATELINE.match(first)
    if day := find_date(match.group()) if match else None:
        return day
    if year is None:
        return None
    days = [line.words for line in lines if line.kind is BlockKind.DATELINE and is_day_line(line.words)]
    return next(filter(None, (find_day_in(words, year) for words in (*days, match.group() if match else ""))), None)
