"""Quotations that render one utterance, laid out word by word: the claim's above, the other article's below."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from workbench.review.model import Passage, QuoteVariant
from workbench.tui.flow import Line, Span, clip, flow, span, squeezed
from workbench.tui.ink import Ink
from workbench.vocabulary import QUOTE_VARIANT_LABELS, QuoteVariantKind

_BAD_KINDS = frozenset({QuoteVariantKind.TURNED})
_NOTHING = "·"


@dataclass(frozen=True, slots=True)
class _Column:
    """A word of the one and the word of the other that stands in its place, as wide as the longer."""

    above: str
    below: str
    same: bool

    @property
    def width(self) -> int:
        """How many cells it takes, with the space behind it."""
        return max(cell_len(self.above), cell_len(self.below)) + 1


def variant_lines(claim: str, passage: Passage, bar: tuple[Span, ...], index: int, width: int) -> list[Line]:
    """Return what the quotations of a passage do with those of the claim; those in the same words need no lines."""
    lines: list[Line] = []
    for variant in passage.variants:
        if variant.kind is not QuoteVariantKind.SAME:
            lines += _variant(claim, passage.text, variant, bar, index, width)
    return lines


def _variant(
    claim: str, passage: str, variant: QuoteVariant, bar: tuple[Span, ...], index: int, width: int
) -> list[Line]:
    ink = Ink.BAD if variant.kind in _BAD_KINDS else Ink.QUOTE
    words = f"{QUOTE_VARIANT_LABELS[variant.kind]}{f': {variant.reason}' if variant.reason else ''}"
    lines = flow(words, width, base=ink, indent=(*bar, span(" ❝ ", ink)), tag=index)
    for row in _rows(_columns(claim, passage, variant), max(12, width - 4)):
        lines += [_line(row, bar, index, above=True), _line(row, bar, index, above=False)]
    return lines


def _columns(claim: str, passage: str, variant: QuoteVariant) -> list[_Column]:
    return [
        _Column(
            squeezed(claim[word.a[0] : word.a[1]]) if word.a else _NOTHING,
            squeezed(passage[word.b[0] : word.b[1]]) if word.b else _NOTHING,
            word.same,
        )
        for word in variant.words
    ]


def _rows(columns: Iterable[_Column], width: int) -> list[list[_Column]]:
    rows: list[list[_Column]] = [[]]
    used = 0
    for column in columns:
        if used + column.width > width and rows[-1]:
            rows.append([])
            used = 0
        rows[-1].append(column)
        used += column.width
    return [row for row in rows if row]


def _line(row: list[_Column], bar: tuple[Span, ...], index: int, *, above: bool) -> Line:
    spans = [*bar, span("   ")]
    for column in row:
        word = clip(column.above if above else column.below, column.width - 1)
        ink = Ink.MUTED if column.same else Ink.QUOTE
        spans += [span(word, ink), span(" " * (column.width - cell_len(word)))]
    return Line(tuple(spans), tag=index)
