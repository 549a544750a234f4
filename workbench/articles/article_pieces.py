"""What each paragraph of a page's article is: from title to last sentence all that a reader sees stays, typed.

What lies before, behind and beside the article (menus, comments, other articles) does not.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from workbench.articles.article_extent import MANY_LINKS, NEAR, Extent, extent_of_article, is_title
from workbench.articles.boilerplate import ends_article, is_boilerplate
from workbench.articles.bylines import is_dateline
from workbench.articles.dates import find_date
from workbench.articles.headings import is_prose
from workbench.articles.page import Piece, collapse
from workbench.articles.page_blocks import PageBlock
from workbench.articles.zones import FOREIGN_ZONES, Zone
from workbench.vocabulary import BlockKind

_LONGEST_CAPTION: Final = 1_000
_LONGEST_CREDIT: Final = 200
_DECKS: Final = 3
_DATELINE_WORDS: Final = 20
_FEWEST_WORDS_OF_PROMO: Final = 4
_NOT_SHOWN: Final = frozenset({Zone.HIDDEN, Zone.NAVIGATION, Zone.COMMENTS})


def article_pieces(blocks: Sequence[PageBlock], taken: Sequence[bool], title: str | None) -> list[Piece]:
    """Return the paragraphs of the article in the page's order, with their kinds where the page tells them.

    Args:
        blocks: the paragraphs of the page.
        taken: for each whether an extractor took it; where it took none, all prose counts as taken.
        title: the title that the page states, if it does.
    """
    extent = extent_of_article(blocks, taken, title)
    if not extent.core:
        return [Piece(block.text) for block in blocks]
    head = _place_of_title(blocks, title, extent.core[0])
    first, last = _first(extent, head), _last(extent)
    pieces = [] if head is None else [Piece(blocks[head].text, BlockKind.TITLE)]
    if head is not None:
        pieces += _pieces_of_head(extent, range(head + 1, first))
    return pieces + list(_pieces_of_text(extent, range(first, last + 1)))


def _place_of_title(blocks: Sequence[PageBlock], title: str | None, first: int) -> int | None:
    """Return where the page shows its title: the last such line before the article's prose, a heading if possible."""
    same = [place for place in range(first - 1, -1, -1) if is_title(blocks[place], title)]
    return next((place for place in same if blocks[place].is_heading), same[0] if same else None)


def _first(extent: Extent, head: int | None) -> int:
    """Return where the text begins: with its first prose that is no deck, or with short lines close before it."""
    first = extent.core[0]
    for place in range(first - 1, -1 if head is None else head, -1):
        if first - place > NEAR:
            break
        if extent.continues_core(place) and not _is_dateline(extent, place):
            first = place
    return _behind_decks(extent) if head is not None and first == extent.core[0] else first


def _behind_decks(extent: Extent) -> int:
    """Return the first prose under a title that is no deck, which author or date would stand under."""
    for count, place in enumerate(extent.core[:_DECKS]):
        following = extent.core[count + 1] if count + 1 < len(extent.core) else place
        is_deck = extent.blocks[place].is_heading or extent.zones[place] is Zone.DECK
        if not is_deck and not any(_is_dateline(extent, between) for between in range(place + 1, following)):
            return place
    return extent.core[0]


def _last(extent: Extent) -> int:
    """Return where the text ends: behind its last prose, lists and short lines may follow in the same element."""
    last = extent.core[-1]
    for place in range(last + 1, len(extent.blocks)):
        if place - last > NEAR or ends_article(collapse(extent.blocks[place].text)):
            break
        if extent.continues_core(place) and not _is_dateline(extent, place):
            last = place
    return last


def _is_dateline(extent: Extent, place: int) -> bool:
    words = collapse(extent.blocks[place].text)
    if extent.zones[place] is Zone.BYLINE or is_dateline(words):
        return True
    return words.count(" ") < _DATELINE_WORDS and find_date(words) is not None and not words.endswith(".")


def _pieces_of_head(extent: Extent, places: range) -> Iterator[Piece]:
    """Yield what stands between title and text: the deck, who wrote it and when, a picture, and buttons."""
    for place in places:
        block, zone = extent.blocks[place], extent.zones[place]
        words = collapse(block.text)
        if zone in _NOT_SHOWN:
            continue
        if zone is Zone.CREDIT or zone is Zone.CAPTION:
            yield Piece(block.text, BlockKind.CREDIT if zone is Zone.CREDIT else BlockKind.CAPTION)
        elif _is_dateline(extent, place):
            yield Piece(block.text, BlockKind.DATELINE)
        elif zone in FOREIGN_ZONES or block.linked >= MANY_LINKS or is_boilerplate(words):
            yield Piece(block.text, BlockKind.BOILERPLATE)
        elif block.tag != "pre" and (is_prose(words) or block.is_heading or zone is Zone.DECK):
            yield Piece(block.text, BlockKind.HEADING)
        else:
            yield Piece(block.text, None if extent.taken[place] else BlockKind.BOILERPLATE)


def _pieces_of_text(extent: Extent, places: range) -> Iterator[Piece]:
    sure = set(extent.core)
    for place in places:
        block, zone = extent.blocks[place], extent.zones[place]
        if place in sure:
            yield Piece(block.text, _kind_by_tag(block))
        elif zone not in _NOT_SHOWN and (extent.is_in_main(place) or extent.taken[place]):
            yield Piece(block.text, _kind_between(extent, place))


def _kind_between(extent: Extent, place: int) -> BlockKind | None:
    """Return the kind of what stands between the article's prose, None where the rules for text have to tell."""
    block, zone = extent.blocks[place], extent.zones[place]
    words = collapse(block.text)
    if zone is Zone.RELATED or zone is Zone.SITE:
        return BlockKind.PROMO if zone is Zone.RELATED else BlockKind.BOILERPLATE
    if zone is Zone.CREDIT and len(words) <= _LONGEST_CREDIT:
        return BlockKind.CREDIT
    if zone is Zone.CAPTION and len(words) <= _LONGEST_CAPTION:
        return BlockKind.CAPTION
    if block.tag in {"tr", "pre"}:
        return BlockKind.BODY
    if block.linked >= MANY_LINKS and not block.is_heading:
        return BlockKind.PROMO if words.count(" ") + 1 >= _FEWEST_WORDS_OF_PROMO else BlockKind.BOILERPLATE
    is_own = (extent.is_hosted(place) or extent.is_beside_core(place)) and block.linked < MANY_LINKS
    if extent.taken[place] or (is_own and (block.is_heading or block.tag == "li" or is_prose(words))):
        return _kind_by_tag(block)
    return BlockKind.BOILERPLATE


def _kind_by_tag(block: PageBlock) -> BlockKind | None:
    """Return what the tag of a paragraph of the article says: a heading, or an item of a list, however short."""
    if block.is_heading:
        return BlockKind.HEADING
    return BlockKind.BODY if block.tag == "li" and not is_prose(collapse(block.text)) else None
