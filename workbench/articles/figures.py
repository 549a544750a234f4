"""Captions and credits of a page's pictures, put back where the page shows them.

Extractors of articles drop captions. Here each is placed by its position in the page among the paragraphs that
were extracted; pictures of other parts of the page (teasers, sidebars) are left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from workbench.articles.page import Piece, collapse, letters_of
from workbench.vocabulary import BlockKind

_FLOW: Final = "//h1|//h2|//h3|//h4|//h5|//h6|//p|//li|//blockquote|//figure|//td|//th|//pre|//div|//*[@class]"
_ELSEWHERE: Final = "ancestor::aside | ancestor::nav | ancestor::footer | ancestor::a | ancestor::form"
_CAPTION_CLASS: Final = re.compile(
    r"(?:^|\s)"
    r"(?:wp-|(?:article|image|photo|media|picture|figure)[-_]*)?"
    r"caption(?:[-_]*text)?"
    r"(?:\s|$)",
    re.I,
)
_CREDIT_CLASS: Final = re.compile(
    r"credit|copyright|photographer|(?:image|photo|picture)[-_]*(?:source|author|by)", re.I
)
_LONGEST_CAPTION: Final = 1_000
_LONGEST_CREDIT: Final = 200


@dataclass(frozen=True, slots=True)
class _Caption:
    place: int
    pieces: tuple[Piece, ...]


def with_captions(pieces: Sequence[Piece], tree: Any) -> list[Piece]:
    """Return `pieces` with the captions and credits of the figures that the page shows among them."""
    flow = [element for element in tree.xpath(_FLOW) if isinstance(element.tag, str)]
    places = _places(pieces, flow)
    captions = [caption for caption in _captions(flow) if _is_among(caption.place, places, flow)]
    known = {letters_of(piece.text): piece for caption in captions for piece in caption.pieces}
    typed = [known.get(letters_of(piece.text), piece) for piece in pieces]
    present = {letters_of(piece.text) for piece in pieces}
    return _merged(typed, places, captions, present)


def _places(pieces: Sequence[Piece], flow: Sequence[Any]) -> list[int]:
    """Return the place of each piece in the page's flow, never falling; one not found stands where the last did."""
    where: dict[str, list[int]] = {}
    for place, element in enumerate(flow):
        if not len(element.xpath("./p | ./div")):
            where.setdefault(letters_of(element.text_content()), []).append(place)
    places: list[int] = []
    last = -1
    for piece in pieces:
        found = where.get(letters_of(piece.text), [])
        index = bisect_left(found, last)
        last = found[index] if index < len(found) else last
        places.append(last)
    return places


def _captions(flow: Sequence[Any]) -> Iterator[_Caption]:
    for place, element in enumerate(flow):
        if element.xpath(_ELSEWHERE):
            continue
        if element.tag == "figure":
            pieces = tuple(_pieces_of_figure(element))
        elif _CAPTION_CLASS.search(element.get("class", "")) and not element.xpath("ancestor::figure"):
            pieces = tuple(_split_credit(element))
        else:
            continue
        if pieces:
            yield _Caption(place, pieces)


def _pieces_of_figure(figure: Any) -> Iterator[Piece]:
    for caption in figure.xpath(".//figcaption"):
        yield from _split_credit(caption)
    for credit in _credits(figure):
        if not credit.xpath("ancestor::figcaption"):
            yield from _credit_piece(credit)


def _split_credit(caption: Any) -> Iterator[Piece]:
    named = _credits(caption)
    within = {id(part) for credit in named for part in credit.iter()}
    words = collapse("".join(_texts_outside(caption, within)))
    if words and len(words) <= _LONGEST_CAPTION:
        yield Piece(words, BlockKind.CAPTION)
    for credit in named:
        yield from _credit_piece(credit)


def _credits(element: Any) -> list[Any]:
    marked = [part for part in element.iterdescendants() if _CREDIT_CLASS.search(part.get("class") or "")]
    return [part for part in marked if part.getparent() not in marked]


def _credit_piece(credit: Any) -> Iterator[Piece]:
    words = collapse(credit.text_content())
    if words and len(words) <= _LONGEST_CREDIT:
        yield Piece(words, BlockKind.CREDIT)


def _texts_outside(element: Any, excluded: set[int]) -> Iterator[str]:
    for part in element.iter():
        if id(part) not in excluded and isinstance(part.tag, str):
            yield part.text or ""
        if part is not element and id(part.getparent()) not in excluded:
            yield part.tail or ""


def _is_among(place: int, places: Sequence[int], flow: Sequence[Any]) -> bool:
    """Whether a figure stands between the title and the last paragraph of the article."""
    found = [known for known in places if known >= 0]
    if not found or place > found[-1]:
        return False
    return place > found[0] or any(element.tag == "h1" for element in flow[:place])


def _merged(
    pieces: Sequence[Piece], places: Sequence[int], captions: Sequence[_Caption], present: set[str]
) -> list[Piece]:
    merged: list[Piece] = []
    waiting = list(reversed(captions))
    for piece, place in zip(pieces, places, strict=True):
        while waiting and waiting[-1].place < place:
            merged += [new for new in waiting.pop().pieces if letters_of(new.text) not in present]
        merged.append(piece)
    return merged
