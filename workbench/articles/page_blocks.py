"""The text of a web page in the page's order: each paragraph with its tag, its links and the parts it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from workbench.articles.page import collapse
from workbench.articles.phrases import words_of
from workbench.articles.zones import Zone, zone_of

_WITHOUT_TEXT: Final = words_of(
    "script style template iframe svg math head select option textarea input button object embed"
    " video audio canvas map picture datalist title"
)
_PARAGRAPHS: Final = words_of(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul caption"
)
_CELLS: Final = frozenset({"td", "th"})
_LONGEST_CELL: Final = 200
_DEEPEST: Final = 80
_BETWEEN_CELLS: Final = " | "


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a page that says what stands in it; elements are numbered in the page's order."""

    number: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One paragraph that a page shows.

    Attributes:
        text: its words, white space collapsed; a newline where the page breaks the line.
        tag: the innermost element that makes a paragraph of it.
        linked: which share of its characters are links, from 0 to 1.
        parts: the special parts of the page that it stands in, from the outermost.
        within: the numbers of the elements that it stands in, from the outermost; the last is its own. Both leave
            out what is nested deeper than pages are, so that they stay short.
    """

    text: str
    tag: str
    linked: float
    parts: tuple[Part, ...]
    within: tuple[int, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it has the tag of a heading."""
        return self.tag[0] == "h" and self.tag[1:].isdecimal()


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has begun, and what text in it has in common."""

    tag: str
    parts: tuple[Part, ...]
    within: tuple[int, ...]
    is_link: bool = False
    is_preformatted: bool = False
    is_row: bool = False


class _Collector:
    """Puts text together until a paragraph ends."""

    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self._words: list[str] = []
        self._visible = self._linked = 0

    def add(self, text: str | None, place: _Open) -> None:
        if text:
            self._words.append(text if place.is_preformatted else text.replace("\n", " "))
            visible = sum(map(len, text.split()))
            self._visible += visible
            self._linked += place.is_link and visible

    def put(self, mark: str) -> None:
        """Add a line break, or what stands between two cells."""
        if self._visible:
            self._words.append(mark)

    def end(self, place: _Open) -> None:
        """End the paragraph, which stands in `place`; an empty line ends one, too."""
        if self._visible:
            share = self._linked / self._visible
            for part in _parted("".join(self._words)):
                self.blocks.append(PageBlock(part, place.tag, share, place.parts, place.within))
        self._words.clear()
        self._visible = self._linked = 0


def _parted(words: str) -> Iterator[str]:
    lines: list[str] = []
    for line in (*words.split("\n"), ""):
        if visible := collapse(line):
            lines.append(visible)
        elif lines:
            yield "\n".join(lines)
            lines = []


def blocks_of_page(tree: Any) -> list[PageBlock]:
    """Return the paragraphs of a page in order; what no browser shows as text is left out."""
    body = tree.find("body")
    collector = _Collector()
    opened = [_Open("body", (), ())]
    walk = etree.iterwalk(tree if body is None else body, events=("start", "end", "comment", "pi"))
    for number, (event, element) in enumerate(walk):
        if event == "start":
            opened.append(_begin(element, number, opened[-1], collector))
            if element.tag in _WITHOUT_TEXT:
                walk.skip_subtree()
            else:
                collector.add(element.text, opened[-1])
            continue
        if event == "end":
            place = opened.pop()
            if _ends_paragraph(element.tag, place, opened[-1]):
                collector.end(place)
        if element is not body:
            collector.add(element.tail, opened[-1])
    collector.end(opened[0])
    return collector.blocks


def _begin(element: Any, number: int, outer: _Open, collector: _Collector) -> _Open:
    """Return what text in `element` has in common; the paragraph before it ends if it begins one."""
    place = _entered(element, number, outer)
    if element.tag == "br":
        collector.put("\n")
    elif outer.is_row and element.tag in _CELLS:
        collector.put(_BETWEEN_CELLS)
    elif _ends_paragraph(element.tag, place, outer):
        collector.end(outer)
    return place


def _ends_paragraph(tag: Any, place: _Open, outer: _Open) -> bool:
    """Whether an element stands for itself: as a paragraph, or as the credit in a caption."""
    if outer.is_row and tag in _CELLS:
        return False
    return tag in _PARAGRAPHS or (len(place.parts) > len(outer.parts) and place.parts[-1].zone is Zone.CREDIT)


def _entered(element: Any, number: int, outer: _Open) -> _Open:
    zone = zone_of(element)
    is_paragraph = element.tag in _PARAGRAPHS and not (outer.is_row and element.tag in _CELLS)
    return _Open(
        tag=element.tag if is_paragraph else outer.tag,
        parts=outer.parts if zone is None else (*outer.parts[:_DEEPEST], Part(number, zone)),
        within=(*outer.within[:_DEEPEST], number) if is_paragraph else outer.within,
        is_link=outer.is_link or element.tag == "a",
        is_preformatted=outer.is_preformatted or element.tag == "pre",
        is_row=outer.is_row or (element.tag == "tr" and _is_row_of_data(element)),
    )


def _is_row_of_data(row: Any) -> bool:
    """Whether a row's cells are short and hold no paragraphs; other tables lay out a page."""
    cells = 0
    for inner in row.iterdescendants():
        if inner.tag in _CELLS:
            cells += 1
        elif inner.tag in _PARAGRAPHS or inner.tag == "br":
            return False
        if len(inner.text or "") > _LONGEST_CELL or len(inner.tail or "") > _LONGEST_CELL:
            return False
    return cells > 1
