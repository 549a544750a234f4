"""The two scores of a claim in words, with what made them."""

from collections.abc import Sequence

from workbench.claims.model import Claim
from workbench.vocabulary import (
    REASONS_AGAINST_CHECKING,
    REASONS_FOR_CHECKABLE,
    REASONS_FOR_CHECKING,
    SCORE_REASON_LABELS,
    ScoreReason,
)


def score_words(claim: Claim, most: int | None = None) -> str:
    """Return “checkable .85: a number, a name; worth checking .60: early in the article”.

    Of the reasons for each score and of those against it, at most `most` are named, what weighs most first. A claim
    that nobody scored has no words.
    """
    if claim.checkable is None:
        return ""
    worth = REASONS_FOR_CHECKING | REASONS_AGAINST_CHECKING
    about_fact = [reason for reason in claim.reasons if reason not in worth]
    about_worth = [reason for reason in claim.reasons if reason in worth]
    return "; ".join(
        (
            f"checkable {decimal(claim.checkable)}{_because(about_fact, REASONS_FOR_CHECKABLE, most)}",
            f"worth checking {decimal(claim.checkworthiness)}{_because(about_worth, REASONS_FOR_CHECKING, most)}",
        )
    )


def _because(reasons: Sequence[ScoreReason], speaking_for: frozenset[ScoreReason], most: int | None) -> str:
    """What speaks for it, and after a “but” what speaks against it."""
    in_favour = [SCORE_REASON_LABELS[reason] for reason in reasons if reason in speaking_for][:most]
    against = [SCORE_REASON_LABELS[reason] for reason in reasons if reason not in speaking_for][:most]
    parts = [", ".join(in_favour), ", ".join(against)]
    if all(parts):
        return f": {parts[0]}, but {parts[1]}"
    return f": {parts[0]}" if parts[0] else f": but {parts[1]}" if parts[1] else ""


def decimal(score: float) -> str:
    """Return a score to two places without the nought before the point: “.85”, “1.00”."""
    return f"{score:.2f}".removeprefix("0")
