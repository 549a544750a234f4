"""What kind of block each paragraph of a scraped article is.

A paragraph is first looked at alone, then among its neighbours; what no rule takes is body. Rules that take a
paragraph away from the body ask for a mark that no sentence of an article bears, so that none is lost.
"""

from collections.abc import Sequence

from workbench.articles.boilerplate import ends_article, is_boilerplate
from workbench.articles.captions import (
    announces_caption,
    can_be_caption,
    depicts,
    is_caption_label,
    is_labelled_caption,
    is_marked_caption,
    is_one_sentence,
    is_phrase,
    reports_speech,
)
from workbench.articles.credits import (
    ends_with_credit,
    is_bracketed_photo_credit,
    is_credit,
    is_photo_credit,
)
from workbench.articles.dates import has_date_label, is_date_line
from workbench.articles.head import Kinds, type_head
from workbench.articles.head_details import begins_as_byline, is_signature
from workbench.articles.headings import can_be_heading, is_numbered, is_prose
from workbench.articles.promos import is_label_of_promo, is_promo, opens_promo_list
from workbench.articles.repeats import teasers
from workbench.articles.scenes import describes_scene
from workbench.vocabulary import BlockKind

_ITEM_WORDS = 25
_HEADING_WORDS = 4
_WORDS_OF_TITLE = 5
_LONGEST_INLINE_CREDIT = 600


def kinds_of(lines: Sequence[str], given: Sequence[BlockKind | None] | None = None) -> list[BlockKind]:
    """Return the kind of each paragraph, whose text (blanks collapsed) stands in `lines`, in their order.

    Args:
        lines: the paragraphs of one article.
        given: kinds that are known already, as from the tags of a page; None where they are not.
    """
    known = given or [None] * len(lines)
    kinds: Kinds = [_first_kind(words, kind) for words, kind in zip(lines, known, strict=True)]
    type_head(lines, kinds)
    for index in teasers(lines):
        kinds[index] = kinds[index] or BlockKind.PROMO
    _type_promo_lists(lines, kinds)
    _type_captions(lines, kinds)
    _type_scenes(lines, kinds)
    _type_headings(lines, kinds)
    _type_tail(lines, kinds)
    return [kind or BlockKind.BODY for kind in kinds]


def _first_kind(words: str, given: BlockKind | None) -> BlockKind | None:
    """A page's tag for titles, captions and credits is believed; its headings and lists also hold noise."""
    if given in {BlockKind.TITLE, BlockKind.CAPTION, BlockKind.CREDIT}:
        return given
    return _kind_alone(words) or given


def _kind_alone(words: str) -> BlockKind | None:
    if is_boilerplate(words):
        return BlockKind.BOILERPLATE
    if is_promo(words):
        return BlockKind.PROMO
    if is_credit(words):
        return BlockKind.CREDIT
    if is_marked_caption(words) or depicts(words):
        return BlockKind.CAPTION
    if len(words) <= _LONGEST_INLINE_CREDIT and ends_with_credit(words):
        return BlockKind.CAPTION
    if (has_date_label(words) and is_date_line(words)) or ("," in words and begins_as_byline(words)):
        return BlockKind.DATELINE
    return None


def _type_promo_lists(lines: Sequence[str], kinds: Kinds) -> None:
    """Titles under "Read more of …:" are promotion until prose comes; so is the label over such a line."""
    for index, words in enumerate(lines):
        if kinds[index] not in {BlockKind.PROMO, BlockKind.BOILERPLATE} or not opens_promo_list(words):
            continue
        if index and kinds[index - 1] is None and is_label_of_promo(lines[index - 1], words):
            kinds[index - 1] = BlockKind.PROMO
        if kinds[index] is BlockKind.BOILERPLATE and words.rstrip().endswith(":"):
            kinds[index] = BlockKind.PROMO
        _type_items(lines, kinds, index + 1)


def _type_items(lines: Sequence[str], kinds: Kinds, first: int) -> None:
    last = first
    while last < len(lines) and kinds[last] in {None, BlockKind.BODY} and _is_item(lines[last]):
        last += 1
    before_prose = last < len(lines) and kinds[last] is None
    if before_prose and last > first and lines[last - 1].count(" ") + 1 <= _HEADING_WORDS:
        last -= 1  # the heading of the prose that follows, not one more title
    kinds[first:last] = [BlockKind.PROMO] * (last - first)


def _is_item(words: str) -> bool:
    return not is_prose(words) and words.count(" ") + 1 < _ITEM_WORDS and not words[0].islower()


def _type_captions(lines: Sequence[str], kinds: Kinds) -> None:
    """The paragraph before a picture's credit is its caption, and so is the label before that."""
    _type_announced_captions(lines, kinds)
    for index in range(1, len(lines)):
        if kinds[index] is not BlockKind.CREDIT or kinds[index - 1] is not None:
            continue
        if index + 1 < len(lines) and is_labelled_caption(lines[index + 1]):
            continue  # "Image copyright …" stands over the caption, not under it
        if _has_label(lines, kinds, index):
            kinds[index - 2] = kinds[index - 1] = BlockKind.CAPTION
        elif is_photo_credit(lines[index]) and _can_be_caption_here(lines, kinds, index - 1):
            kinds[index - 1] = BlockKind.CAPTION


