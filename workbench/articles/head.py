"""The head of an article: its title, and the lines of author, date, place and paper around it."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from workbench.articles.bylines import is_dateline, is_place_line, read_byline, read_field
from workbench.articles.dates import has_date_label, is_date_line
from workbench.articles.headings import can_be_title, is_prose
from workbench.articles.mastheads import is_masthead, is_name_of_paper, is_name_of_site
from workbench.vocabulary import BlockKind

_HEAD_LINES: Final = 12
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
        elif read_byline(lines[index]) or (title is not None and index > title and _is_dateline_here(lines, index)):
            kinds[index] = BlockKind.DATELINE
    if title is not None:
        kinds[title] = BlockKind.TITLE


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
    own = [i for i in range(head) if kinds[i] is None and not is_dateline(lines[i]) and not read_field(lines[i])]
    titles = list(takewhile(lambda index: can_be_title(lines[index]), own))
    if len(titles) > 1 and _stands_over_title(lines[titles[0]], lines[titles[1]]):
        kinds[titles.pop(0)] = BlockKind.BOILERPLATE
    has_more = bool(titles) and any(kind is None for kind in kinds[titles[0] + 1 :])
    return titles[0] if has_more else None


def _stands_over_title(words: str, following: str) -> bool:
    """Whether the first line is the name of the site or the paper, and the next one the title."""
    return is_name_of_paper(words) or (is_name_of_site(words) and not is_name_of_site(following))


def _is_dateline_here(lines: Sequence[str], index: int) -> bool:
    """Whether a line of the head is byline, date or places; a list of places only right before prose."""
    if is_place_line(lines[index]):
        return index + 1 < len(lines) and is_prose(lines[index + 1])
    return is_dateline(lines[index])
