"""What became of a sentence, and what a person finds of one that makes no claim: the ledger's own terms."""

from enum import StrEnum
from typing import Final

from workbench.vocabulary.term import Term
from workbench.vocabulary.texts import PassedOver


class Reading(StrEnum):
    """What a sentence is that somebody has read and made no claim of (Cofacts, ClaimBuster's non-factual)."""

    NO_FACTUAL_CLAIM = "no_factual_claim"
    OPINION = "opinion"
    BOILERPLATE = "boilerplate"


class SentenceState(StrEnum):
    """What became of a sentence: of a claim that stands, of a reading, of discarded claims, the first that there is."""

    CLAIM = "claim"
    READ = "read"
    DISCARDED = "discarded"
    UNREAD = "unread"


UNREAD_LABEL: Final = "not read yet"
UNREAD_GLYPH: Final = "○"

READING_TERMS: Final[dict[Reading, Term]] = {
    Reading.NO_FACTUAL_CLAIM: Term("no factual claim", "n", "–", "It asserts nothing that could be checked."),
    Reading.OPINION: Term("opinion", "o", "♦", "It says what somebody thinks of a thing."),
    Reading.BOILERPLATE: Term("boilerplate", "b", "▒", "It belongs to the page, not to the article."),
}

SUGGESTED_READING: Final[dict[PassedOver, Reading]] = {
    PassedOver.TITLE: Reading.NO_FACTUAL_CLAIM,
    PassedOver.DATELINE: Reading.BOILERPLATE,
    PassedOver.HEADING: Reading.NO_FACTUAL_CLAIM,
    PassedOver.CREDIT: Reading.BOILERPLATE,
    PassedOver.PROMO: Reading.BOILERPLATE,
    PassedOver.BOILERPLATE: Reading.BOILERPLATE,
    PassedOver.QUESTION: Reading.NO_FACTUAL_CLAIM,
    PassedOver.FRAGMENT: Reading.NO_FACTUAL_CLAIM,
    PassedOver.NO_ASSERTION: Reading.NO_FACTUAL_CLAIM,
}
"""What the program's reason for passing a sentence over suggests; only a person's word makes it read."""