def _type_announced_captions(lines: Sequence[str], kinds: Kinds) -> None:
    """A line that says "Image caption" makes the next one a caption."""
    for index, words in enumerate(lines[:-1]):
        if announces_caption(words) and kinds[index + 1] is None and can_be_caption(lines[index + 1]):
            kinds[index], kinds[index + 1] = BlockKind.BOILERPLATE, BlockKind.CAPTION


def _can_be_caption_here(lines: Sequence[str], kinds: Kinds, index: int) -> bool:
    """The first prose of an article and the first below a heading are more likely body than other paragraphs are."""
    words = lines[index]
    if not can_be_caption(words) or depicts(words):
        return depicts(words)
    is_lead = not any(kind is None and is_prose(before) for before, kind in zip(lines, kinds[:index], strict=False))
    below_heading = index > 0 and kinds[index - 1] is None and can_be_heading(lines[index - 1])
    if not (is_lead or below_heading):
        return True
    return (is_one_sentence(words) or is_phrase(words)) and not reports_speech(words)


def _has_label(lines: Sequence[str], kinds: Kinds, credit: int) -> bool:
    """Whether "(Photo: …)" ends a caption of two lines: a label without a stop and one sentence."""
    return (
        credit >= 2
        and kinds[credit - 2] is None
        and is_bracketed_photo_credit(lines[credit])
        and is_one_sentence(lines[credit - 1])
        and is_caption_label(lines[credit - 2])
    )


def _type_scenes(lines: Sequence[str], kinds: Kinds) -> None:
    """A line without a stop that prose follows and that shows somebody somewhere is the caption of a lost picture."""
    last_prose = _last_prose(lines, kinds)
    first_prose = next((i for i, kind in enumerate(kinds) if kind is None and is_prose(lines[i])), 0)
    candidates = [kind is None and can_be_heading(words) for words, kind in zip(lines, kinds, strict=True)]
    has_title = BlockKind.TITLE in kinds
    for index in range(last_prose):
        if kinds[index] is not None or _is_below_colon(lines, index) or _is_in_list(candidates, index):
            continue
        if describes_scene(lines[index], below_head=has_title and index < first_prose):
            kinds[index] = BlockKind.CAPTION


def _last_prose(lines: Sequence[str], kinds: Kinds) -> int:
    return max((i for i, kind in enumerate(kinds) if kind is None and is_prose(lines[i])), default=-1)


def _type_headings(lines: Sequence[str], kinds: Kinds) -> None:
    """A short line without a stop is a heading if prose follows, whatever noise stands between.

    Below a colon, and where such lines follow one another, they are items of a list.
    """
    candidates = [kind is None and can_be_heading(words) for words, kind in zip(lines, kinds, strict=True)]
    numbered = frozenset(
        index for index in range(len(lines)) if is_numbered(lines[index]) and _is_between_prose(lines, index)
    )
    prose_follows = False
    for index in range(len(lines) - 1, -1, -1):
        if kinds[index] is not None:
            continue
        is_item = _is_below_colon(lines, index) or _is_in_list(candidates, index)
        if (prose_follows and candidates[index] and not is_item) or (index in numbered and len(numbered) > 1):
            kinds[index] = BlockKind.HEADING
        prose_follows = prose_follows or is_prose(lines[index])


def _is_below_colon(lines: Sequence[str], index: int) -> bool:
    return index > 0 and lines[index - 1].endswith(":")


def _is_between_prose(lines: Sequence[str], index: int) -> bool:
    """Whether paragraphs stand right above and below; an item of a list has another item beside it."""
    if not 0 < index < len(lines) - 1 or not is_prose(lines[index + 1]):
        return False
    return is_prose(lines[index - 1]) or _is_below_colon(lines, index)


def _is_in_list(candidates: Sequence[bool], index: int) -> bool:
    """Whether at least three short lines follow one another here."""
    return any(all(candidates[start : start + 3]) for start in range(max(0, index - 2), index + 1))


def _type_tail(lines: Sequence[str], kinds: Kinds) -> None:
    """Behind the article's last prose, what sites list under "Latest articles" and the like is no body.

    A line right behind the prose, below a colon or with a bullet may still be the article's.
    """
    last_prose = _last_prose(lines, kinds)
    if last_prose < 0:
        return
    behind = is_left = False
    for index in range(last_prose + 1, len(lines)):
        words = lines[index]
        if index == last_prose + 1 and kinds[index] is None and is_signature(words):
            kinds[index] = BlockKind.DATELINE
        behind = behind or (kinds[index] is BlockKind.BOILERPLATE and ends_article(words))
        is_left = is_left or kinds[index] in {BlockKind.BOILERPLATE, BlockKind.PROMO}
        if kinds[index] is None and behind:
            kinds[index] = BlockKind.PROMO
        elif kinds[index] is None and is_left and not (kinds[index - 1] is None and _is_below_colon(lines, index)):
            is_title = words.count(" ") + 1 >= _WORDS_OF_TITLE
            kinds[index] = BlockKind.PROMO if is_title else BlockKind.BOILERPLATE
