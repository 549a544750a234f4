"""Which paragraphs of a page trafilatura takes for its article: the evidence that our own rules begin with."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any, Final

import trafilatura

from workbench.articles.page import letters_of
from workbench.articles.page_blocks import PageBlock

_RUN: Final = 4
_FEWEST_WORDS: Final = 6
_ENOUGH: Final = 0.75


def taken_blocks(tree: Any, blocks: Sequence[PageBlock]) -> list[bool]:
    """Return for each paragraph of a page whether trafilatura takes it; none where it finds no article at all.

    Trafilatura (Barbaresi 2021) returns a tree of its own, in which paragraphs are joined and parted anew; they
    are known again by their letters, or else by their runs of four words.
    """
    lines = list(_extracted(tree))
    known = {letters_of(line) for line in lines}
    runs = {run for line in lines for run in _runs(line)}
    return [_share_taken(block, known, runs) > _ENOUGH for block in blocks]


def _extracted(tree: Any) -> Iterator[str]:
    try:
        found: Any = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, include_tables=True)
    except Exception:  # a true edge: whatever a page does to the extractor, the page is still read in the plain way
        return
    if found is None:
        return
    lines: list[str] = []
    for element in found.body.iter():
        lines.append(("\n" if element.tag != "hi" and element.tag != "ref" else "") + (element.text or ""))
        lines.append(("\n" if element.tag == "lb" else "") + (element.tail or ""))
    yield from "".join(lines).split("\n")


def _share_taken(block: PageBlock, known: set[str], runs: set[tuple[str, ...]]) -> float:
    """Return which share of a paragraph's letters stands in the lines that were taken."""
    sizes = [(len(letters), _is_taken(line, letters, known, runs)) for line, letters in _lettered(block)]
    return sum(size for size, taken in sizes if taken) / max(1, sum(size for size, _ in sizes))


def _lettered(block: PageBlock) -> Iterator[tuple[str, str]]:
    return ((line, letters_of(line)) for line in block.text.split("\n"))


def _is_taken(line: str, letters: str, known: set[str], runs: set[tuple[str, ...]]) -> bool:
    if letters in known:
        return bool(letters)
    own = list(_runs(line))
    return bool(own) and sum(run in runs for run in own) > _ENOUGH * len(own)


def _runs(line: str) -> Iterable[tuple[str, ...]]:
    words = line.casefold().split()
    return zip(*(words[start:] for start in range(_RUN)), strict=False) if len(words) >= _FEWEST_WORDS else ()
