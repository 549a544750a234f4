"""Printed pages put together again: words joined over the end of a line, paragraphs over the end of a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from workbench.articles.page import Piece, collapse
from workbench.articles.paragraphs import ends_sentence
from workbench.vocabulary import BlockKind

_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
)
_EDGE_LINES: Final = 2
_LONGEST_EDGE: Final = 120
_DIGITS: Final = re.compile(r"\d+")
_ITEM: Final = re.compile(r"[•◦▪‣*] |\(?\d{1,2}(?:\.\d{1,2})*[.)] ")
_NARROWEST: Final = 40
_FULL, _ABOUT, _LONG = 0.9, 0.95, 0.75
_HYPHENATED: Final = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_BROKEN: Final = re.compile(
    r"(?P<head>[^\W\d_]+)[-\u00ad\u2010]\n(?P<tail>[a-zß-öø-ÿ][^\W\d_]*)(?P<sign>\S*)(?P<gap> )?",
)


def pieces_of_pages(pages: Sequence[str]) -> list[Piece]:
    """Return the paragraphs of printed pages, each page with one line of text a line, in their order.

    What repeats on the edge of the pages, and their numbers, comes last and once each, as boilerplate: nothing is lost.
    """
    printed = [_lines_of(page) for page in pages]
    running = _running_heads(printed)
    edges: dict[str, None] = {}
    kept: list[str] = []
    for lines in printed:
        at_edge = [index for index in _edge(lines) if _shape(lines[index]) in running]
        edges.update(dict.fromkeys(lines[index] for index in at_edge))
        kept += _without_blank_ends([line for index, line in enumerate(lines) if index not in at_edge])
    lines = _joined_words("\n".join(kept)).split("\n")
    return [Piece(words) for words in _paragraphs(lines)] + [Piece(line, BlockKind.BOILERPLATE) for line in edges]


def _lines_of(page: str) -> list[str]:
    return [collapse(line) for line in page.translate(_LIGATURES).split("\n")]


def _without_blank_ends(lines: Sequence[str]) -> Sequence[str]:
    visible = [index for index, line in enumerate(lines) if line]
    return lines[visible[0] : visible[-1] + 1] if visible else []


def _edge(lines: Sequence[str]) -> Iterator[int]:
    """Yield which lines stand at the head or the foot of a page."""
    visible = [index for index, line in enumerate(lines) if line]
    yield from visible[:_EDGE_LINES]
    yield from visible[max(_EDGE_LINES, len(visible) - _EDGE_LINES) :]


def _running_heads(printed: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the shapes of the lines that stand on the edge of half of the pages, and of two at least."""
    counts = Counter(shape for lines in printed for shape in {_shape(lines[index]) for index in _edge(lines)})
    least = max(2, (len(printed) + 1) // 2)
    return frozenset(shape for shape, count in counts.items() if count >= least and len(shape) <= _LONGEST_EDGE)


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)


def _joined_words(text: str) -> str:
    """Join words that were broken at the end of a line, each on the first line; some keep a hyphen of their own."""

    def join(match: re.Match[str]) -> str:
        hyphen = "-" if f"{match['head']}-{match['tail']}".casefold() in hyphenated else ""
        word = f"{match['head']}{hyphen}{match['tail']}{match['sign']}"
        return f"{word}\n" if match["gap"] else word

    hyphenated = frozenset(_HYPHENATED.findall(text.casefold()))
    return _BROKEN.sub(join, text)


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of printed lines, whose letters differ in width: a full line is only about as long."""
    lengths = sorted(len(line) for line in lines if line)
    width = max(_NARROWEST, lengths[int(_FULL * len(lengths))] if lengths else 0)
    words = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        words = f"{words} {line}".strip()
        if words and not (line and following and _continues(line, following, width)):
            yield words
            words = ""


def _continues(line: str, following: str, width: int) -> bool:
    """Whether a paragraph goes on: the line was full, or it ends and the next begins as no paragraph does."""
    if _ITEM.match(following):
        return False
    if ends_sentence(line):
        return len(line) + 1 + len(following.split(" ", 1)[0]) > _ABOUT * width
    return len(line) > _LONG * width or following[0].islower()
