"""The head of an article: its title, and the lines of author, date, place and paper around it."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from workbench.articles.bylines import is_dateline, is_place_line, read_byline, read_field
from workbench.articles.credits import is_agency
from workbench.articles.dates import has_date_label, is_date_line
from workbench.articles.head_details import begins_as_byline, is_dated, is_detail, is_names
from workbench.articles.headings import can_be_title, is_prose
from workbench.articles.mastheads import is_masthead, is_name_of_paper, is_name_of_site
from workbench.articles.page import letters_of
from workbench.vocabulary import BlockKind

_HEAD_LINES: Final = 30
_NEAR_TITLE: Final = 12
_WORDS_OF_TITLE: Final = 5
_WORDS_OF_SENTENCE: Final = 16
_SHORT_LINES: Final = 2
_TITLE_KEYS: Final = frozenset({"title", "headline"})

Kinds = list[BlockKind | None]
"""The kind of each paragraph of an article, None where no rule has spoken yet."""


def type_head(lines: Sequence[str], kinds: Kinds) -> None:
    """Find the title and the lines of author, date and place around it, and set their kinds in `kinds`."""
    head = _length_of_head(lines, kinds)
    title = _find_title(lines, kinds, head)
    for index in range(head):
        if kinds[index] is not None:
            continue
        if index != title and is_masthead(lines[index]):
            kinds[index] = BlockKind.BOILERPLATE
        elif field := read_field(lines[index]):
            kinds[index] = BlockKind.DATELINE if field.is_of_dateline else BlockKind.BOILERPLATE
        elif is_date_line(lines[index]):
            is_sites = title is not None and index < title and not has_date_label(lines[index])
            kinds[index] = BlockKind.BOILERPLATE if is_sites else BlockKind.DATELINE
        elif read_byline(lines[index]) or _is_dateline_beside(lines, index, title):
            kinds[index] = BlockKind.DATELINE
    if title is not None:
        kinds[title] = BlockKind.TITLE
        _type_details(lines, kinds, range(title + 1, min(len(lines), max(head, title + _NEAR_TITLE))))


def _type_details(lines: Sequence[str], kinds: Kinds, places: range) -> None:
    """Between title and text, what belongs to byline and date; names alone only beside such a line."""
    for index in places:
        if kinds[index] is BlockKind.CREDIT and is_agency(lines[index]) and kinds[index - 1] is not BlockKind.CAPTION:
            kinds[index] = BlockKind.DATELINE if _is_of_report(lines, kinds, index) else BlockKind.CREDIT
        if kinds[index] is not None:
            continue
        if any(form(lines[index]) for form in (is_detail, is_dated, begins_as_byline)):
            kinds[index] = BlockKind.DATELINE
    for index in places:
        neighbours = (other for other in (index - 1, index + 1) if other in places)
        is_beside = any(kinds[other] is BlockKind.DATELINE for other in neighbours)
        if kinds[index] is None and is_beside and is_names(lines[index]):
            kinds[index] = BlockKind.DATELINE


def _length_of_head(lines: Sequence[str], kinds: Kinds) -> int:
    """Return how many lines stand before the second paragraph of prose: there the head of an article is over."""
    prose = 0
    for index, words in enumerate(lines[:_HEAD_LINES]):
        prose += kinds[index] is None and is_prose(words)
        if prose == 2:
            return index
    return min(len(lines), _HEAD_LINES)


def _find_title(lines: Sequence[str], kinds: Kinds, head: int) -> int | None:
    if BlockKind.TITLE in kinds:
        return kinds.index(BlockKind.TITLE)
    named = (index for index in range(head) if (field := read_field(lines[index])) and field.key in _TITLE_KEYS)
    if (index := next(named, None)) is not None:
        return index
    about = (is_dateline, is_dated, read_field, is_detail)
    own = [i for i in range(head) if kinds[i] is None and not any(form(lines[i]) for form in about)]
    if own and _is_title_with_stop(lines, kinds, own[0]):
        return own[0]
    titles = list(takewhile(lambda index: can_be_title(lines[index]), own))
    for over in _over_title([lines[index] for index in titles]):
        kinds[titles[over]] = BlockKind.BOILERPLATE
    titles = [index for index in titles if kinds[index] is None]
    has_more = bool(titles) and any(kind is None for kind in kinds[titles[0] + 1 :])
    return titles[0] if has_more else None


def _is_of_report(lines: Sequence[str], kinds: Kinds, index: int) -> bool:
    """Whether an agency alone stands where an author would: below the title or a date, above a date or prose."""
    is_below = kinds[index - 1] in {BlockKind.TITLE, BlockKind.DATELINE}
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return is_below and (is_prose(following) or is_dateline(following) or is_dated(following))


def _is_title_with_stop(lines: Sequence[str], kinds: Kinds, index: int) -> bool:
    """Whether the first line is a title though it ends with a stop: short, and author or date right below it."""
    without_stop = lines[index].rstrip(".")
    if can_be_title(lines[index]) or not (without_stop and can_be_title(without_stop)) or index + 1 >= len(lines):
        return False
    is_below = kinds[index + 1] is BlockKind.DATELINE or is_dateline(lines[index + 1]) or is_dated(lines[index + 1])
    return is_below and lines[index].count(" ") < _WORDS_OF_SENTENCE


def _over_title(lines: Sequence[str]) -> range:
    """Return which of the first lines are names of the site and its sections, or repeat the title: those before it."""
    named = next((index for index, words in enumerate(lines) if not is_name_of_site(words)), 0)
    if named == 0 and len(lines) > 1 and is_name_of_paper(lines[0]):
        named = 1
    long = next((index for index, words in enumerate(lines) if words.count(" ") + 1 >= _WORDS_OF_TITLE), 0)
    title = long if long >= max(named, _SHORT_LINES) else named
    letters = [letters_of(words) for words in lines]
    repeated = [index for index in range(title + 1, len(lines)) if letters[title].endswith(letters[index])]
    return range(next((index for index in repeated if lines[index].count(" ") + 1 >= _WORDS_OF_TITLE), title))


def _is_dateline_beside(lines: Sequence[str], index: int, title: int | None) -> bool:
    """Whether a line belongs to the title above it, or stands over the title and gives a date with other words."""
    if title is None:
        return False
    return is_dated(lines[index]) if index < title else _is_dateline_here(lines, index)


def _is_dateline_here(lines: Sequence[str], index: int) -> bool:
    """Whether a line of the head is byline, date or places; a list of places only right before prose."""
    if is_place_line(lines[index]):
        return index + 1 < len(lines) and is_prose(lines[index + 1])
    return is_dateline(lines[index])
