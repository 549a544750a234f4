"""What articles and claims are made of, and how surely words stand where an anchor says (AVeriTeC; Web Annotation)."""

from enum import StrEnum
from typing import Final

from workbench.vocabulary.term import Term


class AnchorState(StrEnum):
    """How surely a text stands where its anchor says (Web Annotation practice)."""

    EXACT = "exact"
    RELOCATED = "relocated"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


ANCHOR_TERMS: Final[dict[AnchorState, Term]] = {
    AnchorState.EXACT: Term("exact", "e", "≡", "The same words stand there."),
    AnchorState.RELOCATED: Term("relocated", "r", "≃", "The words stand there lightly edited."),
    AnchorState.AMBIGUOUS: Term("ambiguous", "a", "⁇", "Several places do equally well; none was chosen."),
    AnchorState.ORPHANED: Term("orphaned", "o", "∅", "The words do not stand there any more."),
}


class BlockKind(StrEnum):
    """What a block of an article is; only body, caption, title and heading speak for the article."""

    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMO = "promo"
    BOILERPLATE = "boilerplate"


class ClaimType(StrEnum):
    """What kind of thing a claim asserts (AVeriTeC)."""

    EVENT_PROPERTY = "event_property"
    NUMERICAL = "numerical"
    QUOTE_VERIFICATION = "quote_verification"
    POSITION_STATEMENT = "position_statement"
    CAUSAL = "causal"
    MEDIA_PUBLISHING = "media_publishing"
    MEDIA_ANALYSIS = "media_analysis"
    SPECULATIVE = "speculative"
    OPINION = "opinion"


CLAIM_TYPE_LABELS: Final[dict[ClaimType, str]] = {
    ClaimType.EVENT_PROPERTY: "event or property",
    ClaimType.NUMERICAL: "numerical",
    ClaimType.QUOTE_VERIFICATION: "quotation",
    ClaimType.POSITION_STATEMENT: "position",
    ClaimType.CAUSAL: "causal",
    ClaimType.MEDIA_PUBLISHING: "published media",
    ClaimType.MEDIA_ANALYSIS: "media analysis",
    ClaimType.SPECULATIVE: "speculative",
    ClaimType.OPINION: "opinion",
}


class PassedOver(StrEnum):
    """Why a sentence was not taken as a claim; it stays in the ledger with this reason."""

    TITLE = "title"
    DATELINE = "dateline"
    HEADING = "heading"
    CREDIT = "credit"
    PROMO = "promo"
    BOILERPLATE = "boilerplate"
    QUESTION = "question"
    FRAGMENT = "fragment"
    NO_ASSERTION = "no_assertion"


PASSED_OVER_LABELS: Final[dict[PassedOver, str]] = {
    PassedOver.TITLE: "title",
    PassedOver.DATELINE: "dateline",
    PassedOver.HEADING: "heading",
    PassedOver.CREDIT: "photo or source credit",
    PassedOver.PROMO: "promotion of another article",
    PassedOver.BOILERPLATE: "text of the site, not of the article",
    PassedOver.QUESTION: "question",
    PassedOver.FRAGMENT: "fragment without an assertion",
    PassedOver.NO_ASSERTION: "asserts nothing that can be checked",
}


class ClaimOrigin(StrEnum):
    """Where a claim came from."""

    RULES = "rules"
    REVIEWER = "reviewer"
    LLM = "llm"


PROGRAM_ORIGINS: Final = frozenset({ClaimOrigin.RULES, ClaimOrigin.LLM})
"""Where nobody has confirmed a claim yet; no reviewer can have such a name."""


CLAIM_ORIGIN_LABELS: Final[dict[ClaimOrigin, str]] = {
    ClaimOrigin.RULES: "found by the rules",
    ClaimOrigin.REVIEWER: "added by a reviewer",
    ClaimOrigin.LLM: "proposed by a language model",
}


class AsserterNaming(StrEnum):
    """How an article names who asserts something (source-exploration)."""

    NAMED = "named"
    UNNAMED = "unnamed"
    OUTLET_VOICE = "outlet_voice"
