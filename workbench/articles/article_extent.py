"""Which paragraphs of a page are surely its article's.

The evidence is which paragraphs an extractor took, which elements hold most of that prose, and what the page's
makers called its parts.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workbench.articles.boilerplate import ends_article
from workbench.articles.headings import is_prose
from workbench.articles.page import collapse, letters_of
from workbench.articles.page_blocks import PageBlock
from workbench.articles.zones import FOREIGN_ZONES, Zone

MANY_LINKS: Final = 0.6
"""The share of a paragraph's characters from which on it is a link rather than a sentence with links."""
NEAR: Final = 5
"""How many paragraphs may stand between two that belong together."""
_RIGHTS: Final = re.compile(r"©|\ball rights reserved\b", re.IGNORECASE)
_LONGEST_FOOTER: Final = 200
_ENOUGH_PARAGRAPHS: Final = 3
_MAIN_SHARE: Final = 0.75
_HOST_SHARE: Final = 0.15
_LARGE_SHARE: Final = 0.3
_LITTLE_SHARE: Final = 0.35


@dataclass(frozen=True, slots=True)
class Extent:
    """A page's paragraphs with what was found about them; elements are known by their numbers.

    Attributes:
        taken: for each paragraph whether an extractor took it.
        zones: for each the special part of the page that it stands in, if any.
        main: the innermost element that holds most of what was taken, -1 if no one element does.
        hosts: the innermost elements that each hold much of it.
        core: the places of the paragraphs that are surely the article's.
        parents: the elements that these stand directly in.
    """

    blocks: Sequence[PageBlock]
    taken: Sequence[bool]
    zones: Sequence[Zone | None]
    main: int
    hosts: frozenset[int]
    core: Sequence[int] = ()
    parents: frozenset[int] = frozenset()

    def is_in_main(self, place: int) -> bool:
        """Whether a paragraph stands in the element that holds most of the article."""
        return self.main in self.blocks[place].within

    def is_hosted(self, place: int) -> bool:
        """Whether it stands in an element that holds much of the article."""
        return any(number in self.hosts for number in self.blocks[place].within[:-1])

    def is_beside_core(self, place: int) -> bool:
        """Whether it stands where the article's prose does, perhaps in a list or a quotation there."""
        return any(number in self.parents for number in self.blocks[place].within[-4:-1])

    def continues_core(self, place: int) -> bool:
        """Whether it was taken and stands there, in no part of the page for something else."""
        is_own = self.taken[place] and self.zones[place] is None and self.blocks[place].linked < MANY_LINKS
        return is_own and self.is_beside_core(place)


def extent_of_article(blocks: Sequence[PageBlock], taken: Sequence[bool], title: str | None) -> Extent:
    """Return what is known of where a page's article stands.

    Args:
        blocks: the paragraphs of the page.
        taken: for each whether an extractor took it; where it took none, all prose counts as taken.
        title: the title that the page states, if it does; a paragraph that repeats it is none of the text.
    """
    if not any(taken):
        taken = [is_prose(collapse(block.text)) and block.linked < MANY_LINKS for block in blocks]
    if not any(taken):
        taken = [block.linked < MANY_LINKS for block in blocks]
    found = _with_elements(blocks, taken)
    own = [place for place, block in enumerate(blocks) if taken[place] and not is_title(block, title)]
    core = _below_title(found, [place for place in own if _is_sure(found, place)] or own, title)
    core = _without_other_articles(found, core)
    parents = frozenset(number for place in core for number in blocks[place].within[-2:-1])
    return Extent(blocks, taken, found.zones, found.main, found.hosts, core, parents)


def is_title(block: PageBlock, title: str | None) -> bool:
    """Whether a paragraph is the title that the page states."""
    return title is not None and letters_of(block.text) == letters_of(title) != ""


