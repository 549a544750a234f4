"""Where passages quote, and which quotations of two passages render the same words, as two translations do."""

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from workbench.matching.omissions import pieces_around_omissions
from workbench.matching.tokens import tokenize

_QUOTATION: Final = re.compile(r"[“„«\"]([^“”„«»\"]{3,}?)[”“»\"]")
# A passage may begin or end inside a quotation: “Their interests matter. It is … (and the mark in the next sentence).
_OPENED_BEFORE: Final = re.compile(r"([^“”„«»\"]{3,})(?<=\S)[”»\"](?!\w)")
_CLOSED_AFTER: Final = re.compile(r"(?<![^\s(\[–—])[“„«\"](?=\S)([^“”„«»\"]{3,})\Z")
_MOST_QUOTATIONS: Final = 40
_SAME_QUOTATION: Final = 50.0  # RapidFuzz token ratio from which two quotations in like passages are renderings of one
# Where the passages around them are unlike, the quotations' own words must show it: so many, and such a share (Dice).
_FEWEST_SHARED_WORDS: Final = 3
_SHARED: Final = 0.5
# … or one of them holds the other, of which so many are content words.
_FEWEST_HELD_WORDS: Final = 2
_FEWEST_HELD_IN_LIKE_PASSAGES: Final = 1
# “We will,” he said, “pay them”: what stands between, with the last sign of the one part and the mark of the other.
_INTERRUPTION: Final = re.compile(r"(?:,[”“»\"]|.[”“»\"],)\s[^.!?;:\n“”„«»\"]{1,60},\s[“„«\"]", re.DOTALL)


class Quotation(NamedTuple):
    """The words inside quotation marks, at their place; their normal forms, and the stems of content words.

    `text` is as long as the place; where "he said" interrupts a quotation, it is blank. `pieces` are the normal forms
    between marks of omission. `began_before` and `goes_on` say that the passage begins or ends inside the quotation.
    """

    start: int
    end: int
    text: str
    plain: str
    stems: frozenset[str]
    pieces: tuple[str, ...]
    began_before: bool
    goes_on: bool

    def holds(self, other: "Quotation") -> bool:
        """Whether the words of the other stand together in this one."""
        return f" {other.plain} " in f" {self.plain} "


def quotation_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words inside quotation marks stand, without the marks."""
    return (match.span(1) for match in islice(_QUOTATION.finditer(text), _MOST_QUOTATIONS))


def paired_quotations(a: str, b: str, *, alike: bool) -> list[tuple[Quotation, Quotation]]:
    """Return the quotations of two passages that render the same words, each in one pair at most, in the order of `a`.

    The most alike are paired first. `alike` says that the passages as a whole speak of the same thing; otherwise the
    quotations must share more.
    """
    ours, theirs = _quotations(a), _quotations(b)
    likeness = {
        (here, there): _likeness(ours[here], theirs[there], alike)
        for here, there in product(range(len(ours)), range(len(theirs)))
    }
    partners: dict[int, int] = {}
    for here, there in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if likeness[here, there] and here not in partners and there not in partners.values():
            partners[here] = there
    return [(ours[here], theirs[partners[here]]) for here in sorted(partners)]


def _quotations(text: str) -> list[Quotation]:
    """Return the quotations of `text` that hold a word; one that is interrupted is one."""
    closed = list(quotation_spans(text))
    before = _OPENED_BEFORE.match(text)
    after = _CLOSED_AFTER.search(text, closed[-1][1] + 1 if closed else 0)
    began = [before.span(1)] if before and (not closed or before.end() < closed[0][0]) else []
    going_on = [after.span(1)] if after and (not before or after.start() >= before.end()) else []
    runs = _runs(text, [*began, *closed, *going_on])
    found = [_quotation(text, run, began_before=run[0] in began, goes_on=run[-1] in going_on) for run in runs]
    return [quotation for quotation in found if quotation.plain]


def _runs(text: str, spans: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the spans with those together that are one quotation, interrupted."""
    runs: list[list[tuple[int, int]]] = []
    for span in spans:
        if runs and _resumes(text, runs[-1][-1], span):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _resumes(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    between = _INTERRUPTION.fullmatch(text, one[1] - 1, other[0])
    return between is not None and text[other[0]].islower()


def _quotation(text: str, run: list[tuple[int, int]], *, began_before: bool, goes_on: bool) -> Quotation:
    start, end = run[0][0], run[-1][1]
    quoted = text[slice(*run[0])]
    for first, last in run[1:]:
        quoted = quoted.ljust(first - start) + text[first:last]
    words = tokenize(quoted)
    plain = " ".join(word.form for word in words)
    stems = frozenset(word.stem for word in words if word.is_content)
    pieces = tuple(filter(None, map(_plain, pieces_around_omissions(quoted))))
    return Quotation(start, end, quoted, plain, stems, pieces, began_before, goes_on)


def _plain(text: str) -> str:
    return " ".join(word.form for word in tokenize(text))


def _likeness(x: Quotation, y: Quotation, alike: bool) -> float:
    """Return how alike two renderings of one quotation are, up to 100; 0 if they are none."""
    likeness = fuzz.token_sort_ratio(x.plain, y.plain)
    shared = len(x.stems & y.stems)
    many = shared >= _FEWEST_SHARED_WORDS and 2 * shared >= _SHARED * (len(x.stems) + len(y.stems))
    near = alike and likeness >= _SAME_QUOTATION
    part, whole = sorted((x, y), key=lambda each: len(each.plain))
    return likeness if many or near or _is_cut_from(part, whole, alike) else 0.0


def _is_cut_from(part: Quotation, whole: Quotation, alike: bool) -> bool:
    """Whether `whole` holds the pieces of `part` in order, and these say something of their own."""
    if len(part.stems) < (_FEWEST_HELD_IN_LIKE_PASSAGES if alike else _FEWEST_HELD_WORDS):
        return False
    place, plain = 0, f" {whole.plain} "
    for piece in part.pieces:
        place = plain.find(f" {piece} ", place)
        if place < 0:
            return False
        place += len(piece) + 1
    return True
