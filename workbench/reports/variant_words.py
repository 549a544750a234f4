"""Quotations that render one utterance, word by word as the readable reports lay them out."""

from typing import Final, NamedTuple

from workbench.matching.model import Difference, QuoteVariant
from workbench.reports.claim_outline import Passage
from workbench.vocabulary import QUOTE_VARIANT_LABELS, Facet, QuoteVariantKind

NOTHING: Final = "·"
"""What stands where one of two quotations has no word."""


class WordPair(NamedTuple):
    """A word of the claim's quotation, and the word of the other that stands in its place."""

    claim: str
    other: str
    same: bool


def variant_words(variant: QuoteVariant) -> str:
    """Return what kind of variant it is, and why."""
    label = QUOTE_VARIANT_LABELS[variant.kind]
    return f"{label}: {variant.reason}" if variant.reason and variant.reason != label else label


def is_laid_out(variant: QuoteVariant) -> bool:
    """Whether the words differ, so that it helps to see them side by side."""
    return variant.kind is not QuoteVariantKind.SAME


def word_pairs(claim: str, other: str, variant: QuoteVariant) -> list[WordPair]:
    """Return the words of both quotations in order; `claim` and `other` are the passages that hold them."""
    return [WordPair(_word(claim, word.a), _word(other, word.b), word.same) for word in variant.words]


def telling_differences(passage: Passage) -> tuple[Difference, ...]:
    """Return what a passage differs in, but for the wording of quotations that are laid out word by word."""
    laid_out = bool(passage.variants)
    return tuple(each for each in passage.differences if not (laid_out and each.facet is Facet.QUOTE_WORDING))


def _word(text: str, place: tuple[int, int] | None) -> str:
    return " ".join(text[slice(*place)].split()) if place else NOTHING