def _with_elements(blocks: Sequence[PageBlock], taken: Sequence[bool]) -> Extent:
    size: Counter[int] = Counter()
    depth: dict[int, int] = {}
    total = 0
    for block, is_taken in zip(blocks, taken, strict=True):
        if not is_taken or block.linked > MANY_LINKS:
            continue
        total += len(block.text)
        depth |= {number: level for level, number in enumerate(block.within[:-1])}
        for number in {*block.within, *(part.number for part in block.parts)}:
            size[number] += len(block.text)
    large = frozenset(number for number, held in size.items() if held >= _LARGE_SHARE * total)
    hosts = {number for number in depth if size[number] >= _HOST_SHARE * total}
    outer = {number for block in blocks for number, inner in pairwise(block.within) if inner in hosts}
    mains = (number for number in depth if size[number] >= _MAIN_SHARE * total)
    main = max(mains, key=lambda number: depth[number], default=-1)
    zones = [_zone(block, is_taken=is_taken, large=large) for block, is_taken in zip(blocks, taken, strict=True)]
    return Extent(blocks, taken, zones, main, frozenset(hosts - outer))


def _zone(block: PageBlock, *, is_taken: bool, large: frozenset[int]) -> Zone | None:
    """Return the part that a paragraph stands in; what holds much of the article is no special part of it."""
    zones = [part.zone for part in block.parts if part.number not in large]
    if is_taken:
        zones = [zone for zone in zones if zone is not Zone.HIDDEN]  # a script shows it: a slide, a part to unfold
    foreign = next((zone for zone in zones if zone in FOREIGN_ZONES), None)
    return foreign or (Zone.CREDIT if Zone.CREDIT in zones else next(iter(zones), None))


def _is_sure(found: Extent, place: int) -> bool:
    """Whether a paragraph that was taken is prose, and in no part of the page for something else."""
    block = found.blocks[place]
    return found.zones[place] is None and block.linked < MANY_LINKS and is_prose(collapse(block.text))


def _below_title(found: Extent, core: list[int], title: str | None) -> list[int]:
    """Cut off prose above the heading that is the page's title, as in menus, where much of it stands below."""
    heads = (place for place, block in enumerate(found.blocks) if block.is_heading and is_title(block, title))
    head = next(heads, -1)
    below = [place for place in core if place > head]
    size, total = (sum(len(found.blocks[place].text) for place in places) for places in (below, core))
    return below if size > _LITTLE_SHARE * total else core


def _without_other_articles(found: Extent, core: list[int]) -> list[int]:
    """Cut off prose of other articles behind the end: in other elements, behind a gap or a sign of the end."""
    sizes = [len(found.blocks[place].text) for place in core]
    rest = total = sum(sizes)
    parents: set[int] = set()
    for count, place in enumerate(core):
        last, is_little = core[count - 1], rest < _LITTLE_SHARE * total
        if count and rest < total / 2 and _is_other(found, last, place, parents, is_little=is_little):
            return core[:count]
        if count >= _ENOUGH_PARAGRAPHS and _is_behind_footer(found, last, place, parents):
            return core[:count]
        rest -= sizes[count]
        parents.update(found.blocks[place].within[-2:-1])
    return core


def _is_behind_footer(found: Extent, last: int, place: int, parents: set[int]) -> bool:
    """Whether the site's rights stand between two paragraphs of different elements: what follows waits to be shown."""
    between = found.blocks[last + 1 : place]
    is_elsewhere = not parents.intersection(found.blocks[place].within[-2:-1])
    return is_elsewhere and any(_RIGHTS.search(block.text[:_LONGEST_FOOTER]) for block in between)


def _is_other(found: Extent, last: int, place: int, parents: set[int], *, is_little: bool) -> bool:
    """Whether prose belongs to another article: a sign of the end stands before it, or it is far off and little."""
    if parents.intersection(found.blocks[place].within[-2:-1]):
        return False
    between = found.blocks[last + 1 : place]
    if any(ends_article(collapse(block.text)) for block in between):
        return True
    is_far = len(between) > NEAR or not found.is_in_main(place)
    return is_little and is_far and found.is_in_main(last)
