"""The two scores in words."""

from workbench.claims import Claim
from workbench.review.score_words import score_words
from workbench.vocabulary import ScoreReason

BARE = Claim("a" * 64, 0, 4, "Rain", (0,))


def scored(*reasons: ScoreReason, checkable: float = 0.85, worth: float = 0.6) -> Claim:
    return Claim("a" * 64, 0, 4, "Rain", (0,), checkable=checkable, checkworthiness=worth, reasons=reasons)


def test_each_score_is_followed_by_what_made_it() -> None:
    claim = scored(ScoreReason.NUMBER, ScoreReason.LEADING, ScoreReason.NAMED_ENTITY)
    assert score_words(claim) == "checkable .85: a number, a name; worth checking .60: early in the article"


def test_what_speaks_against_stands_after_a_but() -> None:
    claim = scored(ScoreReason.PREDICTION, ScoreReason.NUMBER, ScoreReason.SHORT, checkable=0.354)
    assert score_words(claim) == "checkable .35: a number, but a prediction; worth checking .60: but short"


def test_no_more_reasons_are_named_than_asked_for() -> None:
    claim = scored(ScoreReason.DATE, ScoreReason.NUMBER, ScoreReason.HEDGE, ScoreReason.NORM, checkable=1.0)
    assert score_words(claim, most=1) == "checkable 1.00: a date, but a hedge; worth checking .60"
    assert score_words(claim, most=0) == "checkable 1.00; worth checking .60"


def test_a_claim_that_nobody_scored_has_no_words() -> None:
    assert score_words(BARE) == ""
