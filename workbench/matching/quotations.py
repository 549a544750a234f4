"""Quotations that two passages render in different words, as two translations of one sentence do."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from workbench.matching.model import Difference
from workbench.matching.tokens import tokenize
from workbench.vocabulary import Facet

_QUOTATION: Final = re.compile(r"[“„«\"]([^“”„«»\"]{3,}?)[”“»\"]")
_MOST_QUOTATIONS: Final = 40
_SAME_QUOTATION: Final = 50.0  # RapidFuzz token ratio from which two quotations in like passages are renderings of one
# Where the passages around them are unlike, the quotations' own words must show it: so many, and such a share (Dice).
_FEWEST_SHARED_WORDS: Final = 3
_SHARED: Final = 0.5


class _Quotation(NamedTuple):
    """The words inside quotation marks, at their place; their normal forms, and the stems of content words."""

    start: int
    end: int
    text: str
    plain: str
    stems: frozenset[str]


def quotation_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words inside quotation marks stand, without the marks."""
    return (match.span(1) for match in islice(_QUOTATION.finditer(text), _MOST_QUOTATIONS))


def quotation_differences(a: str, b: str, *, alike: bool) -> list[Difference]:
    """Return the pairs of quotations that render the same words otherwise, unless one holds the other.

    `alike` says that the passages as a whole speak of the same thing; otherwise the quotations must share more.
    """
    b_left = _quotations(b)
    differences: list[Difference] = []
    for x in _quotations(a):
        y = max(b_left, key=lambda y: _likeness(x, y, alike), default=None)
        if y is None or not _likeness(x, y, alike):
            continue
        b_left.remove(y)
        shorter, longer = sorted((f" {x.plain} ", f" {y.plain} "), key=len)
        if shorter not in longer:
            differences.append(Difference(Facet.QUOTE_WORDING, x.text, y.text, x.start, x.end, y.start, y.end))
    return differences


def _quotations(text: str) -> list[_Quotation]:
    return [_quotation(text, start, end) for start, end in quotation_spans(text)]


def _quotation(text: str, start: int, end: int) -> _Quotation:
    words = tokenize(text[start:end])
    stems = frozenset(word.stem for word in words if word.is_content)
    return _Quotation(start, end, text[start:end], " ".join(word.form for word in words), stems)


def _likeness(x: _Quotation, y: _Quotation, alike: bool) -> float:
    """Return how alike two renderings of one quotation are, up to 100; 0 if they are none."""
    likeness = fuzz.token_sort_ratio(x.plain, y.plain)
    shared = len(x.stems & y.stems)
    many = shared >= _FEWEST_SHARED_WORDS and 2 * shared >= _SHARED * (len(x.stems) + len(y.stems))
    return likeness if many or (alike and likeness >= _SAME_QUOTATION) else 0.0
